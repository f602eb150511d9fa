//! The app without a window: its commands on Tauri's mock runtime, and whole programs.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic: that is how it fails")]

mod bindings;
mod clipboard;
mod commands;
mod diagnostics;
#[cfg(target_os = "linux")]
mod full_disk;
mod hand_overs;
mod history;
mod http;
mod key_requests;
mod own_desktop;
mod policy;
mod practice_life;
mod presenter;
mod receivers;
mod test_app;
