//! A real gnome-keyring, in a session of its own: what `vault` says is kept is kept.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic: that is how it fails")]

use std::sync::Arc;

use keydesk_core::desk::{KeyId, quietly};
use keydesk_core::failure::KeychainTrouble;
use keydesk_core::secret::ApiKey;
use keydesk_core::vault::Vault;
use keydesk_driver::{Desktop, Trouble, inside};

const SERVICE: &str = "Key Desk test";

fn key() -> ApiKey {
    ApiKey::new("99dde7bdce11414efc2f1c10ddbfd42da8ce4bf2".to_owned()).unwrap()
}

/// A vault as a newly started app has it.
fn vault() -> Vault {
    Vault::of_this_computer(SERVICE)
}

fn wait<T>(work: impl Future<Output = T>) -> T {
    tokio::runtime::Runtime::new().unwrap().block_on(work)
}

#[test]
fn a_saved_key_is_there_after_a_restart() -> Result<(), Trouble> {
    inside(Desktop::start, "a_saved_key_is_there_after_a_restart", |_| {
        wait(async {
            let id = KeyId::random();
            vault().save(&id, &key(), &quietly()).await.unwrap();
            let read = vault().read(&id, &quietly()).await.unwrap();
            assert!(read.unwrap().same_as(&key()));
        });
        Ok(())
    })
}

#[test]
fn a_deleted_key_is_gone_after_a_restart() -> Result<(), Trouble> {
    inside(Desktop::start, "a_deleted_key_is_gone_after_a_restart", |_| {
        wait(async {
            let id = KeyId::random();
            vault().save(&id, &key(), &quietly()).await.unwrap();
            vault().delete(&id, &quietly()).await.unwrap();
            assert!(vault().read(&id, &quietly()).await.unwrap().is_none());
            // Removing what is not there is no failure.
            vault().delete(&id, &quietly()).await.unwrap();
        });
        Ok(())
    })
}

#[test]
fn practice_and_live_do_not_see_each_other() -> Result<(), Trouble> {
    inside(Desktop::start, "practice_and_live_do_not_see_each_other", |_| {
        wait(async {
            let id = KeyId::random();
            let (practice, live) = (Vault::of_this_computer("one"), Vault::of_this_computer("two"));
            practice.save(&id, &key(), &quietly()).await.unwrap();
            assert!(live.read(&id, &quietly()).await.unwrap().is_none());
        });
        Ok(())
    })
}

#[test]
fn many_at_once_do_not_disturb_the_keychain() -> Result<(), Trouble> {
    inside(Desktop::start, "many_at_once_do_not_disturb_the_keychain", |_| {
        wait(async {
            let vault = Arc::new(vault());
            let mut saving = tokio::task::JoinSet::new();
            for _ in 0..20 {
                let vault = Arc::clone(&vault);
                saving.spawn(async move {
                    let id = KeyId::random();
                    vault.save(&id, &key(), &quietly()).await?;
                    vault.delete(&id, &quietly()).await
                });
            }
            assert_eq!(saving.join_all().await, [Ok(()); 20]);
        });
        Ok(())
    })
}

#[test]
fn a_locked_keychain_is_told_as_locked() -> Result<(), Trouble> {
    inside(Desktop::start, "a_locked_keychain_is_told_as_locked", |bus| {
        bus.lock_keychain()?;
        wait(async {
            let saved = vault().save(&KeyId::random(), &key(), &quietly()).await;
            assert_eq!(saved, Err(KeychainTrouble::Locked));
        });
        Ok(())
    })
}

#[test]
fn a_missing_keychain_is_told_as_missing() -> Result<(), Trouble> {
    inside(Desktop::without_keychain, "a_missing_keychain_is_told_as_missing", |_| {
        wait(async {
            let saved = vault().save(&KeyId::random(), &key(), &quietly()).await;
            assert_eq!(saved, Err(KeychainTrouble::Missing));
            let read = vault().read(&KeyId::random(), &quietly()).await;
            assert_eq!(read.map(drop), Err(KeychainTrouble::Missing));
        });
        Ok(())
    })
}
