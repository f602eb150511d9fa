//! The search of this computer for keys.

use std::fs;
use std::path::Path;
use std::sync::{Arc, Mutex};

use keydesk_core::model::{ApiEnvironment, Failure, FoundAt, KeyForm, KeyId, no_progress};
use keydesk_core::service::{
    KeySearchProgress, KeySearchResult, NewExpiry, NewKey, OnSearchProgress, Service,
};

use crate::keychain::log;
use crate::support::fake_keychain::Mood;
use crate::support::test_env::{SERVICE, TestEnv, request};

const PHONE: &str = "498213437654";
const KEY: &str = "99dde7bdce11414efc2f1c10ddbfd42da8ce4bf2";

/// A callback that keeps what it gets.
fn recording() -> (OnSearchProgress, Arc<Mutex<Vec<KeySearchProgress>>>) {
    let told = Arc::new(Mutex::new(vec![]));
    let kept = Arc::clone(&told);
    (Arc::new(move |progress| kept.lock().unwrap().push(progress)), told)
}

async fn added(service: &Service) -> KeyId {
    service.import.check(Some(KEY.to_owned().into())).await.unwrap();
    let about = NewKey {
        name: "Shop".to_owned(),
        environment: ApiEnvironment::Production,
        organizations: Some(vec!["Hanse".to_owned()]),
        holder: None,
        expiry: NewExpiry::NotAsked,
        run: None,
        second_look: true,
        record: None,
    };
    service.import.confirm(about, &no_progress()).await.unwrap().card.id
}

async fn search(service: &Service, folder: &Path) -> Result<KeySearchResult, Failure> {
    let folders = vec![folder.to_owned()];
    service.key_search.search(folders, vec![], &recording().0, &no_progress()).await
}

#[tokio::test]
async fn a_key_of_the_list_is_found_and_its_place_has_a_path() {
    let env = TestEnv::new().await;
    let service = env.service();
    let test_key = request(&service, PHONE).await.unwrap().key;
    let id = added(&service).await;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join(".env");
    fs::write(&file, format!("A=1\nKEY={KEY}\n")).unwrap();

    let found = search(&service, folder.path()).await.unwrap();
    assert_eq!((found.keys, found.left_out, found.files), (2, 0, 1));
    let [place] = &found.places[..] else { panic!("{found:?}") };
    assert_eq!((&place.key, place.last_four.as_str()), (&id, "4bf2"));
    assert_ne!(place.key, test_key.id);
    assert_eq!((place.form, &place.at), (KeyForm::Text, &FoundAt::Line { line: 2 }));
    let shown = service.key_search.path(place.number).unwrap();
    assert_eq!(shown, fs::canonicalize(file).unwrap());
    assert_eq!(service.key_search.path(1), None);
    service.key_search.cancel();
    assert_eq!(service.key_search.path(place.number), None, "nothing is kept");
}

#[tokio::test]
async fn a_key_without_its_secret_is_left_out() {
    let env = TestEnv::new().await;
    let service = env.service();
    let id = added(&service).await;
    env.keychain.lose(SERVICE, id.as_str());
    let folder = tempfile::tempdir().unwrap();
    let found = search(&service, folder.path()).await.unwrap();
    assert_eq!((found.keys, found.left_out), (0, 1));
}

#[tokio::test]
async fn a_locked_keychain_is_a_failure_and_nothing_is_searched() {
    let env = TestEnv::new().await;
    let service = env.service();
    added(&service).await;
    env.keychain.set(Mood::Locked);
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(search(&service, folder.path()).await, Err(Failure::KeychainLocked));
}

#[tokio::test]
async fn a_search_ends_when_it_is_cancelled_and_shows_what_it_found() {
    let env = TestEnv::new().await;
    let service = Arc::new(env.service());
    added(&service).await;
    let folder = tempfile::tempdir().unwrap();
    // Long enough to be read still when the first progress is told. It has no blocks on the disk.
    let file = fs::File::create(folder.path().join("large")).unwrap();
    file.set_len(1 << 30).unwrap();
    let stopping = Arc::clone(&service);
    let on_progress: OnSearchProgress = Arc::new(move |_| stopping.key_search.cancel());
    let folders = vec![folder.path().to_owned()];
    let found =
        service.key_search.search(folders, vec![], &on_progress, &no_progress()).await.unwrap();
    assert!(found.is_cancelled);
}

/// Everything that leaves the search: the result, what is told meanwhile, and the log.
#[tokio::test]
async fn no_key_is_in_the_result_the_progress_or_the_log() {
    let log = log();
    let env = TestEnv::new().await;
    let service = env.service();
    added(&service).await;
    let folder = tempfile::tempdir().unwrap();
    let inner = folder.path().join(format!("for {KEY}"));
    fs::create_dir(&inner).unwrap();
    fs::write(inner.join(format!("{KEY}.txt")), KEY).unwrap();
    fs::write(inner.join("text.txt"), format!("before {KEY} after")).unwrap();
    // A damaged zip file, whose entry has the key as its name.
    let header = [b"PK\x03\x04\x14\0\0\0\x08\0".as_slice(), &[0; 16], &[40, 0, 0, 0]].concat();
    fs::write(inner.join("damaged.zip"), [&header, KEY.as_bytes(), &[0xFF; 99]].concat()).unwrap();

    let (on_progress, told) = recording();
    let folders = vec![folder.path().to_owned(), inner.join("missing")];
    let found = service.key_search.search(folders, vec![], &on_progress, &no_progress()).await;
    let found = found.unwrap();
    assert!(found.places.len() >= 4, "{found:?}");
    assert_eq!(found.unreadable.count, 1);
    let result = serde_json::to_string(&found).unwrap();
    let told = serde_json::to_string(&*told.lock().unwrap()).unwrap();
    let log = String::from_utf8_lossy(&log.lock().unwrap()).into_owned();
    for (name, text) in [("result", result), ("progress", told), ("log", log)] {
        assert!(!text.contains(&KEY[..20]) && !text.contains(&KEY[20..]), "{name}: {text}");
        assert!(!text.contains("before"), "{name}: {text}");
    }
}
