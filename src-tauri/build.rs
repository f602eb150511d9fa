//! Declares the app's commands, so that each needs a permission in a window's capability.

macro_rules! commands {
    ($($(#[$doc:meta])* fn $name:ident($($arguments:tt)*) $(-> $result:ty)? $(, reporting $steps:ident)?;)*) => {
        const MAIN_WINDOW: &[&str] = &[$(stringify!($name)),*];
    };
}

include!("src/commands/list.rs");

const SMALL_WINDOWS: &[&str] = &[
    "revealed_secret",
    "close_reveal",
    "entry_lock",
    "entered_key",
    "pasted_key",
    "close_enter",
    "stay_open",
];

fn main() {
    let commands: Vec<&'static str> = MAIN_WINDOW.iter().chain(SMALL_WINDOWS).copied().collect();
    let attributes = tauri_build::Attributes::new()
        .app_manifest(tauri_build::AppManifest::new().commands(commands.leak()))
        .capabilities_path_pattern("src-tauri/capabilities/*.json");
    if let Err(error) = tauri_build::try_build(attributes) {
        println!("cargo::error={error:#}");
    }
}
