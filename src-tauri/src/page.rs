//! Where the main window's page is on its way to being drawn.

use std::sync::{Mutex, MutexGuard, PoisonError};

/// The page of the main window.
#[derive(Default)]
pub(crate) struct Page(Mutex<Way>);

#[derive(Clone, Copy, Default)]
enum Way {
    #[default]
    Loading,
    Drawn,
    /// It was, or should have been, drawn before; its web process has ended.
    LoadingAgain,
}

impl Page {
    /// Notes that it is drawn. Whether that was not the first time.
    pub(crate) fn note_drawn(&self) -> bool {
        matches!(self.replace(Way::Drawn), Way::LoadingAgain)
    }

    /// Notes that it has ended. Whether to load it again: not if it was on its way for the second
    /// time, for then it would end for ever.
    pub(crate) fn note_ended(&self) -> bool {
        !matches!(self.replace(Way::LoadingAgain), Way::LoadingAgain)
    }

    /// Notes that it is loaded anew, told what holds now. What was drawn since it ended was the page
    /// before.
    pub(crate) fn note_loading_again(&self) {
        self.replace(Way::LoadingAgain);
    }

    /// Whether it stands there: one that is loaded now was loaded by somebody else.
    pub(crate) fn stands(&self) -> bool {
        matches!(*self.lock(), Way::Drawn)
    }

    fn replace(&self, way: Way) -> Way {
        std::mem::replace(&mut *self.lock(), way)
    }

    fn lock(&self) -> MutexGuard<'_, Way> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_that_was_drawn_is_drawn_again_each_time_it_ends() {
        let page = Page::default();
        assert!(!page.stands());
        assert!(!page.note_drawn());
        assert!(page.stands());
        for _ in 0..3 {
            assert!(page.note_ended());
            assert!(page.note_drawn());
        }
    }

    #[test]
    fn a_page_that_somebody_else_loads_is_not_taken_for_the_one_that_is_drawn_again() {
        let page = Page::default();
        page.note_drawn();
        assert!(page.note_ended());
        page.note_drawn();
        page.note_loading_again();
        assert!(page.note_drawn());
    }

    #[test]
    fn a_page_that_is_never_drawn_is_tried_twice() {
        let page = Page::default();
        assert!(page.note_ended());
        assert!(!page.note_ended());
    }
}
