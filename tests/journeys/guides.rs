//! What a guide knows of each organization, and still knows when it is opened again.

use test_driver::{Error, Window, journey, play};

use crate::practice;

/// Waits until the last character is written down: every change is, but one after the other.
async fn until_kept(window: &Window, read: &str, typed: &str) -> Result<(), Error> {
    let is_kept = format!(
        "const {{ invoke }} = window.__TAURI_INTERNALS__;
         return {read}.then((kept) => JSON.stringify(kept).includes('{typed}'));"
    );
    window.wait_until(&format!("{typed} to be kept"), &is_kept).await
}

#[test]
fn a_guide_goes_on_where_it_was_left() -> Result<(), Error> {
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
fn two_organizations_keep_their_own_progress() -> Result<(), Error> {
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
fn what_is_noted_of_the_account_is_kept_as_it_is_typed() -> Result<(), Error> {
    play(practice(), async |app| {
        let window = app.window()?;
        journey::start_guide(window, "europe", "Hanse Textil GmbH").await?;
        journey::confirm_person(window).await?;
        journey::expect_step(window, "account").await?;
        window.type_into("account-email", "olena").await?;
        window.tab_to("step-done").await?;
        window.wait_for("account-email-problem").await?;
        until_kept(window, "invoke('account')", "olena").await?;
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
fn what_is_typed_for_the_affiliation_e_mail_is_there_after_a_crash() -> Result<(), Error> {
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
        let read = "invoke('guide_runs').then(([run]) => invoke('affiliation', { run: run.id }))";
        until_kept(window, read, "DE136695978").await?;
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
