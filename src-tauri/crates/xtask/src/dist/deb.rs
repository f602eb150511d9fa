//! What Tauri's bundler does not do for a .deb: the libraries that the programs need, and a compression that makes it a
//! quarter smaller.

use std::fs;
use std::path::Path;
use std::process::Command;

use test_driver::{Context, Error};

use crate::program;

/// Packs the .deb again.
pub(super) fn finish(package: &Path) -> Result<(), Error> {
    let folder = program::target().join("dist/deb");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    program::run(Command::new("dpkg-deb").arg("--raw-extract").arg(package).arg(&folder))?;
    let control = folder.join("DEBIAN/control");
    let text = fs::read_to_string(&control).context(control.display())?;
    fs::write(&control, with_libraries(&text, &libraries(&folder)?)?)?;
    program::run(
        Command::new("dpkg-deb")
            .args(["--root-owner-group", "-Zxz", "--build"])
            .args([&folder, package]),
    )
}

/// The libraries that the programs need, with the versions that they need at least, as Debian writes them.
fn libraries(folder: &Path) -> Result<String, Error> {
    // dpkg-shlibdeps wants a source package around it.
    let source = program::target().join("dist/shlibdeps");
    fs::create_dir_all(source.join("debian")).context(source.display())?;
    fs::write(source.join("debian/control"), "")?;
    let mut find = Command::new("dpkg-shlibdeps");
    find.arg("-O").current_dir(&source);
    find.args(["keydesk", "keydesk-practice"].map(|name| folder.join("usr/bin").join(name)));
    let found = program::output(&mut find)?;
    let found = found.trim().strip_prefix("shlibs:Depends=").map(str::to_owned);
    found.ok_or_else(|| Error::new("dpkg-shlibdeps named no libraries"))
}

fn with_libraries(control: &str, libraries: &str) -> Result<String, Error> {
    let is_depends = |line: &&str| line.starts_with("Depends:");
    if control.lines().filter(is_depends).count() != 1 {
        return Err(Error::new("the control file has not one line of dependencies"));
    }
    let lines = control.lines().map(|line| {
        if is_depends(&line) { format!("Depends: {libraries}\n") } else { format!("{line}\n") }
    });
    Ok(lines.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_libraries_replace_those_of_the_bundler() {
        let control = "Package: key-desk\nDepends: libgtk-3-0\nPriority: optional\n";
        let expected = "Package: key-desk\nDepends: libc6 (>= 2.34)\nPriority: optional\n";
        assert_eq!(with_libraries(control, "libc6 (>= 2.34)").unwrap(), expected);
        assert!(with_libraries("Package: key-desk\n", "libc6").is_err());
    }
}
