//! Wine, in which programs of Windows run.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use test_driver::{Context, Desktop, Error};

use crate::{program, terminal};

/// Exports `ProcessPrng`. Every Rust program imports it from this library, which Wine 8 lacks.
const RANDOM_SOURCE: &str = r"
#include <windows.h>
#include <ntsecapi.h>

BOOL WINAPI ProcessPrng(PBYTE bytes, SIZE_T length) {
  while (length > 0) {
    ULONG part = length > 0x10000 ? 0x10000 : (ULONG)length;
    if (!RtlGenRandom(bytes, part)) return FALSE;
    bytes += part;
    length -= part;
  }
  return TRUE;
}
";
const RANDOM_LIBRARY: &str = "bcryptprimitives.dll";

/// A prefix, Wine's folder with a `C:` drive and a registry, on a virtual screen.
#[derive(Debug)]
pub(super) struct Wine {
    prefix: PathBuf,
    desktop: Desktop,
}

impl Wine {
    /// Makes the prefix if it is missing.
    pub(super) fn start(prefix: &Path) -> Result<Self, Error> {
        let wine = Self { prefix: prefix.to_owned(), desktop: Desktop::without_keychain()? };
        let library = wine.drive().join("windows/system32").join(RANDOM_LIBRARY);
        if library.exists() {
            return Ok(wine);
        }
        terminal::note("making a prefix of Wine");
        fs::create_dir_all(prefix).context(prefix.display())?;
        program::run(wine.environment(Command::new("wineboot").arg("--init")))?;
        build_random_library(prefix, &library)?;
        Ok(wine)
    }

    /// A program of Windows with these arguments. `Z:` is the root folder of this computer.
    pub(super) fn command(&self, program: &Path) -> Command {
        let mut command = Command::new("wine");
        self.environment(command.arg(program));
        command
    }

    /// The folder that is `C:`.
    pub(super) fn drive(&self) -> PathBuf {
        self.prefix.join("drive_c")
    }

    fn environment<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        command
            .envs(self.desktop.environment(&self.prefix))
            .env("WINEPREFIX", &self.prefix)
            .env("WINEDEBUG", "-all")
            // Neither .NET nor Internet Explorer: Wine would offer to download them.
            .env("WINEDLLOVERRIDES", "mscoree,mshtml=")
            // `LD_LIBRARY_PATH` of another program must not reach Wine.
            .env_remove("LD_LIBRARY_PATH")
    }
}

impl Drop for Wine {
    /// Ends what still runs in the prefix.
    fn drop(&mut self) {
        let mut server = Command::new("wineserver");
        let _ = program::output(self.environment(server.arg("--kill")));
    }
}

fn build_random_library(folder: &Path, library: &Path) -> Result<(), Error> {
    let source = folder.join("random.c");
    fs::write(&source, RANDOM_SOURCE).context(source.display())?;
    let mut compiler = Command::new("x86_64-w64-mingw32-gcc");
    compiler.args(["-shared", "-O2", "-o"]).arg(library).arg(&source).arg("-ladvapi32");
    program::run(&mut compiler)
}
