//! Practice through its front doors: real HTTP, the library and the program.

#![expect(clippy::unwrap_used, clippy::panic, reason = "what helps a test may fail like a test")]

mod control;
mod desk;
mod dictionary;
mod environments;
mod fuzz;
mod guards;
mod kept_state;
mod limits;
mod numbers;
mod openapi;
mod phone_book;
mod portal;
mod program;
mod seed;
mod test_keys;
mod time;
mod tokens;
