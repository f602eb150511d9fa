//! Copied texts that may be a key.
#![no_main]

use keydesk_core::promises;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| promises::clipboard_key(text));
