//! The checks of the packages: what Debian, Fedora and the desktops say about them.

use std::process::Command;

use test_driver::Error;

use super::Packages;
use crate::program;

/// Fails if one of them finds an error, after all have run. Warnings are printed.
pub(super) fn check(packages: &Packages) -> Result<(), Error> {
    let installed = program::target().join("dist/deb/usr/share");
    let mut lintian = Command::new("lintian");
    lintian.args(["--fail-on", "error"]).arg(&packages.deb);
    let mut rpmlint = Command::new("rpmlint");
    rpmlint.arg("--config").arg(program::root().join("src-tauri/linux/rpmlint.toml"));
    rpmlint.arg(&packages.rpm);
    let mut desktop = Command::new("desktop-file-validate");
    desktop.arg(installed.join("applications/Key Desk.desktop"));
    let mut appstream = Command::new("appstreamcli");
    appstream.args(["validate", "--no-net"]);
    appstream.arg(installed.join("metainfo/app.keydesk.KeyDesk.metainfo.xml"));
    let checks = [lintian, rpmlint, desktop, appstream].map(|mut check| program::run(&mut check));
    let failed: Vec<String> =
        checks.into_iter().filter_map(Result::err).map(|error| error.to_string()).collect();
    if failed.is_empty() { Ok(()) } else { Err(Error::new(failed.join("\n"))) }
}
