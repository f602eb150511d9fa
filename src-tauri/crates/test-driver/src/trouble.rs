//! Why the window could not be driven, in words for whoever reads a failed test.

use std::fmt;

use fantoccini::error::{CmdError, NewSessionError};

/// What went wrong, with what was being done. Tests return it; it reads as a sentence.
pub struct Trouble(String);

impl Trouble {
    /// Trouble in these words.
    pub fn new(what: impl fmt::Display) -> Self {
        Self(what.to_string())
    }
}

/// Says what was being done when something else failed.
pub trait During<T> {
    /// Puts `doing` before the words of the failure.
    fn during(self, doing: impl fmt::Display) -> Result<T, Trouble>;
}

impl<T, E: fmt::Display> During<T> for Result<T, E> {
    fn during(self, doing: impl fmt::Display) -> Result<T, Trouble> {
        self.map_err(|cause| Trouble(format!("{doing}: {cause}")))
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// As [`fmt::Display`]: a test that returns trouble prints it with `Debug`.
impl fmt::Debug for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Trouble {}

impl From<std::io::Error> for Trouble {
    fn from(cause: std::io::Error) -> Self {
        Self::new(cause)
    }
}

#[cfg(target_os = "linux")]
impl From<zbus::Error> for Trouble {
    fn from(cause: zbus::Error) -> Self {
        Self::new(cause)
    }
}

impl From<CmdError> for Trouble {
    fn from(cause: CmdError) -> Self {
        Self::new(cause)
    }
}

impl From<NewSessionError> for Trouble {
    fn from(cause: NewSessionError) -> Self {
        Self::new(cause)
    }
}
