//! What Key Desk knows and does, without a window.
//!
//! The rooms and what each may know: `docs/architecture.md`. One request goes one way:
//! `service` → `store` (intent) → `nova_post` → `keychain` (save, read back) → `store` (record).

pub mod clock;
pub mod email;
#[cfg(any(test, fuzzing))]
#[allow(clippy::missing_panics_doc, clippy::panic, reason = "a promise that doesn't hold panics")]
pub mod invariants;
pub mod keychain;
pub mod model;
pub mod nova_post;
pub mod phone;
pub mod secret;
pub mod service;
pub mod store;
pub mod token;
