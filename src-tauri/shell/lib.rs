//! Key Desk's window, from the Rust side.

pub mod bindings;
pub mod links;
pub mod view;
