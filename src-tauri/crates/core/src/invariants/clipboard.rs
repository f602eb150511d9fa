//! A copied text that may be a key.

use crate::secret::ApiKey;
use crate::service::{ClipboardCheck, parse_key};

/// Only what can be a key is taken for one, without the blanks around it. What is said of any other
/// text are a kind and a length: never a part of it, since it may be a secret too.
pub fn clipboard_key(text: &str) {
    let trimmed = text.trim();
    let length = trimmed.chars().count();
    match parse_key(text) {
        Ok(key) => {
            assert!(key.expose() == trimmed, "a key was changed");
            assert!(ApiKey::LENGTH.contains(&length), "no key has {length} characters");
            assert!(trimmed.bytes().all(|byte| byte.is_ascii_graphic()), "a key with other signs");
            assert!(!trimmed.contains("://"), "an address was taken for a key");
            assert!(format!("{key:?}") == "ApiKey(…)", "a key was printed");
        }
        Err(ClipboardCheck::Empty) => assert!(trimmed.is_empty()),
        Err(ClipboardCheck::TooShort { length: told }) => {
            assert!(told == length && length < *ApiKey::LENGTH.start());
        }
        Err(ClipboardCheck::TooLong { length: told }) => {
            assert!(told == length && length > *ApiKey::LENGTH.end());
        }
        Err(ClipboardCheck::SpacesInside) => assert!(trimmed.contains(char::is_whitespace)),
        Err(ClipboardCheck::ForeignSigns) => {
            assert!(trimmed.contains(|sign: char| !sign.is_ascii_graphic()));
        }
        Err(ClipboardCheck::Address) => assert!(trimmed.contains("://")),
        Err(ClipboardCheck::Token) => assert!(trimmed.starts_with("eyJ")),
        Err(ClipboardCheck::Key { .. }) => unreachable!("a key is judged to be one"),
    }
}
