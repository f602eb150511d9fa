//! What the tests of the desk share: a keychain that can be told to fail, and a desk in practice.
#![allow(dead_code, unreachable_pub, reason = "each test program uses its own part")]

pub mod desk;
pub mod keychain;
pub mod opened;
