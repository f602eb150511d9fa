//! One page of a list.

use std::borrow::Cow;

use serde::Serialize;
use serde_json::Value;

use super::query::Query;

/// One page of a list [NP-spec: GET /divisions].
#[derive(Debug, PartialEq, Eq, Serialize)]
#[expect(clippy::struct_field_names, reason = "the documented names")]
pub(crate) struct Page {
    current_page: usize,
    last_page: usize,
    per_page: usize,
    total: usize,
    /// The position of the first item in the whole list, counted from 1; `None` on an empty page.
    from: Option<usize>,
    /// The position of the last item.
    to: Option<usize>,
    items: Vec<Cow<'static, Value>>,
}

impl Page {
    /// The requested page. A page after the last one is empty, not an error.
    pub(super) fn of(all: &'static [Value], query: &Query) -> Self {
        let mut selected: Vec<&'static Value> =
            all.iter().filter(|item| query.selects(item)).collect();
        if let Some(point) = query.near {
            selected.sort_by_key(|item| point.distance(item));
        }
        let selected = selected.into_iter().map(|item| with_distance(item, query)).collect();
        Self::of_selected(selected, query)
    }

    /// As [`Page::of`], of items that are made for this answer.
    pub(super) fn of_made(all: Vec<Value>, query: &Query) -> Self {
        Self::of_selected(all.into_iter().map(Cow::Owned).collect(), query)
    }

    fn of_selected(mut selected: Vec<Cow<'static, Value>>, query: &Query) -> Self {
        let total = selected.len();
        let start = (query.page - 1).saturating_mul(query.per_page).min(total);
        let end = start.saturating_add(query.per_page).min(total);
        let items: Vec<_> = selected.drain(start..end).collect();
        Self {
            current_page: query.page,
            last_page: total.div_ceil(query.per_page).max(1),
            per_page: query.per_page,
            total,
            from: (!items.is_empty()).then_some(start + 1),
            to: (!items.is_empty()).then_some(end),
            items,
        }
    }
}

fn with_distance(item: &'static Value, query: &Query) -> Cow<'static, Value> {
    let Some(point) = query.near else { return Cow::Borrowed(item) };
    let mut item = item.clone();
    item["distance"] = point.distance(&item).into();
    Cow::Owned(item)
}

/// Parses digits only: `parse` alone would also accept a sign.
pub(super) fn whole_number(text: &str) -> Option<usize> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

pub(super) const DEFAULT_LIMIT: usize = 15;
pub(super) const MAX_LIMIT: usize = 100;
/// The largest signed integer of 32 bits: the smallest integer type that clients use.
pub(super) const MAX_PAGE: usize = 2_147_483_647;
