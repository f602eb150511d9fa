//! The tokens: real JWTs, signed with HS256 and a secret that only this state knows.

use chrono::{DateTime, TimeDelta, Utc};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use rand::{CryptoRng, Rng};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::environment::{Environment, Keys};
use super::secret::Secret;
use super::{Answer, Here, Refusal, World};

/// What a token says (spec). Times are seconds since 1970, UTC.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Claims {
    iss: String,
    iat: i64,
    exp: i64,
    cid: Uuid,
    #[serde(rename = "ref")]
    reference: Uuid,
}

/// Signs tokens, and tells its own from any other.
pub(crate) struct Signer {
    secret: [u8; SECRET_BYTES],
    signing: EncodingKey,
    checking: DecodingKey,
    checks: Validation,
}

impl Claims {
    /// A token made at `now` for a client, with one of its keys.
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
    /// A signer with a fresh random secret.
    pub(crate) fn new(rng: &mut impl CryptoRng) -> Self {
        Self::with_secret(rng.random())
    }

    /// The signer that had this secret before.
    pub(crate) fn with_secret(secret: [u8; SECRET_BYTES]) -> Self {
        let mut checks = Validation::new(Algorithm::HS256);
        // The library would ask the computer's clock; a token dies by practice's.
        checks.validate_exp = false;
        checks.required_spec_claims.clear();
        Self {
            secret,
            signing: EncodingKey::from_secret(&secret),
            checking: DecodingKey::from_secret(&secret),
            checks,
        }
    }

    /// For the state file, and nothing else.
    pub(crate) fn expose_secret(&self) -> &[u8; SECRET_BYTES] {
        &self.secret
    }

    /// The signed token; none if the library can't sign.
    pub(crate) fn sign(&self, claims: &Claims) -> Option<Secret> {
        jsonwebtoken::encode(&Header::default(), claims, &self.signing).ok().map(Secret::new)
    }

    /// What a token says if this signer made it, whether it still lives or not.
    fn read(&self, token: &str) -> Option<Claims> {
        jsonwebtoken::decode(token, &self.checking, &self.checks).ok().map(|token| token.claims)
    }
}

impl World {
    /// The time by the server of the client that a token belongs to. Refused unless the token was
    /// made in this environment, still lives, and so does the key that made it.
    pub(crate) fn bearer(
        &self,
        here: Here,
        now: DateTime<Utc>,
        token: Option<&str>,
    ) -> Result<DateTime<Utc>, Answer> {
        match here {
            Here::Sandbox => self.sandbox.bearer(now, token),
            Here::Production => self.production.bearer(now, token),
        }
    }
}

impl<K: Keys> Environment<K> {
    fn bearer(&self, now: DateTime<Utc>, token: Option<&str>) -> Result<DateTime<Utc>, Answer> {
        let ours = token.and_then(|token| self.signer.read(token));
        let known = ours
            .and_then(|claims| Some((self.keys.of_token(claims.cid, claims.reference)?, claims)));
        let Some((holder, claims)) = known else {
            return Err(Answer::refusal(now, Refusal::TokenRefused));
        };
        let now = holder.server_time(now);
        let lives = now.timestamp() < claims.exp && holder.is_good(now);
        if lives { Ok(now) } else { Err(Answer::refusal(now, Refusal::TokenRefused)) }
    }
}

/// A random UUID from the state machine's own source of chance.
pub(crate) fn random_id(rng: &mut impl CryptoRng) -> Uuid {
    uuid::Builder::from_random_bytes(rng.random()).into_uuid()
}

/// Long enough for HS256: as long as the hash.
pub(crate) const SECRET_BYTES: usize = 32;

/// Nova Post's own value isn't documented; this one can't be mistaken for it.
const ISSUER: &str = "keydesk-practice";
