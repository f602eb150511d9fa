//! Copied texts that may be a key.
#![no_main]

#[path = "../../src-tauri/crates/core/tests/core/invariants/clipboard_key.rs"]
mod clipboard_key;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| clipboard_key::check_clipboard_key(text));
