//! The log on the disk: three files of one mebibyte at most. Only their owner can read them.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::PathBuf;

use keydesk_core::store::{private_file, private_folder};

/// The newest file, which is written, comes first.
const NAMES: [&str; 3] = ["keydesk.log", "keydesk.1.log", "keydesk.2.log"];
/// Bytes.
const MAX_SIZE: u64 = 1024 * 1024;

/// The log files. The first one is created with the first line.
#[derive(Debug)]
pub(super) struct LogFiles {
    folder: PathBuf,
    max_size: u64,
    open: Option<OpenFile>,
}

#[derive(Debug)]
struct OpenFile {
    file: File,
    size: u64,
}

impl LogFiles {
    pub(super) fn in_folder(folder: PathBuf) -> Self {
        Self { folder, max_size: MAX_SIZE, open: None }
    }

    /// Appends a line, to a new file if the current one is full. If it can't be written, it is lost, and
    /// the next line opens the file again.
    pub(super) fn append(&mut self, line: &[u8]) -> io::Result<()> {
        let mut open = match self.open.take() {
            Some(open) => open,
            None => self.open()?,
        };
        let size = u64::try_from(line.len()).unwrap_or(u64::MAX);
        if open.size > 0 && open.size.saturating_add(size) > self.max_size {
            drop(open);
            self.rotate()?;
            open = self.open()?;
        }
        open.file.write_all(line)?;
        open.size = open.size.saturating_add(size);
        self.open = Some(open);
        Ok(())
    }

    fn open(&self) -> io::Result<OpenFile> {
        private_folder(&self.folder)?;
        for name in NAMES {
            private_file(&self.folder.join(name))?;
        }
        let mut options = OpenOptions::new();
        options.append(true).create(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = options.open(self.folder.join(NAMES[0]))?;
        let size = file.metadata()?.len();
        Ok(OpenFile { file, size })
    }

    /// Renames each file to the next older name. The oldest file is overwritten.
    fn rotate(&self) -> io::Result<()> {
        for pair in NAMES.windows(2).rev() {
            let [younger, older] = [0, 1].map(|index| self.folder.join(pair[index]));
            match fs::rename(younger, older) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                _ => {}
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn log_files(max_size: u64) -> (tempfile::TempDir, LogFiles) {
        let home = tempfile::tempdir().unwrap();
        let files = LogFiles { max_size, ..LogFiles::in_folder(home.path().join("logs")) };
        (home, files)
    }

    #[test]
    fn the_latest_three_files_are_kept() {
        let (home, mut files) = log_files(10);
        for line in 0..20 {
            files.append(format!("line {line:02}\n").as_bytes()).unwrap();
        }
        let read = |name: &str| fs::read_to_string(home.path().join("logs").join(name)).unwrap();
        assert_eq!(NAMES.map(read), ["line 19\n", "line 18\n", "line 17\n"]);
        assert_eq!(fs::read_dir(home.path().join("logs")).unwrap().count(), 3);
    }

    #[test]
    fn the_next_start_appends_to_the_same_file() {
        let (home, mut first) = log_files(100);
        first.append(b"one\n").unwrap();
        let mut second = LogFiles::in_folder(home.path().join("logs"));
        second.append(b"two\n").unwrap();
        let written = fs::read(home.path().join("logs/keydesk.log")).unwrap();
        assert_eq!(written, b"one\ntwo\n");
    }

    #[test]
    fn a_line_that_cannot_be_written_is_lost_and_the_next_line_is_not() {
        let (home, mut files) = log_files(100);
        let in_the_way = home.path().join("logs");
        fs::write(&in_the_way, "").unwrap();
        assert!(files.append(b"lost\n").is_err());
        fs::remove_file(&in_the_way).unwrap();
        files.append(b"kept\n").unwrap();
        assert_eq!(fs::read(in_the_way.join("keydesk.log")).unwrap(), b"kept\n");
    }

    #[cfg(unix)]
    #[test]
    fn only_its_owner_can_read_the_log() {
        use std::os::unix::fs::PermissionsExt;

        let (home, mut files) = log_files(100);
        files.append(b"line\n").unwrap();
        let path = |name: &str| home.path().join(name);
        let mode = |name| fs::metadata(path(name)).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode("logs"), mode("logs/keydesk.log")), (0o700, 0o600));
        fs::write(path("logs/keydesk.1.log"), "older").unwrap();
        for (name, open) in
            [("logs", 0o755), ("logs/keydesk.log", 0o644), ("logs/keydesk.1.log", 0o666)]
        {
            fs::set_permissions(path(name), fs::Permissions::from_mode(open)).unwrap();
        }
        LogFiles::in_folder(path("logs")).append(b"after the next start\n").unwrap();
        assert_eq!((mode("logs"), mode("logs/keydesk.log")), (0o700, 0o600));
        assert_eq!(mode("logs/keydesk.1.log"), 0o600);
    }
}
