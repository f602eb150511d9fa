//! The doors from the main window into Rust. What can come through stands in `list.rs`; each door
//! hands on to a function here that does one thing.

mod enter;
mod guides;
mod keys;
mod outside;
mod practice;
mod reveal;
mod small;
mod start;
mod tokens;

use std::sync::Arc;

use tauri::ipc::{Channel, Invoke};
use tauri::{AppHandle, Manager, Runtime, State};

use keydesk_core::email::EmailVerdict;
use keydesk_core::model::{
    Account, Affiliation, AttemptId, Failure, GuideName, GuideRun, KeyId, Mode, Progress, RunId,
    Step,
};
use keydesk_core::phone::{Country, Region, Verdict};
use keydesk_core::service::{Home, KeyCard, NewKey, OnClipboard, RequestedKey, TokenCard};

use crate::letters::{Handed, Letter, SavedLetter};
use crate::links::Link;
use crate::practice::{NumberAdded, Part, PracticeNumber, PracticeTime, TimeMove};
use crate::shell::Shell;
use crate::view::{BroughtInKey, Copied, Places, Presenter, Settings};

use guides::{
    account, affiliation, bring_in, check_email, end_guide, guide_runs, keep_account,
    keep_affiliation, look_at_clipboard, rename_guide_run, set_guide_step, start_guide, type_key,
    withdraw_key,
};
use keys::{
    check_phone, countries, dismiss_to_do, forget_lost, home, keys, offer_unlisted,
    remind_tomorrow, remove_unlisted, request_test_key, save_key_again,
};
use outside::{
    copy_key, copy_text, copy_token, empty_clipboard, open_link, save_letter, show_key,
    show_saved_letter, write_letter,
};
use practice::{
    add_practice_number, clear_practice, move_practice_time, practice_book, practice_time,
    remove_practice_number, unlock_practice,
};
use start::{choose_mode, keep_presenter, painted, places, save_settings};
use tokens::{get_token, prove_token, token};

macro_rules! commands {
    ($($(#[doc = $doc:literal])* fn $name:ident($($argument:ident: $type:ty),*) $(-> $result:ty)? $(, reporting $steps:ident)?;)*) => {
        mod doors {
            use super::*;
            $(door! { [$($doc)*] $name($($argument: $type),*) [$($result)?] [$($steps)?] })*
        }

        /// Answers the commands of all windows; which window may send which stands in the
        /// capabilities.
        pub(crate) fn handler<R: Runtime>() -> impl Fn(Invoke<R>) -> bool + Send + Sync + 'static {
            tauri::generate_handler![
                $(doors::$name,)*
                reveal::revealed_secret,
                reveal::close_reveal,
                enter::entry_lock,
                enter::entered_key,
                enter::pasted_key,
                enter::close_enter,
                small::stay_open
            ]
        }
    };
}

macro_rules! door {
    ([$($doc:literal)*] $name:ident($($argument:ident: $type:ty),*) [$($result:ty)?] []) => {
        $(#[doc = $doc])*
        #[tauri::command]
        pub(crate) async fn $name<R: Runtime>(
            app: AppHandle<R>,
            $($argument: $type),*
        ) -> Result<or_nothing!($($result)?), Failure> {
            super::$name(&app, $($argument),*).await
        }
    };
    ([$($doc:literal)*] $name:ident($($argument:ident: $type:ty),*) [$($result:ty)?] [steps]) => {
        $(#[doc = $doc])*
        #[tauri::command]
        pub(crate) async fn $name<R: Runtime>(
            app: AppHandle<R>,
            $($argument: $type,)*
            steps: Channel<Step>,
        ) -> Result<or_nothing!($($result)?), Failure> {
            super::$name(&app, $($argument,)* super::reporting(steps)).await
        }
    };
}

macro_rules! or_nothing {
    () => {
        ()
    };
    ($result:ty) => {
        $result
    };
}

include!("list.rs");

fn reporting(steps: Channel<Step>) -> Progress {
    // A window that has gone hears nothing; the work goes on.
    Arc::new(move |step| drop(steps.send(step)))
}

fn shell<R: Runtime>(app: &AppHandle<R>) -> State<'_, Shell> {
    app.state::<Shell>()
}
