//! One visit of a page: the language that it is wanted in, and the time at which it came.

use std::convert::Infallible;
use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, TimeDelta, Utc};

use super::words::Words;
use crate::server::Office;

/// What every page wants to know of whoever visits it.
pub(super) struct Visit {
    pub(super) office: Arc<Office>,
    pub(super) words: &'static Words,
    /// What practice's clock shows.
    pub(super) now: DateTime<Utc>,
    /// How far that is ahead of the computer's.
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

    /// What the query says of `name`.
    pub(super) fn asked(&self, name: &str) -> Option<&str> {
        self.query.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The address of a page, which keeps a language that was chosen.
    pub(super) fn to(&self, path: &str) -> String {
        self.to_with(path, &[])
    }

    /// The same with more in its query.
    pub(super) fn to_with(&self, path: &str, more: &[(&str, &str)]) -> String {
        let chosen = self.is_language_chosen.then_some((LANGUAGE, self.words.code));
        address(path, chosen.iter().chain(more).copied())
    }

    /// This page in another language.
    pub(super) fn in_language(&self, code: &str) -> String {
        let others = self.query().filter(|(name, _)| *name != LANGUAGE);
        address(&self.path, [(LANGUAGE, code)].into_iter().chain(others))
    }

    /// Sends the browser on to a page, so that loading it anew doesn't send the form again.
    pub(super) fn see(&self, path: &str, more: &[(&str, &str)]) -> Response {
        let location = self.to_with(path, more);
        (StatusCode::SEE_OTHER, [(header::LOCATION, location)]).into_response()
    }

    /// Sends the browser on to where this page is, with all that it asks.
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

impl FromRequestParts<Arc<Office>> for Visit {
    type Rejection = Infallible;

    async fn from_request_parts(
        parts: &mut Parts,
        office: &Arc<Office>,
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
            office: Arc::clone(office),
            words: chosen.unwrap_or_else(accepted),
            now: office.now(),
            ahead: office.ahead(),
            path: parts.uri.path().to_owned(),
            query,
            is_language_chosen: chosen.is_some(),
        })
    }
}

const LANGUAGE: &str = "lang";
