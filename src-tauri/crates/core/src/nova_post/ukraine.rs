//! The API of Ukraine: one read-only call, which tells whether a key is accepted and what it opens, and an attempt
//! to get a token.
//!
//! The key itself travels in the body of each call. An answer to a key that is not accepted has status 200 as
//! well [NP-ua-api]. That there are tokens is known from third parties only.

use std::sync::Arc;

use reqwest::header::{ACCEPT, CONTENT_TYPE};
use serde::Deserialize;
use serde::de::Deserializer;
use zeroize::Zeroizing;

use super::status::Call;
use super::ukraine_answer::SendersAnswer;
use super::wire::SendersRequest;
use super::{Answered, BaseUrl, JSON, Limits, NovaPost};
use crate::clock::Clock;
use crate::model::{Company, Failure};
use crate::secret::{ApiKey, Jwt};

/// The path of all its calls, below the base address.
pub(crate) const UKRAINE_CALLS: &str = "json/";

/// The calls of the API of Ukraine.
#[derive(Clone, Debug)]
pub struct Ukraine(NovaPost);

/// What the API of Ukraine says about a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UkraineKey {
    /// It accepts the key.
    Works(Senders),
    /// It does not accept the key.
    Refused,
    /// It says that the key has expired.
    Expired,
}

/// The senders of the account that a key opens.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Senders {
    /// The first one that has a name. `None` if the answer names none.
    pub company: Option<Company>,
    /// How many others with another name or code there are on the first page of the list.
    pub others: u32,
}

/// The answer to `GET clients/authorization` of Ukraine, which is not documented: a JSON object, perhaps with a token.
#[derive(Deserialize)]
struct MaybeTokenAnswer {
    #[serde(default, deserialize_with = "maybe_token")]
    jwt: Option<Jwt>,
}

/// The size of a body in bytes: a page has up to a hundred senders with some twenty members each.
const LARGEST_BODY: usize = 512 * 1024;

/// The most room for the text of a request: a key of 128 characters that all have to be escaped, and
/// the rest. A buffer that grows would leave copies of the key behind.
const REQUEST_ROOM: usize = 1024;

impl Ukraine {
    /// A client for the API of Ukraine. See [`NovaPost::new`].
    pub fn new(base: BaseUrl, clock: Arc<dyn Clock>) -> Result<Self, Failure> {
        Self::with_limits(base, Limits::default(), clock)
    }

    /// Like [`Ukraine::new`], with other limits. The limit of a body is at least 512 KiB.
    pub fn with_limits(
        base: BaseUrl,
        limits: Limits,
        clock: Arc<dyn Clock>,
    ) -> Result<Self, Failure> {
        NovaPost::with_limits(base, larger(limits), clock).map(Self)
    }

    /// A client that shares the HTTP client of another environment. See [`NovaPost::beside`].
    pub fn beside(other: &NovaPost, base: BaseUrl) -> Result<Self, Failure> {
        let client = other.beside(base)?;
        let limits = larger(client.limits);
        Ok(Self(NovaPost { limits, ..client }))
    }

    /// `POST json/` with `Counterparty/getCounterparties`: whether the key is accepted, and the company
    /// that it opens. At most two retries, because the call changes nothing.
    ///
    /// Fails with [`Failure::CallRefused`] if the answer has an error that says nothing about the key.
    pub async fn check(&self, key: &ApiKey) -> Result<Answered<UkraineKey>, Failure> {
        let body = text_of_request(key)?;
        let request = || {
            let url = self.0.base.call(UKRAINE_CALLS);
            let request = self.0.http.post(url).header(ACCEPT, JSON).header(CONTENT_TYPE, JSON);
            request.body(body.to_vec())
        };
        judged(self.0.ask(Call::CheckUkraine, request).await, key)
    }

    /// `GET clients/authorization` beside the API of Ukraine: a token for the key, or `None` if Nova Poshta gives
    /// none. At most two retries. `None` says nothing about the key.
    pub async fn authorize(&self, key: &ApiKey) -> Result<Option<Answered<Jwt>>, Failure> {
        let tokens = NovaPost { base: self.0.base.tokens_of_ukraine(), ..self.0.clone() };
        let request = || tokens.get("clients/authorization").query(&[("apiKey", key.expose())]);
        let asked = tokens.ask::<MaybeTokenAnswer>(Call::AuthorizeUkraine, request).await;
        match asked {
            Ok(Answered { value, server_time }) => {
                Ok(value.jwt.map(|value| Answered { value, server_time }))
            }
            Err(failure) if is_no_token(&failure) => Ok(None),
            Err(failure) => Err(failure),
        }
    }
}

/// What an answer says about the key that was sent. Some clients have met 401 for a key that is not accepted, in place
/// of status 200: see [`super::ukraine_answer::failure_of_401`].
pub(super) fn judged(
    answered: Result<Answered<SendersAnswer>, Failure>,
    key: &ApiKey,
) -> Result<Answered<UkraineKey>, Failure> {
    match answered {
        Ok(Answered { value, server_time }) => {
            value.judge(key).map(|value| Answered { value, server_time })
        }
        Err(Failure::KeyRefused) => Ok(Answered { value: UkraineKey::Refused, server_time: None }),
        Err(Failure::KeyExpired) => Ok(Answered { value: UkraineKey::Expired, server_time: None }),
        Err(failure) => Err(failure),
    }
}

/// Whether an answer means that there is no token for the key. The form of these answers is not documented, so JSON in
/// any form counts. A page with 404 is what a server sends that does not have the call.
const fn is_no_token(failure: &Failure) -> bool {
    matches!(
        failure,
        Failure::KeyRefused
            | Failure::KeyMalformed
            | Failure::AnswerUnreadable { status: 400 | 401 | 404 | 405 | 410 | 422 }
            | Failure::NetworkPage { status: 404 }
    )
}

/// `None` if the text does not have the three parts of a JWT.
fn maybe_token<'de, D: Deserializer<'de>>(text: D) -> Result<Option<Jwt>, D::Error> {
    let token = Option::<String>::deserialize(text)?.and_then(|text| Jwt::new(text).ok());
    Ok(token.filter(|token| {
        let parts = token.expose().split('.');
        parts.clone().count() == 3 && parts.clone().all(|part| !part.is_empty())
    }))
}

fn larger(limits: Limits) -> Limits {
    Limits { body: limits.body.max(LARGEST_BODY), ..limits }
}

fn text_of_request(key: &ApiKey) -> Result<Zeroizing<Vec<u8>>, Failure> {
    let mut body = Zeroizing::new(Vec::with_capacity(REQUEST_ROOM));
    serde_json::to_writer(&mut *body, &SendersRequest::new(key.expose()))
        .map_err(|_| Failure::internal("ukraine_request", &"the request can't be written"))?;
    Ok(body)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    #[derive(Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct KeyOf {
        api_key: String,
    }

    #[test]
    fn the_request_is_the_documented_one() {
        let key = ApiKey::new("0123456789abcdef0123456789abcdef".to_owned()).unwrap();
        let body = text_of_request(&key).unwrap();
        assert_eq!(
            serde_json::from_slice::<Value>(&body).unwrap(),
            json!({
                "apiKey": "0123456789abcdef0123456789abcdef",
                "modelName": "Counterparty",
                "calledMethod": "getCounterparties",
                "methodProperties": { "CounterpartyProperty": "Sender", "Page": "1" },
            })
        );
    }

    #[test]
    fn the_longest_key_fits_into_the_room_for_a_request() {
        let key = ApiKey::new("\"".repeat(*ApiKey::LENGTH.end())).unwrap();
        let body = text_of_request(&key).unwrap();
        assert!(body.capacity() == REQUEST_ROOM, "the buffer has grown");
        let read: KeyOf = serde_json::from_slice(&body).unwrap();
        assert!(read.api_key == key.expose());
    }

    #[test]
    fn an_answer_of_ukraine_may_have_no_token() {
        let has_token = |answer: Value| {
            let answer = serde_json::from_value::<MaybeTokenAnswer>(answer).ok()?;
            Some(answer.jwt.is_some())
        };
        assert_eq!(has_token(json!({ "jwt": "eyJhbGciOiJIUzI1NiJ9.e30.c2ln" })), Some(true));
        for other in [
            json!({}),
            json!({ "success": false, "errors": ["?"] }),
            json!({ "jwt": null }),
            json!({ "jwt": "" }),
            json!({ "jwt": "0a11cedecade5afec0ffee0000000010" }),
            json!({ "jwt": "eyJhbGciOiJIUzI1NiJ9..c2ln" }),
            json!({ "jwt": "eyJhbGciOiJIUzI1NiJ9.e30.c2ln\r\nX-Other: 1" }),
        ] {
            assert_eq!(has_token(other.clone()), Some(false), "{other}");
        }
        assert_eq!(has_token(json!({ "jwt": ["x"] })), None);
    }
}
