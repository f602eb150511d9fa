//! A submitted HTML form.

use std::sync::Arc;

use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::response::Response;

use super::error_page::ErrorPage;
use super::visit::Visit;
use crate::http::read_form;
use crate::state::SharedState;

/// The names and values of the fields.
pub(super) struct Form(Vec<(String, String)>);

impl Form {
    /// The trimmed value of a field; empty if the form doesn't have it.
    pub(super) fn text(&self, name: &str) -> &str {
        self.all(name).next().unwrap_or_default()
    }

    /// All trimmed values with this name.
    pub(super) fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        self.0.iter().filter(move |(known, _)| known == name).map(|(_, value)| value.trim())
    }
}

impl FromRequest<Arc<SharedState>> for Form {
    type Rejection = Response;

    async fn from_request(request: Request, state: &Arc<SharedState>) -> Result<Self, Response> {
        let (mut parts, body) = request.into_parts();
        match read_form(&parts.headers, body, state.timeouts.body).await {
            Ok(sent) => Ok(Self(form_urlencoded::parse(&sent).into_owned().collect())),
            Err(unread) => {
                let Ok(visit) = Visit::from_request_parts(&mut parts, state).await;
                Err(ErrorPage::Form(unread.response().0).page(&visit))
            }
        }
    }
}
