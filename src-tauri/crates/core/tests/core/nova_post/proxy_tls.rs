//! TLS through real proxies on loopback.

use std::sync::atomic::{AtomicBool, Ordering};

use keydesk_core::model::{Failure, ProxyReason};
use keydesk_core::nova_post::proxy::{Exceptions, Proxies, ProxySettings, Subdomains};

use super::fault_server::answer;
use super::proxy::{HTML, sandbox};
use super::secrecy::holds_no_secret;
use super::secure_server::{Authority, SecureServer};
use super::test_proxy::{NAME, PASSWORD, Rule, TestProxy, refusal};
use super::{CALLS, Call, good_body, outcome};

const HOST: &str = "api-stage.novapost.pl";

/// Nova Post, as this computer knows it.
async fn nova_post(authority: &Authority, call: Call) -> SecureServer {
    let certificate = authority.issue(&[HOST], 2020..2100);
    SecureServer::start(certificate, answer(200, "", &good_body(call))).await
}

#[tokio::test]
async fn a_call_goes_through_an_open_proxy_which_sees_no_secret() {
    let authority = Authority::new();
    for call in CALLS {
        let server = nova_post(&authority, call).await;
        let proxy = TestProxy::start(Rule::Open, server.port).await;
        let client = sandbox(proxy.settings("http", ""), |http| authority.trusted(http));
        assert_eq!(outcome(call, &client).await, Ok(()));
        let [request] = proxy.requests().try_into().unwrap();
        assert!(request.starts_with(&format!("CONNECT {HOST}:443 HTTP/1.1\r\n")), "{request}");
        holds_no_secret(&request);
        holds_no_secret(&String::from_utf8_lossy(&server.wire()));
    }
}

#[tokio::test]
async fn a_name_and_a_password_in_the_proxys_address_are_used() {
    let authority = Authority::new();
    let server = nova_post(&authority, Call::Authorize).await;
    let proxy = TestProxy::start(Rule::Basic, server.port).await;
    for (sign_in, expected) in [
        ("anna:p%40ss%20word@", Ok(())),
        ("anna:p@ss word@", Ok(())),
        ("FIRMA\\anna:wrong@", Err(ProxyReason::SignInRefused)),
        ("anna:wrong@", Err(ProxyReason::SignInRefused)),
        ("", Err(ProxyReason::SignIn)),
    ] {
        let settings = proxy.settings("http", sign_in);
        let client = sandbox(settings, |http| authority.trusted(http));
        let expected = expected.map_err(|reason| Failure::ProxyNeeded { reason });
        assert_eq!(outcome(Call::Authorize, &client).await, expected, "{sign_in}");
        let printed = format!("{client:?}");
        assert!(!printed.contains("anna") && !printed.contains("wrong"), "{printed}");
    }
}

#[tokio::test]
async fn a_proxy_that_opens_tls_with_its_own_authority_is_not_trusted() {
    let authority = Authority::new();
    for call in CALLS {
        let interceptor = nova_post(&Authority::new(), call).await;
        let proxy = TestProxy::start(Rule::Open, interceptor.port).await;
        let client = sandbox(proxy.settings("http", ""), |http| authority.trusted(http));
        assert_eq!(outcome(call, &client).await, Err(Failure::TlsUntrusted));
        assert_eq!(interceptor.requests(), [], "a request was sent to the interceptor");
    }
}

#[tokio::test]
async fn a_filter_whose_authority_is_trusted_answers_a_page() {
    let authority = Authority::new();
    for status in [200, 403, 502, 511] {
        let certificate = authority.issue(&[HOST], 2020..2100);
        let page = answer(status, HTML, "<html>Blocked</html>");
        let filter = SecureServer::start(certificate, page).await;
        let proxy = TestProxy::start(Rule::Open, filter.port).await;
        let client = sandbox(proxy.settings("http", ""), |http| authority.trusted(http));
        let outcome = outcome(Call::CreateTestKey, &client).await;
        assert_eq!(outcome, Err(Failure::NetworkPage { status }));
    }
}

#[tokio::test]
async fn a_socks_proxy_is_used_and_resolves_the_name() {
    let authority = Authority::new();
    for (asks, sign_in, expected) in [
        (false, "", Ok(())),
        (true, "", Err(ProxyReason::SignIn)),
        (true, "anna:wrong@", Err(ProxyReason::SignInRefused)),
        (true, "anna:p%40ss%20word@", Ok(())),
        (false, "anna:p%40ss%20word@", Err(ProxyReason::SignInUnsupported)),
    ] {
        assert!(sign_in.is_empty() || sign_in.starts_with(NAME) && PASSWORD.contains('@'));
        let server = nova_post(&authority, Call::Authorize).await;
        let proxy = TestProxy::socks(asks, server.port).await;
        let settings = proxy.settings("socks5h", sign_in);
        let client = sandbox(settings, |http| authority.trusted(http));
        let expected = expected.map_err(|reason| Failure::ProxyNeeded { reason });
        assert_eq!(outcome(Call::Authorize, &client).await, expected, "{asks} {sign_in}");
        if expected.is_ok() {
            assert_eq!(proxy.requests(), [HOST]);
        }
    }
}

#[tokio::test]
async fn a_host_among_the_exceptions_is_reached_without_the_proxy() {
    let authority = Authority::new();
    let server = nova_post(&authority, Call::Authorize).await;
    let proxy = TestProxy::start(refusal("403 Forbidden", HTML, "<html>"), 0).await;
    let settings = proxy.settings("http", "").settings();
    for (exception, expected) in
        [("novapost.pl", Ok(())), ("novapost.com", Err(Failure::NetworkPage { status: 403 }))]
    {
        let exceptions = Exceptions::new([exception], Subdomains::Included);
        let settings = ProxySettings { exceptions, ..settings.clone() };
        let client = sandbox(Proxies::new(move || settings.clone()), |http| {
            authority.trusted(http).dns_resolver(server.resolver())
        });
        assert_eq!(outcome(Call::Authorize, &client).await, expected, "{exception}");
    }
}

#[tokio::test]
async fn a_change_of_the_settings_counts_at_the_next_try() {
    static IS_SET: AtomicBool = AtomicBool::new(false);
    let authority = Authority::new();
    let server = nova_post(&authority, Call::Authorize).await;
    let open = TestProxy::start(Rule::Open, server.port).await;
    let closed = TestProxy::start(refusal("403 Forbidden", HTML, "<html>"), 0).await;
    let [right, wrong] = [&open, &closed].map(|proxy| proxy.settings("http", "").settings());
    let settings =
        Proxies::new(
            move || {
                if IS_SET.load(Ordering::Relaxed) { right.clone() } else { wrong.clone() }
            },
        );
    let client = sandbox(settings, |http| authority.trusted(http));
    let first = outcome(Call::Authorize, &client).await;
    assert_eq!(first, Err(Failure::NetworkPage { status: 403 }));
    IS_SET.store(true, Ordering::Relaxed);
    assert_eq!(outcome(Call::Authorize, &client).await, Ok(()));
}
