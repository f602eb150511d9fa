//! The close button of a window. `WebDriver` has none: closing a window there ends the session, and the
//! program with it.

use x11rb::connection::Connection;
use x11rb::protocol::xproto::{
    AtomEnum, ClientMessageEvent, ConnectionExt, EventMask, MapState, Window,
};
use x11rb::rust_connection::RustConnection;

use crate::error::{Context, Error};

const CLOSING: &str = "closing the window";

/// Asks the windows of `process` on this display to close, as their close buttons do.
pub(crate) fn press(display: &str, process: u32) -> Result<(), Error> {
    let (screen, number) = x11rb::connect(Some(display)).context(CLOSING)?;
    let buttons = Buttons::of(screen, process)?;
    let windows = buttons.windows(number)?;
    for window in &windows {
        buttons.press(*window)?;
    }
    if windows.is_empty() { Err(Error::new("no window has a close button")) } else { Ok(()) }
}

/// The visible windows of `process` on this screen, the uppermost last.
pub(crate) fn windows_of(
    screen: RustConnection,
    number: usize,
    process: u32,
) -> Result<(RustConnection, Vec<Window>), Error> {
    let buttons = Buttons::of(screen, process)?;
    let windows = buttons.windows(number)?;
    Ok((buttons.screen, windows))
}

struct Buttons {
    screen: RustConnection,
    process: u32,
    owner: u32,
    protocols: u32,
    close: u32,
}

impl Buttons {
    fn of(screen: RustConnection, process: u32) -> Result<Self, Error> {
        let atom = |name: &str| -> Result<u32, Error> {
            let asked = screen.intern_atom(false, name.as_bytes()).context(CLOSING)?;
            Ok(asked.reply().context(CLOSING)?.atom)
        };
        let (owner, protocols) = (atom("_NET_WM_PID")?, atom("WM_PROTOCOLS")?);
        let close = atom("WM_DELETE_WINDOW")?;
        Ok(Self { screen, process, owner, protocols, close })
    }

    fn windows(&self, number: usize) -> Result<Vec<Window>, Error> {
        let root = self.screen.setup().roots[number].root;
        let all = self.screen.query_tree(root).context(CLOSING)?.reply().context(CLOSING)?;
        let mut own = Vec::new();
        for window in all.children {
            if self.has(window)? {
                own.push(window);
            }
        }
        Ok(own)
    }

    /// Whether this is a visible window of the process.
    fn has(&self, window: Window) -> Result<bool, Error> {
        let seen = self.screen.get_window_attributes(window).context(CLOSING)?.reply();
        let is_seen = seen.is_ok_and(|seen| seen.map_state == MapState::VIEWABLE);
        Ok(is_seen
            && self.values(window, self.owner, AtomEnum::CARDINAL)?.contains(&self.process)
            && self.values(window, self.protocols, AtomEnum::ATOM)?.contains(&self.close))
    }

    /// Empty also if the window has closed since.
    fn values(&self, of: Window, name: u32, kind: AtomEnum) -> Result<Vec<u32>, Error> {
        let asked = self.screen.get_property(false, of, name, kind, 0, 64).context(CLOSING)?;
        let values = asked.reply().ok();
        Ok(values.and_then(|values| Some(values.value32()?.collect())).unwrap_or_default())
    }

    fn press(&self, window: Window) -> Result<(), Error> {
        let message = ClientMessageEvent::new(32, window, self.protocols, [self.close, 0, 0, 0, 0]);
        let sent = self.screen.send_event(false, window, EventMask::NO_EVENT, message);
        // Waits until the X server has it: it may drop the requests of a program that has disconnected.
        sent.context(CLOSING)?.check().context(CLOSING)
    }
}
