//! Numbers as people type them.
#![no_main]

use keydesk_core::invariants;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| invariants::phone(text));
