//! Pages that report an error.

use axum::http::StatusCode;
use axum::response::Response;
use maud::html;

use super::page::Page;
use super::visit::Visit;

use crate::state::{NotKept, Site};

/// Errors that don't concern the content of a form.
#[derive(Clone, Copy, Debug)]
pub(super) enum ErrorPage {
    NotFound,
    Method,
    /// The form comes from another web page.
    Foreign,
    /// The form can't be read.
    Form(StatusCode),
    /// The change could not be written to the state file.
    NotKept,
}

impl ErrorPage {
    /// The page that reports it.
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

/// The page doesn't support the method.
pub(super) async fn method(visit: Visit) -> Response {
    ErrorPage::Method.page(&visit)
}

/// The page for a change that was made but not saved.
pub(super) fn not_saved(error: &NotKept, visit: &Visit) -> Response {
    tracing::error!(%error, "a change on a page can't be saved");
    ErrorPage::NotKept.page(visit)
}

fn site_of(path: &str) -> Site {
    if path.starts_with(Site::CABINET) || path.starts_with(Site::DEVELOPERS) {
        Site::Cabinet
    } else if path.starts_with(Site::TEST_KEY) {
        Site::TestKeyPage
    } else {
        Site::MyNovaPost
    }
}
