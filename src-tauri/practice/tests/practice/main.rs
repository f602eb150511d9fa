//! Practice through its front doors: real HTTP, the library and the program.

#![expect(clippy::unwrap_used, clippy::panic, reason = "what helps a test may fail like a test")]

mod desk;
mod guards;
mod kept_state;
mod phone_book;
mod program;
mod test_keys;
mod tokens;
