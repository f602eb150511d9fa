//! The page at `/`, and addresses without a page.

use axum::http::Method;
use axum::response::Response;
use maud::html;

use super::components::entry;
use super::error_page::ErrorPage;
use super::key_request;
use super::page::{Page, name_of};
use super::visit::Visit;
use crate::state::Site;

/// The links to the three sites.
pub(super) async fn show(visit: Visit) -> Response {
    let card = |site: Site, text| {
        let name = visit.say(name_of(Some(site)));
        entry(&visit, site.path(), &name, &visit.say(text))
    };
    Page {
        lead: Some(visit.say("start-lead")),
        content: html! {
            (card(Site::MyNovaPost, "start-my-nova-post"))
            (card(Site::Cabinet, "start-cabinet"))
            (card(Site::TestKeyPage, "start-test-key"))
            (entry(
                &visit,
                key_request::PATH,
                &visit.say("key-request-heading"),
                &visit.say("start-key-request"),
            ))
        },
        ..Page::new(None, visit.say("start-heading"))
    }
    .answer(&visit)
}

/// Redirects a path with a trailing slash to the path without one. Any other path is not found.
pub(super) async fn no_page(method: Method, visit: Visit) -> Response {
    let page = visit.path.trim_end_matches('/');
    if method.is_safe() && page.len() < visit.path.len() {
        visit.moved(page)
    } else {
        ErrorPage::NotFound.page(&visit)
    }
}
