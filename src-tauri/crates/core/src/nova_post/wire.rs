//! The JSON of requests and of answers with status 200. Members that the app doesn't use are ignored.
//! An answer with a missing member, or with a member of a wrong type, is unreadable.
//!
//! A secret goes from the text directly into its type, so it is wiped when dropped, also if a later
//! member is wrong.

use chrono::{DateTime, Datelike, Utc};
use serde::de::{Deserializer, Error, IgnoredAny};
use serde::{Deserialize, Serialize};

use super::{NewestShipment, TestKey};
use crate::secret::{ApiKey, Jwt};

/// The body of `POST test-api-keys`. No other member is allowed [NP-spec: POST /test-api-keys].
#[derive(Serialize)]
pub(super) struct TestKeyRequest<'a> {
    pub(super) phone: &'a str,
}

/// The body of `Counterparty/getCounterparties` of the API of Ukraine [NP-ua-api].
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct SendersRequest<'a> {
    api_key: &'a str,
    model_name: &'static str,
    called_method: &'static str,
    method_properties: SendersProperties,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct SendersProperties {
    counterparty_property: &'static str,
    page: &'static str,
}

/// The answer to `POST test-api-keys`.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct TestKeyAnswer {
    #[serde(deserialize_with = "api_key")]
    api_key: ApiKey,
    #[serde(deserialize_with = "date")]
    created_at: DateTime<Utc>,
    #[serde(deserialize_with = "date")]
    exp_date: DateTime<Utc>,
    status: Status,
}

/// The answer to `GET clients/authorization`.
#[derive(Deserialize)]
pub(super) struct TokenAnswer {
    #[serde(deserialize_with = "token")]
    pub(super) jwt: Jwt,
}

/// The answer to `GET dictionary/currencies`: one page.
#[derive(Deserialize)]
pub(super) struct CurrenciesAnswer {
    pub(super) total: u32,
    /// Required only to make sure that the answer is a page of a list.
    #[serde(rename = "items")]
    _items: Vec<IgnoredAny>,
}

/// The answer to `GET shipments`: one page, the newest first.
#[derive(Deserialize)]
pub(super) struct ShipmentsAnswer {
    items: Vec<Shipment>,
}

/// A shipment. The name of its date is known from other clients only (docs/sources.md), so it may be missing or
/// be anything.
#[derive(Deserialize)]
struct Shipment {
    #[serde(rename = "createdAt", default)]
    created_at: serde_json::Value,
}

#[derive(PartialEq, Eq, Deserialize)]
enum Status {
    Active,
    Expired,
}

impl<'a> SendersRequest<'a> {
    pub(super) fn new(api_key: &'a str) -> Self {
        Self {
            api_key,
            model_name: "Counterparty",
            called_method: "getCounterparties",
            method_properties: SendersProperties { counterparty_property: "Sender", page: "1" },
        }
    }
}

impl From<TestKeyAnswer> for TestKey {
    fn from(answer: TestKeyAnswer) -> Self {
        Self {
            key: answer.api_key,
            created_at: answer.created_at,
            valid_until: answer.exp_date,
            active: answer.status == Status::Active,
        }
    }
}

impl From<ShipmentsAnswer> for NewestShipment {
    fn from(answer: ShipmentsAnswer) -> Self {
        match answer.items.into_iter().next() {
            None => Self::None,
            Some(newest) => date(newest.created_at).map_or(Self::DateUnknown, Self::On),
        }
    }
}

fn api_key<'de, D: Deserializer<'de>>(text: D) -> Result<ApiKey, D::Error> {
    ApiKey::new(String::deserialize(text)?).map_err(|_| D::Error::custom("not a key"))
}

fn token<'de, D: Deserializer<'de>>(text: D) -> Result<Jwt, D::Error> {
    Jwt::new(String::deserialize(text)?).map_err(|_| D::Error::custom("not a token"))
}

/// A date between the years 1970 and 9999. The type allows years up to 262142, with which later
/// calculations could overflow.
fn date<'de, D: Deserializer<'de>>(text: D) -> Result<DateTime<Utc>, D::Error> {
    let date = DateTime::deserialize(text)?;
    let plausible = (1970..=9999).contains(&date.year());
    plausible.then_some(date).ok_or_else(|| D::Error::custom("not a date"))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::{Value, json};

    use super::*;

    fn answer() -> Value {
        json!({
            "apiKey": "99dde7bdce11414efc2f1c10ddbfd42da8ce4bf2",
            "createdAt": "2025-08-27T08:03:02.000000Z",
            "expDate": "2026-08-29T23:59:59.000Z",
            "status": "Active",
        })
    }

    fn read(answer: Value) -> Option<TestKey> {
        serde_json::from_value::<TestKeyAnswer>(answer).ok().map(TestKey::from)
    }

    fn with(member: &str, value: Value) -> Value {
        let mut answer = answer();
        answer[member] = value;
        answer
    }

    #[test]
    fn the_three_documented_date_formats_are_read() {
        for text in
            ["2025-08-27T08:03:02.000000Z", "2026-08-29T23:59:59.000Z", "2025-07-24T09:00:00Z"]
        {
            let key = read(with("expDate", text.into())).unwrap();
            assert_eq!(key.valid_until, DateTime::parse_from_rfc3339(text).unwrap());
        }
    }

    #[test]
    fn both_documented_statuses_are_read() {
        assert!(read(answer()).unwrap().active);
        assert!(!read(with("status", "Expired".into())).unwrap().active);
    }

    #[test]
    fn an_undocumented_member_is_ignored() {
        assert!(read(with("organization", json!({"name": "x"}))).is_some());
    }

    #[test]
    fn a_missing_member_makes_the_answer_unreadable() {
        for member in ["apiKey", "createdAt", "expDate", "status"] {
            let mut answer = answer();
            answer.as_object_mut().unwrap().remove(member);
            assert!(read(answer).is_none(), "{member}");
        }
    }

    #[test]
    fn a_member_of_a_wrong_type_makes_the_answer_unreadable() {
        for (member, value) in [
            ("apiKey", Value::Null),
            ("apiKey", 42.into()),
            ("apiKey", json!(["99dde7bdce11414efc2f1c10ddbfd42d"])),
            ("apiKey", "short".into()),
            ("apiKey", "a key with spaces in it".into()),
            ("apiKey", "k".repeat(129).into()),
            ("createdAt", 1_756_281_782.into()),
            ("createdAt", "27.08.2025".into()),
            ("expDate", "".into()),
            ("expDate", "2026-08-29".into()),
            ("createdAt", "1969-12-31T23:59:59Z".into()),
            ("createdAt", "+262142-12-31T23:59:59Z".into()),
            ("expDate", "9999-12-31T23:59:59-00:01".into()),
            ("status", "active".into()),
            ("status", true.into()),
        ] {
            assert!(read(with(member, value.clone())).is_none(), "{member}: {value}");
        }
    }

    #[test]
    fn a_token_that_is_no_header_value_is_rejected() {
        let read = |jwt: &str| serde_json::from_value::<TokenAnswer>(json!({ "jwt": jwt }));
        assert!(read("eyJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJ4In0.c2ln").is_ok());
        assert!(read("eyJhbGciOiJIUzI1NiJ9\r\nX-Other: 1").is_err());
        assert!(read("").is_err());
    }

    #[test]
    fn a_page_of_currencies_has_their_total_number() {
        let read = |page: Value| {
            serde_json::from_value::<CurrenciesAnswer>(page).ok().map(|page| page.total)
        };
        assert_eq!(
            read(json!({"total": 18, "items": [{"code": "EUR"}], "last_page": 18})),
            Some(18)
        );
        assert_eq!(read(json!({"total": "18", "items": []})), None);
        assert_eq!(read(json!({"total": -1, "items": []})), None);
        assert_eq!(read(json!({"items": []})), None);
        assert_eq!(read(json!({"total": 18})), None);
    }

    #[test]
    fn a_page_of_shipments_tells_when_the_newest_was_created() {
        let read = |page: Value| {
            serde_json::from_value::<ShipmentsAnswer>(page).ok().map(NewestShipment::from)
        };
        let at = "2026-11-27T09:12:00Z".parse().unwrap();
        let newest = json!({"number": "1", "createdAt": "2026-11-27T09:12:00.000000Z"});
        let older = json!({"number": "0", "createdAt": "2026-01-02T03:04:05Z"});
        assert_eq!(read(json!({"items": [newest, older]})), Some(NewestShipment::On(at)));
        assert_eq!(read(json!({"items": [], "total": 0})), Some(NewestShipment::None));
        for unknown in [
            json!({}),
            json!({"createdAt": null}),
            json!({"createdAt": "27.11.2026"}),
            json!({"createdAt": 5}),
        ] {
            assert_eq!(read(json!({"items": [unknown]})), Some(NewestShipment::DateUnknown));
        }
        assert_eq!(read(json!({"items": ["1"]})), None);
        assert_eq!(read(json!({"total": 0})), None);
    }

    proptest! {
        #[test]
        fn random_bytes_are_never_a_key(body in proptest::collection::vec(any::<u8>(), 0..512)) {
            prop_assert!(serde_json::from_slice::<TestKeyAnswer>(&body).is_err());
            prop_assert!(serde_json::from_slice::<TokenAnswer>(&body).is_err());
        }

        #[test]
        fn a_text_in_place_of_the_key_is_accepted_only_if_it_can_be_a_key(
            text in "\\PC{0,140}|[ -~]{10,140}",
        ) {
            let accepted = read(with("apiKey", text.clone().into())).is_some();
            prop_assert_eq!(accepted, ApiKey::new(text).is_ok());
        }
    }
}
