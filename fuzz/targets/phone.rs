//! Numbers as people type them.
#![no_main]

use keydesk_core::promises;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| promises::phone(text));
