//! Real proxies on loopback between the app and Nova Post that refuse: they ask for a sign-in, answer
//! pages, or say nothing.

use std::time::Duration;

use keydesk_core::model::{Failure, ProxyReason};
use keydesk_core::nova_post::proxy::{Proxies, ProxySettings};
use keydesk_core::nova_post::testing::sandbox_behind;
use keydesk_core::nova_post::{BaseUrl, Limits, Sandbox};
use reqwest::ClientBuilder;

use super::secrecy::holds_no_secret;
use super::test_proxy::{Rule, TestProxy, refusal};
use super::{CALLS, Call, clock, outcome, without_pauses};

const SANDBOX: &str = "https://api-stage.novapost.pl/v.1.0/";
pub(super) const HTML: &str = "content-type: text/html\r\n";

pub(super) fn sandbox(
    proxies: Proxies,
    change: impl FnOnce(ClientBuilder) -> ClientBuilder,
) -> Sandbox {
    within(without_pauses(), proxies, change)
}

fn within(
    limits: Limits,
    proxies: Proxies,
    change: impl FnOnce(ClientBuilder) -> ClientBuilder,
) -> Sandbox {
    let base = BaseUrl::parse(SANDBOX).unwrap();
    sandbox_behind(proxies, base, limits, clock(), change).unwrap()
}

/// How often the requests had a name and a password.
fn sign_ins(requests: &[String]) -> usize {
    let has =
        |request: &&String| request.to_lowercase().contains("\r\nproxy-authorization: basic ");
    requests.iter().filter(has).count()
}

/// The failure behind a proxy that refuses every tunnel.
async fn behind(rule: Rule, sign_in: &str) -> Failure {
    let proxy = TestProxy::start(rule, 0).await;
    let client = sandbox(proxy.settings("http", sign_in), |http| http);
    let mut failures = Vec::new();
    for call in CALLS {
        failures.push(outcome(call, &client).await.unwrap_err());
    }
    for request in proxy.requests() {
        assert!(request.starts_with("CONNECT api-stage.novapost.pl:443 HTTP/1.1\r\n"), "{request}");
        holds_no_secret(&request);
    }
    assert_eq!(proxy.requests().len(), 2 * CALLS.len(), "what is refused is not asked for again");
    assert!(failures.iter().all(|failure| *failure == failures[0]), "{failures:?}");
    failures.swap_remove(0)
}

#[tokio::test]
async fn a_proxy_says_which_sign_in_it_wants() {
    use ProxyReason::{SignIn, SignInRefused, SignInUnsupported};

    for (challenges, without, with) in [
        (&["Basic realm=\"x\""][..], SignIn, SignInRefused),
        (&["NTLM"], SignInUnsupported, SignInUnsupported),
        (&["Negotiate", "NTLM"], SignInUnsupported, SignInUnsupported),
        (&["Negotiate, NTLM, Basic realm=\"x\""], SignIn, SignInRefused),
        (&["Digest realm=\"Basic\", nonce=\"x\""], SignInUnsupported, SignInUnsupported),
        (&[], SignIn, SignInRefused),
    ] {
        let header = |text: &&str| format!("Proxy-Authenticate: {text}\r\n");
        let headers = challenges.iter().map(header).collect::<Vec<_>>().concat();
        // A page beside the question does not hide it.
        for body in ["", "<html>Please sign in</html>"] {
            if challenges.is_empty() && !body.is_empty() {
                continue;
            }
            let refused = refusal("407 Proxy Authentication Required", &headers, body);
            let failure = behind(refused.clone(), "").await;
            assert_eq!(failure, Failure::ProxyNeeded { reason: without }, "{challenges:?} {body}");
            let failure = behind(refused, "anna:word@").await;
            assert_eq!(failure, Failure::ProxyNeeded { reason: with }, "{challenges:?} {body}");
        }
    }
}

#[tokio::test]
async fn a_refused_password_is_sent_once_and_an_accepted_one_with_every_question() {
    for (rule, times) in [
        (Rule::Basic, 1),
        (refusal("407 Proxy Authentication Required", "proxy-authenticate: NTLM\r\n", ""), 1),
        (refusal("403 Forbidden", HTML, "<html>"), 2),
    ] {
        let proxy = TestProxy::start(rule, 0).await;
        let client = sandbox(proxy.settings("http", "anna:wrong@"), |http| http);
        assert!(outcome(Call::Authorize, &client).await.is_err());
        assert_eq!(proxy.requests().len(), 2);
        assert_eq!(sign_ins(&proxy.requests()), times);
    }
}

#[tokio::test]
async fn a_page_in_place_of_a_tunnel_is_a_page_of_the_network_with_any_status() {
    const PAGE: &str = "<html>Blocked</html>";
    let chunked = format!("{HTML}transfer-encoding: chunked\r\n\r\n14\r\n{PAGE}\r\n0\r\n\r\n");
    for (status, line) in [
        (200, "200 OK"),
        (400, "400 Bad Request"),
        (403, "403 Forbidden"),
        (404, "404 Not Found"),
        (407, "407 Proxy Authentication Required"),
        (451, "451 Unavailable For Legal Reasons"),
        (500, "500 Internal Server Error"),
        (502, "502 Bad Gateway"),
        (503, "503 Service Unavailable"),
        (504, "504 Gateway Time-out"),
        (511, "511 Network Authentication Required"),
    ] {
        for rule in [
            refusal(line, HTML, PAGE),
            refusal(line, "", "\u{FEFF}<html>"),
            refusal(line, "content-type: text/plain\r\n", "Blocked by policy"),
            Rule::Refuse(format!("HTTP/1.1 {line}\r\n{chunked}")),
            Rule::Refuse(format!("HTTP/1.0 {line}\r\n\r\n{PAGE}")),
        ] {
            assert_eq!(behind(rule, "").await, Failure::NetworkPage { status }, "{line}");
        }
    }
}

#[tokio::test]
async fn other_refusals_of_a_proxy_have_their_own_failures() {
    for (line, failure) in [
        ("302 Found", Failure::RedirectRefused),
        ("511 Network Authentication Required", Failure::NetworkPage { status: 511 }),
    ] {
        assert_eq!(behind(refusal(line, "", ""), "").await, failure, "{line}");
    }
}

#[tokio::test]
async fn a_proxy_that_gives_no_reason_is_asked_again_and_nova_post_is_unreachable() {
    for rule in [
        refusal("403 Forbidden", "", ""),
        refusal("502 Bad Gateway", HTML, ""),
        Rule::Refuse("220 mail.example ESMTP\r\n".to_owned()),
        Rule::Refuse(String::new()),
    ] {
        let proxy = TestProxy::start(rule, 0).await;
        let client = sandbox(proxy.settings("http", ""), |http| http);
        for call in CALLS {
            assert_eq!(outcome(call, &client).await, Err(Failure::Unreachable));
        }
    }
}

#[tokio::test]
async fn a_proxy_that_sends_a_page_and_then_nothing_is_recognized_in_time() {
    let limits = Limits { connect: Duration::from_millis(200), ..without_pauses() };
    for (answer, status) in [
        ("HTTP/1.1 403 Forbidden\r\ncontent-length: 900\r\n\r\n<html>Blo", 403),
        ("HTTP/1.1 200 OK\r\ncontent-length: 900\r\n\r\n<html>Blo", 200),
    ] {
        let proxy = TestProxy::start(Rule::Stall(answer.to_owned()), 0).await;
        let client = within(limits, proxy.settings("http", ""), |http| http);
        let outcome = outcome(Call::CreateTestKey, &client).await;
        assert_eq!(outcome, Err(Failure::NetworkPage { status }));
    }
}

#[tokio::test]
async fn without_a_connection_a_script_that_chooses_the_proxy_is_named() {
    let unused = TestProxy::start(Rule::Refuse(String::new()), 0).await;
    let settings = unused.settings("http", "");
    drop(unused);
    let address = settings.settings().proxy;
    for script in [true, false] {
        let proxy = address.clone();
        let settings = move || ProxySettings { proxy: proxy.clone(), script, ..Default::default() };
        let client = sandbox(Proxies::new(settings), |http| http);
        let expected = if script {
            Failure::ProxyNeeded { reason: ProxyReason::Script }
        } else {
            Failure::Unreachable
        };
        assert_eq!(outcome(Call::CreateTestKey, &client).await, Err(expected));
    }
}
