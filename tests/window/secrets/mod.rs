//! After the app was used, the key and the token are in the keychain only: not in the files of the app or of
//! its web engine, not in its output, not in its window, and at its end not in its memory.

mod recorder;
mod search;

use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

use keydesk_practice::{Options, Practice};
use test_driver::{
    App, DarkPortal, Desktop, Error, ExitStop, Key, Launch, Sightings, WITHOUT_PRIVILEGES, Window,
    flows, program_of, wait_until, with_app, with_app_on,
};
use tokio::runtime::Runtime;

use recorder::Recorder;

/// The key that is typed. Nobody has it, so Nova Post refuses it; the app keeps it all the same.
const TYPED: &str = "5be1d07c94a2f3686c0e7d15b98a42f01c6d3e97";

const IS_SEEN: &str = "return document.querySelector('[data-testid=typed-shown]').innerText !== ''";

#[test]
fn after_every_use_keys_and_token_are_found_nowhere() -> Result<(), Error> {
    let nova_post = Runtime::new()?;
    let (recorder, _practice) = nova_post.block_on(recorded_nova_post())?;
    let nowhere = Sightings::new();
    with_app(launch(env!("CARGO_BIN_EXE_keydesk"), &recorder), async |app| {
        use_key_and_token(app).await?;
        let secrets = [
            ("key", recorder.secret("apiKey")?),
            ("token", recorder.secret("jwt")?),
            ("typed key", TYPED.to_owned()),
        ];
        for (name, secret) in &secrets {
            assert_eq!(search::in_page(app, secret).await?, nowhere, "the {name}");
            assert_eq!(search::around(app, secret)?, nowhere, "the {name}");
        }
        let end = end_of(app).await?;
        for (name, secret) in &secrets {
            if end.is_some() {
                assert_eq!(search::in_app(app, secret)?, nowhere, "the {name} at the end");
            }
            assert_eq!(search::around(app, secret)?, nowhere, "the {name} at the end");
        }
        Ok(())
    })
}

/// Shows that the search of the other test works.
#[test]
fn every_leak_of_a_leaky_build_is_found() -> Result<(), Error> {
    let nova_post = Runtime::new()?;
    let (recorder, _practice) = nova_post.block_on(recorded_nova_post())?;
    let leaky = Path::new(env!("CARGO_BIN_EXE_keydesk")).with_file_name("examples/leaky");
    assert!(leaky.exists(), "`cargo build --example leaky` makes the build to be caught");
    with_app(launch(leaky.to_str().unwrap(), &recorder), async |app| {
        let window = app.window()?;
        flows::get_key(window, flows::NEW_CLIENT).await?;
        window.click("copy-key").await?;
        let key = recorder.secret("apiKey")?;
        let shown = flows::read_shown_key(window).await?;
        assert!(shown == key, "the window for the key showed something else");
        let leaked = app.data_folder().join("all-leaked");
        wait_until("all leaks", || Ok(leaked.exists().then_some(()))).await?;
        window.run(&format!("document.body.dataset.leaked = '{key}'")).await?;

        assert_eq!(search::in_page(app, &key).await?, Sightings::from(["document".into()]));
        let mut found = search::around(app, &key)?;
        if let Some(_end) = end_of(app).await? {
            found.extend(search::in_app(app, &key)?);
        } else {
            found.insert("leaky: text in memory that this test can't read".to_owned());
        }
        for leak in [
            "/output",
            "/keydesk/leaked-file",
            "/keydesk/logs/leaked-line.log",
            "cat: text in cmdline",
            "cat: text in environ",
            "WebKitWebProces: ",
            "leaky: text in ",
        ] {
            assert!(found.iter().any(|place| place.contains(leak)), "{leak} is not in {found:#?}");
        }
        Ok(())
    })
}

#[test]
fn no_other_program_of_the_same_person_can_read_the_memory() -> Result<(), Error> {
    let folder = tempfile::tempdir()?;
    with_app(without_privileges(folder.path())?, async |app| {
        app.window()?.wait_for("start-test-key").await?;
        let main = app.main_process()?;
        let engine = app.processes()?.into_iter().find(|process| *process != main).unwrap();
        // The web engine can be read, so the check works.
        assert!(others_can_read(engine)?, "{}", program_of(engine));
        assert!(!others_can_read(main)?);

        let limits = std::fs::read_to_string(format!("/proc/{main}/limits"))?;
        let dumps = limits.lines().find(|line| line.starts_with("Max core file size")).unwrap();
        assert_eq!(dumps.split_whitespace().skip(4).take(2).collect::<Vec<_>>(), ["0", "0"]);
        Ok(())
    })
}

/// The portal answers no program whose `/proc` entry it can't read, and the app makes its own unreadable.
#[test]
fn a_dark_desktop_has_dark_windows() -> Result<(), Error> {
    let folder = tempfile::tempdir()?;
    let desktop = Desktop::start()?;
    let _portal = DarkPortal::on(desktop.bus())?;
    with_app_on(desktop, without_privileges(folder.path())?, async |app| {
        let window = app.window()?;
        let is_dark = "return document.documentElement.dataset.theme === 'dark'";
        flows::get_key(window, flows::NEW_CLIENT).await?;
        assert!(!others_can_read(app.main_process()?)?);
        window.wait_until("a dark main window", is_dark).await?;
        window.click("show-key").await?;
        window
            .visit_second_window(async |reveal| {
                reveal.wait_until("a dark popup window", is_dark).await?;
                // The click closes the window that would answer.
                let _ = reveal.click("close-reveal").await;
                Ok(())
            })
            .await
    })
}

/// Practice mode without root's capabilities. `folder` is where the script that starts it goes.
fn without_privileges(folder: &Path) -> Result<Launch, Error> {
    let program = folder.join("without-privileges");
    let start = format!("#!/bin/sh\nexec {WITHOUT_PRIVILEGES} {}\n", env!("CARGO_BIN_EXE_keydesk"));
    std::fs::write(&program, start)?;
    std::fs::set_permissions(&program, Permissions::from_mode(0o700))?;
    Ok(Launch::of(program).with("KEYDESK_START", "practice"))
}

fn launch(program: &str, recorder: &Recorder) -> Launch {
    // Live mode: in practice mode the state file of the practice server has the key as well.
    Launch::of(program)
        .with("KEYDESK_START", "live")
        .with("KEYDESK_SANDBOX_URL", recorder.base_url())
        .with("KEYDESK_PRODUCTION_URL", recorder.base_url())
        .with("KEYDESK_UKRAINE_URL", recorder.base_url())
}

async fn recorded_nova_post() -> Result<(Recorder, Practice), Error> {
    let practice = Practice::start(Options::default()).await.unwrap();
    Ok((Recorder::before(&practice.base_url()).await?, practice))
}

/// Does everything that a person can do with a key and a token.
async fn use_key_and_token(app: &App) -> Result<(), Error> {
    let window = app.window()?;
    flows::get_key(window, flows::NEW_CLIENT).await?;
    window.click("copy-key").await?;
    flows::show_and_close_key(window).await?;
    flows::get_token(window).await?;
    window.click("copy-token").await?;
    flows::verify_token(window).await?;
    type_a_key(window).await?;
    window.turn_to("nav-keys").await?;
    window.turn_to("nav-settings").await
}

/// Types a key into the popup window, shows it there, and imports it.
async fn type_a_key(window: &Window) -> Result<(), Error> {
    window.turn_to("nav-keys").await?;
    window.turn_to("add-key").await?;
    window.click("type-key").await?;
    window
        .visit_second_window(async |enter| {
            enter.wait_for("entered-key").await?;
            // The clipboard still has the token, which is no key.
            enter.press_with(Key::Control, 'v').await?;
            enter.wait_for("enter-problem").await?;
            let (one, other) = TYPED.split_at(TYPED.len() / 2);
            enter.type_text(one).await?;
            // Visible text may take another way through the web engine.
            enter.click("show-typed").await?;
            enter.press_with(Key::Shift, char::from(Key::Tab)).await?;
            enter.press(Key::End).await?;
            enter.type_text(other).await?;
            enter.wait_until("what was typed", IS_SEEN).await?;
            // The key press closes the window that would answer.
            let _ = enter.press(Key::Enter).await;
            Ok(())
        })
        .await?;
    window.wait_for("add-key-keep").await?;
    window.run("document.querySelector('[type=radio][value=production]').click()").await?;
    window.click("add-key-keep").await?;
    flows::expect_failure(window, "key_refused").await
}

/// Closes the window and stops the app at its exit. Without root's rights the app just ends, and this gives
/// `None`.
async fn end_of(app: &App) -> Result<Option<ExitStop>, Error> {
    if !rustix::process::geteuid().is_root() {
        app.press_close()?;
        app.until_it_has_ended().await?;
        return Ok(None);
    }
    let exit_stop = ExitStop::of(app.main_process()?)?;
    app.press_close()?;
    exit_stop.wait()?;
    Ok(Some(exit_stop))
}

/// Whether another program of the same person can read the memory of a process. Its environment is part of it.
fn others_can_read(process: u32) -> Result<bool, Error> {
    let read = format!("exec {WITHOUT_PRIVILEGES} cat /proc/{process}/environ");
    Ok(Command::new("sh").args(["-c", &read]).output()?.status.success())
}
