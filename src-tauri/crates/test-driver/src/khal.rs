//! The calendar program khal, which `cargo xtask test` installs.

use std::fs;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

use crate::error::{Context, Error};

/// A calendar of khal, which is deleted when this is dropped.
#[derive(Debug)]
pub struct Khal(TempDir);

impl Khal {
    /// An empty calendar.
    pub fn new() -> Result<Self, Error> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().display();
        let config = format!(
            "[calendars]\n[[keys]]\npath = {path}/keys\ntype = calendar\n\
             [locale]\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\n\
             datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n\
             [default]\ndefault_calendar = keys\n[sqlite]\npath = {path}/khal.db\n"
        );
        fs::create_dir(folder.path().join("keys"))?;
        fs::write(folder.path().join("khal.conf"), config)?;
        Ok(Self(folder))
    }

    /// Imports a calendar file. Events that have the same UID are replaced.
    pub fn import(&self, file: &Path) -> Result<(), Error> {
        let mut khal = self.command();
        khal.args(["import", "--batch"]).arg(file);
        run(khal).map(drop)
    }

    /// The events from a day on, as `2030-08-01`, during this time, as `60d`: title, day and status of each.
    pub fn events(&self, from: &str, during: &str) -> Result<Vec<String>, Error> {
        let mut khal = self.command();
        let format = "{title}|{start-date}|{status}";
        khal.args(["list", "--day-format", "", "--format", format, from, during]);
        let lines = run(khal)?;
        let lines = lines.lines().map(str::trim).filter(|line| !line.is_empty());
        Ok(lines.map(str::to_owned).collect())
    }

    fn command(&self) -> Command {
        let mut khal = Command::new("khal");
        khal.arg("-c").arg(self.0.path().join("khal.conf"));
        khal.env("HOME", self.0.path()).env("LC_ALL", "C.UTF-8").env_remove("XDG_CONFIG_HOME");
        khal
    }
}

/// Runs khal to its end and returns what it printed.
fn run(mut khal: Command) -> Result<String, Error> {
    let done = khal.output().context("khal")?;
    if !done.status.success() {
        return Err(Error::new(format!("khal: {}", String::from_utf8_lossy(&done.stderr))));
    }
    Ok(String::from_utf8_lossy(&done.stdout).into_owned())
}
