//! Finding and deleting the data of a mode.

use crate::support::fake_keychain::Mood;
use crate::support::test_env::{SERVICE, TestEnv, request};
use keydesk_core::model::{Failure, no_progress};
use keydesk_core::service::ModeData;

#[tokio::test]
async fn if_the_keychain_can_not_be_searched_the_store_knows_its_entries() {
    let env = TestEnv::new().await;
    let service = env.service();
    let requested = request(&service, "498213437654").await.unwrap();
    let mode_data = ModeData { store: env.store(), keychain: env.keychain.keychain(SERVICE) };
    let entries = vec![requested.key.id];
    assert_eq!(mode_data.in_keychain(&no_progress()).await, Ok(entries.clone()));
    env.keychain
        .set(Mood::Failing(|| keyring_core::Error::NotSupportedByStore("search".to_owned())));
    assert_eq!(mode_data.in_keychain(&no_progress()).await, Ok(entries.clone()));
    // The store has keys, so a keychain that is missing now may have entries.
    env.keychain.set(Mood::Missing);
    assert_eq!(mode_data.in_keychain(&no_progress()).await, Err(Failure::KeychainMissing));
    env.keychain.set(Mood::Well);
    // Windows deletes no file that is open.
    drop(service);
    mode_data.clear(&entries, &no_progress()).await.unwrap();
    assert!(!env.keychain.holds(SERVICE, entries[0].as_str()));
    assert!(!env.store().exists());
}
