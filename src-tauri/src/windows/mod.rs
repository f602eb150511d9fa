//! The app's windows. Imports go one way: `factory`, `theme` and `shown`, then `placement`, `popup`, `ask`,
//! `crash`, `main`.

pub(crate) mod ask;
pub(crate) mod crash;
pub(crate) mod factory;
pub(crate) mod main;
pub(crate) mod popup;
pub(crate) mod shown;

mod page_state;
mod placement;
mod placement_file;
mod theme;
mod web_data;

use std::path::Path;

use tauri::{AppHandle, Manager, Runtime};

use ask::AskWindow;
use page_state::PageState;
use placement_file::PlacementFile;
use popup::PopupWindows;
use theme::DesktopTheme;
use web_data::WebData;

/// Manages the state of the windows. `home` is the folder for everything that the app writes.
pub(crate) fn manage_state<R: Runtime>(app: &AppHandle<R>, home: &Path) {
    app.manage(WebData::open(home));
    app.manage(PopupWindows::default());
    app.manage(AskWindow::default());
    app.manage(PageState::default());
    app.manage(PlacementFile::open(home.join("window.json")));
    app.manage(DesktopTheme::default());
}
