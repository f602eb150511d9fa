//! What Nova Post does, as a pure state machine: a state, a time and a request give an answer, and
//! for `test-api-keys` a changed state. No HTTP, no files, no clock and no randomness of its own.
//!
//! One [`State`] is one environment. Only the sandbox is served so far; a production beside it is
//! another state under another base path, without `create_test_key`.

mod answer;
mod authorization;
mod clients;
mod dictionary;
mod key;
mod saved;
mod secret;
mod test_keys;
mod tokens;

#[cfg(test)]
mod tests;

pub(crate) use answer::{Answer, Delivery, Refusal, Says};
pub(crate) use dictionary::{Page, PageAsked};
pub(crate) use key::Key;

use rand::CryptoRng;

use clients::Clients;
use tokens::Signer;

/// Everything that an environment remembers between two calls.
pub(crate) struct State {
    clients: Clients,
    signer: Signer,
    revision: u64,
}

impl State {
    /// An environment that nobody has called yet, with a signing secret of its own.
    pub(crate) fn new(rng: &mut impl CryptoRng) -> Self {
        Self { clients: Clients::default(), signer: Signer::new(rng), revision: 0 }
    }

    /// Grows with every change, so that whoever keeps the state knows what is not kept yet.
    pub(crate) fn revision(&self) -> u64 {
        self.revision
    }
}
