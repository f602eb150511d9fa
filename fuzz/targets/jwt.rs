//! Tokens and their claims.
#![no_main]

#[path = "../../src-tauri/crates/core/tests/core/invariants/token.rs"]
mod token;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| token::check_token(text));
