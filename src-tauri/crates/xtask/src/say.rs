//! What the chores tell the person at the terminal.

use std::time::Duration;

use test_driver::Error;

/// A part of a chore begins.
pub(crate) fn heading(text: &str) {
    println!("\n── {text}");
}

/// Something worth knowing on the way.
pub(crate) fn note(text: &str) {
    println!("   {text}");
}

/// A step went well.
pub(crate) fn done(text: &str) {
    println!(" ✓ {text}");
}

/// A step went wrong.
pub(crate) fn failed(text: &str) {
    println!(" ✗ {text}");
}

/// The chore could not be done.
pub(crate) fn error(trouble: &Error) {
    eprintln!("\n ✗ {trouble}");
}

/// The last line of a chore that counts.
pub(crate) fn count(what: &str, passed: usize, failed: usize) {
    println!("\n{what}: {passed} passed, {failed} failed");
}

/// A time as a person says it: `4.2 s`, `3 min 05 s`.
pub(crate) fn time(time: Duration) -> String {
    match time.as_secs() {
        0..60 => format!("{:.1} s", time.as_secs_f64()),
        seconds => format!("{} min {:02} s", seconds / 60, seconds % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_read_as_a_person_says_them() {
        assert_eq!(time(Duration::from_millis(4_240)), "4.2 s");
        assert_eq!(time(Duration::from_secs(185)), "3 min 05 s");
    }
}
