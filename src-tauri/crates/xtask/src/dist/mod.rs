//! `cargo xtask dist`: the packages for Linux.

mod checks;
mod checksums;
mod deb;
mod install;
mod latest;
mod programs;
mod reproduce;
mod rpm;
mod sbom;
mod update;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};
use test_driver::{Context, Error};

use crate::{build, program, reproducible, setup, terminal};

use latest::latest;
use update::update;

/// The manual pages, without `.1`.
const MANUALS: [&str; 2] = ["keydesk", "keydesk-practice"];

/// The packages that were built.
pub(crate) struct Packages {
    /// For Debian and Ubuntu.
    pub(crate) deb: PathBuf,
    /// For Fedora and openSUSE.
    pub(crate) rpm: PathBuf,
}

/// The folder with all files that are published.
const PUBLISHED: &str = "packages";

/// `cargo xtask dist` with its further words.
pub(crate) fn task(mut arguments: impl Iterator<Item = String>) -> Result<(), Error> {
    let task = arguments.next();
    let rest: Vec<String> = arguments.collect();
    match (task.as_deref(), rest.as_slice()) {
        (None, []) => dist().map(drop),
        (Some("latest"), _) => latest(rest.into_iter()),
        (Some("update"), []) => update(),
        (Some("reproduce"), []) => reproduce::reproduce(),
        (Some("install"), []) => install::install(),
        (Some("job"), []) => install::job(),
        (Some("checksums"), [folder]) => checksums::write(Path::new(folder)),
        (Some("sign"), [folder, key]) => checksums::sign(Path::new(folder), Path::new(key)),
        (Some("verify"), [folder, signers]) => {
            checksums::verify(Path::new(folder), Path::new(signers))
        }
        _ => Err(Error::new("unknown words after `dist`: see `cargo xtask help`")),
    }
}

/// Builds the packages, checks them with the tools of their systems, and writes checksums.
pub(crate) fn dist() -> Result<Packages, Error> {
    setup::for_packages()?;
    build::window()?;
    let packages = packages()?;
    terminal::heading("Checking the packages");
    checks::check(&packages)?;
    terminal::heading("Packages");
    let folder = program::target().join(PUBLISHED);
    checksums::write(&folder)?;
    for package in [&packages.deb, &packages.rpm] {
        terminal::success(&program::from_root(package));
    }
    Ok(packages)
}

/// Builds the packages. The window must be built.
fn packages() -> Result<Packages, Error> {
    programs::build()?;
    programs::check_paths()?;
    let bills = sbom::write()?;
    terminal::heading("Building the packages");
    let folder = program::target().join("release/bundle");
    // A package of an earlier version would be mistaken for the new one.
    for kind in ["deb", "rpm"] {
        if folder.join(kind).exists() {
            fs::remove_dir_all(folder.join(kind))?;
        }
    }
    let files = files(&bills)?;
    let config = json!({
        "bundle": { "linux": { "deb": { "files": files }, "rpm": { "files": files } } },
    });
    let cli = program::ui().join("node_modules/.bin/tauri");
    program::run(
        Command::new(cli)
            .args(["bundle", "--bundles", "deb,rpm", "--config", &config.to_string()])
            .envs(reproducible::environment()?)
            .current_dir(program::root()),
    )?;
    let deb = built(&folder, "deb")?;
    deb::finish(&deb)?;
    let rpm = built(&folder, "rpm")?;
    rpm::finish(&rpm)?;
    let version = env!("CARGO_PKG_VERSION");
    let to = program::target().join(PUBLISHED);
    if to.exists() {
        fs::remove_dir_all(&to).context(to.display())?;
    }
    fs::create_dir_all(&to).context(to.display())?;
    // Names without spaces: some servers replace them.
    let publish = |from: &Path, name: String| {
        let to = to.join(name);
        fs::copy(from, &to).context(to.display()).map(|_| to)
    };
    for (name, bill) in &bills {
        publish(bill, format!("key-desk_{version}_{}", name.replace("sbom-", "")))?;
    }
    Ok(Packages {
        deb: publish(&deb, format!("key-desk_{version}_amd64.deb"))?,
        rpm: publish(&rpm, format!("key-desk-{version}-1.x86_64.rpm"))?,
    })
}

/// The files of the packages besides the app, its icons and its desktop file: their paths when installed, and where they
/// are now.
fn files(bills: &[(&str, PathBuf)]) -> Result<Value, Error> {
    let folder = program::target().join("dist");
    fs::create_dir_all(&folder).context(folder.display())?;
    let sources = program::root().join("src-tauri/linux");
    let description = "app.keydesk.KeyDesk.metainfo.xml";
    let mut files = json!({
        "/usr/bin/keydesk-practice": stripped("keydesk-practice", &folder)?,
        // Tauri's bundler names this folder after the product, not after the package.
        "/usr/share/doc/key-desk/changelog.gz": compressed(&sources.join("changelog"), &folder)?,
        "/usr/share/doc/key-desk/copyright": sources.join("copyright"),
        "/usr/share/mime/packages/keydesk.xml": sources.join("keydesk.xml"),
        format!("/usr/share/metainfo/{description}"): sources.join(description),
    });
    for (name, bill) in bills {
        files[format!("/usr/share/doc/key-desk/{name}.gz")] = json!(compressed(bill, &folder)?);
    }
    for manual in MANUALS {
        let page = compressed(&sources.join(format!("{manual}.1")), &folder)?;
        files[format!("/usr/share/man/man1/{manual}.1.gz")] = json!(page);
    }
    Ok(files)
}

/// Copies a program of the release into a folder, without its symbols.
fn stripped(name: &str, folder: &Path) -> Result<PathBuf, Error> {
    let to = folder.join(name);
    let from = program::target().join("release").join(name);
    program::run(Command::new("strip").arg("-o").args([&to, &from]))?;
    Ok(to)
}

/// Writes a file into a folder, compressed. The result has no date and no name in it, so it is always the same.
fn compressed(file: &Path, folder: &Path) -> Result<PathBuf, Error> {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let to = folder.join(format!("{name}.gz"));
    let gzip = Command::new("gzip").args(["-9", "-n", "-c"]).arg(file).output().context("gzip")?;
    if !gzip.status.success() {
        return Err(Error::new(format!("gzip {}: {}", file.display(), gzip.status)));
    }
    fs::write(&to, gzip.stdout).context(to.display())?;
    Ok(to)
}

/// The package of this kind in the folder of all packages.
fn built(folder: &Path, kind: &str) -> Result<PathBuf, Error> {
    let folder = folder.join(kind);
    for entry in fs::read_dir(&folder).context(folder.display())? {
        let path = entry.context(folder.display())?.path();
        if path.extension().is_some_and(|extension| extension == kind) {
            return Ok(path);
        }
    }
    Err(Error::new(format!("the Tauri CLI built no .{kind}")))
}
