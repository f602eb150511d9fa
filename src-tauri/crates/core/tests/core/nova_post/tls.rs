//! Which servers the app trusts, and the versions of TLS that it uses.

use std::ops::Range;

use keydesk_core::model::Failure;
use keydesk_core::nova_post::{BaseUrl, Sandbox};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use super::fault_server::answer;
use super::secure_server::{Authority, Certificate, SecureServer};
use super::{CALLS, Call, changed_client, client_with, good_body, outcome, without_pauses};

const HOST: &str = "api.nova-post.example";
const NOW: Range<i32> = 2020..2100;

fn secure(port: u16) -> Sandbox {
    client_with(&format!("https://127.0.0.1:{port}/"), without_pauses())
}

/// Makes a call to `HOST` with a client that trusts the authority.
async fn call(call: Call, server: &SecureServer, authority: &Authority) -> Result<(), Failure> {
    let base = BaseUrl::parse(&format!("https://{HOST}/")).unwrap();
    let client = changed_client(base, |http| {
        authority.trusted(http).no_proxy().dns_resolver(server.resolver())
    });
    outcome(call, &client).await
}

#[tokio::test]
async fn a_self_signed_certificate_is_not_trusted() {
    let certificate = Certificate::self_signed("127.0.0.1");
    let server = SecureServer::start(certificate, answer(200, "", "{}")).await;
    let client = secure(server.port);
    for call in CALLS {
        assert_eq!(outcome(call, &client).await, Err(Failure::TlsUntrusted));
    }
    assert_eq!(server.requests(), []);
}

/// The first certificates are valid, so each of the others is refused for its one fault.
#[tokio::test]
async fn only_a_valid_certificate_for_this_host_from_a_trusted_authority_is_trusted() {
    let authority = Authority::new();
    for asked in CALLS {
        for (certificate, trusted) in [
            (authority.issue(&[HOST], NOW), true),
            (authority.issue(&["*.nova-post.example"], NOW), true),
            (authority.issue(&["nova-post.example"], NOW), false),
            (authority.issue(&["*.api.nova-post.example"], NOW), false),
            (authority.issue(&[], NOW), false),
            (authority.issue(&[HOST], 2020..2021), false),
            (authority.issue(&[HOST], 2098..2100), false),
            (Authority::new().issue(&[HOST], NOW), false),
            (Certificate::self_signed(HOST), false),
        ] {
            let server = SecureServer::start(certificate, answer(200, "", &good_body(asked))).await;
            let outcome = call(asked, &server, &authority).await;
            assert_eq!(outcome, if trusted { Ok(()) } else { Err(Failure::TlsUntrusted) });
            assert_eq!(
                server.requests().len(),
                usize::from(trusted),
                "a request was sent to an untrusted server"
            );
        }
    }
}

#[tokio::test]
async fn the_two_newest_versions_of_tls_are_supported() {
    let authority = Authority::new();
    for version in [&rustls::version::TLS12, &rustls::version::TLS13] {
        let certificate = authority.issue(&[HOST], NOW);
        let good = answer(200, "", &good_body(Call::Authorize));
        let server = SecureServer::with_versions(&[version], certificate, good).await;
        assert_eq!(call(Call::Authorize, &server, &authority).await, Ok(()), "{version:?}");
    }
}

/// The test parses the `ClientHello` (RFC 8446, 4.1.2 and 4.2.1), because the TLS library of the test
/// server doesn't support older versions.
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
    assert_eq!((record, hello[0]), (22, 1), "the first record is a ClientHello");
    let mut versions = supported_versions(&hello);
    versions.sort_unstable();
    assert_eq!(versions, [0x0303, 0x0304], "TLS 1.2 and TLS 1.3");
}

/// The versions in a `ClientHello`.
fn supported_versions(hello: &[u8]) -> Vec<u16> {
    // The first fields are type, length, legacy version and random.
    let (_session, rest) = vector(1, &hello[4 + 2 + 32..]);
    let (_ciphers, rest) = vector(2, rest);
    let (_compressions, rest) = vector(1, rest);
    let (mut extensions, _) = vector(2, rest);
    loop {
        let (kind, rest) = extensions.split_at(2);
        let (extension, rest) = vector(2, rest);
        if kind == [0, 43] {
            let (versions, _) = vector(1, extension);
            return versions.chunks(2).map(|two| u16::from_be_bytes([two[0], two[1]])).collect();
        }
        extensions = rest;
    }
}

/// Splits a vector, whose first bytes are its length, from the rest.
fn vector(bytes: usize, text: &[u8]) -> (&[u8], &[u8]) {
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
