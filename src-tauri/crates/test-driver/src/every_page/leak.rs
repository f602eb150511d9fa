//! The page for a key that others may have seen: the question, the first step, and the closed case.

use crate::error::Error;
use crate::window::Window;

/// Begins and ends on the page of a test key. The case is closed at the end, because Home shows an open one first.
pub(super) async fn visit(
    window: &Window,
    visit: &mut impl AsyncFnMut(&str) -> Result<(), Error>,
) -> Result<(), Error> {
    window.turn_to("leak-open").await?;
    window.click("leak-report").await?;
    visit("leak-report").await?;
    window.run("document.querySelector('input[type=radio][value=message]').click()").await?;
    window.click("leak-report").await?;
    window.wait_for("leak-step").await?;
    visit("leak-take-back").await?;
    window.click("leak-step-done").await?;
    window.wait_for_attribute("leak-step", "data-step", "deactivate").await?;
    visit("leak-deactivate").await?;
    window.click("leak-close").await?;
    window.wait_for("leak-close-sure").await?;
    visit("leak-close").await?;
    window.click("leak-close-sure").await?;
    window.wait_for("leak-closed").await?;
    visit("leak-closed").await?;
    window.turn_to("leak-to-key").await
}
