//! Copied texts that may be a key.
#![no_main]

use keydesk_core::invariants;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| invariants::clipboard_key(text));
