//! Encrypts secrets between Rust and a popup window. A message to or from a window passes through
//! buffers of the web engine in this process, which nobody wipes. So a secret is sealed, and only the
//! receiver can open it.
//!
//! ECDH on P-256 with a key pair on each side that is used once, HKDF-SHA-256 and AES-256-GCM: every
//! web engine has these in `SubtleCrypto`. The window's half is `ui/src/ipc/sealed.ts`.

use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use aws_lc_rs::agreement::{ECDH_P256, EphemeralPrivateKey, UnparsedPublicKey, agree_ephemeral};
use aws_lc_rs::error::Unspecified;
use aws_lc_rs::hkdf::{HKDF_SHA256, Salt};
use aws_lc_rs::rand::SystemRandom;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use zeroize::Zeroizing;

/// Part of the key derivation: what is sealed in one direction can't be opened in the other.
type Purpose = &'static [&'static [u8]];

const TO_WINDOW: Purpose = &[b"Key Desk: a secret for a popup window"];
const FROM_WINDOW: Purpose = &[b"Key Desk: a secret from a popup window"];

/// A secret that only the owner of one public key can open.
#[derive(Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Sealed {
    /// The public key of the sender: an uncompressed point of P-256.
    sealed_by: Vec<u8>,
    /// The ciphertext and its tag.
    text: Vec<u8>,
}

/// A key pair that seals or opens one secret.
pub(crate) struct OneTimeKey {
    pair: EphemeralPrivateKey,
    public_key: Vec<u8>,
}

/// Seals a secret for the window with this public key, an uncompressed point of P-256. Fails if
/// `public_key` is not one, or if the system has no random numbers.
pub(crate) fn seal(secret: &str, public_key: &[u8]) -> Result<Sealed, Unspecified> {
    let OneTimeKey { pair, public_key: sealed_by } = OneTimeKey::random()?;
    let key = agree(pair, public_key, TO_WINDOW)?;
    // The buffer has its full size from the start: one that grows leaves a copy of the secret behind.
    // The secret in it is overwritten by the ciphertext.
    let mut text = Zeroizing::new(Vec::with_capacity(secret.len() + AES_256_GCM.tag_len()));
    text.extend_from_slice(secret.as_bytes());
    key.seal_in_place_append_tag(constant_nonce(), Aad::empty(), &mut *text)?;
    Ok(Sealed { sealed_by, text: std::mem::take(&mut *text) })
}

impl OneTimeKey {
    /// Fails if the system has no random numbers.
    pub(crate) fn random() -> Result<Self, Unspecified> {
        let pair = EphemeralPrivateKey::generate(&ECDH_P256, &SystemRandom::new())?;
        let public_key = pair.compute_public_key()?.as_ref().to_vec();
        Ok(Self { pair, public_key })
    }

    /// What the window needs to seal a secret.
    pub(crate) fn public_key(&self) -> &[u8] {
        &self.public_key
    }

    /// The secret. Fails if it was sealed for another key or changed on the way, or is not UTF-8.
    pub(crate) fn open(self, sealed: Sealed) -> Result<Zeroizing<String>, Unspecified> {
        let key = agree(self.pair, &sealed.sealed_by, FROM_WINDOW)?;
        let mut text = Zeroizing::new(sealed.text);
        let opened = key.open_in_place(constant_nonce(), Aad::empty(), &mut text)?;
        let secret = std::str::from_utf8(opened).map_err(|_| Unspecified)?;
        Ok(Zeroizing::new(secret.to_owned()))
    }
}

fn agree(
    pair: EphemeralPrivateKey,
    public_key: &[u8],
    purpose: Purpose,
) -> Result<LessSafeKey, Unspecified> {
    let peer = UnparsedPublicKey::new(&ECDH_P256, public_key);
    agree_ephemeral(pair, peer, Unspecified, |shared| {
        let derived = Salt::new(HKDF_SHA256, &[]).extract(shared);
        Ok(LessSafeKey::new(UnboundKey::from(derived.expand(purpose, &AES_256_GCM)?)))
    })
}

/// The nonce may be constant because each key encrypts only one secret.
fn constant_nonce() -> Nonce {
    Nonce::assume_unique_for_key([0; NONCE_LEN])
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &str = "99dde7bdce11414efc2f1c10ddbfd42da8ce4bf2";

    /// What a window does with a sealed secret.
    fn opened_by(window: OneTimeKey, sealed: &Sealed) -> Result<String, Unspecified> {
        let key = agree(window.pair, &sealed.sealed_by, TO_WINDOW)?;
        let mut text = sealed.text.clone();
        let opened = key.open_in_place(constant_nonce(), Aad::empty(), &mut text)?;
        Ok(String::from_utf8(opened.to_vec()).unwrap())
    }

    /// What a window does with typed text.
    fn sealed_by_window(typed: &[u8], public_key: &[u8], purpose: Purpose) -> Sealed {
        let window = OneTimeKey::random().unwrap();
        let key = agree(window.pair, public_key, purpose).unwrap();
        let mut text = typed.to_vec();
        key.seal_in_place_append_tag(constant_nonce(), Aad::empty(), &mut text).unwrap();
        Sealed { sealed_by: window.public_key, text }
    }

    #[test]
    fn only_the_owner_of_the_public_key_opens_the_secret() {
        let owner = OneTimeKey::random().unwrap();
        let sealed = seal(KEY, owner.public_key()).unwrap();
        assert!(!serde_json::to_string(&sealed).unwrap().contains(KEY));
        assert!(opened_by(OneTimeKey::random().unwrap(), &sealed).is_err());
        assert_eq!(opened_by(owner, &sealed).unwrap(), KEY);
    }

    #[test]
    fn an_invalid_public_key_gets_no_secret() {
        for key in [&[][..], &[4; 65], b"99dde7bdce11414efc2f1c10ddbfd42d"] {
            assert!(seal(KEY, key).is_err());
        }
    }

    #[test]
    fn a_secret_from_a_window_opens_with_the_key_that_the_window_was_given() {
        let (key, other) = (OneTimeKey::random().unwrap(), OneTimeKey::random().unwrap());
        let sealed = || sealed_by_window(KEY.as_bytes(), key.public_key(), FROM_WINDOW);
        assert!(other.open(sealed()).is_err());
        let sealed = sealed();
        assert_eq!(*key.open(sealed).unwrap(), KEY);
    }

    #[test]
    fn a_changed_secret_does_not_open() {
        let key = OneTimeKey::random().unwrap();
        let mut sealed = sealed_by_window(KEY.as_bytes(), key.public_key(), FROM_WINDOW);
        sealed.text[3] ^= 1;
        assert!(key.open(sealed).is_err());
    }

    #[test]
    fn a_secret_for_the_other_direction_or_without_text_does_not_open() {
        for (typed, purpose) in [(KEY.as_bytes(), TO_WINDOW), (&[0xff, 0xfe], FROM_WINDOW)] {
            let key = OneTimeKey::random().unwrap();
            let sealed = sealed_by_window(typed, key.public_key(), purpose);
            assert!(key.open(sealed).is_err());
        }
    }
}
