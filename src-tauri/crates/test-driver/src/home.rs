//! The home folder of the program, which holds everything that the program writes and prints.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use tempfile::TempDir;

use crate::error::{Context, Error};
use crate::wait::wait_until;

/// A home folder, which is deleted when this is dropped.
#[derive(Debug)]
pub(crate) struct Home(TempDir);

impl Home {
    /// A new one, with these files in `KEYDESK_HOME`.
    pub(crate) fn with(files: &[(String, Vec<u8>)]) -> Result<Self, Error> {
        let home = Self(tempfile::Builder::new().prefix("keydesk-home-").tempdir()?);
        let data_folder = home.data_folder();
        fs::create_dir(&data_folder)?;
        for (name, content) in files {
            let file = data_folder.join(name);
            fs::create_dir_all(file.parent().unwrap_or(&data_folder))?;
            fs::write(file, content)?;
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

    /// The file that the drivers print into.
    pub(crate) fn driver_log(&self) -> PathBuf {
        self.path().join("driver-output")
    }

    /// All that the program has printed, on both streams.
    pub(crate) fn output(&self) -> Result<String, Error> {
        fs::read_to_string(self.output_file()).context("the program's output")
    }

    /// The process id of the program.
    pub(crate) fn process(&self) -> Result<u32, Error> {
        let number = fs::read_to_string(self.process_file()).context("the program's process id")?;
        number.trim().parse().context("the program's process id")
    }

    /// When the program was started, as the time since 1970 (UTC).
    pub(crate) fn started_at(&self) -> Result<Duration, Error> {
        let file = fs::metadata(self.process_file())?;
        file.modified()?.duration_since(std::time::UNIX_EPOCH).context("the program's start")
    }

    /// Waits until the program has opened an address, and takes the latest one.
    pub(crate) async fn opened_address(&self) -> Result<String, Error> {
        wait_until("an address to be opened", || {
            let opened = fs::read_to_string(self.opened_file()).unwrap_or_default();
            let Some(last) = opened.lines().last().filter(|_| opened.ends_with('\n')) else {
                return Ok(None);
            };
            fs::remove_file(self.opened_file())?;
            Ok(Some(last.to_owned()))
        })
        .await
    }

    /// A script that the drivers start instead of the program, because they discard what the program prints.
    /// It writes down its process id and replaces itself with the program, whose output goes into a file.
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
        #[cfg(unix)]
        make_executable(&path)?;
        Ok(path)
    }

    /// A folder for the beginning of the program's `PATH`. Its `xdg-open` writes addresses into a file and
    /// opens no browser and no mail program.
    pub(crate) fn write_opener(&self) -> Result<PathBuf, Error> {
        let folder = self.path().join("bin");
        fs::create_dir_all(&folder)?;
        let opener = folder.join("xdg-open");
        let script = format!("#!/bin/sh\necho \"$1\" >>'{}'\n", self.opened_file().display());
        fs::write(&opener, script)?;
        #[cfg(unix)]
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
