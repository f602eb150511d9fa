//! A copied text that may be a key.

use keydesk_core::secret::ApiKey;
use keydesk_core::service::{KeyProblem, KeyQuestion, Parsed, parse_key, text_holds_key};

/// Checks that a key is made of characters that the text has, in their order; that one of another form or
/// in pieces is asked about; and that a problem holds no more of the text than it may.
pub(crate) fn check_clipboard_key(text: &str) {
    match parse_key(text) {
        Parsed::Found(key) => {
            check_key(text, &key);
            assert!([32, 40].contains(&key.expose().len()), "a key of another length was taken");
            assert!(
                key.expose().bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')),
                "a key of another form was taken"
            );
        }
        Parsed::Question(key, question) => {
            check_key(text, &key);
            if let KeyQuestion::Joined { pieces } = question {
                assert!(pieces.len() > 1 && !pieces.contains(&0), "one piece was joined");
                assert!(pieces.iter().sum::<usize>() == key.expose().len(), "a piece is missing");
            }
        }
        Parsed::Problem(KeyProblem::ForeignLetter { letter, position }) => {
            assert!(letter.chars().count() == 1, "more than a letter was named");
            assert!(!letter.bytes().all(|byte| byte.is_ascii_hexdigit()), "a digit was named");
            assert!((1..=*ApiKey::LENGTH.end()).contains(&position), "{position} is in no key");
        }
        Parsed::Problem(KeyProblem::TooShort { length }) => assert!(length < 40),
        Parsed::Problem(KeyProblem::TooLong { length }) => assert!(length > 40),
        Parsed::Problem(_) => {}
    }
}

fn check_key(text: &str, key: &ApiKey) {
    let mut rest = text.chars();
    // An escape such as `%2D` writes a hyphen in other characters.
    let is_there = |sign: char| sign.is_ascii_punctuation() || rest.any(|other| other == sign);
    assert!(key.expose().chars().all(is_there), "a key was changed");
    assert!(text_holds_key(text, key), "a key is not found again");
    assert!(format!("{key:?}") == "ApiKey(…)", "a key was printed");
}
