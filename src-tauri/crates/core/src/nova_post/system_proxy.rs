//! What reqwest does not read of the system's proxy settings: the proxies by protocol of Windows, and
//! whether a script chooses the proxy.
//!
//! Environment variables come first, as in reqwest.

use reqwest::{NoProxy, Proxy};

/// The proxy settings of Windows, from the registry key `Internet Settings`.
#[derive(Debug, Default)]
struct InternetSettings {
    /// `ProxyServer`, if `ProxyEnable` is set: `host:port`, or `http=host:port;https=host:port`.
    server: Option<String>,
    /// `ProxyOverride`: hosts without a proxy, separated by `;`.
    exceptions: Option<String>,
    /// `AutoConfigURL`: the address of a script (PAC).
    script: Option<String>,
}

/// The proxy for https, if the system has one for each protocol. Otherwise reqwest finds it.
pub(super) fn for_https() -> Option<Proxy> {
    if is_set_by_environment() {
        return None;
    }
    let settings = InternetSettings::read();
    let proxy = Proxy::https(https_server(settings.server.as_deref()?)?).ok()?;
    Some(proxy.no_proxy(settings.exceptions.as_deref().and_then(exceptions)))
}

/// Whether the system chooses the proxy with a script, and nothing else names a proxy.
pub(super) fn is_script() -> bool {
    let settings = InternetSettings::read();
    !is_set_by_environment() && settings.server.is_none() && settings.script.is_some()
}

fn is_set_by_environment() -> bool {
    let names = ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"];
    names.iter().any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}

/// The proxy for https in a list by protocol. `None` if this is no such list, or if the list has none
/// for https.
fn https_server(server: &str) -> Option<&str> {
    let (_, address) = server
        .split(';')
        .filter_map(|entry| entry.split_once('='))
        .find(|(protocol, _)| protocol.trim().eq_ignore_ascii_case("https"))?;
    Some(address.trim()).filter(|address| !address.is_empty())
}

fn exceptions(list: &str) -> Option<NoProxy> {
    let hosts: Vec<&str> = list
        .split(';')
        .map(|host| host.trim().trim_start_matches('*'))
        // `<local>` are names without a dot. Nova Post has none.
        .filter(|host| !host.is_empty() && !host.starts_with('<'))
        .collect();
    if hosts.is_empty() { None } else { NoProxy::from_string(&hosts.join(",")) }
}

impl InternetSettings {
    #[cfg(windows)]
    fn read() -> Self {
        const KEY: &str = r"Software\Microsoft\Windows\CurrentVersion\Internet Settings";
        let Ok(key) = windows_registry::CURRENT_USER.open(KEY) else { return Self::default() };
        let text = |name| key.get_string(name).ok().filter(|text| !text.is_empty());
        let is_enabled = key.get_u32("ProxyEnable").is_ok_and(|enabled| enabled != 0);
        Self {
            server: text("ProxyServer").filter(|_| is_enabled),
            exceptions: text("ProxyOverride"),
            script: text("AutoConfigURL"),
        }
    }

    #[cfg(not(windows))]
    fn read() -> Self {
        Self::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_list_by_protocol_the_proxy_for_https_is_used() {
        for (list, server) in [
            ("http=one:3128;https=two:3129", Some("two:3129")),
            ("HTTPS = two:3129 ; ftp=three:21", Some("two:3129")),
            ("https=http://two:3129", Some("http://two:3129")),
            ("http=one:3128;socks=three:1080", None),
            ("https=;http=one:3128", None),
            ("one:3128", None),
        ] {
            assert_eq!(https_server(list), server, "{list}");
        }
    }

    #[test]
    fn exceptions_are_read_without_the_marks_of_windows() {
        assert!(exceptions("*.firma.example;10.*;<local>").is_some());
        assert!(exceptions("<local>").is_none());
        assert!(exceptions("").is_none());
    }
}
