//! A secret on its way between Rust and a small window. The way leads through buffers of the web
//! engine in this process, which nobody wipes: so it goes sealed, and only the other end can open it.
//!
//! ECDH on P-256 with a pair of keys on either side that is used once, HKDF-SHA-256, AES-256-GCM:
//! what every web engine has in its `SubtleCrypto`. The other half is `ui/src/platform/sealed.ts`.

use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use aws_lc_rs::agreement::{ECDH_P256, EphemeralPrivateKey, UnparsedPublicKey, agree_ephemeral};
use aws_lc_rs::error::Unspecified;
use aws_lc_rs::hkdf::{HKDF_SHA256, Salt};
use aws_lc_rs::rand::SystemRandom;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

/// Says in the derivation what the key is for, so that nothing sealed one way opens the other way.
type Purpose = &'static [&'static [u8]];

const TO_WINDOW: Purpose = &[b"Key Desk: a secret for a small window"];
const FROM_WINDOW: Purpose = &[b"Key Desk: a secret from a small window"];

/// A secret that only the owner of one public key can open.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Sealed {
    /// The public key of whoever sealed it: a point of P-256, uncompressed.
    sealed_by: Vec<u8>,
    /// The ciphertext with its tag.
    text: Vec<u8>,
}

/// Opens one secret that a window has sealed for it.
pub(crate) struct Lock {
    pair: EphemeralPrivateKey,
    public_key: Vec<u8>,
}

/// Seals a secret for the window with this public key, in the form of [`Sealed::sealed_by`]. Fails if
/// it is none.
pub(crate) fn seal(secret: &str, public_key: &[u8]) -> Result<Sealed, Unspecified> {
    let Lock { pair, public_key: sealed_by } = Lock::new()?;
    let key = agree(pair, public_key, TO_WINDOW)?;
    // Of its full size at once: a buffer that grows leaves a copy behind. It becomes the ciphertext.
    let mut text = Zeroizing::new(Vec::with_capacity(secret.len() + AES_256_GCM.tag_len()));
    text.extend_from_slice(secret.as_bytes());
    key.seal_in_place_append_tag(only_nonce(), Aad::empty(), &mut *text)?;
    Ok(Sealed { sealed_by, text: std::mem::take(&mut *text) })
}

impl Lock {
    /// A new pair of keys.
    pub(crate) fn new() -> Result<Self, Unspecified> {
        let pair = EphemeralPrivateKey::generate(&ECDH_P256, &SystemRandom::new())?;
        let public_key = pair.compute_public_key()?.as_ref().to_vec();
        Ok(Self { pair, public_key })
    }

    /// What the window seals with.
    pub(crate) fn public_key(&self) -> &[u8] {
        &self.public_key
    }

    /// The secret. Fails if it was sealed for somebody else, was changed on the way, or is no text.
    pub(crate) fn open(self, sealed: Sealed) -> Result<Zeroizing<String>, Unspecified> {
        let key = agree(self.pair, &sealed.sealed_by, FROM_WINDOW)?;
        let mut text = Zeroizing::new(sealed.text);
        let opened = key.open_in_place(only_nonce(), Aad::empty(), &mut text)?;
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

/// Each key is used for one secret alone, so one nonce is enough.
fn only_nonce() -> Nonce {
    Nonce::assume_unique_for_key([0; NONCE_LEN])
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &str = "99dde7bdce11414efc2f1c10ddbfd42da8ce4bf2";

    /// What a window does with what it was sent.
    fn opened_by(window: Lock, sealed: &Sealed) -> Result<String, Unspecified> {
        let key = agree(window.pair, &sealed.sealed_by, TO_WINDOW)?;
        let mut text = sealed.text.clone();
        let opened = key.open_in_place(only_nonce(), Aad::empty(), &mut text)?;
        Ok(String::from_utf8(opened.to_vec()).unwrap())
    }

    /// What a window does with what was typed into it.
    fn sealed_by_window(typed: &[u8], public_key: &[u8], purpose: Purpose) -> Sealed {
        let window = Lock::new().unwrap();
        let key = agree(window.pair, public_key, purpose).unwrap();
        let mut text = typed.to_vec();
        key.seal_in_place_append_tag(only_nonce(), Aad::empty(), &mut text).unwrap();
        Sealed { sealed_by: window.public_key, text }
    }

    #[test]
    fn the_owner_of_the_public_key_opens_it_and_nobody_else() {
        let owner = Lock::new().unwrap();
        let sealed = seal(KEY, owner.public_key()).unwrap();
        assert!(!serde_json::to_string(&sealed).unwrap().contains(KEY));
        assert!(opened_by(Lock::new().unwrap(), &sealed).is_err());
        assert_eq!(opened_by(owner, &sealed).unwrap(), KEY);
    }

    #[test]
    fn what_is_no_public_key_gets_nothing() {
        for key in [&[][..], &[4; 65], b"99dde7bdce11414efc2f1c10ddbfd42d"] {
            assert!(seal(KEY, key).is_err());
        }
    }

    #[test]
    fn what_a_window_has_sealed_is_opened_by_the_lock_that_it_was_given() {
        let (lock, other) = (Lock::new().unwrap(), Lock::new().unwrap());
        let sealed = || sealed_by_window(KEY.as_bytes(), lock.public_key(), FROM_WINDOW);
        assert!(other.open(sealed()).is_err());
        let sealed = sealed();
        assert_eq!(*lock.open(sealed).unwrap(), KEY);
    }

    #[test]
    fn what_was_changed_on_the_way_is_not_opened() {
        let lock = Lock::new().unwrap();
        let mut sealed = sealed_by_window(KEY.as_bytes(), lock.public_key(), FROM_WINDOW);
        sealed.text[3] ^= 1;
        assert!(lock.open(sealed).is_err());
    }

    #[test]
    fn what_was_sealed_the_other_way_or_is_no_text_is_not_opened() {
        for (typed, purpose) in [(KEY.as_bytes(), TO_WINDOW), (&[0xff, 0xfe], FROM_WINDOW)] {
            let lock = Lock::new().unwrap();
            let sealed = sealed_by_window(typed, lock.public_key(), purpose);
            assert!(lock.open(sealed).is_err());
        }
    }
}
