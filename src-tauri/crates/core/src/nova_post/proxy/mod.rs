//! The proxy for the connection to Nova Post: where the settings come from, and which of them counts.
//!
//! The settings are read for every connection, so that a change counts at the next try. Each place
//! that has settings has a module here, whose parser works on every system.

mod address;
mod exceptions;
#[cfg(any(test, target_os = "linux"))]
mod gnome;
#[cfg(any(test, target_os = "linux"))]
mod kde;
#[cfg(any(test, target_os = "macos"))]
mod macos;
mod sign_in;
mod tunnel;
mod variables;
#[cfg(any(test, windows))]
mod windows;

use std::sync::Arc;

use url::Url;

use crate::model::ProxySource;

pub use self::address::ProxyAddress;
pub use self::exceptions::{Exceptions, Subdomains};

pub(super) use self::sign_in::reason_of_challenges;
pub(super) use self::tunnel::{open_tunnel, refusal_of_tunnel};

/// The proxy settings of one place, such as a desktop or the environment variables.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProxySettings {
    /// The proxy for https.
    pub proxy: Option<ProxyAddress>,
    /// The hosts that are reached without the proxy.
    pub exceptions: Exceptions,
    /// Whether a script (PAC) or automatic detection (WPAD) chooses the proxy. The app runs no script.
    pub script: bool,
    /// Where the proxy is set.
    pub source: ProxySource,
}

/// Reads the proxy settings.
#[derive(Clone)]
pub struct Proxies(Arc<dyn Fn() -> ProxySettings + Send + Sync>);

impl ProxySettings {
    /// The proxy for this address. `None` if the connection is direct.
    pub(super) fn proxy_for(&self, target: &Url) -> Option<&ProxyAddress> {
        self.proxy.as_ref().filter(|_| !self.exceptions.contain(target))
    }

    /// These settings if they name a proxy, or else the others. A script is remembered in both cases.
    fn or(self, others: Self) -> Self {
        let script = self.script || others.script;
        Self { script, ..if self.proxy.is_some() { self } else { others } }
    }

    /// Takes name and password from the other settings, if these name the same proxy without them.
    #[cfg(any(test, target_os = "linux"))]
    fn with_sign_in_of(mut self, others: &Self) -> Self {
        if let (Some(own), Some(other)) = (&self.proxy, &others.proxy)
            && own.is_same_without_sign_in(other)
        {
            self.proxy = Some(other.clone());
        }
        self
    }
}

impl Proxies {
    /// The settings of this computer.
    #[must_use]
    pub fn of_system() -> Self {
        Self::new(of_system)
    }

    /// Always this proxy, and none for `None`.
    #[must_use]
    pub fn fixed(proxy: Option<ProxyAddress>) -> Self {
        let source = ProxySource::Policy;
        let settings = ProxySettings { proxy, source, ..ProxySettings::default() };
        Self::new(move || settings.clone())
    }

    /// The settings that the function returns.
    pub fn new(read: impl Fn() -> ProxySettings + Send + Sync + 'static) -> Self {
        Self(Arc::new(read))
    }

    /// The settings as they are now.
    #[must_use]
    pub fn settings(&self) -> ProxySettings {
        (self.0)()
    }

    /// For the HTTP client: asks for the settings whenever it opens a connection.
    pub(crate) fn matcher(&self) -> reqwest::Proxy {
        let proxies = self.clone();
        reqwest::Proxy::custom(move |target| {
            proxies.settings().proxy_for(target).map(|proxy| proxy.url().clone())
        })
    }
}

/// On Linux the settings of the desktop come first, then the environment variables.
#[cfg(target_os = "linux")]
fn of_system() -> ProxySettings {
    let variables = variables::read(variable);
    let desktop = match desktop(&variable("XDG_CURRENT_DESKTOP").unwrap_or_default()) {
        Some(Desktop::Gnome) => gnome::read(),
        Some(Desktop::Kde) => kde::read(variable),
        None => ProxySettings::default(),
    };
    of_linux(desktop, variables)
}

/// On Windows and macOS the environment variables come first: they are set on purpose there.
#[cfg(not(target_os = "linux"))]
fn of_system() -> ProxySettings {
    let variables = variables::read(variable);
    #[cfg(windows)]
    let system = windows::read();
    #[cfg(target_os = "macos")]
    let system = macos::read();
    #[cfg(not(any(windows, target_os = "macos")))]
    let system = ProxySettings::default();
    variables.or(system)
}

/// The settings of a desktop can't hold a password, so the variables may add one to the same proxy.
#[cfg(any(test, target_os = "linux"))]
fn of_linux(desktop: ProxySettings, variables: ProxySettings) -> ProxySettings {
    desktop.with_sign_in_of(&variables).or(variables)
}

/// A desktop that keeps proxy settings.
#[cfg(any(test, target_os = "linux"))]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Desktop {
    /// GNOME, or a desktop that uses its settings.
    Gnome,
    Kde,
}

/// The desktop that `XDG_CURRENT_DESKTOP` names: a list such as `ubuntu:GNOME`.
#[cfg(any(test, target_os = "linux"))]
fn desktop(names: &str) -> Option<Desktop> {
    const LIKE_GNOME: [&str; 11] = [
        "GNOME",
        "Unity",
        "Budgie",
        "X-Cinnamon",
        "Cinnamon",
        "MATE",
        "Pantheon",
        "Deepin",
        "DDE",
        "UKUI",
        "GNOME-Flashback",
    ];
    names.split(':').map(str::trim).find_map(|name| {
        if name.eq_ignore_ascii_case("KDE") {
            Some(Desktop::Kde)
        } else {
            let is_known = LIKE_GNOME.iter().any(|known| name.eq_ignore_ascii_case(known));
            is_known.then_some(Desktop::Gnome)
        }
    })
}

/// An environment variable. `None` if it is not set, empty, or not Unicode.
fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.trim().is_empty())
}

#[cfg(test)]
mod tests;
