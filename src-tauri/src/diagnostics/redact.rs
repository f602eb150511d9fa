//! Removes what looks like a secret, a phone number or an email address from everything that is written
//! for support.
//!
//! The app's own code logs none of these. This is for messages of libraries and of panics.

use std::sync::LazyLock;

use regex::{Captures, Regex};

/// Replaces what was removed.
pub(super) const REMOVED: &str = "[removed]";

/// The length of the longest word, in letters.
const LONGEST_WORD: usize = 24;
/// The length of the shortest key, as in [`RUN`].
const SHORTEST_KEY: usize = 16;
/// The fewest digits of a phone number. A date has fewer.
const FEWEST_DIGITS: usize = 9;

/// Values with a telling name: `apiKey=…`, `"jwt": "…"`, `Authorization: Bearer …`. Not the `token::`
/// of a path in Rust.
static NAMED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"(?i)((?:^|[^:\w])[\w-]*(?:api[_-]?key|jwt|token|authorization|secret|password|phone)",
        r#"\\?["']?\s*[=:]\s*)(?:(?:bearer|basic)\s+)?\\?["']?[^\s"'&,;})\]\\]+"#
    ))
});
static TOKEN: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"eyJ[A-Za-z0-9_-]{8,}(?:\.[A-Za-z0-9_-]*)*"));
static MAIL: LazyLock<Regex> = LazyLock::new(|| pattern(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"));
/// Characters of hex, base64 and identifiers, at least as many as in the shortest key.
static RUN: LazyLock<Regex> = LazyLock::new(|| pattern(r"[A-Za-z0-9+/_=-]{16,}"));
/// Digits as in a phone number. Dots are allowed only after a plus: otherwise it is an IP address.
static NUMBER: LazyLock<Regex> = LazyLock::new(|| pattern(r"\+\d[\d ().-]{7,}\d|\d[\d ()-]{7,}\d"));

/// The text without what looks like a secret, a phone number or an email address.
#[must_use]
pub fn redact(text: &str) -> String {
    let text = NAMED.replace_all(text, format!("${{1}}{REMOVED}"));
    let text = TOKEN.replace_all(&text, REMOVED);
    let text = MAIL.replace_all(&text, REMOVED);
    let text = RUN.replace_all(&text, |run: &Captures<'_>| unless(looks_random, &run[0]));
    let text = NUMBER.replace_all(&text, |number: &Captures<'_>| unless(is_long, &number[0]));
    text.into_owned()
}

fn unless(secret: fn(&str) -> bool, text: &str) -> String {
    if secret(text) { REMOVED.to_owned() } else { text.to_owned() }
}

fn is_long(number: &str) -> bool {
    number.bytes().filter(u8::is_ascii_digit).count() >= FEWEST_DIGITS
}

/// Whether this looks like random characters. Paths and the names of programs and types consist of
/// words, with a few digits.
fn looks_random(run: &str) -> bool {
    let letters: Vec<u8> = run.bytes().filter(u8::is_ascii_alphanumeric).collect();
    let is_hex = run.split('=').any(is_hex);
    let changes = letters.windows(2).filter(|two| is_digit(two[0]) != is_digit(two[1])).count();
    is_hex || changes >= (letters.len() / 5).max(3) || !is_made_of_words(run)
}

/// Whether this may be a key: alone, or as the value behind a name and `=`.
fn is_hex(part: &str) -> bool {
    let letters = || part.bytes().filter(u8::is_ascii_alphanumeric);
    let is_long = part.len() >= SHORTEST_KEY;
    is_long
        && letters().any(|letter| letter.is_ascii_digit())
        && letters().all(|letter| letter.is_ascii_hexdigit())
}

/// `internal_server_error`, `/usr/share/icons`, `WebKitWebProcess`, `NO_SUCH_THING`.
fn is_made_of_words(run: &str) -> bool {
    run.split(|c: char| !c.is_ascii_alphabetic()).all(|part| {
        if part.bytes().all(|letter| letter.is_ascii_uppercase()) {
            return part.len() <= LONGEST_WORD;
        }
        let (first, capitalized) = part.split_at(part.find(is_capital).unwrap_or(part.len()));
        first.len() <= LONGEST_WORD
            && capitalized
                .split(is_capital)
                .skip(1)
                .all(|rest| (2..LONGEST_WORD).contains(&rest.len()))
    })
}

fn is_capital(letter: char) -> bool {
    letter.is_ascii_uppercase()
}

fn is_digit(byte: u8) -> bool {
    byte.is_ascii_digit()
}

#[expect(clippy::expect_used, reason = "the patterns are constants, and each is tested below")]
fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("a valid pattern")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const JWT: &str = "eyJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJ4In0.c2lnbmF0dXJl";

    fn assert_removed(secret: &str, line: &str) {
        let left = redact(line);
        assert!(left.contains(REMOVED), "{left}");
        for piece in secret.as_bytes().chunks(6).filter(|piece| piece.len() == 6) {
            assert!(!left.contains(std::str::from_utf8(piece).unwrap()), "{left}");
        }
    }

    #[test]
    fn a_value_with_a_telling_name_is_removed_whatever_it_looks_like() {
        for line in [
            "GET /clients/authorization?apiKey=plainwords&page=1",
            r#"{"apiKey": "plainwords"}"#,
            r#"body=Some("{\"jwt\":\"plainwords\"}")"#,
            "authorization: Bearer plainwords",
            "Authorization: plainwords",
            "password=plainwords",
            "x-api-key: plainwords",
        ] {
            assert_removed("plainwords", line);
        }
        assert!(redact("GET /x?apiKey=plainwords&page=1").ends_with("&page=1"));
    }

    #[test]
    fn a_key_is_removed_together_with_an_unknown_name() {
        assert_removed("dcdbfa834fbeeed0ab", "hzdqtmcuh=dcdbfa834fbeeed0ab");
        assert_removed("aaaaaa000aaaaaa0", "aaag=aaaaaa000aaaaaa0");
    }

    #[test]
    fn a_token_is_removed_with_all_its_parts() {
        assert_removed(JWT, &format!("the answer was {JWT}, and it was refused"));
        assert_removed("eyJhbGciOiJIUzI1NiJ9", "cut: eyJhbGciOiJIUzI1NiJ9");
    }

    #[test]
    fn a_phone_number_and_an_address_are_removed() {
        for phone in ["498213437654", "+49 821 3437654", "+380.67.123.45.67", "0821 (34) 376-54"] {
            assert_removed(phone, &format!("number {phone} is not registered"));
        }
        assert_removed("olena@example.com", "sent to <olena@example.com>");
    }

    #[test]
    fn text_that_helps_support_stays() {
        for line in [
            "2026-11-24T06:02:21.123456Z  WARN keydesk_core::keychain::worker: the keychain failed error=Locked",
            "INFO keydesk_core::nova_post::exchange: operation=\"authorization\" status=401 milliseconds=20034",
            "keydesk_core::secret: not a key",
            "no route to 192.168.100.200:8080, 127.0.0.1:45321",
            "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/WebKitWebProcess: NoStorageAccess, ERR_CONNECTION_REFUSED",
            "src-tauri/crates/core/src/nova_post/connection.rs:51:9",
            "ServiceUnavailable { retry_after: None } at https://api-stage.novapost.pl/v.1.0/clients",
        ] {
            assert_eq!(redact(line), line);
        }
    }

    proptest! {
        #[test]
        fn a_key_is_removed_wherever_it_is_in_a_line(
            key in "[0-9a-f]{15}[0-9][0-9a-f]{0,112}",
            before in "(|[a-z]{1,9}[ :=\"'(])", after in "(|[ \"'),.][a-z]{1,9})",
        ) {
            assert_removed(&key, &format!("{before}{key}{after}"));
        }

        #[test]
        fn a_secret_in_base64_is_removed(key in "[A-Za-z0-9+/_-]{40,128}={0,2}") {
            assert_removed(&key, &format!("value {key} refused"));
        }
    }
}
