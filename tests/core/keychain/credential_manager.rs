//! Windows' real Credential Manager. Each test has entries under its own service name and deletes them.

use std::process::Command;
use std::sync::Arc;

use keydesk_core::keychain::Keychain;
use keydesk_core::model::{KeyId, KeychainTrouble, no_progress};
use keydesk_core::secret::ApiKey;
use keyring_core::{CredentialStore, Entry};

use super::key;

/// Set in the second process of a test: the id of the key that it reads.
const READ: &str = "KEYDESK_TEST_READ";

/// The keychain of this test, which deletes its entries at the end.
struct Entries {
    service: &'static str,
    keychain: Keychain,
}

impl Entries {
    /// Deletes what a test that was ended has left.
    async fn of(service: &'static str) -> Self {
        let entries = Self { service, keychain: Keychain::of_this_computer(service) };
        entries.delete_all().await;
        entries
    }

    async fn save(&self, key: &ApiKey) -> KeyId {
        let id = KeyId::random();
        self.keychain.save(&id, key, &no_progress()).await.unwrap();
        id
    }

    async fn read(&self, id: &KeyId) -> Option<ApiKey> {
        self.keychain.read(id, &no_progress()).await.unwrap()
    }

    async fn names(&self) -> Vec<KeyId> {
        self.keychain.names(&no_progress()).await.unwrap().unwrap()
    }

    /// The entry as another program sees it.
    fn entry(&self, id: &KeyId) -> Entry {
        store().build(self.service, id.as_str(), None).unwrap()
    }

    async fn delete_all(&self) {
        for id in self.names().await {
            self.keychain.delete(&id, &no_progress()).await.unwrap();
        }
        assert!(self.names().await.is_empty());
    }
}

/// The store with its defaults.
fn store() -> Arc<CredentialStore> {
    keyring::Entry::store_status().as_ref().unwrap();
    keyring_core::get_default_store().unwrap()
}

#[tokio::test]
async fn a_key_is_saved_read_listed_replaced_and_deleted() {
    let entries = Entries::of("Key Desk test of everything").await;
    let id = entries.save(&key()).await;
    assert!(entries.read(&id).await.unwrap().same_as(&key()));
    assert_eq!(entries.names().await, std::slice::from_ref(&id));
    let other = ApiKey::new("f".repeat(40)).unwrap();
    entries.keychain.save(&id, &other, &no_progress()).await.unwrap();
    assert!(entries.read(&id).await.unwrap().same_as(&other));
    entries.keychain.delete(&id, &no_progress()).await.unwrap();
    assert!(entries.read(&id).await.is_none());
    // Deleting a missing entry succeeds.
    entries.keychain.delete(&id, &no_progress()).await.unwrap();
    entries.delete_all().await;
}

#[tokio::test]
async fn a_second_process_reads_the_key() {
    const SERVICE: &str = "Key Desk test of two processes";
    if let Ok(id) = std::env::var(READ) {
        let keychain = Keychain::of_this_computer(SERVICE);
        let read = keychain.read(&KeyId::from_stored(id), &no_progress()).await.unwrap();
        assert!(read.unwrap().same_as(&key()));
        return;
    }
    let entries = Entries::of(SERVICE).await;
    let id = entries.save(&key()).await;
    let this_test = std::thread::current().name().unwrap().to_owned();
    let second = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", &this_test])
        .env(READ, id.as_str())
        .output()
        .unwrap();
    entries.delete_all().await;
    assert!(second.status.success(), "{}", String::from_utf8_lossy(&second.stdout));
    assert!(String::from_utf8_lossy(&second.stdout).contains("1 passed"));
}

#[tokio::test]
async fn the_longest_key_is_saved() {
    let entries = Entries::of("Key Desk test of a long key").await;
    let longest = ApiKey::new("0123456789abcdef".repeat(8)).unwrap();
    let id = entries.save(&longest).await;
    assert!(entries.read(&id).await.unwrap().same_as(&longest));
    entries.delete_all().await;
}

#[tokio::test]
async fn a_thousand_keys_are_listed() {
    let entries = Entries::of("Key Desk test of many keys").await;
    let mut saved = Vec::new();
    for _ in 0..1_000 {
        saved.push(entries.save(&key()).await);
    }
    let mut listed = entries.names().await;
    let sort = |ids: &mut Vec<KeyId>| ids.sort_by(|one, other| one.as_str().cmp(other.as_str()));
    sort(&mut saved);
    sort(&mut listed);
    assert_eq!(listed, saved);
    entries.delete_all().await;
}

#[tokio::test]
async fn names_may_have_any_letters() {
    let entries = Entries::of("Стіл ключів (Prüfung) [日本]").await;
    let id = entries.save(&key()).await;
    assert_eq!(entries.names().await, std::slice::from_ref(&id));
    assert!(entries.read(&id).await.unwrap().same_as(&key()));
    entries.delete_all().await;
}

#[tokio::test]
async fn an_entry_that_another_program_has_changed_is_refused() {
    let entries = Entries::of("Key Desk test of a foreign change").await;
    let id = entries.save(&key()).await;
    entries.entry(&id).set_secret(&[0xff, 0xfe, 0x00]).unwrap();
    let read = entries.keychain.read(&id, &no_progress()).await;
    assert_eq!(read.map(drop), Err(KeychainTrouble::Refused));
    entries.delete_all().await;
}

#[tokio::test]
async fn an_entry_stays_on_this_computer() {
    let entries = Entries::of("Key Desk test of persistence").await;
    let new = entries.save(&key()).await;
    let persistence =
        |id: &KeyId| entries.entry(id).get_attributes().unwrap()["persistence"].clone();
    assert_eq!(persistence(&new), "Local");

    // As an earlier version wrote it.
    let old = KeyId::random();
    entries.entry(&old).set_secret(key().expose().as_bytes()).unwrap();
    assert_eq!(persistence(&old), "Enterprise");
    assert_eq!(entries.names().await.len(), 2);
    assert_eq!(persistence(&old), "Local");
    assert!(entries.read(&old).await.unwrap().same_as(&key()));
    entries.delete_all().await;
}
