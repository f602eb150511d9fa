//! The one thread that talks to the credential store, and what its errors mean.

use std::collections::HashMap;
use std::sync::{Arc, mpsc};

use keyring_core::{CredentialStore, Entry, Error};
use tokio::sync::{Notify, oneshot};
use zeroize::Zeroize;

use super::Access;
use crate::model::KeychainTrouble;
use crate::secret::ApiKey;

pub(super) type Reply<T> = oneshot::Sender<Result<T, KeychainTrouble>>;

pub(super) struct Request {
    pub(super) service: String,
    /// The system must not ask the person for a password because of it.
    pub(super) quiet: bool,
    /// Told when it is done and nobody waits for it any more.
    pub(super) late: Arc<Notify>,
    pub(super) work: Work,
}

/// What is to be done with the entry of this account, or with all of the service.
pub(super) enum Work {
    Write(String, ApiKey, Reply<()>),
    Read(String, Reply<Option<ApiKey>>),
    Delete(String, Reply<()>),
    Names(Reply<Option<Vec<String>>>),
}

/// Starts the thread. It ends when the last sender is gone.
pub(super) fn start(access: Box<dyn Access>) -> mpsc::Sender<Request> {
    let (sender, requests) = mpsc::channel::<Request>();
    let spawned = std::thread::Builder::new().name("keychain".to_owned()).spawn(move || {
        let mut worker = Worker { access, store: None };
        for request in requests {
            worker.serve(request);
        }
    });
    if spawned.is_err() {
        tracing::error!("no thread for the keychain");
    }
    sender
}

struct Worker {
    access: Box<dyn Access>,
    store: Option<Arc<CredentialStore>>,
}

impl Worker {
    fn serve(&mut self, request: Request) {
        if request.is_pointless() {
            return;
        }
        let Request { service, quiet, late, work } = request;
        let may = if quiet { self.access.in_the_way(&service).map_or(Ok(()), Err) } else { Ok(()) };
        match work {
            Work::Write(account, key, reply) => {
                let secret = key.expose().as_bytes();
                let write = |entry: &Entry| entry.set_secret(secret);
                answer(reply, may.and_then(|()| self.with_entry(&service, &account, write)), &late);
            }
            Work::Read(account, reply) => {
                let read = may.and_then(|()| self.with_entry(&service, &account, secret_of));
                answer(reply, read.and_then(|bytes| bytes.map(to_key).transpose()), &late);
            }
            Work::Delete(account, reply) => {
                let deleted = may.and_then(|()| self.with_entry(&service, &account, delete));
                answer(reply, deleted, &late);
            }
            Work::Names(reply) => {
                let named = may.and_then(|()| self.with_store(|store| names(store, &service)));
                answer(reply, named, &late);
            }
        }
    }

    fn with_entry<T>(
        &mut self,
        service: &str,
        account: &str,
        act: impl Fn(&Entry) -> keyring_core::Result<T>,
    ) -> Result<T, KeychainTrouble> {
        self.with_store(|store| act(&store.build(service, account, None)?))
    }

    /// Does one thing with the store. A lost connection (the keychain was restarted) is opened anew
    /// and the thing tried once more.
    fn with_store<T>(
        &mut self,
        act: impl Fn(&CredentialStore) -> keyring_core::Result<T>,
    ) -> Result<T, KeychainTrouble> {
        let reconnect = self.store.is_some();
        match self.try_with_store(&act) {
            Err(error) if reconnect && may_be_a_lost_connection(&error) => {
                self.store = None;
                self.try_with_store(&act).map_err(|error| self.give_up(error))
            }
            other => other.map_err(|error| self.give_up(error)),
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

    fn give_up(&mut self, error: Error) -> KeychainTrouble {
        let opened = self.store.is_some();
        let trouble = match &error {
            _ if !opened => KeychainTrouble::Missing,
            Error::NoStorageAccess(cause) if has_no_collection(cause.as_ref()) => {
                KeychainTrouble::Missing
            }
            Error::NoStorageAccess(_) => KeychainTrouble::Locked,
            Error::NoDefaultStore => KeychainTrouble::Missing,
            _ => KeychainTrouble::Refused,
        };
        if may_be_a_lost_connection(&error) {
            self.store = None;
        }
        wipe(error);
        tracing::warn!(?trouble, "the keychain failed");
        trouble
    }
}

impl Request {
    /// Nobody waits any longer, and doing it would change nothing or was not asked for by a person:
    /// it could only make the system ask for its password.
    fn is_pointless(&self) -> bool {
        match &self.work {
            Work::Write(_, _, reply) | Work::Delete(_, reply) => self.quiet && reply.is_closed(),
            Work::Read(_, reply) => reply.is_closed(),
            Work::Names(reply) => reply.is_closed(),
        }
    }
}

/// A caller who has given up no longer listens. That it was done all the same is told on.
fn answer<T>(reply: Reply<T>, result: Result<T, KeychainTrouble>, late: &Notify) {
    let done = result.is_ok();
    if reply.send(result).is_err() && done {
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

/// The accounts that have an entry under this service; none if the store can't search.
fn names(store: &CredentialStore, service: &str) -> keyring_core::Result<Option<Vec<String>>> {
    let pattern = format!("{service}$");
    // Windows searches what it shows of an entry, the other systems what it is filed under.
    let wanted = if cfg!(windows) { ("pattern", &*pattern) } else { ("service", service) };
    let entries = match store.search(&HashMap::from([wanted])) {
        Ok(entries) => entries,
        Err(Error::NoEntry) => Vec::new(),
        Err(Error::NotSupportedByStore(_)) => return Ok(None),
        Err(other) => return Err(other),
    };
    let filed = entries.iter().filter_map(Entry::get_specifiers);
    let of_service = filed.filter(|(other, _)| other == service);
    Ok(Some(of_service.map(|(_, account)| account).collect()))
}

/// A Secret Service without a default collection, as before its first use: there is nothing to
/// unlock, one has to be made.
#[cfg(target_os = "linux")]
fn has_no_collection(cause: &(dyn std::error::Error + 'static)) -> bool {
    matches!(cause.downcast_ref(), Some(secret_service::Error::NoResult))
}

#[cfg(not(target_os = "linux"))]
fn has_no_collection(_cause: &(dyn std::error::Error + 'static)) -> bool {
    false
}

fn may_be_a_lost_connection(error: &Error) -> bool {
    matches!(error, Error::PlatformFailure(_))
}

/// Two errors carry the bytes of the secret: they are wiped, and no error is ever printed.
fn wipe(error: Error) {
    if let Error::BadEncoding(mut bytes) | Error::BadDataFormat(mut bytes, _) = error {
        bytes.zeroize();
    }
}

fn to_key(bytes: Vec<u8>) -> Result<ApiKey, KeychainTrouble> {
    let text = String::from_utf8(bytes).map_err(|error| {
        error.into_bytes().zeroize();
        KeychainTrouble::Refused
    })?;
    ApiKey::new(text).map_err(|_| KeychainTrouble::Refused)
}
