//! A damaged list of keys, from its card to the restored list.

use std::fs;

use test_driver::flows::{self, NEW_CLIENT};
use test_driver::{App, Error, with_app};

use crate::practice;

const DAMAGED: &[u8] = b"half of a file that once was";

/// Waits until the app has made today's backup, which it looks for some seconds after its start.
pub(crate) async fn until_there_is_a_backup(app: &App) -> Result<(), Error> {
    let folder = app.data_folder().join("practice/backups");
    let is_backup =
        |entry: fs::DirEntry| entry.file_name().to_string_lossy().ends_with("-daily.sqlite");
    test_driver::wait_until("a backup", || {
        let files = fs::read_dir(&folder).into_iter().flatten().flatten();
        Ok(files.into_iter().any(is_backup).then_some(()))
    })
    .await
}

fn damage(app: &App) -> Result<(), Error> {
    let store = app.data_folder().join("practice/register.sqlite");
    for suffix in ["-wal", "-shm"] {
        let _ = fs::remove_file(store.with_extension(format!("sqlite{suffix}")));
    }
    Ok(fs::write(store, DAMAGED)?)
}

#[test]
fn a_damaged_list_is_restored_from_its_card() -> Result<(), Error> {
    with_app(practice(), async |app| {
        flows::get_key(app.window()?, NEW_CLIENT).await?;
        // The start after the first key makes the first backup.
        app.restart().await?;
        until_there_is_a_backup(app).await?;
        app.close().await?;
        app.until_it_has_ended().await?;
        damage(app)?;

        app.restart().await?;
        let window = app.window()?;
        flows::expect_failure(window, "store_unreadable").await?;
        window.click_first_button_of("failure-card").await?;
        window.wait_for("backup-preview").await?;
        window.wait_for_words("1 key").await?;
        window.click("restore-now").await?;
        window.wait_for("key-row").await?;

        let folder = app.data_folder().join("practice");
        let aside = fs::read_dir(folder)?.flatten().find(|entry| {
            entry.file_name().to_string_lossy().starts_with("register.sqlite.damaged-")
        });
        assert_eq!(fs::read(aside.unwrap().path())?, DAMAGED);
        let window = app.window()?;
        window.click("key-row").await?;
        // The keychain still has it.
        flows::get_token(window).await?;
        window.turn_to("nav-settings").await?;
        window.wait_for("backup-row").await
    })
}

#[test]
fn without_a_backup_an_empty_list_shows_the_keys_of_the_keychain() -> Result<(), Error> {
    with_app(practice(), async |app| {
        flows::get_key(app.window()?, NEW_CLIENT).await?;
        app.close().await?;
        app.until_it_has_ended().await?;
        let _ = fs::remove_dir_all(app.data_folder().join("practice/backups"));
        damage(app)?;
        app.restart().await?;
        let window = app.window()?;
        flows::expect_failure(window, "store_unreadable").await?;
        window.click_first_button_of("failure-card").await?;
        window.click("restore-now").await?;
        window.wait_for_words("Saved, but not in your list").await
    })
}
