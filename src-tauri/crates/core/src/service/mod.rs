//! The use cases: what a person can do with keys, tokens and guides. Names no window.
//!
//! [`Service`] makes one value per use case over shared dependencies. Start reading at
//! [`TestKeys::request`]; `reconcile` explains what the app repairs by itself.

mod accounts;
mod affiliations;
mod backups;
mod check_view;
mod checks;
mod clipboard_check;
mod deletions;
mod deps;
mod due;
mod findings;
mod guides;
mod hand_overs;
mod home;
mod import;
mod key_requests;
mod key_search;
mod keys;
mod leaks;
mod mode_data;
mod notices;
mod outcome;
mod parse_key;
mod program_tokens;
pub mod reconcile;
mod register;
mod register_files;
mod replacements;
mod reviews;
mod rules;
mod shipments;
mod test_keys;
mod to_do;
mod token_memory;
mod tokens;
mod view;
mod webhooks;

use std::path::PathBuf;
use std::sync::Arc;

use crate::clock::Clock;
use crate::keychain::Keychain;
use crate::nova_post::{BaseUrl, ConnectionCheck};

use deps::Deps;
use findings::Findings;
use reconcile::{Reconciler, UnsavedKeys};

pub use affiliations::Affiliations;
pub use backups::Backups;
pub use check_view::*;
pub use checks::{Checks, OnCheckProgress, PAUSE_BETWEEN_CHECKS};
pub use clipboard_check::{ClipboardCheck, NewExpiry, NewKey};
pub use guides::Guides;
pub use hand_overs::{
    FilePart, FilePreview, HandOvers, ReceiptCheck, RecipientKeyCheck, SealedKey,
};
pub use import::{Imported, KeyImport};
pub use key_requests::{CheckedKeyRequest, KeyRequestCheck, KeyRequests};
pub use key_search::{
    KeyPlace, KeySearch, KeySearchProgress, KeySearchResult, NotSearched, OnSearchProgress,
};
pub use keys::Keys;
pub use leaks::Leaks;
pub use mode_data::ModeData;
pub use notices::{Notice, NoticeText};
pub use parse_key::{KeyProblem, KeyQuestion, Parsed, parse_key, refuse_secrets, text_holds_key};
pub use program_tokens::{NamedKey, ProgramToken, ProgramTokens};
pub use register::{KeyPage, Register};
pub use register_files::*;
pub use replacements::{ReplacementStep, Replacements};
pub use reviews::{Reviewing, Reviews};
pub use rules::Rules;
pub use shipments::{NewestShipment, Shipments};
pub use test_keys::TestKeys;
pub use to_do::{Home, ToDo};
pub use tokens::Tokens;
pub use view::*;
pub use webhooks::{Webhook, WebhookList, Webhooks};

/// What a service needs. Practice and live share nothing of it.
pub struct ServiceConfig {
    /// The store's file. It and its folder are made if they are missing.
    pub store: PathBuf,
    /// The keychain entries of this mode.
    pub keychain: Keychain,
    /// The base address of the test environment.
    pub sandbox: BaseUrl,
    /// The base address of the production environment.
    pub production: BaseUrl,
    /// The base address of the API of Ukraine.
    pub ukraine: BaseUrl,
    /// The clock for key and token lifetimes.
    pub clock: Arc<dyn Clock>,
    /// What the organization allows.
    pub rules: Rules,
}

/// The use cases of one mode. Making a service does no I/O.
pub struct Service {
    /// Requests test keys by phone number.
    pub test_keys: TestKeys,
    /// Adds keys that Nova Post's own pages show.
    pub import: KeyImport,
    /// Gets and verifies tokens.
    pub tokens: Arc<Tokens>,
    /// Gives tokens to programs of this computer.
    pub program_tokens: ProgramTokens,
    /// Checks whether keys work.
    pub checks: Checks,
    /// Lists keys, reads their secrets and removes what is left of them.
    pub keys: Arc<Keys>,
    /// The list of keys: searches it, changes what is known of a key, and deletes keys.
    pub register: Register,
    /// Replaces keys, over days.
    pub replacements: Replacements,
    /// Keeps the cases of keys that others may have seen.
    pub leaks: Leaks,
    /// Hands keys over to the people whose systems need them.
    pub hand_overs: Arc<HandOvers>,
    /// Reads developers' requests for a key.
    pub key_requests: KeyRequests,
    /// Searches folders of this computer for keys.
    pub key_search: KeySearch,
    /// Asks for the newest shipment of an account.
    pub shipments: Shipments,
    /// Reviews keys once a year.
    pub reviews: Reviews,
    /// Asks for the webhooks of an account.
    pub webhooks: Webhooks,
    /// Keeps how far each organization has come in a guide.
    pub guides: Guides,
    /// Keeps what is typed for the affiliation email.
    pub affiliations: Affiliations,
    /// Makes backups of the list, checks its file, and restores it.
    pub backups: Arc<Backups>,
    /// Writes the register to files, and reads lists.
    pub register_files: RegisterFiles,
    /// Checks the connection to the servers of this mode.
    pub connection: ConnectionCheck,
    /// Repairs what a crash or the keychain has interrupted.
    pub reconciler: Arc<Reconciler>,
}

impl Service {
    /// Makes the use cases. Store, HTTP clients and keychain are opened when they are first needed.
    #[must_use]
    pub fn new(config: ServiceConfig) -> Self {
        let deps = Deps::new(config);
        let reconciler = Arc::new(Reconciler::new(&deps));
        let keys = Arc::new(Keys::new(&deps, Arc::clone(&reconciler)));
        let findings = Arc::new(Findings::new(&deps, Arc::clone(&reconciler)));
        let tokens = Arc::new(Tokens::new(&deps, Arc::clone(&findings), Arc::clone(&keys)));
        let hand_overs =
            Arc::new(HandOvers::new(&deps, Arc::clone(&reconciler), Arc::clone(&keys)));
        Self {
            checks: Checks::new(&deps, findings, Arc::clone(&keys), Arc::clone(&tokens)),
            test_keys: TestKeys::new(&deps, Arc::clone(&reconciler), Arc::clone(&keys)),
            import: KeyImport::new(&deps, Arc::clone(&reconciler), Arc::clone(&keys)),
            register: Register::new(&deps, Arc::clone(&reconciler), Arc::clone(&keys)),
            replacements: Replacements::new(&deps),
            leaks: Leaks::new(&deps),
            key_requests: KeyRequests::new(&deps, Arc::clone(&hand_overs)),
            hand_overs,
            key_search: KeySearch::new(Arc::clone(&keys)),
            shipments: Shipments::new(&deps, Arc::clone(&keys), Arc::clone(&tokens)),
            reviews: Reviews::new(&deps),
            webhooks: Webhooks::new(&deps, Arc::clone(&keys), Arc::clone(&tokens)),
            program_tokens: ProgramTokens::new(&deps, Arc::clone(&keys), Arc::clone(&tokens)),
            guides: Guides::new(&deps),
            affiliations: Affiliations::new(&deps),
            backups: Arc::new(Backups::new(&deps, Arc::clone(&reconciler))),
            register_files: RegisterFiles::new(&deps, Arc::clone(&reconciler)),
            connection: deps.nova_post.connection_check(),
            tokens,
            keys,
            reconciler,
        }
    }

    /// Wipes all secrets in memory, because the app ends. An unsaved test key is not lost by it: its
    /// attempt stays open, and requesting it again brings the same key.
    pub fn forget_secrets(&self) {
        drop(self.take_unsaved_keys());
    }

    /// Ends the service: returns its unsaved keys and wipes all other secrets.
    #[must_use]
    pub fn take_unsaved_keys(&self) -> UnsavedKeys {
        self.checks.cancel_all();
        self.key_search.cancel();
        self.tokens.forget();
        self.import.cancel();
        self.reconciler.take_unsaved_keys()
    }
}
