//! The ways that a person takes through the product, step by step.

use crate::trouble::Trouble;
use crate::window::Window;

/// The documentation's own number: a person without a key yet.
pub const NEW_CLIENT: &str = "498213437654";

/// From the Welcome page into practice mode.
pub async fn choose_practice(window: &Window) -> Result<(), Trouble> {
    window.click("welcome-practice").await?;
    window
        .wait_for_attribute("mode-banner", "data-mode", "practice")
        .await?;
    window.wait_for("start-test-key").await
}

/// From Home to the page that asks for the number.
pub async fn open_phone_page(window: &Window) -> Result<(), Trouble> {
    window.click("start-test-key").await?;
    window.click("continue").await?;
    window.wait_for("phone-input").await
}

/// From Home to the page that shows what will be sent.
pub async fn enter_number(window: &Window, digits: &str) -> Result<(), Trouble> {
    open_phone_page(window).await?;
    window.type_into("phone-input", digits).await?;
    window.wait_for_text("phone-digits", digits).await?;
    window.click("continue").await?;
    window.wait_for("send-request").await
}

/// From Home to the answer, whatever it is: `key-card` or `failure-card`.
pub async fn ask_for_key(window: &Window, digits: &str) -> Result<&'static str, Trouble> {
    enter_number(window, digits).await?;
    window.click("send-request").await?;
    window.wait_for_one_of(&["key-card", "failure-card"]).await
}

/// From Home to the key.
pub async fn get_key(window: &Window, digits: &str) -> Result<(), Trouble> {
    match ask_for_key(window, digits).await? {
        "key-card" => Ok(()),
        _ => Err(failed(window, "no key").await?),
    }
}

/// From the key to the answer about a token: `token-card` or `failure-card`.
pub async fn ask_for_token(window: &Window) -> Result<&'static str, Trouble> {
    window.click("get-token").await?;
    window
        .wait_for_one_of(&["token-card", "failure-card"])
        .await
}

/// From the key to the token.
pub async fn get_token(window: &Window) -> Result<(), Trouble> {
    match ask_for_token(window).await? {
        "token-card" => Ok(()),
        _ => Err(failed(window, "no token").await?),
    }
}

/// From the token to its proof.
pub async fn prove_token(window: &Window) -> Result<(), Trouble> {
    window.click("try-token").await?;
    match window
        .wait_for_one_of(&["token-proven", "failure-card"])
        .await?
    {
        "token-proven" => Ok(()),
        _ => Err(failed(window, "the token is not proven").await?),
    }
}

async fn failed(window: &Window, what: &str) -> Result<Trouble, Trouble> {
    let code = window
        .attribute("failure-card", "data-code")
        .await?
        .unwrap_or_default();
    let text = window.text("failure-card").await?;
    Ok(Trouble::new(format!("{what}: {code}\n{text}")))
}
