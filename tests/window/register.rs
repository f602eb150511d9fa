//! The register in the window: a deletion undone and done, a restored list, a check of all keys that ends early.

use test_driver::flows::{self, NEW_CLIENT};
use test_driver::{App, Error, Window, with_app};

use crate::damaged_list::until_there_is_a_backup;
use crate::practice;

/// A number of the practice phone book. Its key gets no token: Nova Post answers that there are too many.
const TOO_MANY_TOKENS: &str = "491713920074";
const SECOND: &str = "491713920010";

/// The title of the thing to do for a secret without a record.
const NOT_IN_YOUR_LIST: &str = "Saved, but not in your list";

/// Requests a key from any page but Home.
async fn get_another_key(window: &Window, number: &str) -> Result<(), Error> {
    window.turn_to("nav-home").await?;
    flows::get_key(window, number).await
}

/// Opens the list from any page but Home.
async fn open_list(window: &Window) -> Result<(), Error> {
    window.turn_to("nav-home").await?;
    window.turn_to("nav-keys").await
}

/// Opens the key that was received last, from any page but Home.
async fn open_newest_key(window: &Window) -> Result<(), Error> {
    open_list(window).await?;
    window.wait_for("key-row").await?;
    window.click_first_button_of("key-row").await?;
    window.wait_for("delete-key").await
}

async fn delete_newest_key(window: &Window) -> Result<(), Error> {
    open_newest_key(window).await?;
    window.click("delete-key").await?;
    window.click("key-delete-sure").await?;
    window.wait_for("deletion-note").await
}

async fn wait_for_count(window: &Window, keys: usize) -> Result<(), Error> {
    window.click("nav-home").await?;
    window.turn_to("nav-keys").await?;
    window.wait_for_text("keys-count", &format!("Keys: {keys}")).await
}

#[test]
fn a_deletion_is_undone_and_done() -> Result<(), Error> {
    with_app(practice(), async |app| {
        let window = app.window()?;
        flows::get_key(window, NEW_CLIENT).await?;
        get_another_key(window, SECOND).await?;
        delete_newest_key(window).await?;
        window.click_first_button_of("deletion-note").await?;
        window.wait_until_gone("deletion-note").await?;
        wait_for_count(window, 2).await?;
        // Its secret is still there.
        open_newest_key(window).await?;
        flows::get_token(window).await?;

        delete_newest_key(window).await?;
        window.wait_until_gone("deletion-note").await?;
        wait_for_count(window, 1).await?;
        app.restart().await?;
        let window = app.window()?;
        wait_for_count(window, 1).await?;
        expect_nothing_unlisted(window).await
    })
}

/// A secret without a record would be a thing to do.
async fn expect_nothing_unlisted(window: &Window) -> Result<(), Error> {
    window.turn_to("nav-home").await?;
    window.at_rest().await?;
    let text = window.visible_text().await?;
    assert!(!text.contains(NOT_IN_YOUR_LIST), "{text}");
    Ok(())
}

/// Restores the list from its newest backup, in the settings.
async fn restore(app: &App) -> Result<(), Error> {
    let window = app.window()?;
    window.turn_to("nav-settings").await?;
    window.click("restore-backup").await?;
    window.wait_for("backup-preview").await?;
    window.wait_for_words("1 key").await?;
    window.click("restore-now").await?;
    window.wait_until_gone("restore-dialog").await
}

/// Restores a backup that lacks the second key, and waits on Home for the thing to do.
async fn restore_without_the_second_key(app: &mut App) -> Result<(), Error> {
    flows::get_key(app.window()?, NEW_CLIENT).await?;
    app.restart().await?;
    until_there_is_a_backup(app).await?;
    flows::get_key(app.window()?, SECOND).await?;
    restore(app).await?;
    let window = app.window()?;
    wait_for_count(window, 1).await?;
    window.turn_to("nav-home").await?;
    window.wait_for_words(NOT_IN_YOUR_LIST).await
}

#[test]
fn a_key_that_a_restored_list_lacks_is_removed_from_the_keychain() -> Result<(), Error> {
    with_app(practice(), async |app| {
        restore_without_the_second_key(app).await?;
        let window = app.window()?;
        window.click("to-do-second-action").await?;
        window.click("orphan-sure").await?;
        window.wait_until_gone("orphan-sure").await?;
        app.restart().await?;
        let window = app.window()?;
        wait_for_count(window, 1).await?;
        expect_nothing_unlisted(window).await
    })
}

#[test]
fn a_key_that_a_restored_list_lacks_is_added_again_from_the_keychain() -> Result<(), Error> {
    with_app(practice(), async |app| {
        restore_without_the_second_key(app).await?;
        let window = app.window()?;
        window.click("to-do-action").await?;
        window.wait_for("add-key-keep").await?;
        window.run("document.querySelector('input[type=radio][value=sandbox]')?.click()").await?;
        window.click("add-key-keep").await?;
        window.wait_for("add-key-works").await?;
        wait_for_count(window, 2).await?;
        open_newest_key(window).await?;
        flows::get_token(window).await
    })
}

#[test]
fn a_check_of_all_keys_stops_when_nova_post_asks_for_a_pause() -> Result<(), Error> {
    with_app(practice(), async |app| {
        let window = app.window()?;
        // The newest key is checked first.
        flows::get_key(window, TOO_MANY_TOKENS).await?;
        for number in [SECOND, NEW_CLIENT] {
            get_another_key(window, number).await?;
        }
        window.turn_to("nav-keys").await?;
        window.click("check-all").await?;
        window.wait_for("check-all-result").await?;
        flows::expect_failure(window, "too_many_tokens").await?;
        let result = window.text("check-all-result").await?;
        for expected in ["The check was stopped", "Works 2", "unchecked keys come first"] {
            assert!(result.contains(expected), "{expected} is not in {result}");
        }
        assert_eq!(window.text("check-all").await?, "Go on with the others");
        Ok(())
    })
}

#[test]
fn a_check_of_all_keys_is_cancelled() -> Result<(), Error> {
    with_app(practice(), async |app| {
        let window = app.window()?;
        flows::get_key(window, SECOND).await?;
        for number in ["491713920011", NEW_CLIENT] {
            get_another_key(window, number).await?;
        }
        window.turn_to("nav-keys").await?;
        window.click("check-all").await?;
        window.click("check-all-cancel").await?;
        window.wait_for("check-all-result").await?;
        let result = window.text("check-all-result").await?;
        assert!(result.contains("You cancelled the check"), "{result}");
        assert!(!window.shows("failure-card").await?);
        // The others are checked when the person goes on.
        window.click("check-all").await?;
        window.wait_for_words("All keys are checked").await
    })
}
