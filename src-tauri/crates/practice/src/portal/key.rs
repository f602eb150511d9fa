//! A key on a page: masked, with buttons to copy and to show it.

use std::ops::Range;

use chrono::{DateTime, SecondsFormat, Utc};
use maud::{Markup, html};
use uuid::Uuid;

use super::visit::Visit;
use crate::rules::{Secret, Status};

/// The last four characters of a key, a "Copy" button that needs the script, and the whole key in a
/// closed `details` element. `copy` is the button's label for screen readers; it names the key.
pub(super) fn secret(
    visit: &Visit,
    secret: &Secret,
    reference: Uuid,
    copy: &str,
    is_primary: bool,
) -> Markup {
    let code = secret.expose();
    let last_four = code.get(code.len().saturating_sub(4)..).unwrap_or_default();
    let id = format!("key-{reference}");
    html! {
        div.secret {
            div {
                span.mask.digits {
                    span aria-hidden="true" { span.dots { "•••• ••••" } " " (last_four) }
                    span.hidden-visually {
                        (visit.words.say_with("key-ends-in", [("lastFour", last_four.into())]))
                    }
                }
                button.button.primary[is_primary] type="button" hidden aria-label=(copy)
                    data-copies=(id) data-copied=(visit.say("key-copied"))
                    data-failed=(visit.say("key-not-copied")) data-testid="copy-key" {
                    span.words { (visit.say("key-copy")) }
                }
                span.hidden-visually role="status" {}
            }
            details {
                summary { (visit.say("key-show")) }
                code.code.digits #(id) data-testid="key" { (code) }
            }
        }
    }
}

/// The status of a key, in words and with a shape of its label.
pub(super) fn status(visit: &Visit, status: Status) -> Markup {
    match status {
        Status::Active => html! { span.chip.active { (visit.say("key-status-active")) } },
        Status::Deactivated => {
            html! { span.chip.deactivated { (visit.say("key-status-deactivated")) } }
        }
        Status::Expired => html! { span.chip.expired { (visit.say("key-status-expired")) } },
    }
}

/// A date in the list of a key's facts.
pub(super) fn dated(visit: &Visit, name: &str, time: DateTime<Utc>) -> Markup {
    let machine = time.to_rfc3339_opts(SecondsFormat::Secs, true);
    html! {
        div {
            dt { (visit.say(name)) }
            dd { time datetime=(machine) { (visit.words.date(time)) } }
        }
    }
}

/// The range of keys on the requested page, and the links to the other pages.
pub(super) fn pages(visit: &Visit, path: &str, keys: usize) -> (Range<usize>, Markup) {
    let last = keys.div_ceil(PAGE_SIZE).max(1);
    let requested = visit.query_value("page").and_then(|page| page.parse().ok());
    let page: usize = requested.unwrap_or(1).clamp(1, last);
    let to = |page: usize| visit.to_with(path, &[("page", &page.to_string())]);
    let links = html! {
        @if last > 1 {
            nav.actions aria-label=(visit.say("keys-pages")) {
                @if page > 1 { a.button href=(to(page - 1)) { (visit.say("keys-newer")) } }
                @if page < last { a.button href=(to(page + 1)) { (visit.say("keys-older")) } }
            }
        }
    };
    ((page - 1) * PAGE_SIZE..keys.min(page * PAGE_SIZE), links)
}

/// Keys per page.
const PAGE_SIZE: usize = 50;
