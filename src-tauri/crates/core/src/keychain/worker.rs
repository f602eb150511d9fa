//! The one thread that calls the credential store.

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, mpsc};
use std::time::Instant;

use keyring_core::{CredentialStore, Entry, Error};
use tokio::sync::{Notify, oneshot};
use zeroize::{Zeroize, Zeroizing};

use super::errors::{may_be_a_lost_connection, meaning, variant, wipe};
use super::{Access, Attribute};
use crate::model::KeychainTrouble;
use crate::secret::ApiKey;

pub(super) type Reply<T> = oneshot::Sender<Result<T, KeychainTrouble>>;

pub(super) struct Request {
    pub(super) service: String,
    /// Whether the system may show a password prompt for this request.
    pub(super) interactive: bool,
    /// Notified if the request succeeds after its caller has given up.
    pub(super) late: Arc<Notify>,
    pub(super) operation: Operation,
}

/// An operation on the entry of an account, or on all entries of the service.
pub(super) enum Operation {
    Write(String, ApiKey, Reply<()>),
    Read(String, Reply<Option<ApiKey>>),
    Delete(String, Reply<()>),
    Names(Reply<Option<Vec<String>>>),
}

/// Starts the thread. It ends when the last sender is dropped.
pub(super) fn start(access: Box<dyn Access>) -> mpsc::Sender<Request> {
    let (sender, requests) = mpsc::channel::<Request>();
    let spawned = std::thread::Builder::new().name("keychain".to_owned()).spawn(move || {
        let mut worker = Worker { access, store: None };
        for request in requests {
            worker.serve(request);
        }
    });
    if let Err(error) = spawned {
        tracing::error!(%error, "the keychain's worker thread did not start");
    }
    sender
}

struct Worker {
    access: Box<dyn Access>,
    store: Option<Arc<CredentialStore>>,
}

impl Worker {
    fn serve(&mut self, request: Request) {
        if request.is_obsolete() {
            return;
        }
        let Request { service, interactive, late, operation } = request;
        match operation {
            Operation::Write(account, key, reply) => {
                let secret = key.expose().as_bytes();
                let write = |entry: &Entry| entry.set_secret(secret);
                let written = self.attempt("write", &service, interactive, |worker| {
                    let written = worker.with_entry(&service, &account, write);
                    let is_to_create = written == Err(KeychainTrouble::NoDefault) && interactive;
                    if is_to_create && worker.access.create_default() {
                        return worker.with_entry(&service, &account, write);
                    }
                    written
                });
                answer(reply, written, &late);
            }
            Operation::Read(account, reply) => {
                let read = self.attempt("read", &service, interactive, |worker| {
                    worker.with_entry(&service, &account, secret_of)
                });
                answer(reply, read.and_then(|bytes| bytes.map(to_key).transpose()), &late);
            }
            Operation::Delete(account, reply) => {
                let deleted = self.attempt("delete", &service, interactive, |worker| {
                    worker.with_entry(&service, &account, delete)
                });
                answer(reply, deleted, &late);
            }
            Operation::Names(reply) => {
                let names = self.attempt("names", &service, interactive, |worker| {
                    let attribute = worker.access.attribute();
                    worker.with_store(|store| names(store, &service, attribute))
                });
                answer(reply, names, &late);
            }
        }
    }

    /// Runs one operation, without a password prompt unless it is `interactive`. A panic of the
    /// system's library fails this operation alone: the next one opens the store again.
    fn attempt<T>(
        &mut self,
        operation: &'static str,
        service: &str,
        interactive: bool,
        act: impl FnOnce(&mut Self) -> Result<T, KeychainTrouble>,
    ) -> Result<T, KeychainTrouble> {
        // The store is the only thing that a panic can leave half changed, and it is dropped.
        let attempted = catch_unwind(AssertUnwindSafe(|| {
            if interactive {
                return act(self);
            }
            let _no_prompts = self.access.forbid_prompts();
            self.access.unavailable_without_prompt(service).map_or_else(|| act(self), Err)
        }));
        attempted.unwrap_or_else(|_| {
            // The panic's message may hold the secret. The app reports it with secrets removed.
            tracing::error!(operation, "the keychain's library panicked");
            self.store = None;
            Err(KeychainTrouble::Refused)
        })
    }

    fn with_entry<T>(
        &mut self,
        service: &str,
        account: &str,
        act: impl Fn(&Entry) -> keyring_core::Result<T>,
    ) -> Result<T, KeychainTrouble> {
        let attribute = self.access.attribute();
        self.with_store(|store| act(&build(store, service, account, attribute)?))
    }

    /// Calls the store. If the connection may be lost, because the keychain's daemon was restarted,
    /// opens it again and repeats the call once.
    fn with_store<T>(
        &mut self,
        act: impl Fn(&CredentialStore) -> keyring_core::Result<T>,
    ) -> Result<T, KeychainTrouble> {
        let started = Instant::now();
        let reconnect = self.store.is_some();
        match self.try_with_store(&act) {
            Err(error) if reconnect && may_be_a_lost_connection(&error) => {
                self.store = None;
                self.try_with_store(&act).map_err(|error| self.fail(error, started))
            }
            other => other.map_err(|error| self.fail(error, started)),
        }
    }

    fn try_with_store<T>(
        &mut self,
        act: &impl Fn(&CredentialStore) -> keyring_core::Result<T>,
    ) -> keyring_core::Result<T> {
        let store = match &self.store {
            Some(store) => store,
            None => &*self.store.insert(self.access.open()?),
        };
        act(&**store)
    }

    /// Wipes the error and returns what it means. The log names its variant only, because an
    /// error's text may hold the secret.
    fn fail(&mut self, error: Error, started: Instant) -> KeychainTrouble {
        let is_open = self.store.is_some();
        let meant =
            if is_open { meaning(&error, started.elapsed()) } else { KeychainTrouble::Missing };
        if may_be_a_lost_connection(&error) {
            self.store = None;
        }
        tracing::warn!(trouble = ?meant, error = variant(&error), "the keychain failed");
        wipe(error);
        meant
    }
}

impl Request {
    /// Whether the caller has given up, and the operation changes nothing or is not interactive.
    /// Such an operation could only cause a password prompt that nobody needs.
    fn is_obsolete(&self) -> bool {
        match &self.operation {
            Operation::Write(_, _, reply) | Operation::Delete(_, reply) => {
                !self.interactive && reply.is_closed()
            }
            Operation::Read(_, reply) => reply.is_closed(),
            Operation::Names(reply) => reply.is_closed(),
        }
    }
}

/// Sends the result, or notifies `late` of a success whose caller has given up.
fn answer<T>(reply: Reply<T>, result: Result<T, KeychainTrouble>, late: &Notify) {
    let succeeded = result.is_ok();
    if reply.send(result).is_err() && succeeded {
        late.notify_one();
    }
}

fn secret_of(entry: &Entry) -> keyring_core::Result<Option<Vec<u8>>> {
    match entry.get_secret() {
        Err(Error::NoEntry) => Ok(None),
        other => other.map(Some),
    }
}

fn delete(entry: &Entry) -> keyring_core::Result<()> {
    match entry.delete_credential() {
        Err(Error::NoEntry) => Ok(()),
        other => other,
    }
}

/// The entry of an account. It may not exist yet.
fn build(
    store: &CredentialStore,
    service: &str,
    account: &str,
    attribute: Option<Attribute>,
) -> keyring_core::Result<Entry> {
    let attributes: HashMap<&str, &str> = attribute.into_iter().collect();
    store.build(service, account, (!attributes.is_empty()).then_some(&attributes))
}

/// The accounts that have an entry under this service, or `None` if the store can't search. Entries
/// without this attribute get it.
fn names(
    store: &CredentialStore,
    service: &str,
    attribute: Option<Attribute>,
) -> keyring_core::Result<Option<Vec<String>>> {
    // Windows' store can only search with a regular expression, which the service name is not.
    let query = (!cfg!(windows)).then_some(("service", service));
    let entries = match store.search(&query.into_iter().collect()) {
        Ok(entries) => entries,
        Err(Error::NoEntry) => Vec::new(),
        Err(Error::NotSupportedByStore(_)) => return Ok(None),
        Err(other) => return Err(other),
    };
    let specifiers = entries.iter().filter_map(Entry::get_specifiers);
    let of_service = specifiers.filter(|(other, _)| other == service);
    let accounts: Vec<String> = of_service.map(|(_, account)| account).collect();
    for account in &accounts {
        if let Err(error) = set_attribute(store, service, account, attribute) {
            tracing::warn!(error = variant(&error), "an entry can't be written again");
            wipe(error);
        }
    }
    Ok(Some(accounts))
}

/// Writes an entry again if it has another value of this attribute. The secret stays the same.
fn set_attribute(
    store: &CredentialStore,
    service: &str,
    account: &str,
    attribute: Option<Attribute>,
) -> keyring_core::Result<()> {
    let Some((name, value)) = attribute else { return Ok(()) };
    let entry = build(store, service, account, attribute)?;
    if entry.get_attributes()?.get(name).is_none_or(|present| present == value) {
        return Ok(());
    }
    tracing::info!(name, value, "an entry is written again");
    entry.set_secret(&Zeroizing::new(entry.get_secret()?))
}

fn to_key(bytes: Vec<u8>) -> Result<ApiKey, KeychainTrouble> {
    let text = String::from_utf8(bytes).map_err(|error| {
        error.into_bytes().zeroize();
        KeychainTrouble::Refused
    })?;
    ApiKey::new(text).map_err(|_| KeychainTrouble::Refused)
}
