//! The query of a list: limit, page and filters.

use serde_json::Value;

use super::filter::{Filter, Wanted};
use super::near::Point;
use super::page::{DEFAULT_LIMIT, MAX_LIMIT, MAX_PAGE, whole_number};
use super::{List, array_name};
use crate::rules::Refusal;

/// What a query asks for.
pub(super) struct Query {
    pub(super) per_page: usize,
    pub(super) page: usize,
    /// The order of the items, and their `distance`.
    pub(super) near: Option<Point>,
    conditions: Vec<(&'static Filter, Vec<Wanted>)>,
}

impl Query {
    /// Reads a query. Names that no parameter of the list has are ignored.
    pub(super) fn parse(list: List, query: &str) -> Result<Self, Refusal> {
        let pairs: Vec<(String, String)> = form_urlencoded::parse(query.as_bytes())
            .map(|(name, value)| (array_name(&name), value.into_owned()))
            .collect();
        let values = |name: &str| {
            let of_name = pairs.iter().filter(|(given, _)| given == name);
            of_name.map(|(_, value)| value.as_str()).collect::<Vec<_>>()
        };
        let conditions =
            list.filters().iter().map(|filter| condition(filter, &values(filter.name)));
        Ok(Self {
            per_page: number(&values("limit"), DEFAULT_LIMIT, MAX_LIMIT, LIMIT)?,
            page: number(&values("page"), 1, MAX_PAGE, PAGE)?,
            near: match list {
                List::Divisions => Point::parse(&values("latitude"), &values("longitude"))?,
                List::Currencies | List::Measurements | List::Shipments | List::Subscribers => None,
            },
            conditions: conditions.filter_map(Result::transpose).collect::<Result<_, _>>()?,
        })
    }

    /// Whether an item has one of the values of each filter that was given.
    pub(super) fn selects(&self, item: &Value) -> bool {
        self.conditions.iter().all(|(filter, wanted)| filter.is_met(wanted, item))
    }
}

fn condition(
    filter: &'static Filter,
    values: &[&str],
) -> Result<Option<(&'static Filter, Vec<Wanted>)>, Refusal> {
    if values.is_empty() {
        return Ok(None);
    }
    let invalid = Refusal::QueryInvalid(filter.sentence);
    if values.len() > 1 && !filter.is_list() {
        return Err(invalid);
    }
    let wanted = values.iter().map(|value| filter.wanted(value)).collect::<Option<_>>();
    Ok(Some((filter, wanted.ok_or(invalid)?)))
}

/// The one number of a parameter, from 1 to `max`.
fn number(
    values: &[&str],
    default: usize,
    max: usize,
    sentence: &'static str,
) -> Result<usize, Refusal> {
    match values {
        [] => Ok(default),
        [value] => whole_number(value)
            .filter(|number| (1..=max).contains(number))
            .ok_or(Refusal::QueryInvalid(sentence)),
        _ => Err(Refusal::QueryInvalid(sentence)),
    }
}

const LIMIT: &str = "The limit must be one whole number from 1 to 100";
const PAGE: &str = "The page must be one whole number from 1";
