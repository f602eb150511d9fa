//! Using a keychain's password without a prompt, over the interface that gnome-keyring has for its own tools: every
//! other interface shows a prompt.

use std::collections::HashMap;

use zbus::blocking::{Connection, Proxy, connection::Builder};
use zbus::zvariant::{ObjectPath, OwnedObjectPath, OwnedValue, Value};

use crate::bus::{Bus, KEYCHAIN_NAME};
use crate::desktop::PASSWORD;
use crate::error::{Context, Error};

const SERVICE: &str = "org.freedesktop.Secret.Service";
const INTERNAL: &str = "org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface";
const LABEL: &str = "org.freedesktop.Secret.Collection.Label";

const UNLOCKING: &str = "unlocking the keychain";
const CREATING: &str = "creating a keychain";

/// A secret of the Secret Service: session, parameters, value and content type.
type Secret = (OwnedObjectPath, &'static [u8], &'static [u8], &'static str);

impl Bus {
    /// Unlocks the keychain with its password.
    pub fn unlock_keychain(&self) -> Result<(), Error> {
        let bus = self.connect()?;
        let login = ObjectPath::try_from("/org/freedesktop/secrets/collection/login");
        let arguments = (login.context(UNLOCKING)?, password(&bus)?);
        proxy(&bus, INTERNAL)?.call("UnlockWithMasterPassword", &arguments).context(UNLOCKING)
    }

    /// Creates a keychain and makes it the default one, as a person does with "Passwords and Keys".
    pub fn create_default_keychain(&self) -> Result<(), Error> {
        let bus = self.connect()?;
        let arguments = (HashMap::from([(LABEL, Value::from("Login"))]), password(&bus)?);
        let created: OwnedObjectPath = proxy(&bus, INTERNAL)?
            .call("CreateWithMasterPassword", &arguments)
            .context(CREATING)?;
        proxy(&bus, SERVICE)?.call("SetAlias", &("default", created)).context(CREATING)
    }

    fn connect(&self) -> Result<Connection, Error> {
        Builder::address(self.address()).and_then(Builder::build).context("the message bus")
    }
}

fn proxy<'a>(bus: &'a Connection, interface: &'a str) -> Result<Proxy<'a>, Error> {
    Proxy::new(bus, KEYCHAIN_NAME, "/org/freedesktop/secrets", interface).context(interface)
}

/// The password, in a new session of this connection.
fn password(bus: &Connection) -> Result<Secret, Error> {
    let (_, session): (OwnedValue, OwnedObjectPath) = proxy(bus, SERVICE)?
        .call("OpenSession", &("plain", Value::from("")))
        .context("a session of the keychain")?;
    Ok((session, &[], PASSWORD, "text/plain"))
}
