//! What the app has copied to the clipboard, and how it is cleared.

use std::time::Instant;

use zeroize::Zeroizing;

use keydesk_core::model::Failure;
use keydesk_core::secret::ApiKey;
use keydesk_core::service::text_holds_key;

use super::board::{self, Board, Selection};
use crate::view::CopiedWhat;

/// The clipboard, and the lease of the secret on it.
pub(super) struct State {
    open: fn() -> Result<Box<dyn Board>, Failure>,
    /// Stays open after a copy.
    board: Option<Box<dyn Board>>,
    /// The secrets that may be on the clipboard: the copied one, and one that was not copied properly.
    secrets: Vec<Zeroizing<String>>,
    /// Which secret was copied last, and when its lease ends.
    lease: Option<(CopiedWhat, Instant)>,
    /// The number of leases so far: the timer of one must not end the next.
    leases: u64,
}

/// Why a secret was not copied.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct NotCopied {
    pub(super) failure: Failure,
    /// Whether the lease of the secret that was copied before has ended.
    pub(super) ended: bool,
}

impl Default for State {
    fn default() -> Self {
        Self { open: board::open, board: None, secrets: Vec::new(), lease: None, leases: 0 }
    }
}

impl State {
    /// The number of the latest lease.
    pub(super) fn latest_lease(&self) -> u64 {
        self.leases
    }

    /// What was copied last, and the end of its lease, while it may be on the clipboard.
    pub(super) fn lease(&self) -> Option<(CopiedWhat, Instant)> {
        self.lease.filter(|_| !self.secrets.is_empty())
    }

    /// Copies a secret, which begins a new lease until `until`. After a failure nothing is copied: a text
    /// that got onto the clipboard without its marks is cleared, at once or at the next
    /// [`State::clear_secret`].
    pub(super) fn copy_secret(
        &mut self,
        secret: Zeroizing<String>,
        what: CopiedWhat,
        until: Instant,
    ) -> Result<(), NotCopied> {
        let held = self.lease().is_some();
        let board = self.board().map_err(|failure| NotCopied { failure, ended: false })?;
        let copied = board.set_text(&secret, true);
        self.leases += 1;
        let Err(failure) = copied else {
            self.secrets = vec![secret];
            self.lease = Some((what, until));
            return Ok(());
        };
        self.secrets.push(secret);
        // A failure is logged, and the caller clears again later.
        let _ = self.clear_secret();
        Err(NotCopied { failure, ended: held && self.lease().is_none() })
    }

    /// Copies text that is not a secret. Returns whether it has replaced one.
    pub(super) fn copy_text(&mut self, text: &str) -> Result<bool, Failure> {
        self.board()?.set_text(text, false)?;
        Ok(self.forget())
    }

    /// The text on the clipboard. `None` if it has none.
    pub(super) fn text(&mut self) -> Result<Option<Zeroizing<String>>, Failure> {
        self.board()?.text(Selection::Clipboard)
    }

    /// The text that is marked in some window. `None` if there is none, or if the system has no such thing.
    pub(super) fn marked_text(&mut self) -> Result<Option<Zeroizing<String>>, Failure> {
        self.board()?.text(Selection::Primary)
    }

    /// Clears the clipboard if a copied secret is still on it, and the marked text if it holds one.
    /// Returns whether a lease has ended. After a failure the secrets are still remembered, to be cleared
    /// later.
    pub(super) fn clear_secret(&mut self) -> Result<bool, Failure> {
        let (false, Some(board)) = (self.secrets.is_empty(), &mut self.board) else {
            return Ok(false);
        };
        let secrets = &self.secrets;
        // Something else that was copied since stays, also if it has the secret in it.
        clear_if(&mut **board, Selection::Clipboard, |text| {
            secrets.iter().any(|secret| **secret == *text)
        })?;
        clear_if(&mut **board, Selection::Primary, |text| {
            secrets.iter().any(|secret| holds(text, secret))
        })?;
        Ok(self.forget())
    }

    /// Clears the clipboard and the marked text if they hold this key, whichever program it came from
    /// and whatever is around it. Returns whether a lease has ended.
    pub(super) fn clear_if_it_holds(&mut self, key: &ApiKey) -> Result<bool, Failure> {
        let board = match self.board() {
            // What does not exist holds nothing.
            Err(Failure::ClipboardMissing) => return Ok(false),
            board => board?,
        };
        let has_key = |text: &str| text_holds_key(text, key) || holds(text, key.expose());
        let cleared = clear_if(board, Selection::Clipboard, has_key);
        let cleared = match cleared {
            Err(Failure::ClipboardMissing) => return Ok(false),
            cleared => cleared?,
        };
        clear_if(board, Selection::Primary, has_key)?;
        Ok(cleared && self.forget())
    }

    /// Clears the copied secret and closes the clipboard. On X11, arboard's thread that serves the text
    /// keeps a copy until some time after the clearing; closing waits for the end of that thread.
    pub(super) fn close(&mut self) -> Result<(), Failure> {
        // With a secret still on it, closing would hand the secret to the clipboard manager.
        self.clear_secret()?;
        self.board = None;
        Ok(())
    }

    /// Wipes the secrets, which are off the clipboard. Returns whether there were any.
    fn forget(&mut self) -> bool {
        self.lease = None;
        !std::mem::take(&mut self.secrets).is_empty()
    }

    fn board(&mut self) -> Result<&mut dyn Board, Failure> {
        let board = match self.board.take() {
            Some(board) => board,
            None => (self.open)()?,
        };
        Ok(&mut **self.board.insert(board))
    }
}

/// Clears a selection if `is_meant` returns true for its text. Returns whether it was cleared.
fn clear_if(
    board: &mut dyn Board,
    selection: Selection,
    is_meant: impl Fn(&str) -> bool,
) -> Result<bool, Failure> {
    let is_there = board.text(selection)?.is_some_and(|text| is_meant(&text));
    if is_there {
        board.clear(selection)?;
    }
    Ok(is_there)
}

/// Whether a text holds a secret: alone, in groups, or with words around it.
fn holds(text: &str, secret: &str) -> bool {
    let joined: Zeroizing<String> =
        Zeroizing::new(text.chars().filter(|sign| !sign.is_whitespace()).collect());
    joined.contains(secret)
}

#[cfg(test)]
mod tests {
    use super::super::fake_board::{FAKE, Fake, FakeBoard, on_it};
    use super::*;

    const KEY: &str = "99dde7bdce11414efc2f1c10ddbfd42da8ce4bf2";

    fn with(fake: Fake) -> State {
        FAKE.set(fake);
        State { open: || Ok(Box::new(FakeBoard)), ..State::default() }
    }

    fn key() -> ApiKey {
        ApiKey::new(KEY.to_owned()).unwrap()
    }

    fn copy(state: &mut State, secret: &str) -> Result<(), Failure> {
        copy_or_tell(state, secret).map_err(|not_copied| not_copied.failure)
    }

    fn copy_or_tell(state: &mut State, secret: &str) -> Result<(), NotCopied> {
        state.copy_secret(Zeroizing::new(secret.to_owned()), CopiedWhat::Key, Instant::now())
    }

    #[test]
    fn a_copy_without_its_marks_is_cleared_at_once() {
        let mut state = with(Fake { refuses_marks: true, ..Fake::default() });
        assert_eq!(copy(&mut state, KEY), Err(Failure::ClipboardRefused));
        assert_eq!(on_it(Selection::Clipboard), None);
        assert_eq!((state.lease(), state.clear_secret()), (None, Ok(false)));
    }

    #[test]
    fn a_copy_without_its_marks_on_a_busy_clipboard_is_cleared_later() {
        let mut state = with(Fake { refuses_marks: true, busy: 3, ..Fake::default() });
        assert_eq!(copy(&mut state, KEY), Err(Failure::ClipboardRefused));
        assert_eq!(on_it(Selection::Clipboard).as_deref(), Some(KEY));
        for _ in 0..2 {
            assert_eq!(state.clear_secret(), Err(Failure::ClipboardRefused));
        }
        assert_eq!(state.clear_secret(), Ok(true));
        assert_eq!(on_it(Selection::Clipboard), None);
    }

    #[test]
    fn a_failed_copy_does_not_forget_the_secret_that_was_copied_before() {
        let mut state = with(Fake::default());
        copy(&mut state, KEY).unwrap();
        FAKE.with_borrow_mut(|fake| (fake.refuses_marks, fake.busy) = (true, 1));
        assert!(copy(&mut state, "another secret").is_err());
        // The failed copy did not even reach the clipboard.
        FAKE.with_borrow_mut(|fake| fake.clipboard = Some(KEY.to_owned()));
        assert!(state.lease().is_some());
        assert_eq!(state.clear_secret(), Ok(true));
        assert_eq!(on_it(Selection::Clipboard), None);
    }

    #[test]
    fn a_failed_copy_tells_whether_it_has_ended_the_lease_of_the_secret_before() {
        for (has_one, busy, ended) in [(true, 0, true), (true, 1, false), (false, 0, false)] {
            let mut state = with(Fake { busy, ..Fake::default() });
            assert!(!has_one || copy(&mut state, KEY).is_ok());
            FAKE.with_borrow_mut(|fake| fake.refuses_marks = true);
            let not_copied = NotCopied { failure: Failure::ClipboardRefused, ended };
            assert_eq!(copy_or_tell(&mut state, "another secret"), Err(not_copied));
            assert_eq!(state.lease().is_some(), has_one && !ended);
        }
    }

    #[test]
    fn another_text_that_was_copied_since_stays() {
        for other in ["a shopping list", "", "my key is 99dde7bdce11414efc2f1c10ddbfd42da8ce4bf2"] {
            let mut state = with(Fake::default());
            copy(&mut state, KEY).unwrap();
            FAKE.with_borrow_mut(|fake| fake.clipboard = Some(other.to_owned()));
            assert_eq!(state.clear_secret(), Ok(true));
            assert_eq!(on_it(Selection::Clipboard).as_deref(), Some(other));
        }
    }

    #[test]
    fn the_marked_text_is_cleared_when_it_holds_the_secret_and_stays_when_it_does_not() {
        let grouped = "99dd e7bd ce11 414e fc2f 1c10 ddbf d42d a8ce 4bf2";
        let lines = format!("API key:\n  {KEY}\n");
        let cases = [
            (KEY, true),
            (grouped, true),
            (lines.as_str(), true),
            (&*format!("{KEY}\t"), true),
            (&*format!("“{KEY}”"), true),
            ("a shopping list", false),
            ("99dde7bd", false),
            ("99DDE7BDCE11414EFC2F1C10DDBFD42DA8CE4BF2", false),
            ("", false),
        ];
        for (marked, is_cleared) in cases.map(|(text, is_cleared)| (text.to_owned(), is_cleared)) {
            let fake = Fake { primary: Some(marked.clone()), ..Fake::default() };
            let left = (!is_cleared).then_some(marked.clone());
            let mut state = with(fake.clone());
            copy(&mut state, KEY).unwrap();
            state.clear_secret().unwrap();
            assert_eq!(on_it(Selection::Primary), left, "{marked:?} at the end of a lease");

            let mut state = with(Fake { clipboard: Some(format!(" {KEY}\n")), ..fake });
            assert_eq!(state.clear_if_it_holds(&key()), Ok(false));
            assert_eq!(on_it(Selection::Clipboard), None);
            assert_eq!(on_it(Selection::Primary), left, "{marked:?} after an import");
        }
    }

    #[test]
    fn a_marked_key_that_can_not_be_cleared_is_no_success() {
        let marked = Some(KEY.to_owned());
        let mut state = with(Fake { primary: marked, busy: 1, ..Fake::default() });
        assert_eq!(state.clear_if_it_holds(&key()), Err(Failure::ClipboardRefused));
        assert_eq!(state.clear_if_it_holds(&key()), Ok(false));
        assert_eq!(on_it(Selection::Primary), None);
    }

    #[test]
    fn without_a_clipboard_copying_says_so_and_nothing_is_left_to_clear() {
        let mut state = State { open: || Err(Failure::ClipboardMissing), ..State::default() };
        assert_eq!(copy(&mut state, KEY), Err(Failure::ClipboardMissing));
        assert_eq!(state.text(), Err(Failure::ClipboardMissing));
        assert_eq!(state.clear_if_it_holds(&key()), Ok(false));
        assert_eq!(state.clear_secret(), Ok(false));
        assert_eq!(state.close(), Ok(()));
    }
}
