//! The claims of a token, and the time it remains valid by the server's clock.

use std::time::Duration;

use base64::Engine;
use base64::alphabet::URL_SAFE;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Map, Value};

use crate::clock::Clock;
use crate::secret::Jwt;

/// The claims that the app reads. They are not verified: only Nova Post can verify them (HS256).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Claims {
    /// `iss`, the issuer.
    pub issuer: Option<String>,
    /// `iat`, when Nova Post issued the token.
    pub issued_at: Option<DateTime<Utc>>,
    /// `exp`, when the token expires.
    pub expires_at: Option<DateTime<Utc>>,
    /// `cid`, the client id, which may be text or a number in the token.
    pub client: Option<String>,
}

/// How long a token is valid. It is counted from the server's time at receipt, so that a wrong clock
/// on this computer has no effect.
#[derive(Clone, Debug)]
pub struct Lifetime {
    /// The remaining time at receipt by the server's clock. Zero if the token had already expired.
    /// At most `u32::MAX` seconds.
    pub left_at_receipt: Duration,
    /// The time from issue to expiry. At least `left_at_receipt`.
    pub total: Duration,
    /// Whether the expiry is an assumption, because the token has no `exp`: one hour after its issue,
    /// and at most one hour after receipt.
    pub assumed: bool,
    received_at: DateTime<Utc>,
    received_elapsed: Duration,
}

/// The lifetime of a token without `exp`. In documented tokens `exp` is `iat` + 3600
/// [NP-spec: GET /clients/authorization].
const USUAL_LIFETIME: TimeDelta = TimeDelta::hours(1);

/// The last second of the year 9999. Later dates are taken for mistakes.
const LAST_SECOND: i64 = 253_402_300_799;

/// The longest text claim that is accepted, in bytes.
const LONGEST_TEXT: usize = 128;

/// Accepts text without padding, as the standard demands, and with padding.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &URL_SAFE,
    GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true),
);

impl Claims {
    /// Reads the claims. A claim that can't be read is `None`.
    #[must_use]
    pub fn read(token: &Jwt) -> Self {
        let Some(claims) = payload(token.expose()) else {
            return Self::default();
        };
        Self {
            issuer: claims.get("iss").and_then(text),
            issued_at: claims.get("iat").and_then(moment),
            expires_at: claims.get("exp").and_then(moment),
            client: claims.get("cid").and_then(text),
        }
    }
}

impl Lifetime {
    /// Computes the lifetime at the moment of receipt. `server_time` is the `Date` header of the
    /// answer. If it is `None`, the token's `iat` is used, because the token was just issued; without
    /// `iat`, this computer's clock.
    #[must_use]
    pub fn new(claims: &Claims, server_time: Option<DateTime<Utc>>, clock: &dyn Clock) -> Self {
        let received_at = clock.now();
        let server_time = server_time.or(claims.issued_at).unwrap_or(received_at);
        let issued_at = claims.issued_at.unwrap_or(server_time);
        let usual_expiry = issued_at.min(server_time).checked_add_signed(USUAL_LIFETIME);
        let expires_at = claims.expires_at.or(usual_expiry).unwrap_or(server_time);
        let left_at_receipt = between(server_time, expires_at);
        Self {
            left_at_receipt,
            total: between(issued_at, expires_at).max(left_at_receipt),
            assumed: claims.expires_at.is_none(),
            received_at,
            received_elapsed: clock.elapsed(),
        }
    }

    /// The remaining time, or zero after the expiry. Uses the larger of the times that `now` and
    /// `elapsed` show, so that neither sleep nor a clock set back prolongs a token.
    #[must_use]
    pub fn left(&self, clock: &dyn Clock) -> Duration {
        let by_date = between(self.received_at, clock.now());
        let by_elapsed = clock.elapsed().saturating_sub(self.received_elapsed);
        self.left_at_receipt.saturating_sub(by_date.max(by_elapsed))
    }
}

/// The time from one moment to another: zero if `to` is before `from`, and at most `u32::MAX` seconds.
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

/// A claim in seconds since 1970. A fraction is dropped.
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
                issued_at: Some(at(1_780_000_000)),
                expires_at: Some(at(1_780_003_600)),
                client: Some("4711".to_owned()),
            }
        );
    }

    #[test]
    fn a_client_id_may_be_a_number_and_a_time_may_have_a_fraction() {
        let read = read(&json!({ "cid": 4711, "iat": 1_780_000_000.75, "exp": 1.78e9 }));
        assert_eq!(read.client.as_deref(), Some("4711"));
        assert_eq!(read.issued_at, Some(at(1_780_000_000)));
        assert_eq!(read.expires_at, Some(at(1_780_000_000)));
    }

    #[test]
    fn padding_changes_nothing() {
        let payload = PADDED.encode(r#"{"cid":"123"}"#);
        assert!(payload.ends_with('='));
        let token = Jwt::new(format!("eyJhbGciOiJIUzI1NiJ9.{payload}.c2ln")).unwrap();
        assert_eq!(Claims::read(&token).client.as_deref(), Some("123"));
    }

    #[test]
    fn claims_of_a_wrong_form_are_ignored() {
        for wrong in [
            json!({ "iss": "", "iat": "1780000000", "exp": null, "cid": [1] }),
            json!({ "iss": "x".repeat(129), "iat": -1, "exp": 253_402_300_800_i64, "cid": 1.5 }),
            json!({ "iss": "a\nb", "iat": 1e300, "exp": u64::MAX, "cid": true }),
            json!([1]),
            json!("text"),
        ] {
            assert_eq!(read(&wrong), Claims::default(), "{wrong}");
        }
    }

    #[test]
    fn a_text_that_is_no_token_has_no_claims() {
        for text in ["no-dots-in-this-text", "a.%%%%.c-and-some-more", "eyJhbGciOiJIUzI1NiJ9.e30"] {
            assert_eq!(Claims::read(&Jwt::new(text.to_owned()).unwrap()), Claims::default());
        }
    }

    proptest! {
        #[test]
        fn a_text_claim_of_any_token_is_one_short_line(iss: String, exp: f64, iat: i64, cid: u64) {
            let read = read(&json!({ "iss": iss, "exp": exp, "iat": iat, "cid": cid }));
            prop_assert_eq!(read.client, Some(cid.to_string()));
            if let Some(issuer) = read.issuer {
                prop_assert!(issuer.len() <= LONGEST_TEXT && !issuer.contains('\n'));
            }
        }
    }
}
