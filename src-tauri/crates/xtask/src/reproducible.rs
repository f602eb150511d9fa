//! What makes a release the same bytes in every folder and at every time.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, SystemTime};

use test_driver::{Context, Error};

use crate::program;

/// A path of this machine, and what the programs contain in its place.
struct Replaced {
    path: PathBuf,
    by: &'static str,
}

/// The environment variables with which Cargo builds a release.
pub(crate) fn environment() -> Result<Vec<(&'static str, OsString)>, Error> {
    let replaced = replaced()?;
    // Cargo takes the place of a space as a part of a path only in this variable.
    let rust = replaced
        .iter()
        .map(|Replaced { path, by }| format!("--remap-path-prefix={}={by}", path.display()))
        .collect::<Vec<_>>()
        .join("\x1f");
    let c = replaced
        .iter()
        .map(|Replaced { path, by }| format!("'-ffile-prefix-map={}={by}'", path.display()))
        .collect::<Vec<_>>()
        .join(" ");
    Ok(vec![
        ("CARGO_ENCODED_RUSTFLAGS", rust.into()),
        ("CFLAGS", c.into()),
        // Without it the crate cc divides the flags at every space.
        ("CC_SHELL_ESCAPED_FLAGS", "1".into()),
        ("SOURCE_DATE_EPOCH", date()?.to_string().into()),
    ])
}

/// The date of the release, as seconds since 1970 (UTC): that of the newest entry in Debian's changelog.
pub(crate) fn date() -> Result<u64, Error> {
    let changelog = program::root().join("src-tauri/linux/changelog");
    let mut parse = Command::new("dpkg-parsechangelog");
    parse.arg("--file").arg(changelog).args(["--show-field", "Timestamp"]);
    program::output(&mut parse)?.trim().parse().context("the date in the changelog")
}

/// As [`date`], for files.
pub(crate) fn time() -> Result<SystemTime, Error> {
    Ok(SystemTime::UNIX_EPOCH + Duration::from_secs(date()?))
}

/// Folders of this machine that the file must not name.
pub(crate) fn folders() -> Result<Vec<PathBuf>, Error> {
    Ok(replaced()?.into_iter().map(|replaced| replaced.path).collect())
}

/// If several fit, the compilers take the last one.
fn replaced() -> Result<Vec<Replaced>, Error> {
    let sysroot = program::output(Command::new("rustc").args(["--print", "sysroot"]))?;
    Ok(vec![
        Replaced { path: PathBuf::from(sysroot.trim()), by: "/rust" },
        Replaced { path: cargo_home()?, by: "/cargo" },
        Replaced { path: program::root(), by: "/key-desk" },
        Replaced { path: program::target(), by: "/key-desk/target" },
    ])
}

fn cargo_home() -> Result<PathBuf, Error> {
    if let Some(folder) = std::env::var_os("CARGO_HOME") {
        return Ok(PathBuf::from(folder));
    }
    std::env::home_dir()
        .map(|home| home.join(".cargo"))
        .ok_or_else(|| Error::new("this person has no home folder"))
}

/// Whether a file contains this path.
pub(crate) fn names(content: &[u8], path: &Path) -> bool {
    let path = path.as_os_str().as_encoded_bytes();
    let Some(first) = path.first() else { return false };
    let mut rest = content;
    while let Some(at) = rest.iter().position(|byte| byte == first) {
        rest = &rest[at..];
        if rest.starts_with(path) {
            return true;
        }
        rest = &rest[1..];
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_found_among_other_bytes() {
        assert!(names(b"\0\x7f//home/me/key-desk/src\xff", Path::new("/home/me")));
        assert!(!names(b"/home/you/key-desk", Path::new("/home/me")));
        assert!(!names(b"/home/m", Path::new("/home/me")));
    }
}
