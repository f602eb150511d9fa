//! The clients of the sandbox.

use std::collections::BTreeMap;

use rand::CryptoRng;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::environment::{KeyLookup, KeyOwner};
use super::tokens::random_id;
use super::{Key, World};
use crate::phone_book::Plays;

/// A person with an account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Client {
    pub(crate) phone: String,
    /// The `cid` of this client's tokens.
    pub(crate) id: Uuid,
    pub(crate) plays: Plays,
    /// A phone number has one key [NP-spec: POST /test-api-keys]. It stays here after it was deleted.
    pub(crate) key: Key,
}

/// All clients that ever got a key.
#[derive(Clone, Default)]
pub(crate) struct Clients {
    /// By serial number, so in the order in which they were added.
    all: BTreeMap<u64, Client>,
    /// Serial numbers.
    by_phone: BTreeMap<String, u64>,
    next: u64,
}

impl Clients {
    pub(crate) fn by_phone(&self, phone: &str) -> Option<&Client> {
        self.all.get(self.by_phone.get(phone)?)
    }

    /// Whether a key belongs to a client with another phone number.
    pub(crate) fn belongs_to_other(&self, code: &str, phone: &str) -> bool {
        self.all().any(|client| client.key.code.expose() == code && client.phone != phone)
    }

    /// In the order in which they were added. A client that was replaced is last.
    pub(crate) fn all(&self) -> impl ExactSizeIterator<Item = &Client> {
        self.all.values()
    }

    /// Sets the key of a phone number. A client is added if it has none.
    pub(crate) fn set_key(
        &mut self,
        phone: &str,
        plays: Plays,
        key: Key,
        rng: &mut impl CryptoRng,
    ) {
        let known = self.by_phone.get(phone).and_then(|serial| self.all.get_mut(serial));
        if let Some(client) = known {
            client.key = key;
        } else {
            self.set(Client::new(phone.to_owned(), random_id(rng), plays, key));
        }
    }

    /// Removes the client of a phone number; `false` if it has none.
    pub(crate) fn remove(&mut self, phone: &str) -> bool {
        self.by_phone.remove(phone).and_then(|serial| self.all.remove(&serial)).is_some()
    }

    /// Adds a client, in place of one with the same phone number.
    pub(crate) fn set(&mut self, client: Client) {
        self.remove(&client.phone);
        self.by_phone.insert(client.phone.clone(), self.next);
        self.all.insert(self.next, client);
        self.next += 1;
    }
}

impl KeyLookup for Clients {
    fn by_code(&self, code: &str) -> Option<KeyOwner> {
        self.all().find(|client| client.key.code.expose() == code).map(Client::owner)
    }

    fn by_token(&self, client: Uuid, reference: Uuid) -> Option<KeyOwner> {
        let is_named = |known: &&Client| known.id == client && known.key.reference == reference;
        self.all().find(is_named).map(Client::owner)
    }
}

impl World {
    /// Removes the client of a phone number; `false` if it has none.
    pub(crate) fn remove_client(&mut self, phone: &str) -> bool {
        let removed = self.sandbox.keys.remove(phone);
        self.revision += u64::from(removed);
        removed
    }

    /// The clients of the sandbox, in the order in which they were added.
    pub(crate) fn clients(&self) -> impl ExactSizeIterator<Item = &Client> {
        self.sandbox.keys.all()
    }

    /// The client of a phone number.
    pub(crate) fn client(&self, phone: &str) -> Option<&Client> {
        self.sandbox.keys.by_phone(phone)
    }
}

impl Client {
    pub(crate) fn new(phone: String, id: Uuid, plays: Plays, key: Key) -> Self {
        Self { phone, id, plays, key }
    }

    fn owner(&self) -> KeyOwner {
        KeyOwner {
            client: self.id,
            reference: self.key.reference,
            plays: self.plays,
            active_until: Some(self.key.expires_at),
        }
    }
}

/// Why a client wasn't added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ClientRefused {
    NotAPhone,
    Ukrainian,
    KeyMalformed,
    KeyTaken,
    /// The key would expire before it was created.
    DatesTurned,
    /// A date before 1970 or after 9999.
    DatesFar,
}

impl ClientRefused {
    /// The reason in words, for the author of a seed.
    pub(crate) fn reason(self) -> &'static str {
        match self {
            Self::NotAPhone => "the phone is not 7 to 15 digits with a country code",
            Self::Ukrainian => "the phone is of Ukraine",
            Self::KeyMalformed => "the key is not 32 or 40 hex digits",
            Self::KeyTaken => "the key is another's already",
            Self::DatesTurned => "the key ends before it begins",
            Self::DatesFar => "a date lies before 1970 or after 9999",
        }
    }
}
