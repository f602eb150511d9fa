//! `/practice/…`: changes clock and clients, for tests of your own code. Served only if
//! [`Options::control`](super::options::Options::control) is set.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use chrono::{DateTime, SecondsFormat, Utc};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::http::{dates, error_object, read_json};
use crate::rules::{
    Client, ClientRefused, ClientSeed, Move, Period, ShapeError, TestKeyStatus, TooFar, read_object,
};
use crate::state::{ChangeError, NotKept, SharedState};

/// Clock, clients and reset. `origins` are those of the server's own pages.
pub(super) fn router(state: Arc<SharedState>, origins: Arc<[String]>) -> Router {
    Router::new()
        .route("/practice/clock", get(clock).put(set_clock).delete(back_to_now))
        .route("/practice/clients", get(clients))
        .route("/practice/clients/{phone}", get(client).put(put_client).delete(remove_client))
        .route("/practice/reset", post(reset))
        .method_not_allowed_fallback(method_not_allowed)
        .layer(middleware::from_fn_with_state(origins, only_own_origins))
        .with_state(state)
}

/// Refuses requests from other web pages. They couldn't read the answers, but they could send some
/// requests.
async fn only_own_origins(
    State(own): State<Arc<[String]>>,
    request: Request,
    next: Next,
) -> Response {
    let origins = request.headers().get_all(header::ORIGIN);
    let is_own = |origin: &HeaderValue| own.iter().any(|own| origin == own.as_str());
    if origins.iter().all(is_own) {
        next.run(request).await
    } else {
        error_object(StatusCode::FORBIDDEN, "Unknown origin")
    }
}

async fn clock(State(state): State<Arc<SharedState>>) -> Response {
    Json(clock_json(&state)).into_response()
}

/// One of the two members.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct ClockSet {
    now: Option<DateTime<Utc>>,
    ahead: Option<Ahead>,
}

/// A number of seconds, or a period such as `P40D`.
#[derive(Deserialize)]
#[serde(untagged)]
enum Ahead {
    Seconds(i64),
    Period(String),
}

async fn set_clock(
    State(state): State<Arc<SharedState>>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Response> {
    let ClockSet { now, ahead } = read(&state, &headers, body).await?;
    let to = match (now, ahead) {
        (Some(time), None) => Some(Move::To(time)),
        (None, Some(Ahead::Seconds(seconds))) => Period::seconds(seconds).map(Move::BeAhead),
        (None, Some(Ahead::Period(text))) => Period::parse(&text).map(Move::BeAhead),
        (None, None) | (Some(_), Some(_)) => {
            return Err(error_object(StatusCode::BAD_REQUEST, NOW_OR_AHEAD));
        }
    };
    let to =
        to.ok_or_else(|| unprocessable("The ahead is not a number of seconds, nor a period"))?;
    state.set_time(to).await.map_err(not_moved)?;
    Ok(clock(State(state)).await)
}

const NOW_OR_AHEAD: &str = "The body must have one member, now or ahead";

async fn back_to_now(State(state): State<Arc<SharedState>>) -> Result<Response, Response> {
    state.set_time(Move::Now).await.map_err(not_moved)?;
    Ok(clock(State(state)).await)
}

fn clock_json(state: &SharedState) -> Value {
    let now = state.now().to_rfc3339_opts(SecondsFormat::Micros, true);
    let ahead = state.ahead().num_seconds();
    json!({ "now": now, "ahead": ahead, "speed": state.speed().seconds() })
}

async fn clients(State(state): State<Arc<SharedState>>) -> Response {
    let now = state.now();
    let world = state.read();
    let clients: Vec<Value> = world.clients().map(|client| client_json(client, now)).collect();
    drop(world);
    Json(json!({ "clients": clients })).into_response()
}

type Phone = Result<Path<String>, PathRejection>;

async fn client(State(state): State<Arc<SharedState>>, phone: Phone) -> Response {
    let now = state.now();
    let world = state.read();
    match phone.ok().and_then(|Path(phone)| world.client(&phone)) {
        Some(client) => Json(client_json(client, now)).into_response(),
        None => no_client(),
    }
}

async fn put_client(
    State(state): State<Arc<SharedState>>,
    phone: Phone,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Response> {
    let seed: ClientSeed = read(&state, &headers, body).await?;
    let Path(phone) = phone.map_err(|_| no_client())?;
    // Read under the same lock: another request may change the client before this one is saved.
    let put = state.change(|world, now, rng| {
        world.put_client(&phone, &seed, now, rng)?;
        Ok(world.client(&phone).map(|client| client_json(client, now)))
    });
    let put = put.await.map_err(not_saved)?;
    let put = put.map_err(|error: ClientRefused| unprocessable(error.reason()))?;
    Ok(put.map_or_else(no_client, |client| Json(client).into_response()))
}

async fn remove_client(
    State(state): State<Arc<SharedState>>,
    phone: Phone,
) -> Result<Response, Response> {
    let Path(phone) = phone.map_err(|_| no_client())?;
    let removed =
        state.change(|world, _, _| world.remove_client(&phone)).await.map_err(not_saved)?;
    if removed { Ok(StatusCode::NO_CONTENT.into_response()) } else { Err(no_client()) }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Reset {
    /// Whether added numbers are removed too.
    #[serde(default)]
    numbers: bool,
}

async fn reset(
    State(state): State<Arc<SharedState>>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Response> {
    let Reset { numbers } = read(&state, &headers, body).await?;
    state.reset(numbers).await.map_err(not_saved)?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// The members of `test-api-keys` and some more.
fn client_json(client: &Client, now: DateTime<Utc>) -> Value {
    let status = match client.key.status(now) {
        TestKeyStatus::Active => "Active",
        TestKeyStatus::Expired => "Expired",
        TestKeyStatus::CleanedUp => "CleanedUp",
    };
    let (created_at, exp_date) = dates(&client.key);
    json!({
        "phone": client.phone,
        "clientId": client.id,
        "plays": client.plays,
        "apiKey": client.key.code.expose(),
        "createdAt": created_at,
        "expDate": exp_date,
        "status": status,
    })
}

/// Reads a JSON body. Requiring its content type also refuses forms of web pages.
async fn read<T: DeserializeOwned>(
    state: &SharedState,
    headers: &HeaderMap,
    body: Body,
) -> Result<T, Response> {
    let json = read_json(headers, body, state.timeouts.body).await.map_err(|unread| {
        let (status, sentence) = unread.response();
        error_object(status, sentence)
    })?;
    read_object(&json).map_err(|error: ShapeError| {
        error_object(StatusCode::BAD_REQUEST, &format!("The body can't be read: {error}"))
    })
}

fn not_moved(error: ChangeError<TooFar>) -> Response {
    match error {
        ChangeError::Refused(TooFar) => {
            unprocessable("More than 20 years from this computer's time")
        }
        ChangeError::NotKept(error) => not_saved(error),
    }
}

#[expect(clippy::needless_pass_by_value, reason = "`map_err` passes it by value")]
fn not_saved(error: NotKept) -> Response {
    tracing::error!(%error, "a change is not saved");
    error_object(StatusCode::SERVICE_UNAVAILABLE, "The state can't be kept")
}

fn unprocessable(sentence: &str) -> Response {
    error_object(StatusCode::UNPROCESSABLE_ENTITY, sentence)
}

fn no_client() -> Response {
    error_object(StatusCode::NOT_FOUND, "No such client")
}

async fn method_not_allowed() -> Response {
    error_object(StatusCode::METHOD_NOT_ALLOWED, "Method not allowed")
}
