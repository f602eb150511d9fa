//! Practice in the window: the practice clock, the guides to their ends on the pages of practice, clearing, and
//! that nothing leaves this computer.

mod connection;
pub(crate) mod guides;
mod handing_over;
mod key_search;
mod leaks;
pub(crate) mod program_tokens;
pub(crate) mod replacing;
mod requests;
mod reviewing;
mod this_computer;

use test_driver::flows::{self, NEW_CLIENT};
use test_driver::{Error, Window, with_app};

use crate::practice;

/// Chooses a value from a list.
async fn choose(window: &Window, id: &str, value: &str) -> Result<(), Error> {
    window.wait_for(id).await?;
    let choose = format!(
        "const list = document.querySelector('[data-testid={id}]');
         list.value = '{value}';
         list.dispatchEvent(new Event('change', {{ bubbles: true }}));"
    );
    window.run(&choose).await.map(drop)
}

async fn pass_a_year(window: &Window) -> Result<(), Error> {
    window.turn_to("nav-practice").await?;
    window.click("practice-pass-year").await?;
    window.wait_for("practice-clock").await
}

#[test]
fn a_year_later_the_key_has_expired_and_is_reactivated() -> Result<(), Error> {
    with_app(practice(), async |app| {
        let window = app.window()?;
        flows::get_key(window, NEW_CLIENT).await?;
        pass_a_year(window).await?;
        let banner = window.text("mode-banner").await?.replace('\u{a0}', " ");
        assert!(banner.contains("by: 13 months"), "{banner}");
        window.turn_to("nav-home").await?;
        window.wait_for_words("expired. Last day").await?;
        window.click("practice-back-to-now").await?;
        let is_over = "return !document.body.innerText.includes('expired. Last day')";
        window.wait_until("the end to be ahead again", is_over).await?;
        pass_a_year(window).await?;

        // The practice clock keeps its time over a restart.
        app.restart().await?;
        let window = app.window()?;
        window.wait_for("practice-clock").await?;
        flows::get_key(window, NEW_CLIENT).await?;
        window.wait_for_attribute("key-outcome", "data-outcome", "reactivated").await?;
        window.click("practice-back-to-now").await?;
        window.wait_until_gone("practice-clock").await
    })
}

#[test]
fn the_practice_clock_can_be_set_to_a_date() -> Result<(), Error> {
    with_app(practice(), async |app| {
        let window = app.window()?;
        window.turn_to("nav-practice").await?;
        window.click("practice-date").await?;
        let years =
            "return document.querySelector('[data-testid=practice-year]').lastElementChild.value";
        let year = window.read(years).await?.as_str().unwrap().parse::<i32>().unwrap() - 10;
        choose(window, "practice-year", &year.to_string()).await?;
        choose(window, "practice-month", "12").await?;
        window.type_into("practice-day", "24").await?;
        window.click("practice-go-to-date").await?;
        window.wait_for("practice-clock").await?;
        let banner = window.text("mode-banner").await?;
        assert!(banner.contains(&format!("24 December {year}")), "{banner}");
        Ok(())
    })
}

#[test]
fn a_number_that_was_added_has_its_outcome() -> Result<(), Error> {
    with_app(practice(), async |app| {
        let window = app.window()?;
        window.turn_to("nav-practice").await?;
        window.click("practice-own").await?;
        window.click("practice-own-add").await?;
        window.type_into("phone-input", "+49 (171) 39200-99").await?;
        choose(window, "practice-own-plays", "expired_key").await?;
        window.click("practice-own-keep").await?;
        window.wait_for("practice-own-remove").await?;
        window.turn_to("nav-home").await?;
        flows::get_key(window, "491713920099").await?;
        window.wait_for_attribute("key-outcome", "data-outcome", "reactivated").await
    })
}

#[test]
fn cleared_practice_starts_again() -> Result<(), Error> {
    with_app(practice(), async |app| {
        let window = app.window()?;
        flows::get_key(window, NEW_CLIENT).await?;
        pass_a_year(window).await?;
        window.click("practice-start-again").await?;
        window.click("practice-clear").await?;
        window.click("practice-clear-now").await?;
        window.wait_until_gone("practice-clock").await?;
        window.wait_for("before-list").await?;
        assert!(!window.shows("key-row").await?);
        flows::get_key(window, NEW_CLIENT).await?;
        window.wait_for_attribute("key-outcome", "data-outcome", "created").await
    })
}

#[test]
fn a_locked_keychain_keeps_practice_from_being_cleared() -> Result<(), Error> {
    with_app(practice(), async |app| {
        let window = app.window()?;
        flows::get_key(window, NEW_CLIENT).await?;
        window.turn_to("nav-practice").await?;
        app.desktop().bus().lock_keychain()?;
        window.click("practice-start-again").await?;
        window.click("practice-clear").await?;
        window.click("practice-clear-now").await?;
        flows::expect_failure(window, "keychain_locked").await?;
        app.desktop().unlock_keychain()?;
        window.click("practice-clear-now").await?;
        window.wait_for("before-list").await
    })
}
