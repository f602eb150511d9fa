//! The TypeScript side of the door: every type that crosses, and the list of commands.

use std::any::TypeId;
use std::collections::{BTreeMap, HashSet};
use std::fmt::Write;

use ts_rs::{Config, TS, TypeVisitor};

use crate::letters::{Handed, Letter, SavedLetter};
use crate::links::Link;
use crate::practice::{NumberAdded, Part, PracticeNumber, PracticeTime, TimeMove};
use crate::view::{BroughtInKey, ClipboardState, Copied, Places, Presenter, Settings, StartInfo};
use keydesk_core::email::EmailVerdict;
use keydesk_core::model::{
    Account, Affiliation, AttemptId, Failure, GuideName, GuideRun, KeyId, Mode, RunId, Step,
};
use keydesk_core::phone::{Country, Region, Verdict};
use keydesk_core::service::{Home, KeyCard, NewKey, OnClipboard, RequestedKey, TokenCard};

macro_rules! commands {
    ($($(#[doc = $doc:literal])* fn $name:ident($($argument:ident: $type:ty),*) $(-> $result:ty)? $(, reporting $steps:ident)?;)*) => {
        fn signatures(types: &mut Types) -> Vec<Signature> {
            vec![$(Signature {
                doc: concat!($($doc),*).trim(),
                name: stringify!($name),
                arguments: vec![$((stringify!($argument), types.name::<$type>())),*],
                result: result_name(None$(.or(Some(types.name::<$result>())))?),
                steps: false$( || stringify!($steps) == "steps")?,
            }),*]
        }
    };
}

include!("commands/list.rs");

fn result_name(name: Option<String>) -> String {
    name.unwrap_or_else(|| "void".to_owned())
}

struct Signature {
    doc: &'static str,
    name: &'static str,
    arguments: Vec<(&'static str, String)>,
    result: String,
    steps: bool,
}

/// The names of the commands of the main window.
#[must_use]
pub fn commands() -> Vec<&'static str> {
    signatures(&mut Types::default()).into_iter().map(|signature| signature.name).collect()
}

/// The text of `ui/src/bindings/index.ts`.
#[must_use]
pub fn typescript() -> String {
    let mut types = Types::default();
    types.add::<StartInfo>();
    types.add::<Failure>();
    types.add::<Step>();
    types.add::<ClipboardState>();
    let signatures = signatures(&mut types);

    let mut text = String::from(
        "// Generated from Rust by `cargo xtask bindings`. A test fails when it differs: never edit it.\n",
    );
    for declaration in types.declarations.values() {
        let _ = write!(text, "\nexport {declaration}\n");
    }
    text.push_str("\n/** The commands of the main window: what each takes, gives, and whether it reports steps. */\nexport type Commands = {\n");
    for Signature { doc, name, arguments, result, steps } in signatures {
        let arguments = arguments
            .iter()
            .map(|(name, kind)| format!("{}: {kind}", camel_case(name)))
            .collect::<Vec<_>>()
            .join("; ");
        let _ = writeln!(
            text,
            "  /** {doc} */\n  {name}: {{ args: {{ {arguments} }}; result: {result}; steps: {steps} }};"
        );
    }
    text.push_str("};\n");
    text
}

struct Types {
    config: Config,
    seen: HashSet<TypeId>,
    declarations: BTreeMap<String, String>,
}

impl Default for Types {
    fn default() -> Self {
        Self {
            config: Config::new().with_large_int("number"),
            seen: HashSet::new(),
            declarations: BTreeMap::new(),
        }
    }
}

impl Types {
    fn name<T: TS + 'static + ?Sized>(&mut self) -> String {
        self.add::<T>();
        T::name(&self.config)
    }

    fn add<T: TS + 'static + ?Sized>(&mut self) {
        if !self.seen.insert(TypeId::of::<T>()) {
            return;
        }
        if T::output_path().is_some() {
            self.declarations.insert(T::ident(&self.config), T::decl(&self.config));
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

impl TypeVisitor for Types {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        self.add::<T>();
    }
}

fn camel_case(name: &str) -> String {
    let mut words = name.split('_');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |camel, word| {
        let (head, tail) = word.split_at(1);
        camel + &head.to_uppercase() + tail
    })
}
