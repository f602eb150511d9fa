//! What holds for anything that comes from outside, whatever it is: an answer of Nova Post, a typed
//! number, a token, a copied text. A promise that doesn't hold panics.
//!
//! The ordinary tests check the invariants on random input and on everything in `fuzz/seeds`; the
//! targets in `fuzz/` search for input that breaks one. Built for these two only.

mod clipboard;
mod phone;
mod token;

#[cfg(test)]
mod tests;

pub use self::clipboard::clipboard_key;
pub use self::phone::phone;
pub use self::token::token;
pub use crate::nova_post::promise::answer;
