//! `GET clients/authorization`: a key for a token.

use chrono::{DateTime, TimeDelta, Utc};

use super::environment::{Environment, Keys};
use super::tokens::Claims;
use super::{Answer, Here, Refusal, Says, World};
use crate::phone_book::Plays;

impl World {
    /// Answers a request for a token. `api_key` as it stands in the query.
    pub(crate) fn authorize(
        &self,
        here: Here,
        now: DateTime<Utc>,
        api_key: Option<&str>,
    ) -> Answer {
        match here {
            Here::Sandbox => self.sandbox.authorize(now, api_key),
            Here::Production => self.production.authorize(now, api_key),
        }
    }
}

impl<K: Keys> Environment<K> {
    fn authorize(&self, now: DateTime<Utc>, api_key: Option<&str>) -> Answer {
        let Some(code) = api_key.filter(|code| !code.is_empty()) else {
            return Answer::refusal(now, Refusal::ApiKeyMissing);
        };
        if !is_key(code) {
            return Answer::refusal(now, Refusal::ApiKeyMalformed);
        }
        let Some(holder) = self.keys.of_code(code) else {
            return Answer::refusal(now, Refusal::ApiKeyRefused);
        };
        let now = holder.server_time(now);
        if !holder.is_good(now) {
            return Answer::refusal(now, Refusal::ApiKeyRefused);
        }
        if let Some(refusal) = refusal_played(holder.plays) {
            return Answer::refusal(now, refusal);
        }
        let lifetime = match holder.plays {
            Plays::ShortTokens => TWO_MINUTES,
            _ => AN_HOUR,
        };
        let claims = Claims::new(now, lifetime, holder.client, holder.reference);
        match self.signer.sign(&claims) {
            Some(token) => Answer::new(now, Says::Token(token)),
            None => Answer::refusal(now, Refusal::ServiceError),
        }
    }
}

/// What a part gets for a key that is good.
fn refusal_played(plays: Plays) -> Option<Refusal> {
    match plays {
        Plays::KeyRefused => Some(Refusal::ApiKeyRefused),
        Plays::AccessForbidden => Some(Refusal::AccessForbidden),
        Plays::TooManyTokens => Some(Refusal::TooManyTokens),
        Plays::TokenUnavailable => Some(Refusal::ServiceUnavailable),
        _ => None,
    }
}

/// Both lengths of the documentation's examples (spec: 32; seed and spec schema: 40 hex digits).
pub(super) fn is_key(code: &str) -> bool {
    matches!(code.len(), 32 | 40) && code.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// spec: `exp` is `iat` + 3600.
const AN_HOUR: TimeDelta = TimeDelta::hours(1);
const TWO_MINUTES: TimeDelta = TimeDelta::minutes(2);
