//! The server's own description as `OpenAPI` 3.

use std::net::SocketAddr;

/// The description, as JSON, of a server at this address.
pub(crate) fn of_server_at(address: SocketAddr) -> String {
    DESCRIPTION.replace(PLACEHOLDER, &format!("http://{address}"))
}

const DESCRIPTION: &str = include_str!("openapi.json");
/// The placeholder in the file. The address is known once the server listens.
const PLACEHOLDER: &str = "http://127.0.0.1:0";

/// The paths that are described.
#[cfg(test)]
pub(crate) fn paths() -> std::collections::BTreeSet<String> {
    let description: serde_json::Value = serde_json::from_str(DESCRIPTION).unwrap();
    description["paths"].as_object().unwrap().keys().cloned().collect()
}
