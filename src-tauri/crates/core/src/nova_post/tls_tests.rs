//! Whom the app believes to be Nova Post, and how it speaks with it.

use std::ops::Range;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use super::answer_tests::{CALLS, good_body, outcome};
use super::fault_server::{answer, without_pauses};
use super::network_tests::sandbox;
use super::refusal::Call;
use super::secure_server::{Authority, Papers, SecureServer};
use super::{BaseUrl, NovaPost, Sandbox};
use crate::model::Failure;

const HOST: &str = "api.nova-post.example";
const NOW: Range<i32> = 2020..2100;

fn secure(port: u16) -> Sandbox {
    let base = BaseUrl::parse(&format!("https://127.0.0.1:{port}/")).unwrap();
    Sandbox(NovaPost::with_limits(base, without_pauses()).unwrap())
}

/// A call of `HOST` by a client that trusts the authority.
async fn call(call: Call, server: &SecureServer, authority: &Authority) -> Result<(), Failure> {
    let client = sandbox(&format!("https://{HOST}/"), |client| {
        authority.trusted(client).no_proxy().dns_resolver(server.under_any_name())
    });
    outcome(call, &client).await
}

#[tokio::test]
async fn a_certificate_that_nobody_vouches_for_is_not_trusted() {
    let papers = Papers::of_its_own("127.0.0.1");
    let server = SecureServer::start(papers, answer(200, "", "{}")).await;
    let client = secure(server.port);
    for call in CALLS {
        assert_eq!(outcome(call, &client).await, Err(Failure::TlsUntrusted));
    }
    assert_eq!(server.heard(), []);
}

/// The first papers are in order: so it is the one thing that is wrong with each of the others.
#[tokio::test]
async fn only_papers_for_this_host_and_this_time_from_a_known_authority_are_trusted() {
    let authority = Authority::new();
    for asked in CALLS {
        for (papers, trusted) in [
            (authority.vouch(&[HOST], NOW), true),
            (authority.vouch(&["*.nova-post.example"], NOW), true),
            (authority.vouch(&["nova-post.example"], NOW), false),
            (authority.vouch(&["*.api.nova-post.example"], NOW), false),
            (authority.vouch(&[], NOW), false),
            (authority.vouch(&[HOST], 2020..2021), false),
            (authority.vouch(&[HOST], 2098..2100), false),
            (Authority::new().vouch(&[HOST], NOW), false),
            (Papers::of_its_own(HOST), false),
        ] {
            let server = SecureServer::start(papers, answer(200, "", &good_body(asked))).await;
            let outcome = call(asked, &server, &authority).await;
            assert_eq!(outcome, if trusted { Ok(()) } else { Err(Failure::TlsUntrusted) });
            assert_eq!(server.heard().len(), usize::from(trusted), "asked whom it didn't trust");
        }
    }
}

#[tokio::test]
async fn the_two_newest_versions_of_tls_are_spoken() {
    let authority = Authority::new();
    for version in [&rustls::version::TLS12, &rustls::version::TLS13] {
        let papers = authority.vouch(&[HOST], NOW);
        let good = answer(200, "", &good_body(Call::Authorize));
        let server = SecureServer::speaking(&[version], papers, good).await;
        assert_eq!(call(Call::Authorize, &server, &authority).await, Ok(()), "{version:?}");
    }
}

/// What the app says first is read byte by byte (RFC 8446, 4.1.2 and 4.2.1): a server that speaks
/// only older versions can't be made with what is at hand.
#[tokio::test]
async fn no_older_version_of_tls_is_offered() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let client = secure(listener.local_addr().unwrap().port());
    let hello = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let mut record = [0; 5];
        stream.read_exact(&mut record).await.unwrap();
        let mut hello = vec![0; u16::from_be_bytes([record[3], record[4]]).into()];
        stream.read_exact(&mut hello).await.unwrap();
        (record[0], hello)
    });
    assert_eq!(outcome(Call::CreateTestKey, &client).await, Err(Failure::Unreachable));
    let (record, hello) = hello.await.unwrap();
    assert_eq!((record, hello[0]), (22, 1), "it begins with the hello of a client");
    let mut versions = supported_versions(&hello);
    versions.sort_unstable();
    assert_eq!(versions, [0x0303, 0x0304], "TLS 1.2 and TLS 1.3");
}

/// The versions that the hello of a client offers.
fn supported_versions(hello: &[u8]) -> Vec<u16> {
    // Behind type and length, the old version and the random number.
    let (_session, rest) = long(1, &hello[4 + 2 + 32..]);
    let (_ciphers, rest) = long(2, rest);
    let (_compressions, rest) = long(1, rest);
    let (mut extensions, _) = long(2, rest);
    loop {
        let (kind, rest) = extensions.split_at(2);
        let (extension, rest) = long(2, rest);
        if kind == [0, 43] {
            let (versions, _) = long(1, extension);
            return versions.chunks(2).map(|two| u16::from_be_bytes([two[0], two[1]])).collect();
        }
        extensions = rest;
    }
}

/// What is as long as its first bytes say, and what follows.
fn long(bytes: usize, text: &[u8]) -> (&[u8], &[u8]) {
    let (length, rest) = text.split_at(bytes);
    let length = length.iter().fold(0, |length, &byte| length << 8 | usize::from(byte));
    rest.split_at(length)
}

#[tokio::test]
async fn a_server_that_does_not_speak_tls_is_unreachable() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let server = tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let _ = stream.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n").await;
        }
    });
    let client = secure(port);
    for call in CALLS {
        assert_eq!(outcome(call, &client).await, Err(Failure::Unreachable));
    }
    server.abort();
}
