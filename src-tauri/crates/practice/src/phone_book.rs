//! The numbers that play a part. They are reserved for fiction, or the documentation's own example.

use serde::{Deserialize, Serialize};

/// A number of the phone book.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// Country code and number, digits only, as `test-api-keys` takes them.
    pub digits: &'static str,
    /// What happens to whoever asks with it.
    pub plays: Plays,
}

/// A number that plays a part, of the phone book or added.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Number {
    /// Country code and number, digits only.
    pub digits: String,
    /// What happens to whoever asks with it.
    pub plays: Plays,
    /// Whether somebody added it, and may remove it.
    pub own: bool,
}

/// What a number plays. The names are stable: they stand in state files and in the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Plays {
    /// Registered, never had a key: gets a new one.
    NewKey,
    /// Has an active key, made 40 days before it first asks: prolonged by a year.
    ActiveKey,
    /// Has a key that expired 30 days before it first asks: reactivated.
    ExpiredKey,
    /// Had a key that the clean-up took long ago: gets a new one.
    CleanedUpKey,
    /// 400, although the number looks right.
    PhoneRefused,
    /// 404, like any number that is in no book.
    NotRegistered,
    /// 409.
    SeveralClients,
    /// 429, always.
    DailyLimit,
    /// 500.
    ServiceError,
    /// 503.
    ServiceUnavailable,
    /// The key is made; the answer comes after 60 seconds.
    NoAnswer,
    /// A web page with status 200.
    WebPage,
    /// The key is made; the JSON of the answer stops in the middle.
    CutAnswer,
    /// The key is made and the connection dropped; asked again, the key is there.
    LostAnswer,
    /// Gets a key that authorization refuses with 401.
    KeyRefused,
    /// Gets a key whose tokens live two minutes.
    ShortTokens,
    /// Meets a server whose clock is two hours ahead.
    ClockAhead,
    /// Gets a key for which authorization says 403.
    AccessForbidden,
    /// Gets a key for which authorization says 429.
    TooManyTokens,
    /// Gets a key for which authorization says 503.
    TokenUnavailable,
}

impl Plays {
    /// The part of this name, if there is one.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        PHONE_BOOK.iter().map(|entry| entry.plays).find(|plays| plays.name() == name)
    }

    /// The stable name, as it is also written in JSON.
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
        }
    }
}

/// Every number that plays a part, in the order in which a window lists them. Any other number
/// plays [`Plays::NotRegistered`].
#[must_use]
pub fn phone_book() -> &'static [Entry] {
    PHONE_BOOK
}

/// What a number plays, if it is in the book.
pub(crate) fn part_of(digits: &str) -> Option<Plays> {
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
];

#[cfg(test)]
mod tests {
    use super::phone_book;

    #[test]
    fn a_part_has_the_same_name_in_rust_and_in_json() {
        for entry in phone_book() {
            assert_eq!(serde_json::to_value(entry.plays).unwrap(), entry.plays.name());
        }
    }

    #[test]
    fn every_number_plays_one_part_and_every_part_has_one_number() {
        for one in phone_book() {
            let same =
                |other: &&super::Entry| other.digits == one.digits || other.plays == one.plays;
            assert_eq!(phone_book().iter().filter(same).count(), 1, "{}", one.plays.name());
        }
    }
}
