//! Python programs, each in a virtual environment of the project.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use test_driver::{Context, Error};

use crate::{program, terminal};

/// A virtual environment with exactly the packages that a requirements file names, by hash.
pub(crate) struct PythonEnvironment {
    /// The package that it is for.
    pub(crate) package: &'static str,
    /// The requirements file, from the project's root.
    pub(crate) requirements: &'static str,
}

/// schemathesis checks practice against its `OpenAPI` description.
pub(crate) const SCHEMATHESIS: PythonEnvironment = PythonEnvironment {
    package: "schemathesis",
    requirements: "src-tauri/crates/xtask/src/test/contract/requirements.txt",
};

/// zig compiles C code for macOS.
pub(crate) const ZIG: PythonEnvironment = PythonEnvironment {
    package: "ziglang",
    requirements: "src-tauri/crates/xtask/src/cross/requirements.txt",
};

/// The `CycloneDX` library checks bills of materials against their schema.
pub(crate) const CYCLONEDX: PythonEnvironment = PythonEnvironment {
    package: "cyclonedx",
    requirements: "src-tauri/crates/xtask/src/dist/sbom/requirements.txt",
};

/// zizmor checks the workflows of GitHub Actions.
pub(crate) const ZIZMOR: PythonEnvironment = PythonEnvironment {
    package: "zizmor",
    requirements: "src-tauri/crates/xtask/src/test/workflows/requirements.txt",
};

impl PythonEnvironment {
    /// Its folder.
    pub(crate) fn folder(&self) -> PathBuf {
        program::target().join("python").join(self.package)
    }

    /// Installs the packages. Does it again when the requirements file changes.
    pub(crate) fn install(&self) -> Result<(), Error> {
        let (folder, requirements) = (self.folder(), program::root().join(self.requirements));
        let wanted = fs::read_to_string(&requirements).context(requirements.display())?;
        // This copy is written last: an environment without it is not complete.
        let installed = folder.join("requirements.txt");
        if fs::read_to_string(&installed).is_ok_and(|installed| installed == wanted) {
            return Ok(());
        }
        let package = self.package;
        terminal::note(&format!("installing {package} in a virtual environment, with pip"));
        let mut create = Command::new("python3");
        program::run(create.args(["-m", "venv", "--clear"]).arg(&folder))?;
        let mut pip = Command::new(folder.join("bin/python"));
        pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]);
        program::run(pip.args(["--require-hashes", "--requirement"]).arg(&requirements))?;
        fs::write(&installed, wanted).context(installed.display())
    }

    /// A file of the environment, with `/`.
    pub(crate) fn file(&self, path: impl AsRef<Path>) -> PathBuf {
        self.folder().join(path)
    }
}
