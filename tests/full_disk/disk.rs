//! A disk that can be filled to its last byte and made read-only: a small `tmpfs` in a mount
//! namespace of the test's own process, so that nobody else sees it and no rights are needed.

use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use test_driver::{Context, Error};

const MOUNT: &str = "KEYDESK_TEST_DISK";
/// TestEnv for everything that the service writes, and filled in no time.
const SMALL: &str = "4m";
/// TestEnv for what a web engine writes beside.
const LARGER: &str = "64m";
/// What a `tmpfs` hands out at once.
const PAGE: usize = 4096;

/// The disk.
#[derive(Clone, Debug)]
pub(crate) struct Disk(PathBuf);

/// Makes a disk with all temporary folders on it and runs the test called `test` again, in a process
/// that has this disk; there, `body` is run. The test passes if it passed there.
pub(crate) fn on_a_small_disk(
    test: &str,
    body: impl FnOnce(&Disk) -> Result<(), Error>,
) -> Result<(), Error> {
    let folder = tempfile::tempdir()?;
    with_a_disk(test, folder.path(), &[("TMPDIR", folder.path())], SMALL, body)
}

/// As [`on_a_small_disk`], with the temporary folders elsewhere.
pub(crate) fn beside_a_disk(
    test: &str,
    body: impl FnOnce(&Disk) -> Result<(), Error>,
) -> Result<(), Error> {
    let folder = tempfile::tempdir()?;
    with_a_disk(test, folder.path(), &[], LARGER, body)
}

fn with_a_disk(
    test: &str,
    folder: &Path,
    environment: &[(&str, &Path)],
    size: &str,
    body: impl FnOnce(&Disk) -> Result<(), Error>,
) -> Result<(), Error> {
    if let Some(mount) = std::env::var_os(MOUNT) {
        return body(&Disk(mount.into()));
    }
    let script = format!(r#"mount -t tmpfs -o size={size} keydesk-test "${MOUNT}" && exec "$@""#);
    let output = Command::new("unshare")
        .args(["--map-root-user", "--mount", "sh", "-c", &script, "sh"])
        .arg(std::env::current_exe()?)
        .args(["--exact", test, "--nocapture"])
        .env(MOUNT, folder)
        .envs(environment.iter().copied())
        .stdin(Stdio::null())
        .output()
        .context("unshare (Debian: apt-get install util-linux)")?;
    let printed = String::from_utf8_lossy(&output.stdout);
    // A name that no test has would run nothing and succeed.
    if output.status.success() && printed.contains("1 passed") {
        return Ok(());
    }
    let complaints = String::from_utf8_lossy(&output.stderr);
    Err(Error::new(format!(
        "on a small disk, which needs user namespaces (some systems forbid them: sysctl \
         kernel.apparmor_restrict_unprivileged_userns=0):\n{printed}\n{complaints}"
    )))
}

impl Disk {
    /// Its folder.
    pub(crate) fn folder(&self) -> &Path {
        &self.0
    }

    /// Fills it to the last byte.
    pub(crate) fn fill(&self) {
        let mut filler = File::options().append(true).create(true).open(self.filler()).unwrap();
        for piece in [&[0; 4 * PAGE][..], &[0; PAGE]] {
            let full = loop {
                if let Err(full) = filler.write_all(piece) {
                    break full;
                }
            };
            assert_eq!(full.kind(), ErrorKind::StorageFull);
        }
    }

    /// Fills it but for so many pages.
    pub(crate) fn fill_but_for(&self, pages: usize) {
        self.fill();
        let filler = File::options().write(true).open(self.filler()).unwrap();
        let length = filler.metadata().unwrap().len();
        filler.set_len(length - u64::try_from(pages * PAGE).unwrap()).unwrap();
    }

    /// Frees what was filled.
    pub(crate) fn free(&self) {
        fs::remove_file(self.filler()).unwrap();
    }

    /// Makes it read-only for whatever is opened from now on.
    pub(crate) fn make_read_only(&self) {
        mount(&["--bind", "--", self.path(), self.path()]);
        mount(&["-o", "remount,bind,ro", "--", self.path()]);
    }

    /// Takes that back.
    pub(crate) fn make_writable(&self) {
        let status = Command::new("umount").args(["--lazy", self.path()]).status().unwrap();
        assert!(status.success());
    }

    fn path(&self) -> &str {
        self.0.to_str().unwrap()
    }

    fn filler(&self) -> PathBuf {
        self.0.join("filler")
    }
}

fn mount(arguments: &[&str]) {
    assert!(Command::new("mount").args(arguments).status().unwrap().success());
}
