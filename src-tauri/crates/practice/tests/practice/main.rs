//! Tests of practice over HTTP, through the library and through the program.

#![expect(clippy::unwrap_used, clippy::panic, reason = "test helpers may panic")]

mod control;
mod dictionary;
#[cfg(unix)]
mod documentation;
mod environments;
mod filters;
mod fuzz;
mod guards;
mod limits;
mod numbers;
mod openapi;
mod phone_book;
mod portal;
mod program;
mod published;
mod schema;
mod seed;
mod shipments;
mod state_file;
mod subscribers;
mod test_keys;
mod test_server;
mod time;
mod tokens;
mod ukraine;
mod unsaved;
