//! The proxy settings of Windows: the registry key `Internet Settings`.

use super::{Exceptions, ProxyAddress, ProxySettings, Subdomains};
use crate::model::ProxySource;

/// The values of the key. An address may have a password in it, so they can't be printed.
#[derive(Clone, Default)]
pub(super) struct InternetSettings {
    /// `ProxyEnable`: whether `ProxyServer` counts.
    pub(super) is_enabled: bool,
    /// `ProxyServer`: `host:port`, or a list by protocol: `http=host:port;https=host:port`.
    pub(super) server: String,
    /// `ProxyOverride`: hosts without a proxy, separated by `;`.
    pub(super) exceptions: String,
    /// `AutoConfigURL`: the address of a script (PAC).
    pub(super) script: String,
}

impl InternetSettings {
    pub(super) fn into_settings(self) -> ProxySettings {
        let proxy = if self.is_enabled { for_https(&self.server) } else { None };
        let hosts = self.exceptions.split(is_separator);
        ProxySettings {
            proxy,
            exceptions: Exceptions::new(hosts, Subdomains::Excluded),
            script: !self.script.trim().is_empty(),
            source: ProxySource::Windows,
        }
    }
}

/// The proxy for https: the only one, or of a list by protocol the one for https, or else SOCKS.
fn for_https(server: &str) -> Option<ProxyAddress> {
    // Spaces around the equals sign are no separators.
    let server = server.split('=').map(str::trim).collect::<Vec<_>>().join("=");
    let entries: Vec<&str> = server.split(is_separator).filter(|entry| !entry.is_empty()).collect();
    let of = |protocol: &str, scheme: &str| {
        entries
            .iter()
            .filter_map(|entry| entry.split_once('='))
            .filter(|(name, _)| name.trim().eq_ignore_ascii_case(protocol))
            .find_map(|(_, address)| ProxyAddress::parse(address, scheme))
    };
    if entries.iter().any(|entry| entry.contains('=')) {
        // Windows means version 4, and looks up the host's address itself.
        of("https", "http").or_else(|| of("socks", "socks4"))
    } else {
        entries.first().and_then(|address| ProxyAddress::parse(address, "http"))
    }
}

fn is_separator(character: char) -> bool {
    character == ';' || character == ',' || character.is_whitespace()
}

/// The settings of the person. A policy can say that those of the computer count for everybody.
#[cfg(windows)]
pub(super) fn read() -> ProxySettings {
    use windows_registry::{CURRENT_USER, LOCAL_MACHINE};

    const KEY: &str = r"Software\Microsoft\Windows\CurrentVersion\Internet Settings";
    const POLICY: &str = r"Software\Policies\Microsoft\Windows\CurrentVersion\Internet Settings";

    let policy = LOCAL_MACHINE.open(POLICY).and_then(|key| key.get_u32("ProxySettingsPerUser"));
    let place = if matches!(policy, Ok(0)) { LOCAL_MACHINE } else { CURRENT_USER };
    let Ok(key) = place.open(KEY) else { return ProxySettings::default() };
    let text = |name| key.get_string(name).unwrap_or_default();
    InternetSettings {
        is_enabled: key.get_u32("ProxyEnable").is_ok_and(|enabled| enabled != 0),
        server: text("ProxyServer"),
        exceptions: text("ProxyOverride"),
        script: text("AutoConfigURL"),
    }
    .into_settings()
}
