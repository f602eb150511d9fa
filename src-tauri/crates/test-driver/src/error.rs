//! Why the window could not be driven, in words for whoever reads a failed test.

use std::fmt;

use fantoccini::error::{CmdError, NewSessionError};

/// What went wrong, with what was being done. Tests return it; it reads as a sentence.
pub struct Error(String);

impl Error {
    /// Error in these words.
    pub fn new(what: impl fmt::Display) -> Self {
        Self(what.to_string())
    }
}

/// Says what was being done when something else failed.
pub trait Context<T> {
    /// Puts `doing` before the words of the failure.
    fn context(self, doing: impl fmt::Display) -> Result<T, Error>;
}

impl<T, E: fmt::Display> Context<T> for Result<T, E> {
    fn context(self, doing: impl fmt::Display) -> Result<T, Error> {
        self.map_err(|cause| Error(format!("{doing}: {cause}")))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// As [`fmt::Display`]: a test that returns trouble prints it with `Debug`.
impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Error {}

impl From<std::io::Error> for Error {
    fn from(cause: std::io::Error) -> Self {
        Self::new(cause)
    }
}

#[cfg(target_os = "linux")]
impl From<zbus::Error> for Error {
    fn from(cause: zbus::Error) -> Self {
        Self::new(cause)
    }
}

impl From<CmdError> for Error {
    fn from(cause: CmdError) -> Self {
        Self::new(cause)
    }
}

impl From<NewSessionError> for Error {
    fn from(cause: NewSessionError) -> Self {
        Self::new(cause)
    }
}
