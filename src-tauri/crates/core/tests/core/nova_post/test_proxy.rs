//! Proxies on loopback: one that opens tunnels, refuses them with an answer, or asks for a name and a
//! password; and one for SOCKS 5.

use std::sync::{Arc, Mutex};

use keydesk_core::nova_post::proxy::{Proxies, ProxyAddress, ProxySettings};
use tokio::io::{AsyncReadExt, AsyncWriteExt, copy_bidirectional};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

use super::fault_server::read_request;

/// The name and the password that the proxies accept.
pub(super) const NAME: &str = "anna";
pub(super) const PASSWORD: &str = "p@ss word";

/// What the proxy does with a request for a tunnel. Every tunnel ends at one port of this computer,
/// whatever host was asked for.
#[derive(Clone)]
pub(super) enum Rule {
    /// Opens the tunnel.
    Open,
    /// Opens it if the request has the name and the password as Basic (RFC 7617).
    Basic,
    /// Sends these bytes and closes the connection.
    Refuse(String),
    /// Sends these bytes and nothing more.
    Stall(String),
}

/// A proxy that stops when dropped.
pub(super) struct TestProxy {
    port: u16,
    requests: Arc<Mutex<Vec<String>>>,
    task: JoinHandle<()>,
}

/// An answer with this head, headers with their line ends, and this body.
pub(super) fn refusal(status: &str, headers: &str, body: &str) -> Rule {
    let length = body.len();
    Rule::Refuse(format!("HTTP/1.1 {status}\r\n{headers}content-length: {length}\r\n\r\n{body}"))
}

impl TestProxy {
    /// A proxy for http.
    pub(super) async fn start(rule: Rule, target: u16) -> Self {
        Self::serve(move |stream| serve_http(stream, rule.clone(), target)).await
    }

    /// A proxy for SOCKS 5 that asks for the name and the password, or for nothing.
    pub(super) async fn socks(asks: bool, target: u16) -> Self {
        Self::serve(move |stream| async move {
            serve_socks(stream, asks, target).await.unwrap_or_else(|error| error.to_string())
        })
        .await
    }

    async fn serve<F: Future<Output = String> + Send + 'static>(
        serve: impl Fn(Recorded) -> F + Send + 'static,
    ) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let requests = Arc::new(Mutex::new(Vec::new()));
        let recorded = Arc::clone(&requests);
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(serve(Recorded { stream, requests: Arc::clone(&recorded) }));
            }
        });
        Self { port, requests, task }
    }

    /// All requests for a tunnel so far.
    pub(super) fn requests(&self) -> Vec<String> {
        self.requests.lock().unwrap().clone()
    }

    /// The settings of a computer with this proxy. `sign_in` is empty, or a name and a password with
    /// `@` at its end.
    pub(super) fn settings(&self, scheme: &str, sign_in: &str) -> Proxies {
        let text = format!("{scheme}://{sign_in}127.0.0.1:{}", self.port);
        let proxy = ProxyAddress::parse(&text, scheme);
        assert!(proxy.is_some(), "{text}");
        Proxies::new(move || ProxySettings { proxy: proxy.clone(), ..ProxySettings::default() })
    }
}

impl Drop for TestProxy {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// A connection, and where its request is recorded.
struct Recorded {
    stream: TcpStream,
    requests: Arc<Mutex<Vec<String>>>,
}

/// Errors are ignored: a client may close the connection before it has read everything.
async fn serve_http(connection: Recorded, rule: Rule, target: u16) -> String {
    const ASKS: &str = "HTTP/1.1 407 Proxy Authentication Required\r\n\
                        proxy-authenticate: Basic realm=\"Firma, Berlin\"\r\n\
                        content-type: text/html\r\ncontent-length: 6\r\n\r\n<html>";

    let Recorded { mut stream, requests } = connection;
    let request = read_request(&mut stream).await;
    requests.lock().unwrap().push(request.clone());
    // anna:p@ss word
    let is_signed_in =
        request.to_lowercase().contains("\r\nproxy-authorization: basic yw5uytpwqhnzihdvcmq=\r\n");
    match rule {
        Rule::Refuse(answer) => {
            let _ = stream.write_all(answer.as_bytes()).await;
        }
        Rule::Stall(answer) => {
            let _ = stream.write_all(answer.as_bytes()).await;
            let _ = stream.read(&mut [0; 4096]).await;
            let _ = stream.read(&mut [0; 4096]).await;
        }
        Rule::Basic if !is_signed_in => {
            let _ = stream.write_all(ASKS.as_bytes()).await;
        }
        Rule::Basic | Rule::Open => {
            let opened = b"HTTP/1.1 200 Connection established\r\n\r\n";
            let _ = stream.write_all(opened).await;
            if let Ok(mut server) = TcpStream::connect(("127.0.0.1", target)).await {
                let _ = copy_bidirectional(&mut stream, &mut server).await;
            }
        }
    }
    request
}

/// SOCKS 5 (RFC 1928, RFC 1929). Records the host that was asked for.
async fn serve_socks(connection: Recorded, asks: bool, target: u16) -> std::io::Result<String> {
    let Recorded { mut stream, requests } = connection;
    let mut head = [0; 2];
    stream.read_exact(&mut head).await?;
    let mut methods = vec![0; head[1].into()];
    stream.read_exact(&mut methods).await?;
    let method = if asks { 2 } else { 0 };
    if !methods.contains(&method) {
        stream.write_all(&[5, 0xFF]).await?;
        return Ok(String::new());
    }
    stream.write_all(&[5, method]).await?;
    if asks {
        stream.read_exact(&mut [0]).await?;
        let (name, password) = (text(&mut stream).await?, text(&mut stream).await?);
        let is_right = name == NAME && password == PASSWORD;
        stream.write_all(&[1, u8::from(!is_right)]).await?;
        if !is_right {
            return Ok(String::new());
        }
    }
    let mut request = [0; 4];
    stream.read_exact(&mut request).await?;
    assert_eq!(request, [5, 1, 0, 3], "the proxy is asked for a connection to a name");
    let host = text(&mut stream).await?;
    stream.read_exact(&mut [0; 2]).await?;
    requests.lock().unwrap().push(host.clone());
    stream.write_all(&[5, 0, 0, 1, 0, 0, 0, 0, 0, 0]).await?;
    let mut server = TcpStream::connect(("127.0.0.1", target)).await?;
    copy_bidirectional(&mut stream, &mut server).await?;
    Ok(host)
}

/// A text whose first byte is its length.
async fn text(stream: &mut TcpStream) -> std::io::Result<String> {
    let mut text = vec![0; stream.read_u8().await?.into()];
    stream.read_exact(&mut text).await?;
    Ok(String::from_utf8_lossy(&text).into_owned())
}
