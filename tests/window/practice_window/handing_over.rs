//! A key is sealed for a developer, who opens it with age and sends the receipt code back.

use std::io::Write;
use std::process::{Command, Stdio};

use test_driver::flows::NEW_CLIENT;
use test_driver::{Context, Error, Window, flows, with_app};

use crate::practice;

/// Runs a program with this input and returns what it prints.
pub(super) fn run(program: &str, arguments: &[&str], input: &str) -> Result<String, Error> {
    let mut child = Command::new(program)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .context(program)?;
    let mut stdin = child.stdin.take().ok_or_else(|| Error::new(program))?;
    stdin.write_all(input.as_bytes()).context(program)?;
    drop(stdin);
    let output = child.wait_with_output().context(program)?;
    assert!(output.status.success(), "{program}");
    String::from_utf8(output.stdout).context(program)
}

/// What a field of several lines shows.
pub(super) async fn value(window: &Window, id: &str) -> Result<String, Error> {
    let script = format!("return document.querySelector('[data-testid={id}]').value");
    Ok(window.read(&script).await?.as_str().unwrap_or_default().to_owned())
}

#[test]
fn a_developer_opens_a_sealed_key_and_the_receipt_code_shows_that_it_arrived() -> Result<(), Error>
{
    let folder = tempfile::tempdir()?;
    let identity = folder.path().join("key.txt").display().to_string();
    run("age-keygen", &["-o", &identity], "")?;
    let public_key = run("age-keygen", &["-y", &identity], "")?;

    with_app(practice(), async |app| {
        let window = app.window()?;
        flows::get_key(window, NEW_CLIENT).await?;
        window.turn_to("hand-over").await?;
        window.type_into("hand-over-name", "Oleh Koval").await?;
        window.turn_to("continue").await?;
        window.wait_for("hand-over-sheet").await?;
        let sheet = value(window, "hand-over-sheet").await?;
        assert!(sheet.starts_with("PRACTICE"), "{sheet}");
        assert!(sheet.contains("NOVA_POST_API_KEY=<the key>"), "{sheet}");
        let line = sheet.lines().skip_while(|line| !line.starts_with("openssl")).nth(1);
        let line = line.ok_or_else(|| Error::new("no line for openssl"))?;
        window.turn_to("continue").await?;
        window.run("document.querySelector('input[type=radio][value=sealed]').click()").await?;
        window.type_into("hand-over-public-key", public_key.trim()).await?;
        window.click("hand-over-seal").await?;
        window.wait_for("hand-over-sealed").await?;
        let email = value(window, "hand-over-sealed").await?;
        let begin = email.find("-----BEGIN AGE").unwrap_or_default();
        let key = run("age", &["-d", "-i", &identity], &email[begin..])?;
        assert_eq!(key.len(), 40, "a test key of practice");
        assert!(!email.contains(&key) && !sheet.contains(&key));

        app.restart_after_crash().await?;
        let window = app.window()?;
        window.turn_to("nav-keys").await?;
        window.turn_to("key-row").await?;
        window.turn_to("hand-over-did-arrive").await?;
        // The developer runs the line of the sheet, which asks for the key and prints the code last.
        let printed = run("bash", &["-c", line], &format!("{key}\n"))?;
        window.type_into("hand-over-code", printed.lines().last().unwrap_or_default()).await?;
        window.click("hand-over-check").await?;
        window.wait_for_attribute("hand-over-result", "data-result", "complete").await
    })
}
