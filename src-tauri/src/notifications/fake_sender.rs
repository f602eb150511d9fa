//! Notifications for tests: recorded instead of shown.

use std::sync::{Mutex, PoisonError};

use super::sender::{OnPress, Sender, Shown};

/// Records what is to be shown, or refuses it.
#[derive(Default)]
pub(super) struct FakeSender {
    shown: Mutex<Vec<(Shown, OnPress)>>,
    /// The system shows nothing.
    refuses: bool,
}

impl FakeSender {
    /// Shows nothing.
    pub(super) fn refusing() -> Self {
        Self { refuses: true, ..Self::default() }
    }

    /// Takes what was shown since the last call.
    pub(super) fn take(&self) -> Vec<Shown> {
        let mut shown = self.shown.lock().unwrap_or_else(PoisonError::into_inner);
        shown.drain(..).map(|(shown, _)| shown).collect()
    }

    /// Presses the notification that was shown last.
    pub(super) fn press(&self) {
        let shown = self.shown.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, on_press)) = shown.last() {
            on_press();
        }
    }
}

impl Sender for FakeSender {
    fn show(&self, shown: &Shown, on_press: OnPress) -> Result<(), String> {
        if self.refuses {
            return Err("nobody shows notifications".to_owned());
        }
        self.shown.lock().unwrap_or_else(PoisonError::into_inner).push((shown.clone(), on_press));
        Ok(())
    }
}
