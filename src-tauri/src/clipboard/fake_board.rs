//! A clipboard for tests, one for each thread.

use std::cell::RefCell;

use zeroize::Zeroizing;

use keydesk_core::model::Failure;

use super::board::{Board, Selection};

/// A clipboard and its marked text, and the failures that come next.
#[derive(Clone, Default)]
pub(super) struct Fake {
    pub(super) clipboard: Option<String>,
    pub(super) primary: Option<String>,
    /// Copies fail after the text, before its marks.
    pub(super) refuses_marks: bool,
    /// The number of calls of `clear` that will fail.
    pub(super) busy: u32,
}

thread_local! {
    pub(super) static FAKE: RefCell<Fake> = RefCell::default();
}

pub(super) struct FakeBoard;

impl Fake {
    fn selection(&mut self, selection: Selection) -> &mut Option<String> {
        match selection {
            Selection::Clipboard => &mut self.clipboard,
            Selection::Primary => &mut self.primary,
        }
    }
}

impl Board for FakeBoard {
    fn text(&mut self, selection: Selection) -> Result<Option<Zeroizing<String>>, Failure> {
        Ok(FAKE.with_borrow_mut(|fake| fake.selection(selection).clone()).map(Zeroizing::new))
    }

    fn set_text(&mut self, text: &str, is_secret: bool) -> Result<(), Failure> {
        FAKE.with_borrow_mut(|fake| {
            fake.clipboard = Some(text.to_owned());
            let refused = is_secret && fake.refuses_marks;
            if refused { Err(Failure::ClipboardRefused) } else { Ok(()) }
        })
    }

    fn clear(&mut self, selection: Selection) -> Result<(), Failure> {
        FAKE.with_borrow_mut(|fake| {
            if let Some(left) = fake.busy.checked_sub(1) {
                fake.busy = left;
                return Err(Failure::ClipboardRefused);
            }
            *fake.selection(selection) = None;
            Ok(())
        })
    }
}

/// The text of a selection.
pub(super) fn on_it(selection: Selection) -> Option<String> {
    FAKE.with_borrow_mut(|fake| fake.selection(selection).clone())
}
