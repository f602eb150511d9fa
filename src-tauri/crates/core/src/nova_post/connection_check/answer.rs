//! What a server answers to a call that needs no key.

use reqwest::header::{ACCEPT, CONTENT_TYPE, HeaderMap};
use reqwest::{RequestBuilder, Response};
use serde_json::{Value, json};

use super::ServerTime;
use crate::model::ConnectionFinding as Found;
use crate::model::ConnectionVerdict::{self, Bad, Good, Look};
use crate::model::{ApiEnvironment, Failure};
use crate::nova_post::proxy::reason_of_challenges;
use crate::nova_post::server_time::date_of;
use crate::nova_post::status::{Call, failure_of_status};
use crate::nova_post::transport::request_failure;
use crate::nova_post::who_answered::{Answerer, content_of, is_of_network, who_answered};
use crate::nova_post::{JSON, NovaPost, UKRAINE_CALLS};

/// What was seen of a server.
pub(super) struct Seen {
    pub(super) verdict: ConnectionVerdict,
    pub(super) found: Found,
    pub(super) server_time: ServerTime,
}

impl Seen {
    pub(super) fn failed(verdict: ConnectionVerdict, failure: Failure) -> Self {
        Self { verdict, found: Found::Failed { failure }, server_time: None }
    }
}

impl NovaPost {
    /// Makes a call without a key once. Nova Post refuses it with 401 or 422, and the API of Ukraine answers it with
    /// JSON. Both are signs that the way there is open.
    pub(super) async fn ask_without_key(&self, environment: ApiEnvironment) -> Seen {
        match self.request_without_key(environment).send().await {
            Ok(response) => self.judge(environment, response).await,
            Err(error) => Seen::failed(Bad, request_failure(error, self).await),
        }
    }

    /// `GET clients/authorization` without its parameter [NP-spec: GET /clients/authorization], or a call of the API
    /// of Ukraine with an empty key [NP-ua-api]. Both change nothing.
    fn request_without_key(&self, environment: ApiEnvironment) -> RequestBuilder {
        if environment != ApiEnvironment::Ukraine {
            return self.get("clients/authorization");
        }
        let call = json!({
            "apiKey": "",
            "modelName": "Address",
            "calledMethod": "getCities",
            "methodProperties": { "Page": "1", "Limit": "1" },
        });
        let request = self.http.post(self.base.call(UKRAINE_CALLS)).header(ACCEPT, JSON);
        request.header(CONTENT_TYPE, JSON).body(call.to_string())
    }

    async fn judge(&self, environment: ApiEnvironment, mut response: Response) -> Seen {
        let status = response.status().as_u16();
        let headers = response.headers().clone();
        let server_time = date_of(&headers);
        let now = server_time.unwrap_or_else(|| self.clock.now());
        let (content, body) =
            content_of(&mut response, self.limits.body, self.limits.body_start).await;
        let refused = match status {
            200 => refusal_of_200(environment, &headers, &body),
            300..=399 => Some(Failure::RedirectRefused),
            407 if reason_of_challenges(&headers, false).is_some() => {
                reason_of_challenges(&headers, false).map(|reason| Failure::ProxyNeeded { reason })
            }
            _ => match who_answered(status, content) {
                Answerer::NovaPost => {
                    Some(failure_of_status(Call::Authorize, status, &headers, now))
                }
                Answerer::Network => Some(Failure::NetworkPage { status }),
                Answerer::Unclear => Some(Failure::AnswerUnreadable { status }),
            },
        };
        match refused {
            None | Some(Failure::KeyRefused | Failure::KeyMalformed) => {
                Seen { verdict: Good, found: Found::Answers, server_time }
            }
            Some(failure) => {
                let is_of_network = matches!(
                    failure,
                    Failure::NetworkPage { .. }
                        | Failure::RedirectRefused
                        | Failure::ProxyNeeded { .. }
                );
                // What stands between sends a time of its own.
                let server_time = server_time.filter(|_| !is_of_network);
                let verdict = if is_of_network { Bad } else { Look };
                Seen { server_time, ..Seen::failed(verdict, failure) }
            }
        }
    }
}

/// The failure of an answer with status 200, which only the API of Ukraine sends without a key. `None` if it is its
/// answer: an object with the member `success`.
fn refusal_of_200(
    environment: ApiEnvironment,
    headers: &HeaderMap,
    body: &[u8],
) -> Option<Failure> {
    let answer: Option<Value> = serde_json::from_slice(body).ok();
    let is_of_ukraine = answer.is_some_and(|answer| answer["success"].is_boolean());
    if environment == ApiEnvironment::Ukraine && is_of_ukraine {
        None
    } else if is_of_network(headers, body) {
        Some(Failure::NetworkPage { status: 200 })
    } else {
        Some(Failure::AnswerUnreadable { status: 200 })
    }
}
