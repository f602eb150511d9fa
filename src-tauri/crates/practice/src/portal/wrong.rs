//! Pages that say that something is wrong.

use axum::http::StatusCode;
use axum::response::Response;
use maud::html;

use super::frame::Page;
use super::visit::Visit;
use super::{CABINET, TEST_KEY};
use crate::server::{NotKept, Site};

/// What can be wrong beside what somebody typed.
#[derive(Clone, Copy, Debug)]
pub(super) enum Wrong {
    NotFound,
    Method,
    /// A form that none of our pages sent.
    Foreign,
    /// A form that can't be read.
    Form(StatusCode),
    /// The change could not be written to the state file.
    NotKept,
}

impl Wrong {
    /// The page that says so.
    pub(super) fn page(self, visit: &Visit) -> Response {
        let (status, heading, text) = match self {
            Self::NotFound => (StatusCode::NOT_FOUND, "wrong-not-found", "wrong-not-found-text"),
            Self::Method => (StatusCode::METHOD_NOT_ALLOWED, "wrong-method", "wrong-method-text"),
            Self::Foreign => (StatusCode::FORBIDDEN, "wrong-foreign", "wrong-foreign-text"),
            Self::Form(status) => (status, "wrong-form", "wrong-form-text"),
            Self::NotKept => {
                (StatusCode::SERVICE_UNAVAILABLE, "wrong-not-kept", "wrong-not-kept-text")
            }
        };
        let site = site_of(&visit.path);
        let content = html! {
            p.actions { a.button href=(visit.to(site.path())) { (visit.say("wrong-to-start")) } }
        };
        let lead = Some(visit.say(text));
        Page { status, lead, content, ..Page::new(site, visit.say(heading)) }.answer(visit)
    }
}

/// The page is there, but not for this method.
pub(super) async fn method(visit: Visit) -> Response {
    Wrong::Method.page(&visit)
}

/// A change that is made, but may be lost.
pub(super) fn not_kept(error: &NotKept, visit: &Visit) -> Response {
    tracing::error!(%error, "a change on a page can't be kept");
    Wrong::NotKept.page(visit)
}

fn site_of(path: &str) -> Site {
    if path.starts_with(CABINET) {
        Site::Cabinet
    } else if path.starts_with(TEST_KEY) {
        Site::TestKeyPage
    } else {
        Site::MyNovaPost
    }
}
