//! Notifications of what is due, on a desktop that records them.

use std::time::Duration;

use test_driver::flows::{self, NEW_CLIENT};
use test_driver::{Desktop, Error, NotificationService, with_app_on};

use crate::practice;

#[test]
fn a_key_that_expires_tomorrow_is_told_and_a_press_opens_home() -> Result<(), Error> {
    let desktop = Desktop::start()?;
    let notifications = NotificationService::on(desktop.bus())?;
    with_app_on(desktop, practice(), async |app| {
        flows::get_key(app.window()?, NEW_CLIENT).await?;
        app.close().await?;
        let store = rusqlite::Connection::open(app.data_folder().join("practice/register.sqlite"));
        let tomorrow = "UPDATE keys SET name = 'Web shop',
            valid_until = strftime('%Y-%m-%dT%H:%M:%S+00:00', 'now', '+1 day')";
        store.unwrap().execute_batch(tomorrow).unwrap();
        app.restart().await?;
        let window = app.window()?;
        window.turn_to("nav-help").await?;
        // At the first start the key was only never checked.
        let mut shown = notifications.next_shown()?;
        while shown.title.starts_with("Things to do") {
            shown = notifications.next_shown()?;
        }
        assert_eq!(shown.title, "Expires tomorrow: Web shop");
        assert_eq!(shown.body, "PRACTICE · Key Desk");
        // The app begins to listen for a press a moment after the notification was shown.
        while !window.shows("to-do-action").await? {
            notifications.press(&shown)?;
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
        Ok(())
    })
}
