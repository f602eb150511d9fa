//! Typed phone numbers.
#![no_main]

#[path = "../../src-tauri/crates/core/tests/core/invariants/phone.rs"]
mod phone;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| phone::check_phone(text));
