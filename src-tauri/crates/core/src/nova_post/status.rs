//! Maps an HTTP status other than 200 to its [`Failure`]. The text of an answer is not used: Nova
//! Post writes its errors in two forms, and in English.

use chrono::{DateTime, Utc};
use reqwest::header::HeaderMap;

use super::server_time::{allowed_again, retry_after};
use crate::model::{Failure, ProxyReason};

/// Seconds to wait for an unavailable service whose answer has no `Retry-After` header.
const DEFAULT_WAIT: u32 = 30;

/// The calls [NP-spec: POST /test-api-keys, GET /clients/authorization, GET /dictionary/currencies,
/// GET /shipments, GET /tracking-push/subscribers] [NP-ua-api].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Call {
    CreateTestKey,
    Authorize,
    CountCurrencies,
    CheckUkraine,
    AuthorizeUkraine,
    NewestShipment,
    Subscribers,
}

impl Call {
    /// The call's name in the log.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::CreateTestKey => "create_test_key",
            Self::Authorize => "authorize",
            Self::CountCurrencies => "count_currencies",
            Self::CheckUkraine => "check_ukraine",
            Self::AuthorizeUkraine => "authorize_ukraine",
            Self::NewestShipment => "newest_shipment",
            Self::Subscribers => "subscribers",
        }
    }
}

/// The failure of an answer of Nova Post with this status. `now` is the server's time, or this
/// computer's if the answer has no `Date` header.
pub(super) fn failure_of_status(
    call: Call,
    status: u16,
    headers: &HeaderMap,
    now: DateTime<Utc>,
) -> Failure {
    use Call::{
        Authorize, AuthorizeUkraine, CheckUkraine, CountCurrencies, CreateTestKey, NewestShipment,
        Subscribers,
    };

    match (call, status) {
        (_, 403) => Failure::AccessForbidden,
        (_, 407) => Failure::ProxyNeeded { reason: ProxyReason::SignIn },
        (_, 502..=504) => Failure::ServiceUnavailable {
            status,
            retry_after: retry_after(headers, now).unwrap_or(DEFAULT_WAIT),
        },
        (_, 500..=599) => Failure::ServiceError { status },
        (CreateTestKey, 400) => Failure::PhoneInvalid,
        (CreateTestKey, 404) => Failure::ClientNotFound,
        (CreateTestKey, 409) => Failure::SeveralClients,
        (CreateTestKey, 429) => Failure::DailyLimit { again_at: allowed_again(now), key: None },
        // A token that was just issued is refused because its key is no longer valid.
        (
            Authorize | CountCurrencies | NewestShipment | Subscribers | CheckUkraine
            | AuthorizeUkraine,
            401,
        ) => Failure::KeyRefused,
        (Authorize | AuthorizeUkraine, 422) => Failure::KeyMalformed,
        (Authorize | CountCurrencies | NewestShipment | Subscribers, 429) => {
            Failure::TooManyTokens { retry_after: retry_after(headers, now) }
        }
        (CheckUkraine | AuthorizeUkraine, 429) => {
            Failure::TooManyRequests { retry_after: retry_after(headers, now) }
        }
        _ => Failure::AnswerUnreadable { status },
    }
}
