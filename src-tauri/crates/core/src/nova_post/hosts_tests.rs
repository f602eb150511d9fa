//! Who gets to know a key, a token or a number, and what else a request tells.

use super::answer_tests::{CALLS, KEY, TOKEN, good_body, outcome};
use super::fault_server::{FaultServer, answer};
use super::network_tests::client_of;
use super::refusal::Call;
use super::secrecy_tests::{NUMBER, holds_no_secret};
use super::secure_server::{Authority, Names, SecureServer};
use super::{BaseUrl, NovaPost, Sandbox};
use crate::model::Failure;

const SANDBOX: &str = "api-stage.novapost.pl";
const PRODUCTION: &str = "api.novapost.com";
const CONFIGURED: &str = "nova-post.example";
const ELSEWHERE: &str = "elsewhere.example";

/// The addresses that the app talks to, each with its host.
fn addresses() -> [(BaseUrl, &'static str); 3] {
    [
        (BaseUrl::sandbox(), SANDBOX),
        (BaseUrl::production(), PRODUCTION),
        (BaseUrl::parse(&format!("https://{CONFIGURED}/v.1.0/")).unwrap(), CONFIGURED),
    ]
}

/// A client in a world where everybody is `server`, and what it looked up there.
fn in_a_small_world(
    base: BaseUrl,
    server: &SecureServer,
    authority: &Authority,
) -> (Sandbox, Names) {
    let names = server.under_any_name();
    let directory = names.clone();
    let client =
        client_of(base, |client| authority.trusted(client).no_proxy().dns_resolver(directory));
    (client, names)
}

async fn everybody(authority: &Authority, status: u16, headers: &str, body: &str) -> SecureServer {
    let papers = authority.vouch(&[SANDBOX, PRODUCTION, CONFIGURED, ELSEWHERE], 2020..2100);
    SecureServer::start(papers, answer(status, headers, body)).await
}

/// What of a call is nobody else's business.
fn secret_of(call: Call) -> &'static str {
    match call {
        Call::CreateTestKey => NUMBER,
        Call::Authorize => KEY,
        Call::CountCurrencies => TOKEN,
    }
}

#[tokio::test]
async fn a_secret_goes_to_the_host_of_its_address_and_to_no_other() {
    let authority = Authority::new();
    for (base, host) in addresses() {
        for call in CALLS {
            let server = everybody(&authority, 200, "", &good_body(call)).await;
            let (client, names) = in_a_small_world(base.clone(), &server, &authority);
            assert_eq!(outcome(call, &client).await, Ok(()));
            assert_eq!(names.asked(), [host]);
            let [heard] = server.heard().try_into().unwrap();
            assert_eq!(heard.name.as_deref(), Some(host));
            assert!(heard.request.contains(&format!("\r\nhost: {host}\r\n")));
            assert!(heard.request.contains(secret_of(call)));
        }
    }
}

#[tokio::test]
async fn nobody_on_the_way_can_read_a_secret() {
    let authority = Authority::new();
    for call in CALLS {
        let server = everybody(&authority, 200, "", &good_body(call)).await;
        let (client, _) = in_a_small_world(BaseUrl::sandbox(), &server, &authority);
        assert_eq!(outcome(call, &client).await, Ok(()));
        let wire = String::from_utf8_lossy(&server.wire()).into_owned();
        assert!(wire.contains(SANDBOX), "the name can be read, so it was listened to");
        holds_no_secret(&wire);
    }
}

#[tokio::test]
async fn where_a_connection_is_secure_nothing_is_sent_in_plain() {
    let plain = FaultServer::always(answer(200, "", "")).await;
    for (base, _) in addresses() {
        let Sandbox(NovaPost { http, .. }) = client_of(base, reqwest::ClientBuilder::no_proxy);
        assert!(http.get(plain.address()).send().await.is_err());
    }
    assert_eq!(plain.attempts(), 0);
}

#[tokio::test]
async fn no_redirect_takes_a_request_anywhere() {
    let authority = Authority::new();
    for target in [
        format!("https://{ELSEWHERE}/v.1.0/"),
        format!("https://{ELSEWHERE}/v.1.0/clients/authorization?apiKey={KEY}"),
        format!("https://{PRODUCTION}/v.1.0/"),
        format!("http://{SANDBOX}/v.1.0/"),
        format!("//{ELSEWHERE}/"),
        "/v.1.0/elsewhere".to_owned(),
    ] {
        let location = format!("location: {target}\r\nrefresh: 0; url={target}\r\n");
        for status in [300, 301, 302, 303, 307, 308] {
            let server = everybody(&authority, status, &location, "").await;
            for (already, call) in CALLS.into_iter().enumerate() {
                let (client, names) = in_a_small_world(BaseUrl::sandbox(), &server, &authority);
                let outcome = outcome(call, &client).await;
                assert_eq!(outcome, Err(Failure::RedirectRefused), "{status} {target}");
                assert_eq!(
                    (names.asked(), server.heard().len()),
                    (vec![SANDBOX.into()], already + 1)
                );
            }
        }
    }
}

/// So there are no cookies, no referrer, no languages and no system.
#[tokio::test]
async fn a_request_tells_nothing_but_what_it_asks() {
    for call in CALLS {
        let server = FaultServer::always(answer(200, "", &good_body(call))).await;
        assert_eq!(outcome(call, &server.client()).await, Ok(()));
        let [request] = server.requests().try_into().unwrap();
        let (head, _body) = request.split_once("\r\n\r\n").unwrap();
        let lines = head.split("\r\n").skip(1);
        let mut names: Vec<_> = lines.map(|line| line.split_once(':').unwrap().0).collect();
        names.sort_unstable();
        let more: &[&str] = match call {
            Call::CreateTestKey => &["content-length", "content-type"],
            Call::Authorize => &[],
            Call::CountCurrencies => &["authorization"],
        };
        let mut expected = [&["accept", "host", "user-agent"], more].concat();
        expected.sort_unstable();
        assert_eq!(names, expected);
    }
}
