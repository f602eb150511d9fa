//! The state machine's answers, before they become HTTP responses.

use std::time::Duration;

use chrono::{DateTime, Utc};

use super::secret::Secret;
use super::{Key, Page, UkraineAnswer};

/// The answer to one call.
#[derive(Debug)]
pub(crate) struct Answer {
    /// The time that the server shows to this client: the `Date` header.
    pub(crate) server_time: DateTime<Utc>,
    pub(crate) body: AnswerBody,
    pub(crate) delivery: Delivery,
}

/// The content of an answer.
#[derive(Debug)]
pub(crate) enum AnswerBody {
    /// 200 with a test key.
    Key(Key),
    /// 200 with a token.
    Token(Secret),
    /// 200 with a page of a list.
    Page(Page),
    /// 200 with a web page instead of JSON.
    WebPage,
    /// An answer of the API of Ukraine.
    Ukraine(UkraineAnswer),
    /// Any other status.
    Refusal(Refusal),
}

/// How an answer is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Delivery {
    /// Completely and at once.
    Whole,
    /// Completely, after this delay.
    Late(Duration),
    /// As a correct HTTP response whose JSON ends in the middle.
    Cut,
    /// Not at all: the connection is closed.
    Lost,
}

/// Why a call is refused. `http` adds statuses and sentences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// The body is not a JSON object.
    BrokenJson,
    /// A member other than `phone`.
    UnknownMember,
    /// No `phone`.
    PhoneMissing,
    /// `phone` isn't digits with a country code.
    PhoneInvalid,
    /// No client is registered with the phone number.
    ClientNotFound,
    /// Several accounts have the phone number.
    SeveralClients,
    /// The daily limit of requests is reached.
    DailyLimit,
    /// An error of Nova Post.
    ServiceError,
    /// Nova Post is unavailable.
    ServiceUnavailable,
    /// No `apiKey`.
    ApiKeyMissing,
    /// `apiKey` doesn't have the format of a key.
    ApiKeyMalformed,
    /// `apiKey` isn't an active key.
    ApiKeyRefused,
    /// The account has no access to the API.
    AccessForbidden,
    /// The account has the maximum number of valid tokens.
    TooManyTokens,
    /// The token is missing, invalid or expired.
    TokenRefused,
    /// There is no such list.
    ListNotFound,
    /// A parameter of the query is invalid; the sentence names it.
    QueryInvalid(&'static str),
}

impl Answer {
    /// An answer that is sent completely and at once.
    pub(crate) fn new(server_time: DateTime<Utc>, body: AnswerBody) -> Self {
        Self { server_time, body, delivery: Delivery::Whole }
    }

    pub(crate) fn refusal(server_time: DateTime<Utc>, refusal: Refusal) -> Self {
        Self::new(server_time, AnswerBody::Refusal(refusal))
    }
}
