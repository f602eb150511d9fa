//! The use cases, in the product's words. Knows no window.

mod affiliation;
mod bring_in;
mod clearing;
mod deps;
mod guides;
mod home;
mod outcome;
pub mod reconcile;
mod test_key;
mod tokens;
mod view;

use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use crate::clock::Clock;
use crate::email::{self, EmailVerdict};
use crate::keychain::Keychain;
use crate::model::{Failure, KeyId, Progress, Step};
use crate::nova_post::BaseUrl;
use crate::phone::{self, Country, Region, Verdict};
use crate::secret::{ApiKey, Jwt};
use crate::store::Store;

use bring_in::Offers;
use deps::Deps;
use reconcile::{Reconciler, Trigger, UnsavedKeys};
use tokens::HeldTokens;

pub use bring_in::{BroughtIn, NewKey, OnClipboard, judge};
pub use clearing::ModeData;
pub use view::*;

/// What a service is made of. Practice and live share none of it.
pub struct ServiceConfig {
    /// The store's file.
    pub store: PathBuf,
    /// The keychain.
    pub keychain: Keychain,
    /// Where the sandbox is.
    pub sandbox: BaseUrl,
    /// Where production is.
    pub production: BaseUrl,
    /// What time it is.
    pub clock: Arc<dyn Clock>,
}

/// The service of one mode. Making it does nothing yet: store, network and keychain open when
/// they are first needed, and again if that failed.
pub struct Service {
    deps: Deps,
    /// Repairs what a crash or the keychain has interrupted.
    pub reconciler: Arc<Reconciler>,
    held_tokens: Mutex<HeldTokens>,
    /// The key that was found and is not brought in yet.
    offers: Mutex<Offers>,
}

impl Service {
    /// Sets up a service.
    #[must_use]
    pub fn new(config: ServiceConfig) -> Self {
        let deps = Deps::new(config);
        let reconciler = Arc::new(Reconciler::new(&deps));
        Self { deps, reconciler, held_tokens: Mutex::default(), offers: Mutex::default() }
    }

    /// What is to be said about a number as typed.
    #[must_use]
    pub fn check_phone(input: &str, country: Option<Region>) -> Verdict {
        phone::check(input, country)
    }

    /// What is to be said about an e-mail address as typed.
    #[must_use]
    pub fn check_email(input: &str) -> EmailVerdict {
        email::check(input)
    }

    /// All countries with a numbering plan.
    #[must_use]
    pub fn countries() -> Vec<Country> {
        phone::countries()
    }

    /// The key itself, to copy or to show it because the person asked for exactly that.
    pub async fn secret_of(&self, id: &KeyId, progress: &Progress) -> Result<ApiKey, Failure> {
        self.open_key(id, progress).await
    }

    /// The token in hand, to copy it.
    #[must_use]
    pub fn token_of(&self, id: &KeyId) -> Option<Jwt> {
        self.live_token(id)
    }

    /// Drops every secret in memory, because the app ends. An unsaved key is not lost by it: its
    /// attempt stays open, and asking again brings the same key.
    pub fn forget_secrets(&self) {
        drop(self.take_unsaved_keys());
    }

    /// Ends the service: returns its unsaved keys and drops all other secrets.
    #[must_use]
    pub fn take_unsaved_keys(&self) -> UnsavedKeys {
        self.held_tokens().clear();
        self.withdraw();
        self.reconciler.take_unsaved_keys()
    }

    async fn open_key(&self, id: &KeyId, progress: &Progress) -> Result<ApiKey, Failure> {
        let unsaved = self.reconciler.state().unsaved(id);
        if let Some(unsaved) = unsaved {
            return Ok(unsaved.key);
        }
        progress(Step::OpeningKeychain);
        let Some(key) = self.deps.keychain.read(id, progress).await? else {
            self.reconciler.note_lost(id);
            return Err(Failure::KeychainRefused);
        };
        self.reconciler.notify(Trigger::KeychainResponded);
        Ok(key)
    }

    async fn store(&self) -> Result<&Store, Failure> {
        self.deps.store.get().await
    }
}
