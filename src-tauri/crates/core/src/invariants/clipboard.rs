//! A copied text that may be a key.

use crate::secret::ApiKey;
use crate::service::{OnClipboard, judge};

/// Only what can be a key is taken for one, without the blanks around it. What is said of any other
/// text are a kind and a length: never a part of it, since it may be a secret too.
pub fn clipboard_key(text: &str) {
    let trimmed = text.trim();
    let length = trimmed.chars().count();
    match judge(text) {
        Ok(key) => {
            assert!(key.expose() == trimmed, "a key was changed");
            assert!(ApiKey::LENGTH.contains(&length), "no key has {length} characters");
            assert!(trimmed.bytes().all(|byte| byte.is_ascii_graphic()), "a key with other signs");
            assert!(!trimmed.contains("://"), "an address was taken for a key");
            assert!(format!("{key:?}") == "ApiKey(…)", "a key was printed");
        }
        Err(OnClipboard::Empty) => assert!(trimmed.is_empty()),
        Err(OnClipboard::TooShort { length: told }) => {
            assert!(told == length && length < *ApiKey::LENGTH.start());
        }
        Err(OnClipboard::TooLong { length: told }) => {
            assert!(told == length && length > *ApiKey::LENGTH.end());
        }
        Err(OnClipboard::SpacesInside) => assert!(trimmed.contains(char::is_whitespace)),
        Err(OnClipboard::ForeignSigns) => {
            assert!(trimmed.contains(|sign: char| !sign.is_ascii_graphic()));
        }
        Err(OnClipboard::Address) => assert!(trimmed.contains("://")),
        Err(OnClipboard::Token) => assert!(trimmed.starts_with("eyJ")),
        Err(OnClipboard::Key { .. }) => unreachable!("a key is judged to be one"),
    }
}
