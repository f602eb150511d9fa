//! `settings.json`: small enough to be read before the first paint, written whole or not at all.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::{Deserialize, Serialize};

use keydesk_core::model::{Failure, Mode};
use keydesk_core::store::private_folder;

use crate::view::{Presenter, Settings, TextSize};

/// The settings and the file behind them. What can't be written isn't adopted, so that window, file
/// and service never disagree.
#[derive(Debug)]
pub(crate) struct SettingsFile {
    path: PathBuf,
    stored: Mutex<Stored>,
    /// Overrules the stored mode until one is chosen, and is never stored itself.
    start: Mutex<Option<Mode>>,
    /// One change at a time: two that began with the same file would undo each other.
    changing: Mutex<()>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
struct Stored {
    mode: Option<Mode>,
    #[serde(flatten)]
    settings: Settings,
    presenter: Option<Presenter>,
}

impl SettingsFile {
    /// Reads the file. A missing or damaged one means: as on the first start. `start` overrules
    /// the mode that is stored.
    pub(crate) fn open(path: PathBuf, start: Option<Mode>) -> Self {
        let stored = std::fs::read(&path)
            .ok()
            .and_then(|text| serde_json::from_slice(&text).ok())
            .unwrap_or_default();
        Self {
            path,
            stored: Mutex::new(stored),
            start: Mutex::new(start),
            changing: Mutex::default(),
        }
    }

    pub(crate) fn mode(&self) -> Option<Mode> {
        lock(&self.start).or(lock(&self.stored).mode)
    }

    pub(crate) fn settings(&self) -> Settings {
        lock(&self.stored).settings.clone()
    }

    pub(crate) fn presenter(&self) -> Option<Presenter> {
        lock(&self.stored).presenter.clone()
    }

    /// The text size of presenter view while it is on; it is never on outside practice.
    pub(crate) fn presented(&self) -> Option<TextSize> {
        let presenter = self.presenter().filter(|presenter| presenter.on)?;
        (self.mode() == Some(Mode::Practice)).then_some(presenter.text_size)
    }

    /// How large everything is now.
    pub(crate) fn text_size(&self) -> TextSize {
        self.presented().unwrap_or_else(|| self.settings().text_size)
    }

    /// Writes the mode. Blocks until it is on the disk.
    pub(crate) fn choose_mode(&self, mode: Mode) -> Result<(), Failure> {
        self.change(|stored| stored.mode = Some(mode))?;
        *lock(&self.start) = None;
        Ok(())
    }

    /// Writes the settings. Blocks until they are on the disk.
    pub(crate) fn save(&self, settings: Settings) -> Result<(), Failure> {
        self.change(|stored| stored.settings = settings)
    }

    /// Writes how presenter view stands. Blocks until it is on the disk.
    pub(crate) fn keep_presenter(&self, presenter: Presenter) -> Result<(), Failure> {
        self.change(|stored| stored.presenter = Some(presenter))
    }

    fn change(&self, change: impl FnOnce(&mut Stored)) -> Result<(), Failure> {
        let _one_at_a_time = lock(&self.changing);
        let mut changed = lock(&self.stored).clone();
        change(&mut changed);
        write(&self.path, &changed).map_err(|error| {
            tracing::error!(kind = ?error.kind(), "the settings can't be written");
            Failure::StoreUnwritable
        })?;
        *lock(&self.stored) = changed;
        Ok(())
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn write(path: &Path, stored: &Stored) -> std::io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    private_folder(folder)?;
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(&serde_json::to_vec_pretty(stored)?)?;
    file.as_file().sync_all()?;
    file.persist(path)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_chosen_is_there_at_the_next_start() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("new/settings.json");
        let settings = Settings { language: Some("uk".to_owned()), ..Settings::default() };
        let first = SettingsFile::open(path.clone(), None);
        first.choose_mode(Mode::Practice).unwrap();
        first.save(settings.clone()).unwrap();

        let second = SettingsFile::open(path.clone(), None);
        assert_eq!((second.mode(), second.settings()), (Some(Mode::Practice), settings));
        assert_eq!(SettingsFile::open(path, Some(Mode::Live)).mode(), Some(Mode::Live));
    }

    #[test]
    fn a_start_in_practice_for_once_is_not_remembered() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.json");
        SettingsFile::open(path.clone(), None).choose_mode(Mode::Live).unwrap();
        let once = SettingsFile::open(path.clone(), Some(Mode::Practice));
        once.save(Settings::default()).unwrap();
        assert_eq!(once.mode(), Some(Mode::Practice));
        assert_eq!(SettingsFile::open(path, None).mode(), Some(Mode::Live));
    }

    #[test]
    fn presenter_view_has_its_own_text_size_and_is_there_in_practice_only() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.json");
        let presenter = Presenter { on: true, ..Presenter::default() };
        let first = SettingsFile::open(path.clone(), Some(Mode::Practice));
        first.keep_presenter(presenter.clone()).unwrap();

        let next = |mode| SettingsFile::open(path.clone(), Some(mode));
        assert_eq!(next(Mode::Practice).presenter(), Some(presenter));
        assert_eq!(next(Mode::Practice).text_size(), TextSize::from(150));
        assert_eq!(next(Mode::Practice).settings(), Settings::default());
        assert_eq!(next(Mode::Live).presented(), None);
        assert_eq!(next(Mode::Live).text_size(), TextSize::default());
    }

    #[test]
    fn changes_made_at_once_do_not_undo_each_other() {
        let folder = tempfile::tempdir().unwrap();
        let file = SettingsFile::open(folder.path().join("settings.json"), None);
        for mode in [Mode::Live, Mode::Practice].into_iter().cycle().take(40) {
            let clipboard_seconds = 15 + u32::from(mode == Mode::Live);
            let settings = Settings { clipboard_seconds, ..Settings::default() };
            std::thread::scope(|scope| {
                scope.spawn(|| file.choose_mode(mode).unwrap());
                scope.spawn(|| file.save(settings.clone()).unwrap());
            });
            assert_eq!((file.mode(), file.settings()), (Some(mode), settings));
        }
    }

    #[test]
    fn a_damaged_file_is_a_first_start() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.json");
        std::fs::write(&path, "{\"mode\":").unwrap();
        let opened = SettingsFile::open(path, None);
        assert_eq!((opened.mode(), opened.settings()), (None, Settings::default()));
    }

    #[test]
    fn what_cannot_be_written_is_said_and_not_adopted() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("file");
        std::fs::write(&file, "").unwrap();
        let settings = SettingsFile::open(file.join("settings.json"), None);
        assert_eq!(settings.choose_mode(Mode::Live), Err(Failure::StoreUnwritable));
        assert_eq!(settings.mode(), None);
    }
}
