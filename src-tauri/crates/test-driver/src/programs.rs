//! The programs of a desktop that print a line when they are ready.

use std::ffi::OsString;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use crate::error::Error;
use crate::process::Running;

/// Starts a message bus and gives its address. The bus starts no services by itself, so that only those exist
/// that the desktop starts.
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
    start_and_read_line(
        Command::new("dbus-daemon").arg(option).args(["--nofork", "--print-address=1"]),
    )
}

/// Starts a program and waits for the line that it prints when it is ready.
pub(crate) fn start_and_read_line(command: &mut Command) -> Result<(Running, String), Error> {
    let program = command.get_program().to_string_lossy().into_owned();
    let mut running =
        Running::start(command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()))?;
    let mut line = String::new();
    if let Some(stdout) = running.child().stdout.take() {
        BufReader::new(stdout).read_line(&mut line)?;
    }
    match line.trim() {
        "" => Err(Error::new(format!("{program} ended before it was ready"))),
        line => Ok((running, line.to_owned())),
    }
}
