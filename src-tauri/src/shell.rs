//! What the shell keeps while the app runs: settings, services, and what the windows are open for.

use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use keydesk_core::model::{Failure, Mode};

use crate::letters::{self, SavedLetter};
use crate::links::{self, Link};
use crate::page::Page;
use crate::sentences::Sentences;
use crate::services::{News, ServiceGuard, Services};
use crate::settings::SettingsFile;
use crate::small_windows::SmallWindows;
use crate::start_config::StartConfig;
use crate::view::Places;
use crate::web_data::WebData;

/// The app's state, managed by Tauri.
pub(crate) struct Shell {
    pub(crate) start_config: StartConfig,
    pub(crate) settings: SettingsFile,
    pub(crate) services: Services,
    pub(crate) clipboard: crate::clipboard::Lent,
    pub(crate) small_windows: SmallWindows,
    pub(crate) page: Page,
    pub(crate) web_data: WebData,
    /// Light or dark, as the desktop last said.
    desktop_theme: Mutex<Option<tauri::Theme>>,
    saved_letter: Mutex<Option<PathBuf>>,
}

impl Shell {
    pub(crate) fn new(start_config: StartConfig, settings: SettingsFile, news: News) -> Self {
        Self {
            services: Services::new(start_config.clone(), news),
            web_data: WebData::open(&start_config.home),
            start_config,
            settings,
            clipboard: crate::clipboard::Lent::default(),
            small_windows: SmallWindows::default(),
            page: Page::default(),
            desktop_theme: Mutex::default(),
            saved_letter: Mutex::default(),
        }
    }

    /// The service of the chosen mode. Before anything is chosen nothing can be lost in practice.
    pub(crate) async fn service(&self) -> Result<ServiceGuard, Failure> {
        self.services.of(self.mode()).await
    }

    /// The address of a page: in practice, of the one that stands in for it.
    pub(crate) async fn address_of(&self, link: Link) -> Result<String, Failure> {
        let site = link.in_practice().filter(|_| self.mode() == Mode::Practice);
        let Some(site) = site else { return Ok(link.address().to_owned()) };
        let language = Sentences::of(&self.settings.settings()).language();
        Ok(self.services.practice.nova_post().await?.page_url(site, language))
    }

    pub(crate) fn places(&self) -> Places {
        Places {
            data_folder: self.start_config.home.display().to_string(),
            keychain_service: crate::services::keychain_service(self.mode()).to_owned(),
        }
    }

    /// Saves a letter where the person finds it, and remembers where.
    pub(crate) async fn save_letter(
        &self,
        message: Vec<u8>,
        name: String,
    ) -> Result<SavedLetter, Failure> {
        let folder = self.start_config.letters.clone();
        let saving =
            tauri::async_runtime::spawn_blocking(move || letters::save(&folder, &name, &message));
        let Ok(Ok(path)) = saving.await else { return Err(Failure::StoreUnwritable) };
        let saved = SavedLetter {
            folder: self.start_config.letters.display().to_string(),
            file: path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        };
        *self.saved_letter.lock().unwrap_or_else(PoisonError::into_inner) = Some(path);
        Ok(saved)
    }

    /// Shows the letter that was saved last in the file manager.
    pub(crate) fn show_saved_letter(&self) {
        let saved = self.saved_letter.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(path) = saved.as_ref() {
            links::show_file(path);
        }
    }

    pub(crate) fn desktop_theme(&self) -> Option<tauri::Theme> {
        *self.desktop_theme.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Remembers what the desktop says: on Linux it answers this process only at the start
    /// (see [`crate::traces::close_to_others`]).
    pub(crate) fn desktop_is(&self, theme: tauri::Theme) {
        *self.desktop_theme.lock().unwrap_or_else(PoisonError::into_inner) = Some(theme);
    }

    /// The chosen mode; practice before one is chosen. What takes a while and then shows something
    /// asks again: it may have been changed.
    pub(crate) fn mode(&self) -> Mode {
        self.settings.mode().unwrap_or(Mode::Practice)
    }
}
