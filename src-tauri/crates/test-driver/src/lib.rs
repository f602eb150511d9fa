//! Drives Key Desk's real window over `WebDriver`, on a separate desktop.
//!
//! ```text
//! a test ── Window ── tauri-driver ── WebKitWebDriver ── Key Desk
//!                                                          │
//!            Desktop: Xvfb, a message bus, gnome-keyring ──┘
//! ```
//!
//! Each [`App`] has its own [`Desktop`] and its own home folder. Tests share nothing, can run in parallel,
//! and use neither the keychain nor the screen of the person who runs them.

mod axe;
mod bus;
mod clicks;
mod connection;
mod desktop;
mod error;
mod every_page;
pub mod flows;
mod fonts;
mod home;
mod keyboard;
mod khal;
mod launch;
#[cfg(target_os = "linux")]
mod linux;
mod on_desktop;
mod overflow;
mod process;
mod process_tree;
mod programs;
mod redact;
mod screen;
mod search;
mod second_window;
mod session;
mod test_process;
mod wait;
mod wayland_clipboard;
mod window;
mod with_app;

pub use axe::{AxeReport, check_accessibility};
pub use bus::Bus;
pub use desktop::Desktop;
pub use error::{Context, Error};
pub use every_page::visit_every_page;
pub use fantoccini::key::Key;
pub use fonts::Font;
pub use khal::Khal;
pub use launch::{App, Launch};
#[cfg(target_os = "linux")]
pub use linux::{
    AccessibleNode, DarkPortal, Disk, ExitStop, NotificationService, Role, ScreenReader,
    ShownNotification, Sightings, State, WITHOUT_PRIVILEGES, on_small_disk, program_of,
    sightings_in, with_disk,
};
pub use on_desktop::on_desktop;
pub use overflow::find_overflow;
pub use redact::redact;
pub use search::{Forms, files_with};
pub use test_process::{command_line, test_name};
pub use wait::{TIMEOUT, wait_until, wait_until_blocking};
pub use window::Window;
pub use with_app::{with_app, with_app_on};
