//! After the whole journey, the key and the token stand nowhere but in the keychain: not in what
//! the app has written, not in what its web engine has, not in what it printed, not in its window,
//! and at its end not in its memory either.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic: that is how it fails")]

mod recorder;
mod whereabouts;

use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use keydesk_practice::{Options, Practice};
use test_driver::{
    AS_ANYBODY, App, DarkPortal, Desktop, Error, Key, LastMoment, Launch, Sightings, Window,
    journey, play, play_on, program_of,
};
use tokio::runtime::Runtime;

use recorder::Recorder;

/// A key that is typed, of nobody. Nova Post refuses it; it is kept all the same.
const TYPED: &str = "5be1d07c94a2f3686c0e7d15b98a42f01c6d3e97";

const IS_SEEN: &str = "return document.querySelector('[data-testid=typed-shown]').innerText !== ''";

/// Far more than a program needs to do a few things.
const PATIENCE: Duration = Duration::from_secs(40);

#[test]
fn neither_key_nor_token_is_found_after_the_whole_journey() -> Result<(), Error> {
    let nova_post = Runtime::new()?;
    let (recorder, _practice) = nova_post.block_on(recorded_nova_post())?;
    let nowhere = Sightings::new();
    play(launch(env!("CARGO_BIN_EXE_keydesk"), &recorder), async |app| {
        whole_journey(app).await?;
        let secrets = [
            ("key", recorder.heard("apiKey")?),
            ("token", recorder.heard("jwt")?),
            ("typed key", TYPED.to_owned()),
        ];
        for (name, secret) in &secrets {
            assert_eq!(whereabouts::in_page(app, secret).await?, nowhere, "the {name}");
            assert_eq!(whereabouts::around(app, secret)?, nowhere, "the {name}");
        }
        let end = end_of(app).await?;
        for (name, secret) in &secrets {
            if end.is_some() {
                assert_eq!(whereabouts::inside(app, secret)?, nowhere, "the {name} at the end");
            }
            assert_eq!(whereabouts::around(app, secret)?, nowhere, "the {name} at the end");
        }
        Ok(())
    })
}

/// A search that finds nothing may be broken.
#[test]
fn a_deliberately_leaky_build_is_caught_at_every_leak() -> Result<(), Error> {
    let nova_post = Runtime::new()?;
    let (recorder, _practice) = nova_post.block_on(recorded_nova_post())?;
    let leaky = Path::new(env!("CARGO_BIN_EXE_keydesk")).with_file_name("examples/leaky");
    assert!(leaky.exists(), "`cargo build --example leaky` makes the build to be caught");
    play(launch(leaky.to_str().unwrap(), &recorder), async |app| {
        let window = app.window()?;
        journey::get_key(window, journey::NEW_CLIENT).await?;
        window.click("copy-key").await?;
        let key = recorder.heard("apiKey")?;
        let shown = journey::look_at_key(window).await?;
        assert!(shown == key, "the window for the key showed something else");
        let leaked = app.data_folder().join("all-leaked");
        until("all is leaked", || leaked.exists()).await;
        window.run(&format!("document.body.dataset.leaked = '{key}'")).await?;

        assert_eq!(whereabouts::in_page(app, &key).await?, Sightings::from(["document".into()]));
        let mut found = whereabouts::around(app, &key)?;
        if let Some(_end) = end_of(app).await? {
            found.extend(whereabouts::inside(app, &key)?);
        } else {
            found.insert("leaky: text in memory that is closed to this test".to_owned());
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
    play(started_by_anybody(folder.path())?, async |app| {
        app.window()?.wait_for("start-test-key").await?;
        let main = app.main_process()?;
        let engine = app.processes()?.into_iter().find(|process| *process != main).unwrap();
        // That the engine can be read shows that anybody can read at all.
        assert!(anybody_reads(engine)?, "{}", program_of(engine));
        assert!(!anybody_reads(main)?);

        let limits = std::fs::read_to_string(format!("/proc/{main}/limits"))?;
        let dumps = limits.lines().find(|line| line.starts_with("Max core file size")).unwrap();
        assert_eq!(dumps.split_whitespace().skip(4).take(2).collect::<Vec<_>>(), ["0", "0"]);
        Ok(())
    })
}

/// The portal answers no program that it can't look up, and this one closes itself.
#[test]
fn a_dark_desktop_has_dark_windows_all_the_same() -> Result<(), Error> {
    let folder = tempfile::tempdir()?;
    let desktop = Desktop::start()?;
    let _portal = DarkPortal::on(desktop.bus())?;
    play_on(desktop, started_by_anybody(folder.path())?, async |app| {
        let window = app.window()?;
        let is_dark = "return document.documentElement.dataset.theme === 'dark'";
        journey::get_key(window, journey::NEW_CLIENT).await?;
        assert!(!anybody_reads(app.main_process()?)?);
        window.wait_until("a dark main window", is_dark).await?;
        window.click("show-key").await?;
        window
            .visit_second_window(async |reveal| {
                reveal.wait_until("a dark small window", is_dark).await?;
                // The click has no answer, for its window is gone; that it is gone is waited for.
                let _ = reveal.click("close-reveal").await;
                Ok(())
            })
            .await
    })
}

/// Practice, without the rights of an administrator. `folder`: where the starter may lie.
fn started_by_anybody(folder: &Path) -> Result<Launch, Error> {
    let program = folder.join("as-anybody");
    let start = format!("#!/bin/sh\nexec {AS_ANYBODY} {}\n", env!("CARGO_BIN_EXE_keydesk"));
    std::fs::write(&program, start)?;
    std::fs::set_permissions(&program, Permissions::from_mode(0o700))?;
    Ok(Launch::of(program).with("KEYDESK_START", "practice"))
}

fn launch(program: &str, recorder: &Recorder) -> Launch {
    // Live: in practice the key also stands in the file of the practice server, which made it.
    Launch::of(program)
        .with("KEYDESK_START", "live")
        .with("KEYDESK_SANDBOX_URL", recorder.base_url())
        .with("KEYDESK_PRODUCTION_URL", recorder.base_url())
}

async fn recorded_nova_post() -> Result<(Recorder, Practice), Error> {
    let practice = Practice::start(Options::default()).await.unwrap();
    Ok((Recorder::before(&practice.base_url()).await?, practice))
}

/// Everything that a person can do with a key and a token.
async fn whole_journey(app: &App) -> Result<(), Error> {
    let window = app.window()?;
    journey::get_key(window, journey::NEW_CLIENT).await?;
    window.click("copy-key").await?;
    journey::have_key_shown(window).await?;
    journey::get_token(window).await?;
    window.click("copy-token").await?;
    journey::prove_token(window).await?;
    type_a_key(window).await?;
    window.turn_to("nav-keys").await?;
    window.turn_to("nav-settings").await
}

/// Types a key into the small window, has a look at it there, and keeps it.
async fn type_a_key(window: &Window) -> Result<(), Error> {
    window.turn_to("nav-keys").await?;
    window.turn_to("bring-in-key").await?;
    window.click("type-key").await?;
    window
        .visit_second_window(async |enter| {
            enter.wait_for("entered-key").await?;
            // The token is still on the clipboard, and is no key.
            enter.press_with(Key::Control, 'v').await?;
            enter.wait_for("enter-problem").await?;
            let (one, other) = TYPED.split_at(TYPED.len() / 2);
            enter.type_text(one).await?;
            // What can be seen may go another way through the web engine.
            enter.click("show-typed").await?;
            enter.press_with(Key::Shift, char::from(Key::Tab)).await?;
            enter.press(Key::End).await?;
            enter.type_text(other).await?;
            enter.wait_until("what was typed", IS_SEEN).await?;
            // The key has no answer, for its window is gone; that it is gone is waited for.
            let _ = enter.press(Key::Enter).await;
            Ok(())
        })
        .await?;
    window.wait_for("bring-in-keep").await?;
    window.run("document.querySelector('[type=radio][value=production]').click()").await?;
    window.click("bring-in-keep").await?;
    journey::expect_failure(window, "key_refused").await
}

/// Closes the window, and holds the app when it has done everything and is about to be gone. None:
/// only an administrator can, and this test is run by somebody else; the app then just ends.
async fn end_of(app: &App) -> Result<Option<LastMoment>, Error> {
    let main = app.main_process()?;
    if !rustix::process::geteuid().is_root() {
        app.press_close()?;
        until("the app has ended", || !Path::new(&format!("/proc/{main}")).exists()).await;
        return Ok(None);
    }
    let last_moment = LastMoment::of(main)?;
    app.press_close()?;
    last_moment.arrives()?;
    Ok(Some(last_moment))
}

/// Whether a program of the same person can read a process's environment, which is in its memory.
fn anybody_reads(process: u32) -> Result<bool, Error> {
    let read = format!("exec {AS_ANYBODY} cat /proc/{process}/environ");
    Ok(Command::new("sh").args(["-c", &read]).output()?.status.success())
}

/// Looks again and again: neither a process nor a file tells of itself.
async fn until(awaited: &str, look: impl Fn() -> bool) {
    let begun = Instant::now();
    while !look() {
        assert!(begun.elapsed() < PATIENCE, "waited in vain until {awaited}");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}
