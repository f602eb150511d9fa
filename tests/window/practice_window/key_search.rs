//! The person looks for their keys on this computer.

use std::fs;

use test_driver::flows::{self, NEW_CLIENT};
use test_driver::{Error, with_app};

use crate::practice;

#[test]
fn a_key_that_was_left_in_a_file_is_found_and_not_shown() -> Result<(), Error> {
    with_app(practice(), async |app| {
        let window = app.window()?;
        flows::get_key(window, NEW_CLIENT).await?;
        let key = flows::read_shown_key(window).await?;
        let folder = app.home().join("shop");
        fs::create_dir(&folder)?;
        fs::write(folder.join(".env"), format!("NAME=shop\nKEY={key}\n"))?;
        fs::write(folder.join("other.txt"), "nothing")?;

        window.turn_to("nav-help").await?;
        window.turn_to("open-key-search").await?;
        window.click("key-search-start").await?;
        window.wait_for("key-search-result").await?;
        let places = window.text("key-search-places").await?.replace('\u{a0}', " ");
        assert!(places.contains(".env") && places.contains("Line: 2"), "{places}");
        // There practice keeps its keys.
        assert!(!places.contains("nova-post.json"), "{places}");
        let page = window.read("return document.body.innerText").await?;
        assert!(!page.to_string().contains(&key), "the page shows the key");
        window.turn_to("nav-home").await
    })
}
