//! Who has asked for a key, found by phone, by key or by client id in constant time.

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};
use rand::CryptoRng;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::Key;
use super::tokens::random_id;
use crate::phone_book::Plays;

/// A person with an account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Client {
    phone: String,
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

    pub(crate) fn of_id(&self, id: Uuid) -> Option<&Client> {
        self.all.get(*self.by_id.get(&id)?)
    }

    pub(crate) fn of_key(&self, code: &str) -> Option<&Client> {
        self.all.get(*self.by_key.get(code)?)
    }

    /// In the order in which they first asked.
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
            self.add(Client { phone: phone.to_owned(), id: random_id(rng), plays, key });
        }
    }

    /// Files a client under its phone, id and key; false, and nothing filed, if one is taken.
    pub(crate) fn add(&mut self, client: Client) -> bool {
        let code = client.key.code.expose();
        if self.of_phone(&client.phone).is_some()
            || self.of_id(client.id).is_some()
            || self.of_key(code).is_some()
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

impl Client {
    /// What the server's clock shows to this client at `now`.
    pub(crate) fn server_time(&self, now: DateTime<Utc>) -> DateTime<Utc> {
        server_time(self.plays, now)
    }
}

/// What the server's clock shows to a client that plays this part.
pub(crate) fn server_time(plays: Plays, now: DateTime<Utc>) -> DateTime<Utc> {
    match plays {
        Plays::ClockAhead => now.checked_add_signed(TimeDelta::hours(2)).unwrap_or(now),
        _ => now,
    }
}
