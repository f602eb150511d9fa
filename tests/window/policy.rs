//! The policy of an organization: what a person sees of it, and that nobody gets around it.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;

use test_driver::flows::{self, NEW_CLIENT};
use test_driver::{Error, Launch, Window, with_app};

use crate::first_start;

/// A policy in a folder that is deleted with it.
struct PolicyFile(tempfile::TempDir);

impl PolicyFile {
    fn new(text: &str) -> Result<Self, Error> {
        let file = Self(tempfile::tempdir()?);
        file.write(text)?;
        Ok(file)
    }

    fn path(&self) -> PathBuf {
        self.0.path().join("policy.json")
    }

    fn write(&self, text: &str) -> Result<(), Error> {
        fs::write(self.path(), text)?;
        Ok(fs::set_permissions(self.path(), fs::Permissions::from_mode(0o644))?)
    }

    fn launch(&self) -> Launch {
        first_start().with("KEYDESK_POLICY", self.path())
    }
}

/// Whether a control can't be used.
async fn is_disabled(window: &Window, selector: &str) -> Result<bool, Error> {
    let found = window
        .read(&format!("return document.querySelector('{selector}').matches(':disabled')"))
        .await?;
    Ok(found == true)
}

/// Calls a command as the page does, and waits for the failure with which it is refused.
async fn refused(window: &Window, command: &str, arguments: &str) -> Result<String, Error> {
    let script = format!(
        "const done = arguments[arguments.length - 1];
         window.__TAURI_INTERNALS__.invoke('{command}', {arguments})
             .then(() => done('done'), (failure) => done(failure.code));"
    );
    Ok(window.run_async(&script).await?.as_str().unwrap_or_default().to_owned())
}

#[test]
fn a_policy_is_seen_in_the_window_and_holds() -> Result<(), Error> {
    let policy = PolicyFile::new(
        r#"{ "modes": ["practice"], "handOverOfValues": false, "languages": ["en"],
             "proxy": "none", "updates": false,
             "notificationTimes": { "from": "09:00", "to": "17:00" } }"#,
    )?;
    with_app(policy.launch(), async |app| {
        let window = app.window()?;
        window.wait_for("welcome-practice").await?;
        assert!(!window.shows("welcome-live").await?);
        window.wait_for_words("Your organization has closed real accounts").await?;
        assert_eq!(
            refused(window, "choose_mode", "{ mode: 'live' }").await?,
            "forbidden_by_policy"
        );
        flows::choose_practice(window).await?;
        flows::get_key(window, NEW_CLIENT).await?;

        window.turn_to("nav-settings").await?;
        window.wait_for("policy-decisions").await?;
        window.wait_for_words("It has closed real accounts").await?;
        window.wait_for_words("from 09:00 to 17:00 only").await?;
        assert!(is_disabled(window, "[data-testid=switch-mode]").await?);
        assert!(is_disabled(window, "input[type=radio][value=en]").await?);

        window.turn_to("nav-keys").await?;
        window.click("key-row").await?;
        window.turn_to("hand-over").await?;
        window.type_into("hand-over-name", "Oleh Koval").await?;
        window.turn_to("continue").await?;
        window.wait_for("hand-over-sheet").await?;
        window.turn_to("continue").await?;
        window.wait_for("set-by-organization").await?;
        assert!(is_disabled(window, "input[type=radio][value=in_person]").await?);
        assert!(!window.shows("hand-over-value-files").await?);
        let in_person = refused(window, "note_handed_in_person", "{ handOver: 1 }").await?;
        assert_eq!(in_person, "forbidden_by_policy");
        window.run("document.querySelector('input[value=passphrase]').click()").await?;
        window.wait_for("hand-over-way-passphrase").await
    })
}

#[test]
fn a_broken_policy_is_said_and_everything_is_as_before_when_it_is_mended() -> Result<(), Error> {
    let policy = PolicyFile::new(r#"{ "mode": ["live"] }"#)?;
    let launch = policy.launch().with_file("settings.json", r#"{"mode":"live"}"#);
    with_app(launch, async |app| {
        let window = app.window()?;
        window.wait_for("policy-broken").await?;
        window.wait_for_words("Unknown member: mode").await?;
        assert!(!window.shows("welcome-live").await?);
        flows::choose_practice(window).await?;
        window.wait_for("policy-broken").await?;
        window.turn_to("nav-help").await?;
        window.click("help-it").await?;
        window.wait_for_words("so the strictest rules count").await?;

        app.close().await?;
        policy.write(r#"{ "modes": ["live", "practice"] }"#)?;
        app.restart().await?;
        let window = app.window()?;
        window.wait_for_attribute("mode-banner", "data-mode", "live").await
    })
}
