//! `cargo xtask dist install`: installs the .deb on a fresh Debian in a folder, does the main job with the installed
//! program, and removes it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use test_driver::{Context, Error};

use super::{MANUALS, PUBLISHED};
use crate::setup::system::DRIVING;
use crate::{program, run, setup, terminal};

/// Who uses the program there.
const PERSON: &str = "olena";

/// What Debian itself keeps of every package that was there, and what other packages write.
const NOT_COMPARED: [&str; 5] = ["/proc/", "/sys/", "/dev/", "/tmp/", "/var/"];

/// A Debian in a folder.
struct Root(PathBuf);

/// Needs `cargo xtask dist` before, and the rights of root.
pub(super) fn install() -> Result<(), Error> {
    setup::for_installing()?;
    let deb = deb()?;
    let root = Root(program::target().join("dist/root"));
    terminal::heading("Making a fresh Debian");
    root.make()?;
    terminal::heading("Installing the package");
    let before = root.files()?;
    fs::copy(&deb, root.0.join("tmp/key-desk.deb")).context(deb.display())?;
    root.run(&["apt-get", "install", "--yes", "-qq", "/tmp/key-desk.deb"])?;
    for manual in MANUALS {
        root.run(&["test", "-f", &format!("/usr/share/man/man1/{manual}.1.gz")])?;
        root.run(&[manual, "--version"])?;
    }
    root.run(&["desktop-file-validate", "/usr/share/applications/Key Desk.desktop"])?;
    terminal::heading("Doing the main job with the installed program");
    let here = std::env::current_exe().context("this program")?;
    fs::copy(here, root.0.join("usr/local/bin/xtask")).context("this program")?;
    root.run(&["runuser", "-u", PERSON, "--", "xtask", "dist", "job"])?;
    fs::remove_file(root.0.join("usr/local/bin/xtask"))?;
    terminal::heading("Removing the package");
    root.run(&["apt-get", "purge", "--yes", "-qq", "key-desk"])?;
    root.run(&["apt-get", "autoremove", "--purge", "--yes", "-qq"])?;
    let home = format!("/home/{PERSON}/");
    let left: Vec<String> = root
        .files()?
        .difference(&before)
        .filter(|path| !path.starts_with(&home))
        .cloned()
        .collect();
    if left.is_empty() {
        terminal::success("nothing is left but the data of the person");
        return Ok(());
    }
    Err(Error::new(format!("these files are left: {}", left.join(", "))))
}

/// The main job, inside the fresh Debian.
pub(super) fn job() -> Result<(), Error> {
    run::main_job_with("/usr/bin/keydesk")
}

fn deb() -> Result<PathBuf, Error> {
    let name = format!("key-desk_{}_amd64.deb", env!("CARGO_PKG_VERSION"));
    let deb = program::target().join(PUBLISHED).join(name);
    if deb.exists() { Ok(deb) } else { Err(Error::new("run `cargo xtask dist` first")) }
}

impl Root {
    /// Makes it, with what driving a window on a virtual display needs, but without what only the package needs.
    fn make(&self) -> Result<(), Error> {
        self.unmount();
        // To delete what is mounted there would delete this system's own devices.
        let mounts = fs::read_to_string("/proc/self/mounts").context("/proc/self/mounts")?;
        if mounts.contains(&*self.0.to_string_lossy()) {
            return Err(Error::new(format!("something is mounted in {}", self.0.display())));
        }
        if self.0.exists() {
            fs::remove_dir_all(&self.0).context(self.0.display())?;
        }
        let release = fs::read_to_string("/etc/os-release").context("/etc/os-release")?;
        let suite = release.lines().find_map(|line| line.strip_prefix("VERSION_CODENAME="));
        let suite = suite.ok_or_else(|| Error::new("this system is not Debian"))?.trim_matches('"');
        let mut mirrors = Command::new("apt-get");
        let mirrors = program::output(mirrors.args(["indextargets", "--format", "$(SITE)"]))?;
        let mirror = mirrors.lines().next().ok_or_else(|| Error::new("apt has no sources"))?;
        let mut make = Command::new("debootstrap");
        make.args(["--variant=minbase", suite]).arg(&self.0).arg(mirror);
        program::run_silent(&mut make)?;
        // The system's own sources, proxies and certificates lead to the mirror.
        for path in ["/etc/apt", "/etc/resolv.conf", "/etc/ssl/certs", "/etc/hosts"] {
            let _ = program::run_silent(
                Command::new("cp").args(["-rL", path]).arg(self.parent_of(path)),
            );
        }
        for folder in ["proc", "sys", "dev"] {
            let mut mount = Command::new("mount");
            mount.args(["--rbind", &format!("/{folder}")]).arg(self.0.join(folder));
            program::run(&mut mount)?;
            let mut private = Command::new("mount");
            program::run(private.arg("--make-rslave").arg(self.0.join(folder)))?;
        }
        self.run(&["apt-get", "update", "-qq"])?;
        let mut arguments = vec!["apt-get", "install", "--yes", "-qq", "--no-install-recommends"];
        arguments.extend(DRIVING.iter().map(|package| package.debian));
        arguments.push("desktop-file-utils");
        self.run(&arguments)?;
        self.run(&["useradd", "--create-home", PERSON])?;
        let driver = std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default())
            .map(|folder| folder.join("tauri-driver"))
            .find(|path| path.is_file())
            .ok_or_else(|| Error::new("tauri-driver is not installed"))?;
        fs::copy(driver, self.0.join("usr/local/bin/tauri-driver")).context("tauri-driver")?;
        Ok(())
    }

    fn parent_of(&self, path: &str) -> PathBuf {
        let parent = Path::new(path).parent().unwrap_or(Path::new("/"));
        self.0.join(parent.strip_prefix("/").unwrap_or(parent))
    }

    fn run(&self, command: &[&str]) -> Result<(), Error> {
        let mut chroot = Command::new("chroot");
        chroot.arg(&self.0).args(command).env_clear();
        chroot.env("PATH", "/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
        chroot.env("DEBIAN_FRONTEND", "noninteractive").env("LC_ALL", "C.UTF-8");
        // Where the pictures of the main job go.
        chroot.env("CARGO_TARGET_DIR", format!("/home/{PERSON}/target"));
        program::run(&mut chroot)
    }

    /// All files that a package can have.
    fn files(&self) -> Result<BTreeSet<String>, Error> {
        let mut find = Command::new("find");
        find.arg(&self.0).args(["-xdev", "-not", "-type", "d", "-printf", "/%P\\n"]);
        let found = program::output(&mut find)?;
        let is_compared = |path: &&str| !NOT_COMPARED.iter().any(|start| path.starts_with(start));
        Ok(found.lines().filter(is_compared).map(str::to_owned).collect())
    }

    /// Errors are ignored: at first nothing is mounted there.
    fn unmount(&self) {
        for folder in ["dev", "sys", "proc"] {
            let place = self.0.join(folder);
            let _ = program::run_silent(Command::new("umount").args(["-R", "-l"]).arg(place));
        }
    }
}

/// Also after a failure nothing stays mounted.
impl Drop for Root {
    fn drop(&mut self) {
        self.unmount();
    }
}
