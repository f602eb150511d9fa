//! Which hosts get a key, a token or a phone number, and what else a request contains.

use keydesk_core::model::Failure;
use keydesk_core::nova_post::{BaseUrl, Limits, Sandbox, testing};

use super::fault_server::{FaultServer, answer};
use super::secrecy::holds_no_secret;
use super::secure_server::{Authority, Resolver, SecureServer};
use super::{CALLS, Call, KEY, NUMBER, TOKEN, changed_client, good_body, outcome};

const SANDBOX: &str = "api-stage.novapost.pl";
const PRODUCTION: &str = "api.novapost.com";
const CONFIGURED: &str = "nova-post.example";
const ELSEWHERE: &str = "elsewhere.example";

/// The base addresses that the app uses, each with its host.
fn addresses() -> [(BaseUrl, &'static str); 3] {
    [
        (BaseUrl::sandbox(), SANDBOX),
        (BaseUrl::production(), PRODUCTION),
        (BaseUrl::parse(&format!("https://{CONFIGURED}/v.1.0/")).unwrap(), CONFIGURED),
    ]
}

/// A client for which every host name leads to `server`, and the resolver that records the names.
fn client_of(base: BaseUrl, server: &SecureServer, authority: &Authority) -> (Sandbox, Resolver) {
    let resolver = server.resolver();
    let names = resolver.clone();
    let client =
        changed_client(base, |http| authority.trusted(http).no_proxy().dns_resolver(resolver));
    (client, names)
}

/// A server that is trusted for all hosts of these tests.
async fn server_of_all_hosts(
    authority: &Authority,
    status: u16,
    headers: &str,
    body: &str,
) -> SecureServer {
    let certificate = authority.issue(&[SANDBOX, PRODUCTION, CONFIGURED, ELSEWHERE], 2020..2100);
    SecureServer::start(certificate, answer(status, headers, body)).await
}

/// The secret in the request of a call.
fn secret_of(call: Call) -> &'static str {
    match call {
        Call::CreateTestKey => NUMBER,
        Call::Authorize => KEY,
        Call::CountCurrencies => TOKEN,
    }
}

#[tokio::test]
async fn a_secret_is_sent_to_the_host_of_its_address_only() {
    let authority = Authority::new();
    for (base, host) in addresses() {
        for call in CALLS {
            let server = server_of_all_hosts(&authority, 200, "", &good_body(call)).await;
            let (client, names) = client_of(base.clone(), &server, &authority);
            assert_eq!(outcome(call, &client).await, Ok(()));
            assert_eq!(names.names(), [host]);
            let [request] = server.requests().try_into().unwrap();
            assert_eq!(request.server_name.as_deref(), Some(host));
            assert!(request.text.contains(&format!("\r\nhost: {host}\r\n")));
            assert!(request.text.contains(secret_of(call)));
        }
    }
}

#[tokio::test]
async fn an_eavesdropper_cannot_read_a_secret() {
    let authority = Authority::new();
    for call in CALLS {
        let server = server_of_all_hosts(&authority, 200, "", &good_body(call)).await;
        let (client, _) = client_of(BaseUrl::sandbox(), &server, &authority);
        assert_eq!(outcome(call, &client).await, Ok(()));
        let wire = String::from_utf8_lossy(&server.wire()).into_owned();
        assert!(wire.contains(SANDBOX), "the host name is readable, so the bytes were recorded");
        holds_no_secret(&wire);
    }
}

#[tokio::test]
async fn a_client_for_https_sends_nothing_over_plain_http() {
    let plain = FaultServer::always(answer(200, "", "")).await;
    for (base, _) in addresses() {
        let http = testing::client_builder(&base, &Limits::default()).no_proxy().build().unwrap();
        assert!(http.get(plain.address()).send().await.is_err());
    }
    assert_eq!(plain.attempts(), 0);
}

#[tokio::test]
async fn no_redirect_is_followed_to_any_host() {
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
            let server = server_of_all_hosts(&authority, status, &location, "").await;
            for (earlier, call) in CALLS.into_iter().enumerate() {
                let (client, names) = client_of(BaseUrl::sandbox(), &server, &authority);
                let outcome = outcome(call, &client).await;
                assert_eq!(outcome, Err(Failure::RedirectRefused), "{status} {target}");
                assert_eq!(
                    (names.names(), server.requests().len()),
                    (vec![SANDBOX.into()], earlier + 1)
                );
            }
        }
    }
}

/// So there are no cookies, no referrer, no languages and no name of the system.
#[tokio::test]
async fn a_request_has_only_the_headers_that_it_needs() {
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
