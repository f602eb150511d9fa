//! `GET dictionary/currencies`: a small read-only list, and the proof that a token works.

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::{Answer, Here, Refusal, Says, World};

/// The part of a list that was asked for, as it stands in the query.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct PageAsked<'a> {
    pub(crate) limit: Option<&'a str>,
    pub(crate) page: Option<&'a str>,
}

/// One page of a list (spec).
#[derive(Debug, PartialEq, Eq, Serialize)]
#[expect(clippy::struct_field_names, reason = "the documented names")]
pub(crate) struct Page {
    current_page: usize,
    last_page: usize,
    per_page: usize,
    total: usize,
    /// The place of the first item in the whole list, counted from 1; none on an empty page.
    from: Option<usize>,
    /// The place of the last item, likewise.
    to: Option<usize>,
    items: &'static [Currency],
}

/// A currency, by ISO 4217.
#[derive(Debug, PartialEq, Eq, Serialize)]
struct Currency {
    id: u16,
    code: &'static str,
    name: &'static str,
}

impl World {
    /// Answers a request for currencies. The token is judged before the query.
    pub(crate) fn currencies(
        &self,
        here: Here,
        now: DateTime<Utc>,
        token: Option<&str>,
        asked: PageAsked<'_>,
    ) -> Answer {
        let now = match self.bearer(here, now, token) {
            Ok(now) => now,
            Err(refused) => return refused,
        };
        match page_of(CURRENCIES, asked) {
            Ok(page) => Answer::new(now, Says::Currencies(page)),
            Err(refusal) => Answer::refusal(now, refusal),
        }
    }
}

/// A page past the last one is empty, not an error.
fn page_of(all: &'static [Currency], asked: PageAsked<'_>) -> Result<Page, Refusal> {
    let per_page = match asked.limit.map(whole_number) {
        None => DEFAULT_LIMIT,
        Some(Some(limit @ 1..=MOST_ON_A_PAGE)) => limit,
        Some(_) => return Err(Refusal::LimitInvalid),
    };
    let current_page = match asked.page.map(whole_number) {
        None => 1,
        Some(Some(page @ 1..)) => page,
        Some(_) => return Err(Refusal::PageInvalid),
    };
    let start = (current_page - 1).saturating_mul(per_page).min(all.len());
    let end = start.saturating_add(per_page).min(all.len());
    let items = all.get(start..end).unwrap_or_default();
    Ok(Page {
        current_page,
        last_page: all.len().div_ceil(per_page).max(1),
        per_page,
        total: all.len(),
        from: (!items.is_empty()).then_some(start + 1),
        to: (!items.is_empty()).then_some(end),
        items,
    })
}

/// Digits and nothing else: `parse` alone would also take a sign.
fn whole_number(text: &str) -> Option<usize> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

const DEFAULT_LIMIT: usize = 15;
const MOST_ON_A_PAGE: usize = 100;

const CURRENCIES: &[Currency] = &[
    Currency { id: 203, code: "CZK", name: "Czech koruna" },
    Currency { id: 978, code: "EUR", name: "Euro" },
    Currency { id: 826, code: "GBP", name: "Pound sterling" },
    Currency { id: 348, code: "HUF", name: "Hungarian forint" },
    Currency { id: 498, code: "MDL", name: "Moldovan leu" },
    Currency { id: 985, code: "PLN", name: "Polish zloty" },
    Currency { id: 946, code: "RON", name: "Romanian leu" },
    Currency { id: 980, code: "UAH", name: "Ukrainian hryvnia" },
    Currency { id: 840, code: "USD", name: "US dollar" },
];
