//! The JSON of the API of Ukraine: one form for success and for errors [NP-ua-api].

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use crate::rules::{UkraineAnswer, UkraineRefusal};

/// The response to a call.
pub(super) fn ukraine(answer: UkraineAnswer) -> Response {
    match answer {
        UkraineAnswer::Senders(_) => Json(body(answer)).into_response(),
        UkraineAnswer::Refusal(UkraineRefusal { status, .. }) => {
            let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
            (status, Json(body(answer))).into_response()
        }
    }
}

/// The body of an answer.
pub(super) fn body(answer: UkraineAnswer) -> Value {
    let (success, data, errors, codes) = match answer {
        UkraineAnswer::Senders(senders) => {
            let data = senders.iter().map(|sender| {
                json!({
                    "Ref": sender.reference,
                    "Description": sender.short_name,
                    "CounterpartyFullName": sender.full_name,
                    "EDRPOU": sender.edrpou,
                })
            });
            (true, data.collect(), json!([]), json!([]))
        }
        UkraineAnswer::Refusal(UkraineRefusal { code, text, as_objects: false, .. }) => {
            (false, Vec::new(), list(text), list(code))
        }
        UkraineAnswer::Refusal(UkraineRefusal { code, text, .. }) => {
            (false, Vec::new(), json!({ "0": text }), json!({ "0": code }))
        }
    };
    json!({
        "success": success,
        "data": data,
        "errors": errors,
        "warnings": [],
        "info": [],
        "messageCodes": [],
        "errorCodes": codes,
        "warningCodes": [],
        "infoCodes": [],
    })
}

fn list(entry: Option<&str>) -> Value {
    entry.into_iter().collect()
}
