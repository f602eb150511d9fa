//! A disk that can be filled to its last byte and made read-only: a small `tmpfs` in a mount namespace of
//! the test's own process. No other process sees it, and the test needs no special rights.

use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::error::{Context, Error};
use crate::process;
use crate::test_process;

const MOUNT: &str = "KEYDESK_TEST_DISK";
/// Enough for everything that the service writes, and filled in no time.
const SMALL: &str = "4m";
/// Enough for what a web engine writes as well.
const LARGER: &str = "64m";
/// The block size of a `tmpfs`, in bytes.
const PAGE: usize = 4096;

/// A small disk, mounted for this process and its children only.
#[derive(Clone, Debug)]
pub struct Disk(PathBuf);

/// Makes a small disk with all temporary folders on it and runs the calling test again in a process that has
/// this disk, where `body` is called. The test passes if it passed there.
pub fn on_small_disk(body: impl FnOnce(&Disk) -> Result<(), Error>) -> Result<(), Error> {
    let folder = tempfile::tempdir()?;
    run(folder.path(), &[("TMPDIR", folder.path())], SMALL, body)
}

/// As [`on_small_disk`], with a larger disk that has none of the temporary folders on it.
pub fn with_disk(body: impl FnOnce(&Disk) -> Result<(), Error>) -> Result<(), Error> {
    let folder = tempfile::tempdir()?;
    run(folder.path(), &[], LARGER, body)
}

fn run(
    folder: &Path,
    environment: &[(&str, &Path)],
    size: &str,
    body: impl FnOnce(&Disk) -> Result<(), Error>,
) -> Result<(), Error> {
    if let Some(mount) = std::env::var_os(MOUNT) {
        return body(&Disk(mount.into()));
    }
    process::must_be_installed(&["unshare"])?;
    let script = format!(r#"mount -t tmpfs -o size={size} keydesk-test "${MOUNT}" && exec "$@""#);
    let mut again = Command::new("unshare");
    again
        .args(["--map-root-user", "--mount", "sh", "-c", &script, "sh"])
        .args(test_process::command_line()?)
        .env(MOUNT, folder)
        .envs(environment.iter().copied())
        .stdin(Stdio::null());
    let place = "on a small disk, which needs user namespaces (some systems forbid them: sysctl \
                 kernel.apparmor_restrict_unprivileged_userns=0)";
    test_process::run(&mut again, place)
}

impl Disk {
    /// Where it is mounted.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.0
    }

    /// Fills it to the last byte.
    pub fn fill(&self) -> Result<(), Error> {
        let mut filler = File::options().append(true).create(true).open(self.filler())?;
        for piece in [&[0; 4 * PAGE][..], &[0; PAGE]] {
            let full = loop {
                if let Err(full) = filler.write_all(piece) {
                    break full;
                }
            };
            if full.kind() != ErrorKind::StorageFull {
                return Err(full).context("filling the disk");
            }
        }
        Ok(())
    }

    /// Fills it and leaves this many pages of 4096 bytes free.
    pub fn fill_but_for(&self, pages: usize) -> Result<(), Error> {
        self.fill()?;
        let filler = File::options().write(true).open(self.filler())?;
        let left = u64::try_from(pages * PAGE).context("the number of pages")?;
        Ok(filler.set_len(filler.metadata()?.len().saturating_sub(left))?)
    }

    /// Frees what was filled.
    pub fn free(&self) -> Result<(), Error> {
        Ok(fs::remove_file(self.filler())?)
    }

    /// Makes it read-only. Files that are open already can still be written.
    pub fn make_read_only(&self) -> Result<(), Error> {
        Self::run_program("mount", &["--bind", "--", self.path()?, self.path()?])?;
        Self::run_program("mount", &["-o", "remount,bind,ro", "--", self.path()?])
    }

    /// Makes it writable again.
    pub fn make_writable(&self) -> Result<(), Error> {
        Self::run_program("umount", &["--lazy", self.path()?])
    }

    fn run_program(program: &str, arguments: &[&str]) -> Result<(), Error> {
        process::output_of(Command::new(program).args(arguments)).map(drop)
    }

    fn path(&self) -> Result<&str, Error> {
        self.0.to_str().ok_or_else(|| Error::new("the folder of the disk is not UTF-8"))
    }

    fn filler(&self) -> PathBuf {
        self.0.join("filler")
    }
}
