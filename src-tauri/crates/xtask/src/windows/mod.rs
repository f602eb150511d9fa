//! `cargo xtask windows`: builds the programs for Windows, runs the tests under Wine, and builds, tries
//! and removes the installer. A second run does only what has changed.

mod installer;
mod tests;
mod wine;

use std::fs;
use std::path::{Path, PathBuf};

use test_driver::{Context, Error};

use crate::cross::{self, Toolchain};
use crate::{build, program, setup, terminal};

use wine::Wine;

/// The loader of `WebView2`, which a program for `windows-gnu` needs beside it.
const LOADER: &str = "WebView2Loader.dll";

pub(crate) fn windows() -> Result<(), Error> {
    setup::for_windows()?;
    let toolchain = cross::windows::toolchain()?;
    build::window()?;
    let wine = Wine::start(&cross::windows::folder().join("wine"))?;
    tests::run(&toolchain, &wine)?;
    let programs = build_release(&toolchain)?;
    installer::build_and_try(&programs)
}

/// The programs of a release.
struct Programs {
    app: PathBuf,
    practice: PathBuf,
    loader: PathBuf,
}

fn build_release(toolchain: &Toolchain) -> Result<Programs, Error> {
    terminal::heading("Building keydesk.exe and keydesk-practice.exe");
    let packages = ["--package", "keydesk", "--package", "keydesk-practice"];
    program::run(toolchain.cargo(&["build", "--release", "--locked"]).args(packages))?;
    let folder = toolchain.programs("release");
    let programs = Programs {
        app: folder.join("keydesk.exe"),
        practice: folder.join("keydesk-practice.exe"),
        loader: loader(&folder)?,
    };
    for file in [&programs.app, &programs.practice] {
        let bytes = fs::metadata(file).context(file.display())?.len();
        terminal::note(&format!("{}: {}", program::from_root(file), terminal::size(bytes)));
    }
    Ok(programs)
}

/// The loader that the crate `webview2-com-sys` brings for this architecture.
fn loader(folder: &Path) -> Result<PathBuf, Error> {
    let builds = folder.join("build");
    let mut outputs = fs::read_dir(&builds).context(builds.display())?.flatten();
    outputs
        .find_map(|output| {
            let file = output.path().join("out/x64").join(LOADER);
            file.exists().then_some(file)
        })
        .ok_or_else(|| Error::new(format!("no crate has built {LOADER}")))
}
