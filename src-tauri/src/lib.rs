//! The app: windows, commands, clipboard, settings. The rules of Nova Post are in `keydesk_core`.
//!
//! This file starts the app, manages the state of the parts and subscribes to Tauri's events. Below it
//! are `cli` and `commands`, then `token_requests`, `notifications`, then `windows`, then `clipboard`, `services` and the other parts. A module imports
//! modules below it only.

pub mod bindings;
pub mod diagnostics;
pub mod email;
pub mod links;
pub mod policy;
pub mod start_config;
pub mod start_failure;
pub mod view;

mod background;
mod capabilities;
mod cli;
mod clipboard;
mod commands;
mod connection_check;
mod events;
mod folder_lock;
mod hand_over_files;
mod key_request_inbox;
// Not a part of `commands`: `events`, which is below `commands`, needs it too.
#[path = "commands/list.rs"]
mod list;
mod menu;
mod message_box;
mod notifications;
mod practice;
mod saved_lists;
mod sealed;
mod search_folders;
mod sentences;
mod services;
mod settings;
mod token_question;
mod token_requests;
mod types;
mod update_view;
mod updates;
mod web_engine;
mod windows;

use std::process::ExitCode;
use std::sync::{Arc, OnceLock};

use tauri::{AppHandle, Builder, Manager, RunEvent, Runtime};

use keydesk_core::model::Mode;
use keydesk_core::store::private_folder;

use background::OnChange;
use clipboard::ClipboardLease;
use connection_check::ConnectionChecks;
use email::EmailFiles;
use folder_lock::FolderLock;
use key_request_inbox::KeyRequestInbox;
use notifications::Notifications;
use policy::Policy;
use saved_lists::SavedLists;
use search_folders::SearchFolders;
use services::Services;
use settings::SettingsFile;
use start_config::StartConfig;
use start_failure::StartFailure;
use token_requests::TokenRequests;
use updates::Updates;
use view::OtherAddress;

/// Starts Key Desk. Returns its exit code when it has ended; 2 if it could not start.
#[must_use]
pub fn run() -> ExitCode {
    diagnostics::disable_core_dumps();
    if let Some(code) = cli::run() {
        return code;
    }
    match start() {
        Ok(code) => u8::try_from(code).map_or(ExitCode::FAILURE, ExitCode::from),
        Err(failure) => {
            failure.show();
            ExitCode::from(2)
        }
    }
}

/// Runs the app until it ends. Returns its exit code.
fn start() -> Result<i32, StartFailure> {
    if let Some(code) = web_engine::run_without_variables()? {
        return Ok(code);
    }
    let context = context();
    let start_config = start_config(&context)?;
    let _diagnostics = diagnostics::begin(&start_config.home);
    StartFailure::check_web_engine()?;
    let builder = Builder::default();
    #[cfg(not(target_os = "macos"))]
    let builder = builder.plugin(single_instance());
    // An error that the setup returned would end the app with a panic.
    let failure = Arc::new(OnceLock::new());
    let builder = with_commands(builder).setup({
        let failure = Arc::clone(&failure);
        move |app| {
            if let Err(error) = set_up(app.handle(), start_config) {
                let _ = failure.set(error);
                app.handle().exit(2);
            }
            Ok(())
        }
    });
    let app = builder.build(context)?;
    let code = app.run_return(|app, event| {
        match event {
            RunEvent::Exit => tidy_up(app),
            RunEvent::ExitRequested { code: None, api, .. } if updates::is_installing(app) => {
                api.prevent_exit();
            }
            // The person opens the app again, from the Dock or from Finder.
            #[cfg(target_os = "macos")]
            RunEvent::Reopen { .. } => windows::main::raise(app),
            // Files that the person opens with the app.
            #[cfg(target_os = "macos")]
            RunEvent::Opened { urls } => {
                let files = urls.iter().filter_map(|url| url.to_file_path().ok()).collect();
                key_request_inbox::receive(app, files);
            }
            _ => {}
        }
    });
    failure.get().cloned().map_or(Ok(code), Err)
}

/// What `tauri.conf.json` says, and the pages. The only place that makes it: each one would put the pages into the
/// program once more.
fn context() -> tauri::Context {
    tauri::generate_context!()
}

fn start_config(context: &tauri::Context) -> Result<StartConfig, StartFailure> {
    let identifier = &context.config().identifier;
    let start_config =
        StartConfig::read(|name| std::env::var_os(name), || data_folder(identifier))?;
    Ok(start_config.under(Policy::of_this_computer()))
}

/// Adds the commands of all windows. Works on any runtime, also on the mock runtime of tests.
pub fn with_commands<R: Runtime>(builder: Builder<R>) -> Builder<R> {
    #[cfg(target_os = "macos")]
    let builder = builder.on_web_content_process_terminate(|webview| {
        windows::crash::on_end(webview.app_handle(), webview.label());
    });
    // No window has a permission for the plugin's own commands.
    let builder = builder.plugin(tauri_plugin_updater::Builder::new().build());
    builder.invoke_handler(commands::handler())
}

/// Manages the state, opens the main window and, in practice, starts the practice server in the
/// background.
///
/// Fails if another process uses the same data folder, or if the window can't be made.
pub fn set_up<R: Runtime>(
    app: &AppHandle<R>,
    start_config: StartConfig,
) -> Result<(), StartFailure> {
    prepare_home(&start_config);
    let lock = FolderLock::acquire_for_app(&start_config.home)?;
    manage_state(app, start_config, lock);
    app.on_menu_event(|app, chosen| menu::on_menu_event(app, &chosen));
    windows::main::open(app)?;
    diagnostics::close_to_others();
    open_practice(app);
    tauri::async_runtime::spawn(token_requests::listen_and_serve(app.clone()));
    let folder = std::env::current_dir().unwrap_or_default();
    key_request_inbox::receive(app, key_request_inbox::files_of(std::env::args_os(), &folder));
    Ok(())
}

/// Makes the data folder.
fn prepare_home(start_config: &StartConfig) {
    if let Err(error) = private_folder(&start_config.home) {
        // The first command that writes there fails, and the window shows that.
        tracing::error!(kind = ?error.kind(), "the data folder can't be made");
    }
}

/// Manages the state of all parts. `lock`: of the data folder.
fn manage_state<R: Runtime>(app: &AppHandle<R>, start_config: StartConfig, lock: FolderLock) {
    tracing::info!(version = %app.package_info().version, system = std::env::consts::OS, "started");
    for other in start_config.other_addresses() {
        let OtherAddress { environment, host } = &other;
        tracing::warn!(?environment, host, "live mode has another address than Nova Post's");
    }
    start_config.policy.log();
    app.manage(lock);
    app.manage(start_config.policy.clone());
    let settings = SettingsFile::open(start_config.home.join("settings.json"), start_config.start);
    app.manage(settings.under(start_config.policy.clone()));
    app.manage(Services::new(start_config.clone(), keys_changed(app)));
    app.manage(ClipboardLease::default());
    app.manage(Notifications::new(&app.config().identifier));
    app.manage(EmailFiles::in_folder(start_config.emails.clone()));
    app.manage(SavedLists::in_folder(start_config.lists.clone()));
    app.manage(SearchFolders::default());
    app.manage(ConnectionChecks::default());
    app.manage(KeyRequestInbox::default());
    windows::manage_state(app, &start_config.home);
    app.manage(TokenRequests::default());
    app.manage(Updates::new(&start_config.home));
    app.manage(start_config);
}

/// Clears the clipboard, wipes the secrets in memory and shuts the practice server down, because the
/// app ends.
pub fn tidy_up<R: Runtime>(app: &AppHandle<R>) {
    // There is none if the app ends because it could not start.
    let Some(services) = app.try_state::<Services>() else { return };
    clipboard::clear_at_exit(app);
    services.forget_secrets();
    services.practice.end();
    // A person who starts the app again need not wait for the end of this process.
    app.state::<FolderLock>().release();
}

/// Tells the window that keys have changed.
fn keys_changed<R: Runtime>(app: &AppHandle<R>) -> OnChange {
    let app = app.clone();
    Arc::new(move || events::keys_changed(&app))
}

/// A second copy of the app ends at once. The first copy's window comes to the front and says so, or shows the request
/// that was opened.
///
/// Not on macOS: there the plugin's socket lies in `/tmp`, where another person can answer in the app's place. The
/// system itself opens no second copy, and the lock of the data folder keeps it from starting.
#[cfg(not(target_os = "macos"))]
fn single_instance<R: Runtime>() -> tauri::plugin::TauriPlugin<R> {
    tauri_plugin_single_instance::init(|app, arguments, folder| {
        windows::main::raise(app);
        let arguments = arguments.into_iter().map(std::ffi::OsString::from);
        let files = key_request_inbox::files_of(arguments, std::path::Path::new(&folder));
        // Who opens a file wants to see it, and need not hear that the app was open.
        if files.is_empty() {
            events::already_running(app);
        }
        key_request_inbox::receive(app, files);
    })
}

fn open_practice<R: Runtime>(app: &AppHandle<R>) {
    if app.state::<SettingsFile>().mode() != Some(Mode::Practice) {
        return;
    }
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        let opened = app.state::<Services>().open(Mode::Practice).await;
        if let Err(failure) = opened {
            // The first command that needs the service tries again, and the window shows its failure.
            tracing::warn!(?failure, "practice did not open at the start");
        }
    });
}

/// The system's folder for the data of an app on this computer. On Windows that is `%LOCALAPPDATA%`:
/// `SQLite` and `WebView2` fail on a network share, where the roaming folder may be.
fn data_folder(identifier: &str) -> std::path::PathBuf {
    dirs::data_local_dir().unwrap_or_else(std::env::temp_dir).join(identifier)
}
