//! The folder in which everything that the program writes stays: its home, and what it tells the
//! driver.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::error::{Context, Error};

/// Far more than a program needs to be told an address.
const PATIENCE: Duration = Duration::from_mins(1);

/// A folder that the program takes for the person's own, until this is dropped.
#[derive(Debug)]
pub(crate) struct Home(TempDir);

impl Home {
    /// A new one, with these files in `KEYDESK_HOME`.
    pub(crate) fn with(files: &[(String, String)]) -> Result<Self, Error> {
        let home = Self(tempfile::Builder::new().prefix("keydesk-home-").tempdir()?);
        let data_folder = home.data_folder();
        fs::create_dir(&data_folder)?;
        for (name, text) in files {
            fs::write(data_folder.join(name), text)?;
        }
        Ok(home)
    }

    /// `HOME`.
    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    /// `KEYDESK_HOME`.
    pub(crate) fn data_folder(&self) -> PathBuf {
        self.path().join("keydesk")
    }

    /// Where the drivers print.
    pub(crate) fn driver_output(&self) -> Result<File, Error> {
        Ok(File::create(self.path().join("driver-output"))?)
    }

    /// All that the program has printed, on both streams.
    pub(crate) fn output(&self) -> Result<String, Error> {
        fs::read_to_string(self.output_file()).context("the program's output")
    }

    /// The process of the program.
    pub(crate) fn process(&self) -> Result<u32, Error> {
        let number = fs::read_to_string(self.process_file()).context("the program's process")?;
        number.trim().parse().context("the program's process")
    }

    /// When the program was started, as the system's clock showed it.
    pub(crate) fn started_at(&self) -> Result<Duration, Error> {
        let file = fs::metadata(self.process_file())?;
        file.modified()?.duration_since(std::time::UNIX_EPOCH).context("the program's start")
    }

    /// Waits until an address was opened, and takes the last one.
    pub(crate) async fn opened_address(&self) -> Result<String, Error> {
        let begun = Instant::now();
        loop {
            let opened = fs::read_to_string(self.opened_file()).unwrap_or_default();
            if let Some(last) = opened.lines().last().filter(|_| opened.ends_with('\n')) {
                let last = last.to_owned();
                fs::remove_file(self.opened_file())?;
                return Ok(last);
            }
            if begun.elapsed() > PATIENCE {
                return Err(Error::new("nothing was opened"));
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }

    /// The drivers throw away what the program prints. This goes between: it keeps the output and
    /// the process's number, and becomes the program.
    pub(crate) fn write_starter(
        &self,
        program: &Path,
        watcher: Option<&str>,
    ) -> Result<PathBuf, Error> {
        let script = format!(
            "#!/bin/sh\necho $$ >'{}'\nexec {} '{}' \"$@\" >>'{}' 2>&1\n",
            self.process_file().display(),
            watcher.unwrap_or_default(),
            program.display(),
            self.output_file().display(),
        );
        let path = self.path().join("start");
        fs::write(&path, script)?;
        make_executable(&path)?;
        Ok(path)
    }

    /// Stands first in the program's PATH, and keeps the addresses that would be opened: no test
    /// opens a browser or a mail program.
    pub(crate) fn write_opener(&self) -> Result<PathBuf, Error> {
        let folder = self.path().join("bin");
        fs::create_dir_all(&folder)?;
        let opener = folder.join("xdg-open");
        let script = format!("#!/bin/sh\necho \"$1\" >>'{}'\n", self.opened_file().display());
        fs::write(&opener, script)?;
        make_executable(&opener)?;
        Ok(folder)
    }

    fn opened_file(&self) -> PathBuf {
        self.path().join("opened")
    }

    fn output_file(&self) -> PathBuf {
        self.path().join("output")
    }

    fn process_file(&self) -> PathBuf {
        self.path().join("process")
    }
}

#[cfg(unix)]
fn make_executable(file: &Path) -> Result<(), Error> {
    use std::os::unix::fs::PermissionsExt;
    Ok(fs::set_permissions(file, fs::Permissions::from_mode(0o700))?)
}

#[cfg(not(unix))]
fn make_executable(_file: &Path) -> Result<(), Error> {
    Ok(())
}
