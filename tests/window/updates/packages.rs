//! An update from one real package to the next, and back. `cargo xtask dist update` builds the packages and runs this
//! test: it names them in environment variables.
//!
//! The packages are installed into a separate root with `dpkg --root`, so the computer is not changed. Where the app
//! asks polkit for the right to install, a stand-in for `pkexec` runs dpkg with that root.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::json;
use test_driver::{App, Error, Launch, Window, wait_until, with_app};

use super::server::{Answer, UpdateServer};

/// The programs that the app calls to install a package: they work on another root.
const STAND_IN: &str = r#"#!/bin/sh
case "$(basename "$0") $*" in
  pkexec\ dpkg\ --install\ *) echo "$*" >> "ROOT/pkexec.log"; exec /usr/bin/dpkg --root="ROOT" --force-depends --install "$3" ;;
  dpkg\ --dry-run\ --install\ *) exec /usr/bin/dpkg --root="ROOT" --force-depends --dry-run --install "$3" ;;
  *) exit 127 ;;
esac
"#;

fn variable(name: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| panic!("{name} is set by cargo xtask dist update"))
}

/// An empty system with dpkg's own files, and the programs that install into it.
fn prepare(root: &Path) {
    for folder in ["info", "updates", "triggers"] {
        fs::create_dir_all(root.join("var/lib/dpkg").join(folder)).unwrap();
    }
    for file in ["status", "available"] {
        fs::write(root.join("var/lib/dpkg").join(file), "").unwrap();
    }
    let programs = root.join("programs");
    fs::create_dir_all(&programs).unwrap();
    for name in ["pkexec", "dpkg"] {
        let program = programs.join(name);
        fs::write(&program, STAND_IN.replace("ROOT", root.to_str().unwrap())).unwrap();
        fs::set_permissions(program, fs::Permissions::from_mode(0o755)).unwrap();
    }
}

fn install(root: &Path, package: &str) {
    let dpkg = Command::new("dpkg")
        .arg(format!("--root={}", root.display()))
        .args(["--force-depends", "--force-downgrade", "--install", package])
        .output()
        .unwrap();
    assert!(dpkg.status.success(), "{}", String::from_utf8_lossy(&dpkg.stderr));
}

/// The processes of the installed program, also if the file of a process was replaced since.
fn processes_of(program: &Path) -> Vec<u32> {
    let is_it = |process: &u32| {
        fs::read_link(format!("/proc/{process}/exe")).is_ok_and(|exe| exe == program)
    };
    let entries = fs::read_dir("/proc").unwrap().filter_map(Result::ok);
    entries.filter_map(|entry| entry.file_name().to_str()?.parse().ok()).filter(is_it).collect()
}

async fn version_in_settings(window: &Window, version: &str) -> Result<(), Error> {
    window.turn_to("nav-settings").await?;
    window.wait_for_words(&format!("This is version {version}.")).await
}

/// The organization of the guide run that [`write_data`] begins.
const ORGANIZATION: &str = "Nordlicht Handelsgesellschaft";

/// Writes something into the list of live mode that needs no answer of Nova Post.
async fn write_data(window: &Window) -> Result<(), Error> {
    let begin = format!(
        "const done = arguments[arguments.length - 1];
        window.__TAURI_INTERNALS__
          .invoke('start_guide', {{ guide: 'europe', organization: '{ORGANIZATION}' }})
          .then(() => done(true), (failure) => done(JSON.stringify(failure)));"
    );
    let written = window.run_async(&begin).await?;
    assert_eq!(written, json!(true));
    Ok(())
}

async fn data_are_there(window: &Window) -> Result<(), Error> {
    window.turn_to("nav-guides").await?;
    window.wait_for_words(ORGANIZATION).await
}

#[test]
#[ignore = "needs two packages: cargo xtask dist update"]
fn a_package_updates_itself_and_all_data_survive_that_and_the_way_back() -> Result<(), Error> {
    let [old, new, signature] =
        ["KEYDESK_TEST_OLD", "KEYDESK_TEST_NEW", "KEYDESK_TEST_SIGNATURE"].map(variable);
    let [old_version, new_version] =
        ["KEYDESK_TEST_OLD_VERSION", "KEYDESK_TEST_NEW_VERSION"].map(variable);
    let folder = tempfile::tempdir()?;
    let root = folder.path().canonicalize()?;
    prepare(&root);
    install(&root, &old);
    let program: PathBuf = root.join("usr/bin/keydesk");

    let server = UpdateServer::start();
    let certificate = root.join("certificate.pem");
    fs::write(&certificate, &server.certificate)?;
    server.answer("/package", Answer::File(fs::read(&new)?));
    let platform = json!({
        "url": server.address("/package"),
        "signature": fs::read_to_string(&signature)?,
        "size": fs::metadata(&new)?.len(),
    });
    server.offer_for("linux-x86_64-deb", &new_version, &platform);
    let path = std::env::join_paths(
        std::iter::once(root.join("programs"))
            .chain(std::env::split_paths(&std::env::var_os("PATH").unwrap())),
    )
    .unwrap();
    let launch = Launch::of(&program)
        .with("KEYDESK_START", "live")
        .with("KEYDESK_UPDATE_URL", server.address("/latest.json"))
        .with("SSL_CERT_FILE", certificate)
        .with("PATH", path);

    with_app(launch, async |app| {
        let window = app.window()?;
        write_data(window).await?;
        data_are_there(window).await?;
        version_in_settings(window, &old_version).await?;
        window.click("update-check").await?;
        window.wait_for("update-install-settings").await?;
        window.turn_to("nav-home").await?;
        window.wait_for_attribute("update-offer", "data-version", &new_version).await?;
        let before = app.main_process()?;
        window.click("update-install").await?;

        let process = until_it_has_started_again(app, &program, before, &new_version).await?;
        assert_eq!(fs::read_to_string(root.join("pkexec.log"))?.lines().count(), 1);
        app.close_window_of(process).await?;
        wait_until("the new version to end", || {
            Ok(processes_of(&program).is_empty().then_some(()))
        })
        .await?;

        app.restart_after_crash().await?;
        let window = app.window()?;
        window.wait_for("update-installed").await?;
        data_are_there(window).await?;
        version_in_settings(window, &new_version).await?;

        // The version before, installed by hand over the new one.
        app.close().await?;
        install(&root, &old);
        app.restart().await?;
        let window = app.window()?;
        data_are_there(window).await?;
        version_in_settings(window, &old_version).await
    })
}

/// Waits until another process of the program than `before` shows its window, and has logged its version.
async fn until_it_has_started_again(
    app: &App,
    program: &Path,
    before: u32,
    version: &str,
) -> Result<u32, Error> {
    let log = app.data_folder().join("logs/keydesk.log");
    let started = format!("version={version}");
    wait_until("the new version to start", || {
        let is_logged = fs::read_to_string(&log).unwrap_or_default().contains(&started);
        let process = processes_of(program).into_iter().find(|process| *process != before);
        Ok(process.filter(|_| is_logged))
    })
    .await
}
