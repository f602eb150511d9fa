//! Answers of Nova Post, and of whatever stands in between.
#![no_main]

use keydesk_core::invariants;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &[u8]| invariants::answer(text));
