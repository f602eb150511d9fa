//! The keychain that the processes of a test use.

use std::ffi::OsString;
use std::path::Path;

use test_driver::Error;

/// On Linux it is on a separate desktop. Windows and macOS have one keychain, in which each round has its own
/// service name and deletes its entries.
pub(crate) struct OwnKeychain {
    #[cfg(target_os = "linux")]
    desktop: test_driver::Desktop,
}

#[cfg(target_os = "linux")]
impl OwnKeychain {
    pub(crate) fn start() -> Result<Self, Error> {
        Ok(Self { desktop: test_driver::Desktop::start()? })
    }

    /// The environment variables with which a process finds the keychain. `home` is its home folder.
    pub(crate) fn environment(&self, home: &Path) -> Vec<(&'static str, OsString)> {
        self.desktop.environment(home)
    }
}

#[cfg(not(target_os = "linux"))]
impl OwnKeychain {
    #[expect(clippy::unnecessary_wraps, reason = "on Linux it can fail")]
    pub(crate) fn start() -> Result<Self, Error> {
        Ok(Self {})
    }

    #[expect(clippy::unused_self, reason = "Linux needs it")]
    pub(crate) fn environment(&self, _home: &Path) -> Vec<(&'static str, OsString)> {
        Vec::new()
    }
}
