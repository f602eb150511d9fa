//! Whether the page of the main window is painted, for the first time or after a crash.

use std::sync::{Mutex, MutexGuard, PoisonError};

/// The state of the main window's page.
#[derive(Default)]
pub(crate) struct PageState(Mutex<State>);

/// What to do about a page whose web process has ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Ended {
    /// Load the page again.
    pub(crate) reload: bool,
    /// Tell the person, because this is not the first time.
    pub(crate) tell: bool,
}

#[derive(Default)]
struct State {
    page: Page,
    /// How often its web process has ended.
    ends: u32,
}

#[derive(Clone, Copy, Default)]
enum Page {
    #[default]
    Loading,
    Painted,
    /// Its web process has ended, and it is loaded once more.
    Reloading,
}

impl PageState {
    /// Notes that the page is painted. Returns whether it was painted after a reload.
    pub(crate) fn note_painted(&self) -> bool {
        matches!(self.replace(Page::Painted), Page::Reloading)
    }

    /// Notes that the page's web process has ended. The page is not loaded again if it ended while it
    /// was reloading, because then it would crash without end. The person hears of the second end, and
    /// of each after which the window stays empty.
    pub(crate) fn note_ended(&self) -> Ended {
        let reload = self.note_outdated();
        let mut state = self.lock();
        state.ends += 1;
        Ended { reload, tell: state.ends == 2 || !reload }
    }

    /// Notes that the page has to be loaded again. Returns `false` if it is being loaded already.
    pub(crate) fn note_outdated(&self) -> bool {
        !matches!(self.replace(Page::Reloading), Page::Reloading)
    }

    /// Notes that the page which loads now has current data. If a page was painted since the crash, it
    /// was the one before.
    pub(crate) fn note_reloading(&self) {
        self.replace(Page::Reloading);
    }

    /// Whether a page is painted. One that starts to load then was not loaded by the app.
    pub(crate) fn is_painted(&self) -> bool {
        matches!(self.lock().page, Page::Painted)
    }

    fn replace(&self, page: Page) -> Page {
        std::mem::replace(&mut self.lock().page, page)
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
            assert!(page.note_ended().reload);
            assert!(page.note_painted());
        }
    }

    #[test]
    fn a_page_that_the_web_engine_loads_by_itself_is_not_taken_for_the_reloaded_page() {
        let page = PageState::default();
        page.note_painted();
        assert!(page.note_ended().reload);
        page.note_painted();
        page.note_reloading();
        assert!(page.note_painted());
    }

    #[test]
    fn a_page_that_is_never_painted_is_loaded_twice() {
        let page = PageState::default();
        assert_eq!(page.note_ended(), Ended { reload: true, tell: false });
        assert_eq!(page.note_ended(), Ended { reload: false, tell: true });
    }

    #[test]
    fn a_person_hears_of_the_second_end_and_of_a_window_that_stays_empty() {
        let page = PageState::default();
        let told: Vec<bool> = (0..4)
            .map(|_| {
                page.note_painted();
                page.note_ended().tell
            })
            .collect();
        assert_eq!(told, [false, true, false, false]);
        assert_eq!(page.note_ended(), Ended { reload: false, tell: true });
    }

    #[test]
    fn a_page_that_is_loaded_again_without_a_crash_is_no_end() {
        let page = PageState::default();
        for _ in 0..3 {
            page.note_painted();
            assert!(page.note_outdated());
        }
        page.note_painted();
        assert!(!page.note_ended().tell);
    }
}
