//! `/practice/…`: the levers of whoever tests their own code against practice. Never there unless
//! it was asked for at the start.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use chrono::{DateTime, SecondsFormat, Utc};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::office::Office;
use super::wire::{dates, error_object};
use super::{ChangeError, NotKept, body};
use crate::rules::{Client, ClientRefused, ClientSeed, Move, Object, Period, Standing, TooFar};

/// Clock, clients and reset. `ours` are the origins of our own pages.
pub(super) fn router(office: Arc<Office>, ours: Arc<[String]>) -> Router {
    Router::new()
        .route("/practice/clock", get(clock).put(set_clock).delete(back_to_now))
        .route("/practice/clients", get(clients))
        .route("/practice/clients/{phone}", get(client).put(put_client).delete(remove_client))
        .route("/practice/reset", post(reset))
        .method_not_allowed_fallback(method_not_allowed)
        .layer(middleware::from_fn_with_state(ours, only_our_pages))
        .with_state(office)
}

/// A page of somebody else can't read answers, but it could send some requests.
async fn only_our_pages(
    State(ours): State<Arc<[String]>>,
    request: Request,
    next: Next,
) -> Response {
    let origins = request.headers().get_all(header::ORIGIN);
    let is_ours =
        |origin: &axum::http::HeaderValue| ours.iter().any(|ours| origin == ours.as_str());
    if origins.iter().all(is_ours) {
        next.run(request).await
    } else {
        error_object(StatusCode::FORBIDDEN, "origin", "Unknown origin")
    }
}

async fn clock(State(office): State<Arc<Office>>) -> Response {
    Json(shown(&office)).into_response()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
enum ClockSet {
    Now(DateTime<Utc>),
    Ahead(Ahead),
}

/// Seconds, or a period such as `P40D`.
#[derive(Deserialize)]
#[serde(untagged)]
enum Ahead {
    Seconds(i64),
    Period(String),
}

async fn set_clock(
    State(office): State<Arc<Office>>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Response> {
    let to = match read(&office, &headers, body).await? {
        ClockSet::Now(time) => Ok(Move::To(time)),
        ClockSet::Ahead(Ahead::Seconds(seconds)) => {
            Period::seconds(seconds).map(Move::BeAhead).ok_or("ahead")
        }
        ClockSet::Ahead(Ahead::Period(text)) => {
            Period::parse(&text).map(Move::BeAhead).ok_or("ahead")
        }
    };
    let to = to.map_err(|about| unprocessable(about, "Not a number of seconds, nor a period"))?;
    office.set_time(to).await.map_err(not_moved)?;
    Ok(clock(State(office)).await)
}

async fn back_to_now(State(office): State<Arc<Office>>) -> Result<Response, Response> {
    office.set_time(Move::Now).await.map_err(not_moved)?;
    Ok(clock(State(office)).await)
}

fn shown(office: &Office) -> Value {
    let now = office.now().to_rfc3339_opts(SecondsFormat::Micros, true);
    let ahead = office.hands.ahead();
    json!({ "now": now, "ahead": ahead.num_seconds(), "speed": office.hands.speed().seconds() })
}

async fn clients(State(office): State<Arc<Office>>) -> Response {
    let now = office.now();
    let world = office.read();
    let clients: Vec<Value> = world.clients().iter().map(|client| shape(client, now)).collect();
    drop(world);
    Json(json!({ "clients": clients })).into_response()
}

type Phone = Result<Path<String>, PathRejection>;

async fn client(State(office): State<Arc<Office>>, phone: Phone) -> Response {
    let now = office.now();
    let world = office.read();
    match phone.ok().and_then(|Path(phone)| world.client(&phone)) {
        Some(client) => Json(shape(client, now)).into_response(),
        None => no_client(),
    }
}

async fn put_client(
    State(office): State<Arc<Office>>,
    phone: Phone,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Response> {
    let seed: ClientSeed = read(&office, &headers, body).await?;
    let Path(phone) = phone.map_err(|_| no_client())?;
    // Shown as it was put in, whatever another request does to it until that is kept.
    let put = office.change(|world, now, rng| {
        world.put_client(&phone, &seed, now, rng)?;
        Ok(world.client(&phone).map(|client| shape(client, now)))
    });
    let put = put.await.map_err(not_kept)?;
    let put = put.map_err(|error: ClientRefused| unprocessable("client", error.reason()))?;
    Ok(put.map_or_else(no_client, |client| Json(client).into_response()))
}

async fn remove_client(
    State(office): State<Arc<Office>>,
    phone: Phone,
) -> Result<Response, Response> {
    let Path(phone) = phone.map_err(|_| no_client())?;
    let removed =
        office.change(|world, _, _| world.remove_client(&phone)).await.map_err(not_kept)?;
    if removed { Ok(StatusCode::NO_CONTENT.into_response()) } else { Err(no_client()) }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Reset {
    /// Whether added numbers go too.
    #[serde(default)]
    numbers: bool,
}

async fn reset(
    State(office): State<Arc<Office>>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Response> {
    let Reset { numbers } = read(&office, &headers, body).await?;
    office.reset(numbers).await.map_err(not_kept)?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// In the names of `test-api-keys`, with the part and where the key stands.
fn shape(client: &Client, now: DateTime<Utc>) -> Value {
    let status = match client.key.standing(now) {
        Standing::Active => "Active",
        Standing::Expired => "Expired",
        Standing::CleanedUp => "CleanedUp",
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

/// A JSON body of this shape. That it has to say so keeps the forms of web pages out.
async fn read<T: DeserializeOwned>(
    office: &Office,
    headers: &HeaderMap,
    body: Body,
) -> Result<T, Response> {
    let json = body::read(headers, body, office.limits.body).await.map_err(|unread| {
        let (status, sentence) = unread.said();
        error_object(status, "body", sentence)
    })?;
    serde_json::from_slice(&json)
        .map(|Object(read)| read)
        .map_err(|_| error_object(StatusCode::BAD_REQUEST, "body", "Not of the documented shape"))
}

fn not_moved(error: ChangeError<TooFar>) -> Response {
    match error {
        ChangeError::Refused(TooFar) => {
            unprocessable("now", "More than 20 years from this computer's time")
        }
        ChangeError::NotKept(error) => not_kept(error),
    }
}

#[expect(clippy::needless_pass_by_value, reason = "so `map_err` hands it over")]
fn not_kept(error: NotKept) -> Response {
    tracing::error!(%error, "a change is not kept");
    error_object(StatusCode::SERVICE_UNAVAILABLE, "service", "The state can't be kept")
}

fn unprocessable(about: &str, sentence: &str) -> Response {
    error_object(StatusCode::UNPROCESSABLE_ENTITY, about, sentence)
}

fn no_client() -> Response {
    error_object(StatusCode::NOT_FOUND, "phone", "No such client")
}

async fn method_not_allowed() -> Response {
    error_object(StatusCode::METHOD_NOT_ALLOWED, "method", "Method not allowed")
}
