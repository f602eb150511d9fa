//! Four words by which two people compare a public key by phone.

use std::num::NonZeroU32;

use aws_lc_rs::pbkdf2;

use super::RecipientKey;

/// The English word list of BIP 39: 2048 words, which differ in their first four letters [BIP 39].
const WORDS: &str = include_str!("words.txt");

/// Only here: the same bytes mean nothing elsewhere.
const DOMAIN: &[u8] = b"keydesk four words 1";

/// Somebody who wants a key with the same four words must try 2^44 keys. Each try costs this much work, here a few
/// hundredths of a second. `docs/threat-model.md` has what that adds up to. The compiler checks that it is not zero.
const ROUNDS: NonZeroU32 = NonZeroU32::new(200_000).unwrap();

/// A word stands for so many bits.
const BITS: u32 = 11;

/// The words of a public key: the first 44 bits of PBKDF2 with HMAC-SHA-256 over the key's line. Takes a few hundredths of
/// a second.
#[must_use]
pub fn four_words(key: &RecipientKey) -> [&'static str; 4] {
    let mut bytes = [0_u8; 8];
    pbkdf2::derive(pbkdf2::PBKDF2_HMAC_SHA256, ROUNDS, DOMAIN, key.line().as_bytes(), &mut bytes);
    let number = u64::from_be_bytes(bytes);
    [1, 2, 3, 4].map(|place| {
        let index = (number >> (u64::BITS - place * BITS)) & ((1 << BITS) - 1);
        // The list has a word for every index.
        WORDS.lines().nth(index as usize).unwrap_or_default()
    })
}

#[cfg(test)]
mod tests {
    use base64::Engine;
    use base64::prelude::BASE64_STANDARD;
    use sha2::{Digest, Sha256};

    use super::*;

    fn words(text: &str) -> String {
        four_words(&RecipientKey::parse(text).unwrap()).join(" ")
    }

    #[test]
    fn the_list_is_the_published_one() {
        let digest = BASE64_STANDARD.encode(Sha256::digest(WORDS));
        assert_eq!(digest, "L17tU6Rye0v4iA2PPxme/JDlhQNkbZ/47/Oi7Tsk29o=");
        assert_eq!(WORDS.lines().count(), 1 << BITS);
    }

    // Computed with Python's hashlib.pbkdf2_hmac.
    #[test]
    fn the_words_are_those_that_other_programs_compute() {
        let age = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p";
        assert_eq!(words(age), "resist receive panther train");
        let ssh =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHsKLqeplhpW+uObz5dvMgjz1OxfM/XXUB+VHtZ6isGN";
        assert_eq!(words(ssh), "access fiction little vapor");
        // The comment is no part of the key.
        assert_eq!(words(&format!("{ssh} oleh@work")), words(ssh));
    }
}
