//! A token, which nobody here can verify.

use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, Datelike, Utc};

use crate::clock::SetClock;
use crate::secret::Jwt;
use crate::token::{Claims, Lifetime};

const HOUR: Duration = Duration::from_hours(1);

/// Claims are short lines and dates of this age, and a lifetime is bounded and only gets shorter,
/// whatever the clocks show. The text is tried as a whole token and as its claims.
pub fn token(text: &str) {
    let claims = URL_SAFE_NO_PAD.encode(text);
    for token in [text.to_owned(), format!("eyJhbGciOiJIUzI1NiJ9.{claims}.c2lnbmF0dXJl")] {
        let Ok(token) = Jwt::new(token) else { continue };
        assert!(format!("{token:?}") == "Jwt(…)", "a token was printed");
        let claims = Claims::read(&token);
        for line in [&claims.issuer, &claims.client].into_iter().flatten() {
            assert!((1..=128).contains(&line.len()), "{} bytes are no line", line.len());
            assert!(!line.contains(char::is_control), "a line break in a line");
        }
        for date in [claims.issued_at, claims.expires_at].into_iter().flatten() {
            assert!((1970..=9999).contains(&date.year()), "nobody wrote {date}");
        }
        for here in [DateTime::<Utc>::MIN_UTC, DateTime::UNIX_EPOCH, DateTime::<Utc>::MAX_UTC] {
            for server in [None, claims.issued_at, claims.expires_at, Some(here)] {
                lives(&claims, server, here);
            }
        }
    }
}

fn lives(claims: &Claims, server: Option<DateTime<Utc>>, here: DateTime<Utc>) {
    let clock = SetClock::at(here);
    let life = Lifetime::new(claims, server, &clock);
    let left = life.left(&clock);
    assert!(left == life.left_at_receipt && left <= life.total, "{life:?}");
    assert!(u32::try_from(life.total.as_secs()).is_ok(), "{life:?}");
    assert!(!life.assumed || left <= HOUR, "{life:?}");

    clock.set(DateTime::<Utc>::MIN_UTC);
    assert!(life.left(&clock) <= left, "a clock set back has prolonged {life:?}");
    clock.pass(HOUR);
    assert_eq!(life.left(&clock), left.saturating_sub(HOUR));
    clock.set(DateTime::<Utc>::MAX_UTC);
    assert!(life.left(&clock) <= left.saturating_sub(HOUR), "time has prolonged {life:?}");
}
