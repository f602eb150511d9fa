//! The API of both environments, and the calls of Ukraine: each handler passes a request to the rules.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, RawQuery, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware;
use axum::response::Response;
use axum::routing::{MethodRouter, get, post};
use serde::Deserialize;

use super::ignored;
use crate::http::{self, Unread, deliver, error_list, error_object};
use crate::openapi;
use crate::rules::{Answer, EnvironmentKind, List, Refusal, World};
use crate::state::SharedState;

/// The sandbox's base path, without a trailing slash.
pub(super) const SANDBOX: &str = "/v.1.0";

/// Production's base path, without a trailing slash.
pub(super) const PRODUCTION: &str = "/production/v.1.0";

/// The base path of the API of Ukraine, without a trailing slash.
pub(super) const UKRAINE: &str = "/ukraine/v2.0";

/// The base path for tokens of Ukraine, without a trailing slash.
const UKRAINE_TOKENS: &str = "/ukraine/v.1.0";

/// What every handler of an environment needs.
#[derive(Clone)]
struct Context {
    state: Arc<SharedState>,
    environment: EnvironmentKind,
}

/// Every path of the API. `address` is the server's own, for its description.
pub(super) fn router(state: &Arc<SharedState>, address: SocketAddr) -> Router {
    let routes = |environment| {
        let add = |router: Router<Context>, (path, call)| router.route(path, call);
        let router = calls(environment).into_iter().fold(Router::new(), add);
        router.with_state(Context { state: Arc::clone(state), environment })
    };
    let description = openapi::of_server_at(address);
    let describe = async move || ([(header::CONTENT_TYPE, "application/json")], description);
    Router::new()
        .nest(SANDBOX, routes(EnvironmentKind::Sandbox))
        .nest(PRODUCTION, routes(EnvironmentKind::Production))
        .nest(UKRAINE, ukraine_router(state))
        .nest(UKRAINE_TOKENS, ukraine_tokens_router(state))
        .route("/openapi.json", get(describe).fallback(method_not_in_object))
        .fallback(unknown_path)
}

/// Whether a path belongs to an API.
pub(super) fn is_api(path: &str) -> bool {
    [SANDBOX, PRODUCTION, UKRAINE, UKRAINE_TOKENS].iter().any(|base| path.starts_with(base))
}

/// The calls of an environment. `openapi.json` describes exactly these.
fn calls(environment: EnvironmentKind) -> Vec<(&'static str, MethodRouter<Context>)> {
    let mut calls = vec![
        (
            AUTHORIZATION,
            with_parameters(&["apiKey"], get(authorize).fallback(method_not_in_object)),
        ),
        ("/divisions", list(List::Divisions)),
        ("/dictionary/currencies", list(List::Currencies)),
        ("/dictionary/measurements", list(List::Measurements)),
        ("/shipments", list(List::Shipments)),
        ("/tracking-push/subscribers", list(List::Subscribers)),
    ];
    if environment == EnvironmentKind::Sandbox {
        let create = post(create_test_key).fallback(method_not_in_list);
        calls.push(("/test-api-keys", with_parameters(&[], create)));
    }
    calls
}

/// The API of Ukraine has one path; the body names the call.
fn ukraine_router(state: &Arc<SharedState>) -> Router {
    let call = post(call_ukraine).fallback(method_not_in_list);
    Router::new().route(UKRAINE_CALL, with_parameters(&[], call)).with_state(Arc::clone(state))
}

/// A token for a key of Ukraine. The lists are those of the other environments only.
fn ukraine_tokens_router(state: &Arc<SharedState>) -> Router {
    let call = get(authorize_ukraine).fallback(method_not_in_object);
    Router::new()
        .route(AUTHORIZATION, with_parameters(&["apiKey"], call))
        .with_state(Arc::clone(state))
}

/// A call that knows these parameters of a query and tells which others it has ignored.
fn with_parameters<S: Clone + Send + Sync + 'static>(
    known: &[&'static str],
    call: MethodRouter<S>,
) -> MethodRouter<S> {
    let known = known.to_vec();
    call.layer(middleware::from_fn(move |request, next| {
        ignored::tell(known.clone(), request, next)
    }))
}

async fn create_test_key(
    State(Context { state, .. }): State<Context>,
    headers: HeaderMap,
    body: Body,
) -> Response {
    let body = match http::read_json(&headers, body, state.timeouts.body).await {
        Ok(body) => body,
        Err(unread) => return refuse_body(unread),
    };
    let create = |world: &mut World, now, rng: &mut _| world.create_test_key(now, &body, rng);
    let answer = state.change(create).await.unwrap_or_else(|error| {
        // A key that can't be saved isn't created.
        tracing::error!(%error, "a test key is not saved");
        Answer::refusal(state.now(), Refusal::ServiceUnavailable)
    });
    deliver(answer).await
}

#[derive(Deserialize)]
struct AuthorizationQuery {
    #[serde(rename = "apiKey")]
    api_key: Option<String>,
}

async fn authorize(
    State(Context { state, environment }): State<Context>,
    query: Result<Query<AuthorizationQuery>, QueryRejection>,
) -> Response {
    let now = state.now();
    let answer = match query {
        Ok(Query(query)) => state.read().authorize(environment, now, query.api_key.as_deref()),
        Err(_) => Answer::refusal(now, Refusal::ApiKeyMalformed),
    };
    deliver(answer).await
}

async fn authorize_ukraine(
    State(state): State<Arc<SharedState>>,
    query: Result<Query<AuthorizationQuery>, QueryRejection>,
) -> Response {
    let now = state.now();
    let answer = match query {
        Ok(Query(query)) => state.read().authorize_ukraine(now, query.api_key.as_deref()),
        Err(_) => Answer::refusal(now, Refusal::ApiKeyMalformed),
    };
    deliver(answer).await
}

async fn call_ukraine(
    State(state): State<Arc<SharedState>>,
    headers: HeaderMap,
    body: Body,
) -> Response {
    let answer = match http::read_json(&headers, body, state.timeouts.body).await {
        Ok(body) => state.read().ukraine(state.now(), &body),
        Err(unread) => return refuse_body(unread),
    };
    deliver(answer).await
}

fn list(list: List) -> MethodRouter<Context> {
    let answer = get(move |context, headers, query| answer_list(list, context, headers, query));
    with_parameters(&list.parameters(), answer.fallback(method_not_in_object))
}

async fn answer_list(
    list: List,
    State(Context { state, environment }): State<Context>,
    headers: HeaderMap,
    RawQuery(query): RawQuery,
) -> Response {
    let token = headers.get(header::AUTHORIZATION).and_then(|token| token.to_str().ok());
    let query = query.unwrap_or_default();
    let answer = state.read().list(environment, state.now(), token, list, &query);
    deliver(answer).await
}

fn refuse_body(unread: Unread) -> Response {
    let (status, sentence) = unread.response();
    error_list(status, sentence)
}

async fn method_not_in_list() -> Response {
    error_list(StatusCode::METHOD_NOT_ALLOWED, METHOD_NOT_ALLOWED)
}

async fn method_not_in_object() -> Response {
    error_object(StatusCode::METHOD_NOT_ALLOWED, METHOD_NOT_ALLOWED)
}

async fn unknown_path() -> Response {
    error_object(StatusCode::NOT_FOUND, "Unknown path")
}

const AUTHORIZATION: &str = "/clients/authorization";
const UKRAINE_CALL: &str = "/json";
const METHOD_NOT_ALLOWED: &str = "Method not allowed";

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_description_and_the_router_have_the_same_calls() {
        let answered: BTreeSet<&str> = calls(EnvironmentKind::Sandbox)
            .iter()
            .map(|(path, _)| *path)
            .chain([UKRAINE_CALL])
            .collect();
        let described = openapi::paths();
        assert_eq!(described, answered.into_iter().map(str::to_owned).collect());
    }
}
