//! The state as JSON, and back.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::State;
use super::clients::{Client, Clients};
use super::tokens::{SECRET_BYTES, Signer};

/// Why a saved state can't be read. Says where, never what stands there: keys do.
#[derive(Debug)]
pub(crate) enum Damage {
    /// Not JSON, or not of our shape.
    Shape { line: usize, column: usize },
    /// Written by a version that this one doesn't know.
    Version(u32),
    /// A signing secret of another length.
    Secret,
    /// Two clients with one phone, id or key.
    Twins,
}

impl State {
    /// The whole state.
    pub(crate) fn to_json(&self) -> serde_json::Result<Vec<u8>> {
        serde_json::to_vec(&Saved {
            version: VERSION,
            signing_secret: hex::encode(self.signer.expose_secret()),
            clients: self.clients.all(),
        })
    }

    /// The state that was saved.
    pub(crate) fn from_json(json: &[u8]) -> Result<Self, Damage> {
        let at =
            |error: serde_json::Error| Damage::Shape { line: error.line(), column: error.column() };
        // The version first: a newer shape should be called newer, not broken.
        let Versioned { version } = serde_json::from_slice(json).map_err(at)?;
        if version != VERSION {
            return Err(Damage::Version(version));
        }
        let saved: Saved<Vec<Client>> = serde_json::from_slice(json).map_err(at)?;
        let mut secret = [0; SECRET_BYTES];
        hex::decode_to_slice(&saved.signing_secret, &mut secret).map_err(|_| Damage::Secret)?;
        let mut clients = Clients::default();
        for client in saved.clients {
            if !clients.add(client) {
                return Err(Damage::Twins);
            }
        }
        Ok(Self { clients, signer: Signer::with_secret(secret), revision: 0 })
    }
}

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Shape { line, column } => write!(f, "unreadable at line {line}, column {column}"),
            Self::Version(version) => write!(f, "version {version} is not known here"),
            Self::Secret => f.write_str("the signing secret has a wrong length"),
            Self::Twins => f.write_str("two clients share a phone, an id or a key"),
        }
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Saved<C> {
    version: u32,
    signing_secret: String,
    clients: C,
}

#[derive(Deserialize)]
struct Versioned {
    version: u32,
}

const VERSION: u32 = 1;
