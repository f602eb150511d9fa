//! The throughput of practice's server on loopback, with 64 connections.

use std::path::Path;
use std::process::Command;

use test_driver::Error;

use super::{Measured, printed_number};
use crate::program;

/// Runs the benchmark of practice and reads the values it prints.
pub(crate) fn measured(benchmark: &Path, practice: &Path) -> Result<Vec<Measured>, Error> {
    let printed = program::output(Command::new(benchmark).arg("practice").arg(practice))?;
    let read = |name| printed_number(&printed, name);
    let unlimited = |what, name, unit| Ok(Measured::unlimited(what, read(name)?, unit));
    let limited = |what, name, unit, limit| Ok(Measured::limited(what, read(name)?, unit, limit));
    [
        limited("practice, from start to first answer", "practice_start_ms", "ms", 50.0),
        unlimited("an empty route of axum", "practice_empty_rps", "/s"),
        unlimited("practice, tokens", "practice_authorize_rps", "/s"),
        unlimited("practice, tokens, 99 of 100 within", "practice_authorize_p99_ms", "ms"),
        unlimited("practice, test keys", "practice_test_key_rps", "/s"),
        unlimited("practice, test keys, 99 of 100 within", "practice_test_key_p99_ms", "ms"),
        limited(
            "the empty route, compared with practice's tokens",
            "practice_authorize_ratio",
            "×",
            2.0,
        ),
        limited("practice, memory with 100,000 clients", "practice_memory_mib", "MiB", 200.0),
        limited("practice, reset with 10,000 clients", "practice_reset_ms", "ms", 100.0),
    ]
    .into_iter()
    .collect()
}
