//! `cargo xtask icons`: the app's icon in all sizes and formats that desktops want, from its
//! drawings in `icons/`.
//!
//! `icon.svg` fills its square, as Windows and Linux expect. `icon-small.svg` is the same, drawn
//! for 16 and 24 px. macOS gets `icon.svg` with the margin that all its icons have.

mod icns;
mod ico;
#[cfg(test)]
mod tests;

use std::fs;
use std::path::Path;
use std::process::Command;

use test_driver::{Context, Error};

use crate::{program, say, setup};

/// Drawn from `icon-small.svg`; larger ones show all of `icon.svg`.
const SMALL: &str = "16,24";
/// What Linux looks for beside the sizes that the Tauri CLI makes by itself.
const MORE: &str = "48,256";

/// The square of `icon.svg`, and the same with macOS's margin: the drawing takes 824 of 1024.
const FULL: &str = r#"viewBox="0 0 512 512""#;
const WITH_MARGIN: &str = r#"viewBox="-62.14 -62.14 636.28 636.28""#;

/// Makes all icon files anew from the drawings.
pub(crate) fn icons() -> Result<(), Error> {
    setup::for_building()?;
    say::heading("Drawing the icons");
    let icons = program::root().join("icons");
    let made = tempfile::tempdir()?;
    let folder = |name: &str| made.path().join(name);
    let (set, sizes, mac) = (folder("set"), folder("sizes"), folder("mac"));

    draw(&icons.join("icon.svg"), &set, &[])?;
    draw(&icons.join("icon.svg"), &sizes, &["--png", MORE])?;
    draw(&icons.join("icon-small.svg"), &sizes, &["--png", SMALL])?;
    put_small_into_ico(&set.join("icon.ico"), &sizes)?;
    let framed = with_margin(&fs::read_to_string(icons.join("icon.svg"))?)?;
    fs::write(folder("framed.svg"), framed)?;
    draw(&folder("framed.svg"), &mac, &[])?;
    take_icns(&mac, &set)?;
    remove_pictures(&icons)?;
    copy_files(&set, &icons)?;
    copy_files(&sizes, &icons)
}

/// Lets the Tauri CLI draw into a folder.
fn draw(drawing: &Path, into: &Path, options: &[&str]) -> Result<(), Error> {
    let cli = program::ui().join("node_modules/.bin/tauri");
    let mut command = Command::new(cli);
    command.arg("icon").arg(drawing).arg("--output").arg(into).args(options);
    program::output(command.current_dir(program::root())).map(drop)
}

fn with_margin(drawing: &str) -> Result<String, Error> {
    if !drawing.contains(FULL) {
        return Err(Error::new(format!("icon.svg has no {FULL} any more")));
    }
    Ok(drawing.replacen(FULL, WITH_MARGIN, 1))
}

/// Replaces the small pictures of an .ico by those that were drawn for their size.
fn put_small_into_ico(file: &Path, sizes: &Path) -> Result<(), Error> {
    let mut pictures = ico::read(&fs::read(file)?).ok_or_else(|| no_file_of(".ico"))?;
    for picture in &mut pictures {
        if SMALL.split(',').any(|size| size == picture.size.to_string()) {
            let name = format!("{0}x{0}.png", picture.size);
            picture.png = fs::read(sizes.join(name))?;
        }
    }
    Ok(fs::write(file, ico::write(&pictures))?)
}

/// Takes the .icns of macOS's drawing into the set.
fn take_icns(from: &Path, into: &Path) -> Result<(), Error> {
    let written = fs::read(from.join("icon.icns"))?;
    let sorted = icns::sorted(&written).ok_or_else(|| no_file_of(".icns"))?;
    Ok(fs::write(into.join("icon.icns"), sorted)?)
}

fn no_file_of(kind: &str) -> Error {
    Error::new(format!("what the Tauri CLI wrote is no {kind}"))
}

/// What an earlier run has left: everything but the drawings.
fn remove_pictures(folder: &Path) -> Result<(), Error> {
    for entry in fs::read_dir(folder).context(folder.display())?.flatten() {
        if entry.path().extension().is_none_or(|extension| extension != "svg") {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

/// Copies the files of a folder. Its folders are icons for phones, which Key Desk isn't made for.
fn copy_files(from: &Path, to: &Path) -> Result<(), Error> {
    for entry in fs::read_dir(from).context(from.display())?.flatten() {
        if entry.path().is_file() {
            fs::copy(entry.path(), to.join(entry.file_name()))?;
            say::note(&entry.file_name().to_string_lossy());
        }
    }
    Ok(())
}
