//! The HTTP around the rules: a server on loopback that starts, answers and stops.

mod body;
mod calls;
mod connections;
mod front;
mod office;
mod options;
mod state_file;
mod wire;

pub use options::{Limits, Options, StartError};

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;

use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;

use office::Office;

/// A running practice server. It stops when this is dropped; [`Practice::stop`] also waits for it.
#[derive(Debug)]
pub struct Practice {
    address: SocketAddr,
    /// Closing this channel is the signal to stop.
    running: watch::Sender<()>,
    serving: JoinHandle<()>,
}

impl Practice {
    /// Starts a server on 127.0.0.1, and nowhere else. When this returns, it takes calls. Has to be
    /// called inside a Tokio runtime, on which the server then lives.
    pub async fn start(options: Options) -> Result<Self, StartError> {
        let Options { port, state, clock, limits } = options;
        let (state, file) = tokio::task::spawn_blocking(move || state_file::open(state))
            .await
            .map_err(|_| StartError::RuntimeStopped)??;
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
            .await
            .map_err(|error| StartError::listening(port, error))?;
        let address = listener.local_addr().map_err(|error| StartError::listening(port, error))?;
        let office = Arc::new(Office::new(state, file, clock, limits));
        let (running, stopped) = watch::channel(());
        let serving = tokio::spawn(connections::serve(listener, address, office, stopped));
        tracing::info!(port = address.port(), "practice server is listening");
        Ok(Self { address, running, serving })
    }

    /// The sandbox's address, ending in a slash: `http://127.0.0.1:PORT/v.1.0/`.
    #[must_use]
    pub fn base_url(&self) -> String {
        format!("http://{}{}/", self.address, calls::SANDBOX)
    }

    /// Takes no more calls, lets those under way finish for a moment, and returns when all
    /// connections are closed.
    pub async fn stop(self) {
        drop(self.running);
        if self.serving.await.is_err() {
            tracing::error!("practice server ended in disorder");
        }
    }
}
