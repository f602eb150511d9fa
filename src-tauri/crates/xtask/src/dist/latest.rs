//! `cargo xtask dist latest`: the list of versions that copies of the app read, and the signatures of the packages.
//!
//! The packages are signed as they are published: the .deb is packed again after Tauri's bundler, so a signature that
//! the bundler made would be that of another file. The form is that of Tauri's updater, with the size besides.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Map, Value, json};
use test_driver::{Context, Error};

use crate::program;

/// The end of a file's name, and how the app asks for it: system, processor, kind.
const KINDS: [(&str, &str); 9] = [
    ("_amd64.deb", "linux-x86_64-deb"),
    ("_arm64.deb", "linux-aarch64-deb"),
    (".x86_64.rpm", "linux-x86_64-rpm"),
    (".aarch64.rpm", "linux-aarch64-rpm"),
    ("_amd64.AppImage", "linux-x86_64-appimage"),
    ("_aarch64.app.tar.gz", "darwin-aarch64-app"),
    ("_x64.app.tar.gz", "darwin-x86_64-app"),
    ("_x64-setup.exe", "windows-x86_64-nsis"),
    ("_x64_en-US.msi", "windows-x86_64-msi"),
];

/// Signs every package in a folder with the key that `TAURI_SIGNING_PRIVATE_KEY` or `…_PATH` names, and writes
/// `latest.json` there. `arguments`: the folder, the address under which its files will be, and a file with the notes.
pub(crate) fn latest(mut arguments: impl Iterator<Item = String>) -> Result<(), Error> {
    let usage = || Error::new("cargo xtask dist latest FOLDER https://ADDRESS/ [NOTES]");
    let folder = PathBuf::from(arguments.next().ok_or_else(usage)?);
    let base = arguments.next().filter(|base| base.starts_with("https://")).ok_or_else(usage)?;
    let notes = arguments.next().map(fs::read_to_string).transpose()?.unwrap_or_default();
    let version = version()?;
    let mut packages = packages(&folder)?;
    packages.sort();
    if packages.is_empty() {
        return Err(Error::new(format!("no package in {}", folder.display())));
    }
    for (_, package) in &packages {
        sign(package, &version)?;
    }
    let text = format!("{:#}\n", of(&packages, &version, &base, notes.trim())?);
    fs::write(folder.join("latest.json"), text).context("latest.json")
}

/// Writes the signature of a file beside it, as `.sig`. It names the version, so that the file can't be offered under
/// another number.
fn sign(file: &Path, version: &str) -> Result<(), Error> {
    program::run(
        Command::new(program::ui().join("node_modules/.bin/tauri"))
            .args(["signer", "sign", "--app-version", version])
            .arg(file)
            .current_dir(program::root()),
    )
}

/// The path of the signature of a file.
pub(super) fn signature_of(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".sig");
    name.into()
}

/// The version in `Cargo.toml`.
fn version() -> Result<String, Error> {
    let metadata = ["metadata", "--no-deps", "--format-version", "1"];
    let metadata = program::output(&mut program::cargo(&metadata))?;
    let metadata: Value = serde_json::from_str(&metadata).context("cargo metadata")?;
    let packages = metadata["packages"].as_array().cloned().unwrap_or_default();
    let ours = packages.iter().find(|package| package["name"] == "keydesk");
    ours.and_then(|package| package["version"].as_str())
        .map(str::to_owned)
        .ok_or_else(|| Error::new("cargo metadata names no version"))
}

fn packages(folder: &Path) -> Result<Vec<(&'static str, PathBuf)>, Error> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).context(folder.display())? {
        let path = entry?.path();
        let name = path.file_name().and_then(OsStr::to_str).unwrap_or_default();
        if let Some((_, target)) = KINDS.iter().find(|(ending, _)| name.ends_with(ending)) {
            found.push((*target, path));
        }
    }
    Ok(found)
}

fn of(
    packages: &[(&str, PathBuf)],
    version: &str,
    base: &str,
    notes: &str,
) -> Result<Value, Error> {
    let mut platforms = Map::new();
    for (target, package) in packages {
        let name = package.file_name().and_then(OsStr::to_str).unwrap_or_default();
        let signature = signature_of(package);
        let platform = json!({
            "url": format!("{}/{name}", base.trim_end_matches('/')),
            "signature": fs::read_to_string(&signature).context(signature.display())?.trim(),
            "size": fs::metadata(package).context(package.display())?.len(),
        });
        platforms.insert((*target).to_owned(), platform);
    }
    Ok(json!({ "version": version, "notes": notes, "platforms": platforms }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_package_is_listed_with_its_address_signature_and_size() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["key-desk_0.1.0_amd64.deb", "key-desk-0.1.0-1.x86_64.rpm", "SHA256SUMS"] {
            fs::write(folder.path().join(name), "12345").unwrap();
            fs::write(folder.path().join(format!("{name}.sig")), format!("of {name}\n")).unwrap();
        }
        let found = packages(folder.path()).unwrap();
        assert_eq!(found.len(), 2);
        let latest = of(&found, "0.1.0", "https://a.example/v/", "New.").unwrap();
        assert_eq!((&latest["version"], &latest["notes"]), (&json!("0.1.0"), &json!("New.")));
        let deb = &latest["platforms"]["linux-x86_64-deb"];
        assert_eq!(
            deb,
            &json!({
                "url": "https://a.example/v/key-desk_0.1.0_amd64.deb",
                "signature": "of key-desk_0.1.0_amd64.deb",
                "size": 5,
            })
        );
        assert!(latest["platforms"]["linux-x86_64-rpm"].is_object());
    }
}
