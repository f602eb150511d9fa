//! Keys and tokens in memory: wiped when dropped, never printed, never serialized.

use std::fmt;
use std::ops::RangeInclusive;

use secrecy::{ExposeSecret, SecretString};
use zeroize::Zeroize;

/// An API key of Nova Post: opaque printable text (spec and seed disagree on its length).
#[derive(Clone)]
pub struct ApiKey(SecretString);

/// A JSON Web Token that Nova Post made from a key. Sent as `Authorization: <jwt>`.
#[derive(Clone)]
pub struct Jwt(SecretString);

/// The text is not printable ASCII without spaces, or not of a plausible length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotASecret;

const JWT_LENGTH: RangeInclusive<usize> = 16..=8192;

impl ApiKey {
    /// How many characters a key may have: the documents disagree, so this is wide.
    pub const LENGTH: RangeInclusive<usize> = 16..=128;

    /// Takes the text of a key: 16 to 128 printable characters without spaces.
    pub fn new(text: String) -> Result<Self, NotASecret> {
        printable(text, &Self::LENGTH).map(Self)
    }

    /// The key itself. Every use of this is a place to review.
    #[must_use]
    pub fn expose(&self) -> &str {
        self.0.expose_secret()
    }

    /// The last four characters, which tell keys apart without giving them away.
    #[must_use]
    pub fn last_four(&self) -> &str {
        let text = self.expose();
        &text[text.len() - 4..]
    }

    /// The key for the eyes of many: a dot for each character but the last four.
    #[must_use]
    pub fn masked(&self) -> String {
        let dots = self.expose().len() - 4;
        format!("{}{}", "•".repeat(dots), self.last_four())
    }

    /// Whether both are the same key.
    #[must_use]
    pub fn same_as(&self, other: &Self) -> bool {
        self.expose() == other.expose()
    }
}

impl Jwt {
    /// Takes the text of a token: printable characters without spaces, so that it fits a header.
    pub fn new(text: String) -> Result<Self, NotASecret> {
        printable(text, &JWT_LENGTH).map(Self)
    }

    /// The token itself. Every use of this is a place to review.
    #[must_use]
    pub fn expose(&self) -> &str {
        self.0.expose_secret()
    }
}

impl fmt::Debug for ApiKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ApiKey(…)")
    }
}

impl fmt::Debug for Jwt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Jwt(…)")
    }
}

/// Copies the text once into memory of exactly its size, which is wiped when dropped, and wipes
/// what was given, whether it is taken or not.
fn printable(mut text: String, length: &RangeInclusive<usize>) -> Result<SecretString, NotASecret> {
    let fits = length.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_graphic());
    let secret = fits.then(|| SecretString::from(text.as_str()));
    text.zeroize();
    secret.ok_or(NotASecret)
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &str = "99dde7bdce11414efc2f1c10ddbfd42da8ce4bf2";

    #[test]
    fn a_secret_is_never_printed() {
        let key = ApiKey::new(KEY.to_owned()).unwrap();
        let jwt = Jwt::new(format!("eyJ.{KEY}.x")).unwrap();
        assert_eq!(format!("{key:?} {jwt:?}"), "ApiKey(…) Jwt(…)");
    }

    #[test]
    fn both_documented_lengths_are_keys() {
        assert!(ApiKey::new(KEY.to_owned()).is_ok());
        assert!(ApiKey::new(KEY[..32].to_owned()).is_ok());
    }

    #[test]
    fn text_that_cannot_be_a_key_is_refused() {
        for text in [
            "",
            "short",
            "99dde7bdce11414e fc2f1c10ddbfd42d",
            "ключключключключключ",
            "99dde7bdce11414efc\n",
        ] {
            assert!(ApiKey::new(text.to_owned()).is_err(), "{text:?}");
        }
        assert!(ApiKey::new("a".repeat(129)).is_err());
    }

    #[test]
    fn the_last_four_tell_keys_apart() {
        assert_eq!(ApiKey::new(KEY.to_owned()).unwrap().last_four(), "4bf2");
    }

    #[test]
    fn a_masked_key_is_as_long_as_the_key_and_shows_its_last_four() {
        let masked = ApiKey::new(KEY.to_owned()).unwrap().masked();
        assert_eq!(masked.chars().count(), KEY.len());
        assert_eq!(masked.trim_start_matches('•'), "4bf2");
    }
}
