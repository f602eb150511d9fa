//! Giving a window the focus and taking it away, as clicks into it and into another program do. The screen
//! has no window manager that would do it.

use x11rb::connection::Connection;
use x11rb::protocol::xproto::{ConnectionExt, InputFocus, Window};
use x11rb::rust_connection::RustConnection;

use super::close_button::windows_of;
use crate::error::{Context, Error};

const MOVING: &str = "moving the focus";

/// Gives the focus to the uppermost window of `process` on this display.
pub(crate) fn give(display: &str, process: u32) -> Result<(), Error> {
    let (screen, number) = x11rb::connect(Some(display)).context(MOVING)?;
    let (screen, windows) = windows_of(screen, number, process)?;
    let uppermost = windows.last().ok_or_else(|| Error::new("no window can have the focus"))?;
    move_to(&screen, *uppermost)
}

/// How many windows of `process` are on this display.
pub(crate) fn count(display: &str, process: u32) -> Result<usize, Error> {
    let (screen, number) = x11rb::connect(Some(display)).context(MOVING)?;
    Ok(windows_of(screen, number, process)?.1.len())
}

/// Takes the focus from all windows on this display.
pub(crate) fn take(display: &str) -> Result<(), Error> {
    let (screen, number) = x11rb::connect(Some(display)).context(MOVING)?;
    let root = screen.setup().roots[number].root;
    move_to(&screen, root)
}

fn move_to(screen: &RustConnection, window: Window) -> Result<(), Error> {
    let moved = screen.set_input_focus(InputFocus::PARENT, window, x11rb::CURRENT_TIME);
    moved.context(MOVING)?.check().context(MOVING)
}
