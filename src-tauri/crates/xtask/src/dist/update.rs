//! `cargo xtask dist update`: builds an old and a new package that differ in their version only, and lets the old one
//! update itself to the new one in the real window. The test is `tests/window/updates/packages.rs`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};
use test_driver::{Context, Error};

use super::{built, latest};
use crate::{build, program, setup, terminal};

/// The versions of the two packages. No release has them.
const VERSIONS: [&str; 2] = ["0.0.1", "0.0.2"];

/// Builds the packages and runs the test.
pub(crate) fn update() -> Result<(), Error> {
    setup::for_packages()?;
    build::window()?;
    let folder = program::target().join("update");
    fs::create_dir_all(&folder).context(folder.display())?;
    let key = folder.join("key");
    make_key(&key)?;
    let public = fs::read_to_string(key.with_extension("pub")).context("the public key")?;
    let config = |version| json!({ "version": version, "plugins": { "updater": { "pubkey": public.trim() } } });
    let old = package(&config(VERSIONS[0]), &folder.join("old.deb"))?;
    let new = package(&config(VERSIONS[1]), &folder.join("new.deb"))?;
    sign(&new, &key)?;
    terminal::heading("Updating from one package to the next");
    let mut test = program::cargo(&[
        "nextest",
        "run",
        "--workspace",
        "--locked",
        "--run-ignored",
        "only",
        "-E",
        "binary_id(keydesk::window) & test(/^updates::packages/)",
    ]);
    test.env("KEYDESK_TEST_OLD", &old)
        .env("KEYDESK_TEST_NEW", &new)
        .env("KEYDESK_TEST_SIGNATURE", latest::signature_of(&new))
        .env("KEYDESK_TEST_OLD_VERSION", VERSIONS[0])
        .env("KEYDESK_TEST_NEW_VERSION", VERSIONS[1]);
    program::run(&mut test)
}

/// Makes a key without a password, which is used here only.
fn make_key(key: &Path) -> Result<(), Error> {
    let mut make = Command::new(tauri());
    make.args(["signer", "generate", "--ci", "--force", "--write-keys"]).arg(key);
    program::run(make.current_dir(program::root()))
}

fn sign(package: &Path, key: &Path) -> Result<(), Error> {
    program::run(
        Command::new(tauri())
            .args(["signer", "sign", "--app-version", VERSIONS[1], "--password", ""])
            .arg("--private-key-path")
            .args([key, package])
            .current_dir(program::root()),
    )
}

/// Builds the app without optimization, with the features of the tests so that little is compiled, and packs it.
fn package(config: &Value, to: &Path) -> Result<PathBuf, Error> {
    let config = config.to_string();
    terminal::heading(&format!("Building {}", to.display()));
    program::run(
        program::cargo(&["build", "--workspace", "--locked", "--all-targets"])
            .env("TAURI_CONFIG", &config),
    )?;
    let bundles = program::target().join("debug/bundle");
    if bundles.join("deb").exists() {
        fs::remove_dir_all(bundles.join("deb"))?;
    }
    program::run(
        Command::new(tauri())
            .args(["bundle", "--debug", "--bundles", "deb", "--config", &config])
            .current_dir(program::root()),
    )?;
    fs::copy(built(&bundles, "deb")?, to).context(to.display())?;
    Ok(to.to_owned())
}

fn tauri() -> PathBuf {
    program::ui().join("node_modules/.bin/tauri")
}
