//! A real gnome-keyring in a D-Bus session of the test.

use std::process::Command;
use std::sync::Arc;

use keydesk_core::keychain::Keychain;
use keydesk_core::model::KeychainTrouble;
use keydesk_core::model::{KeyId, no_progress};
use keydesk_core::secret::ApiKey;
use test_driver::{Desktop, Error, on_desktop};

const SERVICE: &str = "Key Desk test";

fn key() -> ApiKey {
    ApiKey::new("99dde7bdce11414efc2f1c10ddbfd42da8ce4bf2".to_owned()).unwrap()
}

/// The keychain of an app that has just started.
fn keychain() -> Keychain {
    Keychain::of_this_computer(SERVICE)
}

fn wait<T>(work: impl Future<Output = T>) -> T {
    tokio::runtime::Runtime::new().unwrap().block_on(work)
}

#[test]
fn a_saved_key_is_there_after_a_restart() -> Result<(), Error> {
    on_desktop(Desktop::start, |_| {
        wait(async {
            let id = KeyId::random();
            keychain().save(&id, &key(), &no_progress()).await.unwrap();
            let read = keychain().read(&id, &no_progress()).await.unwrap();
            assert!(read.unwrap().same_as(&key()));
        });
        Ok(())
    })
}

#[test]
fn a_deleted_key_is_gone_after_a_restart() -> Result<(), Error> {
    on_desktop(Desktop::start, |_| {
        wait(async {
            let id = KeyId::random();
            keychain().save(&id, &key(), &no_progress()).await.unwrap();
            keychain().delete(&id, &no_progress()).await.unwrap();
            assert!(keychain().read(&id, &no_progress()).await.unwrap().is_none());
            // Deleting a missing entry succeeds.
            keychain().delete(&id, &no_progress()).await.unwrap();
        });
        Ok(())
    })
}

#[test]
fn practice_and_live_do_not_see_each_other() -> Result<(), Error> {
    on_desktop(Desktop::start, |_| {
        wait(async {
            let id = KeyId::random();
            let (practice, live) =
                (Keychain::of_this_computer("one"), Keychain::of_this_computer("two"));
            practice.save(&id, &key(), &no_progress()).await.unwrap();
            assert!(live.read(&id, &no_progress()).await.unwrap().is_none());
        });
        Ok(())
    })
}

#[test]
fn many_requests_at_the_same_time_succeed() -> Result<(), Error> {
    on_desktop(Desktop::start, |_| {
        wait(async {
            let keychain = Arc::new(keychain());
            let mut saving = tokio::task::JoinSet::new();
            for _ in 0..20 {
                let keychain = Arc::clone(&keychain);
                saving.spawn(async move {
                    let id = KeyId::random();
                    keychain.save(&id, &key(), &no_progress()).await?;
                    keychain.delete(&id, &no_progress()).await
                });
            }
            assert_eq!(saving.join_all().await, [Ok(()); 20]);
        });
        Ok(())
    })
}

#[test]
fn two_apps_can_use_the_keychain_at_the_same_time() -> Result<(), Error> {
    const SECOND: &str = "KEYDESK_TEST_SECOND_APP";
    on_desktop(Desktop::start, |_| {
        let test = std::thread::current().name().unwrap().to_owned();
        let is_second = std::env::var_os(SECOND).is_some();
        let other = (!is_second).then(|| {
            let mut other = Command::new(std::env::current_exe().unwrap());
            other.args(["--exact", &test]).env(SECOND, "yes").spawn().unwrap()
        });
        wait(async {
            let mut ids = Vec::new();
            for number in 0..20 {
                let (id, key) = (KeyId::random(), ApiKey::new(format!("{number:032x}")).unwrap());
                keychain().save(&id, &key, &no_progress()).await.unwrap();
                ids.push((id, key));
            }
            for (id, key) in ids {
                assert!(keychain().read(&id, &no_progress()).await.unwrap().unwrap().same_as(&key));
            }
        });
        if let Some(mut other) = other {
            assert!(other.wait().unwrap().success());
            let all = wait(async { keychain().names(&no_progress()).await }).unwrap().unwrap();
            assert_eq!(all.len(), 2 * 20);
        }
        Ok(())
    })
}

#[test]
fn the_names_are_those_of_the_service_and_no_others() -> Result<(), Error> {
    on_desktop(Desktop::start, |_| {
        wait(async {
            let id = KeyId::random();
            keychain().save(&id, &key(), &no_progress()).await.unwrap();
            let other = Keychain::of_this_computer("Key Desk test of another kind");
            other.save(&KeyId::random(), &key(), &no_progress()).await.unwrap();
            assert_eq!(keychain().names(&no_progress()).await, Ok(Some(vec![id.clone()])));
            assert_eq!(
                keychain().non_interactive().names(&no_progress()).await,
                Ok(Some(vec![id]))
            );
        });
        Ok(())
    })
}

#[test]
fn a_locked_keychain_is_reported_as_locked() -> Result<(), Error> {
    on_desktop(Desktop::start, |bus| {
        wait(async {
            let id = KeyId::random();
            keychain().save(&id, &key(), &no_progress()).await.unwrap();
            bus.lock_keychain().unwrap();
            for keychain in [keychain(), keychain().non_interactive()] {
                let locked = Err(KeychainTrouble::Locked);
                assert_eq!(keychain.save(&id, &key(), &no_progress()).await, locked);
                assert_eq!(keychain.save(&KeyId::random(), &key(), &no_progress()).await, locked);
                assert_eq!(keychain.read(&id, &no_progress()).await.map(drop), locked);
                assert_eq!(keychain.delete(&id, &no_progress()).await, locked);
                assert_eq!(keychain.names(&no_progress()).await.map(drop), locked);
            }
        });
        Ok(())
    })
}

/// The service runs, so it would be wrong to say that one has to be installed.
#[test]
fn a_service_without_a_default_keychain_is_reported_as_such() -> Result<(), Error> {
    on_desktop(Desktop::without_default_keychain, |bus| {
        assert!(bus.has_keychain()?);
        wait(async {
            let (id, none) = (KeyId::random(), Err(KeychainTrouble::NoDefault));
            for _ in 0..2 {
                assert_eq!(keychain().save(&id, &key(), &no_progress()).await, none);
            }
            // Nothing was ever saved, so there is nothing to find.
            assert!(keychain().read(&id, &no_progress()).await.unwrap().is_none());
            assert_eq!(keychain().names(&no_progress()).await, Ok(Some(Vec::new())));

            let background = keychain().non_interactive();
            assert_eq!(background.save(&id, &key(), &no_progress()).await, none);
            assert_eq!(background.read(&id, &no_progress()).await.map(drop), none);
            assert_eq!(background.delete(&id, &no_progress()).await, none);
            assert_eq!(background.names(&no_progress()).await.map(drop), none);
        });
        // As when the person follows the advice of the failure.
        bus.create_default_keychain()?;
        wait(async {
            let id = KeyId::random();
            for keychain in [keychain(), keychain().non_interactive()] {
                keychain.save(&id, &key(), &no_progress()).await.unwrap();
                assert!(keychain.read(&id, &no_progress()).await.unwrap().unwrap().same_as(&key()));
            }
        });
        Ok(())
    })
}

#[test]
fn a_missing_keychain_is_reported_as_missing() -> Result<(), Error> {
    on_desktop(Desktop::without_keychain, |_| {
        wait(async {
            for keychain in [keychain(), keychain().non_interactive()] {
                let (id, missing) = (KeyId::random(), Err(KeychainTrouble::Missing));
                assert_eq!(keychain.save(&id, &key(), &no_progress()).await, missing);
                assert_eq!(keychain.read(&id, &no_progress()).await.map(drop), missing);
                assert_eq!(keychain.delete(&id, &no_progress()).await, missing);
                assert_eq!(keychain.names(&no_progress()).await.map(drop), missing);
            }
        });
        Ok(())
    })
}
