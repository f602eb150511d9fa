//! Deactivates a key of either site. It can't be undone, so a page asks for confirmation.

use axum::extract::Path;
use axum::extract::rejection::PathRejection;
use axum::response::Response;
use maud::html;
use uuid::Uuid;

use super::cabinet;
use super::components::flag;
use super::error_page::{self, ErrorPage};
use super::page::Page;
use super::visit::Visit;

use crate::rules::World;
use crate::state::Site;

/// The reference of a key in a path.
pub(super) type Reference = Result<Path<Uuid>, PathRejection>;

/// The path that deactivates a key of a list.
pub(super) fn path(list: &str, reference: Uuid) -> String {
    format!("{list}/{reference}/deactivate")
}

/// Asks whether to deactivate a key of production.
pub(super) async fn ask_api_key(visit: Visit, reference: Reference) -> Response {
    let world = visit.state.read();
    let found = reference.ok().and_then(|Path(id)| world.production_keys().by_reference(id));
    let Some(key) = found else {
        return ErrorPage::NotFound.page(&visit);
    };
    let name = [("name", key.name.as_str().into())];
    let confirmation = Confirmation {
        site: Site::MyNovaPost,
        list: (Site::API_KEYS, visit.say("api-keys")),
        reference: key.reference,
        heading: visit.words.say_with("deactivate-heading", name),
        text: visit.say("deactivate-text"),
        is_deactivated: key.deactivated_at.is_some(),
    };
    drop(world);
    confirmation.page(&visit)
}

/// Deactivates a key of production.
pub(super) async fn deactivate_api_key(visit: Visit, reference: Reference) -> Response {
    deactivate(visit, reference, Site::API_KEYS, World::deactivate_key).await
}

/// Asks whether to deactivate a key of the cabinet.
pub(super) async fn ask_cabinet_key(visit: Visit, reference: Reference) -> Response {
    let world = visit.state.read();
    let mut keys = world.cabinet_keys().iter().enumerate();
    let found = reference.ok().and_then(|Path(id)| keys.find(|(_, key)| key.reference == id));
    let Some((index, key)) = found else {
        return ErrorPage::NotFound.page(&visit);
    };
    let name = cabinet::name_of(&visit, index);
    let name = [("name", name.as_str().into())];
    let confirmation = Confirmation {
        site: Site::Cabinet,
        list: (Site::SECURITY, visit.say("security")),
        reference: key.reference,
        heading: visit.words.say_with("deactivate-heading", name),
        text: visit.say("security-deactivate-text"),
        is_deactivated: key.deactivated_at.is_some(),
    };
    drop(world);
    confirmation.page(&visit)
}

/// Deactivates a key of the cabinet.
pub(super) async fn deactivate_cabinet_key(visit: Visit, reference: Reference) -> Response {
    deactivate(visit, reference, Site::SECURITY, World::deactivate_cabinet_key).await
}

async fn deactivate(
    visit: Visit,
    reference: Reference,
    list: &str,
    deactivate: impl FnOnce(&mut World, chrono::DateTime<chrono::Utc>, Uuid) -> bool,
) -> Response {
    let Ok(Path(reference)) = reference else {
        return ErrorPage::NotFound.page(&visit);
    };
    match visit.state.change(|world, now, _| deactivate(world, now, reference)).await {
        Ok(true) => visit.see(list, &[("done", "deactivated")]),
        Ok(false) => ErrorPage::NotFound.page(&visit),
        Err(error) => error_page::not_saved(&error, &visit),
    }
}

struct Confirmation {
    site: Site,
    /// The path and the heading of the key's list.
    list: (&'static str, String),
    reference: Uuid,
    heading: String,
    text: String,
    is_deactivated: bool,
}

impl Confirmation {
    fn page(self, visit: &Visit) -> Response {
        let Self { site, list, reference, heading, text, is_deactivated } = self;
        let action = visit.to(&path(list.0, reference));
        let content = html! {
            @if is_deactivated {
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
