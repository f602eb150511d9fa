//! Tests of core's lower layers through its public API: one binary, so that it is linked once.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

mod copied_keys;
mod hand_over;
mod invariants;
mod nova_post;
mod phone;
mod token_lifetime;
