//! Reading a token, and how long it still lives by the server's clock.

use std::time::Duration;

use base64::Engine;
use base64::alphabet::URL_SAFE;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Map, Value};

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
    /// By the server's clock, at receipt. Zero if it was dead on arrival; what the token says,
    /// however long, but never more seconds than a `u32` holds.
    pub left_at_receipt: Duration,
    /// From its making to its death; never less than what was left at receipt.
    pub in_all: Duration,
    /// It doesn't say when it dies: an hour from its making is assumed, and from receipt at most.
    pub assumed: bool,
    received_at: DateTime<Utc>,
    received_elapsed: Duration,
}

/// How long a token lives that doesn't say so (spec: `exp` is `iat` + 3600).
const USUAL_LIFE: TimeDelta = TimeDelta::hours(1);

/// The last second of the year 9999: what comes after it is not a date that anybody wrote.
const LAST_SECOND: i64 = 253_402_300_799;

/// Longer than any name or number of a client.
const LONGEST_TEXT: usize = 128;

/// Takes what is written without padding, as it should be, and with it.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &URL_SAFE,
    GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true),
);

impl Claims {
    /// Reads what stands in the token. What can't be read is simply absent.
    #[must_use]
    pub fn read(token: &Jwt) -> Self {
        let Some(claims) = payload(token.expose()) else {
            return Self::default();
        };
        Self {
            issuer: claims.get("iss").and_then(text),
            made_at: claims.get("iat").and_then(moment),
            dies_at: claims.get("exp").and_then(moment),
            client: claims.get("cid").and_then(text),
        }
    }
}

impl Lifetime {
    /// Reckons at the moment of receipt. `server_time`: the `Date` header of the answer. Without
    /// it the token's own `iat` counts, because it has just been made; without that, this
    /// computer's clock.
    #[must_use]
    pub fn new(claims: &Claims, server_time: Option<DateTime<Utc>>, clock: &dyn Clock) -> Self {
        let received_at = clock.now();
        let server_time = server_time.or(claims.made_at).unwrap_or(received_at);
        let made_at = claims.made_at.unwrap_or(server_time);
        let usual_end = made_at.min(server_time).checked_add_signed(USUAL_LIFE);
        let dies_at = claims.dies_at.or(usual_end).unwrap_or(server_time);
        let left_at_receipt = between(server_time, dies_at);
        Self {
            left_at_receipt,
            in_all: between(made_at, dies_at).max(left_at_receipt),
            assumed: claims.dies_at.is_none(),
            received_at,
            received_elapsed: clock.elapsed(),
        }
    }

    /// What is left now; zero once it is dead. Counts on whichever of the two clocks has gone
    /// further, so that neither sleep nor a clock set back prolongs a token.
    #[must_use]
    pub fn left(&self, clock: &dyn Clock) -> Duration {
        let by_wall = between(self.received_at, clock.now());
        let by_stopwatch = clock.elapsed().saturating_sub(self.received_elapsed);
        self.left_at_receipt.saturating_sub(by_wall.max(by_stopwatch))
    }
}

/// From one moment to the other: zero if they stand the other way round, and in seconds that a
/// `u32` holds.
fn between(from: DateTime<Utc>, to: DateTime<Utc>) -> Duration {
    let time = to.signed_duration_since(from).to_std().unwrap_or_default();
    time.min(Duration::from_secs(u32::MAX.into()))
}

fn payload(token: &str) -> Option<Map<String, Value>> {
    let json = BASE64.decode(token.split('.').nth(1)?).ok()?;
    serde_json::from_slice(&json).ok()
}

fn text(claim: &Value) -> Option<String> {
    match claim {
        Value::String(text) => {
            let readable =
                (1..=LONGEST_TEXT).contains(&text.len()) && !text.chars().any(char::is_control);
            readable.then(|| text.clone())
        }
        Value::Number(number) if !number.is_f64() => Some(number.to_string()),
        _ => None,
    }
}

/// A claim in seconds since 1970, whole or with a fraction, which is dropped.
fn moment(claim: &Value) -> Option<DateTime<Utc>> {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "the cast saturates, and the range is checked"
    )]
    let seconds =
        claim.as_i64().or_else(|| claim.as_f64().map(|seconds| seconds.floor() as i64))?;
    if !(0..=LAST_SECOND).contains(&seconds) {
        return None;
    }
    DateTime::from_timestamp(seconds, 0)
}

#[cfg(test)]
mod tests {
    use base64::engine::general_purpose::{URL_SAFE as PADDED, URL_SAFE_NO_PAD};
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    fn token(claims: &Value) -> Jwt {
        let payload = URL_SAFE_NO_PAD.encode(claims.to_string());
        Jwt::new(format!("eyJhbGciOiJIUzI1NiJ9.{payload}.c2lnbmF0dXJl")).unwrap()
    }

    fn read(claims: &Value) -> Claims {
        Claims::read(&token(claims))
    }

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(seconds, 0).unwrap()
    }

    #[test]
    fn the_documented_claims_are_read() {
        let read = read(&json!({
            "iss": "novapost", "iat": 1_780_000_000, "exp": 1_780_003_600, "cid": "4711", "ref": "x"
        }));
        assert_eq!(
            read,
            Claims {
                issuer: Some("novapost".to_owned()),
                made_at: Some(at(1_780_000_000)),
                dies_at: Some(at(1_780_003_600)),
                client: Some("4711".to_owned()),
            }
        );
    }

    #[test]
    fn a_client_may_be_written_as_a_number_and_a_time_with_a_fraction() {
        let read = read(&json!({ "cid": 4711, "iat": 1_780_000_000.75, "exp": 1.78e9 }));
        assert_eq!(read.client.as_deref(), Some("4711"));
        assert_eq!(read.made_at, Some(at(1_780_000_000)));
        assert_eq!(read.dies_at, Some(at(1_780_000_000)));
    }

    #[test]
    fn padding_changes_nothing() {
        let payload = PADDED.encode(r#"{"cid":"123"}"#);
        assert!(payload.ends_with('='));
        let token = Jwt::new(format!("eyJhbGciOiJIUzI1NiJ9.{payload}.c2ln")).unwrap();
        assert_eq!(Claims::read(&token).client.as_deref(), Some("123"));
    }

    #[test]
    fn odd_claims_are_absent() {
        for odd in [
            json!({ "iss": "", "iat": "1780000000", "exp": null, "cid": [1] }),
            json!({ "iss": "x".repeat(129), "iat": -1, "exp": 253_402_300_800_i64, "cid": 1.5 }),
            json!({ "iss": "a\nb", "iat": 1e300, "exp": u64::MAX, "cid": true }),
            json!([1]),
            json!("text"),
        ] {
            assert_eq!(read(&odd), Claims::default(), "{odd}");
        }
    }

    #[test]
    fn text_that_is_no_token_has_no_claims() {
        for text in ["no-dots-in-this-text", "a.%%%%.c-and-some-more", "eyJhbGciOiJIUzI1NiJ9.e30"] {
            assert_eq!(Claims::read(&Jwt::new(text.to_owned()).unwrap()), Claims::default());
        }
    }

    proptest! {
        #[test]
        fn whatever_a_token_says_fits_a_line(iss: String, exp: f64, iat: i64, cid: u64) {
            let read = read(&json!({ "iss": iss, "exp": exp, "iat": iat, "cid": cid }));
            prop_assert_eq!(read.client, Some(cid.to_string()));
            if let Some(issuer) = read.issuer {
                prop_assert!(issuer.len() <= LONGEST_TEXT && !issuer.contains('\n'));
            }
        }
    }
}
