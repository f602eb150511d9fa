//! Every failure that the practice phone book can cause, and what can be done about it.

use keydesk_core::phone::{self, Verdict};
use test_driver::{App, Error, journey, play};

use crate::practice;

/// Asks with a number of the phone book and waits for the failure that it causes.
async fn fail(app: &App, digits: &str, code: &str) -> Result<(), Error> {
    let window = app.window()?;
    journey::enter_number(window, digits).await?;
    window.click("send-request").await?;
    journey::expect_failure(window, code).await
}

/// The number as the window spells it: `+49 821 3437654`.
fn as_read(digits: &str) -> String {
    match phone::check(digits, None) {
        Verdict::Ready { number } | Verdict::Unassigned { number } => number.international,
        verdict => panic!("{verdict:?}"),
    }
}

#[test]
fn a_number_that_nova_post_refuses_can_be_corrected() -> Result<(), Error> {
    play(practice(), async |app| {
        fail(app, "491713920040", "phone_invalid").await?;
        let window = app.window()?;
        window.click_first_button_of("failure-card").await?;
        window.wait_for("phone-input").await
    })
}

#[test]
fn a_number_of_ukraine_is_led_to_its_guide() -> Result<(), Error> {
    play(practice(), async |app| {
        let window = app.window()?;
        journey::ask_from_ukraine(window).await?;
        window.click_first_button_of("failure-card").await?;
        window.wait_until_gone("phone-input").await
    })
}

#[test]
fn a_number_that_nobody_registered() -> Result<(), Error> {
    play(practice(), async |app| fail(app, "491713920044", "client_not_found").await)
}

#[test]
fn a_number_of_several_accounts_gets_a_letter_to_send() -> Result<(), Error> {
    play(practice(), async |app| {
        fail(app, "491713920049", "several_clients").await?;
        let window = app.window()?;
        window.click_first_button_of("failure-card").await?;
        window.wait_for("failure-letter").await
    })
}

#[test]
fn the_daily_limit_can_be_put_off_until_tomorrow() -> Result<(), Error> {
    play(practice(), async |app| {
        fail(app, "491713920029", "daily_limit").await?;
        let window = app.window()?;
        window.click_first_button_of("failure-card").await?;
        window.turn_to("nav-home").await?;
        window.wait_for_words(&as_read("491713920029")).await
    })
}

#[test]
fn an_error_of_nova_post() -> Result<(), Error> {
    play(practice(), async |app| fail(app, "491713920050", "service_error").await)
}

#[test]
fn a_nova_post_that_is_busy() -> Result<(), Error> {
    play(practice(), async |app| fail(app, "491713920053", "service_unavailable").await)
}

#[test]
fn an_answer_that_does_not_come() -> Result<(), Error> {
    play(practice(), async |app| fail(app, "491713920060", "timed_out").await)
}

#[test]
fn a_web_page_instead_of_an_answer() -> Result<(), Error> {
    play(practice(), async |app| fail(app, "491713920061", "network_page").await)
}

#[test]
fn an_answer_that_was_cut_can_be_asked_for_again() -> Result<(), Error> {
    play(practice(), async |app| fail(app, "491713920062", "answer_unreadable").await)
}

#[test]
fn a_lost_answer_is_asked_for_again_and_brings_the_key() -> Result<(), Error> {
    play(practice(), async |app| {
        fail(app, "491713920063", "unreachable").await?;
        let window = app.window()?;
        window.click_first_button_of("failure-card").await?;
        window.wait_for("key-card").await
    })
}

#[test]
fn a_request_cut_off_by_a_crash_is_remembered() -> Result<(), Error> {
    play(practice(), async |app| {
        let window = app.window()?;
        journey::enter_number(window, "491713920060").await?;
        window.click("send-request").await?;
        window.wait_until_gone("send-request").await?;
        app.restart_after_crash().await?;
        app.window()?.wait_for_words(&as_read("491713920060")).await
    })
}

#[test]
fn a_key_that_authorization_refuses() -> Result<(), Error> {
    play(practice(), async |app| {
        let window = app.window()?;
        journey::get_key(window, "491713920070").await?;
        window.click("get-token").await?;
        journey::expect_failure(window, "key_refused").await
    })
}

#[test]
fn a_wrong_clock_is_told_beside_the_key() -> Result<(), Error> {
    play(practice(), async |app| {
        let window = app.window()?;
        journey::get_key(window, "491713920072").await?;
        journey::expect_failure(window, "clock_wrong").await
    })
}
