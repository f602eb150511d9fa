//! `cargo xtask icons`: makes the app's icon in all sizes and formats from the drawings in `icons/`.
//!
//! `icon.svg` fills its square, as Windows and Linux expect. `icon-small.svg` is the same icon, drawn
//! for 16 and 24 px. macOS gets `icon.svg` with the margin that all icons have there.

mod icns;
mod ico;
#[cfg(test)]
mod tests;

use std::fs;
use std::path::Path;
use std::process::Command;

use test_driver::{Context, Error};

use crate::{program, setup, terminal};

/// Sizes in pixels that are made from `icon-small.svg`; the others are made from `icon.svg`.
const SMALL: &str = "16,24";
/// Sizes in pixels that Linux uses and that the Tauri CLI does not make by default.
const MORE: &str = "48,256";

/// The square of `icon.svg`, and the same with macOS's margin: the icon is 824 of 1024 pixels wide.
const FULL: &str = r#"viewBox="0 0 512 512""#;
const WITH_MARGIN: &str = r#"viewBox="-62.14 -62.14 636.28 636.28""#;

/// Makes all icon files again.
pub(crate) fn icons() -> Result<(), Error> {
    setup::for_building()?;
    terminal::heading("Drawing the icons");
    let icons = program::root().join("icons");
    let temporary = tempfile::tempdir()?;
    let folder = |name: &str| temporary.path().join(name);
    let (set, sizes, mac) = (folder("set"), folder("sizes"), folder("mac"));

    draw(&icons.join("icon.svg"), &set, &[])?;
    draw(&icons.join("icon.svg"), &sizes, &["--png", MORE])?;
    draw(&icons.join("icon-small.svg"), &sizes, &["--png", SMALL])?;
    put_small_into_ico(&set.join("icon.ico"), &sizes)?;
    let framed = with_margin(&fs::read_to_string(icons.join("icon.svg"))?)?;
    fs::write(folder("framed.svg"), framed)?;
    draw(&folder("framed.svg"), &mac, &[])?;
    copy_icns(&mac, &set)?;
    remove_pictures(&icons)?;
    copy_files(&set, &icons)?;
    copy_files(&sizes, &icons)
}

/// Makes the icons of a drawing with the Tauri CLI.
fn draw(drawing: &Path, into: &Path, options: &[&str]) -> Result<(), Error> {
    let cli = program::ui().join("node_modules/.bin/tauri");
    let mut command = Command::new(cli);
    command.arg("icon").arg(drawing).arg("--output").arg(into).args(options);
    program::output(command.current_dir(program::root())).map(drop)
}

fn with_margin(drawing: &str) -> Result<String, Error> {
    if !drawing.contains(FULL) {
        return Err(Error::new(format!("icon.svg no longer has {FULL}")));
    }
    Ok(drawing.replacen(FULL, WITH_MARGIN, 1))
}

/// Replaces the small pictures of an .ico by those made from `icon-small.svg`.
fn put_small_into_ico(file: &Path, sizes: &Path) -> Result<(), Error> {
    let mut pictures = ico::read(&fs::read(file)?).ok_or_else(|| not_a(".ico"))?;
    for picture in &mut pictures {
        if SMALL.split(',').any(|size| size == picture.size.to_string()) {
            let name = format!("{0}x{0}.png", picture.size);
            picture.png = fs::read(sizes.join(name))?;
        }
    }
    Ok(fs::write(file, ico::write(&pictures))?)
}

/// Copies the .icns with macOS's margin into the set.
fn copy_icns(from: &Path, into: &Path) -> Result<(), Error> {
    let written = fs::read(from.join("icon.icns"))?;
    let sorted = icns::sorted(&written).ok_or_else(|| not_a(".icns"))?;
    Ok(fs::write(into.join("icon.icns"), sorted)?)
}

fn not_a(kind: &str) -> Error {
    Error::new(format!("the Tauri CLI wrote no valid {kind}"))
}

/// Removes everything but the drawings.
fn remove_pictures(folder: &Path) -> Result<(), Error> {
    for entry in fs::read_dir(folder).context(folder.display())?.flatten() {
        if entry.path().extension().is_none_or(|extension| extension != "svg") {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

/// Copies the files of a folder. Its subfolders have icons for phones, on which Key Desk does not run.
fn copy_files(from: &Path, to: &Path) -> Result<(), Error> {
    for entry in fs::read_dir(from).context(from.display())?.flatten() {
        if entry.path().is_file() {
            fs::copy(entry.path(), to.join(entry.file_name()))?;
            terminal::note(&entry.file_name().to_string_lossy());
        }
    }
    Ok(())
}
