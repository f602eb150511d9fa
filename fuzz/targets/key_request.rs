//! Developers' requests for a key.
#![no_main]

#[path = "../../src-tauri/crates/core/tests/core/invariants/key_request.rs"]
mod key_request;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|file: &[u8]| key_request::check_key_request(file));
