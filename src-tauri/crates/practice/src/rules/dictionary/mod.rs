//! `GET divisions`, `GET dictionary/…`, `GET shipments` and `GET tracking-push/subscribers`: small read-only lists. A
//! client can verify a token with them.

mod division;
mod filter;
mod mask;
mod near;
mod page;
mod query;
mod shipments;
mod subscribers;

use std::sync::LazyLock;

use chrono::{DateTime, Utc};
use serde_json::Value;

use super::{Answer, AnswerBody, EnvironmentKind, Refusal, World};
use crate::phone_book::Plays;
use filter::Filter;
use query::Query;

pub(crate) use page::Page;

/// A list that is read page by page. The items are in the JSON files beside this one, but for shipments and
/// subscribers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum List {
    /// Fictional branches and parcel lockers in the countries of Nova Post.
    Divisions,
    /// By ISO 4217.
    Currencies,
    /// Of weight, size and number.
    Measurements,
    /// Of the account that the token belongs to.
    Shipments,
    /// The webhooks of the account that the token belongs to.
    Subscribers,
}

impl World {
    /// Answers a request for a list. The token is checked before the query.
    pub(crate) fn list(
        &self,
        environment: EnvironmentKind,
        now: DateTime<Utc>,
        token: Option<&str>,
        list: List,
        query: &str,
    ) -> Answer {
        let owner = match self.bearer(environment, now, token) {
            Ok(owner) => owner,
            Err(now) => return Answer::refusal(now, Refusal::TokenRefused),
        };
        let now = owner.server_time(now);
        let refusal = match owner.plays {
            Plays::ListNotFound => Refusal::ListNotFound,
            Plays::ListUnavailable => Refusal::ServiceUnavailable,
            _ => match Query::parse(list, query) {
                Ok(query) => {
                    let page = match list {
                        List::Shipments => Page::of_made(shipments::of(environment, now), &query),
                        List::Subscribers => Page::of_made(subscribers::of(environment), &query),
                        _ => Page::of(list.items(), &query),
                    };
                    return Answer::new(now, AnswerBody::Page(page));
                }
                Err(refusal) => refusal,
            },
        };
        Answer::refusal(now, refusal)
    }
}

impl List {
    /// The names of all parameters, as [`array_name`] writes them.
    pub(crate) fn parameters(self) -> Vec<&'static str> {
        let filters = self.filters().iter().map(|filter| filter.name);
        let point: &[&str] = if self == Self::Divisions { &["latitude", "longitude"] } else { &[] };
        ["limit", "page"].into_iter().chain(filters).chain(point.iter().copied()).collect()
    }

    fn filters(self) -> &'static [Filter] {
        match self {
            Self::Divisions => &filter::DIVISIONS,
            Self::Currencies => &filter::CURRENCIES,
            Self::Measurements | Self::Shipments | Self::Subscribers => &[],
        }
    }

    fn items(self) -> &'static [Value] {
        match self {
            Self::Divisions => &DIVISIONS,
            Self::Currencies => &CURRENCIES,
            Self::Measurements => &MEASUREMENTS,
            Self::Shipments | Self::Subscribers => &[],
        }
    }
}

/// The name of a parameter without the index that some clients write: `codes[0]` becomes `codes[]`.
pub(crate) fn array_name(name: &str) -> String {
    match name.split_once('[') {
        Some((array, index)) if is_index(index) => format!("{array}[]"),
        _ => name.to_owned(),
    }
}

fn is_index(bracketed: &str) -> bool {
    let digits = bracketed.strip_suffix(']');
    digits.is_some_and(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))
}

#[expect(clippy::expect_used, reason = "the files are compiled in; a test parses each")]
static DIVISIONS: LazyLock<Vec<Value>> = LazyLock::new(|| division::all().expect("divisions"));
static CURRENCIES: LazyLock<Vec<Value>> = LazyLock::new(|| items(include_str!("currencies.json")));
static MEASUREMENTS: LazyLock<Vec<Value>> =
    LazyLock::new(|| items(include_str!("measurements.json")));

#[expect(clippy::expect_used, reason = "the files are compiled in; a test parses each")]
fn items(json: &str) -> Vec<Value> {
    serde_json::from_str(json).expect("a list of items")
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_list_has_items_with_unique_ids() {
        for (list, id) in
            [(List::Divisions, "id"), (List::Currencies, "code"), (List::Measurements, "code")]
        {
            let ids: HashSet<String> =
                list.items().iter().map(|item| item[id].to_string()).collect();
            assert!(ids.len() > 1, "{list:?}");
            assert_eq!(ids.len(), list.items().len(), "{list:?}");
        }
    }

    #[test]
    fn an_array_is_written_with_or_without_an_index() {
        for (written, name) in [
            ("codes[]", "codes[]"),
            ("codes[0]", "codes[]"),
            ("codes[17]", "codes[]"),
            ("codes", "codes"),
            ("codes[a]", "codes[a]"),
            ("codes[0", "codes[0"),
            ("codes[0][1]", "codes[0][1]"),
        ] {
            assert_eq!(array_name(written), name);
        }
    }
}
