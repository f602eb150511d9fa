//! Tokens: JWTs, signed with HS256 and a secret of the environment.

use chrono::{DateTime, TimeDelta, Utc};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use rand::{CryptoRng, Rng};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::secret::Secret;

/// The claims of a token [NP-spec: GET /clients/authorization]. Times are seconds since 1970, UTC.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Claims {
    iss: String,
    iat: i64,
    pub(super) exp: i64,
    pub(super) cid: Uuid,
    #[serde(rename = "ref")]
    pub(super) reference: Uuid,
}

/// Signs tokens and verifies their signatures.
#[derive(Clone)]
pub(crate) struct Signer {
    secret: [u8; SECRET_BYTES],
    encoding: EncodingKey,
    decoding: DecodingKey,
    validation: Validation,
}

impl Claims {
    /// The claims of a token that is made at `now` for a client and one of its keys.
    pub(crate) fn new(
        now: DateTime<Utc>,
        lifetime: TimeDelta,
        client: Uuid,
        reference: Uuid,
    ) -> Self {
        let iat = now.timestamp();
        let exp = iat.saturating_add(lifetime.num_seconds());
        Self { iss: ISSUER.to_owned(), iat, exp, cid: client, reference }
    }
}

impl Signer {
    /// A signer with a new random secret.
    pub(crate) fn new(rng: &mut impl CryptoRng) -> Self {
        Self::with_secret(rng.random())
    }

    /// A signer with a saved secret.
    pub(crate) fn with_secret(secret: [u8; SECRET_BYTES]) -> Self {
        let mut validation = Validation::new(Algorithm::HS256);
        // The library would use the computer's clock; tokens expire by practice's.
        validation.validate_exp = false;
        validation.required_spec_claims.clear();
        Self {
            secret,
            encoding: EncodingKey::from_secret(&secret),
            decoding: DecodingKey::from_secret(&secret),
            validation,
        }
    }

    /// The secret, for the state file.
    pub(crate) fn expose_secret(&self) -> &[u8; SECRET_BYTES] {
        &self.secret
    }

    /// The signed token; `None` if the library can't sign it.
    pub(crate) fn sign(&self, claims: &Claims) -> Option<Secret> {
        jsonwebtoken::encode(&Header::default(), claims, &self.encoding).ok().map(Secret::new)
    }

    /// The claims of a token that this signer made, also of an expired one.
    pub(super) fn read(&self, token: &str) -> Option<Claims> {
        jsonwebtoken::decode(token, &self.decoding, &self.validation).ok().map(|token| token.claims)
    }
}

/// A random UUID from the state machine's random number generator.
pub(crate) fn random_id(rng: &mut impl CryptoRng) -> Uuid {
    uuid::Builder::from_random_bytes(rng.random()).into_uuid()
}

/// As long as the hash of HS256.
pub(crate) const SECRET_BYTES: usize = 32;

/// Nova Post's own value isn't documented. This one shows that the token is from practice.
const ISSUER: &str = "keydesk-practice";
