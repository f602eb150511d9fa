//! A server for updates on loopback, with its own certificate and signing key.

use std::collections::HashMap;
use std::io::Cursor;
use std::net::{Ipv4Addr, TcpListener};
use std::sync::{Arc, Mutex};

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use minisign::KeyPair;
use rustls::ServerConfig;
use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio_rustls::TlsAcceptor;

/// What the server sends for a path.
#[derive(Clone)]
pub(super) enum Answer {
    /// All of this.
    File(Vec<u8>),
    /// The first half of this, although all of it is announced.
    Half(Vec<u8>),
    /// The way to another address.
    Redirect(String),
    Status(u16),
    /// The first half of this, and then nothing for as long as the client waits.
    Stall(Vec<u8>),
}

/// A server that knows no path at first.
pub(super) struct UpdateServer {
    pub(super) port: u16,
    /// The certificate, as PEM, for `SSL_CERT_FILE`.
    pub(super) certificate: String,
    answers: Arc<Mutex<HashMap<String, Answer>>>,
}

/// A key that signs versions.
pub(super) struct SigningKey(KeyPair);

impl UpdateServer {
    pub(super) fn start() -> Self {
        let made = rcgen::generate_simple_self_signed(["127.0.0.1".to_owned()]).unwrap();
        let private = PrivatePkcs8KeyDer::from(made.signing_key.serialize_der());
        let config = ServerConfig::builder()
            .with_no_client_auth()
            .with_single_cert(vec![made.cert.der().clone()], PrivateKeyDer::from(private))
            .unwrap();
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        listener.set_nonblocking(true).unwrap();
        let port = listener.local_addr().unwrap().port();
        let answers = Arc::<Mutex<HashMap<String, Answer>>>::default();
        let known = Arc::clone(&answers);
        // It runs until the process of the test ends.
        std::thread::spawn(move || {
            let runtime =
                tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(serve(listener, TlsAcceptor::from(Arc::new(config)), known));
        });
        Self { port, certificate: pem(made.cert.der()), answers }
    }

    pub(super) fn address(&self, path: &str) -> String {
        format!("https://127.0.0.1:{}{path}", self.port)
    }

    pub(super) fn answer(&self, path: &str, answer: Answer) {
        self.answers.lock().unwrap().insert(path.to_owned(), answer);
    }

    /// Offers a version whose file is at `/package`.
    pub(super) fn offer(&self, version: &str, platform: &Value) {
        self.offer_for("linux-x86_64", version, platform);
    }

    /// Offers a version to this kind of computer and installation.
    pub(super) fn offer_for(&self, target: &str, version: &str, platform: &Value) {
        let latest = json!({
            "version": version,
            "notes": "The list of keys can be sorted.\nThe app starts faster.",
            "platforms": { target: platform },
        });
        self.answer("/latest.json", Answer::File(serde_json::to_vec(&latest).unwrap()));
    }
}

impl SigningKey {
    pub(super) fn new() -> Self {
        Self(KeyPair::generate_unencrypted_keypair().unwrap())
    }

    /// As `tauri.conf.json` has it.
    pub(super) fn public(&self) -> String {
        BASE64_STANDARD.encode(self.0.pk.to_box().unwrap().into_string())
    }

    /// As `latest.json` has it. `version`: what `tauri signer sign --app-version` writes into it.
    pub(super) fn sign(&self, file: &[u8], version: &str) -> String {
        let comment = format!("timestamp:1796083200\tfile:package\tversion:{version}");
        let signature =
            minisign::sign(None, &self.0.sk, Cursor::new(file), Some(&comment), None).unwrap();
        BASE64_STANDARD.encode(signature.into_string())
    }
}

fn pem(certificate: &[u8]) -> String {
    let text = BASE64_STANDARD.encode(certificate).into_bytes();
    let lines: Vec<_> = text.chunks(64).map(String::from_utf8_lossy).collect();
    format!("-----BEGIN CERTIFICATE-----\n{}\n-----END CERTIFICATE-----\n", lines.join("\n"))
}

async fn serve(
    listener: TcpListener,
    acceptor: TlsAcceptor,
    answers: Arc<Mutex<HashMap<String, Answer>>>,
) {
    let listener = tokio::net::TcpListener::from_std(listener).unwrap();
    while let Ok((stream, _)) = listener.accept().await {
        let (accepting, answers) = (acceptor.accept(stream), Arc::clone(&answers));
        tokio::spawn(async move {
            let Ok(mut stream) = accepting.await else { return };
            let mut request = Vec::new();
            while !request.windows(4).any(|end| end == b"\r\n\r\n") {
                let Ok(1..) = stream.read_buf(&mut request).await else { return };
            }
            let request = String::from_utf8_lossy(&request).into_owned();
            let path = request.split(' ').nth(1).unwrap_or_default();
            let answer = answers.lock().unwrap().get(path).cloned();
            let answer = answer.unwrap_or(Answer::Status(404));
            let stalls = matches!(answer, Answer::Stall(_));
            let (status, headers, body) = match answer {
                Answer::File(body) => (200, format!("Content-Length: {}", body.len()), body),
                Answer::Half(mut body) | Answer::Stall(mut body) => {
                    let headers = format!("Content-Length: {}", body.len());
                    body.truncate(body.len() / 2);
                    (200, headers, body)
                }
                Answer::Redirect(to) => {
                    (302, format!("Location: {to}\r\nContent-Length: 0"), vec![])
                }
                Answer::Status(status) => (status, "Content-Length: 0".to_owned(), vec![]),
            };
            let head = format!("HTTP/1.1 {status} X\r\n{headers}\r\nConnection: close\r\n\r\n");
            // The client may have gone.
            let _ = stream.write_all(head.as_bytes()).await;
            let _ = stream.write_all(&body).await;
            let _ = stream.flush().await;
            if stalls {
                std::future::pending::<()>().await;
            }
            let _ = stream.shutdown().await;
        });
    }
}
