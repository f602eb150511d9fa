//! Network errors.

use std::io;
use std::time::Duration;

use keydesk_core::model::Failure;
use keydesk_core::nova_post::{BaseUrl, Limits, Sandbox};
use reqwest::ClientBuilder;
use reqwest::dns::{Name, Resolve, Resolving};
use tokio::net::TcpSocket;

use super::fault_server::{Act, FaultServer, answer};
use super::{
    CALLS, Call, KEY, TOKEN, changed_client, client_with, good_body, key, outcome, without_pauses,
};

/// A client of this address whose HTTP client is changed in some way.
fn sandbox(base: &str, change: impl FnOnce(ClientBuilder) -> ClientBuilder) -> Sandbox {
    changed_client(BaseUrl::parse(base).unwrap(), change)
}

#[tokio::test]
async fn a_connection_closed_or_reset_without_an_answer_means_unreachable() {
    for act in [Act::Write(Vec::new()), Act::Reset] {
        for call in CALLS {
            let server = FaultServer::always(act.clone()).await;
            assert_eq!(outcome(call, &server.client()).await, Err(Failure::Unreachable));
            assert_eq!(server.attempts(), 1, "a request that may have arrived is not repeated");
        }
    }
}

#[tokio::test]
async fn a_server_of_another_protocol_means_unreachable() {
    let server = FaultServer::always(Act::Write(b"220 mail.example ESMTP\r\n".to_vec())).await;
    for call in CALLS {
        assert_eq!(outcome(call, &server.client()).await, Err(Failure::Unreachable));
    }
}

#[tokio::test]
async fn a_refused_connection_means_unreachable() {
    // Bound, so that no other program gets the port, but not listening.
    let reserved = TcpSocket::new_v4().unwrap();
    reserved.bind("127.0.0.1:0".parse().unwrap()).unwrap();
    let port = reserved.local_addr().unwrap().port();
    for host in ["127.0.0.1", "localhost"] {
        let client = sandbox(&format!("http://{host}:{port}/"), |builder| builder);
        for call in CALLS {
            assert_eq!(outcome(call, &client).await, Err(Failure::Unreachable), "{host}");
        }
    }
}

#[tokio::test]
async fn a_call_that_times_out_is_not_repeated() {
    let limits = Limits { attempt: Duration::from_millis(200), ..without_pauses() };
    for act in [
        Act::Stall(Vec::new()),
        Act::Stall(b"HTTP/1.1 200 OK\r\ncontent-length: 40\r\n\r\n{".to_vec()),
    ] {
        for call in CALLS {
            let server = FaultServer::always(act.clone()).await;
            let client = server.client_within(limits);
            assert_eq!(outcome(call, &client).await, Err(Failure::TimedOut));
            assert!(server.attempts() <= 1);
        }
    }
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    for call in CALLS {
        let elsewhere = FaultServer::always(answer(200, "", &good_body(call))).await;
        for status in [301, 302, 303, 307, 308] {
            let location = format!("location: {}\r\n", elsewhere.address());
            let server = FaultServer::always(answer(status, &location, "")).await;
            assert_eq!(outcome(call, &server.client()).await, Err(Failure::RedirectRefused));
            assert_eq!(server.attempts(), 1);
        }
        assert_eq!(elsewhere.attempts(), 0);
    }
}

#[tokio::test]
async fn the_requests_are_the_documented_ones() {
    let mut requests = Vec::new();
    for call in CALLS {
        let server = FaultServer::always(answer(200, "", &good_body(call))).await;
        outcome(call, &server.client()).await.unwrap();
        requests.extend(server.requests());
    }
    let [create, authorize, count] = requests.try_into().unwrap();
    let agent = format!("\r\nuser-agent: KeyDesk/{}\r\n", env!("CARGO_PKG_VERSION"));
    for request in [&create, &authorize, &count] {
        assert!(request.contains(&agent), "{request}");
        assert!(request.contains("\r\naccept: application/json\r\n"), "{request}");
    }
    assert!(create.starts_with("POST /v.1.0/test-api-keys HTTP/1.1\r\n"));
    assert!(create.contains("\r\ncontent-type: application/json\r\n"));
    assert!(create.ends_with("\r\n\r\n{\"phone\":\"498213437654\"}"));
    assert!(
        authorize
            .starts_with(&format!("GET /v.1.0/clients/authorization?apiKey={KEY} HTTP/1.1\r\n"))
    );
    assert!(count.starts_with("GET /v.1.0/dictionary/currencies?limit=1 HTTP/1.1\r\n"));
    assert!(count.contains(&format!("\r\nauthorization: {TOKEN}\r\n")));
}

#[tokio::test]
async fn a_host_name_that_cannot_be_resolved_means_offline() {
    struct NoNames;
    impl Resolve for NoNames {
        fn resolve(&self, _: Name) -> Resolving {
            Box::pin(async { Err(io::Error::other("no such name").into()) })
        }
    }
    let client =
        sandbox("https://api.example/", |builder| builder.no_proxy().dns_resolver(NoNames));
    for call in CALLS {
        assert_eq!(outcome(call, &client).await, Err(Failure::Offline));
    }
}

#[tokio::test]
async fn a_client_beside_another_uses_its_own_address() {
    let server = FaultServer::always(answer(200, "", &good_body(Call::Authorize))).await;
    let other = client_with("http://127.0.0.1:1/", without_pauses());
    let base = BaseUrl::parse(&server.address()).unwrap();
    let beside = other.nova_post().beside(base).unwrap();
    assert!(beside.authorize(&key()).await.is_ok());
}
