//! The state file.

use std::fs;
use std::path::Path;

use crate::test_server::{TestServer, phone};
use chrono::TimeDelta;
use keydesk_practice::{Options, Plays, Practice, StartError, state_files};
use tempfile::TempDir;

fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

async fn refused(state: &Path) -> StartError {
    let options = Options { state: Some(state.to_owned()), ..Options::default() };
    Practice::start(options).await.unwrap_err()
}

#[tokio::test]
async fn keys_and_tokens_survive_a_restart() {
    let folder = folder();
    let file = folder.path().join("practice.json");
    let first = TestServer::with_state_file(&file).await;
    let key = first.key(phone(Plays::NewKey)).await;
    let token = first.token(&key).await;
    first.practice.stop().await;
    let second = TestServer::with_state_file(&file).await;
    assert_eq!(second.currencies(&token, "").await.status(), 200);
    assert_eq!(second.authorize(&key).await.status(), 200);
    assert_eq!(second.key(phone(Plays::NewKey)).await, key);
}

#[tokio::test]
async fn a_key_is_saved_before_it_is_sent() {
    let folder = folder();
    let file = folder.path().join("practice.json");
    let server = TestServer::with_state_file(&file).await;
    for plays in [Plays::NewKey, Plays::ActiveKey, Plays::ExpiredKey] {
        let key = server.key(phone(plays)).await;
        assert!(fs::read_to_string(&file).unwrap().contains(&key));
    }
}

#[tokio::test]
async fn only_a_change_writes_the_file() {
    let folder = folder();
    let file = folder.path().join("practice.json");
    let server = TestServer::with_state_file(&file).await;
    let key = server.key(phone(Plays::NewKey)).await;
    fs::write(&file, "touched").unwrap();
    server.token(&key).await;
    server.key(phone(Plays::NewKey)).await;
    server.request_key(phone(Plays::NotRegistered)).await;
    assert_eq!(fs::read_to_string(&file).unwrap(), "touched");
    server.pass(TimeDelta::days(1));
    server.key(phone(Plays::NewKey)).await;
    assert!(fs::read_to_string(&file).unwrap().contains(&key));
}

#[tokio::test]
async fn simultaneous_changes_are_all_saved() {
    let folder = folder();
    let file = folder.path().join("practice.json");
    let server = TestServer::with_state_file(&file).await;
    let parts = [
        Plays::NewKey,
        Plays::ActiveKey,
        Plays::ExpiredKey,
        Plays::CleanedUpKey,
        Plays::KeyRefused,
        Plays::ShortTokens,
        Plays::ClockAhead,
    ];
    let server = std::sync::Arc::new(server);
    let mut asked = tokio::task::JoinSet::new();
    for plays in parts {
        let server = std::sync::Arc::clone(&server);
        asked.spawn(async move { server.key(phone(plays)).await });
    }
    let keys = asked.join_all().await;
    let kept = fs::read_to_string(&file).unwrap();
    assert!(keys.iter().all(|key| kept.contains(key)));
}

#[cfg(unix)]
#[tokio::test]
async fn the_file_is_private_even_if_a_crash_left_a_public_one() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder();
    let file = folder.path().join("practice.json");
    let leftover = folder.path().join("practice.json.new");
    fs::write(&leftover, "half a state").unwrap();
    fs::set_permissions(&leftover, fs::Permissions::from_mode(0o666)).unwrap();
    let server = TestServer::with_state_file(&file).await;
    server.key(phone(Plays::NewKey)).await;
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    assert!(!leftover.exists());
}

#[cfg(unix)]
#[tokio::test]
async fn an_existing_file_is_private_after_the_start() {
    use std::os::unix::fs::PermissionsExt;
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    for open in [0o644, 0o666, 0o640, 0o604, 0o777] {
        let folder = folder();
        let file = folder.path().join("practice.json");
        let server = TestServer::with_state_file(&file).await;
        let key = server.key(phone(Plays::NewKey)).await;
        server.practice.stop().await;
        let files = [file.clone(), folder.path().join("practice.json.lock")];
        for file in &files {
            fs::set_permissions(file, fs::Permissions::from_mode(open)).unwrap();
        }
        let of_folder = mode(folder.path());
        let server = TestServer::with_state_file(&file).await;
        assert_eq!(files.each_ref().map(|file| mode(file)), [0o600, 0o600], "{open:o}");
        assert_eq!(mode(folder.path()), of_folder, "the folder can have other files");
        assert_eq!(server.key(phone(Plays::NewKey)).await, key);
    }
}

#[cfg(unix)]
#[tokio::test]
async fn a_symbolic_link_stays_one() {
    let folder = folder();
    let (file, link) = (folder.path().join("practice.json"), folder.path().join("link.json"));
    TestServer::with_state_file(&file).await.practice.stop().await;
    std::os::unix::fs::symlink(&file, &link).unwrap();
    let key = TestServer::with_state_file(&link).await.key(phone(Plays::NewKey)).await;
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert!(fs::read_to_string(&file).unwrap().contains(&key));
}

#[tokio::test]
async fn a_damaged_file_gives_an_error_of_one_line_and_is_not_changed() {
    let folder = folder();
    let file = folder.path().join("practice.json");
    let server = TestServer::with_state_file(&file).await;
    let key = server.key(phone(Plays::NewKey)).await;
    server.practice.stop().await;
    let whole = fs::read_to_string(&file).unwrap();
    let clients = whole.split_once(r#""clients":["#).unwrap().1;
    let client = clients.split_once("]},\"production\"").unwrap().0;
    for damaged in [
        String::new(),
        "[2]".to_owned(),
        whole[..whole.len() / 2].to_owned(),
        format!("{whole}}}"),
        whole.replace(r#""signing_secret":""#, r#""signing_secret":"00"#),
        whole.replace("new_key", "unheard_of"),
        whole.replace(r#""ahead_us":0"#, &format!(r#""ahead_us":{}"#, i64::MIN)),
        whole.replace(r#""phone""#, r#""telephone""#),
        whole.replace(phone(Plays::NewKey), "12"),
        whole.replace(client, &format!("{client},{client}")),
    ] {
        fs::write(&file, &damaged).unwrap();
        let error = refused(&file).await;
        assert!(matches!(error, StartError::StateDamaged(..)), "{error}");
        let said = error.to_string();
        assert_eq!(said.lines().count(), 1);
        assert!(!said.contains(&key));
        assert_eq!(fs::read_to_string(&file).unwrap(), damaged);
    }
}

#[tokio::test]
async fn only_one_server_at_a_time_uses_a_state_file() {
    let folder = folder();
    let file = folder.path().join("practice.json");
    let first = TestServer::with_state_file(&file).await;
    let before = fs::read(&file).unwrap();
    let error = refused(&file).await;
    assert!(matches!(&error, StartError::StateInUse(_)), "{error}");
    assert!(error.to_string().ends_with("is in use by another program"), "{error}");
    assert_eq!(fs::read(&file).unwrap(), before);
    let key = first.key(phone(Plays::NewKey)).await;
    first.practice.shut_down().await;
    let second = TestServer::with_state_file(&file).await;
    assert_eq!(second.key(phone(Plays::NewKey)).await, key);
}

#[tokio::test]
async fn state_files_names_every_file_that_is_left() {
    let folder = folder();
    let file = folder.path().join("practice.json");
    let server = TestServer::with_state_file(&file).await;
    server.key(phone(Plays::NewKey)).await;
    server.practice.stop().await;
    for left in fs::read_dir(folder.path()).unwrap() {
        let left = left.unwrap().path();
        assert!(state_files(&file).contains(&left), "{}", left.display());
    }
}

#[tokio::test]
async fn a_file_of_a_newer_version_is_reported_as_newer_and_not_changed() {
    let folder = folder();
    let file = folder.path().join("practice.json");
    let newer = r#"{"version":4,"anything":[]}"#;
    fs::write(&file, newer).unwrap();
    let error = refused(&file).await;
    assert!(matches!(error, StartError::StateNewer(_)), "{error}");
    assert!(error.to_string().contains("was written by a newer version"), "{error}");
    assert_eq!(fs::read_to_string(&file).unwrap(), newer);
}

#[tokio::test]
async fn a_missing_folder_is_an_error_at_the_start() {
    let folder = folder();
    let error = refused(&folder.path().join("nowhere").join("practice.json")).await;
    assert!(matches!(error, StartError::StateUnreachable(..)), "{error}");
    let error = refused(folder.path()).await;
    assert!(matches!(error, StartError::StateUnreachable(..)), "{error}");
}
