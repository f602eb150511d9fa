//! Differences between keychain and store: a run after the start finds them, Home shows them, and the
//! person decides.

mod lost;
mod unlisted;

use super::about;
use crate::support::test_env::{TestEnv, request};
use keydesk_core::model::{KeyId, no_progress};
use keydesk_core::service::{Home, KeyCard, Service, ToDo};

const NEW: &str = "498213437654";
const OTHER: &str = "491713920012";
const LOST_ANSWER: &str = "491713920063";
const KEY: &str = "3f7a0c1e9b52d486aa17e0c94b6f2d8813c5e7f0";

/// Adds a production key.
async fn import(service: &Service, key: &str) -> KeyCard {
    service.import.check(Some(key.to_owned().into())).await.unwrap();
    service.import.confirm(about("Web shop"), &no_progress()).await.unwrap().card
}

/// The Home page of the next start, after its first run.
async fn next_start(env: &TestEnv) -> (Service, Home) {
    let service = env.service();
    service.reconciler.wakeup().wait().await;
    service.reconciler.run().await;
    let home = service.keys.home().await.unwrap();
    (service, home)
}

/// Leaves the store as a crash between saving and recording a key does.
fn undo_the_record(env: &TestEnv) {
    let store = rusqlite::Connection::open(env.store()).unwrap();
    store.execute_batch("DELETE FROM key_organizations; DELETE FROM keys").unwrap();
}

fn unlisted(key: &KeyId) -> ToDo {
    ToDo::KeyUnlisted { key: key.clone(), last_four: "e7f0".to_owned() }
}

#[tokio::test]
async fn if_keychain_and_store_agree_home_shows_no_difference() {
    let env = TestEnv::new().await;
    let service = env.service();
    import(&service, KEY).await;
    request(&service, NEW).await.unwrap();
    let (_service, home) = next_start(&env).await;
    assert!(home.to_do.iter().all(|to_do| matches!(to_do, ToDo::KeyUnverified { .. })), "{home:?}");
}
