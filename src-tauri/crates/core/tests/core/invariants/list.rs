//! A list of keys from outside.

use keydesk_core::model::KeyRecord;
use keydesk_core::service::{LineEffect, ListCheck, ReadAs, read_list};

/// Checks that a list is refused or shown in bounds, whatever its bytes are, and that a list with a key in
/// it is refused.
pub(crate) fn check_list(file: &[u8]) {
    check(file);
    // The same file, with a key at the end of it.
    let mut with_key = file.to_vec();
    with_key.extend_from_slice(b"\nName;\"99dde7bdce11414efc2f1c10ddbfd42da8ce4bf2\"\n");
    if let ListCheck::Preview { preview } = check(&with_key) {
        // Only as a part of a text that is not hexadecimal digits around it, such as UTF-16.
        let shown = format!("{preview:?}");
        assert!(!shown.contains("99dde7bdce11414efc2f1c10ddbfd42da8ce4bf2"), "a key is shown");
    }
}

fn check(file: &[u8]) -> ListCheck {
    let none: [KeyRecord; 0] = [];
    let checked = read_list(file, ReadAs::default(), &none);
    if let ListCheck::Preview { preview } = &checked {
        assert!(preview.lines.len() + preview.unchanged <= 20_000, "too many lines");
        assert!(preview.unknown_columns.len() <= 30, "too many unknown columns");
        for line in &preview.lines {
            assert!(line.name.chars().count() <= 500, "a name of {} bytes", line.name.len());
            assert!(line.last_four.len() <= 4, "last four: {}", line.last_four.len());
            // The register is empty, so nothing can be changed.
            let is_possible =
                matches!(line.effect, LineEffect::New { .. } | LineEffect::Refused { .. });
            assert!(is_possible, "{line:?}");
        }
    }
    assert_eq!(read_list(file, ReadAs::default(), &none), checked, "the second reading differs");
    checked
}
