//! `GET clients/authorization`: a key for a token.

use chrono::{DateTime, TimeDelta, Utc};

use super::key::Standing;
use super::tokens::Claims;
use super::{Answer, Refusal, Says, State};
use crate::phone_book::Plays;

impl State {
    /// Answers a request for a token. `api_key` as it stands in the query.
    pub(crate) fn authorize(&self, now: DateTime<Utc>, api_key: Option<&str>) -> Answer {
        let Some(code) = api_key.filter(|code| !code.is_empty()) else {
            return Answer::refusal(now, Refusal::ApiKeyMissing);
        };
        if !is_key(code) {
            return Answer::refusal(now, Refusal::ApiKeyMalformed);
        }
        let Some(client) = self.clients.of_key(code) else {
            return Answer::refusal(now, Refusal::ApiKeyRefused);
        };
        let now = client.server_time(now);
        if client.plays == Plays::KeyRefused || client.key.standing(now) != Standing::Active {
            return Answer::refusal(now, Refusal::ApiKeyRefused);
        }
        let lifetime = match client.plays {
            Plays::ShortTokens => TWO_MINUTES,
            _ => AN_HOUR,
        };
        let claims = Claims::new(now, lifetime, client.id, client.key.reference);
        match self.signer.sign(&claims) {
            Some(token) => Answer::new(now, Says::Token(token)),
            None => Answer::refusal(now, Refusal::ServiceError),
        }
    }
}

/// Both lengths of the documentation's examples (spec: 32; seed and spec schema: 40 hex digits).
fn is_key(code: &str) -> bool {
    matches!(code.len(), 32 | 40) && code.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// spec: `exp` is `iat` + 3600.
const AN_HOUR: TimeDelta = TimeDelta::hours(1);
const TWO_MINUTES: TimeDelta = TimeDelta::minutes(2);
