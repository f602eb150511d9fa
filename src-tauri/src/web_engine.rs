//! Environment variables that change the web engine of Windows, `WebView2`.
//!
//! With them a program that starts Key Desk can read and drive its pages, for example over a port for
//! remote debugging. Key Desk starts itself again without them. An administrator's policy has the same
//! effect and is respected.

use std::ffi::OsStr;
use std::process::Command;

use crate::start_failure::StartFailure;

/// The variables that choose the arguments, the program, the data folder and the debugger of `WebView2`.
const VARIABLES: [&str; 8] = [
    "WEBVIEW2_ADDITIONAL_BROWSER_ARGUMENTS",
    "WEBVIEW2_BROWSER_EXECUTABLE_FOLDER",
    "WEBVIEW2_USER_DATA_FOLDER",
    "WEBVIEW2_RELEASE_CHANNEL_PREFERENCE",
    "WEBVIEW2_CHANNEL_SEARCH_KIND",
    "WEBVIEW2_RELEASE_CHANNELS",
    "WEBVIEW2_PIPE_FOR_SCRIPT_DEBUGGER",
    "WEBVIEW2_WAIT_FOR_SCRIPT_DEBUGGER",
];

/// Runs Key Desk in a process without the variables, and returns its exit code when it has ended.
/// `None` if none is set, and in builds for development, in which they are useful.
pub(crate) fn run_without_variables() -> Result<Option<i32>, StartFailure> {
    let is_set = |name: &str| std::env::var_os(name).is_some();
    if !is_needed(cfg!(windows), cfg!(debug_assertions), is_set) {
        return Ok(None);
    }
    let failed = |error: std::io::Error| StartFailure::Other(error.to_string());
    let program = std::env::current_exe().map_err(failed)?;
    let status = without_variables(&program).args(std::env::args_os().skip(1)).status();
    Ok(Some(status.map_err(failed)?.code().unwrap_or(1)))
}

fn is_needed(on_windows: bool, in_development: bool, is_set: impl Fn(&str) -> bool) -> bool {
    on_windows && !in_development && VARIABLES.into_iter().any(is_set)
}

fn without_variables(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    for name in VARIABLES {
        command.env_remove(name);
    }
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_process_that_is_started_again_has_none_of_the_variables() {
        let command = without_variables("keydesk");
        for name in VARIABLES {
            let change = command.get_envs().find(|(changed, _)| *changed == OsStr::new(name));
            assert_eq!(change, Some((OsStr::new(name), None)));
        }
        assert_eq!(command.get_envs().count(), VARIABLES.len());
    }

    /// Otherwise every test of the window would start a second process.
    #[test]
    fn other_systems_and_builds_for_development_start_no_other_process() {
        for name in VARIABLES {
            let is_set = |set: &str| set == name;
            assert!(is_needed(true, false, is_set), "{name}");
            assert!(!is_needed(false, false, is_set) && !is_needed(true, true, is_set), "{name}");
        }
        assert!(!is_needed(true, false, |set| set == "WEBVIEW2_OTHER"));
    }
}
