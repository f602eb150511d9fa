//! Compiling for Windows and macOS on Debian.
//!
//! rustup downloads the standard library of another system from its server. Debian's package of Rust
//! has the source of the library, so the tasks can build it without that server.

pub(crate) mod macos;
mod toolchain;
pub(crate) mod windows;

use test_driver::Error;

use crate::program;

pub(crate) use toolchain::Toolchain;

/// Why no toolchain can be installed here. `None` if one can.
pub(crate) fn unavailable() -> Option<&'static str> {
    if !program::is_installed("apt-get") || !program::is_installed("dpkg-deb") {
        return Some("the compiler is a package of Debian, and this system has no apt-get");
    }
    let is_available = toolchain::is_unpacked() || toolchain::can_be_downloaded();
    (!is_available).then_some("Debian's packages of the compiler can't be downloaded")
}

/// Checks all crates and all tests with Clippy for the target of this toolchain.
fn lint(toolchain: &Toolchain) -> Result<(), Error> {
    let clippy = ["clippy", "--workspace", "--all-targets", "--locked", "--quiet"];
    program::run(toolchain.cargo(&clippy).args(["--", "-D", "warnings"]))
}

/// The variable that tells Cargo the linker of a target.
fn linker_variable(target: &str) -> String {
    format!("CARGO_TARGET_{}_LINKER", target.replace('-', "_").to_uppercase())
}
