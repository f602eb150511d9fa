//! Nova Post's calls against servers on loopback that answer whatever a test needs.

mod answers;
mod attempts;
#[cfg(not(target_os = "macos"))]
mod connection_check;
mod fault_server;
// On macOS only the system decides which certificates are trusted, and a test can't change that.
#[cfg(not(target_os = "macos"))]
mod hosts;
mod network;
mod pages;
mod proxy;
#[cfg(not(target_os = "macos"))]
mod proxy_tls;
mod secrecy;
#[cfg(not(target_os = "macos"))]
mod secure_server;
mod settings;
#[cfg_attr(
    target_os = "macos",
    expect(dead_code, reason = "the tests with TLS are left out there")
)]
mod test_proxy;
#[cfg(not(target_os = "macos"))]
mod tls;
mod ukraine;
mod ukraine_tokens;
#[cfg(not(target_os = "macos"))]
mod updates;

use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use keydesk_core::clock::{Clock, SetClock};
use keydesk_core::model::Failure;
use keydesk_core::nova_post::{Answered, BaseUrl, Limits, Sandbox, TestKey, testing};
use keydesk_core::phone::{SandboxDigits, Verdict, check};
use keydesk_core::secret::{ApiKey, Jwt};
use reqwest::ClientBuilder;
use serde_json::json;

const KEY: &str = "99dde7bdce11414efc2f1c10ddbfd42da8ce4bf2";
const TOKEN: &str = "eyJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJub3ZhIn0.c2lnbmF0dXJl";
const NUMBER: &str = "498213437654";

/// The call under test.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Call {
    CreateTestKey,
    Authorize,
    CountCurrencies,
}

const CALLS: [Call; 3] = [Call::CreateTestKey, Call::Authorize, Call::CountCurrencies];

impl Call {
    /// The call's name in the log.
    fn name(self) -> &'static str {
        match self {
            Self::CreateTestKey => "create_test_key",
            Self::Authorize => "authorize",
            Self::CountCurrencies => "count_currencies",
        }
    }
}

/// Makes the call and returns only whether it succeeded.
async fn outcome(call: Call, client: &Sandbox) -> Result<(), Failure> {
    match call {
        Call::CreateTestKey => create_test_key(client).await.map(drop),
        Call::Authorize => client.nova_post().authorize(&key()).await.map(drop),
        Call::CountCurrencies => client.nova_post().count_currencies(&token()).await.map(drop),
    }
}

async fn create_test_key(client: &Sandbox) -> Result<Answered<TestKey>, Failure> {
    client.create_test_key(&digits()).await
}

fn digits() -> SandboxDigits {
    match check(NUMBER, None) {
        Verdict::Ready { number } => number.digits,
        other => panic!("{NUMBER} is not ready: {other:?}"),
    }
}

fn key() -> ApiKey {
    ApiKey::new(KEY.to_owned()).unwrap()
}

fn token() -> Jwt {
    Jwt::new(TOKEN.to_owned()).unwrap()
}

/// The body of a documented answer with status 200.
fn good_body(call: Call) -> String {
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

fn time(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

/// This computer's clock. It differs from the time of every answer.
fn clock() -> Arc<dyn Clock> {
    Arc::new(SetClock::at(time("2026-06-01T12:00:00Z")))
}

/// The real limits, but with hardly any pause between attempts.
fn without_pauses() -> Limits {
    Limits { pause: Duration::from_millis(1), ..Limits::default() }
}

fn client_with(base: &str, limits: Limits) -> Sandbox {
    Sandbox::with_limits(BaseUrl::parse(base).unwrap(), limits, clock()).unwrap()
}

/// A client whose HTTP client is changed in some way.
fn changed_client(base: BaseUrl, change: impl FnOnce(ClientBuilder) -> ClientBuilder) -> Sandbox {
    let limits = without_pauses();
    let http = change(testing::client_builder(&base, &limits)).build().unwrap();
    testing::sandbox_with(base, limits, http, clock())
}
