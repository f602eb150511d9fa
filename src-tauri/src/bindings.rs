//! Generates the files that follow from the list of commands and events: the TypeScript types and
//! the capabilities. `cargo xtask bindings` writes them, and a test compares them.

use std::any::TypeId;
use std::collections::{BTreeMap, HashSet};
use std::fmt::Write;

use ts_rs::{Config, TS, TypeVisitor};

use crate::capabilities;
use crate::list;
#[allow(clippy::wildcard_imports, reason = "the list names all of them")]
use crate::types::*;

struct Command {
    doc: &'static str,
    name: &'static str,
    windows: &'static [&'static str],
    arguments: Vec<(&'static str, String)>,
    result: String,
    steps: bool,
}

struct Event {
    doc: &'static str,
    name: &'static str,
    payload: String,
}

macro_rules! commands {
    ($(mod $module:ident for $windows:tt {
        $($(#[doc = $doc:literal])* fn $name:ident($($argument:ident: $type:ty),*) $(-> $result:ty)? $(, reporting $steps:ident)?;)*
    })*) => {
        fn commands(types: &mut Types) -> Vec<Command> {
            vec![$($(Command {
                doc: concat!($($doc),*).trim(),
                name: stringify!($name),
                windows: &names!($windows),
                arguments: vec![$((stringify!($argument), types.name::<$type>())),*],
                result: or(None$(.or(Some(types.name::<$result>())))?, "void"),
                steps: false$( || stringify!($steps) == "steps")?,
            },)*)*]
        }
    };
}

macro_rules! names {
    ([$($name:ident),+]) => {
        [$(stringify!($name)),+]
    };
}

macro_rules! events {
    ($($(#[doc = $doc:literal])* $name:ident $(: $payload:ty)?;)*) => {
        fn events(types: &mut Types) -> Vec<Event> {
            vec![$(Event {
                doc: concat!($($doc),*).trim(),
                name: stringify!($name),
                payload: or(None$(.or(Some(types.name::<$payload>())))?, "null"),
            },)*]
        }
    };
}

list::with_commands!(commands);
list::with_events!(events);

fn or(name: Option<String>, otherwise: &str) -> String {
    name.unwrap_or_else(|| otherwise.to_owned())
}

/// The names of the commands that a window may call: `main`, `reveal`, `enter` or `ask`.
#[must_use]
pub fn commands_of(window: &str) -> Vec<&'static str> {
    let commands = commands(&mut Types::default()).into_iter();
    commands
        .filter(|command| command.windows.contains(&window))
        .map(|command| command.name)
        .collect()
}

/// The generated files: the path of each, from the root of the repository, and its text.
#[must_use]
pub fn files() -> Vec<(String, String)> {
    let commands = commands(&mut Types::default());
    let windows: Vec<_> = commands.iter().map(|command| (command.name, command.windows)).collect();
    let capabilities = capabilities::files(&windows).into_iter();
    capabilities
        .map(|(name, text)| (format!("src-tauri/capabilities/{name}"), text))
        .chain([("ui/src/bindings/index.ts".to_owned(), typescript())])
        .collect()
}

fn typescript() -> String {
    let mut types = Types::default();
    types.add::<StartInfo>();
    types.add::<Failure>();
    types.add::<Step>();
    let commands = commands(&mut types);
    let events = events(&mut types);

    let mut text = String::from(
        "// Generated from Rust by `cargo xtask bindings`. Never edit it: a test fails when it differs.\n",
    );
    for declaration in types.declarations.values() {
        let _ = write!(text, "\nexport {declaration}\n");
    }
    for (window, name, whose) in [
        ("main", "Commands", "the main window"),
        ("reveal", "RevealCommands", "the popup window that shows a key or a passphrase"),
        ("enter", "EnterCommands", "the popup window in which a key is typed"),
        ("ask", "AskCommands", "the popup window in which a program asks for a token"),
    ] {
        let _ = write!(
            text,
            "\n/** The commands of {whose}: arguments, result, and whether it reports steps. */\nexport type {name} = {{\n"
        );
        let own = commands.iter().filter(|command| command.windows.contains(&window));
        own.for_each(|command| command.write(&mut text));
        text.push_str("};\n");
    }
    text.push_str("\n/** The events that the main window receives, and the payload of each. */\nexport type Events = {\n");
    for Event { doc, name, payload } in events {
        let _ = writeln!(text, "  /** {doc} */\n  {name}: {payload};");
    }
    text.push_str("};\n");
    text
}

impl Command {
    fn write(&self, text: &mut String) {
        let Self { doc, name, arguments, result, steps, .. } = self;
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
}

/// The TypeScript declarations of all types that were named so far.
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
