//! Why a change can fail.

use std::{fmt, io};

/// A change could not be written to the state file. Nothing has changed.
#[derive(Debug)]
pub struct NotKept(pub io::Error);

/// Why a change was refused or not saved.
#[derive(Debug)]
pub enum ChangeError<R> {
    /// The rules don't allow it. Nothing has changed.
    Refused(R),
    /// The change can't be saved. Nothing has changed.
    NotKept(NotKept),
}

impl<R> From<NotKept> for ChangeError<R> {
    fn from(error: NotKept) -> Self {
        Self::NotKept(error)
    }
}

impl fmt::Display for NotKept {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the state can't be saved: {}", self.0)
    }
}

impl std::error::Error for NotKept {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.0)
    }
}
