//! What the shell keeps while the app runs: settings, desks, and what is being shown.

use std::sync::{Arc, Mutex, PoisonError};

use keydesk_core::desk::{Desk, KeyId, Mode};
use keydesk_core::failure::Failure;

use crate::desks::Desks;
use crate::environment::Environment;
use crate::settings::SettingsFile;
use crate::view::Places;

/// The app's state, managed by Tauri.
pub(crate) struct Shell {
    pub(crate) environment: Environment,
    pub(crate) settings: SettingsFile,
    pub(crate) desks: Desks,
    pub(crate) clipboard: crate::clipboard::Lent,
    shown: Mutex<Option<KeyId>>,
}

impl Shell {
    pub(crate) fn new(environment: Environment, settings: SettingsFile) -> Self {
        Self {
            desks: Desks::new(environment.clone()),
            environment,
            settings,
            clipboard: crate::clipboard::Lent::default(),
            shown: Mutex::default(),
        }
    }

    /// The desk of the chosen mode. Before anything is chosen nothing can be lost in practice.
    pub(crate) async fn desk(&self) -> Result<Arc<Desk>, Failure> {
        self.desks.of(self.mode()).await
    }

    pub(crate) fn places(&self) -> Places {
        Places {
            data_folder: self.environment.home.display().to_string(),
            keychain_service: crate::desks::keychain_service(self.mode()).to_owned(),
        }
    }

    /// The next window with this label may ask for this key.
    pub(crate) fn will_show(&self, key: KeyId) {
        *self.shown.lock().unwrap_or_else(PoisonError::into_inner) = Some(key);
    }

    pub(crate) fn take_shown(&self, label: &str) -> Option<KeyId> {
        let mut shown = self.shown.lock().unwrap_or_else(PoisonError::into_inner);
        if label == crate::windows::REVEAL { shown.take() } else { None }
    }

    fn mode(&self) -> Mode {
        self.settings.mode().unwrap_or(Mode::Practice)
    }
}
