//! Bringing in a key that Nova Post's own pages have given: from the clipboard into the keychain,
//! past the window. A key that only the keychain knows comes into the store on the same way.

use std::sync::{MutexGuard, PoisonError};

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use zeroize::Zeroizing;

use super::reconcile::{Stage, UnsavedKey};
use super::{KeyCard, Service};
use crate::model::{
    ApiEnvironment, Failure, KeyId, KeyRecord, KeyStatus, Progress, RunId, no_progress,
};
use crate::secret::ApiKey;

/// What is on the clipboard, judged. Says nothing of a text that is no key but its length.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(tag = "is", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum OnClipboard {
    /// It can be a key. It waits in memory until it is brought in or refused.
    Key {
        /// Its last four characters.
        last_four: String,
        /// Its characters.
        length: usize,
        /// The store has this very key already.
        known: Option<Box<KeyCard>>,
    },
    /// Nothing, or something that is no text.
    Empty,
    /// A web address.
    Address,
    /// A token: it dies within the hour, and only a key makes new ones.
    Token,
    /// Spaces or line breaks in the middle: more than a key was copied.
    SpacesInside,
    /// Signs that no key has: letters of another alphabet, or invisible ones.
    ForeignSigns,
    /// Fewer characters than any key has.
    TooShort {
        /// Its characters.
        length: usize,
    },
    /// More characters than any key has.
    TooLong {
        /// Its characters.
        length: usize,
    },
}

/// What the person says about the key that they bring in.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NewKey {
    /// What they call it; may be empty.
    pub name: String,
    /// What it opens.
    pub environment: ApiEnvironment,
    /// The organizations that it was made for.
    pub organizations: Vec<String>,
    /// The guide that ends with it.
    pub run: Option<RunId>,
}

/// A key that waits until the person has said what it is.
#[derive(Clone)]
struct Offered {
    key: ApiKey,
    /// The entry of the keychain that it was found in, which no row belongs to.
    entry: Option<KeyId>,
    /// What the page was told of it.
    judged: OnClipboard,
}

/// The latest offer. Several may be judged at once: from the clipboard and typed.
#[derive(Default)]
pub(super) struct Offers {
    /// How many there were, withdrawals among them.
    count: u64,
    waiting: Option<Offered>,
}

/// A key that was brought in, safe in the keychain.
#[derive(Clone, Debug)]
pub struct BroughtIn {
    /// The key as the window shows it.
    pub card: KeyCard,
    /// The key itself, to take it off the clipboard.
    pub key: ApiKey,
}

impl Service {
    /// Judges what is on the clipboard. What can be a key waits in memory; none but the latest.
    ///
    /// Fails where the keychain can't be asked whether it has the key already.
    pub async fn offer(&self, text: Option<Zeroizing<String>>) -> Result<OnClipboard, Failure> {
        let number = self.begin_offer();
        let Some(text) = text else { return Ok(OnClipboard::Empty) };
        let key = match judge(&text) {
            Ok(key) => key,
            Err(judged) => return Ok(judged),
        };
        self.let_wait(number, key, None).await
    }

    /// As [`Service::offer`], with the key of an entry of the keychain that the store doesn't know.
    ///
    /// Fails with `keychain_refused` if there is no such entry any more.
    pub async fn offer_unlisted(
        &self,
        entry: &KeyId,
        progress: &Progress,
    ) -> Result<OnClipboard, Failure> {
        let number = self.begin_offer();
        let key = self.open_key(entry, progress).await?;
        self.let_wait(number, key, Some(entry.clone())).await
    }

    /// One that was outrun by a later offer answers with what waits in its stead: the page names
    /// the key that would be brought in.
    async fn let_wait(
        &self,
        number: u64,
        key: ApiKey,
        entry: Option<KeyId>,
    ) -> Result<OnClipboard, Failure> {
        let known = match self.known_as(&key).await? {
            Some(row) => Some(Box::new(self.key_card(&row.id).await?)),
            None => None,
        };
        let last_four = key.last_four().to_owned();
        let length = key.expose().len();
        let judged = OnClipboard::Key { last_four, length, known };
        let mut offers = self.offers();
        if offers.count == number {
            offers.waiting = Some(Offered { key, entry, judged: judged.clone() });
        }
        Ok(offers.waiting.as_ref().map_or(judged, |offered| offered.judged.clone()))
    }

    /// Forgets the key that waits: the person has thought better of it.
    pub fn withdraw(&self) {
        self.begin_offer();
    }

    /// Whatever was offered before doesn't wait any more. Gives the number of the new offer.
    fn begin_offer(&self) -> u64 {
        let mut offers = self.offers();
        offers.count += 1;
        offers.waiting = None;
        offers.count
    }

    /// Stores the key that waits: keychain, read-back, store. Bringing in a key that the
    /// store has renews what is said about it.
    ///
    /// Fails with `key_malformed` if none waits, with `secret_not_saved` if the keychain fails; the
    /// key is then held as one that Nova Post has just given.
    pub async fn bring_in(&self, about: NewKey, progress: &Progress) -> Result<BroughtIn, Failure> {
        // This one and no other, even if it is withdrawn before its turn: the person wants it kept.
        let waiting = self.offers().waiting.clone();
        let Offered { key, entry, .. } = waiting.ok_or(Failure::KeyMalformed)?;
        // Not beside another key's arrival: the same one would come into the store twice.
        let _one_at_a_time = self.deps.key_change.lock().await;
        let run = about.run;
        let known = self.known_as(&key).await?;
        let record = self.row_about(known, &key, entry.clone(), about);
        let id = record.id.clone();
        let unsaved = UnsavedKey { key: key.clone(), record, run, stage: Stage::Saving };
        self.reconciler.state().add_unsaved(unsaved);
        let saved = self.reconciler.save(&id, progress).await;
        // From here on it is held as any other key, whatever the keychain said.
        self.offers().waiting.take_if(|offered| offered.key.same_as(&key));
        let card = self.recorded_card(saved?);
        if let Some(entry) = entry.filter(|entry| *entry != card.id) {
            // It is kept under the name of its row: this is a second copy. One that stays is told of.
            let _ = self.remove_entry(&entry, progress).await;
        }
        Ok(BroughtIn { card, key })
    }

    fn row_about(
        &self,
        known: Option<KeyRecord>,
        key: &ApiKey,
        entry: Option<KeyId>,
        about: NewKey,
    ) -> KeyRecord {
        let NewKey { name, environment, organizations, .. } = about;
        // Whoever pastes out of habit pastes the key: it is no name of anything, and not written.
        let plain = |text: String| {
            let text = text.trim();
            if text.contains(key.expose()) { String::new() } else { text.to_owned() }
        };
        let organizations =
            organizations.into_iter().map(plain).filter(|name| !name.is_empty()).collect();
        let name = plain(name);
        match known {
            Some(row) => {
                KeyRecord { name, environment, organizations, status: KeyStatus::Active, ..row }
            }
            None => {
                let id = entry.unwrap_or_else(KeyId::random);
                let (last_four, now) = (key.last_four().to_owned(), self.deps.clock.now());
                let new = KeyRecord::new(id, environment, last_four, now);
                KeyRecord { name, organizations, ..new }
            }
        }
    }

    /// What the service knows of this very key, if it has it.
    async fn known_as(&self, key: &ApiKey) -> Result<Option<KeyRecord>, Failure> {
        let unsaved = self.reconciler.state().unsaved_same_as(key);
        match unsaved {
            Some(record) => Ok(Some(record)),
            None => self.listed_as(key).await,
        }
    }

    /// What the store knows of this very key. Only entries that end alike are opened. One that
    /// the keychain has lost is taken for this key: bringing it in again mends it.
    pub(super) async fn listed_as(&self, key: &ApiKey) -> Result<Option<KeyRecord>, Failure> {
        let mut lost = None;
        for row in self.store().await?.keys().await? {
            if row.last_four != key.last_four() {
                continue;
            }
            match self.deps.keychain.read(&row.id, &no_progress()).await? {
                Some(kept) if kept.same_as(key) => return Ok(Some(row)),
                Some(_another) => {}
                None => lost = lost.or(Some(row)),
            }
        }
        Ok(lost)
    }

    fn offers(&self) -> MutexGuard<'_, Offers> {
        self.offers.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The key in a copied text; blanks around it are the copying's, not the key's.
pub fn judge(text: &str) -> Result<ApiKey, OnClipboard> {
    let text = text.trim();
    let length = text.chars().count();
    if text.is_empty() {
        return Err(OnClipboard::Empty);
    }
    if text.chars().any(char::is_whitespace) {
        return Err(OnClipboard::SpacesInside);
    }
    if text.contains("://") {
        return Err(OnClipboard::Address);
    }
    if !text.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Err(OnClipboard::ForeignSigns);
    }
    if is_token(text) {
        return Err(OnClipboard::Token);
    }
    ApiKey::new(text.to_owned()).map_err(|_| {
        if length < *ApiKey::LENGTH.start() {
            OnClipboard::TooShort { length }
        } else {
            OnClipboard::TooLong { length }
        }
    })
}

/// A JWT in its compact form: three parts, the first an object in base64 (RFC 7519).
fn is_token(text: &str) -> bool {
    text.starts_with("eyJ") && text.split('.').count() == 3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_no_key_however_it_is_written() {
        for text in [
            "https://my.novapost.com/integrations",
            "HTTPS://my.novapost.com/integrations",
            "view-source:https://my.novapost.com/",
        ] {
            assert_eq!(judge(text).unwrap_err(), OnClipboard::Address, "{text}");
        }
    }

    #[test]
    fn blanks_around_a_key_are_not_the_keys() {
        let key = judge(" \t99dde7bdce11414efc2f1c10ddbfd42d\r\n").unwrap();
        assert_eq!(key.expose(), "99dde7bdce11414efc2f1c10ddbfd42d");
        assert_eq!(judge("99dde7bdce11414e fc2f1c10").unwrap_err(), OnClipboard::SpacesInside);
    }
}
