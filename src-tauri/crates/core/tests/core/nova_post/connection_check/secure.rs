//! Certificates, proxies and a slow line.

use std::time::Duration;

use keydesk_core::model::ConnectionFinding as Found;
use keydesk_core::model::ConnectionTopic as Topic;
use keydesk_core::model::ConnectionVerdict::{Bad, Good, Look};
use keydesk_core::model::{CertificateTrust, Failure, HostCertificate, ProxyReason, ProxySource};
use tokio::io::{AsyncReadExt, AsyncWriteExt, copy};
use tokio::net::{TcpListener, TcpStream};

use super::{Authorities, DATE, NO_KEY, check, direct, failed, line};
use crate::nova_post::fault_server::answer;
use crate::nova_post::secure_server::{Authority, Certificate, SecureServer};
use crate::nova_post::test_proxy::{NAME, PASSWORD, Rule, TestProxy, refusal};
use crate::nova_post::time;

async fn secure(certificate: Certificate) -> SecureServer {
    SecureServer::start(certificate, answer(401, DATE, NO_KEY)).await
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
