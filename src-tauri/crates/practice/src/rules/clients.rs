//! Who has asked for a key, found by phone, by key or by client id in constant time.

use std::collections::HashMap;

use rand::CryptoRng;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::environment::{Holder, Keys};
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
    /// What this client plays.
    pub(crate) plays: Plays,
    /// The one key of this phone (spec), the last one if it was cleaned up.
    pub(crate) key: Key,
}

/// All clients that ever got a key.
#[derive(Default)]
pub(crate) struct Clients {
    all: Vec<Client>,
    by_phone: HashMap<String, usize>,
    by_id: HashMap<Uuid, usize>,
    by_key: HashMap<String, usize>,
}

impl Clients {
    pub(crate) fn of_phone(&self, phone: &str) -> Option<&Client> {
        self.all.get(*self.by_phone.get(phone)?)
    }

    /// Whether a key belongs to a client of another phone.
    pub(crate) fn is_anothers(&self, code: &str, phone: &str) -> bool {
        let holder = self.by_key.get(code).and_then(|&place| self.all.get(place));
        holder.is_some_and(|holder| holder.phone != phone)
    }

    /// In the order in which they came; whoever is put in anew comes last.
    pub(crate) fn all(&self) -> &[Client] {
        &self.all
    }

    /// Gives a phone its key in place of the one before, and a client id if it has none yet.
    pub(crate) fn give(&mut self, phone: &str, plays: Plays, key: Key, rng: &mut impl CryptoRng) {
        let known = self.by_phone.get(phone).and_then(|&place| self.all.get_mut(place));
        if let Some(client) = known {
            if let Some(place) = self.by_key.remove(client.key.code.expose()) {
                self.by_key.insert(key.code.expose().to_owned(), place);
            }
            client.key = key;
        } else {
            self.add(Client::new(phone.to_owned(), random_id(rng), plays, key));
        }
    }

    /// Forgets a phone's client and its key.
    pub(crate) fn remove(&mut self, phone: &str) -> bool {
        let Some(place) = self.by_phone.remove(phone) else {
            return false;
        };
        let client = self.all.remove(place);
        self.by_id.remove(&client.id);
        self.by_key.remove(client.key.code.expose());
        let places = self.by_phone.values_mut().chain(self.by_id.values_mut());
        for later in places.chain(self.by_key.values_mut()).filter(|later| **later > place) {
            *later -= 1;
        }
        true
    }

    /// Files a client under its phone, id and key; false, and nothing filed, if one is taken.
    pub(crate) fn add(&mut self, client: Client) -> bool {
        let code = client.key.code.expose();
        if self.of_phone(&client.phone).is_some()
            || self.by_id.contains_key(&client.id)
            || self.by_key.contains_key(code)
        {
            return false;
        }
        let place = self.all.len();
        self.by_phone.insert(client.phone.clone(), place);
        self.by_id.insert(client.id, place);
        self.by_key.insert(code.to_owned(), place);
        self.all.push(client);
        true
    }
}

impl Keys for Clients {
    fn of_code(&self, code: &str) -> Option<Holder> {
        let client = self.all.get(*self.by_key.get(code)?)?;
        Some(client.holder())
    }

    fn of_token(&self, client: Uuid, reference: Uuid) -> Option<Holder> {
        let client = self.all.get(*self.by_id.get(&client)?)?;
        (client.key.reference == reference).then(|| client.holder())
    }
}

impl World {
    /// Forgets a phone's client; false if it has none.
    pub(crate) fn remove_client(&mut self, phone: &str) -> bool {
        let removed = self.sandbox.keys.remove(phone);
        self.revision += u64::from(removed);
        removed
    }

    /// The clients of the sandbox, in the order in which they came; whoever is put in anew comes last.
    pub(crate) fn clients(&self) -> &[Client] {
        self.sandbox.keys.all()
    }

    /// The client of a phone.
    pub(crate) fn client(&self, phone: &str) -> Option<&Client> {
        self.sandbox.keys.of_phone(phone)
    }
}

impl Client {
    pub(crate) fn new(phone: String, id: Uuid, plays: Plays, key: Key) -> Self {
        Self { phone, id, plays, key }
    }

    fn holder(&self) -> Holder {
        Holder {
            client: self.id,
            reference: self.key.reference,
            plays: self.plays,
            good_until: Some(self.key.expires_at),
        }
    }
}
