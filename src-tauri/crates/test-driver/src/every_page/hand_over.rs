//! The pages that hand a test key over, and the list of hand-overs on the page of the key.

use crate::error::Error;
use crate::window::Window;

/// A public key whose private key nobody has kept.
const PUBLIC_KEY: &str = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p";

/// Hands over the key whose page is open.
pub(super) async fn visit(
    window: &Window,
    visit: &mut impl AsyncFnMut(&str) -> Result<(), Error>,
) -> Result<(), Error> {
    window.turn_to("hand-over").await?;
    visit("hand-over-who").await?;
    window.type_into("hand-over-name", "Oleh Koval").await?;
    window.turn_to("continue").await?;
    window.wait_for("hand-over-sheet").await?;
    visit("hand-over-sheet").await?;
    window.turn_to("continue").await?;
    visit("hand-over-key").await?;
    choose(window, "sealed").await?;
    window.type_into("hand-over-public-key", PUBLIC_KEY).await?;
    window.click("hand-over-seal").await?;
    window.wait_for("hand-over-sealed").await?;
    visit("hand-over-sealed").await?;
    window.turn_to("continue").await?;
    visit("hand-over-receipt").await?;
    window.type_into("hand-over-code", "0000 0000").await?;
    window.click("hand-over-check").await?;
    window.wait_for("hand-over-result").await?;
    visit("hand-over-unknown").await?;
    window.turn_to("hand-over-leave").await?;
    window.wait_for("hand-over-line").await?;
    visit("key-with-hand-overs").await
}

/// Chooses the way in which the key itself is given.
async fn choose(window: &Window, way: &str) -> Result<(), Error> {
    window
        .run(&format!("document.querySelector('input[type=radio][value={way}]').click()"))
        .await?;
    window.wait_for(&format!("hand-over-way-{way}")).await
}
