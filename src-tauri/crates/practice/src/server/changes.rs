//! What can stand in the way of a change.

use std::{fmt, io};

/// A change could not be written to the state file. It holds until the program ends.
#[derive(Debug)]
pub struct NotKept(pub io::Error);

/// Why a change was refused, or is not kept.
#[derive(Debug)]
pub enum ChangeError<R> {
    /// The rules don't allow it; nothing has changed.
    Refused(R),
    /// It is made, and lost with the program.
    NotKept(NotKept),
}

impl<R> From<NotKept> for ChangeError<R> {
    fn from(error: NotKept) -> Self {
        Self::NotKept(error)
    }
}

impl fmt::Display for NotKept {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the state can't be kept: {}", self.0)
    }
}

impl std::error::Error for NotKept {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.0)
    }
}
