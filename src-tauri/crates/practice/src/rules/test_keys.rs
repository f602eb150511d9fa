//! `POST test-api-keys`: which phone number gets which key.

use std::time::Duration;

use chrono::{DateTime, Utc};
use rand::CryptoRng;
use serde_json::Value;

use super::environment::server_time;
use super::key::{Grant, a_year_and_days_before, days_before};
use super::{Answer, AnswerBody, Delivery, Key, Refusal, World};
use crate::phone_book::{Plays, plays_of};

impl World {
    /// Answers a request for a test key. `body` is the body of the request.
    pub(crate) fn create_test_key(
        &mut self,
        now: DateTime<Utc>,
        body: &[u8],
        rng: &mut impl CryptoRng,
    ) -> Answer {
        let phone = match phone_in(body) {
            Ok(phone) => phone,
            Err(refusal) => return Answer::refusal(now, refusal),
        };
        let plays = self.plays_of(&phone);
        let now = server_time(plays, now);
        match refusal_for(plays) {
            Some(body) => Answer::new(now, body),
            None => self.grant(&phone, plays, now, rng),
        }
    }

    pub(super) fn plays_of(&self, phone: &str) -> Plays {
        // Numbers from Ukraine are not supported [NP-spec: POST /test-api-keys]. No status is
        // documented; 404 fits best.
        if phone.starts_with(UKRAINE) {
            return Plays::NotRegistered;
        }
        let asked_before = self.sandbox.keys.by_phone(phone).map(|client| client.plays);
        let plays = asked_before.or_else(|| plays_of(phone)).or_else(|| self.own_plays_of(phone));
        plays.unwrap_or(Plays::NotRegistered)
    }

    fn grant(
        &mut self,
        phone: &str,
        plays: Plays,
        now: DateTime<Utc>,
        rng: &mut impl CryptoRng,
    ) -> Answer {
        let known = self.sandbox.keys.by_phone(phone).map(|client| client.key.clone());
        let before = known.or_else(|| earlier_key(plays, now, rng));
        let (key, grant) = Key::grant(before, now, rng);
        if grant != Grant::Same {
            self.sandbox.keys.set_key(phone, plays, key.clone(), rng);
            self.revision += 1;
        }
        let delivery = match plays {
            Plays::NoAnswer => Delivery::Late(NO_ANSWER_DELAY),
            Plays::CutAnswer => Delivery::Cut,
            Plays::LostAnswer if grant == Grant::Created => Delivery::Lost,
            _ => Delivery::Whole,
        };
        Answer { delivery, ..Answer::new(now, AnswerBody::Key(key)) }
    }
}

/// The phone number of a body. It must be the only member [NP-spec: POST /test-api-keys].
fn phone_in(body: &[u8]) -> Result<String, Refusal> {
    let Ok(Value::Object(mut members)) = serde_json::from_slice(body) else {
        return Err(Refusal::BrokenJson);
    };
    let phone = members.remove("phone");
    if !members.is_empty() {
        return Err(Refusal::UnknownMember);
    }
    match phone {
        None | Some(Value::Null) => Err(Refusal::PhoneMissing),
        Some(Value::String(phone)) if is_phone(&phone) => Ok(phone),
        Some(_) => Err(Refusal::PhoneInvalid),
    }
}

/// Whether a text is a phone number: digits with a country code, so without a leading 0
/// [NP-spec: POST /test-api-keys]; 7 to 15 of them, the shortest and the longest that E.164 allows.
pub(super) fn is_phone(text: &str) -> bool {
    matches!(text.len(), 7..=15)
        && text.bytes().all(|byte| byte.is_ascii_digit())
        && !text.starts_with('0')
}

/// The answer to an outcome without a key.
fn refusal_for(plays: Plays) -> Option<AnswerBody> {
    let refusal = match plays {
        Plays::PhoneRefused => Refusal::PhoneInvalid,
        Plays::NotRegistered => Refusal::ClientNotFound,
        Plays::SeveralClients => Refusal::SeveralClients,
        Plays::DailyLimit => Refusal::DailyLimit,
        Plays::ServiceError => Refusal::ServiceError,
        Plays::ServiceUnavailable => Refusal::ServiceUnavailable,
        Plays::WebPage => return Some(AnswerBody::WebPage),
        Plays::NewKey
        | Plays::ActiveKey
        | Plays::ExpiredKey
        | Plays::CleanedUpKey
        | Plays::NoAnswer
        | Plays::CutAnswer
        | Plays::LostAnswer
        | Plays::KeyRefused
        | Plays::ShortTokens
        | Plays::ClockAhead
        | Plays::AccessForbidden
        | Plays::TooManyTokens
        | Plays::TokenUnavailable
        | Plays::ListNotFound
        | Plays::ListUnavailable => return None,
    };
    Some(AnswerBody::Refusal(refusal))
}

/// The key that an outcome has before the first request. Its dates are relative to that request, so
/// that the outcome is the same whatever practice's time is.
fn earlier_key(plays: Plays, now: DateTime<Utc>, rng: &mut impl CryptoRng) -> Option<Key> {
    let created_at = match plays {
        Plays::ActiveKey => days_before(now, 40),
        Plays::ExpiredKey => a_year_and_days_before(now, 30),
        Plays::CleanedUpKey => a_year_and_days_before(now, 120),
        _ => return None,
    };
    Some(Key::create(created_at, rng))
}

/// The country code of Ukraine. Its numbers get no test key [NP-spec: POST /test-api-keys].
pub(super) const UKRAINE: &str = "380";
const NO_ANSWER_DELAY: Duration = Duration::from_mins(1);
