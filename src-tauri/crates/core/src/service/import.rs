//! Adds a key that one of Nova Post's own pages has shown. The key goes from the clipboard into the
//! keychain without passing through the main window. A key that only the keychain knows is added to
//! the store in the same way.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use zeroize::Zeroizing;

use super::deps::{Deps, KeyChangeLock, LazyStore};
use super::parse_key::{KeyProblem, KeyQuestion, Parsed, is_usual_for, parse_key, refuse_secrets};
use super::reconcile::{Reconciler, Stage, UnsavedKey};
use super::{ClipboardCheck, KeyCard, Keys, NewExpiry, NewKey};
use crate::clock::Clock;
use crate::keychain::Keychain;
use crate::model::{
    ApiEnvironment, Failure, KeyId, KeyRecord, KeyStatus, Progress, Step, no_progress,
};
use crate::secret::ApiKey;

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
    store: Arc<LazyStore>,
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
            store: Arc::clone(&deps.store),
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
        let Some(text) = text else { return Ok(ClipboardCheck::Problem(KeyProblem::Empty)) };
        let (key, question) = match parse_key(&text) {
            Parsed::Found(key) => (key, None),
            Parsed::Question(key, question) => (key, Some(question)),
            Parsed::Problem(problem) => return Ok(ClipboardCheck::Problem(problem)),
        };
        self.set_pending(number, key, question, None).await
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
        self.set_pending(number, key, None, Some(id.clone())).await
    }

    /// Whether a key was read that is not saved yet.
    pub fn is_pending(&self) -> bool {
        self.latest().pending.is_some()
    }

    /// Drops the pending import.
    pub fn cancel(&self) {
        self.begin();
    }

    /// Saves the pending import. If the app has this key already, renews what is recorded about it.
    ///
    /// Fails with `nothing_pending` if there is none, with `key_form_unusual` if the environment's keys
    /// look different and the person was not asked about that, and with `looks_like_key` if a name has a
    /// key in it. Fails with `secret_not_saved` if the keychain fails; the key is then kept in memory
    /// like any unsaved key.
    pub async fn confirm(&self, about: NewKey, progress: &Progress) -> Result<Imported, Failure> {
        // The key that is pending now: the person wants it saved even if the page is left before the
        // lock below is free.
        let pending = self.latest().pending.clone();
        let PendingImport { key, unlisted, .. } = pending.ok_or(Failure::NothingPending)?;
        refuse_secrets_in(&about, &key)?;
        if !about.second_look && unlisted.is_none() && !is_usual_for(&key, about.environment) {
            return Err(Failure::KeyFormUnusual { length: key.expose().len() });
        }
        // Two imports of one key at the same time would record it twice.
        let _no_other_change = self.key_change.lock().await;
        let run = about.run;
        let known = match self.find_known(&key).await? {
            // The last four characters are those of a key of another environment, whose secret was never here.
            Some(known) if !known.had_secret && known.environment != about.environment => None,
            known => known,
        };
        let known = match known {
            None => self.named_record(&about, &key).await?,
            known => known,
        };
        let record = self.record_of(known, &key, unlisted.clone(), about);
        let id = record.id.clone();
        if unlisted.is_none() {
            self.note(&record).await;
        }
        let attempt = self.reconciler.state().unsaved(&id).and_then(|it| it.attempt);
        let stage = Stage::Saving;
        let unsaved = UnsavedKey { key: key.clone(), record, attempt, run, stage };
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
        question: Option<KeyQuestion>,
        unlisted: Option<KeyId>,
    ) -> Result<ClipboardCheck, Failure> {
        let known = match self.find_known(&key).await? {
            Some(record) => Some(Box::new(self.keys.card(&record.id).await?)),
            None => None,
        };
        let last_four = key.last_four().to_owned();
        let length = key.expose().len();
        let check = ClipboardCheck::Key { last_four, length, known, question };
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
        let NewKey { name, environment, organizations, holder, expiry, .. } = about;
        let record = known.unwrap_or_else(|| {
            let id = unlisted.unwrap_or_else(KeyId::random);
            KeyRecord::new(id, environment, key.last_four().to_owned(), self.clock.now())
        });
        let name = name.trim().to_owned();
        // Nova Post has told when a test key ends.
        let is_told = environment == ApiEnvironment::Sandbox;
        let valid_until = match expiry {
            NewExpiry::On { end } if !is_told => Some(end),
            NewExpiry::NotKnown if !is_told => None,
            _ => record.valid_until,
        };
        let organizations = organizations.map(|names| {
            let names = names.iter().map(|name| name.trim().to_owned());
            names.filter(|name| !name.is_empty()).collect()
        });
        let organizations = organizations.unwrap_or_else(|| record.organizations.clone());
        let holder = holder.map(|name| name.trim().to_owned());
        let holder = holder.unwrap_or_else(|| record.holder.clone());
        let record = KeyRecord {
            name,
            environment,
            had_secret: true,
            valid_until,
            holder,
            organizations,
            last_four: key.last_four().to_owned(),
            ..record
        };
        // Adding a key again does not change that another one has replaced it, and is no check of it.
        let is_replaced = record.status == KeyStatus::Replaced;
        let status = if is_replaced { KeyStatus::Replaced } else { record.checked_status() };
        KeyRecord { status, ..record }
    }

    /// The record that the person named for this key. `None` if it has a secret here, is of another environment
    /// or has other last characters.
    async fn named_record(
        &self,
        about: &NewKey,
        key: &ApiKey,
    ) -> Result<Option<KeyRecord>, Failure> {
        let Some(id) = &about.record else { return Ok(None) };
        let records = self.store.get().await?.keys_of(std::slice::from_ref(id)).await?;
        let is_same = |record: &KeyRecord| {
            record.environment == about.environment
                && (record.last_four.is_empty() || record.last_four == key.last_four())
        };
        let record = records.into_iter().next().filter(is_same);
        let Some(record) = record else { return Ok(None) };
        let is_here = self.keychain.read(id, &no_progress()).await?.is_some();
        Ok(Some(record).filter(|_| !is_here))
    }

    /// Notes that the key is about to be saved, so that the next start can tell of it. The key goes to the
    /// keychain even if this fails: there it survives a full disk.
    async fn note(&self, record: &KeyRecord) {
        let noted = match self.store.get().await {
            Ok(store) => store.note_import(record, self.clock.now()).await,
            Err(failure) => Err(failure),
        };
        if let Err(failure) = noted {
            tracing::warn!(?failure, "a key goes to the keychain without a note");
        }
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

/// A person may paste the key into the field for its name. It must not be written to the store.
fn refuse_secrets_in(about: &NewKey, key: &ApiKey) -> Result<(), Failure> {
    let organizations = about.organizations.iter().flatten();
    let mut texts = organizations.chain(&about.holder).chain([&about.name]);
    refuse_secrets(texts.clone())?;
    if texts.any(|text| text.contains(key.expose())) {
        return Err(Failure::LooksLikeKey);
    }
    Ok(())
}
