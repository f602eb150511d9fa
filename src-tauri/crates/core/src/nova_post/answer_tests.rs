//! Every status and every broken answer has exactly one failure.

use chrono::{DateTime, Utc};
use proptest::prelude::*;
use serde_json::json;

use super::answer::{TestKeyAnswer, TokenAnswer};
use super::exchange::parse;
use super::fault_server::{Act, FaultServer, answer};
use super::refusal::Call;
use super::{Sandbox, TestKey};
use crate::model::Failure;
use crate::secret::{ApiKey, Jwt};

pub(super) const KEY: &str = "99dde7bdce11414efc2f1c10ddbfd42da8ce4bf2";
pub(super) const TOKEN: &str = "eyJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJub3ZhIn0.c2lnbmF0dXJl";
pub(super) const CALLS: [Call; 3] = [Call::CreateTestKey, Call::Authorize, Call::CountCurrencies];

const DATE: &str = "date: Tue, 24 Nov 2026 22:30:00 GMT\r\n";

/// Makes a call and looks only at how it ended.
pub(super) async fn outcome(call: Call, client: &Sandbox) -> Result<(), Failure> {
    match call {
        Call::CreateTestKey => client.post_test_key("498213437654").await.map(drop),
        Call::Authorize => {
            let key = ApiKey::new(KEY.to_owned()).unwrap();
            client.nova_post().authorize(&key).await.map(drop)
        }
        Call::CountCurrencies => {
            let token = Jwt::new(TOKEN.to_owned()).unwrap();
            client.nova_post().count_currencies(&token).await.map(drop)
        }
    }
}

pub(super) fn good_body(call: Call) -> String {
    match call {
        Call::CreateTestKey => json!({
            "apiKey": KEY,
            "createdAt": "2025-08-27T08:03:02.000000Z",
            "expDate": "2026-08-29T23:59:59.000Z",
            "status": "Active",
        }),
        Call::Authorize => json!({ "jwt": TOKEN }),
        Call::CountCurrencies => json!({ "current_page": 1, "total": 18, "items": [{}] }),
    }
    .to_string()
}

/// The table of the product, written down a second time.
fn expected(call: Call, status: u16) -> Failure {
    match status {
        300..400 => Failure::RedirectRefused,
        403 => Failure::AccessForbidden,
        407 => Failure::ProxyNeeded,
        502..=504 => Failure::ServiceUnavailable { status, retry_after: 7 },
        500..600 => Failure::ServiceError { status },
        400 if call == Call::CreateTestKey => Failure::PhoneInvalid,
        404 if call == Call::CreateTestKey => Failure::ClientNotFound,
        409 if call == Call::CreateTestKey => Failure::SeveralClients,
        429 if call == Call::CreateTestKey => {
            Failure::DailyLimit { again_at: time("2026-11-25T22:00:00Z"), key: None }
        }
        401 if call != Call::CreateTestKey => Failure::KeyRefused,
        429 => Failure::TooManyTokens { retry_after: Some(7) },
        422 if call == Call::Authorize => Failure::KeyMalformed,
        _ => Failure::AnswerUnreadable { status },
    }
}

fn time(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

/// 100 and 102 to 199 announce another answer, which never comes.
#[tokio::test]
async fn every_status_has_exactly_one_failure() {
    for call in CALLS {
        for status in (101..=101).chain(201..=599) {
            let headers = format!("{DATE}retry-after: 7\r\n");
            let server = FaultServer::always(answer(status, &headers, "")).await;
            let outcome = outcome(call, &server.client()).await;
            assert_eq!(outcome, Err(expected(call, status)), "{} {status}", call.name());
        }
    }
}

#[tokio::test]
async fn an_announced_answer_that_never_comes_means_unreachable() {
    for call in CALLS {
        for status in [100, 102, 103, 199] {
            let head = format!("HTTP/1.1 {status} Whatever\r\n\r\n").into_bytes();
            let server = FaultServer::always(Act::Write(head)).await;
            assert_eq!(outcome(call, &server.client()).await, Err(Failure::Unreachable));
        }
    }
}

#[tokio::test]
async fn the_text_of_an_error_decides_nothing() {
    for body in [
        r#"{"success":false,"errors":["Client not found"]}"#,
        r#"{"errors":{"code":"Client not found"}}"#,
        r#"{"errors":["Daily limit reached"]}"#,
        "<html>Client not found</html>",
        "{",
    ] {
        let server = FaultServer::always(answer(409, "", body)).await;
        let outcome = outcome(Call::CreateTestKey, &server.client()).await;
        assert_eq!(outcome, Err(Failure::SeveralClients), "{body}");
    }
}

#[tokio::test]
async fn without_a_named_time_the_wait_is_our_own() {
    let server = FaultServer::always(answer(503, "", "")).await;
    assert_eq!(
        outcome(Call::CreateTestKey, &server.client()).await,
        Err(Failure::ServiceUnavailable { status: 503, retry_after: 30 })
    );
    let server = FaultServer::always(answer(429, "", "")).await;
    assert_eq!(
        outcome(Call::Authorize, &server.client()).await,
        Err(Failure::TooManyTokens { retry_after: None })
    );
}

#[tokio::test]
async fn a_good_answer_brings_the_key_its_dates_and_the_servers_time() {
    let server = FaultServer::always(answer(200, DATE, &good_body(Call::CreateTestKey))).await;
    let got = server.client().post_test_key("498213437654").await.unwrap();
    assert_eq!(got.server_time, Some(time("2026-11-24T22:30:00Z")));
    assert_eq!(got.value.key.expose(), KEY);
    assert_eq!(got.value.created_at, time("2025-08-27T08:03:02Z"));
    assert_eq!(got.value.valid_until, time("2026-08-29T23:59:59Z"));
    assert!(got.value.active);
}

#[tokio::test]
async fn a_good_answer_brings_the_token_and_the_number_of_currencies() {
    let server = FaultServer::always(answer(200, "", &good_body(Call::Authorize))).await;
    let key = ApiKey::new(KEY.to_owned()).unwrap();
    let got = server.client().nova_post().authorize(&key).await.unwrap();
    assert_eq!((got.value.expose(), got.server_time), (TOKEN, None));

    let server = FaultServer::always(answer(200, "", &good_body(Call::CountCurrencies))).await;
    let got = server.client().nova_post().count_currencies(&got.value).await.unwrap();
    assert_eq!(got.value, 18);
}

#[tokio::test]
async fn an_answer_that_is_not_what_is_documented_is_unreadable() {
    let unreadable = Err(Failure::AnswerUnreadable { status: 200 });
    for call in CALLS {
        let good = good_body(call);
        let trailing = format!("{good} {good}");
        let list = format!("[{good}]");
        for body in
            ["", "<html>Welcome</html>", "{}", "null", &good[..good.len() - 5], &trailing, &list]
        {
            let server = FaultServer::always(answer(200, "", body)).await;
            assert_eq!(outcome(call, &server.client()).await, unreadable, "{} {body}", call.name());
            assert_eq!(server.attempts(), 1);
        }
    }
}

#[tokio::test]
async fn an_answer_cut_in_the_middle_is_unreadable() {
    for call in CALLS {
        let good = good_body(call);
        let head = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n", good.len());
        let cut = format!("{head}{}", &good[..good.len() / 2]);
        let server = FaultServer::always(Act::Write(cut.into_bytes())).await;
        let outcome = outcome(call, &server.client()).await;
        assert_eq!(outcome, Err(Failure::AnswerUnreadable { status: 200 }));
        assert_eq!(server.attempts(), 1);
    }
}

#[tokio::test]
async fn a_body_up_to_the_limit_is_read_and_not_a_byte_more() {
    for call in CALLS {
        let good = good_body(call);
        let fits = format!("{good}{}", " ".repeat(64 * 1024 - good.len()));
        let server = FaultServer::always(answer(200, "", &fits)).await;
        assert_eq!(outcome(call, &server.client()).await, Ok(()));

        let server = FaultServer::always(answer(200, "", &format!("{fits} "))).await;
        let outcome = outcome(call, &server.client()).await;
        assert_eq!(outcome, Err(Failure::AnswerUnreadable { status: 200 }));
    }
}

#[tokio::test]
async fn a_body_without_end_is_not_read_to_its_end() {
    for call in CALLS {
        let start = format!("HTTP/1.1 200 OK\r\n\r\n{}", good_body(call));
        let server = FaultServer::always(Act::Flood(start.into_bytes())).await;
        let outcome = outcome(call, &server.client()).await;
        assert_eq!(outcome, Err(Failure::AnswerUnreadable { status: 200 }));
    }
}

/// Whatever is accepted as a key is one.
fn only_a_key_is_taken(body: &[u8]) {
    if let Ok(answer) = parse::<TestKeyAnswer>(body) {
        let key = TestKey::from(answer).key;
        assert!((16..=128).contains(&key.expose().len()));
        assert!(key.expose().bytes().all(|byte| byte.is_ascii_graphic()));
    }
    if let Ok(answer) = parse::<TokenAnswer>(body) {
        assert!(answer.jwt.expose().bytes().all(|byte| byte.is_ascii_graphic()));
    }
}

proptest! {
    #[test]
    fn random_bytes_are_never_a_key(body in proptest::collection::vec(any::<u8>(), 0..512)) {
        prop_assert!(parse::<TestKeyAnswer>(&body).is_err());
        prop_assert!(parse::<TokenAnswer>(&body).is_err());
    }

    #[test]
    fn any_text_in_the_place_of_a_key_is_a_key_or_refused(text in "\\PC{0,140}|[ -~]{10,140}") {
        let mut body: serde_json::Value = serde_json::from_str(&good_body(Call::CreateTestKey)).unwrap();
        body["apiKey"] = text.clone().into();
        let taken = parse::<TestKeyAnswer>(body.to_string().as_bytes());
        prop_assert_eq!(taken.is_ok(), ApiKey::new(text).is_ok());
    }

    #[test]
    fn a_good_answer_with_a_broken_byte_gives_a_key_or_nothing(at in 0..100_usize, byte: u8) {
        for call in CALLS {
            let mut body = good_body(call).into_bytes();
            let at = at % body.len();
            body[at] = byte;
            only_a_key_is_taken(&body);
        }
    }
}
