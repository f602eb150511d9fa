//! Declares the app's commands to Tauri. From then on a window may call only the commands that its
//! file in `capabilities` allows.

#[path = "src/capabilities.rs"]
mod capabilities;
#[path = "src/commands/list.rs"]
mod list;

use std::path::Path;

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
    let commands: Vec<(&'static str, &[&str])> = COMMANDS
        .iter()
        .flat_map(|(windows, names)| names.iter().map(|name| (*name, *windows)))
        .collect();
    // `cargo xtask bindings` sets this. Without new files a command that was renamed or removed would
    // stop the build here: Tauri refuses a capability that names an unknown command.
    if std::env::var_os("KEYDESK_WRITE_BINDINGS").is_some()
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

fn write_capabilities(commands: &[(&str, &[&str])]) -> std::io::Result<()> {
    for (name, text) in capabilities::files(commands) {
        std::fs::write(Path::new("src-tauri/capabilities").join(name), text)?;
    }
    Ok(())
}
