//! What the tests of the service share: a keychain that can be told to fail, and a service in practice.
#![allow(dead_code, unreachable_pub, reason = "each test program uses its own part")]

pub mod keychain;
pub mod service;
