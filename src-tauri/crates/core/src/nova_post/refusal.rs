//! A status that is not 200 → the one [`Failure`] it stands for. The text of an answer decides
//! nothing: Nova Post writes its errors in two shapes and in English.

use chrono::{DateTime, Utc};
use reqwest::header::HeaderMap;

use super::server_time::{allowed_again, retry_after};
use crate::model::Failure;

/// How long to wait with a service that is not there and doesn't say until when, in seconds.
const CAREFUL_WAIT: u32 = 30;

/// The three calls (spec).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Call {
    CreateTestKey,
    Authorize,
    CountCurrencies,
}

impl Call {
    /// Its name in the log.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::CreateTestKey => "create_test_key",
            Self::Authorize => "authorize",
            Self::CountCurrencies => "count_currencies",
        }
    }
}

/// What a status means. `now`: the server's time, or this computer's where it doesn't say.
pub(super) fn refusal(call: Call, status: u16, headers: &HeaderMap, now: DateTime<Utc>) -> Failure {
    use Call::{Authorize, CountCurrencies, CreateTestKey};

    match (call, status) {
        (_, 300..=399) => Failure::RedirectRefused,
        (_, 403) => Failure::AccessForbidden,
        (_, 407) => Failure::ProxyNeeded,
        (_, 502..=504) => Failure::ServiceUnavailable {
            status,
            retry_after: retry_after(headers, now).unwrap_or(CAREFUL_WAIT),
        },
        (_, 500..=599) => Failure::ServiceError { status },
        (CreateTestKey, 400) => Failure::PhoneInvalid,
        (CreateTestKey, 404) => Failure::ClientNotFound,
        (CreateTestKey, 409) => Failure::SeveralClients,
        (CreateTestKey, 429) => Failure::DailyLimit { again_at: allowed_again(now), key: None },
        // A token that was just made is refused because its key is no longer good.
        (Authorize | CountCurrencies, 401) => Failure::KeyRefused,
        (Authorize, 422) => Failure::KeyMalformed,
        (Authorize | CountCurrencies, 429) => {
            Failure::TooManyTokens { retry_after: retry_after(headers, now) }
        }
        _ => Failure::AnswerUnreadable { status },
    }
}
