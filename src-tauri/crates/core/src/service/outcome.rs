//! What has happened to a test key: it is new, the same as before, or valid for longer.

use chrono::{DateTime, Months, TimeDelta, Utc};

use super::Outcome;
use crate::nova_post::TestKey;

/// Decides from the answer of Nova Post what has happened to the key.
///
/// `known`: until when this same key was valid according to the store, if the store had it. Without
/// it the dates of the answer decide. A key is made for a year and prolonged by whole years
/// [NP-spec: POST /test-api-keys]. So a key that is valid for much longer than a year after it was
/// made has just been prolonged, by one year.
pub(super) fn outcome(
    answer: &TestKey,
    known: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
) -> Outcome {
    let to = answer.valid_until;
    match known {
        Some(from) if from == to => Outcome::Same,
        Some(from) => moved(from, to, now),
        None => match to.checked_sub_months(Months::new(12)) {
            Some(from) if from > answer.created_at + HALF_A_YEAR => moved(from, to, now),
            _ if made_now(answer, now) => Outcome::Created,
            _ => Outcome::Same,
        },
    }
}

const HALF_A_YEAR: TimeDelta = TimeDelta::days(183);

/// Whether the key was made by this request. The limit allows for clocks and time zones that differ.
fn made_now(answer: &TestKey, now: DateTime<Utc>) -> bool {
    (now - answer.created_at).abs() < TimeDelta::hours(24)
}

fn moved(from: DateTime<Utc>, to: DateTime<Utc>, now: DateTime<Utc>) -> Outcome {
    if from < now { Outcome::Reactivated { from, to } } else { Outcome::Prolonged { from, to } }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::secret::ApiKey;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn answer(created_at: &str, valid_until: &str) -> TestKey {
        TestKey {
            key: ApiKey::new("0123456789abcdef".to_owned()).unwrap(),
            created_at: at(created_at),
            valid_until: at(valid_until),
            active: true,
        }
    }

    #[test]
    fn a_key_made_today_is_new() {
        let answer = answer("2026-11-24T08:00:00Z", "2027-11-24T23:59:59Z");
        assert_eq!(outcome(&answer, None, at("2026-11-24T08:00:01Z")), Outcome::Created);
    }

    #[test]
    fn a_key_made_hours_ago_and_prolonged_already_is_not_called_new() {
        let answer = answer("2026-11-23T20:00:00Z", "2028-11-23T23:59:59Z");
        let from = at("2027-11-23T23:59:59Z");
        let prolonged = Outcome::Prolonged { from, to: answer.valid_until };
        assert_eq!(outcome(&answer, None, at("2026-11-24T09:00:00Z")), prolonged);
    }

    #[test]
    fn a_known_key_with_the_same_end_is_the_same() {
        let answer = answer("2026-11-24T08:00:00Z", "2027-11-24T23:59:59Z");
        let known = Some(answer.valid_until);
        assert_eq!(outcome(&answer, known, at("2026-11-24T09:00:00Z")), Outcome::Same);
    }

    #[test]
    fn a_known_key_with_a_later_end_is_prolonged() {
        let answer = answer("2026-10-15T08:00:00Z", "2028-10-15T23:59:59Z");
        let from = at("2027-10-15T23:59:59Z");
        assert_eq!(
            outcome(&answer, Some(from), at("2026-11-24T09:00:00Z")),
            Outcome::Prolonged { from, to: answer.valid_until }
        );
    }

    #[test]
    fn an_unknown_key_made_forty_days_ago_is_prolonged_from_a_year_earlier() {
        let answer = answer("2026-10-15T08:00:00Z", "2028-10-15T23:59:59Z");
        assert_eq!(
            outcome(&answer, None, at("2026-11-24T09:00:00Z")),
            Outcome::Prolonged { from: at("2027-10-15T23:59:59Z"), to: answer.valid_until }
        );
    }

    #[test]
    fn an_unknown_key_that_had_expired_is_reactivated() {
        let answer = answer("2025-10-15T08:00:00Z", "2027-10-15T23:59:59Z");
        assert_eq!(
            outcome(&answer, None, at("2026-11-24T09:00:00Z")),
            Outcome::Reactivated { from: at("2026-10-15T23:59:59Z"), to: answer.valid_until }
        );
    }

    #[test]
    fn an_unknown_key_of_an_earlier_day_in_its_first_year_is_the_same() {
        let answer = answer("2026-10-15T08:00:00Z", "2027-10-15T23:59:59Z");
        assert_eq!(outcome(&answer, None, at("2026-11-24T09:00:00Z")), Outcome::Same);
    }
}
