//! New versions: the offer, the download, and everything that can be wrong with them. Nothing is installed here:
//! `packages.rs` does that with two real packages.

mod packages;
mod server;

use std::fs;
use std::path::Path;

use serde_json::json;
use test_driver::{Error, Launch, Window, check_accessibility, find_overflow, with_app};

use crate::accessibility::AXE;
use crate::first_start;
use server::{Answer, SigningKey, UpdateServer};

/// The window in live mode, with this server and this key for updates.
fn with_updates(server: &UpdateServer, key: &SigningKey, folder: &Path) -> Launch {
    let certificate = folder.join("certificate.pem");
    fs::write(&certificate, &server.certificate).unwrap();
    first_start()
        .with("KEYDESK_START", "live")
        .with("KEYDESK_UPDATE_URL", server.address("/latest.json"))
        .with("KEYDESK_UPDATE_KEY", key.public())
        .with("SSL_CERT_FILE", certificate)
}

async fn look(window: &Window) -> Result<(), Error> {
    window.click("update-check").await
}

/// Presses the button that looks for a version, and waits for this failure.
async fn look_fails(window: &Window, code: &str) -> Result<(), Error> {
    look(window).await?;
    window.wait_for_attribute("failure-card", "data-code", code).await
}

/// Looks for a version, installs it, waits for this failure, and closes its card.
async fn install_fails(window: &Window, code: &str) -> Result<(), Error> {
    look(window).await?;
    window.wait_for("update-install-settings").await?;
    window.click("update-install-settings").await?;
    window.wait_for_attribute("failure-card", "data-code", code).await
}

#[test]
fn a_new_version_is_offered_on_home_and_can_wait() -> Result<(), Error> {
    let (server, key) = (UpdateServer::start(), SigningKey::new());
    let folder = tempfile::tempdir()?;
    let file = vec![7; 300_000];
    let signature = key.sign(&file, "99.0.0");
    server.offer(
        "99.0.0",
        &json!({ "url": server.address("/package"), "signature": signature, "size": file.len() }),
    );
    server.answer("/package", Answer::Stall(file));
    with_app(with_updates(&server, &key, folder.path()), async |app| {
        let window = app.window()?;
        window.turn_to("nav-settings").await?;
        window.wait_for("update-check").await?;
        look(window).await?;
        window.wait_for("update-install-settings").await?;
        window.turn_to("nav-home").await?;
        window.wait_for_attribute("update-offer", "data-version", "99.0.0").await?;
        let report = check_accessibility(window, Path::new(AXE)).await?;
        assert_eq!(report.violations, Vec::<String>::new());
        assert_eq!(find_overflow(window).await?, Vec::<String>::new());
        window.click("update-install").await?;
        window.wait_for_attribute("update-progress", "data-phase", "downloading").await?;
        window.wait_for_words("50").await?;
        // What was begun is shown on every page.
        window.turn_to("nav-keys").await?;
        window.wait_for("update-cancel").await?;
        window.click("update-cancel").await?;
        window.wait_until_gone("update-progress").await?;
        window.turn_to("nav-home").await?;
        window.click("update-later").await?;
        window.wait_until_gone("update-offer").await
    })
}

#[test]
fn nothing_that_is_wrong_with_a_new_version_is_installed_and_each_has_a_card() -> Result<(), Error>
{
    let (server, key) = (UpdateServer::start(), SigningKey::new());
    let folder = tempfile::tempdir()?;
    let file = vec![7; 300_000];
    let package = server.address("/package");
    let signed = |signature: String| json!({ "url": package, "signature": signature });
    with_app(with_updates(&server, &key, folder.path()), async |app| {
        let window = app.window()?;
        window.turn_to("nav-settings").await?;
        window.wait_for("update-check").await?;

        look_fails(window, "update_answer_unreadable").await?;
        server.answer("/latest.json", Answer::Status(503));
        look_fails(window, "update_unreachable").await?;
        server
            .answer("/latest.json", Answer::Redirect("http://127.0.0.1:1/latest.json".to_owned()));
        look_fails(window, "update_address_insecure").await?;
        server.offer("0.0.1", &signed(key.sign(&file, "0.0.1")));
        look_fails(window, "update_older").await?;
        server.offer("99.0.0", &json!({ "url": package }));
        look_fails(window, "update_signature_wrong").await?;
        server
            .offer("99.0.0", &json!({ "url": package.replace("https", "http"), "signature": "s" }));
        look_fails(window, "update_address_insecure").await?;

        server.answer("/package", Answer::Half(file.clone()));
        server.offer("99.0.0", &signed(key.sign(&file, "99.0.0")));
        install_fails(window, "update_incomplete").await?;
        server.answer("/package", Answer::File(file.clone()));
        server.offer("99.0.0", &signed(SigningKey::new().sign(&file, "99.0.0")));
        install_fails(window, "update_signature_wrong").await?;
        // A file that was signed as an old version, under a new number.
        server.offer("99.0.0", &signed(key.sign(&file, "0.0.1")));
        install_fails(window, "update_older").await?;
        // Everything is right, but this copy does not come from a package.
        server.offer("99.0.0", &signed(key.sign(&file, "99.0.0")));
        install_fails(window, "update_not_installed").await?;
        Ok(())
    })
}
