//! Compiling for macOS. The result can't be linked or run on Debian.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use test_driver::{Context, Error};

use super::{Toolchain, linker_variable};
use crate::program;
use crate::setup::ZIG;

const TARGET: &str = "aarch64-apple-darwin";

/// Compiles C code with zig, which has the headers of macOS's C library. Drops the options with which
/// crates choose the target, because zig names targets in another way. Objective-C needs the headers of
/// Apple's frameworks, which zig has not: an empty file takes its place, because nothing is linked.
const C_COMPILER: &str = r#"#!/bin/sh
unset LD_LIBRARY_PATH
is_value=
for argument; do
  shift
  if [ "$is_value" ]; then is_value=; continue; fi
  case $argument in
    -arch) is_value=yes ;;
    --target=*|-mmacosx-version-min=*) ;;
    *.m) set -- "$@" -x c /dev/null ;;
    *) set -- "$@" "$argument" ;;
  esac
done
exec "{zig}" {command} -target aarch64-macos.11.0 "$@"
"#;

const ARCHIVER: &str = r#"#!/bin/sh
unset LD_LIBRARY_PATH
exec "{zig}" {command} "$@"
"#;

/// Installs what is missing and checks all crates and all tests with Clippy for macOS.
pub(crate) fn lint() -> Result<(), Error> {
    ZIG.install()?;
    let folder = program::target().join("macos");
    let mut environment = write_wrappers(&folder.join("bin"))?;
    // Without the variable rustc looks for Xcode and warns. Nothing is linked, so any folder will do.
    environment.push(("SDKROOT".to_owned(), folder.clone()));
    super::lint(&Toolchain::install(TARGET, &folder, environment)?)
}

/// Writes a script for each of zig's tools, and returns the variables that name them.
fn write_wrappers(folder: &Path) -> Result<Vec<(String, PathBuf)>, Error> {
    fs::create_dir_all(folder).context(folder.display())?;
    let zig = zig()?;
    let mut variables = Vec::new();
    // rustc reads from the linker's name which kind of linker it is: a C compiler's ends with `-cc`.
    for (variable, name, script, command) in [
        ("CC", "zig-cc", C_COMPILER, "cc"),
        ("CXX", "zig-c++", C_COMPILER, "c++"),
        ("AR", "zig-ar", ARCHIVER, "ar"),
        ("RANLIB", "zig-ranlib", ARCHIVER, "ranlib"),
    ] {
        let file = folder.join(name);
        let text = script.replace("{zig}", &zig.to_string_lossy()).replace("{command}", command);
        fs::write(&file, text).context(file.display())?;
        program::run(Command::new("chmod").arg("+x").arg(&file))?;
        variables.push((format!("{variable}_{}", TARGET.replace('-', "_")), file));
    }
    variables.push((linker_variable(TARGET), folder.join("zig-cc")));
    Ok(variables)
}

/// The program of the Python package, whose folder has Python's version in its name.
fn zig() -> Result<PathBuf, Error> {
    let libraries = ZIG.file("lib");
    let folders = fs::read_dir(&libraries).context(libraries.display())?.flatten();
    folders
        .map(|folder| folder.path().join("site-packages/ziglang/zig"))
        .find(|zig| zig.exists())
        .ok_or_else(|| Error::new("the package ziglang has no program zig"))
}
