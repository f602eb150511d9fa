//! The search of files for keys, beside ripgrep.

use std::path::Path;
use std::process::Command;

use test_driver::Error;

use super::{Measured, printed_number};
use crate::program;

pub(super) fn measured(benchmark: &Path) -> Result<Vec<Measured>, Error> {
    let printed = program::output(Command::new(benchmark).arg("key-search"))?;
    let read = |name| printed_number(&printed, name);
    Ok(vec![
        Measured::limited(
            "searching files for 10 keys, compared with `rg -F` for one",
            read("key_search_ratio")?,
            "×",
            1.5,
        ),
        Measured::unlimited("searching 1 GB for 10 keys", read("key_search_s_per_gb")?, "s"),
    ])
}
