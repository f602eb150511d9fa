//! The request for a page: its language, its time and its query.

use std::convert::Infallible;
use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, TimeDelta, Utc};

use super::words::Words;
use crate::state::SharedState;

/// What every handler of a page needs.
pub(super) struct Visit {
    pub(super) state: Arc<SharedState>,
    pub(super) words: &'static Words,
    /// Practice's time.
    pub(super) now: DateTime<Utc>,
    /// How far practice's time is ahead of the computer's.
    pub(super) ahead: TimeDelta,
    /// The path, without the query.
    pub(super) path: String,
    query: Vec<(String, String)>,
    is_language_chosen: bool,
}

impl Visit {
    /// The message `id` in the visitor's language.
    pub(super) fn say(&self, id: &str) -> String {
        self.words.say(id)
    }

    /// The value of `name` in the query.
    pub(super) fn query_value(&self, name: &str) -> Option<&str> {
        self.query.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The address of a page. It keeps a language that was chosen in the query.
    pub(super) fn to(&self, path: &str) -> String {
        self.to_with(path, &[])
    }

    /// The address of a page with more members in its query.
    pub(super) fn to_with(&self, path: &str, more: &[(&str, &str)]) -> String {
        let chosen = self.is_language_chosen.then_some((LANGUAGE, self.words.code));
        address(path, chosen.iter().chain(more).copied())
    }

    /// The address of this page in another language.
    pub(super) fn in_language(&self, code: &str) -> String {
        let others = self.query().filter(|(name, _)| *name != LANGUAGE);
        address(&self.path, [(LANGUAGE, code)].into_iter().chain(others))
    }

    /// Redirects after a form, so that reloading the page doesn't send the form again.
    pub(super) fn see(&self, path: &str, more: &[(&str, &str)]) -> Response {
        let location = self.to_with(path, more);
        (StatusCode::SEE_OTHER, [(header::LOCATION, location)]).into_response()
    }

    /// Redirects to the permanent address of this page, with the same query.
    pub(super) fn moved(&self, path: &str) -> Response {
        let location = address(path, self.query());
        (StatusCode::PERMANENT_REDIRECT, [(header::LOCATION, location)]).into_response()
    }

    fn query(&self) -> impl Iterator<Item = (&str, &str)> {
        self.query.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }
}

fn address<'a>(path: &str, query: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let mut written = form_urlencoded::Serializer::new(String::new());
    let query = written.extend_pairs(query).finish();
    if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
}

impl FromRequestParts<Arc<SharedState>> for Visit {
    type Rejection = Infallible;

    async fn from_request_parts(
        parts: &mut Parts,
        state: &Arc<SharedState>,
    ) -> Result<Self, Infallible> {
        let query = parts.uri.query().unwrap_or_default();
        let query: Vec<_> = form_urlencoded::parse(query.as_bytes()).into_owned().collect();
        let chosen = query.iter().find(|(name, _)| name == LANGUAGE);
        let chosen = chosen.and_then(|(_, code)| Words::of(code));
        let accepted = || {
            let header = parts.headers.get(header::ACCEPT_LANGUAGE);
            Words::accepted(header.and_then(|header| header.to_str().ok()).unwrap_or_default())
        };
        Ok(Self {
            state: Arc::clone(state),
            words: chosen.unwrap_or_else(accepted),
            now: state.now(),
            ahead: state.ahead(),
            path: parts.uri.path().to_owned(),
            query,
            is_language_chosen: chosen.is_some(),
        })
    }
}

const LANGUAGE: &str = "lang";
