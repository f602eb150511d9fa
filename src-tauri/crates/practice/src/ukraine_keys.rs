//! Keys of the API of Ukraine with a simulated answer: what the phone book is for test keys.

use serde::Serialize;

/// A built-in key of the API of Ukraine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct UkraineKey {
    /// 32 hex digits.
    pub code: &'static str,
    /// The answer that it gets.
    pub plays: UkrainePlays,
}

/// The answer that a built-in key gets. The names are stable.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum UkrainePlays {
    /// Accepted: one company.
    Works,
    /// Accepted: three senders, two of them companies with a code.
    SeveralSenders,
    /// Accepted: no sender.
    NoSender,
    /// Accepted: a sender without a code.
    NoCode,
    /// Accepted: one company. The request for a token gets 403.
    TokenForbidden,
    /// Not accepted: an error code and a text.
    Refused,
    /// Not accepted: an error code and no text.
    RefusedWithoutText,
    /// Not accepted: status 401.
    Unauthorized,
    /// Expired: an error code and a text.
    Expired,
    /// Expired: a text and no error code.
    ExpiredWithoutCode,
    /// Expired: status 401.
    ExpiredUnauthorized,
    /// Not accepted: errors and error codes are objects instead of lists.
    ErrorsAsObject,
    /// Another error, which is not about the key.
    OtherError,
    /// 429.
    TooManyRequests,
    /// 500.
    ServiceError,
    /// 503.
    ServiceUnavailable,
    /// Accepted; the answer comes after 60 seconds.
    NoAnswer,
    /// A web page with status 200.
    WebPage,
    /// Accepted; the JSON of the answer ends in the middle.
    CutAnswer,
    /// The connection is closed without an answer.
    LostAnswer,
}

impl UkrainePlays {
    /// The stable name, also used in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Works => "works",
            Self::SeveralSenders => "several_senders",
            Self::NoSender => "no_sender",
            Self::NoCode => "no_code",
            Self::TokenForbidden => "token_forbidden",
            Self::Refused => "refused",
            Self::RefusedWithoutText => "refused_without_text",
            Self::Unauthorized => "unauthorized",
            Self::Expired => "expired",
            Self::ExpiredWithoutCode => "expired_without_code",
            Self::ExpiredUnauthorized => "expired_unauthorized",
            Self::ErrorsAsObject => "errors_as_object",
            Self::OtherError => "other_error",
            Self::TooManyRequests => "too_many_requests",
            Self::ServiceError => "service_error",
            Self::ServiceUnavailable => "service_unavailable",
            Self::NoAnswer => "no_answer",
            Self::WebPage => "web_page",
            Self::CutAnswer => "cut_answer",
            Self::LostAnswer => "lost_answer",
        }
    }
}

/// Every built-in key, in the order in which the page of the cabinet lists them.
#[must_use]
pub fn ukraine_keys() -> &'static [UkraineKey] {
    KEYS
}

/// The answer of a built-in key.
pub(crate) fn plays_of(code: &str) -> Option<UkrainePlays> {
    KEYS.iter().find(|key| key.code.eq_ignore_ascii_case(code)).map(|key| key.plays)
}

macro_rules! keys {
    ($($last_four:literal $plays:ident),* $(,)?) => {
        &[$(UkraineKey {
            code: concat!("0a11cedecade5afec0ffee000000", $last_four),
            plays: UkrainePlays::$plays,
        }),*]
    };
}

const KEYS: &[UkraineKey] = keys![
    "0010" Works,
    "0011" SeveralSenders,
    "0012" NoSender,
    "0013" NoCode,
    "0073" TokenForbidden,
    "0040" Refused,
    "0041" RefusedWithoutText,
    "0042" Unauthorized,
    "0043" Expired,
    "0044" ExpiredWithoutCode,
    "0047" ExpiredUnauthorized,
    "0045" ErrorsAsObject,
    "0046" OtherError,
    "0029" TooManyRequests,
    "0050" ServiceError,
    "0053" ServiceUnavailable,
    "0060" NoAnswer,
    "0061" WebPage,
    "0062" CutAnswer,
    "0063" LostAnswer,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_has_one_answer_and_every_answer_has_one_key() {
        for one in ukraine_keys() {
            let same = |other: &&UkraineKey| other.code == one.code || other.plays == one.plays;
            assert_eq!(ukraine_keys().iter().filter(same).count(), 1, "{}", one.plays.name());
            assert_eq!(serde_json::to_value(one.plays).unwrap(), one.plays.name());
            assert!(one.code.len() == 32 && one.code.bytes().all(|byte| byte.is_ascii_hexdigit()));
        }
    }
}
