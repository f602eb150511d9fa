//! GTK's clipboard, for Wayland. There a program reaches the clipboard through its window, and GTK has
//! the window. The protocol for programs without one (data-control) is missing in GNOME and Weston.
//!
//! GTK is used on its main thread only. It copies what it serves without wiping the copies.

use std::cell::RefCell;
use std::rc::{Rc, Weak};
use std::sync::mpsc::{self, Sender};
use std::time::Duration;

use gtk::gdk::prelude::DisplayExtManual;
use gtk::gdk::{Display, SELECTION_CLIPBOARD, SELECTION_PRIMARY};
use gtk::glib::MainContext;
use gtk::{TargetEntry, TargetFlags};
use zeroize::Zeroizing;

use keydesk_core::model::Failure;

use super::board::{Board, Selection};

/// How long the main thread, and the program that copied, may take to answer.
const TIMEOUT: Duration = Duration::from_secs(5);

/// The types under which programs ask for text.
const TEXT_TYPES: [&str; 3] = ["text/plain;charset=utf-8", "UTF8_STRING", "text/plain"];

/// Tells clipboard histories that the text is a secret: a convention of KDE that others follow.
const SECRET_TYPE: &str = "x-kde-passwordManagerHint";
const SECRET_MARK: &[u8] = b"secret";

/// What GTK calls the types in its callback: a text, or the mark.
const TEXT: u32 = 0;
const MARK: u32 = 1;

thread_local! {
    /// What this program has copied. GTK drops it when another program copies something.
    static OWN: RefCell<Weak<Zeroizing<String>>> = const { RefCell::new(Weak::new()) };
}

/// Whether the app's windows are on Wayland. `false` without GTK, as on the mock runtime of tests.
pub(super) fn is_wayland() -> bool {
    let is_wayland = || Display::default().is_some_and(|display| display.backend().is_wayland());
    gtk::is_initialized()
        && on_main_thread(move |reply| answer(&reply, is_wayland())).unwrap_or_default()
}

/// Lets GTK serve other programs and this module, while the main thread waits for the clipboard.
pub(super) fn serve_main_thread() {
    const AT_ONCE: usize = 100;
    if gtk::is_initialized_main_thread() {
        for _ in 0..AT_ONCE {
            if gtk::events_pending() {
                gtk::main_iteration_do(false);
            }
        }
    }
}

pub(super) struct ToolkitBoard;

impl Board for ToolkitBoard {
    fn text(&mut self, selection: Selection) -> Result<Option<Zeroizing<String>>, Failure> {
        on_main_thread(move |reply| {
            let clipboard = match clipboard(selection) {
                Ok(clipboard) => clipboard,
                Err(failure) => return answer(&reply, Err(failure)),
            };
            if selection == Selection::Clipboard
                && let Some(own) = OWN.with_borrow(Weak::upgrade)
            {
                return answer(&reply, Ok(Some((*own).clone())));
            }
            clipboard.request_text(move |_, text| {
                let text = text.filter(|text| !text.is_empty());
                answer(&reply, Ok(text.map(|text| Zeroizing::new(text.to_owned()))));
            });
        })?
    }

    fn set_text(&mut self, text: &str, is_secret: bool) -> Result<(), Failure> {
        let text = Zeroizing::new(text.to_owned());
        on_main_thread(move |reply| answer(&reply, copy(text, is_secret)))?
    }

    fn clear(&mut self, selection: Selection) -> Result<(), Failure> {
        on_main_thread(move |reply| {
            let cleared = clipboard(selection).map(|clipboard| {
                // GTK clears only what this program has copied. GNOME keeps a copy of the clipboard,
                // which the empty text replaces.
                clipboard.set_text("");
                if selection == Selection::Primary {
                    clipboard.clear();
                }
                flush();
            });
            answer(&reply, cleared);
        })?
    }
}

fn copy(text: Zeroizing<String>, is_secret: bool) -> Result<(), Failure> {
    let clipboard = clipboard(Selection::Clipboard)?;
    let entry = |name: &&str| TargetEntry::new(name, TargetFlags::empty(), TEXT);
    let mut types: Vec<TargetEntry> = TEXT_TYPES.iter().map(entry).collect();
    if is_secret {
        types.push(TargetEntry::new(SECRET_TYPE, TargetFlags::empty(), MARK));
    }
    let text = Rc::new(text);
    let own = Rc::downgrade(&text);
    let copied = clipboard.set_with_data(&types, move |_, data, kind| {
        if kind == MARK {
            data.set(&data.target(), 8, SECRET_MARK);
        } else if !data.set_text(&text) {
            tracing::warn!("another program asked for a form of text that GTK does not know");
        }
    });
    if !copied {
        tracing::warn!("GTK did not take the text");
        return Err(Failure::ClipboardRefused);
    }
    OWN.set(own);
    flush();
    Ok(())
}

/// Fails without a seat, which is what Wayland calls keyboard and pointer together: a clipboard belongs
/// to one, and GTK crashes if it copies without.
fn clipboard(selection: Selection) -> Result<gtk::Clipboard, Failure> {
    if Display::default().and_then(|display| display.default_seat()).is_none() {
        tracing::warn!("this desktop has no seat, so it has no clipboard");
        return Err(Failure::ClipboardMissing);
    }
    Ok(gtk::Clipboard::get(match selection {
        Selection::Clipboard => &SELECTION_CLIPBOARD,
        Selection::Primary => &SELECTION_PRIMARY,
    }))
}

/// Sends what GTK has only noted so far: the app may be about to end.
fn flush() {
    if let Some(display) = Display::default() {
        display.flush();
    }
}

/// Calls `work` on the main thread and waits for its reply.
fn on_main_thread<T: Send + 'static>(
    work: impl FnOnce(Sender<T>) + Send + 'static,
) -> Result<T, Failure> {
    let (reply, replied) = mpsc::channel();
    MainContext::default().invoke(move || work(reply));
    replied.recv_timeout(TIMEOUT).map_err(|error| {
        tracing::warn!(%error, "the clipboard has not answered");
        Failure::ClipboardRefused
    })
}

/// An error says that the caller no longer waits.
fn answer<T>(reply: &Sender<T>, value: T) {
    let _ = reply.send(value);
}
