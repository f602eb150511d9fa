//! Where somebody arrives who knows the address of the server and no more.

use axum::http::Method;
use axum::response::Response;
use maud::html;

use super::frame::{Page, name_of};
use super::parts::entry;
use super::visit::Visit;
use super::wrong::Wrong;
use crate::server::Site;

/// The three sites.
pub(super) async fn show(visit: Visit) -> Response {
    let card = |site: Site, is_english, text| {
        let name = visit.say(name_of(Some(site)));
        entry(&visit, site.path(), &name, is_english, &visit.say(text))
    };
    Page {
        lead: Some(visit.say("start-lead")),
        content: html! {
            (card(Site::MyNovaPost, true, "start-my-nova-post"))
            (card(Site::Cabinet, false, "start-cabinet"))
            (card(Site::TestKeyPage, false, "start-test-key"))
        },
        ..Page::new(None, visit.say("start-heading"))
    }
    .answer(&visit)
}

/// An address that is no page's; with a slash at its end it may be meant for one without.
pub(super) async fn elsewhere(method: Method, visit: Visit) -> Response {
    let page = visit.path.trim_end_matches('/');
    if method.is_safe() && page.len() < visit.path.len() {
        visit.moved(page)
    } else {
        Wrong::NotFound.page(&visit)
    }
}
