//! The ways that a person takes through the product, step by step.

use crate::error::Error;
use crate::window::Window;

/// The documentation's own number: a person without a key yet.
pub const NEW_CLIENT: &str = "498213437654";

/// Whether the small window shows the key.
pub const IS_SHOWN: &str =
    "return Boolean(document.querySelector('[data-testid=revealed-secret]')?.innerText.trim())";

/// From the Welcome page into practice mode.
pub async fn choose_practice(window: &Window) -> Result<(), Error> {
    window.click("welcome-practice").await?;
    window.wait_for_attribute("mode-banner", "data-mode", "practice").await?;
    window.wait_for("start-test-key").await
}

/// From Home to the page that asks for the number. Once there are keys, what to know before comes
/// first; before that, Home itself says it.
pub async fn open_phone_page(window: &Window) -> Result<(), Error> {
    window.wait_for("start-test-key").await?;
    let is_said = window.shows("before-list").await?;
    window.click("start-test-key").await?;
    if !is_said {
        window.click("continue").await?;
    }
    window.wait_for("phone-input").await
}

/// From Home to the page that shows what will be sent.
pub async fn enter_number(window: &Window, digits: &str) -> Result<(), Error> {
    open_phone_page(window).await?;
    window.type_into("phone-input", digits).await?;
    window.wait_for_text("phone-digits", digits).await?;
    window.click("continue").await?;
    window.wait_for("send-request").await
}

/// From the page that shows what will be sent to the key.
pub async fn send(window: &Window) -> Result<(), Error> {
    window.click("send-request").await?;
    expect(window, "key-card").await
}

/// From Home to the key.
pub async fn get_key(window: &Window, digits: &str) -> Result<(), Error> {
    enter_number(window, digits).await?;
    send(window).await
}

/// Has the key shown in the window made for that, closes it, and gives what it showed.
pub async fn look_at_key(window: &Window) -> Result<String, Error> {
    let mut shown = String::new();
    show_key(window, async |reveal| {
        shown = reveal.text("revealed-secret").await?;
        Ok(())
    })
    .await?;
    Ok(shown)
}

/// As [`look_at_key`], but what is shown is not read: the driver's messages would carry it through
/// the app.
pub async fn have_key_shown(window: &Window) -> Result<(), Error> {
    show_key(window, async |_| Ok(())).await
}

async fn show_key(
    window: &Window,
    look: impl AsyncFnOnce(&Window) -> Result<(), Error>,
) -> Result<(), Error> {
    window.click("show-key").await?;
    window
        .visit_second_window(async |reveal| {
            reveal.wait_until("the key to be shown", IS_SHOWN).await?;
            look(reveal).await?;
            // The click has no answer, for its window is gone; that it is gone is waited for.
            let _ = reveal.click("close-reveal").await;
            Ok(())
        })
        .await
}

/// From the key to the token.
pub async fn get_token(window: &Window) -> Result<(), Error> {
    window.click("get-token").await?;
    expect(window, "token-card").await
}

/// From the token to its proof.
pub async fn prove_token(window: &Window) -> Result<(), Error> {
    window.click("try-token").await?;
    expect(window, "token-proven").await
}

/// From Home to the card for a number of Ukraine, which is never sent.
pub async fn ask_from_ukraine(window: &Window) -> Result<(), Error> {
    open_phone_page(window).await?;
    window.type_into("phone-input", "+380 67 123 45 67").await?;
    window.click("continue").await?;
    expect_failure(window, "phone_ukraine").await
}

/// From Home to the first step of a guide, for an organization that has not begun it yet.
pub async fn start_guide(window: &Window, guide: &str, name: &str) -> Result<(), Error> {
    window.turn_to(&format!("start-{guide}")).await?;
    window.type_into("guide-organization", name).await?;
    window.click("guide-start").await?;
    window.wait_for("guide-step").await
}

/// Says of the step that is open that it is done. `step`: its id, which is waited for.
pub async fn finish_step(window: &Window, step: &str) -> Result<(), Error> {
    expect_step(window, step).await?;
    window.click("step-done").await
}

/// Ticks all that has to be true of the person, and goes on.
pub async fn confirm_person(window: &Window) -> Result<(), Error> {
    for check in ["natural", "contract", "details"] {
        window.click(&format!("guide-check-{check}")).await?;
    }
    finish_step(window, "person").await
}

/// Waits for this step of a guide to be open.
pub async fn expect_step(window: &Window, step: &str) -> Result<(), Error> {
    window.wait_for_attribute("guide-step", "data-step", step).await
}

/// Waits for a failure card with this code.
pub async fn expect_failure(window: &Window, code: &str) -> Result<(), Error> {
    window.wait_for_attribute("failure-card", "data-code", code).await
}

/// Waits for this; a failure card instead of it, not beside it, ends the waiting at once.
async fn expect(window: &Window, id: &str) -> Result<(), Error> {
    if window.wait_for_one_of(&[id, "failure-card"]).await? == id || window.shows(id).await? {
        return Ok(());
    }
    let code = window.attribute("failure-card", "data-code").await?.unwrap_or_default();
    let text = window.text("failure-card").await?;
    Err(Error::new(format!("instead of {id} came the failure {code}:\n{text}")))
}
