//! Deactivating a key of either site: once for ever, so it is asked before.

use axum::extract::Path;
use axum::extract::rejection::PathRejection;
use axum::response::Response;
use maud::html;
use uuid::Uuid;

use super::frame::Page;
use super::parts::flag;
use super::visit::Visit;
use super::wrong::{self, Wrong};
use super::{API_KEYS, SECURITY};
use crate::rules::World;
use crate::server::Site;

/// The reference of a key, as it stands in a path.
pub(super) type Reference = Result<Path<Uuid>, PathRejection>;

/// Where a key of a list is deactivated.
pub(super) fn path(list: &str, reference: Uuid) -> String {
    format!("{list}/{reference}/deactivate")
}

/// Asks for a key of production.
pub(super) async fn ask_api_key(visit: Visit, reference: Reference) -> Response {
    let world = visit.office.read();
    let found = reference.ok().and_then(|Path(id)| world.production_keys().of_reference(id));
    let Some(key) = found else {
        return Wrong::NotFound.page(&visit);
    };
    let name = [("name", key.name.as_str().into())];
    let question = Question {
        site: Site::MyNovaPost,
        list: (API_KEYS, visit.say("api-keys")),
        reference: key.reference,
        heading: visit.words.say_with("deactivate-heading", name),
        text: visit.say("deactivate-text"),
        is_done_already: key.deactivated_at.is_some(),
    };
    drop(world);
    question.page(&visit)
}

/// Deactivates a key of production.
pub(super) async fn of_api_key(visit: Visit, reference: Reference) -> Response {
    deactivate(visit, reference, API_KEYS, World::deactivate_key).await
}

/// Asks for a key of the cabinet.
pub(super) async fn ask_cabinet_key(visit: Visit, reference: Reference) -> Response {
    let world = visit.office.read();
    let found = reference
        .ok()
        .and_then(|Path(id)| world.cabinet_keys().iter().find(|key| key.reference == id));
    let Some(key) = found else {
        return Wrong::NotFound.page(&visit);
    };
    let date = [("date", visit.words.date(key.created_at).into())];
    let question = Question {
        site: Site::Cabinet,
        list: (SECURITY, visit.say("security")),
        reference: key.reference,
        heading: visit.words.say_with("security-deactivate-heading", date),
        text: visit.say("security-deactivate-text"),
        is_done_already: key.deactivated_at.is_some(),
    };
    drop(world);
    question.page(&visit)
}

/// Deactivates a key of the cabinet.
pub(super) async fn of_cabinet_key(visit: Visit, reference: Reference) -> Response {
    deactivate(visit, reference, SECURITY, World::deactivate_cabinet_key).await
}

async fn deactivate(
    visit: Visit,
    reference: Reference,
    list: &str,
    deactivate: impl FnOnce(&mut World, chrono::DateTime<chrono::Utc>, Uuid) -> bool,
) -> Response {
    let Ok(Path(reference)) = reference else {
        return Wrong::NotFound.page(&visit);
    };
    match visit.office.change(|world, now, _| deactivate(world, now, reference)).await {
        Ok(true) => visit.see(list, &[("done", "deactivated")]),
        Ok(false) => Wrong::NotFound.page(&visit),
        Err(error) => wrong::not_kept(&error, &visit),
    }
}

struct Question {
    site: Site,
    /// The list that the key stands in: its path and heading.
    list: (&'static str, String),
    reference: Uuid,
    heading: String,
    text: String,
    is_done_already: bool,
}

impl Question {
    fn page(self, visit: &Visit) -> Response {
        let Self { site, list, reference, heading, text, is_done_already } = self;
        let action = visit.to(&path(list.0, reference));
        let content = html! {
            @if is_done_already {
                p.lead { (visit.say("deactivate-already")) }
            } @else {
                form.card method="post" action=(action) {
                    (flag(visit))
                    p { (text) }
                    div.actions {
                        button.button.danger type="submit" { (visit.say("deactivate-sure")) }
                        a.button.quiet href=(visit.to(list.0)) { (visit.say("deactivate-not")) }
                    }
                }
            }
        };
        Page { back: Some(list), content, ..Page::new(site, heading) }.answer(visit)
    }
}
