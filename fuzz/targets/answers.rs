//! Answers of Nova Post, and of whatever stands in between.
#![no_main]

use keydesk_core::promises;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &[u8]| promises::answer(text));
