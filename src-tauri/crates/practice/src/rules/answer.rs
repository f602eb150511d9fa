//! What the state machine answers, before it becomes HTTP.

use std::time::Duration;

use chrono::{DateTime, Utc};

use super::secret::Secret;
use super::{Key, Page};

/// The answer to one call.
#[derive(Debug)]
pub(crate) struct Answer {
    /// What the server's clock shows to whoever asked: the `Date` header.
    pub(crate) server_time: DateTime<Utc>,
    pub(crate) says: Says,
    pub(crate) delivery: Delivery,
}

/// What an answer says.
#[derive(Debug)]
pub(crate) enum Says {
    /// 200 with a test key.
    Key(Key),
    /// 200 with a token.
    Token(Secret),
    /// 200 with a page of a list.
    Page(Page),
    /// 200 with a web page instead of JSON.
    WebPage,
    /// Any other status.
    Refusal(Refusal),
}

/// How an answer travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Delivery {
    /// At once and whole.
    Whole,
    /// Whole, after this long.
    Late(Duration),
    /// A proper HTTP answer whose JSON stops in the middle.
    Cut,
    /// Never: the connection is dropped.
    Lost,
}

/// Why a call gets nothing. Statuses and bodies are the server's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// The body is not a JSON object.
    BrokenJson,
    /// A member other than `phone`.
    UnknownMember,
    /// No `phone`.
    PhoneMissing,
    /// `phone` is not digits with a country code.
    PhoneInvalid,
    /// Nobody is registered with the phone.
    ClientNotFound,
    /// Several accounts carry the phone.
    SeveralClients,
    /// A second creation on one day.
    DailyLimit,
    /// Something broke on their side.
    ServiceError,
    /// A time-out on their side.
    ServiceUnavailable,
    /// No `apiKey`.
    ApiKeyMissing,
    /// `apiKey` can't be a key.
    ApiKeyMalformed,
    /// No active key of anybody.
    ApiKeyRefused,
    /// The account may not have tokens.
    AccessForbidden,
    /// The account has as many live tokens as it may have.
    TooManyTokens,
    /// No token, or one that is not (or no longer) good.
    TokenRefused,
    /// `limit` is nonsense.
    LimitInvalid,
    /// `page` is nonsense.
    PageInvalid,
}

impl Answer {
    /// An answer that travels at once and whole.
    pub(crate) fn new(server_time: DateTime<Utc>, says: Says) -> Self {
        Self { server_time, says, delivery: Delivery::Whole }
    }

    /// A refusal, likewise.
    pub(crate) fn refusal(server_time: DateTime<Utc>, refusal: Refusal) -> Self {
        Self::new(server_time, Says::Refusal(refusal))
    }
}
