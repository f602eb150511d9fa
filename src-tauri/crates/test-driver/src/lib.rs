//! Drives Key Desk's real window, as a person would: over `WebDriver`, on a desktop of its own.
//!
//! ```text
//! a test ── Window ── tauri-driver ── WebKitWebDriver ── Key Desk
//!                                                          │
//!            Desktop: Xvfb, a message bus, gnome-keyring ──┘
//! ```
//!
//! Each [`App`] has its own [`Desktop`] and its own home folder, so tests share nothing, can run
//! beside each other, and touch neither the keychain nor the screen of whoever runs them.

mod axe;
mod bus;
#[cfg(target_os = "linux")]
mod close_button;
mod desktop;
mod error;
mod family;
#[cfg(target_os = "linux")]
mod focus;
mod fonts;
mod home;
mod inside;
pub mod journey;
mod keyboard;
#[cfg(target_os = "linux")]
mod last_moment;
mod launch;
#[cfg(target_os = "linux")]
mod memory;
mod patience;
#[cfg(target_os = "linux")]
mod portal;
mod process;
mod programs;
mod reflow;
mod scene;
#[cfg(target_os = "linux")]
mod screen_reader;
mod search;
mod tour;
mod window;

#[cfg(target_os = "linux")]
pub use atspi::{Role, State};
pub use axe::{Barriers, look_for_barriers};
pub use bus::Bus;
pub use desktop::Desktop;
pub use error::{Context, Error};
pub use fantoccini::key::Key;
pub use fonts::Font;
pub use inside::inside;
#[cfg(target_os = "linux")]
pub use last_moment::LastMoment;
pub use launch::{App, Launch};
#[cfg(target_os = "linux")]
pub use memory::{Sightings, program_of, sightings_in};
#[cfg(target_os = "linux")]
pub use portal::{AS_ANYBODY, DarkPortal};
pub use reflow::look_for_overflow;
pub use scene::{play, play_on};
#[cfg(target_os = "linux")]
pub use screen_reader::{Heard, ScreenReader};
pub use search::{Forms, files_with};
pub use tour::tour;
pub use window::Window;
