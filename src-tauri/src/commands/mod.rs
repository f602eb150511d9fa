//! The commands that windows call. `list.rs` has the list and explains how to add one; the other
//! modules implement them.

mod ask;
mod backups;
mod checks;
mod connection;
mod copy;
mod enter;
mod guides;
mod hand_overs;
mod import;
mod key_requests;
mod key_search;
mod keys;
mod leaks;
mod outside;
mod pdf;
mod popup;
mod practice;
mod program_tokens;
mod register;
mod register_files;
mod replacements;
mod reveal;
mod reviews;
mod start;
mod tokens;
mod updates;

use std::sync::Arc;

use tauri::ipc::{Channel, Invoke};
use tauri::{AppHandle, Manager, Runtime, WebviewWindow};

use keydesk_core::model::Progress;

use crate::services::{ServiceGuard, Services};
use crate::settings::SettingsFile;
use crate::types::{Failure, Mode, Step};

/// For each command a function that Tauri can call, and the handler that finds it by its name.
macro_rules! handler {
    ($(mod $module:ident for $windows:tt {
        $($(#[doc = $doc:literal])* fn $name:ident($($argument:ident: $type:ty),*) $(-> $result:ty)? $(, reporting $steps:ident)?;)*
    })*) => {
        #[allow(clippy::too_many_arguments, reason = "the list names them, and the window passes each by its name")]
        mod handlers {
            use super::*;
            use crate::types::*;

            $($(handler_of! {
                [$($doc)*] $module $windows $name($($argument: $type),*) [$($result)?] [$($steps)?]
            })*)*
        }

        /// Answers the commands of all windows. The capabilities say which window may call which.
        pub(crate) fn handler<R: Runtime>() -> impl Fn(Invoke<R>) -> bool + Send + Sync + 'static {
            tauri::generate_handler![$($(handlers::$name,)*)*]
        }
    };
}

macro_rules! handler_of {
    ([$($doc:literal)*] $module:ident $windows:tt $name:ident($($argument:ident: $type:ty),*) [$($result:ty)?] []) => {
        $(#[doc = $doc])*
        #[tauri::command]
        pub(crate) async fn $name<R: Runtime>(
            caller: caller!($windows),
            $($argument: $type),*
        ) -> Result<or_unit!($($result)?), Failure> {
            super::$module::$name(&caller, $($argument),*).await
        }
    };
    ([$($doc:literal)*] $module:ident $windows:tt $name:ident($($argument:ident: $type:ty),*) [$($result:ty)?] [steps]) => {
        $(#[doc = $doc])*
        #[tauri::command]
        pub(crate) async fn $name<R: Runtime>(
            caller: caller!($windows),
            $($argument: $type,)*
            steps: Channel<Step>,
        ) -> Result<or_unit!($($result)?), Failure> {
            super::$module::$name(&caller, $($argument,)* report_to(steps)).await
        }
    };
}

/// What a command gets first: the app, or the popup window that called.
macro_rules! caller {
    ([main]) => {
        AppHandle<R>
    };
    ($popup_windows:tt) => {
        WebviewWindow<R>
    };
}

macro_rules! or_unit {
    () => {
        ()
    };
    ($result:ty) => {
        $result
    };
}

crate::list::with_commands!(handler);

/// Progress that sends each step to the window. If the window has closed, the command goes on and the
/// steps are dropped.
fn report_to(steps: Channel<Step>) -> Progress {
    Arc::new(move |step| {
        if let Err(error) = steps.send(step) {
            tracing::debug!(%error, "a step did not reach the window");
        }
    })
}

/// The service of the chosen mode, or of practice before a mode is chosen.
async fn service<R: Runtime>(app: &AppHandle<R>) -> Result<ServiceGuard, Failure> {
    app.state::<Services>().open(mode(app)).await
}

/// The chosen mode, or practice before one is chosen. A command that takes long and then shows
/// something must ask again: the person may have changed the mode meanwhile.
fn mode<R: Runtime>(app: &AppHandle<R>) -> Mode {
    app.state::<SettingsFile>().mode_or_practice()
}
