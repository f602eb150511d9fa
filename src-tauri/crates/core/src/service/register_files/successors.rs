//! Which key a list names as the one that has replaced another.
//!
//! Lists name it as people do: by its name, or by its last four characters if it has none. Where this fits several
//! keys, an exported list has its id.

use std::collections::HashMap;

use super::cells::last_four;
use super::row::normal;
use crate::model::{ApiEnvironment, KeyId, KeyRecord};
use crate::service::parse_key::holds_secret;

/// The keys that can have replaced another one, found by what a list says.
#[derive(Default)]
pub(super) struct Successors {
    keys: HashMap<KeyId, Named>,
    /// By their own id, and by the id that they have in a list of another register.
    by_id: HashMap<String, KeyId>,
    by_text: HashMap<(ApiEnvironment, String), Vec<KeyId>>,
}

struct Named {
    environment: ApiEnvironment,
    /// As people know it; empty if it has neither a name nor last four characters.
    text: String,
}

impl Successors {
    /// The keys of the register.
    pub(super) fn of(keys: &[KeyRecord]) -> Self {
        let mut successors = Self::default();
        for key in keys {
            successors.add(key);
            successors.add_id(key.id.as_str(), &key.id);
        }
        successors
    }

    /// Adds the id that a key has in a list. It may be empty.
    pub(super) fn add_id(&mut self, listed: &str, id: &KeyId) {
        if !listed.is_empty() {
            self.by_id.insert(listed.to_owned(), id.clone());
        }
    }

    /// Adds a key.
    pub(super) fn add(&mut self, key: &KeyRecord) {
        // A name with a secret is in no list.
        let name = Some(normal(&key.name)).filter(|name| !name.is_empty() && !holds_secret(name));
        let last_four = Some(last_four(&key.last_four)).filter(|text| !text.is_empty());
        let text = name.clone().or_else(|| last_four.clone()).unwrap_or_default();
        for text in [name, last_four].into_iter().flatten() {
            let named = self.by_text.entry((key.environment, text.to_lowercase())).or_default();
            if named.last() != Some(&key.id) {
                named.push(key.id.clone());
            }
        }
        self.keys.insert(key.id.clone(), Named { environment: key.environment, text });
    }

    /// The key that a list names as the one that has replaced `key`. `None` if there is no such key in its
    /// environment, or if there are several.
    pub(super) fn find(&self, key: &KeyRecord, text: &str) -> Option<KeyId> {
        let text = text.to_lowercase();
        let is_possible = |id: &&KeyId| {
            **id != key.id && self.keys.get(*id).is_some_and(|it| it.environment == key.environment)
        };
        if let Some(id) = self.by_id.get(&text).filter(is_possible) {
            return Some(id.clone());
        }
        let named = self.by_text.get(&(key.environment, text)).into_iter().flatten();
        let mut named = named.filter(is_possible);
        let first = named.next()?;
        named.next().is_none().then(|| first.clone())
    }

    /// What people know a key by; empty if that is nothing.
    pub(super) fn text_of(&self, id: &KeyId) -> String {
        self.keys.get(id).map_or_else(String::new, |key| key.text.clone())
    }

    /// What a list says of the key that has replaced `key`; empty if that is not known.
    pub(super) fn listed(&self, key: &KeyRecord) -> String {
        let Some(by) = &key.replaced_by else { return String::new() };
        let text = self.text_of(by);
        if self.find(key, &text).as_ref() == Some(by) { text } else { by.to_string() }
    }
}
