//! Running other programs from the project's root, and where things lie.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use test_driver::{Context, Error};

/// The project's root.
pub(crate) fn root() -> PathBuf {
    // Cargo says where the package lies now; what was compiled in is where it lay then.
    let package = std::env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    package.ancestors().nth(3).map_or(package.clone(), PathBuf::from)
}

/// The folder of the window's code.
pub(crate) fn ui() -> PathBuf {
    root().join("ui")
}

/// Where Cargo builds.
pub(crate) fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR")
        .map_or_else(|| root().join("target"), |dir| root().join(dir))
}

/// Cargo with these arguments, from the root.
pub(crate) fn cargo(arguments: &[&str]) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(arguments).current_dir(root());
    command
}

/// npm with these arguments, in the window's folder.
pub(crate) fn npm(arguments: &[&str]) -> Command {
    let mut command = Command::new("npm");
    command.args(arguments).current_dir(ui());
    command
}

/// Runs a program in front of the person; fails if it does.
pub(crate) fn run(command: &mut Command) -> Result<(), Error> {
    let line = line_of(command);
    let status = command.stdin(Stdio::null()).status().context(&line)?;
    if status.success() { Ok(()) } else { Err(Error::new(format!("{line}: {status}"))) }
}

/// Runs a program in silence; gives what it printed, or fails with what it complained about.
pub(crate) fn output(command: &mut Command) -> Result<String, Error> {
    let line = line_of(command);
    let output = command.stdin(Stdio::null()).output().context(&line)?;
    if output.status.success() {
        return String::from_utf8(output.stdout).context(line);
    }
    let complaint = String::from_utf8_lossy(&output.stderr);
    Err(Error::new(format!("{line}: {}", complaint.trim())))
}

/// Whether a program can be found.
pub(crate) fn is_there(program: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| folder.join(program).is_file())
}

/// As the person would have typed it.
fn line_of(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or_default();
    let words = std::iter::once(program).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}
