//! Answers of Nova Post, and of anything between it and this computer.
#![no_main]

#[path = "../../src-tauri/crates/core/tests/core/invariants/answer.rs"]
mod answer;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &[u8]| answer::check_answer(text));
