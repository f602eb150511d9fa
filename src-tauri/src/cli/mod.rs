//! What `keydesk` does when it is started with a command, as developers do in a terminal or from their programs.
//!
//! On Windows the program has no console: its output is there only if it is redirected to a file or to another
//! program.

mod request;
mod token;

use std::ffi::OsStr;
use std::io::Write;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use fluent_bundle::FluentArgs;

use crate::policy::Policy;
use crate::sentences::Sentences;
use crate::view::Settings;

/// Could not do it. 1 is for "not allowed".
pub(crate) const FAILED: u8 = 2;

/// The words that make it a command. Without one of them the app opens its window.
const COMMANDS: [&str; 7] = ["request", "token", "help", "--help", "-h", "--version", "-V"];

/// Gets a company's API keys from Nova Post and keeps them safe. Without a command, opens the window.
#[derive(Parser)]
#[command(name = "keydesk", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Print a request for a key, to send to the person in the company who has it
    Request(request::Request),
    /// Print a token for a key, after the person at this computer has allowed it
    Token(token::Arguments),
}

/// Runs the command that the program was started with. Returns its exit code; `None` if there is none.
pub(crate) fn run() -> Option<ExitCode> {
    let first = std::env::args_os().nth(1)?;
    if !COMMANDS.iter().any(|command| OsStr::new(command) == first) {
        return None;
    }
    Some(match Arguments::try_parse() {
        Ok(Arguments { command: Command::Request(request) }) => request.run(),
        Ok(Arguments { command: Command::Token(arguments) }) => token::run(arguments),
        Err(help) if !help.use_stderr() => {
            // If standard output is closed, there is nowhere to print the help.
            let _ = write!(std::io::stdout(), "{help}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            let _ = write!(std::io::stderr(), "{error}");
            ExitCode::from(FAILED)
        }
    })
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
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_commands_are_well_formed() {
        Arguments::command().debug_assert();
        let parsed = Arguments::try_parse_from(["keydesk", "token", "Shop 1", "--json"]);
        assert!(parsed.is_ok());
        for wrong in [vec!["keydesk", "token"], vec!["keydesk", "token", "a", "b"]] {
            assert!(Arguments::try_parse_from(wrong).is_err());
        }
    }
}
