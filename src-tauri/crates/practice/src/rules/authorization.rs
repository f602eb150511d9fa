//! `GET clients/authorization`: a token for a key.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use super::environment::{Environment, KeyLookup};
use super::tokens::Claims;
use super::{Answer, AnswerBody, Delivery, EnvironmentKind, Refusal, World};
use crate::phone_book::Plays;
use crate::ukraine_keys::{UkrainePlays, plays_of};

impl World {
    /// Answers a request for a token. `api_key` is the member of the query.
    pub(crate) fn authorize(
        &self,
        environment: EnvironmentKind,
        now: DateTime<Utc>,
        api_key: Option<&str>,
    ) -> Answer {
        match environment {
            EnvironmentKind::Sandbox => self.sandbox.authorize(now, api_key),
            EnvironmentKind::Production => self.production.authorize(now, api_key),
        }
    }

    /// Answers a request for a token of Ukraine. Whether Nova Poshta has this call is known from third parties only,
    /// so practice answers as the other environments do. Few keys get a token.
    pub(crate) fn authorize_ukraine(&self, now: DateTime<Utc>, api_key: Option<&str>) -> Answer {
        let refuse = |refusal| Answer::refusal(now, refusal);
        let Some(code) = api_key.filter(|code| !code.is_empty()) else {
            return refuse(Refusal::ApiKeyMissing);
        };
        if !is_key(code) {
            return refuse(Refusal::ApiKeyMalformed);
        }
        // No key of production has these ids, so this token opens nothing there.
        let claims = Claims::new(now, AN_HOUR, Uuid::nil(), Uuid::nil());
        let accept = || match self.production.signer.sign(&claims) {
            Some(token) => Answer::new(now, AnswerBody::Token(token)),
            None => refuse(Refusal::ServiceError),
        };
        match plays_of(code) {
            Some(UkrainePlays::Works | UkrainePlays::SeveralSenders) => accept(),
            Some(UkrainePlays::TokenForbidden) => refuse(Refusal::AccessForbidden),
            Some(UkrainePlays::TooManyRequests) => refuse(Refusal::TooManyTokens),
            Some(UkrainePlays::ServiceError) => refuse(Refusal::ServiceError),
            Some(UkrainePlays::ServiceUnavailable) => refuse(Refusal::ServiceUnavailable),
            Some(UkrainePlays::NoAnswer) => {
                Answer { delivery: Delivery::Late(Duration::from_mins(1)), ..accept() }
            }
            Some(UkrainePlays::WebPage) => Answer::new(now, AnswerBody::WebPage),
            Some(UkrainePlays::CutAnswer) => Answer { delivery: Delivery::Cut, ..accept() },
            Some(UkrainePlays::LostAnswer) => Answer { delivery: Delivery::Lost, ..accept() },
            _ => refuse(Refusal::ApiKeyRefused),
        }
    }
}

impl<K: KeyLookup> Environment<K> {
    fn authorize(&self, now: DateTime<Utc>, api_key: Option<&str>) -> Answer {
        let Some(code) = api_key.filter(|code| !code.is_empty()) else {
            return Answer::refusal(now, Refusal::ApiKeyMissing);
        };
        if !is_key(code) {
            return Answer::refusal(now, Refusal::ApiKeyMalformed);
        }
        let Some(owner) = self.keys.by_code(code) else {
            return Answer::refusal(now, Refusal::ApiKeyRefused);
        };
        let now = owner.server_time(now);
        if !owner.is_active(now) {
            return Answer::refusal(now, Refusal::ApiKeyRefused);
        }
        if let Some(refusal) = refusal_for(owner.plays) {
            return Answer::refusal(now, refusal);
        }
        let lifetime = match owner.plays {
            Plays::ShortTokens => TWO_MINUTES,
            _ => AN_HOUR,
        };
        let claims = Claims::new(now, lifetime, owner.client, owner.reference);
        match self.signer.sign(&claims) {
            Some(token) => Answer::new(now, AnswerBody::Token(token)),
            None => Answer::refusal(now, Refusal::ServiceError),
        }
    }
}

/// The refusal that an active key of this outcome gets.
fn refusal_for(plays: Plays) -> Option<Refusal> {
    match plays {
        Plays::KeyRefused => Some(Refusal::ApiKeyRefused),
        Plays::AccessForbidden => Some(Refusal::AccessForbidden),
        Plays::TooManyTokens => Some(Refusal::TooManyTokens),
        Plays::TokenUnavailable => Some(Refusal::ServiceUnavailable),
        _ => None,
    }
}

/// Whether a text has the format of a key: 32 hex digits, as in an example
/// [NP-spec: GET /clients/authorization], or 40, as in the schema [NP-spec: POST /test-api-keys].
pub(super) fn is_key(code: &str) -> bool {
    matches!(code.len(), 32 | 40) && code.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// `exp` is `iat` + 3600 [NP-spec: GET /clients/authorization].
const AN_HOUR: TimeDelta = TimeDelta::hours(1);
const TWO_MINUTES: TimeDelta = TimeDelta::minutes(2);
