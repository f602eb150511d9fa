//! The use cases, in the product's words. Ties the rooms together; knows no window.

mod affiliation;
mod bring_in;
mod care;
mod clearing;
mod guides;
mod held;
mod home;
mod orphans;
mod outcome;
mod recovery;
mod test_key;
mod tokens;
mod view;

use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use tokio::sync::OnceCell;

use crate::clock::Clock;
use crate::email::{self, EmailVerdict};
use crate::keychain::Keychain;
use crate::model::{ApiEnvironment, Failure, KeyId, Progress, Step};
use crate::nova_post::{BaseUrl, NovaPost, Sandbox};
use crate::phone::{self, Country, Region, Verdict};
use crate::secret::{ApiKey, Jwt};
use crate::store::Store;

use bring_in::Offers;
use care::Care;
use held::HeldKeys;
use orphans::Orphans;
use recovery::Recovery;
use tokens::HeldTokens;

pub use bring_in::{BroughtIn, NewKey, OnClipboard, judge};
pub use care::Bell;
pub use clearing::ModeData;
pub use held::UnsavedKeys;
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
    store_file: PathBuf,
    store: OnceCell<Store>,
    recovery: Recovery,
    care: Care,
    sandbox_url: BaseUrl,
    sandbox: OnceCell<Sandbox>,
    production_url: BaseUrl,
    production: OnceCell<NovaPost>,
    keychain: Keychain,
    clock: Arc<dyn Clock>,
    held_keys: Mutex<HeldKeys>,
    held_tokens: Mutex<HeldTokens>,
    orphans: Mutex<Orphans>,
    /// The key that was found and is not brought in yet.
    offers: Mutex<Offers>,
    /// One key arrives at a time: asking for one is a once-a-day call, and none may come twice.
    arriving: tokio::sync::Mutex<()>,
}

impl Service {
    /// Sets up a service.
    #[must_use]
    pub fn new(config: ServiceConfig) -> Self {
        Self {
            store_file: config.store,
            store: OnceCell::new(),
            recovery: Recovery::default(),
            care: Care::default(),
            sandbox_url: config.sandbox,
            sandbox: OnceCell::new(),
            production_url: config.production,
            production: OnceCell::new(),
            keychain: config.keychain,
            clock: config.clock,
            held_keys: Mutex::default(),
            held_tokens: Mutex::default(),
            orphans: Mutex::default(),
            offers: Mutex::default(),
            arriving: tokio::sync::Mutex::default(),
        }
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

    /// Lets go of every secret in memory, because the app ends. A key that the keychain has not taken
    /// is not lost by it: its attempt stays open, and asking again brings the same key.
    pub fn forget_secrets(&self) {
        self.held_keys().clear();
        self.held_tokens().clear();
        self.withdraw();
    }

    async fn open_key(&self, id: &KeyId, progress: &Progress) -> Result<ApiKey, Failure> {
        if let Some(held) = self.held_key(id) {
            return Ok(held.key);
        }
        progress(Step::OpeningKeychain);
        let read = self.keychain.read(id, progress).await?;
        self.keychain_answers();
        if read.is_none() {
            self.note_lost(id);
        }
        read.ok_or(Failure::KeychainRefused)
    }

    async fn store(&self) -> Result<&Store, Failure> {
        self.store.get_or_try_init(|| Store::open_in_background(self.store_file.clone())).await
    }

    async fn sandbox(&self) -> Result<&Sandbox, Failure> {
        let (base, clock) = (self.sandbox_url.clone(), Arc::clone(&self.clock));
        self.sandbox.get_or_try_init(|| aside(move || Sandbox::new(base, clock))).await
    }

    async fn nova_post(&self, environment: ApiEnvironment) -> Result<&NovaPost, Failure> {
        match environment {
            ApiEnvironment::Sandbox => self.sandbox().await.map(Sandbox::nova_post),
            ApiEnvironment::Production => {
                let sandbox = self.sandbox().await?.nova_post().clone();
                let base = self.production_url.clone();
                self.production.get_or_try_init(|| aside(move || sandbox.beside(base))).await
            }
            // The Ukrainian API knows no tokens (seed): there is nothing to ask.
            ApiEnvironment::Ukraine => Err(Failure::AccessForbidden),
        }
    }
}

/// Loading the system's trusted certificates takes a while: not on a thread that answers.
async fn aside<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Failure> + Send + 'static,
) -> Result<T, Failure> {
    tokio::task::spawn_blocking(work).await.unwrap_or(Err(Failure::TlsUntrusted))
}
