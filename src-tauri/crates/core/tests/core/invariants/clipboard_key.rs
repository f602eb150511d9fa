//! A copied text that may be a key.

use keydesk_core::secret::ApiKey;
use keydesk_core::service::{ClipboardCheck, parse_key};

/// Checks that only a text that can be a key is accepted, without the whitespace around it, and that
/// the answer about any other text has a correct kind and length.
pub(crate) fn check_clipboard_key(text: &str) {
    let trimmed = text.trim();
    let length = trimmed.chars().count();
    match parse_key(text) {
        Ok(key) => {
            assert!(key.expose() == trimmed, "a key was changed");
            assert!(ApiKey::LENGTH.contains(&length), "a key has {length} characters");
            assert!(
                trimmed.bytes().all(|byte| byte.is_ascii_graphic()),
                "a key has other characters"
            );
            assert!(!trimmed.contains("://"), "an address was taken for a key");
            assert!(format!("{key:?}") == "ApiKey(…)", "a key was printed");
        }
        Err(ClipboardCheck::Empty) => assert!(trimmed.is_empty()),
        Err(ClipboardCheck::TooShort { length: reported }) => {
            assert!(reported == length && length < *ApiKey::LENGTH.start());
        }
        Err(ClipboardCheck::TooLong { length: reported }) => {
            assert!(reported == length && length > *ApiKey::LENGTH.end());
        }
        Err(ClipboardCheck::SpacesInside) => assert!(trimmed.contains(char::is_whitespace)),
        Err(ClipboardCheck::ForeignSigns) => {
            assert!(trimmed.contains(|character: char| !character.is_ascii_graphic()));
        }
        Err(ClipboardCheck::Address) => assert!(trimmed.contains("://")),
        Err(ClipboardCheck::Token) => assert!(trimmed.starts_with("eyJ")),
        Err(ClipboardCheck::Key { .. }) => unreachable!("a key is an `Ok`"),
    }
}
