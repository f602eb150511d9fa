//! The pages of the yearly review, with the keys of the list that was read before.

use crate::error::Error;
use crate::window::Window;

/// Reviews the first key, leaves the others for later, and signs.
pub(super) async fn visit(
    window: &Window,
    visit: &mut impl AsyncFnMut(&str) -> Result<(), Error>,
) -> Result<(), Error> {
    window.turn_to("nav-keys").await?;
    window.turn_to("open-review").await?;
    visit("review").await?;
    window.click("review-start").await?;
    window.wait_for("review-progress").await?;
    window.wait_for("review-need").await?;
    window.click("continue").await?;
    visit("review-key").await?;
    let not_needed =
        "document.querySelector('[data-testid=review-need] [value=not_needed]').click()";
    window.run(not_needed).await?;
    window.turn_to("continue").await?;
    // Each of the two keys that are left has a page.
    for _left in 0..2 {
        window.turn_to("review-skip").await?;
    }
    window.wait_for("review-portal-key").await?;
    visit("review-portal").await?;
    window.turn_to("continue").await?;
    window.wait_for("review-follow-up").await?;
    visit("review-sign").await?;
    window.type_into("review-name", "Olena Koval").await?;
    window.click("review-sign").await?;
    window.wait_for("review-done").await?;
    visit("review-done").await?;
    window.turn_to("nav-keys").await?;
    window.turn_to("open-review").await?;
    window.wait_for("reviews-signed").await?;
    visit("review-earlier").await
}
