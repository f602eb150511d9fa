//! One environment of Nova Post: its keys, and the secret that signs its tokens. The sandbox and the
//! production differ in how keys come about, and in nothing else.

use chrono::{DateTime, TimeDelta, Utc};
use rand::CryptoRng;
use uuid::Uuid;

use super::tokens::Signer;
use crate::phone_book::Plays;

/// An environment with keys of one kind. A token of another one is foreign here.
pub(crate) struct Environment<K> {
    pub(crate) keys: K,
    pub(super) signer: Signer,
}

/// Which environment a call came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Here {
    Sandbox,
    Production,
}

/// What authorization asks an environment's keys for.
pub(crate) trait Keys {
    /// Whose key this is.
    fn of_code(&self, code: &str) -> Option<Holder>;

    /// Whose token this is, by its `cid` and `ref`; none if that key is no longer theirs.
    fn of_token(&self, client: Uuid, reference: Uuid) -> Option<Holder>;
}

/// Who holds a key, as far as a token is concerned.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Holder {
    /// The `cid` of tokens.
    pub(crate) client: Uuid,
    /// Their `ref`.
    pub(crate) reference: Uuid,
    pub(crate) plays: Plays,
    /// The last moment at which the key is good; none if it was deactivated.
    pub(crate) good_until: Option<DateTime<Utc>>,
}

impl<K: Default> Environment<K> {
    /// An environment without a key, with a signing secret of its own.
    pub(crate) fn new(rng: &mut impl CryptoRng) -> Self {
        Self { keys: K::default(), signer: Signer::new(rng) }
    }
}

impl Holder {
    /// Whether the key is active at `now`.
    pub(crate) fn is_good(&self, now: DateTime<Utc>) -> bool {
        self.good_until.is_some_and(|until| now <= until)
    }

    /// What the server's clock shows to this holder at `now`.
    pub(crate) fn server_time(&self, now: DateTime<Utc>) -> DateTime<Utc> {
        server_time(self.plays, now)
    }
}

/// What the server's clock shows to a client that plays this part.
pub(crate) fn server_time(plays: Plays, now: DateTime<Utc>) -> DateTime<Utc> {
    match plays {
        Plays::ClockAhead => now.checked_add_signed(TimeDelta::hours(2)).unwrap_or(now),
        _ => now,
    }
}
