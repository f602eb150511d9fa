//! The Ukrainian cabinet: Settings → Security, where its keys are created.

use axum::http::StatusCode;
use axum::response::Response;
use maud::{Markup, html};
use uuid::Uuid;

use super::components::{Problem, entry, flag, success, summary};
use super::page::Page;
use super::visit::Visit;
use super::{deactivation, error_page, key, trial_keys};
use crate::rules::{CabinetKey, Status, World};
use crate::state::Site;

/// The first page after the login.
pub(super) async fn overview(visit: Visit) -> Response {
    let (name, text) = (visit.say("settings-heading"), visit.say("cabinet-settings-text"));
    Page {
        lead: Some(visit.say("cabinet-lead")),
        content: entry(&visit, Site::SETTINGS, &name, &text),
        ..Page::new(Site::Cabinet, visit.say("cabinet-heading"))
    }
    .answer(&visit)
}

/// The settings. Practice has one of them.
pub(super) async fn settings(visit: Visit) -> Response {
    let (name, text) = (visit.say("security"), visit.say("security-text"));
    Page {
        back: Some((Site::CABINET, visit.say("cabinet-heading"))),
        content: entry(&visit, Site::SECURITY, &name, &text),
        ..Page::new(Site::Cabinet, visit.say("settings-heading"))
    }
    .answer(&visit)
}

/// The address that the guide links to. At Nova Poshta it shows the list of keys after the login.
pub(super) async fn developers(visit: Visit) -> Response {
    visit.moved(Site::SECURITY)
}

/// The list of keys, the newest first, and the button that creates one.
pub(super) async fn security(visit: Visit) -> Response {
    page(&visit, &[])
}

pub(super) async fn create(visit: Visit) -> Response {
    let create = |world: &mut World, now, rng: &mut _| world.create_cabinet_key(now, rng);
    match visit.state.change(create).await {
        Ok(Some(reference)) => visit.see(Site::SECURITY, &[("made", &reference.to_string())]),
        Ok(None) => {
            let count = visit.state.read().cabinet_keys().len();
            let words = visit.words.say_with("keys-too-many", [("count", count.into())]);
            page(&visit, &[Problem::of_page(words)])
        }
        Err(error) => error_page::not_saved(&error, &visit),
    }
}

fn page(visit: &Visit, problems: &[Problem]) -> Response {
    let world = visit.state.read();
    let keys = world.cabinet_keys();
    let (shown, page_links) = key::pages(visit, Site::SECURITY, keys.len());
    let made = visit.query_value("made").and_then(|made| made.parse().ok());
    let content = html! {
        (notice(visit, keys, made))
        (summary(&visit.say("problems-heading"), problems))
        (create_form(visit, keys.is_empty()))
        @if !keys.is_empty() {
            div.cards {
                (flag(visit))
                ul {
                    @for (index, key) in
                        keys.iter().enumerate().rev().skip(shown.start).take(shown.len()) {
                        (row(visit, index, key, made == Some(key.reference)))
                    }
                }
            }
            (page_links)
        }
        (trial_keys::list(visit))
    };
    drop(world);
    let status =
        if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Page {
        status,
        has_problems: !problems.is_empty(),
        lead: Some(visit.say("security-lead")),
        back: Some((Site::SETTINGS, visit.say("settings-heading"))),
        content,
        ..Page::new(Site::Cabinet, visit.say("security"))
    }
    .answer(visit)
}

fn notice(visit: &Visit, keys: &[CabinetKey], made: Option<Uuid>) -> Markup {
    if keys.iter().any(|key| made == Some(key.reference)) {
        success(&visit.say("security-created"), &visit.say("security-created-text"))
    } else if visit.query_value("done") == Some("deactivated") {
        success(&visit.say("security-deactivated"), &visit.say("security-deactivated-text"))
    } else {
        Markup::default()
    }
}

/// The button that creates a key. It is the primary action while there is none.
fn create_form(visit: &Visit, is_first: bool) -> Markup {
    let action = visit.to(Site::SECURITY);
    html! {
        @if is_first {
            form.card.empty method="post" action=(action) {
                (flag(visit))
                h2 { (visit.say("security-none")) }
                p.soft { (visit.say("security-none-text")) }
                button.button.primary type="submit" { (visit.say("security-create")) }
            }
        } @else {
            form method="post" action=(action) {
                button.button type="submit" { (visit.say("security-create")) }
            }
        }
    }
}

/// The name of the key at this place in the order of creation, from 0.
pub(super) fn name_of(visit: &Visit, index: usize) -> String {
    visit.words.say_with("security-key", [("number", (index + 1).into())])
}

fn row(visit: &Visit, index: usize, key: &CabinetKey, is_new: bool) -> Markup {
    let words = visit.words;
    let status = key.deactivated_at.map_or(Status::Active, |_| Status::Deactivated);
    let name = name_of(visit, index);
    let named = || [("name", name.as_str().into())];
    let copy = words.say_with("key-copy-named", named());
    html! {
        li.key.new[is_new] data-testid="key-row" {
            div.head {
                h2 { (name) }
                (key::status(visit, status))
                @if is_new { span.chip.fresh { (visit.say("key-new")) } }
            }
            dl.facts {
                (key::dated(visit, "key-created", key.created_at))
                @if let Some(deactivated_at) = key.deactivated_at {
                    (key::dated(visit, "key-deactivated-on", deactivated_at))
                }
            }
            div.foot {
                (key::secret(visit, &key.code, key.reference, &copy, is_new))
                @if status == Status::Active {
                    a.button.danger href=(visit.to(&deactivation::path(Site::SECURITY, key.reference)))
                        aria-label=(words.say_with("key-deactivate-named", named())) {
                        (visit.say("key-deactivate"))
                    }
                }
            }
        }
    }
}
