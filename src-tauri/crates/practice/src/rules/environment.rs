//! One environment of Nova Post: its keys and the secret that signs its tokens. The sandbox and
//! production differ only in how keys are created.

use chrono::{DateTime, TimeDelta, Utc};
use rand::CryptoRng;
use uuid::Uuid;

use super::World;
use super::tokens::Signer;
use crate::phone_book::Plays;

/// An environment with one type of keys. Tokens of other environments are invalid here.
#[derive(Clone)]
pub(crate) struct Environment<K> {
    pub(crate) keys: K,
    pub(super) signer: Signer,
}

/// The environment of a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum EnvironmentKind {
    Sandbox,
    Production,
}

/// Finds the owner of a key.
pub(crate) trait KeyLookup {
    fn by_code(&self, code: &str) -> Option<KeyOwner>;

    /// Finds the owner of a token's key by the token's `cid` and `ref`. `None` if the client no
    /// longer has this key.
    fn by_token(&self, client: Uuid, reference: Uuid) -> Option<KeyOwner>;
}

/// The owner of a key, and what its tokens depend on.
#[derive(Clone, Copy, Debug)]
pub(crate) struct KeyOwner {
    /// The `cid` of tokens.
    pub(crate) client: Uuid,
    /// The `ref` of tokens.
    pub(crate) reference: Uuid,
    pub(crate) plays: Plays,
    /// `None` if the key was deactivated.
    pub(crate) active_until: Option<DateTime<Utc>>,
}

impl<K: Default> Environment<K> {
    /// An environment without keys and with a new signing secret.
    pub(crate) fn new(rng: &mut impl CryptoRng) -> Self {
        Self { keys: K::default(), signer: Signer::new(rng) }
    }
}

impl World {
    /// Checks a token and returns the owner of its key. Fails with the time that the server shows unless this
    /// environment made the token, the token is still valid, and so is its key.
    pub(crate) fn bearer(
        &self,
        environment: EnvironmentKind,
        now: DateTime<Utc>,
        token: Option<&str>,
    ) -> Result<KeyOwner, DateTime<Utc>> {
        match environment {
            EnvironmentKind::Sandbox => self.sandbox.bearer(now, token),
            EnvironmentKind::Production => self.production.bearer(now, token),
        }
    }
}

impl<K: KeyLookup> Environment<K> {
    fn bearer(&self, now: DateTime<Utc>, token: Option<&str>) -> Result<KeyOwner, DateTime<Utc>> {
        let claims = token.and_then(|token| self.signer.read(token));
        let known = claims
            .and_then(|claims| Some((self.keys.by_token(claims.cid, claims.reference)?, claims)));
        let Some((owner, claims)) = known else {
            return Err(now);
        };
        let now = owner.server_time(now);
        let is_valid = now.timestamp() < claims.exp && owner.is_active(now);
        if is_valid { Ok(owner) } else { Err(now) }
    }
}

impl KeyOwner {
    /// Whether the key is active at `now`.
    pub(crate) fn is_active(&self, now: DateTime<Utc>) -> bool {
        self.active_until.is_some_and(|until| now <= until)
    }

    /// The time that the server shows to this client.
    pub(crate) fn server_time(&self, now: DateTime<Utc>) -> DateTime<Utc> {
        server_time(self.plays, now)
    }
}

/// The time that the server shows to a client with this outcome.
pub(crate) fn server_time(plays: Plays, now: DateTime<Utc>) -> DateTime<Utc> {
    match plays {
        Plays::ClockAhead => now.checked_add_signed(TimeDelta::hours(2)).unwrap_or(now),
        _ => now,
    }
}
