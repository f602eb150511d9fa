//! Sends events to the main window. There is one function for each event of `commands/list.rs`.

use serde::Serialize;
use tauri::{AppHandle, Emitter, Runtime};

use crate::capabilities::MAIN;
use crate::list;
use crate::types::{
    CheckProgress, ClipboardCheck, ClipboardState, ConnectionLine, KeySearchProgress, UpdateState,
};

macro_rules! senders {
    ($($(#[doc = $doc:literal])* $name:ident $(: $payload:ty)?;)*) => {
        $(sender! { [$($doc)*] $name $($payload)? })*
    };
}

macro_rules! sender {
    ([$($doc:literal)*] $name:ident) => {
        $(#[doc = $doc])*
        #[cfg_attr(
            target_os = "macos",
            allow(dead_code, reason = "macOS itself opens no second copy of the app")
        )]
        pub(crate) fn $name<R: Runtime>(app: &AppHandle<R>) {
            send(app, stringify!($name), ());
        }
    };
    ([$($doc:literal)*] $name:ident $payload:ty) => {
        $(#[doc = $doc])*
        pub(crate) fn $name<R: Runtime>(app: &AppHandle<R>, payload: $payload) {
            send(app, stringify!($name), payload);
        }
    };
}

list::with_events!(senders);

fn send<R: Runtime>(app: &AppHandle<R>, event: &'static str, payload: impl Serialize + Clone) {
    if let Err(error) = app.emit_to(MAIN, event, payload) {
        tracing::warn!(event, %error, "an event was not sent");
    }
}
