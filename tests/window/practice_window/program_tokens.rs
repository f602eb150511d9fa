//! `keydesk token` in a second process asks for a token. The program that asks is this test.

use std::process::{Child, Output};

use serde_json::Value;
use test_driver::flows::NEW_CLIENT;
use test_driver::{App, Context, Error, Key, Window, flows, with_app};

use crate::practice;

/// Waits for the end of a command without blocking the driver.
async fn end_of(command: Child) -> Result<Output, Error> {
    let ended = tokio::task::spawn_blocking(|| command.wait_with_output()).await;
    ended.context("a command")?.context("a command")
}

/// Presses a button of the window that asks.
async fn answer(window: &Window, button: &str) -> Result<(), Error> {
    window
        .visit_second_window(async |ask| {
            ask.wait_for("ask-program").await?;
            let own = std::env::current_exe()?.display().to_string();
            assert!(ask.text("ask-program").await?.contains(&own), "the program is this test");
            let is_ready = format!(
                "return document.querySelector('[data-testid={button}]')?.disabled === false"
            );
            ask.wait_until("the button to work", &is_ready).await?;
            // The click closes the window that would answer.
            let _ = ask.click(button).await;
            Ok(())
        })
        .await
}

fn printed(output: &Output) -> (String, String, Option<i32>) {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (text(&output.stdout), text(&output.stderr), output.status.code())
}

/// The last four characters of the key on the page.
pub(crate) async fn last_four(app: &App) -> Result<String, Error> {
    let masked = app.window()?.text("key-masked").await?;
    let characters: Vec<char> = masked.trim().chars().collect();
    Ok(characters[characters.len() - 4..].iter().collect())
}

#[test]
fn a_program_gets_a_token_once_the_person_has_allowed_it() -> Result<(), Error> {
    with_app(practice(), async |app| {
        flows::get_key(app.window()?, NEW_CLIENT).await?;
        let key = last_four(app).await?;

        let asking = app.start_command(&["token", &key, "--json"])?;
        answer(app.window()?, "ask-hour").await?;
        let (output, error, code) = printed(&end_of(asking).await?);
        assert_eq!(code, Some(0), "{error}");
        let given: Value = serde_json::from_str(&output).context("the JSON")?;
        assert_eq!(given["Version"], 1);
        let token = given["Token"].as_str().unwrap_or_default().to_owned();
        assert_eq!(token.split('.').count(), 3);
        assert!(given["Expiration"].as_str().is_some_and(|end| end.ends_with('Z')), "{output}");
        assert_eq!(error.lines().count(), 1, "{error}");
        assert!(error.contains("practice") && !error.contains(&token));

        // For an hour it is not asked again.
        let again = end_of(app.start_command(&["token", &key])?).await?;
        assert_eq!(printed(&again).0, format!("{token}\n"));

        let unknown = end_of(app.start_command(&["token", "No such key", "--json"])?).await?;
        let (output, error, code) = printed(&unknown);
        assert_eq!((output.as_str(), code), ("", Some(2)), "{error}");

        let window = app.window()?;
        window.turn_to("nav-keys").await?;
        window.turn_to("key-row").await?;
        window.wait_for_words("Token given to a program").await?;
        window.click("end-token-permission").await?;
        window.wait_until_gone("token-permissions").await?;
        let asking = app.start_command(&["token", &key])?;
        answer(app.window()?, "ask-refuse").await?;
        let (output, error, code) = printed(&end_of(asking).await?);
        assert_eq!((output.as_str(), code), ("", Some(1)), "{error}");
        app.window()?.wait_for_words("Token not allowed for a program").await?;

        // It can't open one window after the other.
        let at_once = end_of(app.start_command(&["token", &key])?).await?;
        assert_eq!(printed(&at_once).2, Some(1));
        Ok(())
    })
}

#[test]
fn a_program_gets_a_token_although_the_app_is_closed() -> Result<(), Error> {
    with_app(practice(), async |app| {
        flows::get_key(app.window()?, NEW_CLIENT).await?;
        let key = last_four(app).await?;
        let asking = app.start_command(&["token", &key])?;
        answer(app.window()?, "ask-hour").await?;
        assert_eq!(printed(&end_of(asking).await?).2, Some(0));

        app.close().await?;
        let (output, error, code) = printed(&end_of(app.start_command(&["token", &key])?).await?);
        assert_eq!(code, Some(0), "{error}");
        assert_eq!(output.trim().split('.').count(), 3);

        app.restart().await?;
        let window = app.window()?;
        window.turn_to("nav-keys").await?;
        window.turn_to("key-row").await?;
        window.click("end-token-permission").await?;
        window.wait_until_gone("token-permissions").await?;
        app.close().await?;
        let asking = app.start_command(&["token", &key])?;
        app.close_window_of(asking.id()).await?;
        let (output, error, code) = printed(&end_of(asking).await?);
        assert_eq!((output.as_str(), code), ("", Some(1)), "{error}");
        Ok(())
    })
}

#[test]
fn the_window_that_asks_closes_when_the_program_no_longer_waits() -> Result<(), Error> {
    with_app(practice(), async |app| {
        let window = app.window()?;
        flows::get_key(window, NEW_CLIENT).await?;
        let key = last_four(app).await?;
        let mut asking = app.start_command(&["token", &key])?;
        window.look_into_second_window(async |ask| ask.wait_for("ask-program").await).await?;
        asking.kill()?;
        asking.wait()?;
        window.wait_until_alone().await?;

        let asking = app.start_command(&["token", &key])?;
        window
            .visit_second_window(async |ask| {
                ask.wait_for("ask-program").await?;
                let _ = ask.press(Key::Escape).await;
                Ok(())
            })
            .await?;
        assert_eq!(printed(&end_of(asking).await?).2, Some(1));
        Ok(())
    })
}
