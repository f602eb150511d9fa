//! Rust from Debian's packages, with the standard library of another system.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use test_driver::{Context, Error};

use crate::setup::system;
use crate::{program, terminal};

/// The compiler, Cargo, Clippy, and the source of the standard library.
const PACKAGES: &[&str] = &["rustc-web", "cargo-web", "rust-web-clippy", "rust-web-src"];

/// Debian's Rust, set up for one target. It is unpacked, not installed, because its packages conflict
/// with a Rust that is installed already.
#[derive(Debug)]
pub(crate) struct Toolchain {
    /// Where the packages are unpacked.
    packages: PathBuf,
    /// Where all that belongs to the target is built.
    folder: PathBuf,
    target: &'static str,
    environment: Vec<(String, PathBuf)>,
}

impl Toolchain {
    /// Downloads and unpacks the packages and builds the standard library for `target`, if that is not
    /// done yet. Builds go into `folder`. `environment` has the variables that Cargo and C compilers
    /// need.
    pub(crate) fn install(
        target: &'static str,
        folder: &Path,
        environment: Vec<(String, PathBuf)>,
    ) -> Result<Self, Error> {
        let packages = packages();
        unpack(&packages)?;
        let toolchain = Self { packages, folder: folder.to_owned(), target, environment };
        toolchain.build_std()?;
        Ok(toolchain)
    }

    /// Cargo with these arguments, in the project's root folder, for the target. The target comes
    /// after the first argument.
    pub(crate) fn cargo(&self, arguments: &[&str]) -> Command {
        let mut cargo = self.bare_cargo("build");
        let (task, rest) = arguments.split_first().unwrap_or((&"help", &[]));
        cargo.arg(task).args(["--target", self.target]).args(rest);
        cargo.current_dir(program::root());
        cargo
    }

    /// The folder of the programs that Cargo built.
    pub(crate) fn programs(&self, profile: &str) -> PathBuf {
        self.folder.join("build").join(self.target).join(profile)
    }

    fn bare_cargo(&self, folder: &str) -> Command {
        let mut cargo = self.program("cargo");
        cargo.env("CARGO_TARGET_DIR", self.folder.join(folder));
        cargo
    }

    /// A program of the packages, which finds their libraries and the others of them.
    fn program(&self, name: &str) -> Command {
        let programs = self.packages.join("usr/bin");
        let mut path = vec![programs.clone()];
        path.extend(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()));
        let mut command = Command::new(programs.join(name));
        for variable in ["RUSTUP_TOOLCHAIN", "RUSTC", "RUSTDOC", "RUSTFLAGS", "CARGO"] {
            command.env_remove(variable);
        }
        command.env("PATH", std::env::join_paths(path).unwrap_or_default());
        let libraries = format!("usr/lib/{}-linux-gnu", std::env::consts::ARCH);
        command.env("LD_LIBRARY_PATH", self.packages.join(libraries));
        command.envs(self.environment.iter().map(|(name, value)| (name, value)));
        command
    }

    /// Builds the standard library into the folder in which the compiler looks for it.
    fn build_std(&self) -> Result<(), Error> {
        let libraries = self.packages.join("usr/lib/rustlib").join(self.target).join("lib");
        if mark(&libraries).exists() {
            return Ok(());
        }
        terminal::note(&format!("building Rust's standard library for {}", self.target));
        let source = self.source()?;
        let mut cargo = self.bare_cargo("std");
        cargo.args(["build", "--manifest-path"]).arg(source.join("sysroot/Cargo.toml"));
        cargo.args(["--profile", "dist", "--target", self.target, "--quiet"]);
        cargo.args(["--features", "backtrace,panic-unwind"]).current_dir(&source);
        // The library uses features that only the compiler's own build may use.
        cargo.env("RUSTC_BOOTSTRAP", "1").env("RUSTFLAGS", "-Zforce-unstable-if-unmarked");
        program::run(&mut cargo)?;

        fs::create_dir_all(&libraries).context(libraries.display())?;
        let built = self.folder.join("std").join(self.target).join("dist/deps");
        for entry in fs::read_dir(&built).context(built.display())? {
            let file = entry?.path();
            if file.extension().is_some_and(|extension| extension == "rlib") {
                let name = file.file_name().unwrap_or_default();
                fs::copy(&file, libraries.join(name)).context(file.display())?;
            }
        }
        if self.target.ends_with("windows-gnu") {
            self.build_start_objects(&source, &libraries)?;
        }
        fs::write(mark(&libraries), "").context(libraries.display())
    }

    /// The objects that a program for Windows begins and ends with.
    fn build_start_objects(&self, source: &Path, libraries: &Path) -> Result<(), Error> {
        for name in ["rsbegin", "rsend"] {
            let mut rustc = self.program("rustc");
            rustc.args(["--edition", "2021", "--target", self.target]);
            rustc.args(["--crate-type", "rlib", "--emit=obj", "-o"]);
            rustc.arg(libraries.join(name).with_extension("o"));
            rustc.arg(source.join("rtstartup").join(name).with_extension("rs"));
            program::run(rustc.env("RUSTC_BOOTSTRAP", "1"))?;
        }
        Ok(())
    }

    /// The folder `library` of Rust's source. Its name has the compiler's version.
    fn source(&self) -> Result<PathBuf, Error> {
        let sources = self.packages.join("usr/src");
        let mut folders = fs::read_dir(&sources).context(sources.display())?.flatten();
        folders
            .find(|folder| folder.file_name().to_string_lossy().starts_with("rustc-"))
            .map(|folder| folder.path().join("library"))
            .ok_or_else(|| Error::new("Debian's package has no source of Rust"))
    }
}

/// Where the packages are unpacked: once, for all targets.
fn packages() -> PathBuf {
    program::target().join("windows/rust")
}

/// The file that is written last: without it the folder is not complete.
fn mark(folder: &Path) -> PathBuf {
    folder.join("complete")
}

pub(super) fn is_unpacked() -> bool {
    mark(&packages()).exists()
}

pub(super) fn can_be_downloaded() -> bool {
    system::update().and_then(|()| with_dependencies()).is_ok()
}

/// Downloads the packages, and those of their dependencies that are not installed, and unpacks them.
fn unpack(folder: &Path) -> Result<(), Error> {
    if mark(folder).exists() {
        return Ok(());
    }
    terminal::note(&format!(
        "downloading Debian's Rust (about 150 MB, 900 MB unpacked): {}",
        PACKAGES.join(" ")
    ));
    let downloads = folder.join("packages");
    fs::create_dir_all(&downloads).context(downloads.display())?;
    system::update()?;
    let names = with_dependencies()?;
    let mut download = Command::new("apt-get");
    program::run(download.args(["download", "-qq"]).args(names).current_dir(&downloads))?;
    for entry in fs::read_dir(&downloads).context(downloads.display())? {
        let package = entry?.path();
        program::run(Command::new("dpkg-deb").arg("-x").arg(&package).arg(folder))?;
    }
    fs::remove_dir_all(&downloads).context(downloads.display())?;
    fs::write(mark(folder), "").context(folder.display())
}

/// The packages that apt would install.
fn with_dependencies() -> Result<Vec<String>, Error> {
    let mut simulate = Command::new("apt-get");
    simulate.args(["install", "--simulate", "--no-install-recommends"]).args(PACKAGES);
    let lines = program::output(&mut simulate)?;
    let installed = lines.lines().filter_map(|line| line.strip_prefix("Inst "));
    Ok(installed.filter_map(|rest| rest.split(' ').next()).map(str::to_owned).collect())
}
