//! A server on loopback that answers what a test tells it to, byte by byte, and counts.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

use super::connection::Limits;
use super::{BaseUrl, NovaPost, Sandbox};

/// What to do with a request that has been read.
#[derive(Clone)]
pub(super) enum Act {
    /// Write these bytes and close.
    Write(Vec<u8>),
    /// Write these bytes and leave the client waiting for more.
    Stall(Vec<u8>),
    /// Write these bytes, and then more without end.
    Flood(Vec<u8>),
    /// Reset the connection.
    Reset,
}

/// The server. Ends when dropped.
pub(super) struct FaultServer {
    port: u16,
    requests: Arc<Mutex<Vec<String>>>,
    task: JoinHandle<()>,
}

/// A whole answer: status, further headers (each with its line end), body.
pub(super) fn answer(status: u16, headers: &str, body: &str) -> Act {
    let length = body.len();
    Act::Write(
        format!(
            "HTTP/1.1 {status} Whatever\r\nconnection: close\r\ncontent-length: {length}\r\n\
             {headers}\r\n{body}"
        )
        .into_bytes(),
    )
}

/// The real limits, but without pauses between attempts.
pub(super) fn without_pauses() -> Limits {
    Limits { pause: Duration::from_millis(1), ..Limits::default() }
}

impl FaultServer {
    /// Does the same with every request.
    pub(super) async fn always(act: Act) -> Self {
        Self::each(move |_| act.clone()).await
    }

    /// Asks what to do with each request; the first one is number 1.
    pub(super) async fn each(script: impl Fn(usize) -> Act + Send + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let requests = Arc::new(Mutex::new(Vec::new()));
        let noted = Arc::clone(&requests);
        let task = tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                let request = read_request(&mut stream).await;
                let number = {
                    let mut noted = noted.lock().unwrap();
                    noted.push(request);
                    noted.len()
                };
                tokio::spawn(perform(script(number), stream));
            }
        });
        Self { port, requests, task }
    }

    pub(super) fn address(&self) -> String {
        format!("http://127.0.0.1:{}/v.1.0/", self.port)
    }

    /// A client of this server that makes no pauses.
    pub(super) fn client(&self) -> Sandbox {
        self.client_within(without_pauses())
    }

    /// A client of this server with other limits.
    pub(super) fn client_within(&self, limits: Limits) -> Sandbox {
        let base = BaseUrl::parse(&self.address()).unwrap();
        Sandbox(NovaPost::with_limits(base, limits).unwrap())
    }

    /// Everything that has been asked: head and body.
    pub(super) fn requests(&self) -> Vec<String> {
        self.requests.lock().unwrap().clone()
    }

    /// How often it was asked.
    pub(super) fn attempts(&self) -> usize {
        self.requests.lock().unwrap().len()
    }
}

impl Drop for FaultServer {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn perform(act: Act, mut stream: TcpStream) {
    match act {
        // The client may have gone before it has read everything: that is its right.
        Act::Write(bytes) => {
            let _ = stream.write_all(&bytes).await;
            let _ = stream.shutdown().await;
        }
        Act::Stall(bytes) => {
            let _ = stream.write_all(&bytes).await;
            let _ = stream.read(&mut [0]).await;
        }
        Act::Flood(bytes) => {
            let _ = stream.write_all(&bytes).await;
            while stream.write_all(&[b' '; 4096]).await.is_ok() {}
        }
        Act::Reset => stream.set_zero_linger().unwrap(),
    }
}

/// Reads the head, and as much of a body as it announces.
pub(super) async fn read_request(stream: &mut (impl AsyncRead + Unpin)) -> String {
    let mut request = Vec::new();
    loop {
        let text = String::from_utf8_lossy(&request).to_ascii_lowercase();
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let length = head
                .split("\r\ncontent-length: ")
                .nth(1)
                .map_or(0, |rest| rest.split("\r\n").next().unwrap().parse::<usize>().unwrap());
            if body.len() >= length {
                return String::from_utf8(request).unwrap();
            }
        }
        let mut piece = [0; 4096];
        match stream.read(&mut piece).await {
            Ok(read) if read > 0 => request.extend_from_slice(&piece[..read]),
            _ => return String::from_utf8_lossy(&request).into_owned(),
        }
    }
}
