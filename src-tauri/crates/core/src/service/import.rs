//! Adds a key that one of Nova Post's own pages has shown. The key goes from the clipboard into the
//! keychain without passing through the main window. A key that only the keychain knows is added to
//! the store in the same way.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use zeroize::Zeroizing;

use super::deps::{Deps, KeyChangeLock};
use super::reconcile::{Reconciler, Stage, UnsavedKey};
use super::{KeyCard, Keys, parse_key};
use crate::clock::Clock;
use crate::keychain::Keychain;
use crate::model::{ApiEnvironment, Failure, KeyId, KeyRecord, KeyStatus, Progress, RunId, Step};
use crate::secret::ApiKey;

/// What a text is: a possible key, or why it is not one. Of a text that is not a key, this has the
/// length at most.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(tag = "is", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum ClipboardCheck {
    /// It can be a key, and is now the pending import.
    Key {
        /// Its last four characters.
        last_four: String,
        /// Its length in characters.
        length: usize,
        /// The record of this same key, if the app has it already.
        known: Option<Box<KeyCard>>,
    },
    /// No text.
    Empty,
    /// A web address.
    Address,
    /// A token. It expires within an hour, and only a key gets new ones.
    Token,
    /// Spaces or line breaks inside: more than a key was copied.
    SpacesInside,
    /// Characters that no key has: letters of another alphabet, or invisible ones.
    ForeignSigns,
    /// Shorter than any key.
    TooShort {
        /// Its length in characters.
        length: usize,
    },
    /// Longer than any key.
    TooLong {
        /// Its length in characters.
        length: usize,
    },
}

/// What the person says about the key that they add.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NewKey {
    /// The person's name for it; may be empty.
    pub name: String,
    /// The environment that accepts it.
    pub environment: ApiEnvironment,
    /// The organizations that it was made for.
    pub organizations: Vec<String>,
    /// The guide run that ends with it.
    pub run: Option<RunId>,
}

/// A key that was added and saved.
#[derive(Clone, Debug)]
pub struct Imported {
    /// The key as the window shows it.
    pub card: KeyCard,
    /// The key itself, to clear it from the clipboard.
    pub key: ApiKey,
}

/// A key that waits until the person has said what it is.
#[derive(Clone)]
struct PendingImport {
    key: ApiKey,
    /// For an unlisted key: its id in the keychain.
    unlisted: Option<KeyId>,
    check: ClipboardCheck,
}

/// The latest check. Two checks can run at the same time: of the clipboard and of typed text.
#[derive(Default)]
struct Latest {
    /// Counts checks and cancellations. A check that finds a greater number has been overtaken.
    number: u64,
    pending: Option<PendingImport>,
}

/// Adds keys that Nova Post's own pages show.
pub struct KeyImport {
    latest: Mutex<Latest>,
    keychain: Keychain,
    clock: Arc<dyn Clock>,
    key_change: Arc<KeyChangeLock>,
    reconciler: Arc<Reconciler>,
    keys: Arc<Keys>,
}

impl KeyImport {
    pub(super) fn new(deps: &Deps, reconciler: Arc<Reconciler>, keys: Arc<Keys>) -> Self {
        Self {
            latest: Mutex::default(),
            keychain: deps.keychain.clone(),
            clock: Arc::clone(&deps.clock),
            key_change: Arc::clone(&deps.key_change),
            reconciler,
            keys,
        }
    }

    /// Checks a copied or typed text. A possible key becomes the pending import, in place of the one
    /// before; any other text leaves none.
    ///
    /// Fails if the keychain can't say whether it has this key already.
    pub async fn check(&self, text: Option<Zeroizing<String>>) -> Result<ClipboardCheck, Failure> {
        let number = self.begin();
        let Some(text) = text else { return Ok(ClipboardCheck::Empty) };
        match parse_key(&text) {
            Ok(key) => self.set_pending(number, key, None).await,
            Err(check) => Ok(check),
        }
    }

    /// Makes an unlisted key the pending import.
    ///
    /// Fails with `not_found` if the keychain has no such entry any more.
    pub async fn check_unlisted(
        &self,
        id: &KeyId,
        progress: &Progress,
    ) -> Result<ClipboardCheck, Failure> {
        let number = self.begin();
        progress(Step::OpeningKeychain);
        let Some(key) = self.keychain.read(id, progress).await? else {
            self.reconciler.note_removed_elsewhere(id);
            return Err(Failure::NotFound);
        };
        self.set_pending(number, key, Some(id.clone())).await
    }

    /// Drops the pending import.
    pub fn cancel(&self) {
        self.begin();
    }

    /// Saves the pending import. If the app has this key already, renews what is recorded about it.
    ///
    /// Fails with `nothing_pending` if there is none, and with `secret_not_saved` if the keychain
    /// fails; the key is then kept in memory like any unsaved key.
    pub async fn confirm(&self, about: NewKey, progress: &Progress) -> Result<Imported, Failure> {
        // The key that is pending now: the person wants it saved even if the page is left before the
        // lock below is free.
        let pending = self.latest().pending.clone();
        let PendingImport { key, unlisted, .. } = pending.ok_or(Failure::NothingPending)?;
        // Two imports of one key at the same time would record it twice.
        let _no_other_change = self.key_change.lock().await;
        let run = about.run;
        let known = self.find_known(&key).await?;
        let record = self.record_of(known, &key, unlisted.clone(), about);
        let id = record.id.clone();
        let unsaved = UnsavedKey { key: key.clone(), record, run, stage: Stage::Saving };
        self.reconciler.state().add_unsaved(unsaved);
        let saved = self.reconciler.save(&id, progress).await;
        // The reconciler keeps it from here on, even if the keychain has failed.
        self.latest().pending.take_if(|pending| pending.key.same_as(&key));
        let card = self.keys.recorded_card(saved?);
        if let Some(copy) = unlisted.filter(|copy| *copy != card.id) {
            // The key is saved under its known id, so this entry is a second copy. Home goes on
            // showing one that can't be deleted.
            if let Err(failure) = self.keys.delete_unlisted(&copy, progress).await {
                tracing::warn!(?failure, "a second copy of a key stays in the keychain");
            }
        }
        Ok(Imported { card, key })
    }

    /// Drops the pending import and returns the number of the check that begins.
    fn begin(&self) -> u64 {
        let mut latest = self.latest();
        latest.number += 1;
        latest.pending = None;
        latest.number
    }

    /// If a later check has overtaken this one, returns what that one has found: the page then names
    /// the key that `confirm` would save.
    async fn set_pending(
        &self,
        number: u64,
        key: ApiKey,
        unlisted: Option<KeyId>,
    ) -> Result<ClipboardCheck, Failure> {
        let known = match self.find_known(&key).await? {
            Some(record) => Some(Box::new(self.keys.card(&record.id).await?)),
            None => None,
        };
        let last_four = key.last_four().to_owned();
        let length = key.expose().len();
        let check = ClipboardCheck::Key { last_four, length, known };
        let mut latest = self.latest();
        if latest.number == number {
            latest.pending = Some(PendingImport { key, unlisted, check: check.clone() });
        }
        Ok(latest.pending.as_ref().map_or(check, |pending| pending.check.clone()))
    }

    fn record_of(
        &self,
        known: Option<KeyRecord>,
        key: &ApiKey,
        unlisted: Option<KeyId>,
        about: NewKey,
    ) -> KeyRecord {
        let NewKey { name, environment, organizations, .. } = about;
        // A person may paste the key into the field for its name. It must not be written to the store.
        let without_key = |text: String| {
            let text = text.trim();
            if text.contains(key.expose()) { String::new() } else { text.to_owned() }
        };
        let name = without_key(name);
        let organizations =
            organizations.into_iter().map(without_key).filter(|name| !name.is_empty()).collect();
        let record = known.unwrap_or_else(|| {
            let id = unlisted.unwrap_or_else(KeyId::random);
            KeyRecord::new(id, environment, key.last_four().to_owned(), self.clock.now())
        });
        KeyRecord { name, environment, organizations, status: KeyStatus::Active, ..record }
    }

    /// What the app knows about this key, if it has it.
    async fn find_known(&self, key: &ApiKey) -> Result<Option<KeyRecord>, Failure> {
        let unsaved = self.reconciler.state().unsaved_same_as(key);
        match unsaved {
            Some(record) => Ok(Some(record)),
            None => self.keys.find_recorded(key).await,
        }
    }

    fn latest(&self) -> MutexGuard<'_, Latest> {
        self.latest.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
