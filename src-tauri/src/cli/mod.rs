//! What `keydesk` does when it is started with a command, as developers do in a terminal or from their programs.
//!
//! On Windows the program has no console: its output is there only if it is redirected to a file or to another
//! program.

mod request;
mod token;

use std::ffi::{OsStr, OsString};
use std::io::Write;
use std::process::ExitCode;

use fluent_bundle::FluentArgs;
use lexopt::{Arg, Error, Parser, ValueExt};

use crate::policy::Policy;
use crate::sentences::Sentences;
use crate::view::Settings;

/// Could not do it. 1 is for "not allowed".
pub(crate) const FAILED: u8 = 2;

/// The words that make it a command. Without one of them the app opens its window.
const COMMANDS: [&str; 7] = ["request", "token", "help", "--help", "-h", "--version", "-V"];

const HELP: &str = include_str!("help/keydesk.txt");
const VERSION: &str = concat!("keydesk ", env!("CARGO_PKG_VERSION"), "\n");

enum Command {
    Request(request::Request),
    Token(token::Arguments),
    /// Print this on standard output.
    Print(&'static str),
}

/// Arguments that can't be understood, and the help that says which can.
struct NotUnderstood {
    error: Error,
    help: &'static str,
}

/// Runs the command that the program was started with. Returns its exit code; `None` if there is none.
pub(crate) fn run() -> Option<ExitCode> {
    let first = std::env::args_os().nth(1)?;
    if !COMMANDS.iter().any(|command| OsStr::new(command) == first) {
        return None;
    }
    Some(match parse(std::env::args_os().skip(1)) {
        Ok(Command::Request(request)) => request.run(),
        Ok(Command::Token(arguments)) => token::run(arguments),
        Ok(Command::Print(text)) => {
            // If standard output is closed, there is nowhere to print the help.
            let _ = write!(std::io::stdout(), "{text}");
            ExitCode::SUCCESS
        }
        Err(NotUnderstood { error, help }) => {
            print_error(&format!("error: {error}\n\n{}", usage(help)));
            ExitCode::from(FAILED)
        }
    })
}

/// `arguments`: without the program's name.
fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Command, NotUnderstood> {
    let mut parser = Parser::from_args(arguments);
    let mut help = HELP;
    parse_command(&mut parser, &mut help).map_err(|error| NotUnderstood { error, help })
}

/// `help` becomes that of the command, as soon as the command is known.
fn parse_command(parser: &mut Parser, help: &mut &'static str) -> Result<Command, Error> {
    let command = match parser.next()? {
        Some(Arg::Short('V') | Arg::Long("version")) => return Ok(Command::Print(VERSION)),
        Some(Arg::Short('h') | Arg::Long("help")) | None => return Ok(Command::Print(HELP)),
        Some(Arg::Value(command)) => command.string()?,
        Some(other) => return Err(other.unexpected()),
    };
    if command == "help" {
        return match parser.next()? {
            Some(Arg::Value(command)) => help_of(&command.string()?).map(Command::Print),
            Some(other) => Err(other.unexpected()),
            None => Ok(Command::Print(HELP)),
        };
    }
    *help = help_of(&command)?;
    let parsed = if command == "token" {
        token::Arguments::parse(parser)?.map(Command::Token)
    } else {
        request::Request::parse(parser)?.map(Command::Request)
    };
    Ok(parsed.unwrap_or(Command::Print(help)))
}

fn help_of(command: &str) -> Result<&'static str, Error> {
    match command {
        "help" => Ok(HELP),
        "request" => Ok(request::HELP),
        "token" => Ok(token::HELP),
        other => Err(Arg::Value(other.into()).unexpected()),
    }
}

/// The value of an option that can be given once.
fn once(parser: &mut Parser, name: &str, before: &mut Option<OsString>) -> Result<(), Error> {
    let value = parser.value()?;
    if before.replace(value).is_some() {
        return Err(format!("the option '--{name}' is given twice").into());
    }
    Ok(())
}

/// The line of a help that shows how the command is written.
fn usage(help: &str) -> &str {
    help.lines().find(|line| line.starts_with("Usage: ")).unwrap_or_default()
}

/// Prints a sentence of the catalogs on standard error.
fn say(id: &str, arguments: &FluentArgs<'_>) {
    print_error(&sentences().say_with(id, arguments));
}

/// In the language of the system, or one that the policy of the organization allows.
fn sentences() -> Sentences {
    let language = Policy::of_this_computer().language(None, sys_locale::get_locales());
    Sentences::of(&Settings { language, ..Settings::default() })
}

/// Prints a text on standard error. If that is closed, the exit code still says what happened.
fn print_error(text: &str) {
    let _ = writeln!(std::io::stderr(), "{text}");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Command, NotUnderstood> {
        parse(line.split_whitespace().map(OsString::from))
    }

    fn refused(line: &str) -> String {
        parsed(line).err().map(|NotUnderstood { error, .. }| error.to_string()).unwrap()
    }

    #[test]
    fn a_command_has_its_arguments_in_any_order() {
        for line in ["token Shop --json", "token --json Shop", "token --json -- Shop"] {
            let Ok(Command::Token(arguments)) = parsed(line) else { panic!("{line}") };
            assert!(arguments.json && arguments.name == "Shop", "{line}");
        }
        let needed = "request --name=Oleh --environment sandbox --public-key - --system sdk";
        assert!(matches!(parsed(needed), Ok(Command::Request(_))));
        let more = format!("{needed} --need a --need b --note c --email --output d");
        assert!(matches!(parsed(&more), Ok(Command::Request(_))));
    }

    #[test]
    fn help_and_version_are_printed() {
        for (line, expected) in [
            ("--help", HELP),
            ("-h", HELP),
            ("help", HELP),
            ("help token", token::HELP),
            ("token --help", token::HELP),
            ("token a -h", token::HELP),
            ("request --name a --help", request::HELP),
            ("--version", VERSION),
            ("-V", VERSION),
        ] {
            let Ok(Command::Print(text)) = parsed(line) else { panic!("{line}") };
            assert_eq!(text, expected, "{line}");
        }
    }

    #[test]
    fn arguments_that_are_missing_unknown_or_repeated_are_named() {
        for (line, named) in [
            ("token", "<NAME>"),
            ("token a b", "b"),
            ("token a --jsn", "--jsn"),
            ("token a --json=yes", "--json"),
            ("request --name a --system sdk --environment sandbox", "--public-key"),
            ("request --name", "--name"),
            ("request --name a --name b", "--name"),
            ("request --email=yes", "--email"),
            ("request a", "a"),
            ("help window", "window"),
            ("help --json", "--json"),
        ] {
            assert!(refused(line).contains(named), "{line}: {}", refused(line));
        }
    }

    #[test]
    fn every_help_has_a_line_of_usage() {
        for help in [HELP, request::HELP, token::HELP] {
            assert!(usage(help).starts_with("Usage: keydesk"));
        }
    }
}
