//! The programs under a desktop that say on their standard output when they are ready.

use std::ffi::OsString;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use crate::error::{Context, Error};
use crate::process::Running;

/// Larger than the window in its opening size, so that no part of it is cut off; and the size at
/// which WCAG wants to see 400 %.
const SCREEN: &str = "1280x1024x24";

/// A virtual screen, and its number.
pub(crate) fn start_screen() -> Result<(Running, u32), Error> {
    let (screen, number) = start_and_hear(Command::new("Xvfb").args([
        "-displayfd",
        "1",
        "-screen",
        "0",
        SCREEN,
        "-nolisten",
        "tcp",
        "-noreset",
    ]))?;
    let number = number.parse().context("Xvfb's display number")?;
    Ok((screen, number))
}

/// A bus and its address. It starts no programs by itself: whatever is not on the desktop stays absent.
pub(crate) fn start_bus(folder: &Path) -> Result<(Running, String), Error> {
    let config = folder.join("bus.conf");
    fs::write(
        &config,
        format!(
            r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-BUS Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir={}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"#,
            folder.join("runtime").display()
        ),
    )?;
    let mut option = OsString::from("--config-file=");
    option.push(&config);
    start_and_hear(Command::new("dbus-daemon").arg(option).args(["--nofork", "--print-address=1"]))
}

/// Starts a program that says one line on its standard output when it is ready.
fn start_and_hear(command: &mut Command) -> Result<(Running, String), Error> {
    let program = command.get_program().to_string_lossy().into_owned();
    let mut running =
        Running::start(command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()))?;
    let mut line = String::new();
    if let Some(said) = running.child().stdout.take() {
        BufReader::new(said).read_line(&mut line)?;
    }
    match line.trim() {
        "" => Err(Error::new(format!("{program} ended before it was ready"))),
        said => Ok((running, said.to_owned())),
    }
}
