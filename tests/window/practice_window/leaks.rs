//! A key that was sent by email: the case survives a crash, Home shows it first, and the page of the key has it in the
//! history when it is closed.

use test_driver::flows::NEW_CLIENT;
use test_driver::{Error, Window, flows, with_app};

use crate::practice;

async fn expect_step(window: &Window, step: &str) -> Result<(), Error> {
    window.wait_for_attribute("leak-step", "data-step", step).await
}

#[test]
fn a_leak_is_worked_through_over_a_crash() -> Result<(), Error> {
    with_app(practice(), async |app| {
        let window = app.window()?;
        flows::get_key(window, NEW_CLIENT).await?;
        window.turn_to("nav-keys").await?;
        window.turn_to("key-row").await?;
        window.turn_to("leak-open").await?;
        window.wait_for("leak-report").await?;
        window.run("document.querySelector('input[type=radio][value=message]').click()").await?;
        window.click("leak-report").await?;
        expect_step(window, "take_back").await?;
        window.wait_for_words("PRACTICE").await?;
        window.click("leak-step-done").await?;
        expect_step(window, "deactivate").await?;

        app.restart_after_crash().await?;
        let window = app.window()?;
        window.turn_to("nav-home").await?;
        window.wait_for_words("Others may have seen a key").await?;
        window.turn_to("to-do-action").await?;
        expect_step(window, "deactivate").await?;
        for next in ["tell", "replace"] {
            window.click("leak-step-done").await?;
            expect_step(window, next).await?;
        }
        window.click("leak-step-done").await?;
        window.wait_until_gone("leak-step").await?;
        window.click("leak-close").await?;
        window.wait_for("leak-closed").await?;
        window.turn_to("leak-to-key").await?;
        window.wait_for_words("Case closed: others may have seen it").await
    })
}
