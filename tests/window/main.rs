//! Key Desk's real window, driven over `WebDriver`.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic: that is how it fails")]

mod accessibility;
mod crash;
mod damaged_list;
mod desktop;
mod full_disk;
mod journeys;
mod keychain_trouble;
mod notifications;
mod placement;
mod policy;
mod popup_windows;
mod portal;
mod practice_window;
mod presenter;
mod register;
mod screen_reader;
mod secrets;
mod updates;
mod wayland;

use test_driver::Launch;

/// The window as on its first start.
fn first_start() -> Launch {
    Launch::of(env!("CARGO_BIN_EXE_keydesk"))
}

/// The window in practice mode.
fn practice() -> Launch {
    first_start().with("KEYDESK_START", "practice")
}
