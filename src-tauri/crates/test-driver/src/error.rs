//! Why a test could not go on, in words for the reader of a failed test.

use std::fmt;

use fantoccini::error::{CmdError, NewSessionError};

/// What was being done and what went wrong. Tests return it.
pub struct Error(String);

impl Error {
    /// An error with this text.
    pub fn new(what: impl fmt::Display) -> Self {
        Self(what.to_string())
    }
}

/// Adds to an error what was being done.
pub trait Context<T> {
    /// Puts `doing` and a colon before the text of the error.
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

/// As [`fmt::Display`], because the test runner prints the error of a test with `Debug`.
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
