//! The calls of both environments, each a thin step from HTTP to the rules.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;
use axum::routing::{MethodRouter, get, post};
use serde::Deserialize;

use super::body::{self, Unread};
use super::office::Office;
use super::wire::{deliver, error_list, error_object};
use crate::openapi;
use crate::rules::{Answer, Here, List, PageAsked, Refusal, Says, World};

/// The sandbox's base path, without a slash at its end.
pub(super) const SANDBOX: &str = "/v.1.0";

/// The production's, likewise.
pub(super) const PRODUCTION: &str = "/production/v.1.0";

/// Where a call came in.
#[derive(Clone)]
struct Entrance {
    office: Arc<Office>,
    here: Here,
}

/// Every path of the server, which is reached at `address`.
pub(super) fn router(office: &Arc<Office>, address: SocketAddr) -> Router {
    let environment = |here| {
        let add = |router: Router<Entrance>, (path, call)| router.route(path, call);
        let router = calls(here).into_iter().fold(Router::new(), add);
        router.with_state(Entrance { office: Arc::clone(office), here })
    };
    let description = openapi::of_server_at(address);
    let describe = async move || ([(header::CONTENT_TYPE, "application/json")], description);
    Router::new()
        .nest(SANDBOX, environment(Here::Sandbox))
        .nest(PRODUCTION, environment(Here::Production))
        .route("/openapi.json", get(describe).fallback(method_not_in_object))
        .fallback(unknown_path)
}

/// Whether a path belongs to an environment.
pub(super) fn is_api(path: &str) -> bool {
    path.starts_with(SANDBOX) || path.starts_with(PRODUCTION)
}

/// What an environment answers. Each of these is described in `openapi.json`, and nothing else is.
fn calls(here: Here) -> Vec<(&'static str, MethodRouter<Entrance>)> {
    let mut calls = vec![
        ("/clients/authorization", get(authorize).fallback(method_not_in_object)),
        ("/divisions", list(List::Divisions)),
        ("/dictionary/currencies", list(List::Currencies)),
        ("/dictionary/measurements", list(List::Measurements)),
    ];
    if here == Here::Sandbox {
        calls.push(("/test-api-keys", post(create_test_key).fallback(method_not_in_list)));
    }
    calls
}

async fn create_test_key(
    State(Entrance { office, .. }): State<Entrance>,
    headers: HeaderMap,
    body: Body,
) -> Response {
    let body = match body::read(&headers, body, office.limits.body).await {
        Ok(body) => body,
        Err(unread) => return refuse_body(unread),
    };
    let create = |world: &mut World, now, rng: &mut _| world.create_test_key(now, &body, rng);
    let (answer, revision) = office.change_in_memory(create);
    if matches!(answer.says, Says::Key(_))
        && let Err(error) = office.keep(revision).await
    {
        // A key that a kill would take back is not handed out. Asked again, it is the same one.
        tracing::error!(%error, "the state can't be kept");
        return deliver(Answer::refusal(answer.server_time, Refusal::ServiceUnavailable)).await;
    }
    deliver(answer).await
}

#[derive(Deserialize)]
struct AuthorizationQuery {
    #[serde(rename = "apiKey")]
    api_key: Option<String>,
}

async fn authorize(
    State(Entrance { office, here }): State<Entrance>,
    query: Result<Query<AuthorizationQuery>, QueryRejection>,
) -> Response {
    let now = office.now();
    let answer = match query {
        Ok(Query(query)) => office.read().authorize(here, now, query.api_key.as_deref()),
        Err(_) => Answer::refusal(now, Refusal::ApiKeyMalformed),
    };
    deliver(answer).await
}

#[derive(Deserialize)]
struct PageQuery {
    limit: Option<String>,
    page: Option<String>,
}

fn list(list: List) -> MethodRouter<Entrance> {
    get(move |desk, headers, query| answer_list(list, desk, headers, query))
        .fallback(method_not_in_object)
}

async fn answer_list(
    list: List,
    State(Entrance { office, here }): State<Entrance>,
    headers: HeaderMap,
    query: Result<Query<PageQuery>, QueryRejection>,
) -> Response {
    let token = headers.get(header::AUTHORIZATION).and_then(|token| token.to_str().ok());
    // A query that can't be read is nonsense, and nonsense in both members is as good as any.
    let nonsense = || PageQuery { limit: Some(String::new()), page: Some(String::new()) };
    let query = query.map_or_else(|_| nonsense(), |Query(query)| query);
    let asked = PageAsked { limit: query.limit.as_deref(), page: query.page.as_deref() };
    let answer = office.read().list(here, office.now(), token, list, asked);
    deliver(answer).await
}

fn refuse_body(unread: Unread) -> Response {
    let (status, sentence) = unread.said();
    error_list(status, sentence)
}

async fn method_not_in_list() -> Response {
    error_list(StatusCode::METHOD_NOT_ALLOWED, METHOD_NOT_ALLOWED)
}

async fn method_not_in_object() -> Response {
    error_object(StatusCode::METHOD_NOT_ALLOWED, "method", METHOD_NOT_ALLOWED)
}

async fn unknown_path() -> Response {
    error_object(StatusCode::NOT_FOUND, "path", "Not found")
}

const METHOD_NOT_ALLOWED: &str = "Method not allowed";

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_call_is_described_and_every_described_one_is_answered() {
        let answered: BTreeSet<&str> = calls(Here::Sandbox).iter().map(|(path, _)| *path).collect();
        let described = openapi::paths();
        assert_eq!(described, answered.into_iter().map(str::to_owned).collect());
    }
}
