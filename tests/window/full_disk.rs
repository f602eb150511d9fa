//! The window with its data folder on a full or read-only disk.

use std::fs;

use test_driver::flows::{self, NEW_CLIENT};
use test_driver::{Error, with_app, with_disk};

use crate::first_start;

#[test]
fn the_window_opens_on_a_full_disk_and_works_when_there_is_space() -> Result<(), Error> {
    with_disk(|disk| {
        let home = disk.folder().join("keydesk");
        fs::create_dir(&home)?;
        disk.fill()?;
        let launch = first_start().with("KEYDESK_HOME", &home);
        with_app(launch, async |app| {
            let window = app.window()?;
            window.click("welcome-practice").await?;
            flows::expect_failure(window, "store_unwritable").await?;
            disk.free()?;
            flows::choose_practice(window).await?;
            flows::get_key(window, NEW_CLIENT).await?;

            disk.fill()?;
            app.press_close()?;
            app.until_it_has_ended().await?;
            assert!(fs::write(home.join("probe"), "a").is_err(), "there was space on the disk");
            fs::remove_file(home.join("probe"))?;
            app.restart_after_crash().await?;
            // Reading needs no space: the keys are there.
            app.window()?.wait_for("key-row").await?;
            disk.free()?;
            app.restart().await?;
            app.window()?.wait_for("key-row").await
        })
    })
}

#[test]
fn the_first_start_in_a_read_only_folder_says_so_and_works_when_it_can_write() -> Result<(), Error>
{
    with_disk(|disk| {
        let home = disk.folder().join("keydesk");
        disk.make_read_only()?;
        let launch = first_start().with("KEYDESK_HOME", &home);
        with_app(launch, async |app| {
            let window = app.window()?;
            window.click("welcome-practice").await?;
            flows::expect_failure(window, "store_unwritable").await?;
            assert!(!home.exists());
            disk.make_writable()?;
            flows::choose_practice(window).await?;
            flows::get_key(window, NEW_CLIENT).await.map(drop)
        })
    })
}
