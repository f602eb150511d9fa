//! Whether the page of the main window is painted, for the first time or after a crash.

use std::sync::{Mutex, MutexGuard, PoisonError};

/// The state of the main window's page.
#[derive(Default)]
pub(crate) struct PageState(Mutex<State>);

#[derive(Clone, Copy, Default)]
enum State {
    #[default]
    Loading,
    Painted,
    /// Its web process has ended, and it is loaded once more.
    Reloading,
}

impl PageState {
    /// Notes that the page is painted. Returns whether it was painted after a reload.
    pub(crate) fn note_painted(&self) -> bool {
        matches!(self.replace(State::Painted), State::Reloading)
    }

    /// Notes that the page's web process has ended. Returns whether to load the page again: not if
    /// it ended while it was reloading, because then it would crash without end.
    pub(crate) fn note_ended(&self) -> bool {
        !matches!(self.replace(State::Reloading), State::Reloading)
    }

    /// Notes that the page which loads now has current data. If a page was painted since the crash, it
    /// was the one before.
    pub(crate) fn note_reloading(&self) {
        self.replace(State::Reloading);
    }

    /// Whether a page is painted. One that starts to load then was not loaded by the app.
    pub(crate) fn is_painted(&self) -> bool {
        matches!(*self.lock(), State::Painted)
    }

    fn replace(&self, state: State) -> State {
        std::mem::replace(&mut *self.lock(), state)
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_painted_page_is_reloaded_each_time_that_it_ends() {
        let page = PageState::default();
        assert!(!page.is_painted());
        assert!(!page.note_painted());
        assert!(page.is_painted());
        for _ in 0..3 {
            assert!(page.note_ended());
            assert!(page.note_painted());
        }
    }

    #[test]
    fn a_page_that_the_web_engine_loads_by_itself_is_not_taken_for_the_reloaded_page() {
        let page = PageState::default();
        page.note_painted();
        assert!(page.note_ended());
        page.note_painted();
        page.note_reloading();
        assert!(page.note_painted());
    }

    #[test]
    fn a_page_that_is_never_painted_is_loaded_twice() {
        let page = PageState::default();
        assert!(page.note_ended());
        assert!(!page.note_ended());
    }
}
