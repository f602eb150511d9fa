//! The data of a mode on this computer: found and cleared whatever the keychain can do.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic: that is how it fails")]

mod support;

use keydesk_core::model::{Failure, quietly};
use keydesk_core::service::ModeData;
use support::keychain::Mood;
use support::service::{SERVICE, TestEnv, ask};

#[tokio::test]
async fn where_a_keychain_cannot_be_searched_the_store_names_its_entries() {
    let env = TestEnv::new().await;
    let service = env.service();
    let asked = ask(&service, "498213437654").await.unwrap();
    let mode_data = ModeData { store: env.store(), keychain: env.keychain.keychain(SERVICE) };
    let entries = vec![asked.key.id];
    assert_eq!(mode_data.in_keychain(&quietly()).await, Ok(entries.clone()));
    env.keychain
        .set(Mood::Failing(|| keyring_core::Error::NotSupportedByStore("search".to_owned())));
    assert_eq!(mode_data.in_keychain(&quietly()).await, Ok(entries.clone()));
    // Keys are in a keychain that is away: it is not known to be empty.
    env.keychain.set(Mood::Missing);
    assert_eq!(mode_data.in_keychain(&quietly()).await, Err(Failure::KeychainMissing));
    env.keychain.set(Mood::Well);
    mode_data.clear(&entries, &quietly()).await.unwrap();
    assert!(!env.keychain.holds(SERVICE, entries[0].as_str()));
    assert!(!env.store().exists());
}
