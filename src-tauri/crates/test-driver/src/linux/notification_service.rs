//! What shows notifications on a desktop, as a recording.

#![expect(
    clippy::used_underscore_binding,
    reason = "the specification of notifications has arguments that no test needs, and zbus's macro names all"
)]

use std::collections::HashMap;
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::Duration;

use zbus::blocking::Connection;
use zbus::blocking::connection::Builder;
use zbus::zvariant::OwnedValue;

use crate::bus::Bus;
use crate::error::{Context, Error};

const NAME: &str = "org.freedesktop.Notifications";
const PATH: &str = "/org/freedesktop/Notifications";

/// Long enough for a slow machine.
const TIMEOUT: Duration = Duration::from_mins(3);

/// A notification that a program wants to be shown.
#[derive(Clone, Debug)]
pub struct ShownNotification {
    id: u32,
    /// Its first line.
    pub title: String,
    /// The text below it.
    pub body: String,
}

/// A desktop's notification service. It leaves the bus when this is dropped.
#[derive(Debug)]
pub struct NotificationService {
    connection: Connection,
    shown: Receiver<ShownNotification>,
}

impl NotificationService {
    /// Offers the service on this bus.
    pub fn on(bus: &Bus) -> Result<Self, Error> {
        let (sender, shown) = mpsc::channel();
        let connection = Builder::address(bus.address())
            .and_then(|builder| builder.name(NAME))
            .and_then(|builder| builder.serve_at(PATH, Service { sender, last: 0 }))
            .and_then(Builder::build)
            .context("the notification service")?;
        Ok(Self { connection, shown })
    }

    /// The next notification. Waits for it. Fails after three minutes without one.
    pub fn next_shown(&self) -> Result<ShownNotification, Error> {
        self.shown.recv_timeout(TIMEOUT).map_err(|_| Error::new("no notification was shown"))
    }

    /// Presses a notification.
    pub fn press(&self, shown: &ShownNotification) -> Result<(), Error> {
        let pressed = (shown.id, "default");
        let to_all = None::<zbus::names::BusName<'_>>;
        Ok(self.connection.emit_signal(to_all, PATH, NAME, "ActionInvoked", &pressed)?)
    }
}

struct Service {
    sender: Sender<ShownNotification>,
    last: u32,
}

#[expect(clippy::unused_self, reason = "the specification of notifications has these methods")]
#[zbus::interface(name = "org.freedesktop.Notifications")]
impl Service {
    #[expect(clippy::too_many_arguments, reason = "the specification has them")]
    fn notify(
        &mut self,
        _app_name: String,
        _replaces: u32,
        _icon: String,
        summary: String,
        body: String,
        _actions: Vec<String>,
        _hints: HashMap<String, OwnedValue>,
        _timeout: i32,
    ) -> u32 {
        self.last += 1;
        // The test has ended if nobody receives any more.
        let _ = self.sender.send(ShownNotification { id: self.last, title: summary, body });
        self.last
    }

    fn get_capabilities(&self) -> Vec<String> {
        vec!["actions".to_owned(), "body".to_owned()]
    }

    fn get_server_information(&self) -> (String, String, String, String) {
        let text = |text: &str| text.to_owned();
        (text("recording"), text("Key Desk"), text("1"), text("1.2"))
    }
}
