//! Lists of keys that are imported.
#![no_main]

#[path = "../../src-tauri/crates/core/tests/core/invariants/list.rs"]
mod list;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|file: &[u8]| list::check_list(file));
