//! The connection check against servers and proxies on loopback, each with its fault.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use keydesk_core::clock::{Clock, SetClock};
use keydesk_core::model::ConnectionFinding as Found;
use keydesk_core::model::ConnectionTopic as Topic;
use keydesk_core::model::ConnectionVerdict::{Bad, Good, Look};
use keydesk_core::model::{
    CertificateTrust, ConnectionLine, ConnectionVerdict, Failure, HostCertificate, ProxyReason,
    ProxySource,
};
use keydesk_core::nova_post::proxy::{Proxies, ProxySettings};
use keydesk_core::nova_post::{BaseUrl, ConnectionCheck, Limits, OnLine, Trust, testing};
use tokio::io::{AsyncReadExt, AsyncWriteExt, copy};
use tokio::net::{TcpListener, TcpStream};

use super::fault_server::{Act, FaultServer, answer};
use super::proxy::HTML;
use super::secure_server::{Authority, Certificate, SecureServer};
use super::test_proxy::{NAME, PASSWORD, Rule, TestProxy, refusal};
use super::{time, without_pauses};

/// What Nova Post answers to authorization without a key.
const NO_KEY: &str = r#"{"errors":{"errorMessage":"The api key field is required."}}"#;
const NOW: &str = "2026-06-01T12:00:00Z";
const DATE: &str = "date: Mon, 01 Jun 2026 12:00:09 GMT\r\n";

/// The authorities of a test.
struct Authorities {
    public: Authority,
    company: Authority,
}

impl Authorities {
    fn new() -> Self {
        Self { public: Authority::named("Public CA"), company: Authority::named("Firma GmbH") }
    }

    fn trust(&self) -> Trust {
        let (public, company) = (self.public.certificate(), self.company.certificate());
        Trust::of(&[public.clone(), company], &[public]).unwrap()
    }
}

fn direct() -> Proxies {
    Proxies::new(ProxySettings::default)
}

/// The lines of a check in which all three addresses are this one.
async fn check(address: &str, proxies: Proxies, authorities: &Authorities) -> Vec<ConnectionLine> {
    let base = BaseUrl::parse(address).unwrap();
    check_at([base.clone(), base.clone(), base], proxies, authorities).await
}

async fn check_at(
    addresses: [BaseUrl; 3],
    proxies: Proxies,
    authorities: &Authorities,
) -> Vec<ConnectionLine> {
    let clock: Arc<dyn Clock> = Arc::new(SetClock::at(time(NOW)));
    let limits = Limits { attempt: Duration::from_secs(11), ..without_pauses() };
    let (of_clients, of_proxies) = (Arc::clone(&clock), proxies.clone());
    let roots = [&authorities.public, &authorities.company]
        .map(|authority| reqwest::Certificate::from_der(&authority.certificate()).unwrap());
    let make_clients = move |addresses: &[BaseUrl]| {
        let of = |address: &BaseUrl| {
            let is_plain = address.as_str().starts_with("http:");
            let roots = roots.clone().into_iter().filter(|_| !is_plain);
            let client = testing::sandbox_behind(
                of_proxies.clone(),
                address.clone(),
                limits,
                Arc::clone(&of_clients),
                |http| http.tls_certs_merge(roots),
            );
            client.unwrap().nova_post().clone()
        };
        Ok(addresses.iter().map(of).collect())
    };
    let lines = Arc::new(Mutex::new(Vec::new()));
    let recorded = Arc::clone(&lines);
    let on_line: OnLine = Arc::new(move |line| recorded.lock().unwrap().push(line));
    ConnectionCheck::new(addresses, proxies, clock)
        .with(authorities.trust(), make_clients)
        .run(&on_line)
        .await;
    let lines = lines.lock().unwrap().clone();
    lines
}

#[track_caller]
fn line(lines: &[ConnectionLine], topic: Topic) -> (ConnectionVerdict, Found) {
    let mut of_topic = lines.iter().filter(|line| line.topic == topic);
    let found = of_topic.next().unwrap_or_else(|| panic!("there is no line {topic:?}"));
    assert_eq!(of_topic.next(), None, "{topic:?} has two lines");
    (found.verdict, found.found.clone())
}

fn failed(failure: Failure) -> Found {
    Found::Failed { failure }
}

async fn secure(certificate: Certificate) -> SecureServer {
    SecureServer::start(certificate, answer(401, DATE, NO_KEY)).await
}

#[tokio::test]
async fn a_server_on_this_computer_that_refuses_a_missing_key_is_good() {
    let server = FaultServer::always(answer(401, DATE, NO_KEY)).await;
    let lines = check(&server.address(), direct(), &Authorities::new()).await;
    assert_eq!(lines.len(), 8);
    for topic in [Topic::Names, Topic::Proxy, Topic::Certificates] {
        assert_eq!(line(&lines, topic), (Good, Found::OnThisComputer));
    }
    assert_eq!(line(&lines, Topic::Route), (Good, Found::RouteOpen));
    assert_eq!(line(&lines, Topic::Clock), (Good, Found::ClockRight));
    assert_eq!(line(&lines, Topic::Sandbox), (Good, Found::Answers));
    assert_eq!(line(&lines, Topic::Production), (Good, Found::Answers));
    // The check of the route sends nothing.
    for request in server.requests().into_iter().filter(|request| !request.is_empty()) {
        let is_harmless = request.starts_with("GET /v.1.0/clients/authorization HTTP/1.1")
            || request.contains(r#""apiKey":"""#);
        assert!(is_harmless, "{request}");
    }
}

#[tokio::test]
async fn ukraine_answers_with_status_200_also_without_a_key() {
    let answered =
        r#"{"success":false,"errors":["API key is empty"],"errorCodes":["20000200069"]}"#;
    let server = FaultServer::always(answer(200, "", answered)).await;
    let lines = check(&server.address(), direct(), &Authorities::new()).await;
    assert_eq!(line(&lines, Topic::Ukraine), (Good, Found::Answers));
    let unknown = failed(Failure::AnswerUnreadable { status: 200 });
    assert_eq!(line(&lines, Topic::Production), (Look, unknown));
}

#[tokio::test]
async fn a_name_that_nobody_knows_is_bad() {
    let hosts = ["https://sandbox.nova-post.invalid/", "https://nova-post.invalid/"];
    let [sandbox, production] = hosts.map(|host| BaseUrl::parse(host).unwrap());
    let bases = [sandbox, production.clone(), production];
    let lines = check_at(bases, direct(), &Authorities::new()).await;
    let hosts = vec!["sandbox.nova-post.invalid".to_owned(), "nova-post.invalid".to_owned()];
    let names = Found::NamesMissing { hosts: hosts.clone() };
    assert_eq!(line(&lines, Topic::Names), (Bad, names));
    let route = Found::RouteClosed { hosts, failure: Failure::Offline };
    assert_eq!(line(&lines, Topic::Route), (Bad, route));
    assert_eq!(line(&lines, Topic::Sandbox), (Bad, failed(Failure::Offline)));
    assert_eq!(line(&lines, Topic::Certificates), (Bad, Found::NoResult));
    assert_eq!(line(&lines, Topic::Clock), (Look, Found::ClockUnknown));
}

#[tokio::test]
async fn a_server_that_refuses_connections_cannot_be_reached() {
    let free = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap();
    let lines = check(&format!("https://{free}/"), direct(), &Authorities::new()).await;
    let route = Found::RouteClosed { hosts: vec![free.to_string()], failure: Failure::Unreachable };
    assert_eq!(line(&lines, Topic::Route), (Bad, route));
    assert_eq!(line(&lines, Topic::Production), (Bad, failed(Failure::Unreachable)));
}

#[tokio::test]
async fn each_fault_of_a_certificate_is_named_with_its_issuer() {
    use CertificateTrust::{Added, Expired, NotYetValid, OtherHost, Public, UnknownIssuer};

    let authorities = Authorities::new();
    let (public, company) = (&authorities.public, &authorities.company);
    let here = &["127.0.0.1"][..];
    let stranger = Authority::named("Stranger");
    for (certificate, issuer, year, trust, verdict) in [
        (public.issue(here, 2020..2100), Some("Public CA"), 2100, Public, Good),
        (company.issue(here, 2020..2100), Some("Firma GmbH"), 2100, Added, Look),
        (public.issue(here, 2020..2021), Some("Public CA"), 2021, Expired, Bad),
        (public.issue(here, 2098..2100), Some("Public CA"), 2100, NotYetValid, Bad),
        (public.issue(&["nova-post.example"], 2020..2100), Some("Public CA"), 2100, OtherHost, Bad),
        (stranger.issue(here, 2020..2100), Some("Stranger"), 2100, UnknownIssuer, Bad),
    ] {
        let server = secure(certificate).await;
        let host = format!("127.0.0.1:{}", server.port);
        let lines = check(&format!("https://{host}/"), direct(), &authorities).await;
        let certificate = HostCertificate {
            host,
            issuer: issuer.map(str::to_owned),
            valid_until: Some(time(&format!("{year}-01-01T00:00:00Z"))),
            trust,
        };
        let found = Found::Certificates { hosts: vec![certificate] };
        assert_eq!(line(&lines, Topic::Certificates), (verdict, found), "{trust:?}");
        let is_trusted = verdict != Bad;
        let answered = if is_trusted { Found::Answers } else { failed(Failure::TlsUntrusted) };
        assert_eq!(line(&lines, Topic::Sandbox).1, answered, "{trust:?}");
        assert_eq!(server.requests().is_empty(), !is_trusted, "a request reached {trust:?}");
    }
}

#[tokio::test]
async fn a_proxy_that_opens_encrypted_connections_is_noticed() {
    let authorities = Authorities::new();
    let host = "api.novapost.com";
    let interceptor = secure(authorities.company.issue(&[host], 2020..2100)).await;
    let proxy = TestProxy::start(Rule::Open, interceptor.port).await;
    let proxies = proxy.settings("http", "");
    let lines = check(&format!("https://{host}/v.1.0/"), proxies, &authorities).await;
    let (verdict, Found::Certificates { hosts }) = line(&lines, Topic::Certificates) else {
        panic!("{lines:?}");
    };
    assert_eq!((verdict, hosts[0].trust), (Look, CertificateTrust::Added));
    assert_eq!(hosts[0].issuer.as_deref(), Some("Firma GmbH"));
    assert_eq!(line(&lines, Topic::Names), (Good, Found::NamesByProxy));
    assert!(matches!(line(&lines, Topic::Route), (Good, Found::RouteToProxy { .. })));
    assert_eq!(line(&lines, Topic::Production), (Good, Found::Answers));
}

#[tokio::test]
async fn a_proxy_says_what_it_needs_and_its_name_and_password_are_not_shown() {
    let ntlm = refusal("407 Proxy Authentication Required", "proxy-authenticate: NTLM\r\n", "");
    for (rule, sign_in, reason) in [
        (Rule::Basic, "", Some(ProxyReason::SignIn)),
        (Rule::Basic, "anna:wrong@", Some(ProxyReason::SignInRefused)),
        (Rule::Basic, "anna:p%40ss%20word@", None),
        (ntlm, "anna:p%40ss%20word@", Some(ProxyReason::SignInUnsupported)),
    ] {
        let authorities = Authorities::new();
        let server = secure(authorities.public.issue(&["api.novapost.com"], 2020..2100)).await;
        let proxy = TestProxy::start(rule, server.port).await;
        let proxies = proxy.settings("http", sign_in);
        let lines = check("https://api.novapost.com/v.1.0/", proxies, &authorities).await;
        match (reason, line(&lines, Topic::Proxy)) {
            (None, (Good, Found::ProxyUsed { source: ProxySource::Variables, .. })) => {}
            (Some(reason), (Bad, Found::ProxyRefuses { failure, .. })) => {
                assert_eq!(failure, Failure::ProxyNeeded { reason });
                let refused = failed(Failure::ProxyNeeded { reason });
                assert_eq!(line(&lines, Topic::Sandbox), (Bad, refused));
            }
            (_, other) => panic!("{sign_in}: {other:?}"),
        }
        let all = format!("{lines:?}");
        assert!(!all.contains(NAME) && !all.contains(PASSWORD) && !all.contains("p%40"), "{all}");
    }
}

#[tokio::test]
async fn a_script_that_chooses_the_proxy_is_worth_a_look() {
    let server = FaultServer::always(answer(401, DATE, NO_KEY)).await;
    let script = Proxies::new(|| ProxySettings { script: true, ..ProxySettings::default() });
    let invalid = BaseUrl::parse("https://nova-post.invalid/").unwrap();
    let here = BaseUrl::parse(&server.address()).unwrap();
    let lines = check_at([here, invalid.clone(), invalid], script, &Authorities::new()).await;
    assert_eq!(line(&lines, Topic::Proxy), (Look, Found::ProxyScript));
}

#[tokio::test]
async fn the_sign_in_page_of_a_network_is_bad_and_its_clock_does_not_count() {
    for status in [200, 302, 403, 511] {
        let page =
            answer(status, &format!("{HTML}date: Thu, 01 Jan 2015 00:00:00 GMT\r\n"), "<html>");
        let server = FaultServer::always(page).await;
        let lines = check(&server.address(), direct(), &Authorities::new()).await;
        let failure = match status {
            302 => Failure::RedirectRefused,
            _ => Failure::NetworkPage { status },
        };
        for topic in [Topic::Sandbox, Topic::Production, Topic::Ukraine] {
            assert_eq!(line(&lines, topic), (Bad, failed(failure.clone())), "{status}");
        }
        assert_eq!(line(&lines, Topic::Clock), (Look, Found::ClockUnknown));
    }
}

#[tokio::test]
async fn a_fault_of_nova_post_is_worth_a_look() {
    for (status, failure) in [
        (403, Failure::AccessForbidden),
        (500, Failure::ServiceError { status: 500 }),
        (503, Failure::ServiceUnavailable { status: 503, retry_after: 30 }),
    ] {
        let server = FaultServer::always(answer(status, DATE, "")).await;
        let lines = check(&server.address(), direct(), &Authorities::new()).await;
        assert_eq!(line(&lines, Topic::Sandbox), (Look, failed(failure)));
    }
}

#[tokio::test]
async fn a_clock_that_is_off_by_hours_is_bad() {
    let date = "date: Mon, 01 Jun 2026 14:00:00 GMT\r\n";
    let server = FaultServer::always(answer(422, date, NO_KEY)).await;
    let lines = check(&server.address(), direct(), &Authorities::new()).await;
    let wrong = failed(Failure::ClockWrong { minutes_behind: 120 });
    assert_eq!(line(&lines, Topic::Clock), (Bad, wrong));
    assert_eq!(line(&lines, Topic::Sandbox), (Good, Found::Answers));
}

/// A line of 1 kB/s to a port of this computer.
async fn slow_line(port: u16) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((near, _)) = listener.accept().await {
            let far = TcpStream::connect(("127.0.0.1", port)).await.unwrap();
            let (mut from_near, mut to_near) = near.into_split();
            let (mut from_far, mut to_far) = far.into_split();
            tokio::spawn(async move { copy(&mut from_near, &mut to_far).await });
            tokio::spawn(async move {
                let mut piece = [0; 100];
                while let Ok(read @ 1..) = from_far.read(&mut piece).await {
                    tokio::time::sleep(Duration::from_millis(100)).await;
                    if to_near.write_all(&piece[..read]).await.is_err() {
                        return;
                    }
                }
            });
        }
    });
    address.port()
}

#[tokio::test]
async fn a_line_of_one_kilobyte_per_second_is_slow_and_works() {
    let authorities = Authorities::new();
    let server = secure(authorities.public.issue(&["127.0.0.1"], 2020..2100)).await;
    let port = slow_line(server.port).await;
    let lines = check(&format!("https://127.0.0.1:{port}/"), direct(), &authorities).await;
    assert_eq!(lines.len(), 8);
    for topic in [Topic::Certificates, Topic::Sandbox, Topic::Production, Topic::Clock] {
        assert_eq!(line(&lines, topic).0, Good, "{topic:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_server_that_accepts_and_says_nothing_ends_the_check_in_time() {
    let server = FaultServer::always(Act::Stall(Vec::new())).await;
    let started = tokio::time::Instant::now();
    let lines = check(&server.address(), direct(), &Authorities::new()).await;
    assert!(started.elapsed() < Duration::from_secs(15), "{:?}", started.elapsed());
    assert_eq!(lines.len(), 8);
    assert_eq!(line(&lines, Topic::Sandbox), (Bad, failed(Failure::TimedOut)));
}

#[tokio::test]
async fn a_check_that_is_cancelled_ends_at_once() {
    let server = FaultServer::always(Act::Stall(Vec::new())).await;
    let address = server.address();
    let running = tokio::spawn(async move {
        check(&address, direct(), &Authorities::new()).await;
    });
    while server.attempts() == 0 {
        tokio::task::yield_now().await;
    }
    running.abort();
    assert!(running.await.unwrap_err().is_cancelled());
}
