//! A server on loopback that sends the bytes that a test gives it, and counts its requests.

use std::sync::{Arc, Mutex};

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

use keydesk_core::nova_post::{Limits, Sandbox};

use super::{client_with, without_pauses};

/// What the server does after it has read a request.
#[derive(Clone)]
pub(super) enum Act {
    /// Sends these bytes and closes the connection.
    Write(Vec<u8>),
    /// Sends these bytes and then nothing more.
    Stall(Vec<u8>),
    /// Sends these bytes and then spaces without end.
    Flood(Vec<u8>),
    /// Resets the connection.
    Reset,
}

/// A server that stops when dropped.
pub(super) struct FaultServer {
    port: u16,
    requests: Arc<Mutex<Vec<String>>>,
    task: JoinHandle<()>,
}

/// A complete answer. Each header in `headers` has its line end.
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

impl FaultServer {
    /// Reacts to every request in the same way.
    pub(super) async fn always(act: Act) -> Self {
        Self::each(move |_| act.clone()).await
    }

    /// Calls `script` for each request. The first request has number 1.
    pub(super) async fn each(script: impl Fn(usize) -> Act + Send + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let requests = Arc::new(Mutex::new(Vec::new()));
        let recorded = Arc::clone(&requests);
        let task = tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                let request = read_request(&mut stream).await;
                let number = {
                    let mut recorded = recorded.lock().unwrap();
                    recorded.push(request);
                    recorded.len()
                };
                tokio::spawn(perform(script(number), stream));
            }
        });
        Self { port, requests, task }
    }

    pub(super) fn address(&self) -> String {
        format!("http://127.0.0.1:{}/v.1.0/", self.port)
    }

    /// A client of this server that makes no pauses between attempts.
    pub(super) fn client(&self) -> Sandbox {
        self.client_within(without_pauses())
    }

    /// A client of this server with other limits.
    pub(super) fn client_within(&self, limits: Limits) -> Sandbox {
        client_with(&self.address(), limits)
    }

    /// All requests so far, each with head and body.
    pub(super) fn requests(&self) -> Vec<String> {
        self.requests.lock().unwrap().clone()
    }

    /// The number of requests so far.
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
        // Errors are ignored: a client may close the connection before it has read everything.
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

/// Reads a request: the head, and the body of the announced length.
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
