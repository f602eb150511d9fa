//! Paths of the project, and running other programs in its root folder.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use test_driver::{Context, Error};

/// The project's root folder.
pub(crate) fn root() -> PathBuf {
    // Cargo sets the variable to the package's present folder. The path that was compiled in is the
    // folder at the time of the build.
    let package = std::env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    package.ancestors().nth(3).map_or(package.clone(), PathBuf::from)
}

/// The folder of the window's code.
pub(crate) fn ui() -> PathBuf {
    root().join("ui")
}

/// Cargo's target folder.
pub(crate) fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR")
        .map_or_else(|| root().join("target"), |folder| root().join(folder))
}

/// A path relative to the root, if it is inside.
pub(crate) fn from_root(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).display().to_string()
}

/// Cargo with these arguments, in the root folder.
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

/// Runs a program that prints to the terminal. Fails if the program does.
pub(crate) fn run(command: &mut Command) -> Result<(), Error> {
    let line = line_of(command);
    let status = command.stdin(Stdio::null()).status().context(&line)?;
    if status.success() { Ok(()) } else { Err(Error::new(format!("{line}: {status}"))) }
}

/// Runs a program and returns its standard output. If it fails, the error has what it printed on the
/// error stream.
pub(crate) fn output(command: &mut Command) -> Result<String, Error> {
    let line = line_of(command);
    let output = command.stdin(Stdio::null()).output().context(&line)?;
    if output.status.success() {
        return String::from_utf8(output.stdout).context(line);
    }
    let errors = String::from_utf8_lossy(&output.stderr);
    Err(Error::new(format!("{line}: {}", errors.trim())))
}

/// Runs a program without printing. If it fails, the error has all that it printed.
pub(crate) fn run_silent(command: &mut Command) -> Result<(), Error> {
    let line = line_of(command);
    let output = command.stdin(Stdio::null()).output().context(&line)?;
    if output.status.success() {
        return Ok(());
    }
    let printed = String::from_utf8_lossy(&output.stdout).into_owned();
    let errors = String::from_utf8_lossy(&output.stderr);
    Err(Error::new(format!("{line}: {}\n{printed}{errors}", output.status)))
}

/// Whether a program is in a folder of `PATH`.
pub(crate) fn is_installed(program: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| folder.join(program).is_file())
}

/// The command as a person would type it.
fn line_of(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or_default();
    let words = std::iter::once(program).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}
