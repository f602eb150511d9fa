//! What a guide keeps for each organization, also after a restart.

use test_driver::{Error, Window, flows, with_app};

use crate::practice;

/// Waits until the last change is saved. Changes are saved one after the other.
async fn until_saved(window: &Window, read: &str, typed: &str) -> Result<(), Error> {
    let is_saved = format!(
        "const {{ invoke }} = window.__TAURI_INTERNALS__;
         return {read}.then((saved) => JSON.stringify(saved).includes('{typed}'));"
    );
    window.wait_until(&format!("{typed} to be saved"), &is_saved).await
}

#[test]
fn a_guide_continues_at_its_step_after_a_crash() -> Result<(), Error> {
    with_app(practice(), async |app| {
        let window = app.window()?;
        flows::start_guide(window, "ukraine", "Dnipro Trade").await?;
        flows::finish_step(window, "cabinet").await?;
        flows::expect_step(window, "create").await?;
        app.restart_after_crash().await?;
        let window = app.window()?;
        window.turn_to("nav-guides").await?;
        window.click("guide-continue").await?;
        flows::expect_step(window, "create").await
    })
}

#[test]
fn two_organizations_keep_their_own_progress() -> Result<(), Error> {
    with_app(practice(), async |app| {
        let window = app.window()?;
        flows::start_guide(window, "europe", "Hanse Textil GmbH").await?;
        flows::confirm_person(window).await?;
        flows::expect_step(window, "account").await?;
        window.click("guide-another").await?;
        window.type_into("guide-organization", "Nordlicht Logistik").await?;
        window.click("guide-save-name").await?;
        flows::expect_step(window, "person").await?;
        window.click("guide-check-natural").await?;
        app.restart().await?;
        let window = app.window()?;
        window.turn_to("nav-guides").await?;
        window.click("guide-continue").await?;
        flows::expect_step(window, "person").await?;
        assert_eq!(window.heading().await?, "Nordlicht Logistik");
        window.turn_to("guide-switch-1").await?;
        flows::expect_step(window, "account").await?;
        assert_eq!(window.heading().await?, "Hanse Textil GmbH");
        Ok(())
    })
}

#[test]
fn the_answer_to_a_question_decides_the_steps_also_after_a_crash() -> Result<(), Error> {
    with_app(practice(), async |app| {
        let window = app.window()?;
        flows::start_guide(window, "europe", "Hanse Textil GmbH").await?;
        flows::confirm_person(window).await?;
        flows::finish_step(window, "account").await?;
        flows::answer_step(window, "offered", "yes").await?;
        flows::expect_step(window, "organizations").await?;
        assert!(window.text("guide-progress").await?.contains("3 of 8"));
        app.restart_after_crash().await?;
        let window = app.window()?;
        window.turn_to("nav-guides").await?;
        window.click("guide-continue").await?;
        flows::expect_step(window, "organizations").await?;
        assert!(window.text("guide-progress").await?.contains("3 of 8"));
        Ok(())
    })
}

#[test]
fn the_affiliation_form_is_there_after_a_crash() -> Result<(), Error> {
    with_app(practice(), async |app| {
        let window = app.window()?;
        flows::start_guide(window, "europe", "Hanse Textil GmbH").await?;
        flows::confirm_person(window).await?;
        flows::finish_step(window, "account").await?;
        flows::answer_step(window, "offered", "no").await?;
        flows::expect_step(window, "affiliate").await?;
        window.turn_to("guide-write").await?;
        window.type_into("affiliation-country", "Deutschland").await?;
        window.type_into("affiliation-tax-code", "DE136695978").await?;
        window.tab_to("affiliation-full-name").await?;
        window.wait_for("tax-code-doubt").await?;
        let read = "invoke('guide_runs').then(([run]) => invoke('affiliation', { run: run.id }))";
        until_saved(window, read, "DE136695978").await?;
        app.restart_after_crash().await?;
        let window = app.window()?;
        window.turn_to("nav-guides").await?;
        window.click("guide-continue").await?;
        window.turn_to("guide-write").await?;
        window.wait_for("tax-code-doubt").await?;
        assert!(window.shows("affiliation-earlier").await?);
        let typed = "return document.querySelector('[data-testid=affiliation-tax-code]').value";
        assert_eq!(window.read(typed).await?, "DE136695978");
        Ok(())
    })
}
