//! What `latest.json` says. Its form is that of Tauri's updater, with the size of each file besides.
//! <https://v2.tauri.app/plugin/updater/#static-json-file>

use std::collections::HashMap;

use serde::Deserialize;
use serde_json::Value;

use super::UpdateAddress;
use crate::model::Failure;

/// A version that is offered.
#[derive(Clone, Debug)]
pub struct Release {
    /// The version, such as `0.2.0`.
    pub version: String,
    /// What is new, as plain text. At most [`NOTES`] characters.
    pub notes: String,
    /// The whole of `latest.json`.
    pub json: Value,
    platforms: HashMap<String, Platform>,
}

/// The file of a version for one kind of computer and installation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Package {
    /// The name under which `latest.json` has it, such as `linux-x86_64-deb`.
    pub target: String,
    /// Where it is.
    pub address: UpdateAddress,
    /// Its size in bytes. `None` if `latest.json` does not say it.
    pub size: Option<u64>,
}

#[derive(Deserialize)]
struct Latest {
    version: String,
    #[serde(default)]
    notes: Option<String>,
    platforms: HashMap<String, Platform>,
}

#[derive(Clone, Debug, Deserialize)]
struct Platform {
    url: String,
    /// May be missing in the file: then the card says so, and does not call the file unreadable.
    #[serde(default)]
    signature: Option<String>,
    #[serde(default)]
    size: Option<u64>,
}

/// The longest notes that the window shows, in characters.
const NOTES: usize = 4000;

impl Release {
    /// Reads `latest.json`. `None` if it does not describe a version.
    pub(super) fn parse(text: &[u8]) -> Option<Self> {
        let json: Value = serde_json::from_slice(text).ok()?;
        let Latest { version, notes, platforms } = Latest::deserialize(&json).ok()?;
        let version = version.trim_start_matches('v').to_owned();
        let is_version = !version.is_empty() && version.len() <= 64;
        let notes = notes.unwrap_or_default().trim().chars().take(NOTES).collect();
        is_version.then_some(Self { version, notes, json, platforms })
    }

    /// The file for the first of these targets that `latest.json` has.
    ///
    /// Fails with `update_no_package` if it has none of them, and with `update_signature_wrong` or
    /// `update_address_insecure` if the file has no signature or no https address.
    pub fn package(&self, targets: &[String]) -> Result<Package, Failure> {
        let found = targets.iter().find_map(|target| Some((target, self.platforms.get(target)?)));
        let (target, platform) = found.ok_or(Failure::UpdateNoPackage)?;
        if platform.signature.as_ref().is_none_or(|signature| signature.trim().is_empty()) {
            return Err(Failure::UpdateSignatureWrong);
        }
        let address = UpdateAddress::parse(&platform.url)?;
        Ok(Package { target: target.clone(), address, size: platform.size })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn release(platform: &str) -> Release {
        let text = format!(
            r#"{{"version":"v0.2.0","notes":" New. ","platforms":{{"linux-x86_64":{platform}}}}}"#
        );
        Release::parse(text.as_bytes()).unwrap()
    }

    #[test]
    fn the_first_target_that_the_file_has_is_taken() {
        let release = release(r#"{"url":"https://a.example/x.deb","signature":"s","size":7}"#);
        assert_eq!((release.version.as_str(), release.notes.as_str()), ("0.2.0", "New."));
        let targets = ["linux-x86_64-deb".to_owned(), "linux-x86_64".to_owned()];
        let package = release.package(&targets).unwrap();
        assert_eq!((package.target.as_str(), package.size), ("linux-x86_64", Some(7)));
        assert_eq!(release.package(&targets[..1]), Err(Failure::UpdateNoPackage));
    }

    #[test]
    fn a_file_without_signature_or_without_https_is_refused() {
        let targets = ["linux-x86_64".to_owned()];
        for platform in [
            r#"{"url":"https://a.example/x.deb"}"#,
            r#"{"url":"https://a.example/x.deb","signature":null}"#,
            r#"{"url":"https://a.example/x.deb","signature":" "}"#,
        ] {
            assert_eq!(release(platform).package(&targets), Err(Failure::UpdateSignatureWrong));
        }
        let plain = release(r#"{"url":"http://127.0.0.1/x.deb","signature":"s"}"#);
        assert_eq!(plain.package(&targets), Err(Failure::UpdateAddressInsecure));
    }

    #[test]
    fn what_describes_no_version_is_not_read() {
        for text in [
            "",
            "{",
            "[]",
            "<html>",
            "{}",
            r#"{"version":"","platforms":{}}"#,
            r#"{"version":"1.0.0"}"#,
        ] {
            assert!(Release::parse(text.as_bytes()).is_none(), "{text}");
        }
    }
}
