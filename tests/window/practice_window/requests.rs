//! A developer asks for a key with a file that is opened with the app, and can open what comes back.

use test_driver::flows::NEW_CLIENT;
use test_driver::{Context, Error, Window, flows, with_app};

use super::handing_over::{run, value};
use crate::practice;

async fn words(window: &Window) -> Result<String, Error> {
    let words = "return [...document.querySelectorAll('[data-testid=request-words] li')]
        .map((word) => word.innerText).join(' ')";
    Ok(window.read(words).await?.as_str().unwrap_or_default().to_owned())
}

#[test]
fn a_request_that_is_opened_with_the_app_becomes_a_sealed_key_for_its_writer() -> Result<(), Error>
{
    let folder = tempfile::tempdir()?;
    let identity = folder.path().join("key.txt").display().to_string();
    run("age-keygen", &["-o", &identity], "")?;
    let public_key = folder.path().join("key.pub").display().to_string();
    std::fs::write(&public_key, run("age-keygen", &["-y", &identity], "")?)?;
    let file = folder.path().join("oleh.keyrequest").display().to_string();
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_keydesk"))
        .args(["request", "--name", "Oleh Koval", "--system", "sdk", "--environment", "sandbox"])
        .args(["--public-key", &public_key, "--output", &file])
        .output()
        .context("keydesk request")?;
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{said}");

    with_app(practice(), async |app| {
        let window = app.window()?;
        window.wait_for("start-test-key").await?;
        // The system opens the file with a second copy, which gives it to the first.
        assert!(app.start_second_with(&[&file])?.success());
        window.wait_for("request-words").await?;
        let shown = words(window).await?;
        assert!(shown.len() > 12 && said.contains(&shown), "{shown}: {said}");
        assert_eq!(window.text("request-name").await?, "Oleh Koval");
        // There is no test key yet: the request is kept.
        window.turn_to("request-way").await?;
        window.turn_to("nav-home").await?;
        flows::get_key(window, NEW_CLIENT).await?;
        app.restart_after_crash().await?;
        let window = app.window()?;
        window.wait_for_words("Oleh Koval").await?;
        let open = "[...document.querySelectorAll('[data-testid=to-do-action]')]
            .find((button) => button.innerText.includes('Open the request')).click()";
        window.run(open).await?;
        window.wait_for("request-words").await?;
        window.click("request-words-same").await?;
        window.wait_for_attribute("request-standing", "data-kind", "known").await?;
        window.turn_to("continue").await?;
        window.wait_for("hand-over-sheet").await?;
        window.turn_to("continue").await?;
        // The public key of the request is there already.
        window.wait_for("hand-over-way-sealed").await?;
        window.click("hand-over-seal").await?;
        window.wait_for("hand-over-sealed").await?;
        let email = value(window, "hand-over-sealed").await?;
        let begin = email.find("-----BEGIN AGE").unwrap_or_default();
        let key = run("age", &["-d", "-i", &identity], &email[begin..])?;
        assert_eq!(key.len(), 40, "a test key of practice");
        Ok(())
    })
}
