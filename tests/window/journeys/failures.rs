//! Every failure that the practice phone book can cause, and the action that its card offers.

use keydesk_core::phone::{self, Verdict};
use test_driver::{App, Error, flows, with_app};

use crate::practice;

/// Requests a key with a number of the phone book and waits for the failure that it causes.
async fn fail(app: &App, digits: &str, code: &str) -> Result<(), Error> {
    let window = app.window()?;
    flows::enter_number(window, digits).await?;
    window.click("send-request").await?;
    flows::expect_failure(window, code).await
}

/// The number as the window shows it: `+49 821 3437654`.
fn as_shown(digits: &str) -> String {
    match phone::check(digits, None) {
        Verdict::Ready { number } | Verdict::Unassigned { number } => number.international,
        verdict => panic!("{verdict:?}"),
    }
}

#[test]
fn a_number_that_nova_post_refuses_can_be_corrected() -> Result<(), Error> {
    with_app(practice(), async |app| {
        fail(app, "491713920040", "phone_invalid").await?;
        let window = app.window()?;
        window.click_first_button_of("failure-card").await?;
        window.wait_for("phone-input").await
    })
}

#[test]
fn a_number_of_ukraine_leads_to_the_guide_for_ukraine() -> Result<(), Error> {
    with_app(practice(), async |app| {
        let window = app.window()?;
        flows::ask_from_ukraine(window).await?;
        window.click_first_button_of("failure-card").await?;
        window.wait_until_gone("phone-input").await
    })
}

#[test]
fn a_number_that_nobody_registered_is_not_found() -> Result<(), Error> {
    with_app(practice(), async |app| fail(app, "491713920044", "client_not_found").await)
}

#[test]
fn a_number_of_several_accounts_gets_an_email_to_send() -> Result<(), Error> {
    with_app(practice(), async |app| {
        fail(app, "491713920049", "several_clients").await?;
        let window = app.window()?;
        window.click_first_button_of("failure-card").await?;
        window.wait_for("failure-email").await
    })
}

#[test]
fn the_daily_limit_can_be_put_off_until_tomorrow() -> Result<(), Error> {
    with_app(practice(), async |app| {
        fail(app, "491713920029", "daily_limit").await?;
        let window = app.window()?;
        window.click_first_button_of("failure-card").await?;
        window.turn_to("nav-home").await?;
        window.wait_for_words(&as_shown("491713920029")).await
    })
}

#[test]
fn an_error_of_nova_post_is_a_service_error() -> Result<(), Error> {
    with_app(practice(), async |app| fail(app, "491713920050", "service_error").await)
}

#[test]
fn a_busy_nova_post_is_unavailable() -> Result<(), Error> {
    with_app(practice(), async |app| fail(app, "491713920053", "service_unavailable").await)
}

#[test]
fn an_answer_that_does_not_come_times_out() -> Result<(), Error> {
    with_app(practice(), async |app| fail(app, "491713920060", "timed_out").await)
}

#[test]
fn a_web_page_instead_of_an_answer_is_a_failure() -> Result<(), Error> {
    with_app(practice(), async |app| fail(app, "491713920061", "network_page").await)
}

#[test]
fn an_answer_that_was_cut_off_is_unreadable() -> Result<(), Error> {
    with_app(practice(), async |app| fail(app, "491713920062", "answer_unreadable").await)
}

#[test]
fn a_request_whose_answer_was_lost_can_be_repeated() -> Result<(), Error> {
    with_app(practice(), async |app| {
        fail(app, "491713920063", "unreachable").await?;
        let window = app.window()?;
        window.click_first_button_of("failure-card").await?;
        window.wait_for("key-card").await
    })
}

#[test]
fn a_request_cut_off_by_a_crash_is_remembered() -> Result<(), Error> {
    with_app(practice(), async |app| {
        let window = app.window()?;
        flows::enter_number(window, "491713920060").await?;
        window.click("send-request").await?;
        window.wait_until_gone("send-request").await?;
        app.restart_after_crash().await?;
        app.window()?.wait_for_words(&as_shown("491713920060")).await
    })
}

#[test]
fn a_key_that_nova_post_refuses_gets_no_token() -> Result<(), Error> {
    with_app(practice(), async |app| {
        let window = app.window()?;
        flows::get_key(window, "491713920070").await?;
        window.click("get-token").await?;
        flows::expect_failure(window, "key_refused").await
    })
}

#[test]
fn a_wrong_clock_is_a_failure_beside_the_key() -> Result<(), Error> {
    with_app(practice(), async |app| {
        let window = app.window()?;
        flows::get_key(window, "491713920072").await?;
        flows::expect_failure(window, "clock_wrong").await
    })
}
