//! What the app repairs by itself.

mod mismatches;
mod unsaved;
