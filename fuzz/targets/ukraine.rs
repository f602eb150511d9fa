//! Answers of the API of Ukraine, and of anything between it and this computer.
#![no_main]

#[path = "../../src-tauri/crates/core/tests/core/invariants/ukraine.rs"]
mod ukraine;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &[u8]| ukraine::check_ukraine(text));
