//! One page of a list, selected by `limit` and `page`.

use serde::Serialize;
use serde_json::Value;

use crate::rules::Refusal;

/// The members of the query.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct PageAsked<'a> {
    pub(crate) limit: Option<&'a str>,
    pub(crate) page: Option<&'a str>,
}

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
    items: &'static [Value],
}

impl Page {
    /// The requested page. A page after the last one is empty, not an error.
    pub(super) fn of(all: &'static [Value], asked: PageAsked<'_>) -> Result<Self, Refusal> {
        let per_page = match asked.limit.map(whole_number) {
            None => DEFAULT_LIMIT,
            Some(Some(limit @ 1..=MAX_LIMIT)) => limit,
            Some(_) => return Err(Refusal::LimitInvalid),
        };
        let current_page = match asked.page.map(whole_number) {
            None => 1,
            Some(Some(page @ 1..=MAX_PAGE)) => page,
            Some(_) => return Err(Refusal::PageInvalid),
        };
        let start = (current_page - 1).saturating_mul(per_page).min(all.len());
        let end = start.saturating_add(per_page).min(all.len());
        let items = all.get(start..end).unwrap_or_default();
        Ok(Self {
            current_page,
            last_page: all.len().div_ceil(per_page).max(1),
            per_page,
            total: all.len(),
            from: (!items.is_empty()).then_some(start + 1),
            to: (!items.is_empty()).then_some(end),
            items,
        })
    }
}

/// Parses digits only: `parse` alone would also accept a sign.
fn whole_number(text: &str) -> Option<usize> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

const DEFAULT_LIMIT: usize = 15;
const MAX_LIMIT: usize = 100;
/// The largest signed integer of 32 bits: the smallest integer type that clients use.
const MAX_PAGE: usize = 2_147_483_647;
