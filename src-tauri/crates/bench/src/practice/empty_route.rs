//! The least that axum can serve: what practice is measured against.

use std::error::Error;

use axum::Router;
use axum::routing::get;
use tokio::net::TcpListener;
use tokio::runtime::Runtime;

/// Serves `/` with nothing in it, until the process is ended.
pub(crate) fn serve() -> Result<(), Box<dyn Error>> {
    Runtime::new()?.block_on(async {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        println!("listening on http://{}/", listener.local_addr()?);
        axum::serve(listener, Router::new().route("/", get(async || {}))).await?;
        Ok(())
    })
}
