//! What a person does in the real window, against the practice server: the main job, and every
//! failure that the practice phone book can cause.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic: that is how it fails")]

use keydesk_core::phone::{self, Verdict};
use keydesk_driver::journey::{self, NEW_CLIENT};
use keydesk_driver::{App, Key, Launch, Trouble, Window, play};

/// The window as on its first start.
fn first_start() -> Launch {
    Launch::of(env!("CARGO_BIN_EXE_keydesk"))
}

/// The window, already in practice mode.
fn practice() -> Launch {
    first_start().with("KEYDESK_START", "practice")
}

/// Asks with a number of the phone book and waits for the failure that it causes.
async fn fail(app: &App, digits: &str, code: &str) -> Result<(), Trouble> {
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

async fn assert_outcome(window: &Window, outcome: &str) -> Result<(), Trouble> {
    window.wait_for_attribute("key-outcome", "data-outcome", outcome).await
}

#[test]
fn from_the_first_start_to_a_proven_token() -> Result<(), Trouble> {
    play(first_start(), async |app| {
        let window = app.window()?;
        journey::choose_practice(window).await?;
        journey::get_key(window, NEW_CLIENT).await?;
        assert_outcome(window, "created").await?;
        journey::get_token(window).await?;
        journey::prove_token(window).await
    })
}

#[test]
fn from_the_first_start_to_a_copied_key_in_five_clicks() -> Result<(), Trouble> {
    const CLICKS: [&str; 5] =
        ["welcome-practice", "start-test-key", "continue", "send-request", "copy-key"];
    play(first_start(), async |app| {
        let window = app.window()?;
        for id in CLICKS {
            if id == "continue" {
                window.type_into("phone-input", NEW_CLIENT).await?;
            }
            window.click(id).await?;
        }
        window.wait_for("clipboard-note").await
    })
}

#[test]
fn from_the_first_start_to_a_proven_token_by_keyboard_only() -> Result<(), Trouble> {
    play(first_start(), async |app| {
        let window = app.window()?;
        for id in ["welcome-practice", "start-test-key"] {
            window.tab_to(id).await?;
            window.press(Key::Enter).await?;
        }
        window.tab_to("phone-input").await?;
        window.type_text(NEW_CLIENT).await?;
        window.wait_for_text("phone-digits", NEW_CLIENT).await?;
        window.press(Key::Enter).await?;
        for id in ["send-request", "get-token", "try-token"] {
            window.tab_to(id).await?;
            window.press(Key::Enter).await?;
        }
        window.wait_for("token-proven").await
    })
}

#[test]
fn a_key_is_still_there_after_a_restart() -> Result<(), Trouble> {
    play(practice(), async |app| {
        journey::get_key(app.window()?, NEW_CLIENT).await?;
        app.restart().await?;
        let window = app.window()?;
        window.click("nav-keys").await?;
        window.wait_for("key-row").await
    })
}

#[test]
fn a_key_asked_for_twice_on_a_day_is_the_same_key() -> Result<(), Trouble> {
    play(practice(), async |app| {
        let window = app.window()?;
        journey::get_key(window, NEW_CLIENT).await?;
        let before = window.text("key-masked").await?;
        window.turn_to("nav-home").await?;
        journey::get_key(window, NEW_CLIENT).await?;
        assert_outcome(window, "same").await?;
        assert_eq!(window.text("key-masked").await?, before);
        Ok(())
    })
}

#[test]
fn an_active_key_is_prolonged() -> Result<(), Trouble> {
    play(practice(), async |app| {
        let window = app.window()?;
        journey::get_key(window, "491713920010").await?;
        assert_outcome(window, "prolonged").await
    })
}

#[test]
fn an_expired_key_is_reactivated() -> Result<(), Trouble> {
    play(practice(), async |app| {
        let window = app.window()?;
        journey::get_key(window, "491713920011").await?;
        assert_outcome(window, "reactivated").await
    })
}

#[test]
fn a_key_that_was_cleaned_up_is_made_anew() -> Result<(), Trouble> {
    play(practice(), async |app| {
        let window = app.window()?;
        journey::get_key(window, "491713920012").await?;
        assert_outcome(window, "created").await
    })
}

#[test]
fn a_number_that_nova_post_refuses_can_be_corrected() -> Result<(), Trouble> {
    play(practice(), async |app| {
        fail(app, "491713920040", "phone_invalid").await?;
        let window = app.window()?;
        window.click_first_button_of("failure-card").await?;
        window.wait_for("phone-input").await
    })
}

#[test]
fn a_number_of_ukraine_is_led_to_its_guide() -> Result<(), Trouble> {
    play(practice(), async |app| {
        let window = app.window()?;
        journey::ask_from_ukraine(window).await?;
        window.click_first_button_of("failure-card").await?;
        window.wait_until_gone("phone-input").await
    })
}

#[test]
fn a_number_that_nobody_registered() -> Result<(), Trouble> {
    play(practice(), async |app| fail(app, "491713920044", "client_not_found").await)
}

#[test]
fn a_number_of_several_accounts_gets_a_letter_to_send() -> Result<(), Trouble> {
    play(practice(), async |app| {
        fail(app, "491713920049", "several_clients").await?;
        let window = app.window()?;
        window.click_first_button_of("failure-card").await?;
        window.wait_for("failure-letter").await
    })
}

#[test]
fn the_daily_limit_can_be_put_off_until_tomorrow() -> Result<(), Trouble> {
    play(practice(), async |app| {
        fail(app, "491713920029", "daily_limit").await?;
        let window = app.window()?;
        window.click_first_button_of("failure-card").await?;
        window.turn_to("nav-home").await?;
        window.wait_for_words(&as_read("491713920029")).await
    })
}

#[test]
fn an_error_of_nova_post() -> Result<(), Trouble> {
    play(practice(), async |app| fail(app, "491713920050", "service_error").await)
}

#[test]
fn a_nova_post_that_is_busy() -> Result<(), Trouble> {
    play(practice(), async |app| fail(app, "491713920053", "service_unavailable").await)
}

#[test]
fn an_answer_that_does_not_come() -> Result<(), Trouble> {
    play(practice(), async |app| fail(app, "491713920060", "timed_out").await)
}

#[test]
fn a_web_page_instead_of_an_answer() -> Result<(), Trouble> {
    play(practice(), async |app| fail(app, "491713920061", "answer_unreadable").await)
}

#[test]
fn an_answer_that_was_cut_can_be_asked_for_again() -> Result<(), Trouble> {
    play(practice(), async |app| fail(app, "491713920062", "answer_unreadable").await)
}

#[test]
fn a_lost_answer_is_asked_for_again_and_brings_the_key() -> Result<(), Trouble> {
    play(practice(), async |app| {
        fail(app, "491713920063", "unreachable").await?;
        let window = app.window()?;
        window.click_first_button_of("failure-card").await?;
        window.wait_for("key-card").await
    })
}

#[test]
fn a_request_cut_off_by_a_crash_is_remembered() -> Result<(), Trouble> {
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
fn a_key_that_authorization_refuses() -> Result<(), Trouble> {
    play(practice(), async |app| {
        let window = app.window()?;
        journey::get_key(window, "491713920070").await?;
        window.click("get-token").await?;
        journey::expect_failure(window, "key_refused").await
    })
}

#[test]
fn a_token_of_two_minutes_counts_down_from_two() -> Result<(), Trouble> {
    play(practice(), async |app| {
        let window = app.window()?;
        journey::get_key(window, "491713920071").await?;
        journey::get_token(window).await?;
        let remaining = window.text("token-remaining").await?;
        assert!(remaining == "2:00" || remaining.starts_with("1:"), "{remaining}");
        Ok(())
    })
}

#[test]
fn a_wrong_clock_is_told_beside_the_key() -> Result<(), Trouble> {
    play(practice(), async |app| {
        let window = app.window()?;
        journey::get_key(window, "491713920072").await?;
        journey::expect_failure(window, "clock_wrong").await
    })
}

#[test]
fn a_guide_goes_on_where_it_was_left() -> Result<(), Trouble> {
    play(practice(), async |app| {
        let window = app.window()?;
        journey::start_guide(window, "ukraine", "Dnipro Trade").await?;
        journey::finish_step(window, "cabinet").await?;
        journey::finish_step(window, "settings").await?;
        journey::expect_step(window, "security").await?;
        app.restart_after_crash().await?;
        let window = app.window()?;
        window.turn_to("nav-guides").await?;
        window.click("guide-continue").await?;
        journey::expect_step(window, "security").await
    })
}

#[test]
fn two_organizations_keep_their_own_progress() -> Result<(), Trouble> {
    play(practice(), async |app| {
        let window = app.window()?;
        journey::start_guide(window, "europe", "Hanse Textil GmbH").await?;
        journey::confirm_person(window).await?;
        journey::expect_step(window, "account").await?;
        window.click("guide-another").await?;
        window.type_into("guide-organization", "Nordlicht Logistik").await?;
        window.click("guide-save-name").await?;
        journey::expect_step(window, "person").await?;
        window.click("guide-check-natural").await?;
        app.restart().await?;
        let window = app.window()?;
        window.turn_to("nav-guides").await?;
        window.click("guide-continue").await?;
        journey::expect_step(window, "person").await?;
        assert_eq!(window.heading().await?, "Nordlicht Logistik");
        window.turn_to("guide-switch-1").await?;
        journey::expect_step(window, "account").await?;
        assert_eq!(window.heading().await?, "Hanse Textil GmbH");
        Ok(())
    })
}

#[test]
fn what_is_noted_of_the_account_is_kept_as_it_is_typed() -> Result<(), Trouble> {
    play(practice(), async |app| {
        let window = app.window()?;
        journey::start_guide(window, "europe", "Hanse Textil GmbH").await?;
        journey::confirm_person(window).await?;
        journey::expect_step(window, "account").await?;
        window.type_into("account-email", "olena").await?;
        window.tab_to("step-done").await?;
        window.wait_for("account-email-problem").await?;
        app.restart_after_crash().await?;
        let window = app.window()?;
        window.turn_to("nav-guides").await?;
        window.click("guide-continue").await?;
        // It can be clicked once it was read what was noted.
        window.click("account-email").await?;
        let typed = "return document.querySelector('[data-testid=account-email]').value";
        assert_eq!(window.run(typed).await?, "olena");
        Ok(())
    })
}

#[test]
fn what_is_typed_for_the_affiliation_e_mail_is_there_after_a_crash() -> Result<(), Trouble> {
    play(practice(), async |app| {
        let window = app.window()?;
        journey::start_guide(window, "europe", "Hanse Textil GmbH").await?;
        journey::confirm_person(window).await?;
        journey::finish_step(window, "account").await?;
        window.turn_to("guide-write").await?;
        window.type_into("affiliation-country", "Deutschland").await?;
        window.type_into("affiliation-tax-code", "DE136695978").await?;
        window.tab_to("affiliation-full-name").await?;
        window.wait_for("tax-code-doubt").await?;
        app.restart_after_crash().await?;
        let window = app.window()?;
        window.turn_to("nav-guides").await?;
        window.click("guide-continue").await?;
        window.turn_to("guide-write").await?;
        window.wait_for("tax-code-doubt").await?;
        let typed = "return document.querySelector('[data-testid=affiliation-tax-code]').value";
        assert_eq!(window.run(typed).await?, "DE136695978");
        Ok(())
    })
}

#[test]
fn a_key_on_the_clipboard_is_brought_in_and_proven() -> Result<(), Trouble> {
    play(practice(), async |app| {
        let window = app.window()?;
        journey::get_key(window, NEW_CLIENT).await?;
        window.click("copy-key").await?;
        window.turn_to("nav-keys").await?;
        window.turn_to("bring-in-key").await?;
        window.press_with(Key::Control, 'v').await?;
        window.wait_for_attribute("clipboard-judged", "data-found", "known").await?;
        window.turn_to("renew-known-key").await?;
        window.type_into("key-name", "Web shop").await?;
        window.click("bring-in-keep").await?;
        window.wait_for("key-proven").await?;
        // Nothing says any more that the clipboard holds what it has just lost.
        assert!(!window.shows("clipboard-note").await?);
        window.turn_to("go-to-key").await?;
        assert_eq!(window.heading().await?, "Web shop");
        window.turn_to("nav-keys").await?;
        window.wait_for("key-row").await
    })
}
