//! Light or dark: the theme that the settings choose, or the desktop's.

use std::sync::{Mutex, PoisonError};

use tauri::webview::Color;
use tauri::{AppHandle, Manager, Runtime};

use crate::settings::SettingsFile;
use crate::view::Theme;

/// The theme that the desktop last reported. On Linux the desktop answers this process only at the
/// start, see [`crate::diagnostics::close_to_others`].
#[derive(Default)]
pub(super) struct DesktopTheme(Mutex<Option<tauri::Theme>>);

impl DesktopTheme {
    pub(super) fn set(&self, theme: tauri::Theme) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(theme);
    }

    fn get(&self) -> Option<tauri::Theme> {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The theme that windows have or will have.
pub(super) fn current<R: Runtime>(app: &AppHandle<R>) -> tauri::Theme {
    chosen(app).or_else(|| app.state::<DesktopTheme>().get()).unwrap_or(tauri::Theme::Light)
}

/// The theme to set on a window. `None` lets it follow the desktop. On Linux a window that is to
/// follow the desktop becomes light once it is shown, so there the desktop's theme is set explicitly.
pub(super) fn to_set<R: Runtime>(app: &AppHandle<R>) -> Option<tauri::Theme> {
    if cfg!(target_os = "linux") {
        chosen(app).or_else(|| app.state::<DesktopTheme>().get())
    } else {
        chosen(app)
    }
}

/// The colour of the window before its page is painted: `--surface-window` in the page's tokens.css.
pub(super) fn surface(theme: tauri::Theme) -> Color {
    match theme {
        tauri::Theme::Dark => Color(0x18, 0x1d, 0x1a, 0xff),
        _ => Color(0xfa, 0xf9, 0xf6, 0xff),
    }
}

fn chosen<R: Runtime>(app: &AppHandle<R>) -> Option<tauri::Theme> {
    match app.state::<SettingsFile>().settings().theme {
        Theme::System => None,
        Theme::Light => Some(tauri::Theme::Light),
        Theme::Dark => Some(tauri::Theme::Dark),
    }
}
