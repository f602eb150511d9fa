//! A secret on its way into a small window. The way leads through buffers of the web engine in this
//! process, which nobody wipes: so it goes sealed, and only the window's own process can open it.
//!
//! ECDH on P-256 with a pair of keys on either side that is used once, HKDF-SHA-256, AES-256-GCM:
//! what every web engine has in its `SubtleCrypto`. The other half is `ui/src/platform/sealed.ts`.

use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use aws_lc_rs::agreement::{ECDH_P256, EphemeralPrivateKey, UnparsedPublicKey, agree_ephemeral};
use aws_lc_rs::error::Unspecified;
use aws_lc_rs::hkdf::{HKDF_SHA256, Salt};
use aws_lc_rs::rand::SystemRandom;
use serde::Serialize;
use zeroize::Zeroizing;

/// Says in the derivation what the key is for.
const PURPOSE: &[&[u8]] = &[b"Key Desk: a secret for a small window"];

/// A secret that only the window can open that gave its public key.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Sealed {
    /// The public key on this side: a point of P-256, uncompressed.
    sealed_by: Vec<u8>,
    /// The ciphertext with its tag.
    text: Vec<u8>,
}

/// Seals a secret for the owner of this public key, in the form of [`Sealed::sealed_by`]. Fails if it
/// is none.
pub(crate) fn seal(secret: &str, public_key: &[u8]) -> Result<Sealed, Unspecified> {
    let pair = EphemeralPrivateKey::generate(&ECDH_P256, &SystemRandom::new())?;
    let sealed_by = pair.compute_public_key()?.as_ref().to_vec();
    let peer = UnparsedPublicKey::new(&ECDH_P256, public_key);
    let key = agree_ephemeral(pair, peer, Unspecified, |shared| {
        let derived = Salt::new(HKDF_SHA256, &[]).extract(shared);
        Ok(UnboundKey::from(derived.expand(PURPOSE, &AES_256_GCM)?))
    })?;
    // Of its full size at once: a buffer that grows leaves a copy behind. It becomes the ciphertext.
    let mut text = Zeroizing::new(Vec::with_capacity(secret.len() + AES_256_GCM.tag_len()));
    text.extend_from_slice(secret.as_bytes());
    // The key is used for this alone, so one nonce is enough.
    let nonce = Nonce::assume_unique_for_key([0; NONCE_LEN]);
    LessSafeKey::new(key).seal_in_place_append_tag(nonce, Aad::empty(), &mut *text)?;
    Ok(Sealed { sealed_by, text: std::mem::take(&mut *text) })
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &str = "99dde7bdce11414efc2f1c10ddbfd42da8ce4bf2";

    fn open(sealed: &Sealed, pair: EphemeralPrivateKey) -> Result<String, Unspecified> {
        let peer = UnparsedPublicKey::new(&ECDH_P256, &sealed.sealed_by);
        let key = agree_ephemeral(pair, peer, Unspecified, |shared| {
            let derived = Salt::new(HKDF_SHA256, &[]).extract(shared);
            Ok(UnboundKey::from(derived.expand(PURPOSE, &AES_256_GCM)?))
        })?;
        let mut text = sealed.text.clone();
        let nonce = Nonce::assume_unique_for_key([0; NONCE_LEN]);
        let opened = LessSafeKey::new(key).open_in_place(nonce, Aad::empty(), &mut text)?;
        Ok(String::from_utf8(opened.to_vec()).unwrap())
    }

    fn pair() -> (EphemeralPrivateKey, Vec<u8>) {
        let pair = EphemeralPrivateKey::generate(&ECDH_P256, &SystemRandom::new()).unwrap();
        let public = pair.compute_public_key().unwrap().as_ref().to_vec();
        (pair, public)
    }

    #[test]
    fn the_owner_of_the_public_key_opens_it_and_nobody_else() {
        let (owner, public) = pair();
        let sealed = seal(KEY, &public).unwrap();
        assert!(!serde_json::to_string(&sealed).unwrap().contains(KEY));
        assert!(open(&sealed, pair().0).is_err());
        assert_eq!(open(&sealed, owner).unwrap(), KEY);
    }

    #[test]
    fn what_is_no_public_key_gets_nothing() {
        for key in [&[][..], &[4; 65], b"99dde7bdce11414efc2f1c10ddbfd42d"] {
            assert!(seal(KEY, key).is_err());
        }
    }
}
