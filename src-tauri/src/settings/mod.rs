//! The file `settings.json`. It is small enough to be read before the first paint. Each change writes
//! a new file and renames it, so a crash leaves the old file or the new one. A file that can't be read is
//! kept beside it.

mod stored;

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use keydesk_core::model::{Failure, Mode};
use keydesk_core::store::{private_file, replace_file};

use self::stored::Stored;
use crate::policy::Policy;
use crate::view::{Presenter, Settings, TextSize};

/// The settings and their file. A change that can't be written does not take effect, so the window,
/// the file and the service always agree.
#[derive(Debug)]
pub(crate) struct SettingsFile {
    path: PathBuf,
    stored: Mutex<Stored>,
    /// Overrides the stored mode until the person chooses one. Never stored.
    start: Mutex<Option<Mode>>,
    /// Where the file lies that could not be read at this start.
    kept_aside: Option<PathBuf>,
    policy: Policy,
    /// Held during a change: two changes that start from the same settings would undo each other.
    changing: Mutex<()>,
}

impl SettingsFile {
    /// Reads the file. If it is missing or damaged, the settings are those of the first start, and a damaged
    /// file is kept under another name. `start` overrides the stored mode. Blocks.
    pub(crate) fn open(path: PathBuf, start: Option<Mode>) -> Self {
        let (stored, kept_aside) = match read(&path) {
            Ok(stored) => (stored, None),
            Err(error) if error.kind() == io::ErrorKind::NotFound => (Stored::default(), None),
            Err(error) => {
                tracing::warn!(kind = ?error.kind(), "the settings can't be read");
                (Stored::default(), keep_aside(&path))
            }
        };
        Self {
            path,
            kept_aside,
            stored: Mutex::new(stored),
            start: Mutex::new(start),
            policy: Policy::none(),
            changing: Mutex::default(),
        }
    }

    /// The same under a policy: what it closes is not used, and stays in the file.
    pub(crate) fn under(self, policy: Policy) -> Self {
        Self { policy, ..self }
    }

    /// The chosen mode. `None` until the person has chosen one that the policy allows.
    pub(crate) fn mode(&self) -> Option<Mode> {
        let is_allowed = |mode: &Mode| self.policy.check_mode(*mode).is_ok();
        self.chosen_modes().into_iter().flatten().find(is_allowed)
    }

    /// The chosen mode, or practice, in which nothing can be lost.
    pub(crate) fn mode_or_practice(&self) -> Mode {
        self.mode().or_else(|| self.policy.modes().first().copied()).unwrap_or(Mode::Practice)
    }

    /// Fails with `forbidden_by_policy` if the person has chosen a mode that the policy has closed since.
    pub(crate) fn check_chosen_mode(&self) -> Result<(), Failure> {
        if self.mode().is_some() {
            return Ok(());
        }
        self.chosen_modes().into_iter().flatten().try_for_each(|mode| self.policy.check_mode(mode))
    }

    /// Those of this start and of the file.
    fn chosen_modes(&self) -> [Option<Mode>; 2] {
        [*lock(&self.start), lock(&self.stored).mode]
    }

    /// The full path of the file that could not be read at this start. `None` if the settings were read.
    pub(crate) fn kept_aside(&self) -> Option<String> {
        self.kept_aside.as_ref().map(|path| path.display().to_string())
    }

    /// The settings that count now.
    pub(crate) fn settings(&self) -> Settings {
        let settings = lock(&self.stored).settings.clone();
        let language =
            self.policy.language(settings.language.as_deref(), sys_locale::get_locales());
        Settings { language: language.or(settings.language), ..settings }
    }

    pub(crate) fn presenter(&self) -> Option<Presenter> {
        lock(&self.stored).presenter.clone()
    }

    /// The text size of presenter view. `None` while it is off, which it always is outside practice.
    pub(crate) fn presenter_text_size(&self) -> Option<TextSize> {
        let presenter = self.presenter().filter(|presenter| presenter.on)?;
        (self.mode() == Some(Mode::Practice)).then_some(presenter.text_size)
    }

    /// The text size that the windows have now.
    pub(crate) fn text_size(&self) -> TextSize {
        self.presenter_text_size().unwrap_or_else(|| self.settings().text_size)
    }

    /// Writes the mode. Blocks until it is on the disk. While the policy can't be used, the choice counts for this start
    /// only: the next one after it was mended is as before.
    pub(crate) fn choose_mode(&self, mode: Mode) -> Result<(), Failure> {
        if self.policy.is_broken() {
            *lock(&self.start) = Some(mode);
            return Ok(());
        }
        self.change(|stored| stored.mode = Some(mode))?;
        *lock(&self.start) = None;
        Ok(())
    }

    /// Writes the settings, with their times bounded. Blocks until they are on the disk. A language that the policy has
    /// decided on does not replace the person's.
    pub(crate) fn save(&self, mut settings: Settings) -> Result<(), Failure> {
        let is_decided = settings.language == self.settings().language;
        self.change(|stored| {
            if is_decided {
                settings.language.clone_from(&stored.settings.language);
            }
            stored.settings = settings.bounded();
        })
    }

    /// Writes the state of presenter view. Blocks until it is on the disk.
    pub(crate) fn save_presenter(&self, presenter: Presenter) -> Result<(), Failure> {
        self.change(|stored| stored.presenter = Some(presenter))
    }

    fn change(&self, change: impl FnOnce(&mut Stored)) -> Result<(), Failure> {
        let _changing = lock(&self.changing);
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

fn read(path: &Path) -> io::Result<Stored> {
    private_file(path)?;
    Stored::from_json(&std::fs::read(path)?)
}

fn write(path: &Path, stored: &Stored) -> io::Result<()> {
    replace_file(path, &stored.to_json()?)
}

/// Gives an unreadable file another name, so that the next change does not replace it. Copies it if another
/// program holds it. Returns the new path.
fn keep_aside(path: &Path) -> Option<PathBuf> {
    let name = |number| {
        let mut name = path.as_os_str().to_owned();
        name.push(format!(".unreadable-{number}"));
        PathBuf::from(name)
    };
    let free = (1..1000).map(name).find(|path| !path.exists())?;
    let kept = std::fs::rename(path, &free).or_else(|_| std::fs::copy(path, &free).map(drop));
    kept.inspect_err(|error| {
        tracing::warn!(kind = ?error.kind(), "the unreadable settings can't be kept");
    })
    .ok()
    .map(|()| free)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_chosen_mode_and_settings_are_there_at_the_next_start() {
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

    #[cfg(unix)]
    #[test]
    fn settings_that_others_could_read_are_closed_to_them() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.json");
        SettingsFile::open(path.clone(), None).choose_mode(Mode::Live).unwrap();
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o644)).unwrap();
        assert_eq!(SettingsFile::open(path.clone(), None).mode(), Some(Mode::Live));
        assert_eq!(path.metadata().unwrap().permissions().mode() & 0o777, 0o600);
    }

    #[test]
    fn a_mode_of_the_environment_variable_is_not_stored() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.json");
        SettingsFile::open(path.clone(), None).choose_mode(Mode::Live).unwrap();
        let started = SettingsFile::open(path.clone(), Some(Mode::Practice));
        started.save(Settings::default()).unwrap();
        assert_eq!(started.mode(), Some(Mode::Practice));
        assert_eq!(SettingsFile::open(path, None).mode(), Some(Mode::Live));
    }

    #[test]
    fn presenter_view_has_its_own_text_size_and_is_on_in_practice_only() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.json");
        let presenter = Presenter { on: true, ..Presenter::default() };
        let first = SettingsFile::open(path.clone(), Some(Mode::Practice));
        first.save_presenter(presenter.clone()).unwrap();

        let next = |mode| SettingsFile::open(path.clone(), Some(mode));
        assert_eq!(next(Mode::Practice).presenter(), Some(presenter));
        assert_eq!(next(Mode::Practice).text_size(), TextSize::from(150));
        assert_eq!(next(Mode::Practice).settings(), Settings::default());
        assert_eq!(next(Mode::Live).presenter_text_size(), None);
        assert_eq!(next(Mode::Live).text_size(), TextSize::default());
    }

    #[test]
    fn simultaneous_changes_do_not_undo_each_other() {
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
    fn a_damaged_file_gives_the_settings_of_the_first_start() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.json");
        std::fs::write(&path, "{\"mode\":").unwrap();
        let opened = SettingsFile::open(path, None);
        assert_eq!((opened.mode(), opened.settings()), (None, Settings::default()));
    }

    #[test]
    fn a_damaged_file_is_kept_and_the_first_start_after_it_says_where() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.json");
        for (text, name) in [("{one", "unreadable-1"), ("{two", "unreadable-2")] {
            std::fs::write(&path, text).unwrap();
            let opened = SettingsFile::open(path.clone(), None);
            let kept = opened.kept_aside().unwrap();
            assert!(kept.ends_with(&format!("settings.json.{name}")), "{kept}");
            opened.choose_mode(Mode::Live).unwrap();
            assert_eq!(std::fs::read_to_string(kept).unwrap(), text);
            let next = SettingsFile::open(path.clone(), None);
            assert_eq!((next.kept_aside(), next.mode()), (None, Some(Mode::Live)));
        }
        assert_eq!(SettingsFile::open(folder.path().join("none.json"), None).kept_aside(), None);
    }

    #[test]
    fn a_change_that_cannot_be_written_fails_and_does_not_take_effect() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("file");
        std::fs::write(&file, "").unwrap();
        let settings = SettingsFile::open(file.join("settings.json"), None);
        assert_eq!(settings.choose_mode(Mode::Live), Err(Failure::StoreUnwritable));
        assert_eq!(settings.mode(), None);
    }
}
