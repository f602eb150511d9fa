//! A key of production is replaced by another, over a restart.

use test_driver::{App, Error, Window, flows, with_app};

use super::guides::{API_KEYS, Browser, newest_key};
use crate::practice;

/// From the page that asks to copy a key to the page that shows it saved and checked.
pub(crate) async fn add(app: &App, key: &str, name: &str) -> Result<(), Error> {
    let window = app.window()?;
    app.desktop().copy(key)?;
    window.click("add-key-look").await?;
    window.type_into("key-name", name).await?;
    window.run("document.querySelector('input[type=radio][value=production]').click()").await?;
    window.click("add-key-keep").await?;
    window.wait_for("add-key-works").await
}

/// Waits until this step of the replacement is open.
pub(crate) async fn expect_step(window: &Window, step: &str) -> Result<(), Error> {
    window.wait_for_attribute("replace-step", "data-step", step).await
}

#[test]
fn a_key_is_replaced_over_a_restart() -> Result<(), Error> {
    with_app(practice(), async |app| {
        let window = app.window()?;
        // The guide's link leads to the page of practice on which the keys are made.
        flows::start_guide(window, "europe", "Hanse Textil GmbH").await?;
        flows::confirm_person(window).await?;
        flows::expect_step(window, "account").await?;
        let browser = Browser::follow(app, "my_nova_post", "/my-nova-post").await?;
        browser.send("/my-nova-post", "name=Hanse+Textil+GmbH&tax-code=").await;
        let old = newest_key(&browser.send(&format!("{API_KEYS}/new"), "name=Old&all=yes").await);
        let new = newest_key(&browser.send(&format!("{API_KEYS}/new"), "name=New&all=yes").await);

        window.turn_to("nav-keys").await?;
        window.turn_to("add-key").await?;
        add(app, &old, "First shop").await?;
        window.turn_to("go-to-key").await?;
        window.type_into("key-place-name", "Online shop").await?;
        window.click("key-place-add").await?;
        window.wait_for("key-places").await?;
        window.turn_to("replace-key").await?;
        window.click("replace-start").await?;
        expect_step(window, "new").await?;
        window.turn_to("replace-add").await?;
        add(app, &new, "Second shop").await?;
        window.turn_to("back-to-guide").await?;
        // It was checked after it was added, so this is the next step.
        expect_step(window, "places").await?;

        app.restart_after_crash().await?;
        let window = app.window()?;
        flows::open_key(window, "First shop").await?;
        window.turn_to("replace-key").await?;
        expect_step(window, "places").await?;
        window.click("replace-place").await?;
        window.wait_for_attribute("replace-places", "data-left", "0").await?;
        window.click("replace-places-done").await?;
        expect_step(window, "mark").await?;
        window.click("newest-shipment-ask").await?;
        window.wait_for("newest-shipment").await?;
        window.click("replace-finish").await?;
        window.wait_for("replace-done").await?;
        let endings = [&old, &new].map(|key| key[key.len() - 4..].to_owned());
        for ending in endings {
            window.wait_for_words(&ending).await?;
        }
        Ok(())
    })
}
