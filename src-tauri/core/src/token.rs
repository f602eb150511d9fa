//! Reading a token, and how long it still lives by the server's clock.

use std::time::Duration;

use chrono::{DateTime, Utc};

use crate::clock::Clock;
use crate::secret::Jwt;

/// The claims that the app reads. They are not verified: only Nova Post can (HS256).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Claims {
    /// `iss`.
    pub issuer: Option<String>,
    /// `iat`.
    pub made_at: Option<DateTime<Utc>>,
    /// `exp`.
    pub dies_at: Option<DateTime<Utc>>,
    /// `cid`, whether it is written as text or as a number.
    pub client: Option<String>,
}

/// How long a token lives, reckoned from the server's time at its receipt, so that a wrong clock
/// on this computer changes nothing.
#[derive(Clone, Debug)]
pub struct Lifetime {
    /// By the server's clock, at receipt.
    pub left_at_receipt: Duration,
    /// From its making to its death.
    pub in_all: Duration,
    /// It doesn't say when it dies: an hour from receipt is assumed.
    pub assumed: bool,
    received_at: DateTime<Utc>,
    received_elapsed: Duration,
}

impl Claims {
    /// Reads what stands in the token. What can't be read is simply absent.
    #[must_use]
    pub fn read(_token: &Jwt) -> Self {
        todo!()
    }
}

impl Lifetime {
    /// Reckons at the moment of receipt. `server_time`: the `Date` header of the answer.
    #[must_use]
    pub fn new(_claims: &Claims, _server_time: Option<DateTime<Utc>>, _clock: &dyn Clock) -> Self {
        todo!()
    }

    /// What is left now; zero once it is dead. Counts on whichever of the two clocks has gone
    /// further, so that neither sleep nor a clock set back prolongs a token.
    #[must_use]
    pub fn left(&self, _clock: &dyn Clock) -> Duration {
        todo!()
    }
}
