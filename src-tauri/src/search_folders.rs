//! The folders in which keys can be searched for.
//!
//! The main window names a folder by its number, so it can have no other path read: on Windows, opening a path of
//! another computer would send this person's credentials there.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use serde::Serialize;
use tauri::{AppHandle, Runtime};
use ts_rs::TS;

/// A folder that the person can choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SearchFolder {
    /// Its number.
    pub(crate) number: u32,
    /// Which one of the person's usual folders it is. `null` for another one.
    pub(crate) usual: Option<UsualFolder>,
    /// Its full path.
    pub(crate) path: String,
}

/// A folder that each person has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub(crate) enum UsualFolder {
    Documents,
    Downloads,
    Desktop,
    /// All folders of the person.
    Home,
}

/// The folders that were offered or chosen since the app started.
#[derive(Default)]
pub(crate) struct SearchFolders {
    known: Mutex<Vec<PathBuf>>,
}

impl SearchFolders {
    /// The person's usual folders that exist.
    pub(crate) fn usual(&self) -> Vec<SearchFolder> {
        let usual = [
            (UsualFolder::Documents, dirs::document_dir()),
            (UsualFolder::Downloads, dirs::download_dir()),
            (UsualFolder::Desktop, dirs::desktop_dir()),
            (UsualFolder::Home, dirs::home_dir()),
        ];
        let existing = usual.into_iter().filter_map(|(usual, path)| {
            let path = path.filter(|path| path.is_dir())?;
            Some(self.add(path, Some(usual)))
        });
        let mut folders: Vec<SearchFolder> = existing.collect();
        // On Linux a folder that was not set up is the home folder.
        let home = folders.iter().find(|folder| folder.usual == Some(UsualFolder::Home));
        if let Some(home) = home.map(|home| home.number) {
            let is_home = |folder: &SearchFolder| folder.usual == Some(UsualFolder::Home);
            folders.retain(|folder| folder.number != home || is_home(folder));
        }
        folders
    }

    /// A folder that the person has chosen.
    pub(crate) fn add_chosen(&self, path: PathBuf) -> SearchFolder {
        self.add(path, None)
    }

    /// The paths of the folders with these numbers.
    pub(crate) fn paths(&self, numbers: &[u32]) -> Vec<PathBuf> {
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let path = |number: &u32| known.get(usize::try_from(*number).ok()?).cloned();
        numbers.iter().filter_map(path).collect()
    }

    fn add(&self, path: PathBuf, usual: Option<UsualFolder>) -> SearchFolder {
        let shown = path.display().to_string();
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let at = known.iter().position(|it| *it == path).unwrap_or_else(|| {
            known.push(path);
            known.len() - 1
        });
        SearchFolder { number: u32::try_from(at).unwrap_or(u32::MAX), usual, path: shown }
    }
}

/// The folders that are not searched: the app's own, and those in which systems keep encrypted passwords.
pub(crate) fn skipped(data_folder: &Path) -> Vec<PathBuf> {
    let below = |folder: Option<PathBuf>, names: &[&str]| -> Vec<PathBuf> {
        folder.map(|it| names.iter().map(|name| it.join(name)).collect()).unwrap_or_default()
    };
    let mut skipped = vec![data_folder.to_owned()];
    if cfg!(target_os = "macos") {
        skipped.extend(below(dirs::home_dir(), &["Library/Keychains"]));
    } else if cfg!(windows) {
        skipped.extend(below(dirs::data_dir(), &["Microsoft/Credentials"]));
        skipped.extend(below(dirs::data_local_dir(), &["Microsoft/Credentials"]));
    } else {
        skipped.extend(below(dirs::data_dir(), &["keyrings", "kwalletd"]));
    }
    skipped
}

/// Lets the person choose a folder in a dialog of the system. `None` if they close it without a choice.
#[cfg(target_os = "linux")]
pub(crate) async fn choose<R: Runtime>(app: &AppHandle<R>) -> Option<PathBuf> {
    let (send, chosen) = tokio::sync::oneshot::channel();
    let window = app.clone();
    if let Err(error) = app.run_on_main_thread(move || choose_on_main_thread(&window, send)) {
        tracing::warn!(%error, "the dialog for a folder can't be shown");
    }
    chosen.await.ok().flatten()
}

#[cfg(target_os = "linux")]
fn choose_on_main_thread<R: Runtime>(
    app: &AppHandle<R>,
    send: tokio::sync::oneshot::Sender<Option<PathBuf>>,
) {
    use std::cell::Cell;
    use std::rc::Rc;

    use gtk::prelude::{FileChooserExt, NativeDialogExt};
    use gtk::{FileChooserAction, FileChooserNative, ResponseType};
    use tauri::Manager;

    // There is none on the mock runtime of tests.
    if !gtk::is_initialized_main_thread() {
        return;
    }
    let parent = app.get_webview_window(crate::capabilities::MAIN);
    let parent = parent.and_then(|window| window.gtk_window().ok());
    let action = FileChooserAction::SelectFolder;
    let dialog = FileChooserNative::new(Some("Key Desk"), parent.as_ref(), action, None, None);
    dialog.set_modal(true);
    // GTK closes a dialog that nobody refers to.
    let open = Rc::new(Cell::new(Some((dialog.clone(), send))));
    dialog.connect_response(move |dialog, response| {
        let Some((_open, send)) = open.take() else { return };
        let chosen = (response == ResponseType::Accept).then(|| dialog.filename()).flatten();
        if send.send(chosen).is_err() {
            tracing::debug!("nobody waits for the folder");
        }
    });
    dialog.show();
}

/// Lets the person choose a folder in a dialog of the system. `None` if they close it without a choice.
#[cfg(not(target_os = "linux"))]
pub(crate) async fn choose<R: Runtime>(app: &AppHandle<R>) -> Option<PathBuf> {
    use tauri::Manager;

    let dialog = rfd::AsyncFileDialog::new().set_title("Key Desk");
    let dialog = match app.get_webview_window(crate::capabilities::MAIN) {
        Some(window) => dialog.set_parent(&window),
        None => dialog,
    };
    dialog.pick_folder().await.map(|folder| folder.path().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_folders_that_were_offered_or_chosen_have_a_path() {
        let folders = SearchFolders::default();
        let chosen = folders.add_chosen(PathBuf::from("/a"));
        assert_eq!(folders.add_chosen(PathBuf::from("/a")).number, chosen.number);
        assert_eq!(folders.paths(&[chosen.number, 7]), [PathBuf::from("/a")]);
    }

    #[test]
    fn a_usual_folder_is_offered_once() {
        let folders = SearchFolders::default();
        let mut numbers: Vec<u32> = folders.usual().into_iter().map(|it| it.number).collect();
        let before = numbers.len();
        numbers.dedup();
        assert_eq!(numbers.len(), before);
    }

    #[test]
    fn the_data_of_the_app_is_skipped() {
        assert!(skipped(Path::new("/data")).contains(&PathBuf::from("/data")));
    }
}
