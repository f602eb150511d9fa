//! The programs that a desktop or a window needs. Each ends together with everything that it has started.

use std::process::{Child, Command};

use crate::error::{Context, Error};
use crate::process_tree;

/// The Debian package of each program, for the advice when the program is missing.
const PACKAGES: [(&str, &str); 12] = [
    ("Xvfb", "xvfb"),
    ("dbus-daemon", "dbus"),
    ("dbus-send", "dbus"),
    ("gnome-keyring-daemon", "gnome-keyring"),
    ("WebKitWebDriver", "webkit2gtk-driver"),
    ("fc-list", "fontconfig"),
    ("fc-match", "fontconfig"),
    ("unshare", "util-linux"),
    ("xclip", "xclip"),
    ("weston", "weston"),
    ("wl-copy", "wl-clipboard"),
    ("wl-paste", "wl-clipboard"),
];

/// A program that runs until this is dropped.
#[derive(Debug)]
pub(crate) struct Running(Child);

impl Running {
    /// Starts a program. Says which package has it if it is not installed.
    pub(crate) fn start(command: &mut Command) -> Result<Self, Error> {
        let program = command.get_program().to_string_lossy().into_owned();
        command.spawn().map(Self).map_err(|cause| not_started(&program, &cause))
    }

    /// The process, for its streams.
    pub(crate) fn child(&mut self) -> &mut Child {
        &mut self.0
    }

    #[cfg(target_os = "linux")]
    pub(crate) fn signal(&self, signal: rustix::process::Signal) -> Result<(), Error> {
        let process = i32::try_from(self.0.id()).context("the number of a process")?;
        let process =
            rustix::process::Pid::from_raw(process).ok_or_else(|| Error::new("no such process"))?;
        rustix::process::kill_process(process, signal).context("sending a signal")
    }

    /// Whether it still runs.
    pub(crate) fn runs(&mut self) -> bool {
        matches!(self.0.try_wait(), Ok(None))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        process_tree::end(self.0.id());
        // It has ended: this only takes it off the list of children.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Fails with advice if one of these programs can't be found.
pub(crate) fn must_be_installed(programs: &[&str]) -> Result<(), Error> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let missing = |program: &&&str| {
        !std::env::split_paths(&path).any(|folder| folder.join(program).is_file())
    };
    match programs.iter().find(missing) {
        None => Ok(()),
        Some(program) => Err(advice(program)),
    }
}

fn not_started(program: &str, cause: &std::io::Error) -> Error {
    if cause.kind() == std::io::ErrorKind::NotFound {
        advice(program)
    } else {
        Error::new(format!("{program} could not be started: {cause}"))
    }
}

fn advice(program: &str) -> Error {
    let package = PACKAGES.iter().find(|(name, _)| *name == program);
    let source = package
        .map_or_else(String::new, |(_, package)| format!(" (Debian: apt-get install {package})"));
    Error::new(format!(
        "{program} is not installed{source}; `cargo xtask test` installs everything that is missing"
    ))
}

/// Runs a program to its end and gives its standard output. Fails with its standard error if it fails.
pub(crate) fn output_of(command: &mut Command) -> Result<String, Error> {
    let program = command.get_program().to_string_lossy().into_owned();
    let output = command.output().map_err(|cause| not_started(&program, &cause))?;
    if !output.status.success() {
        let complaint = String::from_utf8_lossy(&output.stderr);
        return Err(Error::new(format!("{program}: {}", complaint.trim())));
    }
    String::from_utf8(output.stdout).context(program)
}

#[cfg(test)]
#[cfg(target_os = "linux")]
mod tests {
    use std::process::{Command, Stdio};

    use super::*;

    fn shell(script: &str) -> Running {
        Running::start(Command::new("sh").args(["-c", script]).stdin(Stdio::null())).unwrap()
    }

    #[test]
    fn a_missing_program_is_named_with_its_package() {
        let error = advice("Xvfb").to_string();
        assert!(error.contains("Xvfb") && error.contains("apt-get install xvfb"), "{error}");
        assert!(must_be_installed(&["sh"]).is_ok());
        assert!(must_be_installed(&["sh", "no-such-program"]).is_err());
    }

    #[test]
    fn a_program_that_has_ended_does_not_run() {
        let mut short = shell("exit 0");
        short.child().wait().unwrap();
        assert!(!short.runs());
        assert!(shell("sleep 600").runs());
    }
}
