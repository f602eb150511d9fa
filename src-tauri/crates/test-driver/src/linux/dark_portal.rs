//! A desktop portal that has one setting, the dark color scheme. Like the real one it answers only programs
//! whose `/proc` entry it can read, because it has to know whether they are in a sandbox.

use std::process::Command;

use zbus::blocking::Connection;
use zbus::blocking::connection::Builder;
use zbus::fdo::{self, DBusProxy};
use zbus::message::Header;
use zbus::zvariant::{OwnedValue, Value};

use crate::bus::Bus;
use crate::error::{Context, Error};

const DARK: u32 = 1;

/// The command that runs a program without root's capabilities, such as reading other processes.
pub const WITHOUT_PRIVILEGES: &str = "setpriv --bounding-set=-all --inh-caps=-all";

/// The portal of a dark desktop. It leaves the bus when this is dropped.
#[derive(Debug)]
pub struct DarkPortal {
    _connection: Connection,
}

impl DarkPortal {
    /// Offers the portal on this bus.
    pub fn on(bus: &Bus) -> Result<Self, Error> {
        let connection = Builder::address(bus.address())
            .and_then(|builder| builder.name("org.freedesktop.portal.Desktop"))
            .and_then(|builder| builder.serve_at("/org/freedesktop/portal/desktop", Settings))
            .and_then(Builder::build)
            .context("the desktop portal")?;
        Ok(Self { _connection: connection })
    }
}

struct Settings;

#[zbus::interface(name = "org.freedesktop.portal.Settings")]
impl Settings {
    async fn read(
        &self,
        namespace: &str,
        key: &str,
        #[zbus(header)] header: Header<'_>,
        #[zbus(connection)] connection: &zbus::Connection,
    ) -> fdo::Result<OwnedValue> {
        let bus = DBusProxy::new(connection).await?;
        let caller = header.sender().ok_or_else(|| failed("no sender"))?;
        let process = bus.get_connection_unix_process_id(caller.clone().into()).await?;
        let look = format!("exec {WITHOUT_PRIVILEGES} ls /proc/{process}/root/");
        let seen = Command::new("sh").args(["-c", &look]).output();
        if !seen.is_ok_and(|seen| seen.status.success()) {
            return Err(fdo::Error::AccessDenied(format!("Unable to open /proc/{process}/root")));
        }
        match (namespace, key) {
            ("org.freedesktop.appearance", "color-scheme") => {
                Value::new(Value::new(DARK)).try_to_owned().map_err(failed)
            }
            _ => Err(failed("not known here")),
        }
    }
}

fn failed(why: impl std::fmt::Display) -> fdo::Error {
    fdo::Error::Failed(why.to_string())
}
