//! Checks the signature of a file, and lets the system install it.

use tauri::{AppHandle, Runtime};
use tauri_plugin_updater::{Error, Update, UpdaterExt};

use keydesk_core::model::Failure;

use super::Offer;
use super::source::UpdateSource;

/// Installs the file of the offered version. Blocks, on Linux until the person has answered the system's question.
/// On Windows the installer needs the app to end: if all goes well, this function does not return.
pub(super) fn install<R: Runtime>(
    app: &AppHandle<R>,
    source: &UpdateSource,
    offer: &Offer,
    file: &[u8],
) -> Result<(), Failure> {
    let update = update(app, source, offer)?;
    update.verify(file).map_err(|error| failure_of_signature(app, &error))?;
    put_in_place(&update, file).inspect_err(|failure| {
        tracing::warn!(?failure, "the new version was not installed");
    })
}

/// What the plugin needs to check and to install the file. It gets what was read and makes no request.
///
/// The signature must name the version for which it was made. Without that, a person who controls the address could offer
/// an old file, with its good signature, under a new number.
fn update<R: Runtime>(
    app: &AppHandle<R>,
    source: &UpdateSource,
    offer: &Offer,
) -> Result<Update, Failure> {
    let internal = |error: &Error| Failure::internal("updater", error);
    let address = source.address.parse().map_err(|_| Failure::UpdateAddressInsecure)?;
    let builder = app
        .updater_builder()
        .target(&offer.package.target)
        .pubkey(&source.key)
        .endpoints(vec![address])
        .map_err(|error| internal(&error))?;
    #[cfg(windows)]
    let builder = builder.on_before_exit({
        let app = app.clone();
        move || {
            app.cleanup_before_exit();
            crate::tidy_up(&app);
        }
    });
    let updater = builder.build().map_err(|error| internal(&error))?;
    match updater.restore_update(offer.release.json.clone()) {
        Ok(Some(update)) => Ok(update),
        Ok(None) => Err(Failure::UpdateOlder { version: offer.release.version.clone() }),
        Err(error) => {
            tracing::warn!(%error, "the updater does not take what latest.json says");
            Err(Failure::UpdateAnswerUnreadable { status: 200 })
        }
    }
}

fn failure_of_signature<R: Runtime>(app: &AppHandle<R>, error: &Error) -> Failure {
    tracing::warn!(%error, "the signature of the new version is not accepted");
    match error {
        // The file was signed, but as another version. An older one must not come back under a new number.
        Error::SignedVersionMismatch { signed, .. }
            if signed
                .trim_start_matches('v')
                .parse::<semver::Version>()
                .is_ok_and(|signed| signed <= app.package_info().version) =>
        {
            Failure::UpdateOlder { version: signed.clone() }
        }
        _ => Failure::UpdateSignatureWrong,
    }
}

#[cfg(not(target_os = "linux"))]
fn put_in_place(update: &Update, file: &[u8]) -> Result<(), Failure> {
    by_plugin(update, file)
}

/// A package is installed by the package manager, which a person with the rights to do so must allow. The plugin would
/// ask a second and a third time, for the password itself, if the person closes the first question. So the app runs
/// the package manager.
#[cfg(target_os = "linux")]
fn put_in_place(update: &Update, file: &[u8]) -> Result<(), Failure> {
    use tauri::utils::config::BundleType;
    match tauri::utils::platform::bundle_type() {
        Some(BundleType::Deb) => package::install(file, &package::DPKG),
        Some(BundleType::Rpm) => package::install(file, &package::RPM),
        Some(_) => by_plugin(update, file),
        None => Err(Failure::UpdateNotInstalled),
    }
}

fn by_plugin(update: &Update, file: &[u8]) -> Result<(), Failure> {
    update.install(file).map_err(|error| {
        tracing::warn!(%error, "the updater failed");
        Failure::UpdateNotInstalled
    })
}

#[cfg(target_os = "linux")]
mod package {
    //! Packages of Linux.

    use std::process::{Command, Stdio};

    use keydesk_core::model::Failure;

    /// How a package manager is called.
    pub(super) struct Manager {
        /// The end of the file's name.
        ending: &'static str,
        program: &'static str,
        /// Says whether the package could be installed, needs no rights and changes nothing.
        test: &'static [&'static str],
        install: &'static [&'static str],
    }

    pub(super) const DPKG: Manager = Manager {
        ending: ".deb",
        program: "dpkg",
        test: &["--dry-run", "--install"],
        install: &["--install"],
    };

    pub(super) const RPM: Manager =
        Manager { ending: ".rpm", program: "rpm", test: &["-U", "--test"], install: &["-U"] };

    /// `pkexec` ends with this if the person closes its question.
    const DISMISSED: i32 = 126;

    /// Writes the file where only this person can read it, tries the package, and installs it with the rights that
    /// polkit gives.
    ///
    /// The package manager unpacks before it looks at what else is needed. The test comes first, because otherwise a
    /// package that lacks something would be left half installed.
    pub(super) fn install(file: &[u8], manager: &Manager) -> Result<(), Failure> {
        let unwritable = |error: &std::io::Error| {
            tracing::warn!(kind = ?error.kind(), "the package can't be written");
            Failure::UpdateNotInstalled
        };
        let folder = tempfile::Builder::new().prefix("keydesk-update-").tempdir();
        let folder = folder.map_err(|error| unwritable(&error))?;
        let path = folder.path().join(format!("package{}", manager.ending));
        std::fs::write(&path, file).map_err(|error| unwritable(&error))?;
        let mut test = Command::new(manager.program);
        if run(test.args(manager.test).arg(&path)) != Some(0) {
            return Err(Failure::UpdateNotInstalled);
        }
        let mut install = Command::new("pkexec");
        match run(install.arg(manager.program).args(manager.install).arg(&path)) {
            Some(0) => Ok(()),
            Some(DISMISSED) => Err(Failure::UpdateNotAllowed),
            _ => Err(Failure::UpdateNotInstalled),
        }
    }

    /// Returns the exit code. The program keeps no connection to the app, so it does not end if the app does.
    fn run(command: &mut Command) -> Option<i32> {
        let command = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let program = command.get_program().to_string_lossy().into_owned();
        match command.status() {
            Ok(status) => {
                tracing::info!(program, code = status.code(), "ran a program for an update");
                status.code()
            }
            Err(error) => {
                tracing::warn!(program, kind = ?error.kind(), "a program for an update is missing");
                None
            }
        }
    }
}
