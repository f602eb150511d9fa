//! Key Desk's window, from the Rust side: commands, windows, clipboard. Knows no rule of Nova Post.

pub mod bindings;
pub mod letters;
pub mod links;
pub mod view;

mod clipboard;
mod commands;
mod menu;
mod page;
mod practice;
mod sealed;
mod sentences;
mod services;
mod settings;
mod shell;
mod small_windows;
pub mod start_config;
pub mod traces;
mod web_data;
mod web_process;
mod windows;

use std::process::ExitCode;

use fluent_bundle::FluentArgs;
use tauri::plugin::TauriPlugin;
use tauri::{AppHandle, Builder, Emitter, Manager, RunEvent, Runtime};
use tauri_plugin_window_state::StateFlags;

use keydesk_core::model::Mode;
use keydesk_core::store::private_folder;

use sentences::Sentences;
use settings::SettingsFile;
use shell::Shell;
use start_config::{Refused, StartConfig};
use view::Settings;

/// Opens Key Desk and returns when it has ended, with its exit code: 2 when it could not start.
#[must_use]
pub fn run() -> ExitCode {
    traces::keep_no_dumps();
    let context = tauri::generate_context!();
    let identifier = context.config().identifier.clone();
    let start_config =
        match StartConfig::read(|name| std::env::var_os(name), || data_folder(&identifier)) {
            Ok(start_config) => start_config,
            Err(refused) => return refuse(refused),
        };
    let _traces = traces::begin(&start_config.home);
    let plugged = Builder::default().plugin(single_instance()).plugin(window_state(&start_config));
    let app = with_commands(plugged).setup(move |app| Ok(set_up(app.handle(), start_config)?));
    let app = match app.build(context) {
        Ok(app) => app,
        Err(error) => {
            tracing::error!(%error, "the window can't be opened");
            return ExitCode::from(2);
        }
    };
    let code = app.run_return(|app, event| {
        if let RunEvent::Exit = event {
            tidy_up(app);
        }
    });
    u8::try_from(code).map_or(ExitCode::FAILURE, ExitCode::from)
}

/// Lets the windows of `builder` send their commands; on any runtime, also the mock one of tests.
pub fn with_commands<R: Runtime>(builder: Builder<R>) -> Builder<R> {
    #[cfg(target_os = "macos")]
    let builder = builder.on_web_content_process_terminate(|webview| {
        web_process::on_end(webview.app_handle(), webview.label());
    });
    builder.invoke_handler(commands::handler())
}

/// Sets up state and main window, and starts practice beside the first paint where it is needed.
pub fn set_up<R: Runtime>(app: &AppHandle<R>, start_config: StartConfig) -> tauri::Result<()> {
    tracing::info!(version = env!("CARGO_PKG_VERSION"), system = std::env::consts::OS, "started");
    // A folder that can't be made is told of by the first thing that has to be written there.
    let _ = private_folder(&start_config.home);
    let settings = SettingsFile::open(start_config.home.join("settings.json"), start_config.start);
    app.manage(Shell::new(start_config, settings, keys_changed(app)));
    app.on_menu_event(|app, chosen| menu::tell_window(app, &chosen));
    windows::open_main(app)?;
    traces::close_to_others();
    begin_practice(app);
    Ok(())
}

/// Done last, before the app ends: nothing of ours stays on the clipboard or in memory.
pub fn tidy_up<R: Runtime>(app: &AppHandle<R>) {
    clipboard::take_back_at_exit(app);
    app.state::<Shell>().services.forget_secrets();
    app.state::<Shell>().services.practice.end();
}

/// The pages that show keys ask for them again.
fn keys_changed<R: Runtime>(app: &AppHandle<R>) -> services::News {
    let app = app.clone();
    std::sync::Arc::new(move || drop(app.emit_to(windows::MAIN, "keys_changed", ())))
}

/// A second start brings the first window to the front, and that window says so.
fn single_instance<R: Runtime>() -> TauriPlugin<R> {
    tauri_plugin_single_instance::init(|app, _arguments, _folder| {
        windows::raise_main(app);
        let _ = app.emit_to(windows::MAIN, "already_running", ());
    })
}

/// The window opens where it was and as large as it was.
fn window_state<R: Runtime>(start_config: &StartConfig) -> TauriPlugin<R> {
    tauri_plugin_window_state::Builder::new()
        .with_state_flags(StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED)
        .with_filename(start_config.home.join("window.json").to_string_lossy())
        .with_filter(|label| label == windows::MAIN)
        .build()
}

fn begin_practice<R: Runtime>(app: &AppHandle<R>) {
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        let shell = app.state::<Shell>();
        if shell.settings.mode() == Some(Mode::Practice) {
            // A failure is shown by the first page that needs the service.
            let _ = shell.service().await;
        }
    });
}

/// Where the system keeps the data of an app, without asking the window for it.
fn data_folder(identifier: &str) -> std::path::PathBuf {
    dirs::data_dir().unwrap_or_else(std::env::temp_dir).join(identifier)
}

/// Says on the standard error, where an administrator looks, why the app does not start.
fn refuse(refused: Refused) -> ExitCode {
    use std::io::Write;

    let sentences = Sentences::of(&Settings::default());
    let mut arguments = FluentArgs::new();
    let id = match refused {
        Refused::Address(variable) => {
            arguments.set("variable", variable);
            "start-refused-address"
        }
        Refused::Start => "start-refused-start",
    };
    let _ = writeln!(std::io::stderr(), "{}", sentences.say_with(id, &arguments));
    ExitCode::from(2)
}
