//! The one thread that talks to the credential store, and what its errors mean.

use std::sync::{Arc, mpsc};

use keyring_core::{CredentialStore, Error};
use tokio::sync::oneshot;
use zeroize::Zeroize;

use super::OpenStore;
use crate::failure::KeychainTrouble;
use crate::secret::ApiKey;

pub(super) type Reply<T> = oneshot::Sender<Result<T, KeychainTrouble>>;

pub(super) struct Request {
    pub(super) service: String,
    pub(super) account: String,
    pub(super) work: Work,
}

pub(super) enum Work {
    Write(ApiKey, Reply<()>),
    Read(Reply<Option<ApiKey>>),
    Delete(Reply<()>),
}

/// Starts the thread. It ends when the last sender is gone.
pub(super) fn start(open: OpenStore) -> mpsc::Sender<Request> {
    let (sender, requests) = mpsc::channel::<Request>();
    let spawned = std::thread::Builder::new().name("keychain".to_owned()).spawn(move || {
        let mut keeper = Keeper { open, store: None };
        for request in requests {
            keeper.serve(request);
        }
    });
    if spawned.is_err() {
        tracing::error!("no thread for the keychain");
    }
    sender
}

/// Under what an entry is filed.
#[derive(Clone, Copy)]
struct Name<'a> {
    service: &'a str,
    account: &'a str,
}

struct Keeper {
    open: OpenStore,
    store: Option<Arc<CredentialStore>>,
}

impl Keeper {
    fn serve(&mut self, Request { service, account, work }: Request) {
        let name = Name { service: &service, account: &account };
        // A caller who has given up no longer listens: nothing to do about a failed send.
        match work {
            Work::Write(key, reply) => {
                let _ = reply
                    .send(self.with_entry(name, |entry| entry.set_secret(key.expose().as_bytes())));
            }
            // Nobody waits any longer, and asking could make the system ask for its password.
            Work::Read(reply) if reply.is_closed() => {}
            Work::Read(reply) => {
                let read = self.with_entry(name, |entry| match entry.get_secret() {
                    Err(Error::NoEntry) => Ok(None),
                    other => other.map(Some),
                });
                let _ = reply.send(read.and_then(|bytes| bytes.map(to_key).transpose()));
            }
            Work::Delete(reply) => {
                let deleted = self.with_entry(name, |entry| match entry.delete_credential() {
                    Err(Error::NoEntry) => Ok(()),
                    other => other,
                });
                let _ = reply.send(deleted);
            }
        }
    }

    /// Does one thing with an entry. A lost connection (the keychain was restarted) is opened anew
    /// and the thing tried once more.
    fn with_entry<T>(
        &mut self,
        name: Name<'_>,
        act: impl Fn(&keyring_core::Entry) -> keyring_core::Result<T>,
    ) -> Result<T, KeychainTrouble> {
        let reconnect = self.store.is_some();
        match self.try_entry(name, &act) {
            Err(error) if reconnect && may_be_a_lost_connection(&error) => {
                self.store = None;
                self.try_entry(name, &act).map_err(|error| self.give_up(error))
            }
            other => other.map_err(|error| self.give_up(error)),
        }
    }

    fn try_entry<T>(
        &mut self,
        name: Name<'_>,
        act: impl Fn(&keyring_core::Entry) -> keyring_core::Result<T>,
    ) -> keyring_core::Result<T> {
        let store = match &self.store {
            Some(store) => store,
            None => &*self.store.insert((self.open)()?),
        };
        act(&store.build(name.service, name.account, None)?)
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
