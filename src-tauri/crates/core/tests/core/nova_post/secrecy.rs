//! No failure, log line or debug text holds the key, the token or the phone number.

use std::fmt::{self, Write};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use keydesk_core::nova_post::Limits;
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

use super::fault_server::{Act, FaultServer, answer};
use super::{
    CALLS, Call, KEY, NUMBER, TOKEN, create_test_key, good_body, key, outcome, token,
    without_pauses,
};

/// Keeps all log events, of every level and every crate.
#[derive(Clone, Default)]
pub(super) struct Log(Arc<Mutex<String>>);

impl Log {
    pub(super) fn text(&self) -> String {
        self.0.lock().unwrap().clone()
    }
}

impl Visit for Log {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        write!(self.0.lock().unwrap(), "{field}={value:?} ").unwrap();
    }
}

impl Subscriber for Log {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }
    fn new_span(&self, span: &Attributes<'_>) -> Id {
        span.record(&mut self.clone());
        Id::from_u64(1)
    }
    fn record(&self, _: &Id, values: &Record<'_>) {
        values.record(&mut self.clone());
    }
    fn record_follows_from(&self, _: &Id, _: &Id) {}
    fn event(&self, event: &Event<'_>) {
        event.record(&mut self.clone());
    }
    fn enter(&self, _: &Id) {}
    fn exit(&self, _: &Id) {}
}

pub(super) fn holds_no_secret(text: &str) {
    for secret in [KEY, TOKEN, NUMBER] {
        assert!(!text.contains(secret), "a text of {} bytes holds a secret", text.len());
    }
}

/// Answers of every kind that contain the secrets.
pub(super) fn answers_with_secrets() -> Vec<Act> {
    let quoting = format!("{{\"errors\":[\"{KEY} {TOKEN} {NUMBER}\"]}}");
    let location = format!("location: http://127.0.0.1:1/?apiKey={KEY}\r\n");
    let mut acts: Vec<_> = [200, 302, 400, 401, 404, 429, 500, 503]
        .map(|status| answer(status, &location, &quoting))
        .into();
    acts.push(answer(200, "", &format!("{{\"apiKey\":\"{KEY}\",\"jwt\":[\"{TOKEN}\"]")));
    acts.push(Act::Stall(format!("HTTP/1.1 200 OK\r\n\r\n{quoting}").into_bytes()));
    acts.push(Act::Write(quoting.into_bytes()));
    acts.push(Act::Write(Vec::new()));
    acts.push(Act::Reset);
    acts
}

#[tokio::test]
async fn no_failure_and_no_log_holds_a_secret() {
    let log = Log::default();
    let _guard = tracing::subscriber::set_default(log.clone());
    let limits = Limits { attempt: Duration::from_millis(500), ..without_pauses() };
    for act in answers_with_secrets() {
        for call in CALLS {
            let server = FaultServer::always(act.clone()).await;
            let client = server.client_within(limits);
            let failure = outcome(call, &client).await.unwrap_err();
            holds_no_secret(&format!("{failure:?} {client:?}"));
            holds_no_secret(&serde_json::to_string(&failure).unwrap());
        }
    }
    holds_no_secret(&log.text());
    assert!(log.text().contains("operation=\"authorize\" status=401 "));
}

#[tokio::test]
async fn a_success_is_logged_and_printed_without_its_secret() {
    let log = Log::default();
    let _guard = tracing::subscriber::set_default(log.clone());

    let server = FaultServer::always(answer(200, "", &good_body(Call::CreateTestKey))).await;
    let answered = create_test_key(&server.client()).await.unwrap();
    holds_no_secret(&format!("{answered:?}"));

    let server = FaultServer::always(answer(200, "", &good_body(Call::Authorize))).await;
    let answered = server.client().nova_post().authorize(&key()).await.unwrap();
    holds_no_secret(&format!("{answered:?}"));

    let server = FaultServer::always(answer(200, "", &good_body(Call::CountCurrencies))).await;
    server.client().nova_post().count_currencies(&token()).await.unwrap();

    holds_no_secret(&log.text());
    for call in CALLS {
        assert!(log.text().contains(&format!("operation=\"{}\" status=200 ", call.name())));
    }
}
