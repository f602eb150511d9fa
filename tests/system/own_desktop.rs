//! A desktop with an empty keychain for each test.

use test_driver::{Bus, Desktop, Error};

/// On Windows and macOS the tests use the keychain of the person who runs them, and delete Key Desk's entries.
#[cfg(not(target_os = "linux"))]
const CONSENT: &str = "KEYDESK_TESTS_EMPTY_KEYCHAIN";

/// As [`test_driver::on_desktop`], with a keychain that has no entry of Key Desk.
///
/// Fails on Windows and macOS if the variable `KEYDESK_TESTS_EMPTY_KEYCHAIN` is not `yes`.
pub(crate) fn on_desktop(
    desktop: fn() -> Result<Desktop, Error>,
    body: impl FnOnce(&Bus) -> Result<(), Error>,
) -> Result<(), Error> {
    test_driver::on_desktop(desktop, |bus| {
        #[cfg(not(target_os = "linux"))]
        empty_keychain()?;
        body(bus)
    })
}

#[cfg(not(target_os = "linux"))]
fn empty_keychain() -> Result<(), Error> {
    use keydesk_core::keychain::Keychain;
    use keydesk_core::model::no_progress;

    if std::env::var_os(CONSENT).is_none_or(|consent| consent != "yes") {
        return Err(Error::new(format!(
            "this test deletes all keys of Key Desk from this computer; if it may, set {CONSENT}=yes"
        )));
    }
    let runtime = tokio::runtime::Runtime::new()?;
    for service in ["Key Desk", "Key Desk practice"] {
        let keychain = Keychain::of_this_computer(service);
        runtime.block_on(async {
            for id in keychain.names(&no_progress()).await.unwrap().unwrap() {
                keychain.delete(&id, &no_progress()).await.unwrap();
            }
        });
    }
    Ok(())
}
