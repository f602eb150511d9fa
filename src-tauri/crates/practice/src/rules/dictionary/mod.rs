//! `GET divisions` and `GET dictionary/…`: small read-only lists. A client can verify a token with
//! them.

mod page;

use std::sync::LazyLock;

use chrono::{DateTime, Utc};
use serde_json::Value;

use super::{Answer, AnswerBody, EnvironmentKind, World};

pub(crate) use page::{Page, PageAsked};

/// A list that is read page by page. Its items are in the JSON files beside this one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum List {
    /// Fictional branches and parcel lockers in the countries of Nova Post.
    Divisions,
    /// By ISO 4217.
    Currencies,
    /// By UN/ECE recommendation 20.
    Measurements,
}

impl World {
    /// Answers a request for a list. The token is checked before the query.
    pub(crate) fn list(
        &self,
        environment: EnvironmentKind,
        now: DateTime<Utc>,
        token: Option<&str>,
        list: List,
        asked: PageAsked<'_>,
    ) -> Answer {
        let now = match self.bearer(environment, now, token) {
            Ok(now) => now,
            Err(refused) => return refused,
        };
        match Page::of(list.items(), asked) {
            Ok(page) => Answer::new(now, AnswerBody::Page(page)),
            Err(refusal) => Answer::refusal(now, refusal),
        }
    }
}

impl List {
    fn items(self) -> &'static [Value] {
        match self {
            Self::Divisions => &DIVISIONS,
            Self::Currencies => &CURRENCIES,
            Self::Measurements => &MEASUREMENTS,
        }
    }
}

static DIVISIONS: LazyLock<Vec<Value>> = LazyLock::new(|| items(include_str!("divisions.json")));
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
        for list in [List::Divisions, List::Currencies, List::Measurements] {
            let ids: HashSet<u64> =
                list.items().iter().map(|item| item["id"].as_u64().unwrap()).collect();
            assert!(ids.len() > 1, "{list:?}");
            assert_eq!(ids.len(), list.items().len(), "{list:?}");
        }
    }

    #[test]
    fn the_divisions_are_in_many_countries() {
        let countries: HashSet<&str> =
            DIVISIONS.iter().map(|division| division["countryCode"].as_str().unwrap()).collect();
        assert!(countries.len() >= 15);
    }
}
