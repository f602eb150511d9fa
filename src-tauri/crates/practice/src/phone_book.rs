//! Phone numbers with a simulated outcome. They are reserved for fiction, except for the example
//! number of the documentation [NP-docs: How to get API keys].

use serde::{Deserialize, Serialize};

/// A number of the built-in phone book.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// Country code and number, digits only, as `test-api-keys` takes them.
    pub digits: &'static str,
    /// The outcome of a request with this number.
    pub plays: Plays,
}

/// A number with a simulated outcome: built in, or added.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Number {
    /// Country code and number, digits only.
    pub digits: String,
    /// The outcome of a request with this number.
    pub plays: Plays,
    /// Whether the number was added and can be removed.
    pub own: bool,
}

/// The outcome that a number simulates. The names are stable: state files and the window use them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Plays {
    /// Registered without a key: gets a new one.
    NewKey,
    /// Has an active key, created 40 days before the first request: extended by a year.
    ActiveKey,
    /// Has a key that expired 30 days before the first request: reactivated.
    ExpiredKey,
    /// Had a key that was deleted long ago: gets a new one.
    CleanedUpKey,
    /// 400, although the number looks right.
    PhoneRefused,
    /// 404, like any unknown number.
    NotRegistered,
    /// 409.
    SeveralClients,
    /// 429, always.
    DailyLimit,
    /// 500.
    ServiceError,
    /// 503.
    ServiceUnavailable,
    /// The key is created; the answer comes after 60 seconds.
    NoAnswer,
    /// A web page with status 200.
    WebPage,
    /// The key is created; the JSON of the answer ends in the middle.
    CutAnswer,
    /// The key is created and the connection closed; the next request gets the key.
    LostAnswer,
    /// Gets a key that authorization refuses with 401.
    KeyRefused,
    /// Gets a key whose tokens are valid for two minutes.
    ShortTokens,
    /// The server's clock is two hours ahead in every answer.
    ClockAhead,
    /// Gets a key that authorization refuses with 403.
    AccessForbidden,
    /// Gets a key that authorization refuses with 429.
    TooManyTokens,
    /// Gets a key that authorization refuses with 503.
    TokenUnavailable,
    /// Gets a key and a token; the lists answer with 404.
    ListNotFound,
    /// Gets a key and a token; the lists answer with 503.
    ListUnavailable,
}

impl Plays {
    /// The outcome with this name, if there is one.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        PHONE_BOOK.iter().map(|entry| entry.plays).find(|plays| plays.name() == name)
    }

    /// The stable name, also used in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::NewKey => "new_key",
            Self::ActiveKey => "active_key",
            Self::ExpiredKey => "expired_key",
            Self::CleanedUpKey => "cleaned_up_key",
            Self::PhoneRefused => "phone_refused",
            Self::NotRegistered => "not_registered",
            Self::SeveralClients => "several_clients",
            Self::DailyLimit => "daily_limit",
            Self::ServiceError => "service_error",
            Self::ServiceUnavailable => "service_unavailable",
            Self::NoAnswer => "no_answer",
            Self::WebPage => "web_page",
            Self::CutAnswer => "cut_answer",
            Self::LostAnswer => "lost_answer",
            Self::KeyRefused => "key_refused",
            Self::ShortTokens => "short_tokens",
            Self::ClockAhead => "clock_ahead",
            Self::AccessForbidden => "access_forbidden",
            Self::TooManyTokens => "too_many_tokens",
            Self::TokenUnavailable => "token_unavailable",
            Self::ListNotFound => "list_not_found",
            Self::ListUnavailable => "list_unavailable",
        }
    }
}

/// Every built-in number, in the order in which the window lists them. Any other number is
/// [`Plays::NotRegistered`].
#[must_use]
pub fn phone_book() -> &'static [Entry] {
    PHONE_BOOK
}

/// The outcome of a built-in number.
pub(crate) fn plays_of(digits: &str) -> Option<Plays> {
    PHONE_BOOK.iter().find(|entry| entry.digits == digits).map(|entry| entry.plays)
}

const PHONE_BOOK: &[Entry] = &[
    Entry { digits: "498213437654", plays: Plays::NewKey },
    Entry { digits: "491713920010", plays: Plays::ActiveKey },
    Entry { digits: "491713920011", plays: Plays::ExpiredKey },
    Entry { digits: "491713920012", plays: Plays::CleanedUpKey },
    Entry { digits: "491713920040", plays: Plays::PhoneRefused },
    Entry { digits: "491713920044", plays: Plays::NotRegistered },
    Entry { digits: "491713920049", plays: Plays::SeveralClients },
    Entry { digits: "491713920029", plays: Plays::DailyLimit },
    Entry { digits: "491713920050", plays: Plays::ServiceError },
    Entry { digits: "491713920053", plays: Plays::ServiceUnavailable },
    Entry { digits: "491713920060", plays: Plays::NoAnswer },
    Entry { digits: "491713920061", plays: Plays::WebPage },
    Entry { digits: "491713920062", plays: Plays::CutAnswer },
    Entry { digits: "491713920063", plays: Plays::LostAnswer },
    Entry { digits: "491713920070", plays: Plays::KeyRefused },
    Entry { digits: "491713920071", plays: Plays::ShortTokens },
    Entry { digits: "491713920072", plays: Plays::ClockAhead },
    Entry { digits: "491713920073", plays: Plays::AccessForbidden },
    Entry { digits: "491713920074", plays: Plays::TooManyTokens },
    Entry { digits: "491713920075", plays: Plays::TokenUnavailable },
    Entry { digits: "491713920076", plays: Plays::ListNotFound },
    Entry { digits: "491713920077", plays: Plays::ListUnavailable },
];

#[cfg(test)]
mod tests {
    use super::phone_book;

    #[test]
    fn an_outcome_has_the_same_name_in_rust_and_in_json() {
        for entry in phone_book() {
            assert_eq!(serde_json::to_value(entry.plays).unwrap(), entry.plays.name());
        }
    }

    #[test]
    fn every_number_has_one_outcome_and_every_outcome_has_one_number() {
        for one in phone_book() {
            let same =
                |other: &&super::Entry| other.digits == one.digits || other.plays == one.plays;
            assert_eq!(phone_book().iter().filter(same).count(), 1, "{}", one.plays.name());
        }
    }
}
