//! The real window, with its folder on a full disk.

use std::fs;
use std::path::Path;
use std::time::Duration;

use test_driver::{App, Error, Launch, journey, play};

use crate::corner::NEW;
use crate::disk::beside_a_disk;

#[test]
fn the_window_opens_on_a_full_disk_and_goes_on_when_there_is_room() -> Result<(), Error> {
    beside_a_disk(
        "window::the_window_opens_on_a_full_disk_and_goes_on_when_there_is_room",
        |disk| {
            let home = disk.folder().join("keydesk");
            fs::create_dir(&home)?;
            disk.fill();
            let launch = Launch::of(env!("CARGO_BIN_EXE_keydesk")).with("KEYDESK_HOME", &home);
            play(launch, async |app| {
                let window = app.window()?;
                window.click("welcome-practice").await?;
                journey::expect_failure(window, "store_unwritable").await?;
                disk.free();
                journey::choose_practice(window).await?;
                journey::get_key(window, NEW).await?;

                disk.fill();
                close(app).await?;
                let place_and_size = fs::read(home.join("window.json"))?;
                assert!(
                    place_and_size.is_empty(),
                    "there was room for the window's place and size"
                );
                app.restart_after_crash().await?;
                // Reading needs no room: the keys are there.
                app.window()?.wait_for("key-row").await?;
                disk.free();
                app.restart().await?;
                app.window()?.wait_for("key-row").await
            })
        },
    )
}

#[test]
fn the_first_start_in_a_read_only_folder_says_so_and_goes_on_when_it_can_write() -> Result<(), Error>
{
    beside_a_disk(
        "window::the_first_start_in_a_read_only_folder_says_so_and_goes_on_when_it_can_write",
        |disk| {
            let home = disk.folder().join("keydesk");
            disk.make_read_only();
            let launch = Launch::of(env!("CARGO_BIN_EXE_keydesk")).with("KEYDESK_HOME", &home);
            play(launch, async |app| {
                let window = app.window()?;
                window.click("welcome-practice").await?;
                journey::expect_failure(window, "store_unwritable").await?;
                assert!(!home.exists());
                disk.make_writable();
                journey::choose_practice(window).await?;
                journey::get_key(window, NEW).await.map(drop)
            })
        },
    )
}

/// Closes the window by its button and waits for the end of the program.
async fn close(app: &App) -> Result<(), Error> {
    let process = format!("/proc/{}", app.main_process()?);
    app.press_close()?;
    while Path::new(&process).exists() {
        tokio::time::sleep(Duration::from_millis(30)).await;
    }
    Ok(())
}
