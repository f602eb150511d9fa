//! Accepts connections, serves them, and closes them when the server stops.

use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::io::{AsyncRead, AsyncWrite};
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
    let service = service_fn(|request| Arc::clone(&gateway).answer(request));
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        // hyper would send the computer's time; the gateway sends practice's.
        .auto_date_header(false)
        .header_read_timeout(head_timeout)
        .max_header_size(MAX_HEAD)
        .serve_connection(TokioIo::new(stream), service);
    let mut connection = pin!(connection);
    let served = tokio::select! {
        served = connection.as_mut() => served,
        _ = stopped.changed() => {
            connection.as_mut().graceful_shutdown();
            connection.await
        }
    };
    if let Err(error) = served {
        tracing::debug!(%error, "a connection ended early");
    }
}

/// How long running calls may go on after the stop.
const STOP_TIMEOUT: Duration = Duration::from_secs(1);
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
