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
    pub(super) account: String,
    pub(super) work: Work,
}

pub(super) enum Work {
    Write(ApiKey, Reply<()>),
    Read(Reply<Option<ApiKey>>),
    Delete(Reply<()>),
}

/// Starts the thread. It ends when the last sender is gone.
pub(super) fn start(service: String, open: OpenStore) -> mpsc::Sender<Request> {
    let (sender, requests) = mpsc::channel::<Request>();
    let spawned = std::thread::Builder::new().name("keychain".to_owned()).spawn(move || {
        let mut keeper = Keeper { service, open, store: None };
        for request in requests {
            keeper.serve(request);
        }
    });
    if spawned.is_err() {
        tracing::error!("no thread for the keychain");
    }
    sender
}

struct Keeper {
    service: String,
    open: OpenStore,
    store: Option<Arc<CredentialStore>>,
}

impl Keeper {
    fn serve(&mut self, Request { account, work }: Request) {
        // A caller who has given up no longer listens: nothing to do about a failed send.
        match work {
            Work::Write(key, reply) => {
                let _ = reply.send(
                    self.with_entry(&account, |entry| entry.set_secret(key.expose().as_bytes())),
                );
            }
            Work::Read(reply) => {
                let read = self.with_entry(&account, |entry| match entry.get_secret() {
                    Err(Error::NoEntry) => Ok(None),
                    other => other.map(Some),
                });
                let _ = reply.send(read.and_then(|bytes| bytes.map(to_key).transpose()));
            }
            Work::Delete(reply) => {
                let deleted = self.with_entry(&account, |entry| match entry.delete_credential() {
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
        account: &str,
        act: impl Fn(&keyring_core::Entry) -> keyring_core::Result<T>,
    ) -> Result<T, KeychainTrouble> {
        let reconnect = self.store.is_some();
        match self.try_entry(account, &act) {
            Err(error) if reconnect && may_be_a_lost_connection(&error) => {
                self.store = None;
                self.try_entry(account, &act).map_err(|error| self.give_up(error))
            }
            other => other.map_err(|error| self.give_up(error)),
        }
    }

    fn try_entry<T>(
        &mut self,
        account: &str,
        act: impl Fn(&keyring_core::Entry) -> keyring_core::Result<T>,
    ) -> keyring_core::Result<T> {
        let store = match &self.store {
            Some(store) => store,
            None => &*self.store.insert((self.open)()?),
        };
        act(&store.build(&self.service, account, None)?)
    }

    fn give_up(&mut self, error: Error) -> KeychainTrouble {
        let opened = self.store.is_some();
        let trouble = match &error {
            _ if !opened => KeychainTrouble::Missing,
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
