//! An axum server with one empty route, for comparison with practice.

use std::error::Error;

use axum::Router;
use axum::routing::get;
use tokio::net::TcpListener;
use tokio::runtime::Runtime;

/// Serves an empty response at `/` until the process is killed.
pub(crate) fn serve() -> Result<(), Box<dyn Error>> {
    Runtime::new()?.block_on(async {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        println!("listening on http://{}/", listener.local_addr()?);
        axum::serve(listener, Router::new().route("/", get(async || {}))).await?;
        Ok(())
    })
}
