//! The server's time in its answers, and what the app derives from it.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Timelike, Utc};
use reqwest::header::{DATE, HeaderMap, HeaderName, RETRY_AFTER};

/// The difference of the two clocks up to which there is no warning.
const CLOCK_TOLERANCE: TimeDelta = TimeDelta::minutes(5);

/// The longest wait that is accepted from a header.
const LONGEST_WAIT: Duration = Duration::from_hours(1);

/// The hours (UTC) at which a new day can begin: midnight in UTC, and midnight in Kyiv in summer and
/// in winter.
const DAYS_BEGIN_AT: [u32; 3] = [0, 21, 22];

/// The minutes by which this computer's clock is behind the server's (negative: ahead), or `None` if
/// the difference is five minutes or less.
#[must_use]
pub fn clock_off(server_time: DateTime<Utc>, local_now: DateTime<Utc>) -> Option<i64> {
    let behind = server_time.signed_duration_since(local_now);
    (behind.abs() > CLOCK_TOLERANCE)
        .then(|| (behind + TimeDelta::seconds(30 * behind.num_seconds().signum())).num_minutes())
}

/// When the once-a-day request is allowed again: by then a new day has begun both in UTC and in Kyiv.
/// Which of the two counts is not documented [NP-spec: POST /test-api-keys].
///
/// The result is the latest of the next occurrences of the three hours at which a day can begin, so
/// it needs no rule about summer time. The price: in winter, between 21:00 and 22:00 UTC, the result
/// is the next evening, although midnight UTC would be enough.
#[must_use]
pub fn allowed_again(now: DateTime<Utc>) -> DateTime<Utc> {
    DAYS_BEGIN_AT.into_iter().filter_map(|hour| next(hour, now)).max().unwrap_or(now)
}

/// The time in the `Date` header. Only the preferred format of RFC 9110 is read.
pub(super) fn date_of(headers: &HeaderMap) -> Option<DateTime<Utc>> {
    http_date(text(headers, &DATE)?)
}

/// The seconds to wait by the `Retry-After` header, counted from `now` by the server's clock. One
/// hour at most.
pub(super) fn retry_after(headers: &HeaderMap, now: DateTime<Utc>) -> Option<u32> {
    let text = text(headers, &RETRY_AFTER)?.trim();
    let wait = if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
        text.parse().map_or(LONGEST_WAIT, Duration::from_secs)
    } else {
        http_date(text)?.signed_duration_since(now).to_std().unwrap_or_default()
    };
    u32::try_from(wait.min(LONGEST_WAIT).as_secs()).ok()
}

fn next(hour: u32, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let today = now.date_naive().and_hms_opt(hour, 0, 0)?.and_utc();
    if today > now { Some(today) } else { today.checked_add_signed(TimeDelta::days(1)) }
}

fn http_date(text: &str) -> Option<DateTime<Utc>> {
    let date = DateTime::parse_from_rfc2822(text).ok()?.to_utc();
    date.with_nanosecond(0)
}

fn text<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn headers(name: HeaderName, text: &str) -> HeaderMap {
        HeaderMap::from_iter([(name, text.parse().unwrap())])
    }

    #[test]
    fn a_difference_of_up_to_five_minutes_gives_no_warning() {
        let server = at("2026-11-24T12:00:00Z");
        for local in ["2026-11-24T11:55:00Z", "2026-11-24T12:00:00Z", "2026-11-24T12:05:00Z"] {
            assert_eq!(clock_off(server, at(local)), None, "{local}");
        }
    }

    #[test]
    fn a_wrong_clock_is_reported_with_the_direction_of_its_error() {
        let server = at("2026-11-24T12:00:00Z");
        assert_eq!(clock_off(server, at("2026-11-24T10:00:00Z")), Some(120));
        assert_eq!(clock_off(server, at("2026-11-24T11:54:59Z")), Some(5));
        assert_eq!(clock_off(server, at("2026-11-24T14:00:00Z")), Some(-120));
        assert_eq!(
            clock_off(server, DateTime::<Utc>::MIN_UTC),
            Some(server.signed_duration_since(DateTime::<Utc>::MIN_UTC).num_minutes())
        );
    }

    #[test]
    fn a_new_request_is_allowed_once_a_new_day_has_begun_in_utc_and_in_kyiv() {
        for (now, again) in [
            // By day, the next midnight in UTC is later than the next one in Kyiv.
            ("2026-11-24T10:00:00Z", "2026-11-25T00:00:00Z"),
            ("2026-07-24T20:59:59Z", "2026-07-25T00:00:00Z"),
            ("2026-07-24T00:00:00Z", "2026-07-25T00:00:00Z"),
            // In Kyiv a new day has already begun, at 21:00 UTC in summer and 22:00 UTC in winter.
            ("2026-07-24T21:00:00Z", "2026-07-25T21:00:00Z"),
            ("2026-11-24T22:00:00Z", "2026-11-25T22:00:00Z"),
            ("2026-12-31T23:59:59Z", "2027-01-01T22:00:00Z"),
        ] {
            assert_eq!(allowed_again(at(now)), at(again), "{now}");
        }
    }

    #[test]
    fn the_last_possible_date_causes_no_panic() {
        assert!(allowed_again(DateTime::<Utc>::MAX_UTC) <= DateTime::<Utc>::MAX_UTC);
    }

    #[test]
    fn the_date_header_is_read() {
        let sent = headers(DATE, "Tue, 24 Nov 2026 12:00:01 GMT");
        assert_eq!(date_of(&sent), Some(at("2026-11-24T12:00:01Z")));
        assert_eq!(date_of(&headers(DATE, "yesterday")), None);
        assert_eq!(date_of(&HeaderMap::new()), None);
    }

    #[test]
    fn a_wait_is_given_in_seconds_or_as_a_date() {
        let now = at("2026-11-24T12:00:00Z");
        for (sent, seconds) in [
            ("0", Some(0)),
            (" 17 ", Some(17)),
            ("99999999999999999999999", Some(3600)),
            ("Tue, 24 Nov 2026 12:01:30 GMT", Some(90)),
            ("Tue, 24 Nov 2026 11:00:00 GMT", Some(0)),
            ("Tue, 24 Nov 2099 11:00:00 GMT", Some(3600)),
            ("-5", None),
            ("soon", None),
            ("", None),
        ] {
            assert_eq!(retry_after(&headers(RETRY_AFTER, sent), now), seconds, "{sent:?}");
        }
        assert_eq!(retry_after(&HeaderMap::new(), now), None);
    }
}
