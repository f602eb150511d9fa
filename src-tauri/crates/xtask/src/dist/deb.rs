//! What Tauri's bundler does not do for a .deb: the libraries that the programs need, a compression that makes it a
//! quarter smaller, and the same bytes in every folder and at every time.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::SystemTime;

use test_driver::{Context, Error};

use crate::{program, reproducible};

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
    let sums = folder.join("DEBIAN/md5sums");
    let text = fs::read_to_string(&sums).context(sums.display())?;
    fs::write(&sums, sorted(&text))?;
    even_out(&folder, reproducible::time()?)?;
    program::run(
        Command::new("dpkg-deb")
            .args(["--root-owner-group", "-Zxz", "--build"])
            .args([&folder, package])
            .env("SOURCE_DATE_EPOCH", reproducible::date()?.to_string()),
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
    find.args(super::programs::NAMES.map(|name| folder.join("usr/bin").join(name)));
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

/// The checksums in the order of their files. The bundler lists files as the folder does.
fn sorted(sums: &str) -> String {
    let mut lines: Vec<&str> = sums.lines().collect();
    lines.sort_by_key(|line| line.split_once("  ").map(|(_, file)| file));
    lines.join("\n") + "\n"
}

/// The rights of folders and programs, and those of other files, as chmod takes them.
const FOR_ALL: &str = "755";
const TO_READ: &str = "644";

fn set_rights(path: &Path, mode: &str) -> Result<(), Error> {
    program::run(Command::new("chmod").arg(mode).arg(path))
}

/// Gives all files this date, and rights that do not depend on the person who builds.
pub(super) fn even_out(folder: &Path, date: SystemTime) -> Result<(), Error> {
    for entry in fs::read_dir(folder).context(folder.display())? {
        let path = entry.context(folder.display())?.path();
        let is_program = path.parent().is_some_and(|parent| parent.ends_with("usr/bin"));
        if path.is_dir() {
            even_out(&path, date)?;
        }
        let mode = if path.is_dir() || is_program { FOR_ALL } else { TO_READ };
        set_rights(&path, mode)?;
        fs::File::open(&path)?.set_modified(date).context(path.display())?;
    }
    set_rights(folder, FOR_ALL)?;
    fs::File::open(folder)?.set_modified(date).context(folder.display())
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

    #[test]
    fn the_checksums_are_in_the_order_of_their_files() {
        assert_eq!(sorted("01  usr/b\n02  usr/a\n"), "02  usr/a\n01  usr/b\n");
    }

    #[cfg(unix)]
    #[test]
    fn dates_and_rights_are_the_same_for_all_files() {
        use std::os::unix::fs::PermissionsExt;
        use std::time::Duration;

        let folder = tempfile::tempdir().unwrap();
        let (bin, text) = (folder.path().join("usr/bin"), folder.path().join("usr/text"));
        fs::create_dir_all(&bin).unwrap();
        for file in [bin.join("program"), text.clone()] {
            fs::write(&file, "").unwrap();
            fs::set_permissions(&file, PermissionsExt::from_mode(0o600)).unwrap();
        }
        let date = SystemTime::UNIX_EPOCH + Duration::from_secs(1);

        even_out(folder.path(), date).unwrap();

        let found = |file: &Path| {
            let found = fs::metadata(file).unwrap();
            (found.permissions().mode() & 0o777, found.modified().unwrap())
        };
        assert_eq!(found(&bin.join("program")), (0o755, date));
        assert_eq!(found(&bin), (0o755, date));
        assert_eq!(found(&text), (0o644, date));
    }
}
