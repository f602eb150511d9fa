//! A server whose certificate nobody vouches for.

use std::sync::Arc;

use rustls::ServerConfig;
use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use tokio::io::AsyncWriteExt;
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;

use super::answer_tests::{CALLS, outcome};
use super::fault_server::without_pauses;
use super::{BaseUrl, NovaPost, Sandbox};
use crate::failure::Failure;

fn secure(port: u16) -> Sandbox {
    let base = BaseUrl::parse(&format!("https://127.0.0.1:{port}/")).unwrap();
    Sandbox(NovaPost::with_limits(base, without_pauses()).unwrap())
}

#[tokio::test]
async fn a_certificate_that_nobody_vouches_for_is_not_trusted() {
    let made = rcgen::generate_simple_self_signed(["127.0.0.1".to_owned()]).unwrap();
    let private = PrivateKeyDer::from(PrivatePkcs8KeyDer::from(made.signing_key.serialize_der()));
    let config = ServerConfig::builder()
        .with_no_client_auth()
        .with_single_cert(vec![made.cert.der().clone()], private)
        .unwrap();
    let acceptor = TlsAcceptor::from(Arc::new(config));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let (attempt, mut attempts) = tokio::sync::mpsc::unbounded_channel();
    let server = tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let refused = acceptor.accept(stream).await.is_err();
            attempt.send(refused).unwrap();
        }
    });
    let client = secure(port);
    for call in CALLS {
        assert_eq!(outcome(call, &client).await, Err(Failure::TlsUntrusted));
        assert_eq!(attempts.recv().await, Some(true));
    }
    server.abort();
    let _ = server.await;
    assert_eq!(attempts.recv().await, None, "nobody tries a certificate twice");
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
