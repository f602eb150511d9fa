//! `keydesk request`: prints a developer's request for a key, and the four words of their public key.

use std::ffi::OsString;
use std::fs::File;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use fluent_bundle::FluentArgs;
use lexopt::{Arg, Error, Parser, ValueExt};
use serde_json::json;

use keydesk_core::hand_over::{
    LONGEST_KEY_REQUEST_TEXT, RecipientKey, four_words, read_key_request, write_key_request,
    write_key_request_for_email,
};
use keydesk_core::model::{KeyRequest, KeyRequestProblem};
use keydesk_core::service::refuse_secrets;

use super::{once, print_error, say, sentences};
use crate::sentences::Sentences;

pub(super) const HELP: &str = include_str!("help/request.txt");

/// What a request says.
pub(super) struct Request {
    name: String,
    system: String,
    environment: String,
    /// `-`: the standard input.
    public_key: PathBuf,
    need: Vec<String>,
    note: String,
    /// With the two lines by which it is found in an email.
    email: bool,
    output: Option<PathBuf>,
}

impl Request {
    /// Reads the arguments after `request`. `None` if they ask for the help.
    pub(super) fn parse(parser: &mut Parser) -> Result<Option<Self>, Error> {
        let (mut name, mut system, mut environment) = (None, None, None);
        let (mut public_key, mut note, mut output) = (None, None, None);
        let (mut need, mut email) = (Vec::new(), false);
        while let Some(argument) = parser.next()? {
            match argument {
                Arg::Short('h') | Arg::Long("help") => return Ok(None),
                Arg::Long("name") => once(parser, "name", &mut name)?,
                Arg::Long("system") => once(parser, "system", &mut system)?,
                Arg::Long("environment") => once(parser, "environment", &mut environment)?,
                Arg::Long("public-key") => once(parser, "public-key", &mut public_key)?,
                Arg::Long("need") => need.push(parser.value()?.string()?),
                Arg::Long("note") => once(parser, "note", &mut note)?,
                Arg::Long("email") => email = true,
                Arg::Long("output") => once(parser, "output", &mut output)?,
                _ => return Err(argument.unexpected()),
            }
        }
        Ok(Some(Self {
            name: needed("name", name)?.string()?,
            system: needed("system", system)?.string()?,
            environment: needed("environment", environment)?.string()?,
            public_key: needed("public-key", public_key)?.into(),
            need,
            note: note.unwrap_or_default().string()?,
            email,
            output: output.map(PathBuf::from),
        }))
    }

    pub(super) fn run(self) -> ExitCode {
        let sentences = sentences();
        let public_key = match read(&self.public_key) {
            Ok(text) => text,
            Err(error) => return not_read(&self.public_key, &error),
        };
        let request = match self.read_back(&public_key) {
            Ok(request) => request,
            Err(problem) => {
                print_error(&problem_text(&sentences, &problem));
                return ExitCode::from(2);
            }
        };
        let text = if self.email {
            write_key_request_for_email(&request)
        } else {
            write_key_request(&request)
        };
        let written = match &self.output {
            Some(file) => std::fs::write(file, text),
            None => io::stdout().write_all(text.as_bytes()),
        };
        if let Err(error) = written {
            return not_read(self.output.as_deref().unwrap_or(Path::new("-")), &error);
        }
        if let Ok(key) = RecipientKey::parse(&request.public_key) {
            let mut arguments = FluentArgs::new();
            arguments.set("words", four_words(&key).join(" "));
            say("request-program-words", &arguments);
        }
        ExitCode::SUCCESS
    }

    /// The request as the app of the company will read it.
    fn read_back(&self, public_key: &str) -> Result<KeyRequest, KeyRequestProblem> {
        let text = json!({
            "keyRequest": 1,
            "system": self.system,
            "environment": self.environment,
            "needs": self.need,
            "name": self.name,
            "publicKey": public_key.trim(),
            "note": self.note,
        });
        let request = read_key_request(&text.to_string())?;
        refuse_secrets([&request.name, &request.note])
            .map_err(|_| KeyRequestProblem::HoldsSecret)?;
        Ok(request)
    }
}

fn needed(name: &str, value: Option<OsString>) -> Result<OsString, Error> {
    value.ok_or_else(|| format!("the option '--{name}' is missing").into())
}

fn read(file: &Path) -> io::Result<String> {
    let mut text = String::new();
    let most = LONGEST_KEY_REQUEST_TEXT as u64;
    if file == Path::new("-") {
        io::stdin().take(most).read_to_string(&mut text)?;
    } else {
        File::open(file)?.take(most).read_to_string(&mut text)?;
    }
    Ok(text)
}

fn not_read(file: &Path, error: &io::Error) -> ExitCode {
    let mut arguments = FluentArgs::new();
    arguments.set("file", file.display().to_string());
    arguments.set("error", error.to_string());
    say("request-program-file", &arguments);
    ExitCode::from(2)
}

/// The sentence that the window has for it, too.
fn problem_text(sentences: &Sentences, problem: &KeyRequestProblem) -> String {
    let value = serde_json::to_value(problem).unwrap_or_default();
    let (prefix, value) = match problem {
        KeyRequestProblem::PublicKey { .. } => ("hand-over-public-key-problem", &value["problem"]),
        _ => ("request-problem", &value),
    };
    let text = |name: &str| value[name].as_str().unwrap_or_default().to_owned();
    let mut arguments = FluentArgs::new();
    arguments.set("name", text("name"));
    arguments.set("bits", value["bits"].to_string());
    arguments.set("member", text("member"));
    arguments.set("system", sentences.say(&format!("hand-over-receiver-{}", text("system"))));
    arguments.set("environment", sentences.say(&format!("key-kind-{}", text("environment"))));
    sentences.say_with(&format!("{prefix}-{}", text("kind")), &arguments)
}
