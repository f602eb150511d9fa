//! Declares the app's commands to Tauri. From then on a window may call only the commands that its
//! file in `capabilities` allows.

#[path = "src/capabilities.rs"]
mod capabilities;
#[path = "src/commands/list.rs"]
mod list;
#[path = "src/sentences/selection.rs"]
mod selection;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

macro_rules! commands {
    ($(mod $module:ident for [$($window:ident),+] {
        $($(#[doc = $doc:literal])* fn $name:ident($($arguments:tt)*) $(-> $result:ty)? $(, reporting $steps:ident)?;)*
    })*) => {
        /// Each module's windows and commands.
        const COMMANDS: &[(&[&str], &[&str])] =
            &[$((&[$(stringify!($window)),+], &[$(stringify!($name)),*])),*];
    };
}

list::with_commands!(commands);

fn main() {
    // Tauri watches the folder `capabilities` only where its template has it.
    println!("cargo::rerun-if-changed=src-tauri/capabilities");
    println!("cargo::rerun-if-env-changed=KEYDESK_WRITE_BINDINGS");
    if let Err(error) = select_sentences() {
        println!("cargo::error=the sentences that Rust shows can't be selected: {error}");
    }
    let commands: Vec<(&'static str, &[&str])> = COMMANDS
        .iter()
        .flat_map(|(windows, names)| names.iter().map(|name| (*name, *windows)))
        .collect();
    // `cargo xtask bindings` sets this. Without new files a command that was renamed or removed would
    // stop the build here: Tauri refuses a capability that names an unknown command.
    if env::var_os("KEYDESK_WRITE_BINDINGS").is_some()
        && let Err(error) = write_capabilities(&commands)
    {
        println!("cargo::error=the capabilities can't be written: {error}");
    }
    let names: Vec<&'static str> = commands.iter().map(|(name, _)| *name).collect();
    let attributes = tauri_build::Attributes::new()
        .app_manifest(tauri_build::AppManifest::new().commands(names.leak()))
        .capabilities_path_pattern("src-tauri/capabilities/*.json");
    if let Err(error) = tauri_build::try_build(attributes) {
        println!("cargo::error={error:#}");
    }
}

/// Writes the messages that Rust shows, for each language.
fn select_sentences() -> io::Result<()> {
    println!("cargo::rerun-if-changed=src-tauri/src");
    println!("cargo::rerun-if-changed=ui/locales");
    let mut names = BTreeSet::new();
    for code in files_in(Path::new("src-tauri/src"), "rs")? {
        names.extend(selection::names(&fs::read_to_string(code)?));
    }
    let folder = Path::new(&env::var_os("OUT_DIR").unwrap_or_default()).join("sentences");
    fs::create_dir_all(&folder)?;
    let locales = Path::new("ui/locales");
    let catalogs = files_in(locales, "ftl")?;
    // The folders in it have catalogs of emails.
    for catalog in catalogs.iter().filter(|catalog| catalog.parent() == Some(locales)) {
        let selected = selection::selection(&fs::read_to_string(catalog)?, &names);
        fs::write(folder.join(catalog.file_name().unwrap_or_default()), selected)?;
    }
    Ok(())
}

/// The files with this extension in a folder and in the folders in it.
fn files_in(folder: &Path, extension: &str) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(files_in(&path, extension)?);
        } else if path.extension().is_some_and(|found| found == extension) {
            files.push(path);
        }
    }
    Ok(files)
}

fn write_capabilities(commands: &[(&str, &[&str])]) -> io::Result<()> {
    for (name, text) in capabilities::files(commands) {
        fs::write(Path::new("src-tauri/capabilities").join(name), text)?;
    }
    Ok(())
}
