//! `POST test-api-keys`: who gets which key.

use std::time::Duration;

use chrono::{DateTime, Utc};
use rand::CryptoRng;
use serde_json::Value;

use super::environment::server_time;
use super::key::{Grant, a_year_and_days_before, days_before};
use super::{Answer, Delivery, Key, Refusal, Says, World};
use crate::phone_book::{Plays, part_of};

impl World {
    /// Answers a request for a test key; only the sandbox takes it. `body` as it came.
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
        let plays = self.part_of(&phone);
        let now = server_time(plays, now);
        match refusal_played(plays) {
            Some(says) => Answer::new(now, says),
            None => self.grant(&phone, plays, now, rng),
        }
    }

    pub(super) fn part_of(&self, phone: &str) -> Plays {
        // spec: numbers from Ukraine are not supported. No status is documented; nobody being
        // found is the one that tells the least untruth.
        if phone.starts_with(UKRAINE) {
            return Plays::NotRegistered;
        }
        let asked_before = self.sandbox.keys.of_phone(phone).map(|client| client.plays);
        let part = asked_before.or_else(|| part_of(phone)).or_else(|| self.own_part_of(phone));
        part.unwrap_or(Plays::NotRegistered)
    }

    fn grant(
        &mut self,
        phone: &str,
        plays: Plays,
        now: DateTime<Utc>,
        rng: &mut impl CryptoRng,
    ) -> Answer {
        let known = self.sandbox.keys.of_phone(phone).map(|client| client.key.clone());
        let before = known.or_else(|| key_played(plays, now, rng));
        let (key, grant) = Key::grant(before, now, rng);
        if grant != Grant::Same {
            self.sandbox.keys.give(phone, plays, key.clone(), rng);
            self.revision += 1;
        }
        let delivery = match plays {
            Plays::NoAnswer => Delivery::Late(NO_ANSWER_FOR),
            Plays::CutAnswer => Delivery::Cut,
            Plays::LostAnswer if grant == Grant::Created => Delivery::Lost,
            _ => Delivery::Whole,
        };
        Answer { delivery, ..Answer::new(now, Says::Key(key)) }
    }
}

/// The phone in a body of which it is the only member (spec).
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

/// Digits only, with a country code, so not with a 0 first (spec); 7 to 15 of them, the shortest
/// and the longest that the world's numbering plan (E.164) knows with a country code.
pub(super) fn is_phone(text: &str) -> bool {
    matches!(text.len(), 7..=15)
        && text.bytes().all(|byte| byte.is_ascii_digit())
        && !text.starts_with('0')
}

/// What a part answers that never gets a key.
fn refusal_played(plays: Plays) -> Option<Says> {
    let refusal = match plays {
        Plays::PhoneRefused => Refusal::PhoneInvalid,
        Plays::NotRegistered => Refusal::ClientNotFound,
        Plays::SeveralClients => Refusal::SeveralClients,
        Plays::DailyLimit => Refusal::DailyLimit,
        Plays::ServiceError => Refusal::ServiceError,
        Plays::ServiceUnavailable => Refusal::ServiceUnavailable,
        Plays::WebPage => return Some(Says::WebPage),
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
        | Plays::TokenUnavailable => return None,
    };
    Some(Says::Refusal(refusal))
}

/// The key that a part already has when it first asks. Its past is reckoned from that moment, so
/// that the part is the same in a practice that is a year old.
fn key_played(plays: Plays, now: DateTime<Utc>, rng: &mut impl CryptoRng) -> Option<Key> {
    let made_at = match plays {
        Plays::ActiveKey => days_before(now, 40),
        Plays::ExpiredKey => a_year_and_days_before(now, 30),
        Plays::CleanedUpKey => a_year_and_days_before(now, 120),
        _ => return None,
    };
    Some(Key::create(made_at, rng))
}

/// Where numbers begin that get no test key (spec).
pub(super) const UKRAINE: &str = "380";
const NO_ANSWER_FOR: Duration = Duration::from_mins(1);
