//! Nothing that comes out of a call or is noted about it gives the key, the token or the number.

use std::fmt::{self, Write};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

use super::answer_tests::{CALLS, KEY, TOKEN, good_body, outcome};
use super::connection::Limits;
use super::fault_server::{Act, FaultServer, answer, without_pauses};
use super::refusal::Call;
use crate::secret::{ApiKey, Jwt};

pub(super) const NUMBER: &str = "498213437654";

/// Keeps everything that is noted, at every level, by every crate.
#[derive(Clone, Default)]
struct Notebook(Arc<Mutex<String>>);

impl Notebook {
    fn text(&self) -> String {
        self.0.lock().unwrap().clone()
    }
}

impl Visit for Notebook {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        write!(self.0.lock().unwrap(), "{field}={value:?} ").unwrap();
    }
}

impl Subscriber for Notebook {
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
        assert!(
            !text.contains(secret),
            "something secret stands in a text of {} bytes",
            text.len()
        );
    }
}

/// Answers of every kind that quote the secrets back.
fn indiscreet() -> Vec<Act> {
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
    let notebook = Notebook::default();
    let _guard = tracing::subscriber::set_default(notebook.clone());
    let limits = Limits { call: Duration::from_millis(500), ..without_pauses() };
    for act in indiscreet() {
        for call in CALLS {
            let server = FaultServer::always(act.clone()).await;
            let client = server.client_within(limits);
            let failure = outcome(call, &client).await.unwrap_err();
            holds_no_secret(&format!("{failure:?} {client:?}"));
            holds_no_secret(&serde_json::to_string(&failure).unwrap());
        }
    }
    holds_no_secret(&notebook.text());
    assert!(notebook.text().contains("operation=\"authorize\" status=401 "));
}

#[tokio::test]
async fn a_success_is_noted_and_printed_without_its_secret() {
    let notebook = Notebook::default();
    let _guard = tracing::subscriber::set_default(notebook.clone());

    let server = FaultServer::always(answer(200, "", &good_body(Call::CreateTestKey))).await;
    let made = server.client().post_test_key(NUMBER).await.unwrap();
    holds_no_secret(&format!("{made:?}"));

    let server = FaultServer::always(answer(200, "", &good_body(Call::Authorize))).await;
    let key = ApiKey::new(KEY.to_owned()).unwrap();
    let token = server.client().nova_post().authorize(&key).await.unwrap();
    holds_no_secret(&format!("{token:?}"));

    let server = FaultServer::always(answer(200, "", &good_body(Call::CountCurrencies))).await;
    let token = Jwt::new(TOKEN.to_owned()).unwrap();
    server.client().nova_post().count_currencies(&token).await.unwrap();

    holds_no_secret(&notebook.text());
    for call in CALLS {
        assert!(notebook.text().contains(&format!("operation=\"{}\" status=200 ", call.name())));
    }
}
