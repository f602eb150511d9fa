//! The register as files: saved, corrected in a spreadsheet, read back.

use std::fs;
use std::path::{Path, PathBuf};

use test_driver::flows::{self, NEW_CLIENT};
use test_driver::{Error, with_app};

use crate::practice;

/// The file in `lists` with this extension.
pub(crate) fn saved(data_folder: &Path, extension: &str) -> PathBuf {
    let files = fs::read_dir(data_folder.join("lists")).unwrap();
    let mut files = files.map(|file| file.unwrap().path());
    files.find(|file| file.extension().is_some_and(|found| found == extension)).unwrap()
}

#[test]
fn the_list_is_saved_corrected_and_read_back() -> Result<(), Error> {
    with_app(practice(), async |app| {
        let folder = app.data_folder();
        let window = app.window()?;
        flows::get_key(window, NEW_CLIENT).await?;
        let digits_and_letters = window.text("key-masked").await?;
        let last_four = digits_and_letters.split_whitespace().last().unwrap_or_default().to_owned();
        window.turn_to("nav-keys").await?;
        window.turn_to("open-lists").await?;
        window.click("export_keys-csv").await?;
        window.wait_for("list-saved").await?;
        window.click("export_calendar-ics").await?;
        window
            .wait_until(
                "two files",
                "return document.querySelectorAll('[data-testid=list-saved]').length === 2",
            )
            .await?;
        window
            .wait_until(
                "a line for each file",
                "return document.querySelectorAll('[data-testid=list-history] li').length === 2",
            )
            .await?;
        let list = fs::read_to_string(saved(&folder, "csv")).unwrap();
        assert!(list.contains(&format!("…{last_four}")), "{list}");
        let calendar = fs::read_to_string(saved(&folder, "ics")).unwrap();
        assert!(calendar.contains("BEGIN:VEVENT") && calendar.contains("PRACTICE"), "{calendar}");

        // The person adds a line for a key that somebody else keeps.
        flows::choose_list(
            window,
            &format!("{list};Warehouse;Production;…91c0;;;;2030-08-27;;;;;;\r\n"),
        )
        .await?;
        window.wait_for("list-new").await?;
        assert!(window.shows("list-unchanged").await?);
        window.click("confirm-list").await?;
        window.wait_for("list-done").await?;
        app.restart().await?;
        let window = app.window()?;
        window.turn_to("nav-keys").await?;
        window.wait_for("key-row").await?;
        window.wait_for_words("Warehouse").await?;
        window.wait_for_words("Not on this computer").await
    })
}
