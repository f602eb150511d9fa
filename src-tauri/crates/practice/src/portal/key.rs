//! A key on a page: masked, to be copied, and shown where somebody asks for it.

use std::ops::Range;

use chrono::{DateTime, SecondsFormat, Utc};
use maud::{Markup, html};
use uuid::Uuid;

use super::visit::Visit;
use crate::rules::{Secret, Status};

/// The key itself: its last four characters, "Copy" where the script is there, and all of it on
/// demand. `copy` names the button for whoever can't see which key it stands at.
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

/// Whether a key is good, in words and shape.
pub(super) fn status(visit: &Visit, status: Status) -> Markup {
    match status {
        Status::Active => html! { span.chip.active { (visit.say("key-status-active")) } },
        Status::Deactivated => {
            html! { span.chip.deactivated { (visit.say("key-status-deactivated")) } }
        }
        Status::Expired => html! { span.chip.expired { (visit.say("key-status-expired")) } },
    }
}

/// When something happened to a key, among its other facts.
pub(super) fn dated(visit: &Visit, name: &str, time: DateTime<Utc>) -> Markup {
    let machine = time.to_rfc3339_opts(SecondsFormat::Secs, true);
    html! {
        div {
            dt { (visit.say(name)) }
            dd { time datetime=(machine) { (visit.words.date(time)) } }
        }
    }
}

/// Of so many keys the ones that this page shows, and the ways to the others.
pub(super) fn pages(visit: &Visit, path: &str, keys: usize) -> (Range<usize>, Markup) {
    let last = keys.div_ceil(A_PAGE).max(1);
    let asked = visit.asked("page").and_then(|page| page.parse().ok());
    let page: usize = asked.unwrap_or(1).clamp(1, last);
    let to = |page: usize| visit.to_with(path, &[("page", &page.to_string())]);
    let ways = html! {
        @if last > 1 {
            nav.actions aria-label=(visit.say("keys-pages")) {
                @if page > 1 { a.button href=(to(page - 1)) { (visit.say("keys-newer")) } }
                @if page < last { a.button href=(to(page + 1)) { (visit.say("keys-older")) } }
            }
        }
    };
    ((page - 1) * A_PAGE..keys.min(page * A_PAGE), ways)
}

/// Keys on one page.
const A_PAGE: usize = 50;
