//! Accepts connections, serves them, and closes them when the server stops.

use std::future::poll_fn;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinSet;

use super::gateway::Gateway;

/// Serves until the sender of `stopped` is dropped. Returns when every connection is closed.
/// `head_timeout` is for the head of a request.
pub(super) async fn serve(
    listener: TcpListener,
    gateway: Gateway,
    head_timeout: Duration,
    mut stopped: watch::Receiver<()>,
) {
    let gateway = Arc::new(gateway);
    let mut connections = JoinSet::new();
    loop {
        let stream = tokio::select! {
            stream = accept(&listener) => stream,
            Some(_) = connections.join_next() => continue,
            _ = stopped.changed() => break,
        };
        connections.spawn(serve_one(stream, Arc::clone(&gateway), head_timeout, stopped.clone()));
    }
    drop(listener);
    let all_closed = async { while connections.join_next().await.is_some() {} };
    if tokio::time::timeout(STOP_TIMEOUT, all_closed).await.is_err() {
        connections.shutdown().await;
    }
}

async fn accept(listener: &TcpListener) -> TcpStream {
    loop {
        match listener.accept().await {
            Ok((stream, _)) => {
                // Without this option, small answers are only slower.
                if let Err(error) = stream.set_nodelay(true) {
                    tracing::debug!(%error, "TCP_NODELAY can't be set");
                }
                return stream;
            }
            // No file descriptor is free, or the client has gone. The server goes on.
            Err(error) => {
                tracing::warn!(%error, "a connection can't be accepted");
                tokio::time::sleep(ACCEPT_RETRY).await;
            }
        }
    }
}

async fn serve_one(
    stream: impl AsyncRead + AsyncWrite + Unpin,
    gateway: Arc<Gateway>,
    head_timeout: Duration,
    mut stopped: watch::Receiver<()>,
) {
    let service = service_fn(|request| Box::pin(Arc::clone(&gateway).answer(request)));
    let mut connection = http1::Builder::new()
        .timer(TokioTimer::new())
        // hyper would send the computer's time; the gateway sends practice's.
        .auto_date_header(false)
        .header_read_timeout(head_timeout)
        .max_header_size(MAX_HEAD)
        .serve_connection(TokioIo::new(stream), service);
    let served = tokio::select! {
        served = poll_fn(|cx| connection.poll_without_shutdown(cx)) => Some(served),
        _ = stopped.changed() => None,
    };
    let served = if let Some(served) = served {
        served
    } else {
        Pin::new(&mut connection).graceful_shutdown();
        poll_fn(|cx| connection.poll_without_shutdown(cx)).await
    };
    if let Err(error) = served {
        tracing::debug!(%error, "a connection ended early");
    }
    let stream = connection.into_parts().io.into_inner();
    tokio::select! {
        () = close(stream) => {}
        _ = stopped.changed() => {}
    }
}

/// Closes a connection so that the client reads the last answer, also if it is still sending a request:
/// a connection that is closed with unread input is reset, and the client loses the answer.
async fn close(mut stream: impl AsyncRead + AsyncWrite + Unpin) {
    let discard = async {
        stream.shutdown().await?;
        tokio::io::copy(&mut (&mut stream).take(MAX_DISCARDED), &mut tokio::io::sink()).await
    };
    match tokio::time::timeout(CLOSE_TIMEOUT, discard).await {
        Ok(Ok(_)) | Err(_) => {}
        Ok(Err(error)) => tracing::debug!(%error, "a connection was closed by the client"),
    }
}

/// How long running calls may go on after the stop.
const STOP_TIMEOUT: Duration = Duration::from_secs(1);
/// How long a client may go on sending after the last answer, and how many bytes.
const CLOSE_TIMEOUT: Duration = Duration::from_secs(10);
const MAX_DISCARDED: u64 = 64 * 1024 * 1024;
const ACCEPT_RETRY: Duration = Duration::from_millis(50);
/// Bytes of the request line and the headers. hyper answers more with 431.
const MAX_HEAD: usize = 16 * 1024;

#[cfg(test)]
mod tests {
    use std::net::{Ipv4Addr, SocketAddr};

    use chrono::TimeDelta;
    use tokio::io::AsyncWriteExt;

    use super::super::gateway::GatewayOptions;
    use super::super::log::Log;
    use super::*;
    use crate::clock::{Clock, SimClock, Speed};
    use crate::state::{self, Timeouts};
    use crate::state::{InitialState, SharedState};

    fn gateway(log: Log) -> Gateway {
        let clock = Clock::system();
        let world = state::open(None, None, clock.now()).unwrap().world;
        let clock = SimClock::new(clock, TimeDelta::zero(), Speed::default());
        let state =
            SharedState::new(world, None, InitialState::default(), clock, Timeouts::default());
        let options = GatewayOptions { latency: Duration::ZERO, log: Some(log), control: false };
        Gateway::new(SocketAddr::from((Ipv4Addr::LOCALHOST, 80)), Arc::new(state), options)
    }

    #[tokio::test]
    async fn a_client_that_has_gone_before_its_request_is_answered_is_logged() {
        let (tell, mut told) = tokio::sync::mpsc::unbounded_channel();
        let gateway = gateway(Log::new(move |answered| drop(tell.send(answered.to_string()))));
        // Unlike a socket, a pipe shows at once that the client has gone.
        let (mut client, server) = tokio::io::duplex(1024);
        client
            .write_all(b"GET /v.1.0/divisions HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
            .await
            .unwrap();
        drop(client);
        let (_running, stopped) = watch::channel(());
        serve_one(server, Arc::new(gateway), Duration::from_secs(30), stopped).await;
        let line = told.try_recv().unwrap();
        assert!(line.contains(" GET /v.1.0/divisions gave up "), "{line}");
    }
}
