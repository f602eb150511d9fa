//! The calls of both environments, each a thin step from HTTP to the rules.

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;
use axum::routing::{get, post};
use serde::Deserialize;

use super::body::{self, Unread};
use super::office::Office;
use super::wire::{deliver, error_list, error_object};
use crate::rules::{Answer, Here, PageAsked, Refusal, Says, World};

/// The sandbox's base path, without a slash at its end.
pub(super) const SANDBOX: &str = "/v.1.0";

/// The production's, likewise.
pub(super) const PRODUCTION: &str = "/production/v.1.0";

/// Where a call came in.
#[derive(Clone)]
struct Desk {
    office: Arc<Office>,
    here: Here,
}

/// Every path of the server.
pub(super) fn router(office: &Arc<Office>) -> Router {
    let at = |here| Desk { office: Arc::clone(office), here };
    let test_keys =
        Router::new().route("/test-api-keys", post(create_test_key).fallback(method_not_in_list));
    Router::new()
        .nest(SANDBOX, test_keys.merge(calls()).with_state(at(Here::Sandbox)))
        .nest(PRODUCTION, calls().with_state(at(Here::Production)))
        .fallback(unknown_path)
}

/// What both environments answer.
fn calls() -> Router<Desk> {
    Router::new()
        .route("/clients/authorization", get(authorize).fallback(method_not_in_object))
        .route("/dictionary/currencies", get(currencies).fallback(method_not_in_object))
}

async fn create_test_key(
    State(Desk { office, .. }): State<Desk>,
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
    State(Desk { office, here }): State<Desk>,
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

async fn currencies(
    State(Desk { office, here }): State<Desk>,
    headers: HeaderMap,
    query: Result<Query<PageQuery>, QueryRejection>,
) -> Response {
    let token = headers.get(header::AUTHORIZATION).and_then(|token| token.to_str().ok());
    // A query that can't be read is nonsense, and nonsense in both members is as good as any.
    let nonsense = || PageQuery { limit: Some(String::new()), page: Some(String::new()) };
    let query = query.map_or_else(|_| nonsense(), |Query(query)| query);
    let asked = PageAsked { limit: query.limit.as_deref(), page: query.page.as_deref() };
    let answer = office.read().currencies(here, office.now(), token, asked);
    deliver(answer).await
}

fn refuse_body(unread: Unread) -> Response {
    match unread {
        Unread::NotJson => {
            error_list(StatusCode::UNSUPPORTED_MEDIA_TYPE, "The content type must be JSON")
        }
        Unread::TooLarge => error_list(StatusCode::PAYLOAD_TOO_LARGE, "The body is too large"),
        Unread::TooSlow => error_list(StatusCode::REQUEST_TIMEOUT, "The body took too long"),
        Unread::Broken => error_list(StatusCode::BAD_REQUEST, "The body is broken"),
    }
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
