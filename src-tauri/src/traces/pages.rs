//! The log on the disk: three files of at most one mebibyte, which only their owner can read.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::PathBuf;

use keydesk_core::store::private_folder;

/// From the one that is written to the oldest.
const PAGES: [&str; 3] = ["keydesk.log", "keydesk.1.log", "keydesk.2.log"];
/// In bytes.
const FULL: u64 = 1024 * 1024;

/// The files. Opened when the first line comes, so that an app without anything to say leaves none.
#[derive(Debug)]
pub(super) struct Pages {
    folder: PathBuf,
    full: u64,
    open: Option<Page>,
}

#[derive(Debug)]
struct Page {
    file: File,
    length: u64,
}

impl Pages {
    pub(super) fn in_folder(folder: PathBuf) -> Self {
        Self { folder, full: FULL, open: None }
    }

    /// Adds a line, on a new page if the open one is full. A line that can't be written is lost; the
    /// next one tries anew.
    pub(super) fn add(&mut self, line: &[u8]) -> io::Result<()> {
        let mut page = match self.open.take() {
            Some(page) => page,
            None => self.open_page()?,
        };
        let length = u64::try_from(line.len()).unwrap_or(u64::MAX);
        if page.length > 0 && page.length.saturating_add(length) > self.full {
            drop(page);
            self.turn()?;
            page = self.open_page()?;
        }
        page.file.write_all(line)?;
        page.length = page.length.saturating_add(length);
        self.open = Some(page);
        Ok(())
    }

    fn open_page(&self) -> io::Result<Page> {
        private_folder(&self.folder)?;
        let mut options = OpenOptions::new();
        options.append(true).create(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = options.open(self.folder.join(PAGES[0]))?;
        let length = file.metadata()?.len();
        Ok(Page { file, length })
    }

    /// Each page becomes the next older one; the oldest is overwritten.
    fn turn(&self) -> io::Result<()> {
        for pair in PAGES.windows(2).rev() {
            let [younger, older] = [0, 1].map(|place| self.folder.join(pair[place]));
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

    fn pages(full: u64) -> (tempfile::TempDir, Pages) {
        let home = tempfile::tempdir().unwrap();
        let pages = Pages { full, ..Pages::in_folder(home.path().join("logs")) };
        (home, pages)
    }

    #[test]
    fn the_latest_three_pages_are_kept() {
        let (home, mut pages) = pages(10);
        for line in 0..20 {
            pages.add(format!("line {line:02}\n").as_bytes()).unwrap();
        }
        let read = |page: &str| fs::read_to_string(home.path().join("logs").join(page)).unwrap();
        assert_eq!(PAGES.map(read), ["line 19\n", "line 18\n", "line 17\n"]);
        assert_eq!(fs::read_dir(home.path().join("logs")).unwrap().count(), 3);
    }

    #[test]
    fn a_page_is_continued_at_the_next_start() {
        let (home, mut first) = pages(100);
        first.add(b"one\n").unwrap();
        let mut second = Pages::in_folder(home.path().join("logs"));
        second.add(b"two\n").unwrap();
        let written = fs::read(home.path().join("logs/keydesk.log")).unwrap();
        assert_eq!(written, b"one\ntwo\n");
    }

    #[test]
    fn a_line_that_can_not_be_written_is_lost_and_the_next_one_is_not() {
        let (home, mut pages) = pages(100);
        let in_the_way = home.path().join("logs");
        fs::write(&in_the_way, "").unwrap();
        assert!(pages.add(b"lost\n").is_err());
        fs::remove_file(&in_the_way).unwrap();
        pages.add(b"kept\n").unwrap();
        assert_eq!(fs::read(in_the_way.join("keydesk.log")).unwrap(), b"kept\n");
    }

    #[cfg(unix)]
    #[test]
    fn only_its_owner_can_read_the_log() {
        use std::os::unix::fs::PermissionsExt;

        let (home, mut pages) = pages(100);
        pages.add(b"line\n").unwrap();
        let mode = |path| fs::metadata(home.path().join(path)).unwrap().permissions().mode();
        assert_eq!(mode("logs") & 0o777, 0o700);
        assert_eq!(mode("logs/keydesk.log") & 0o777, 0o600);
    }
}
