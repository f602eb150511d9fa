//! What a form of ours sends.

use std::sync::Arc;

use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::response::Response;

use super::visit::Visit;
use super::wrong::Wrong;
use crate::server::{Office, body};

/// The fields of a form, as they were sent.
pub(super) struct Form(Vec<(String, String)>);

impl Form {
    /// The text of a field, without space around it; empty if it wasn't sent.
    pub(super) fn text(&self, name: &str) -> &str {
        self.all(name).next().unwrap_or_default()
    }

    /// Everything that was sent under a name.
    pub(super) fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        self.0.iter().filter(move |(known, _)| known == name).map(|(_, value)| value.trim())
    }
}

impl FromRequest<Arc<Office>> for Form {
    type Rejection = Response;

    async fn from_request(request: Request, office: &Arc<Office>) -> Result<Self, Response> {
        let (mut parts, body) = request.into_parts();
        match body::read_form(&parts.headers, body, office.limits.body).await {
            Ok(sent) => Ok(Self(form_urlencoded::parse(&sent).into_owned().collect())),
            Err(unread) => {
                let Ok(visit) = Visit::from_request_parts(&mut parts, office).await;
                Err(Wrong::Form(unread.said().0).page(&visit))
            }
        }
    }
}
