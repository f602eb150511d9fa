//! Keys and tokens in memory. They are wiped when dropped, and can't be printed or serialized.

use std::fmt;
use std::ops::RangeInclusive;

use secrecy::{ExposeSecret, SecretString};
use zeroize::Zeroize;

/// An API key of Nova Post: opaque printable text. The sources disagree on its length
/// [NP-spec: POST /test-api-keys] [NP-docs: How to get API keys].
#[derive(Clone)]
pub struct ApiKey(SecretString);

/// A JSON Web Token that Nova Post issued for a key. Sent as `Authorization: <jwt>`.
#[derive(Clone)]
pub struct Jwt(SecretString);

/// The text has an implausible length, or characters other than printable ASCII without spaces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotASecret;

const JWT_LENGTH: RangeInclusive<usize> = 16..=8192;

impl ApiKey {
    /// The accepted number of characters. It is wide because the sources disagree.
    pub const LENGTH: RangeInclusive<usize> = 16..=128;

    /// Makes a key from its text: 16 to 128 printable ASCII characters without spaces. Wipes the
    /// given text, also on failure.
    pub fn new(text: String) -> Result<Self, NotASecret> {
        printable(text, &Self::LENGTH).map(Self)
    }

    /// The text of the key. Reviewers look at every call of this method.
    #[must_use]
    pub fn expose(&self) -> &str {
        self.0.expose_secret()
    }

    /// The last four characters. They distinguish keys without revealing them.
    #[must_use]
    pub fn last_four(&self) -> &str {
        let text = self.expose();
        &text[text.len() - 4..]
    }

    /// The key with a dot in place of each character except the last four.
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
    /// Makes a token from its text: 16 to 8192 printable ASCII characters without spaces, so that it
    /// is a valid header value. Wipes the given text, also on failure.
    pub fn new(text: String) -> Result<Self, NotASecret> {
        printable(text, &JWT_LENGTH).map(Self)
    }

    /// The text of the token. Reviewers look at every call of this method.
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

/// Copies the text once into memory of exactly its size, which is wiped when dropped. Wipes the given
/// text in any case.
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
    fn keys_of_both_documented_lengths_are_accepted() {
        assert!(ApiKey::new(KEY.to_owned()).is_ok());
        assert!(ApiKey::new(KEY[..32].to_owned()).is_ok());
    }

    #[test]
    fn text_that_cannot_be_a_key_is_rejected() {
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
    fn a_key_is_known_by_its_last_four_characters() {
        assert_eq!(ApiKey::new(KEY.to_owned()).unwrap().last_four(), "4bf2");
    }

    #[test]
    fn a_masked_key_is_as_long_as_the_key_and_shows_its_last_four() {
        let masked = ApiKey::new(KEY.to_owned()).unwrap().masked();
        assert_eq!(masked.chars().count(), KEY.len());
        assert_eq!(masked.trim_start_matches('•'), "4bf2");
    }
}
