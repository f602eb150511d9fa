//! What the server answers, described for machines: `OpenAPI` 3, as a file that can be read as it is.

use std::net::SocketAddr;

/// The description of a server at this address, as JSON.
pub(crate) fn of_server_at(address: SocketAddr) -> String {
    DESCRIPTION.replace(NOWHERE, &format!("http://{address}"))
}

const DESCRIPTION: &str = include_str!("openapi.json");
/// Stands in the file for the address, which is known once the server listens.
const NOWHERE: &str = "http://127.0.0.1:0";

/// The paths that are described.
#[cfg(test)]
pub(crate) fn paths() -> std::collections::BTreeSet<String> {
    let description: serde_json::Value = serde_json::from_str(DESCRIPTION).unwrap();
    description["paths"].as_object().unwrap().keys().cloned().collect()
}
