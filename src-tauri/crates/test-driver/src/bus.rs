//! The message bus of a desktop, and the keychain on it.

use std::process::Command;

use crate::error::Error;
use crate::process;

pub(crate) const KEYCHAIN_NAME: &str = "org.freedesktop.secrets";

/// A message bus, by its address.
#[derive(Clone, Debug)]
pub struct Bus(String);

impl Bus {
    pub(crate) fn at(address: String) -> Self {
        Self(address)
    }

    /// The bus of the desktop that this process runs on. Fails if the process has none.
    pub fn of_this_process() -> Result<Self, Error> {
        std::env::var("DBUS_SESSION_BUS_ADDRESS")
            .map(Self)
            .map_err(|_| Error::new("this process is on no desktop"))
    }

    pub(crate) fn address(&self) -> &str {
        &self.0
    }

    /// Locks the keychain, as the system does when the person is away. Nobody answers its prompt.
    pub fn lock_keychain(&self) -> Result<(), Error> {
        self.send(&[
            &format!("--dest={KEYCHAIN_NAME}"),
            "/org/freedesktop/secrets",
            "org.freedesktop.Secret.Service.Lock",
            "array:objpath:/org/freedesktop/secrets/collection/login",
        ])
        .map(drop)
    }

    /// Whether a keychain is on the bus.
    pub fn has_keychain(&self) -> Result<bool, Error> {
        let answer = self.send(&[
            "--dest=org.freedesktop.DBus",
            "/",
            "org.freedesktop.DBus.NameHasOwner",
            &format!("string:{KEYCHAIN_NAME}"),
        ])?;
        Ok(answer.contains("boolean true"))
    }

    /// Whether the keychain is locked. Fails if there is none.
    pub fn is_keychain_locked(&self) -> Result<bool, Error> {
        let answer = self.send(&[
            &format!("--dest={KEYCHAIN_NAME}"),
            "/org/freedesktop/secrets/collection/login",
            "org.freedesktop.DBus.Properties.Get",
            "string:org.freedesktop.Secret.Collection",
            "string:Locked",
        ])?;
        Ok(answer.contains("boolean true"))
    }

    /// The process id of the keychain. Fails if there is none.
    pub fn keychain_process(&self) -> Result<u32, Error> {
        let answer = self.send(&[
            "--dest=org.freedesktop.DBus",
            "/",
            "org.freedesktop.DBus.GetConnectionUnixProcessID",
            &format!("string:{KEYCHAIN_NAME}"),
        ])?;
        let process = answer.split_whitespace().last().and_then(|number| number.parse().ok());
        process.ok_or_else(|| Error::new(format!("no process of the keychain: {answer}")))
    }

    /// The address of the bus that has the accessibility tree.
    pub(crate) fn accessibility_bus(&self) -> Result<String, Error> {
        let answer =
            self.send(&["--dest=org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus.GetAddress"])?;
        let address = answer.split('"').nth(1).map(str::to_owned);
        address.ok_or_else(|| Error::new(format!("no address of a bus: {answer}")))
    }

    fn send(&self, message: &[&str]) -> Result<String, Error> {
        process::output_of(
            Command::new("dbus-send")
                .arg("--print-reply")
                .args(message)
                .env("DBUS_SESSION_BUS_ADDRESS", &self.0),
        )
    }
}
