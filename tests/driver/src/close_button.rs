//! The close button of a window. `WebDriver` has none: it ends a session, and the program with it.

use x11rb::connection::Connection;
use x11rb::protocol::xproto::{
    AtomEnum, ClientMessageEvent, ConnectionExt, EventMask, MapState, Window,
};
use x11rb::rust_connection::RustConnection;

use crate::trouble::{During, Trouble};

const CLOSING: &str = "closing the window";

/// Asks the windows of `process` on this display to close, as their close buttons do.
pub(crate) fn press(display: &str, process: u32) -> Result<(), Trouble> {
    let (screen, number) = x11rb::connect(Some(display)).during(CLOSING)?;
    let buttons = Buttons::of(screen, process)?;
    let root = buttons.screen.setup().roots[number].root;
    let windows = buttons.screen.query_tree(root).during(CLOSING)?.reply().during(CLOSING)?;
    let mut pressed = 0;
    for window in windows.children {
        if buttons.has(window)? {
            buttons.press(window)?;
            pressed += 1;
        }
    }
    if pressed == 0 { Err(Trouble::new("no window has a close button")) } else { Ok(()) }
}

struct Buttons {
    screen: RustConnection,
    process: u32,
    owner: u32,
    protocols: u32,
    close: u32,
}

impl Buttons {
    fn of(screen: RustConnection, process: u32) -> Result<Self, Trouble> {
        let atom = |name: &str| -> Result<u32, Trouble> {
            let asked = screen.intern_atom(false, name.as_bytes()).during(CLOSING)?;
            Ok(asked.reply().during(CLOSING)?.atom)
        };
        let (owner, protocols) = (atom("_NET_WM_PID")?, atom("WM_PROTOCOLS")?);
        let close = atom("WM_DELETE_WINDOW")?;
        Ok(Self { screen, process, owner, protocols, close })
    }

    /// Whether this is a visible window of the process.
    fn has(&self, window: Window) -> Result<bool, Trouble> {
        let seen = self.screen.get_window_attributes(window).during(CLOSING)?.reply();
        let is_seen = seen.is_ok_and(|seen| seen.map_state == MapState::VIEWABLE);
        Ok(is_seen
            && self.values(window, self.owner, AtomEnum::CARDINAL)?.contains(&self.process)
            && self.values(window, self.protocols, AtomEnum::ATOM)?.contains(&self.close))
    }

    /// None also if the window has gone since.
    fn values(&self, of: Window, name: u32, kind: AtomEnum) -> Result<Vec<u32>, Trouble> {
        let asked = self.screen.get_property(false, of, name, kind, 0, 64).during(CLOSING)?;
        let values = asked.reply().ok();
        Ok(values.and_then(|values| Some(values.value32()?.collect())).unwrap_or_default())
    }

    fn press(&self, window: Window) -> Result<(), Trouble> {
        let message = ClientMessageEvent::new(32, window, self.protocols, [self.close, 0, 0, 0, 0]);
        let sent = self.screen.send_event(false, window, EventMask::NO_EVENT, message);
        // Waits until the screen has taken it: what a program that has left asked for may be dropped.
        sent.during(CLOSING)?.check().during(CLOSING)
    }
}
