//! `POST json`: one read-only call of the API of Ukraine. It names the company that a key opens
//! [NP-ua-api].

use std::time::Duration;

use chrono::{DateTime, Utc};
use serde::Deserialize;

use super::World;
use super::answer::{Answer, AnswerBody, Delivery};
use super::object::Object;
use super::shape::read_object;
use crate::ukraine_keys::{UkrainePlays, plays_of};

/// An answer of the API of Ukraine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum UkraineAnswer {
    /// The key is accepted: its senders.
    Senders(&'static [Sender]),
    /// The key is not accepted, or something else is wrong.
    Refusal(UkraineRefusal),
}

/// A sender of an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Sender {
    pub(crate) reference: &'static str,
    pub(crate) short_name: &'static str,
    pub(crate) full_name: &'static str,
    pub(crate) edrpou: &'static str,
}

/// Why the API of Ukraine does not answer with senders.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct UkraineRefusal {
    pub(crate) status: u16,
    pub(crate) code: Option<&'static str>,
    pub(crate) text: Option<&'static str>,
    /// Errors and error codes are objects. Some clients have met that [NP-ua-api].
    pub(crate) as_objects: bool,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Request {
    api_key: Option<String>,
    model_name: String,
    called_method: String,
    method_properties: Object<Properties>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Properties {
    counterparty_property: String,
    page: Option<String>,
}

impl World {
    /// Answers a call. What it does not simulate gets 400, which is practice's own choice.
    pub(crate) fn ukraine(&self, now: DateTime<Utc>, body: &[u8]) -> Answer {
        let Ok(request) = read_object::<Request>(body) else {
            return refuse(
                now,
                Some("Invalid JSON, or another form than practice knows"),
                None,
                400,
            );
        };
        let Object(Properties { counterparty_property, page }) = &request.method_properties;
        let is_known = request.model_name == "Counterparty"
            && request.called_method == "getCounterparties"
            && counterparty_property == "Sender"
            && page.as_deref().is_none_or(is_page);
        if !is_known {
            let text = "Practice knows Counterparty/getCounterparties with Sender only";
            return refuse(now, Some(text), None, 400);
        }
        let Some(key) = request.api_key.filter(|key| !key.is_empty()) else {
            return refuse(now, Some("API key is empty"), Some(KEY_EMPTY), 200);
        };
        if let Some(plays) = plays_of(&key) {
            return play(now, plays);
        }
        let is_active = |known: &super::CabinetKey| {
            known.deactivated_at.is_none() && known.code.expose().eq_ignore_ascii_case(&key)
        };
        if self.cabinet.iter().any(is_active) {
            accept(now, &SENDERS[..1])
        } else {
            refuse(now, Some(INCORRECT), Some(AUTH_FAILED), 200)
        }
    }
}

/// A number from 1 to 9999, as text.
fn is_page(text: &str) -> bool {
    matches!(text.len(), 1..=4)
        && !text.starts_with('0')
        && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn play(now: DateTime<Utc>, plays: UkrainePlays) -> Answer {
    let works = || accept(now, &SENDERS[..1]);
    match plays {
        UkrainePlays::Works | UkrainePlays::TokenForbidden => works(),
        UkrainePlays::SeveralSenders => accept(now, SENDERS),
        UkrainePlays::NoSender => accept(now, &[]),
        UkrainePlays::NoCode => accept(now, &SENDERS[2..]),
        UkrainePlays::Refused => refuse(now, Some(INCORRECT), Some(AUTH_FAILED), 200),
        UkrainePlays::RefusedWithoutText => refuse(now, None, Some(AUTH_FAILED), 200),
        UkrainePlays::Unauthorized => refuse(now, Some(INCORRECT), Some(AUTH_FAILED), 401),
        UkrainePlays::Expired => refuse(now, Some(EXPIRED), Some(AUTH_FAILED), 200),
        UkrainePlays::ExpiredWithoutCode => refuse(now, Some(EXPIRED), None, 200),
        UkrainePlays::ExpiredUnauthorized => refuse(now, Some(EXPIRED), Some(AUTH_FAILED), 401),
        UkrainePlays::ErrorsAsObject => Answer::new(
            now,
            AnswerBody::Ukraine(UkraineAnswer::Refusal(UkraineRefusal {
                status: 200,
                code: Some(AUTH_FAILED),
                text: Some(INCORRECT),
                as_objects: true,
            })),
        ),
        UkrainePlays::OtherError => {
            refuse(now, Some("The service is being updated"), Some(OTHER), 200)
        }
        UkrainePlays::TooManyRequests => refuse(now, Some("Too many requests"), None, 429),
        UkrainePlays::ServiceError => refuse(now, Some("Internal server error"), None, 500),
        UkrainePlays::ServiceUnavailable => refuse(now, Some("Service is unavailable"), None, 503),
        UkrainePlays::NoAnswer => {
            Answer { delivery: Delivery::Late(Duration::from_mins(1)), ..works() }
        }
        UkrainePlays::WebPage => Answer::new(now, AnswerBody::WebPage),
        UkrainePlays::CutAnswer => Answer { delivery: Delivery::Cut, ..works() },
        UkrainePlays::LostAnswer => Answer { delivery: Delivery::Lost, ..works() },
    }
}

fn accept(now: DateTime<Utc>, senders: &'static [Sender]) -> Answer {
    Answer::new(now, AnswerBody::Ukraine(UkraineAnswer::Senders(senders)))
}

fn refuse(
    now: DateTime<Utc>,
    text: Option<&'static str>,
    code: Option<&'static str>,
    status: u16,
) -> Answer {
    let refusal = UkraineRefusal { status, code, text, as_objects: false };
    Answer::new(now, AnswerBody::Ukraine(UkraineAnswer::Refusal(refusal)))
}

/// The error codes of a key that is not accepted [NP-ua-api].
const AUTH_FAILED: &str = "20000200068";
const KEY_EMPTY: &str = "20000200069";
/// An error code that is not about a key. Practice has made it up.
const OTHER: &str = "20009900001";
/// The texts of a key that is not accepted [NP-ua-api].
const INCORRECT: &str = "API key incorrect";
const EXPIRED: &str = "API key expired";

/// The company of the simulated cabinet, another one, and a person. All are fictional: the check digits of
/// the codes are wrong.
const SENDERS: &[Sender] = &[
    Sender {
        reference: "5f0c3b52-8e3f-11ef-9d55-1d0a6c0d9b11",
        short_name: "Київський склад",
        full_name: "ТОВАРИСТВО З ОБМЕЖЕНОЮ ВІДПОВІДАЛЬНІСТЮ «КИЇВСЬКИЙ СКЛАД»",
        edrpou: "12345670",
    },
    Sender {
        reference: "5f0c3b52-8e3f-11ef-9d55-1d0a6c0d9b12",
        short_name: "Дніпровська пряжа",
        full_name: "ПРИВАТНЕ ПІДПРИЄМСТВО «ДНІПРОВСЬКА ПРЯЖА»",
        edrpou: "23456780",
    },
    Sender {
        reference: "5f0c3b52-8e3f-11ef-9d55-1d0a6c0d9b13",
        short_name: "Приватна особа",
        full_name: "",
        edrpou: "",
    },
];
