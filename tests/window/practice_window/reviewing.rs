//! A review that is interrupted, goes on where it was, is signed, and gives a report.

use test_driver::flows::NEW_CLIENT;
use test_driver::{Error, flows, with_app};

use crate::practice;

const NEEDED: &str = "document.querySelector('[data-testid=review-need] [value=needed]').click()";

#[test]
fn a_review_goes_on_after_a_crash_and_its_report_is_saved() -> Result<(), Error> {
    with_app(practice(), async |app| {
        let window = app.window()?;
        flows::get_key(window, NEW_CLIENT).await?;
        window.turn_to("nav-keys").await?;
        window.turn_to("open-review").await?;
        window.click("review-start").await?;
        window.wait_for("review-need").await?;
        window.run(NEEDED).await?;
        window.click("continue").await?;
        window.wait_for("review-name").await?;

        app.restart_after_crash().await?;
        let window = app.window()?;
        window.turn_to("nav-home").await?;
        window.wait_for_words("Your review is not signed yet").await?;
        window.turn_to("nav-keys").await?;
        window.turn_to("open-review").await?;
        window.wait_for("review-name").await?;
        window.type_into("review-name", "Olena Koval").await?;
        window.click("review-sign").await?;
        window.wait_for("review-done").await?;
        window.click("review-report-save").await?;
        window.wait_for("hand-over-saved").await?;
        let saved = window.text("hand-over-saved").await?;
        assert!(saved.contains(".pdf"), "{saved}");
        Ok(())
    })
}
