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
mod desktop;
mod family;
mod inside;
pub mod journey;
mod launch;
mod patience;
mod process;
mod scene;
mod search;
mod tour;
mod trouble;
mod window;

pub use axe::{Barriers, look_for_barriers};
pub use bus::Bus;
pub use desktop::Desktop;
pub use fantoccini::key::Key;
pub use inside::inside;
pub use launch::{App, Launch};
pub use scene::{play, play_on};
pub use search::files_with;
pub use tour::tour;
pub use trouble::{During, Trouble};
pub use window::Window;
