//! The address for updates on loopback, with a certificate of the tests' authority.

use std::time::Duration;

use keydesk_core::model::Failure;
use keydesk_core::updates::{Package, Release, UpdateAddress, UpdateLimits, UpdateServer};
use tokio::net::TcpListener;

use super::fault_server::Act;
use super::secure_server::{Authority, SecureServer};

const TARGET: &str = "linux-x86_64-deb";

fn act(head: &str, body: &[u8]) -> Act {
    Act::Write([format!("HTTP/1.1 {head}\r\n\r\n").as_bytes(), body].concat())
}

fn limits() -> UpdateLimits {
    UpdateLimits { latest_size: 2000, package_size: 2000, ..UpdateLimits::default() }
}

async fn start(authority: &Authority, act: Act) -> SecureServer {
    SecureServer::start(authority.issue(&["127.0.0.1"], 2020..2100), act).await
}

fn client(authority: &Authority) -> UpdateServer {
    UpdateServer::with(limits(), |http| authority.trusted(http).no_proxy()).unwrap()
}

fn address(server: &SecureServer) -> UpdateAddress {
    UpdateAddress::parse(&format!("https://127.0.0.1:{}/latest.json", server.port)).unwrap()
}

fn latest(url: &str) -> String {
    format!(r#"{{"version":"0.2.0","platforms":{{"{TARGET}":{{"url":"{url}","signature":"s"}}}}}}"#)
}

/// What `latest.json` gives if a server sends this.
async fn looked(act: Act) -> Result<Release, Failure> {
    let authority = Authority::new();
    let server = start(&authority, act).await;
    client(&authority).latest(&address(&server)).await
}

/// The size of the file that a server sends.
async fn downloaded(act: Act, size: Option<u64>) -> Result<usize, Failure> {
    let authority = Authority::new();
    let server = start(&authority, act).await;
    let package = Package { target: TARGET.to_owned(), address: address(&server), size };
    client(&authority).download(&package, &|_, _| ()).await.map(|file| file.len())
}

#[tokio::test]
async fn a_version_is_read_and_its_file_is_found() {
    let release =
        looked(act("200 OK", latest("https://a.example/x.deb").as_bytes())).await.unwrap();
    let package = release.package(&[TARGET.to_owned()]).unwrap();
    assert_eq!((release.version.as_str(), package.address.host().as_str()), ("0.2.0", "a.example"));
}

#[tokio::test]
async fn an_answer_that_describes_no_version_is_told_with_its_status() {
    let too_large = act("200 OK", " ".repeat(2001).as_bytes());
    for (act, status) in [
        (act("200 OK", b"<html>Sign in</html>"), 200),
        (too_large, 200),
        (act("200 OK\r\nContent-Length: 999999999", b"{"), 200),
        (act("404 Not Found", b""), 404),
        (act("204 No Content", b""), 204),
    ] {
        let failure = looked(act).await.unwrap_err();
        assert_eq!(failure, Failure::UpdateAnswerUnreadable { status });
    }
}

#[tokio::test]
async fn a_server_in_trouble_or_an_answer_that_breaks_off_counts_as_no_answer() {
    for act in [act("503 Service Unavailable", b""), act("200 OK\r\nContent-Length: 50", b"{")] {
        assert_eq!(looked(act).await.unwrap_err(), Failure::UpdateUnreachable);
    }
}

#[tokio::test]
async fn a_redirect_to_http_is_not_followed_also_on_this_computer() {
    let plain = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let to = plain.local_addr().unwrap();
    let redirect = act(&format!("302 Found\r\nLocation: http://{to}/latest.json"), b"");
    assert_eq!(looked(redirect).await.unwrap_err(), Failure::UpdateAddressInsecure);
    let asked = tokio::time::timeout(Duration::from_millis(100), plain.accept()).await;
    assert!(asked.is_err(), "the address was asked");
}

#[tokio::test]
async fn a_redirect_to_https_is_followed_but_not_without_end() {
    let authority = Authority::new();
    let second = start(&authority, act("200 OK", latest("https://a.example/x").as_bytes())).await;
    let to = format!("302 Found\r\nLocation: https://127.0.0.1:{}/latest.json", second.port);
    let first = start(&authority, act(&to, b"")).await;
    assert_eq!(client(&authority).latest(&address(&first)).await.unwrap().version, "0.2.0");

    let to_itself = act("302 Found\r\nLocation: /latest.json", b"");
    let failure = looked(to_itself).await.unwrap_err();
    assert_eq!(failure, Failure::UpdateAnswerUnreadable { status: 302 });
}

#[tokio::test]
async fn a_server_that_is_gone_or_is_not_trusted_is_told() {
    let (authority, other) = (Authority::new(), Authority::new());
    let server = start(&authority, act("200 OK", b"{}")).await;
    let failure = client(&other).latest(&address(&server)).await.unwrap_err();
    assert_eq!(failure, Failure::UpdateUntrusted);
    assert_eq!(server.requests(), []);
    let gone = address(&server);
    drop(server);
    // Its task ends a moment later.
    let failure = loop {
        match client(&authority).latest(&gone).await {
            Err(Failure::UpdateAnswerUnreadable { .. }) => tokio::task::yield_now().await,
            other => break other.unwrap_err(),
        }
    };
    assert_eq!(failure, Failure::UpdateUnreachable);
}

#[tokio::test]
async fn a_server_that_is_silent_is_given_up() {
    let silent = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let to = format!("https://{}/latest.json", silent.local_addr().unwrap());
    let limits = UpdateLimits { latest: Duration::from_millis(300), ..limits() };
    let server = UpdateServer::with(limits, reqwest::ClientBuilder::no_proxy).unwrap();
    let failure = server.latest(&UpdateAddress::parse(&to).unwrap()).await.unwrap_err();
    assert_eq!(failure, Failure::UpdateUnreachable);
}

#[tokio::test]
async fn a_file_that_ends_early_is_incomplete() {
    let whole = act("200 OK", &[7; 1000]);
    assert_eq!(downloaded(whole.clone(), Some(1000)).await, Ok(1000));
    assert_eq!(downloaded(whole.clone(), None).await, Ok(1000));
    assert_eq!(downloaded(whole.clone(), Some(1001)).await, Err(Failure::UpdateIncomplete));
    let half = act("200 OK\r\nContent-Length: 1000", &[7; 500]);
    assert_eq!(downloaded(half, None).await, Err(Failure::UpdateIncomplete));
    let larger = Err(Failure::UpdateAnswerUnreadable { status: 200 });
    assert_eq!(downloaded(whole, Some(999)).await, larger);
    assert_eq!(downloaded(act("200 OK", &[7; 2001]), None).await, larger);
}
