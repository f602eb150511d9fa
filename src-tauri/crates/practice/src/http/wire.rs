//! Responses: statuses, JSON shapes, the two shapes of an error, the `Date` header.

use std::time::{Duration, UNIX_EPOCH};

use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use chrono::{DateTime, SecondsFormat, Utc};
use serde::Serialize;
use serde_json::json;

use super::ukraine;
use crate::rules::{Answer, AnswerBody, Delivery, Key, Refusal};

/// Marks a response that is never sent: the connection is closed instead.
#[derive(Clone, Copy, Debug)]
pub(crate) struct NeverSent;

/// All four members are required; the status of a new key is `Active`
/// [NP-spec: POST /test-api-keys].
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct KeyBody<'a> {
    api_key: &'a str,
    created_at: String,
    exp_date: String,
    status: &'static str,
}

#[derive(Serialize)]
struct TokenBody<'a> {
    jwt: &'a str,
}

#[derive(Serialize)]
struct ErrorList<'a> {
    success: bool,
    errors: [&'a str; 1],
}

/// Turns an answer into a response, after the delay that the answer asks for.
pub(crate) async fn deliver(answer: Answer) -> Response {
    let Answer { server_time, body, delivery } = answer;
    let mut response = match body {
        AnswerBody::Key(key) if delivery == Delivery::Cut => cut(&KeyBody::of(&key)),
        AnswerBody::Key(key) => Json(KeyBody::of(&key)).into_response(),
        AnswerBody::Token(token) if delivery == Delivery::Cut => {
            cut(&TokenBody { jwt: token.expose() })
        }
        AnswerBody::Token(token) => Json(TokenBody { jwt: token.expose() }).into_response(),
        AnswerBody::Page(page) => Json(page).into_response(),
        AnswerBody::WebPage => Html(WEB_PAGE).into_response(),
        AnswerBody::Ukraine(answer) if delivery == Delivery::Cut => cut(&ukraine::body(answer)),
        AnswerBody::Ukraine(answer) => ukraine::ukraine(answer),
        AnswerBody::Refusal(refusal) => refuse(refusal),
    };
    response.headers_mut().insert(header::DATE, date(server_time));
    match delivery {
        Delivery::Late(time) => tokio::time::sleep(time).await,
        Delivery::Lost => {
            response.extensions_mut().insert(NeverSent);
        }
        Delivery::Whole | Delivery::Cut => {}
    }
    response
}

/// The shape of an error of `test-api-keys`: `errors` is a list of sentences
/// [NP-spec: POST /test-api-keys].
pub(crate) fn error_list(status: StatusCode, sentence: &str) -> Response {
    (status, Json(ErrorList { success: false, errors: [sentence] })).into_response()
}

/// The shape of every other error: `errors` is an object
/// with strings [NP-spec: Error]. The examples have one member, `errorMessage`
/// [NP-spec: POST /shipments/light-return].
pub(crate) fn error_object(status: StatusCode, sentence: &str) -> Response {
    (status, Json(json!({ "errors": { "errorMessage": sentence } }))).into_response()
}

/// A `Date` header (RFC 9110). It can't express a time before 1970 or after 9999, so such a time
/// becomes the nearest that it can.
pub(crate) fn date(time: DateTime<Utc>) -> HeaderValue {
    let seconds = u64::try_from(time.timestamp()).unwrap_or_default().min(END_OF_9999);
    let text = httpdate::fmt_http_date(UNIX_EPOCH + Duration::from_secs(seconds));
    HeaderValue::try_from(text).unwrap_or(HeaderValue::from_static("Thu, 01 Jan 1970 00:00:00 GMT"))
}

const END_OF_9999: u64 = 253_402_300_799;

fn refuse(refusal: Refusal) -> Response {
    match refusal_parts(refusal) {
        (status, Shape::List, sentence) => error_list(status, sentence),
        (status, Shape::Object, sentence) => error_object(status, sentence),
    }
}

/// The two shapes of an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// [`error_list`]
    List,
    /// [`error_object`]
    Object,
}

/// The status of a refusal, the shape of its error, and its sentence.
pub(crate) fn refusal_parts(refusal: Refusal) -> (StatusCode, Shape, &'static str) {
    use StatusCode as Status;
    let list = |status, sentence| (status, Shape::List, sentence);
    let object = |status, sentence| (status, Shape::Object, sentence);
    match refusal {
        Refusal::BrokenJson => list(Status::BAD_REQUEST, "Invalid JSON"),
        Refusal::UnknownMember => list(Status::BAD_REQUEST, "Only the parameter phone is allowed"),
        Refusal::PhoneMissing => list(Status::BAD_REQUEST, "Missing required parameter: phone"),
        Refusal::PhoneInvalid => list(Status::BAD_REQUEST, "Invalid phone format"),
        Refusal::ClientNotFound => list(Status::NOT_FOUND, "Client not found"),
        Refusal::SeveralClients => list(Status::CONFLICT, "Multiple matching clients found"),
        Refusal::DailyLimit => list(Status::TOO_MANY_REQUESTS, "Daily limit reached"),
        Refusal::ServiceError => object(Status::INTERNAL_SERVER_ERROR, "Internal server error"),
        Refusal::ServiceUnavailable => {
            object(Status::SERVICE_UNAVAILABLE, "Service is unavailable")
        }
        Refusal::ApiKeyMissing => object(Status::UNPROCESSABLE_ENTITY, "The apiKey is required"),
        Refusal::ApiKeyMalformed => {
            object(Status::UNPROCESSABLE_ENTITY, "The apiKey format is invalid")
        }
        Refusal::ApiKeyRefused => object(Status::UNAUTHORIZED, "Invalid apiKey"),
        Refusal::AccessForbidden => object(Status::FORBIDDEN, "Forbidden"),
        Refusal::TooManyTokens => object(Status::TOO_MANY_REQUESTS, "Too many tokens"),
        Refusal::TokenRefused => object(Status::UNAUTHORIZED, "Invalid token"),
        Refusal::ListNotFound => object(Status::NOT_FOUND, "The specified resource was not found"),
        Refusal::QueryInvalid(sentence) => object(Status::UNPROCESSABLE_ENTITY, sentence),
    }
}

impl<'a> KeyBody<'a> {
    fn of(key: &'a Key) -> Self {
        let (created_at, exp_date) = dates(key);
        Self { api_key: key.code.expose(), created_at, exp_date, status: "Active" }
    }
}

/// `createdAt` and `expDate` of a key, in the format of the examples
/// [NP-spec: POST /test-api-keys].
pub(crate) fn dates(key: &Key) -> (String, String) {
    (
        key.created_at.to_rfc3339_opts(SecondsFormat::Micros, true),
        key.expires_at.to_rfc3339_opts(SecondsFormat::Millis, true),
    )
}

fn cut(whole: &impl Serialize) -> Response {
    let mut text = serde_json::to_string(whole).unwrap_or_default();
    let middle = text.floor_char_boundary(text.len() / 2);
    text.truncate(middle);
    ([(header::CONTENT_TYPE, "application/json")], text).into_response()
}

const WEB_PAGE: &str = "<!doctype html><html><head><title>Practice</title></head>\
    <body><h1>Back soon</h1><p>A web page where JSON was expected.</p></body></html>";
