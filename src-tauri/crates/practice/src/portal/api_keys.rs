//! My Nova Post, Integrations → API Keys: the keys of production.

use axum::response::Response;
use maud::{Markup, html};
use uuid::Uuid;

use super::components::{empty, entry, flag, success};
use super::deactivation;
use super::key;
use super::page::Page;
use super::visit::Visit;
use crate::rules::{Organization, ProductionKey, ProductionKeys, Status, World};
use crate::state::Site;

/// The list of integrations. It has one entry: API Keys.
pub(super) async fn integrations(visit: Visit) -> Response {
    let text = visit.say("api-keys-card");
    Page {
        lead: Some(visit.say("integrations-lead")),
        content: entry(&visit, Site::API_KEYS, &visit.say("api-keys"), &text),
        ..Page::new(Site::MyNovaPost, visit.say("integrations-heading"))
    }
    .answer(&visit)
}

/// The list of keys, the newest first.
pub(super) async fn list(visit: Visit) -> Response {
    let world = visit.state.read();
    let keys = world.production_keys();
    let (shown, page_links) = key::pages(&visit, Site::API_KEYS, keys.all().len());
    let made = visit.query_value("made").and_then(|made| made.parse().ok());
    let content = html! {
        (notice(&visit, keys, made))
        @if !keys.all().is_empty() {
            div.cards {
                (flag(&visit))
                ul {
                    @for key in keys.all().iter().rev().skip(shown.start).take(shown.len()) {
                        (row(&visit, &world, key, made == Some(key.reference)))
                    }
                }
            }
            (page_links)
        } @else {
            (empty(
                &visit,
                &visit.say("api-keys-none"),
                &visit.say("api-keys-none-text"),
                (&visit.to(Site::NEW_API_KEY), &visit.say("api-keys-create")),
            ))
        }
    };
    let aside = html! {
        @if !keys.all().is_empty() {
            a.button href=(visit.to(Site::NEW_API_KEY)) { (visit.say("api-keys-create")) }
        }
    };
    drop(world);
    Page {
        lead: Some(visit.say("api-keys-lead")),
        back: Some((Site::INTEGRATIONS, visit.say("integrations-heading"))),
        aside,
        content,
        ..Page::new(Site::MyNovaPost, visit.say("api-keys"))
    }
    .answer(&visit)
}

fn notice(visit: &Visit, keys: &ProductionKeys, made: Option<Uuid>) -> Markup {
    if let Some(key) = made.and_then(|made| keys.by_reference(made)) {
        let name = [("name", key.name.as_str().into())];
        let until = [("date", visit.words.date(key.expires_at).into())];
        let heading = visit.words.say_with("api-key-created", name);
        success(&heading, &visit.words.say_with("api-key-created-text", until))
    } else if visit.query_value("done") == Some("deactivated") {
        success(&visit.say("api-key-deactivated"), &visit.say("api-key-deactivated-text"))
    } else {
        Markup::default()
    }
}

fn row(visit: &Visit, world: &World, key: &ProductionKey, is_new: bool) -> Markup {
    let status = key.status(visit.now);
    let name = || [("name", key.name.as_str().into())];
    let copy = visit.words.say_with("key-copy-named", name());
    let names: Vec<&str> = names_of(world, key).collect();
    let count = [("count", names.len().into())];
    html! {
        li.key.new[is_new] data-testid="key-row" {
            div.head {
                h2 { (key.name) }
                (key::status(visit, status))
                @if is_new { span.chip.fresh { (visit.say("key-new")) } }
            }
            dl.facts {
                (key::dated(visit, "key-created", key.created_at))
                (key::dated(visit, "key-valid-until", key.expires_at))
                @if let Some(deactivated_at) = key.deactivated_at {
                    (key::dated(visit, "key-deactivated-on", deactivated_at))
                }
                div {
                    dt { (visit.words.say_with("api-key-organizations", count)) }
                    @for name in &names { dd { (name) } }
                }
            }
            div.foot {
                (key::secret(visit, &key.code, key.reference, &copy, is_new))
                @if status != Status::Deactivated {
                    a.button.danger href=(visit.to(&deactivation::path(Site::API_KEYS, key.reference)))
                        aria-label=(visit.words.say_with("key-deactivate-named", name())) {
                        (visit.say("key-deactivate"))
                    }
                }
            }
        }
    }
}

fn names_of<'a>(world: &'a World, key: &ProductionKey) -> impl Iterator<Item = &'a str> {
    let all = &world.account().organizations;
    let serves = |organization: &&Organization| key.organizations.contains(&organization.id);
    all.iter().filter(serves).map(|organization| organization.name.as_str())
}
