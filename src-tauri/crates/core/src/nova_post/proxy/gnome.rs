//! The proxy settings of GNOME, which other desktops use, too: the schema `org.gnome.system.proxy`.

use super::{Exceptions, ProxyAddress, ProxySettings, Subdomains};
use crate::model::ProxySource;

/// What the schema says, the password included: so it can't be printed.
#[derive(Clone, Default)]
pub(super) struct GnomeSettings {
    /// `none`, `manual` or `auto`.
    pub(super) mode: String,
    pub(super) https: (String, i32),
    pub(super) http: (String, i32),
    /// The name and the password of `http`, if `use-authentication` is set.
    pub(super) http_sign_in: Option<(String, String)>,
    pub(super) socks: (String, i32),
    pub(super) ignore_hosts: Vec<String>,
}

impl GnomeSettings {
    /// The proxy for https is the one for https, or else the one for http, or else SOCKS: the order of
    /// Firefox. The name and the password count for any proxy with the same host and port.
    pub(super) fn into_settings(self) -> ProxySettings {
        let address = |scheme, (host, port): &(String, i32)| {
            ProxyAddress::of_parts(scheme, host, i64::from(*port))
        };
        let proxy = match self.mode.as_str() {
            "manual" => address("http", &self.https)
                .or_else(|| address("http", &self.http))
                .map(|proxy| match &self.http_sign_in {
                    Some((name, password))
                        if address("http", &self.http).as_ref() == Some(&proxy) =>
                    {
                        proxy.with_sign_in(name, password)
                    }
                    _ => proxy,
                })
                .or_else(|| address("socks5h", &self.socks)),
            _ => None,
        };
        let hosts = self.ignore_hosts.iter().map(String::as_str);
        let exceptions = Exceptions::new(hosts, Subdomains::Included);
        ProxySettings { proxy, exceptions, script: self.mode == "auto", source: ProxySource::Gnome }
    }
}

/// The settings of this desktop.
#[cfg(target_os = "linux")]
pub(super) fn read() -> ProxySettings {
    GnomeSettings::read().map(GnomeSettings::into_settings).unwrap_or_default()
}

#[cfg(target_os = "linux")]
impl GnomeSettings {
    /// `None` if a schema or a key is missing. GIO ends the process if one is read that is missing.
    fn read() -> Option<Self> {
        use gio::prelude::{SettingsExt, SettingsExtManual};

        let proxy = schema("", &["mode", "ignore-hosts"])?;
        let mode = proxy.string("mode").to_string();
        if mode == "none" {
            return Some(Self { mode, ..Self::default() });
        }
        let server = |name| {
            let server = schema(name, &["host", "port"])?;
            Some((server.string("host").to_string(), server.int("port")))
        };
        let http = schema(
            ".http",
            &["use-authentication", "authentication-user", "authentication-password"],
        );
        let http_sign_in = http.filter(|http| http.boolean("use-authentication")).map(|http| {
            let text = |key| http.string(key).to_string();
            (text("authentication-user"), text("authentication-password"))
        });
        Some(Self {
            mode,
            https: server(".https").unwrap_or_default(),
            http: server(".http").unwrap_or_default(),
            http_sign_in: http_sign_in.filter(|(name, _)| !name.is_empty()),
            socks: server(".socks").unwrap_or_default(),
            ignore_hosts: proxy.strv("ignore-hosts").iter().map(ToString::to_string).collect(),
        })
    }
}

/// The settings of a schema below `org.gnome.system.proxy` that has these keys.
#[cfg(target_os = "linux")]
fn schema(name: &str, keys: &[&str]) -> Option<gio::Settings> {
    let source = gio::SettingsSchemaSource::default()?;
    let schema = source.lookup(&format!("org.gnome.system.proxy{name}"), true)?;
    let is_complete = keys.iter().all(|key| schema.has_key(key));
    is_complete.then(|| gio::Settings::new_full(&schema, None::<&gio::SettingsBackend>, None))
}
