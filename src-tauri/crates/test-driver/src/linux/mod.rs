//! What works on Linux only: X11, AT-SPI, `/proc`, ptrace and mount namespaces.

pub(crate) mod close_button;
mod dark_portal;
mod disk;
mod exit_stop;
pub(crate) mod focus;
mod master_password;
mod memory;
mod notification_service;
mod screen_reader;

pub use atspi::{Role, State};
pub use dark_portal::{DarkPortal, WITHOUT_PRIVILEGES};
pub use disk::{Disk, on_small_disk, with_disk};
pub use exit_stop::ExitStop;
pub use memory::{Sightings, program_of, sightings_in};
pub use notification_service::{NotificationService, ShownNotification};
pub use screen_reader::{AccessibleNode, ScreenReader};
