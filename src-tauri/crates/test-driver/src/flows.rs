//! What a person does in the window, step by step, for tests that need it on their way.

use crate::error::Error;
use crate::window::Window;

/// The example number of the documentation, which has no key yet.
pub const NEW_CLIENT: &str = "498213437654";

/// Whether the popup window shows the key.
pub const IS_SHOWN: &str =
    "return Boolean(document.querySelector('[data-testid=revealed-secret]')?.innerText.trim())";

/// From the Welcome page into practice mode.
pub async fn choose_practice(window: &Window) -> Result<(), Error> {
    window.click("welcome-practice").await?;
    window.wait_for_attribute("mode-banner", "data-mode", "practice").await?;
    window.wait_for("start-test-key").await
}

/// From Home to the page that asks for the number. Home says what a person has to know before; once there are
/// keys, a separate page does.
pub async fn open_phone_page(window: &Window) -> Result<(), Error> {
    window.wait_for("start-test-key").await?;
    let is_on_home = window.shows("before-list").await?;
    window.click("start-test-key").await?;
    if !is_on_home {
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

/// Shows the key in its popup window, closes that window, and gives what it showed.
pub async fn read_shown_key(window: &Window) -> Result<String, Error> {
    let mut shown = String::new();
    show_key(window, async |reveal| {
        shown = reveal.text("revealed-secret").await?;
        Ok(())
    })
    .await?;
    Ok(shown)
}

/// As [`read_shown_key`] without reading the key: the answer to the driver would bring it into the memory of
/// the app.
pub async fn show_and_close_key(window: &Window) -> Result<(), Error> {
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
            // The click closes the window that would answer. `visit_second_window` waits until it is closed.
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

/// From the token to its verification.
pub async fn verify_token(window: &Window) -> Result<(), Error> {
    window.click("try-token").await?;
    expect(window, "token-proven").await
}

/// From Home to the failure card for a number of Ukraine, which is never sent.
pub async fn ask_from_ukraine(window: &Window) -> Result<(), Error> {
    open_phone_page(window).await?;
    window.type_into("phone-input", "+380 67 123 45 67").await?;
    window.click("continue").await?;
    expect_failure(window, "phone_ukraine").await
}

/// From Home to the first step of a guide, for an organization that has not started it yet.
pub async fn start_guide(window: &Window, guide: &str, name: &str) -> Result<(), Error> {
    window.turn_to(&format!("start-{guide}")).await?;
    window.type_into("guide-organization", name).await?;
    window.click("guide-start").await?;
    window.wait_for("guide-step").await
}

/// Waits for the step with this id and marks it as done.
pub async fn finish_step(window: &Window, step: &str) -> Result<(), Error> {
    expect_step(window, step).await?;
    window.click("step-done").await
}

/// Answers the question of a step with `answer`, and goes on to the next step.
pub async fn answer_step(window: &Window, step: &str, answer: &str) -> Result<(), Error> {
    expect_step(window, step).await?;
    window.click(&format!("guide-answer-{answer}")).await
}

/// Ticks all statements about the person, and goes on to the next step.
pub async fn confirm_person(window: &Window) -> Result<(), Error> {
    for check in ["natural", "contract", "details"] {
        window.click(&format!("guide-check-{check}")).await?;
    }
    finish_step(window, "person").await
}

/// Waits until this step of a guide is open.
pub async fn expect_step(window: &Window, step: &str) -> Result<(), Error> {
    window.wait_for_attribute("guide-step", "data-step", step).await
}

/// Waits for a failure card with this code.
pub async fn expect_failure(window: &Window, code: &str) -> Result<(), Error> {
    window.wait_for_attribute("failure-card", "data-code", code).await
}

/// Waits for the element. Fails at once if a failure card comes instead of the element.
async fn expect(window: &Window, id: &str) -> Result<(), Error> {
    if window.wait_for_one_of(&[id, "failure-card"]).await? == id || window.shows(id).await? {
        return Ok(());
    }
    let code = window.attribute("failure-card", "data-code").await?.unwrap_or_default();
    let text = window.text("failure-card").await?;
    Err(Error::new(format!("instead of {id} came the failure {code}:\n{text}")))
}

/// On the page of lists: chooses a file with this content, as the system's dialog would.
pub async fn choose_list(window: &Window, content: &str) -> Result<(), Error> {
    let content = serde_json::json!(content);
    let choose = format!(
        "const input = document.querySelector('[data-testid=list-file]');
         const chosen = new DataTransfer();
         chosen.items.add(new File([{content}], 'keys.csv', {{ type: 'text/csv' }}));
         input.files = chosen.files;
         input.dispatchEvent(new Event('change', {{ bubbles: true }}));"
    );
    window.run(&choose).await.map(drop)
}

/// From any page to the page of the key with this name. A list of many keys has a search.
pub async fn open_key(window: &Window, name: &str) -> Result<(), Error> {
    if !window.shows("keys-count").await? {
        window.turn_to("nav-keys").await?;
    }
    window.wait_for("key-row").await?;
    if window.shows("keys-search").await? {
        window.type_into("keys-search", name).await?;
    }
    let button = format!(
        "[...document.querySelectorAll('[data-testid=key-row] button')]
            .find((button) => button.innerText.trim() === {})",
        serde_json::json!(name)
    );
    window.wait_until(&format!("{name} in the list"), &format!("return !!{button}")).await?;
    window.run(&format!("{button}.click()")).await?;
    window.wait_for("key-card").await
}
