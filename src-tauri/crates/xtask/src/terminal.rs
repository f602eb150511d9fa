//! Output on the terminal.

use std::time::Duration;

use test_driver::Error;

/// Prints the name of the part that begins.
pub(crate) fn heading(text: &str) {
    println!("\n── {text}");
}

/// Prints a detail.
pub(crate) fn note(text: &str) {
    println!("   {text}");
}

pub(crate) fn success(text: &str) {
    println!(" ✓ {text}");
}

pub(crate) fn failure(text: &str) {
    println!(" ✗ {text}");
}

/// Prints why the whole task failed, on the error stream.
pub(crate) fn error(error: &Error) {
    eprintln!("\n ✗ {error}");
}

/// Prints the last line of a task that counts.
pub(crate) fn count(what: &str, passed: usize, failed: usize) {
    println!("\n{what}: {passed} passed, {failed} failed");
}

/// A duration for people: `4.2 s`, `3 min 05 s`.
pub(crate) fn duration(duration: Duration) -> String {
    match duration.as_secs() {
        0..60 => format!("{:.1} s", duration.as_secs_f64()),
        seconds => format!("{} min {:02} s", seconds / 60, seconds % 60),
    }
}

/// A size for people: `7.3 MB`.
pub(crate) fn size(bytes: u64) -> String {
    let tenths = bytes / 100_000;
    format!("{}.{} MB", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_duration_is_in_seconds_or_minutes() {
        assert_eq!(duration(Duration::from_millis(4_240)), "4.2 s");
        assert_eq!(duration(Duration::from_secs(185)), "3 min 05 s");
    }
}
