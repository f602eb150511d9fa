//! Where new versions come from, and whether they are looked for.

use tauri::utils::config::BundleType;
use tauri::utils::platform::bundle_type;
use tauri::{AppHandle, Manager, Runtime};

use keydesk_core::model::Mode;

use crate::policy::Policy;
use crate::settings::SettingsFile;
use crate::start_config::StartConfig;
use crate::update_view::UpdateAvailability;

/// Where new versions are listed, and the public key that checks them.
pub(super) struct UpdateSource {
    pub(super) address: String,
    pub(super) key: String,
    /// The names under which `latest.json` can have the file for this copy, the best one first.
    pub(super) targets: Vec<String>,
}

/// Where this copy's new versions come from, or why it has none.
pub(super) fn source<R: Runtime>(app: &AppHandle<R>) -> Result<UpdateSource, UpdateAvailability> {
    if app.state::<SettingsFile>().mode() != Some(Mode::Live) {
        return Err(UpdateAvailability::Practice);
    }
    let policy = app.state::<Policy>();
    if policy.updates() == Some(false) {
        return Err(UpdateAvailability::OffByPolicy);
    }
    let start_config = app.state::<StartConfig>();
    let configured = |name| app.config().plugins.0.get("updater").and_then(|it| it.get(name));
    let built_in = configured("endpoints").and_then(|it| it.get(0)?.as_str()).map(str::to_owned);
    // A policy is stronger than a variable, which a program of the person can set.
    let address = policy.update_address().map(ToString::to_string);
    let address = address.or_else(|| start_config.updates.clone()).or(built_in);
    let key = start_config.update_key.clone();
    // Tests have no package. They have a key of their own, which only builds for development take.
    let bundle = bundle_type();
    let is_test = key.is_some();
    let key = key.or_else(|| configured("pubkey")?.as_str().map(str::to_owned));
    let key = key.filter(|key| !key.is_empty());
    let (Some(address), Some(key)) = (address, key) else {
        return Err(UpdateAvailability::NoAddress);
    };
    if bundle.is_none() && !is_test {
        return Err(UpdateAvailability::NotPackaged);
    }
    Ok(UpdateSource { address, key, targets: targets(bundle.as_ref()) })
}

/// The names of Tauri's updater: system, processor, and kind of package.
fn targets(bundle: Option<&BundleType>) -> Vec<String> {
    let system = if cfg!(target_os = "macos") { "darwin" } else { std::env::consts::OS };
    let processor = match std::env::consts::ARCH {
        "x86" => "i686",
        "arm" => "armv7",
        other => other,
    };
    let plain = format!("{system}-{processor}");
    let with_kind = bundle.map(|bundle| format!("{plain}-{bundle}"));
    with_kind.into_iter().chain([plain]).collect()
}

#[cfg(test)]
mod tests {
    #[cfg(all(target_os = "linux", target_arch = "x86_64"))]
    use super::*;

    #[cfg(all(target_os = "linux", target_arch = "x86_64"))]
    #[test]
    fn the_file_for_this_kind_of_package_comes_first() {
        assert_eq!(targets(Some(&BundleType::Deb)), ["linux-x86_64-deb", "linux-x86_64"]);
        assert_eq!(targets(Some(&BundleType::AppImage))[0], "linux-x86_64-appimage");
        assert_eq!(targets(None), ["linux-x86_64"]);
    }
}
