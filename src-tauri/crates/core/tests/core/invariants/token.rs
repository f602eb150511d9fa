//! A token, which the app can't verify.

use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, Datelike, Utc};

use keydesk_core::clock::SetClock;
use keydesk_core::secret::Jwt;
use keydesk_core::token::{Claims, Lifetime};

const HOUR: Duration = Duration::from_hours(1);

/// Checks that claims are short lines and plausible dates, and that a lifetime is bounded and never
/// grows, whatever the clocks show. The text is tried as a whole token and as the claims of one.
pub(crate) fn check_token(text: &str) {
    let claims = URL_SAFE_NO_PAD.encode(text);
    for token in [text.to_owned(), format!("eyJhbGciOiJIUzI1NiJ9.{claims}.c2lnbmF0dXJl")] {
        let Ok(token) = Jwt::new(token) else { continue };
        assert!(format!("{token:?}") == "Jwt(…)", "a token was printed");
        let claims = Claims::read(&token);
        for line in [&claims.issuer, &claims.client].into_iter().flatten() {
            assert!((1..=128).contains(&line.len()), "a text claim of {} bytes", line.len());
            assert!(!line.contains(char::is_control), "a text claim with a control character");
        }
        for date in [claims.issued_at, claims.expires_at].into_iter().flatten() {
            assert!((1970..=9999).contains(&date.year()), "{date} is implausible");
        }
        for here in [DateTime::<Utc>::MIN_UTC, DateTime::UNIX_EPOCH, DateTime::<Utc>::MAX_UTC] {
            for server in [None, claims.issued_at, claims.expires_at, Some(here)] {
                check_lifetime(&claims, server, here);
            }
        }
    }
}

fn check_lifetime(claims: &Claims, server: Option<DateTime<Utc>>, here: DateTime<Utc>) {
    let clock = SetClock::at(here);
    let lifetime = Lifetime::new(claims, server, &clock);
    let left = lifetime.left(&clock);
    assert!(left == lifetime.left_at_receipt && left <= lifetime.total, "{lifetime:?}");
    assert!(u32::try_from(lifetime.total.as_secs()).is_ok(), "{lifetime:?}");
    assert!(!lifetime.assumed || left <= HOUR, "{lifetime:?}");

    clock.set(DateTime::<Utc>::MIN_UTC);
    assert!(lifetime.left(&clock) <= left, "a clock set back has prolonged {lifetime:?}");
    clock.pass(HOUR);
    assert_eq!(lifetime.left(&clock), left.saturating_sub(HOUR));
    clock.set(DateTime::<Utc>::MAX_UTC);
    assert!(lifetime.left(&clock) <= left.saturating_sub(HOUR), "time has prolonged {lifetime:?}");
}
