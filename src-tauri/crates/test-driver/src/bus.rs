//! The message bus of a desktop, and the keychain on it.

use std::process::Command;

use crate::error::Error;
use crate::process;

const KEYCHAIN_NAME: &str = "org.freedesktop.secrets";

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

    /// Unlocks the keychain with its password, over the interface that gnome-keyring has for its own tools:
    /// every other interface shows a prompt.
    #[cfg(target_os = "linux")]
    pub fn unlock_keychain(&self) -> Result<(), Error> {
        use zbus::blocking::{Proxy, connection::Builder};
        use zbus::zvariant::{ObjectPath, OwnedObjectPath, OwnedValue, Value};

        use crate::error::Context;

        const UNLOCKING: &str = "unlocking the keychain";
        let bus = Builder::address(&*self.0).and_then(Builder::build).context(UNLOCKING)?;
        let proxy = |interface| {
            Proxy::new(&bus, KEYCHAIN_NAME, "/org/freedesktop/secrets", interface)
                .context(UNLOCKING)
        };
        let (_, session): (OwnedValue, OwnedObjectPath) = proxy("org.freedesktop.Secret.Service")?
            .call("OpenSession", &("plain", Value::from("")))
            .context(UNLOCKING)?;
        let login = ObjectPath::try_from("/org/freedesktop/secrets/collection/login");
        let secret = (session, &[0_u8; 0][..], crate::desktop::PASSWORD, "text/plain");
        proxy("org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface")?
            .call("UnlockWithMasterPassword", &(login.context(UNLOCKING)?, secret))
            .context(UNLOCKING)
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
