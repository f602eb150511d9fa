//! What Key Desk knows and does, without a window.
//!
//! The rooms and what each may know: `docs/architecture.md`. One request goes one way:
//! `desk` → `register` (intent) → `nova_post` → `vault` (save, read back) → `register` (record).

pub mod clock;
pub mod desk;
pub mod email;
pub mod failure;
pub mod nova_post;
pub mod phone;
#[cfg(any(test, fuzzing))]
#[allow(clippy::missing_panics_doc, clippy::panic, reason = "a promise that doesn't hold panics")]
pub mod promises;
pub mod register;
pub mod secret;
pub mod token;
pub mod vault;
