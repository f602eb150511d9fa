//! Taking connections in, serving them within limits, and seeing them off.

use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, watch};
use tokio::task::JoinSet;

use super::Limits;
use super::front::Front;
use super::patience::Patient;

/// Serves until the other end of `stopped` is gone; returns when every connection is closed.
pub(super) async fn serve(
    listener: TcpListener,
    front: Front,
    limits: Limits,
    mut stopped: watch::Receiver<()>,
) {
    let front = Arc::new(front);
    let places = Arc::new(Semaphore::new(limits.connections));
    let mut connections = JoinSet::new();
    loop {
        let next = async {
            // The semaphore is never closed.
            let place = Arc::clone(&places).acquire_owned().await.ok();
            (accept(&listener).await, place)
        };
        let (stream, place) = tokio::select! {
            next = next => next,
            Some(_) = connections.join_next() => continue,
            _ = stopped.changed() => break,
        };
        let connection = serve_one(stream, Arc::clone(&front), limits, stopped.clone());
        connections.spawn(async move {
            connection.await;
            drop(place);
        });
    }
    drop(listener);
    let farewell = async { while connections.join_next().await.is_some() {} };
    if tokio::time::timeout(FAREWELL, farewell).await.is_err() {
        connections.shutdown().await;
    }
}

async fn accept(listener: &TcpListener) -> TcpStream {
    loop {
        match listener.accept().await {
            Ok((stream, _)) => return stream,
            // Out of files, or the client is gone already. Neither ends the server.
            Err(error) => {
                tracing::warn!(%error, "a connection can't be accepted");
                tokio::time::sleep(AFTER_A_FAILED_ACCEPT).await;
            }
        }
    }
}

async fn serve_one(
    stream: TcpStream,
    front: Arc<Front>,
    limits: Limits,
    mut stopped: watch::Receiver<()>,
) {
    // Answers are small and wanted at once. Without it they are only slower.
    let _ = stream.set_nodelay(true);
    let service = service_fn(|request| {
        let front = Arc::clone(&front);
        async move { front.answer(request).await }
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        // It would show the computer's time; the front's shows practice's.
        .auto_date_header(false)
        // Answers are small: head and body in one piece are cheaper than two pieces at once.
        .writev(false)
        .header_read_timeout(limits.head)
        .max_header_size(MOST_HEAD)
        .serve_connection(TokioIo::new(Patient::new(stream, limits.taking)), service);
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

/// How long calls under way may go on after the stop.
const FAREWELL: Duration = Duration::from_secs(1);
const AFTER_A_FAILED_ACCEPT: Duration = Duration::from_millis(50);
/// Bytes of request line and headers; more gets 431 from the HTTP layer.
const MOST_HEAD: usize = 16 * 1024;
