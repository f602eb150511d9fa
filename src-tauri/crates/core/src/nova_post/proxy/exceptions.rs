//! The hosts that are reached without a proxy.

use std::net::IpAddr;

use ipnet::IpNet;
use url::{Host, Url};

/// A list of hosts, or its opposite.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Exceptions {
    entries: Vec<Entry>,
    /// Whether only the hosts of the list use the proxy (KDE).
    is_reversed: bool,
}

/// Whether `example.com` in a list means its subdomains too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subdomains {
    /// As in `NO_PROXY`, and in the settings of GNOME, KDE and macOS.
    Included,
    /// As on Windows, where `*.example.com` means them.
    Excluded,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Entry {
    All,
    /// Names without a dot: `<local>`.
    Local,
    Network(IpNet),
    /// A host, perhaps with a port.
    Host {
        pattern: String,
        with_subdomains: bool,
        port: Option<u16>,
    },
}

impl Exceptions {
    /// A list as a person enters it. Entries that can't be read are left out.
    pub fn new<'a>(entries: impl IntoIterator<Item = &'a str>, subdomains: Subdomains) -> Self {
        let entries = entries.into_iter().filter_map(|text| Entry::parse(text, subdomains));
        Self { entries: entries.collect(), is_reversed: false }
    }

    /// Adds names without a dot.
    #[cfg(any(test, target_os = "macos"))]
    pub(super) fn with_local_names(mut self) -> Self {
        self.entries.push(Entry::Local);
        self
    }

    /// The opposite list: only these hosts use the proxy.
    #[cfg(any(test, target_os = "linux"))]
    pub(super) fn reversed(self) -> Self {
        Self { is_reversed: true, ..self }
    }

    /// Whether this address is reached without a proxy.
    pub(super) fn contain(&self, target: &Url) -> bool {
        let Some(host) = target.host() else { return false };
        let port = target.port_or_known_default();
        self.entries.iter().any(|entry| entry.matches(&host, port)) != self.is_reversed
    }
}

impl Entry {
    fn parse(text: &str, subdomains: Subdomains) -> Option<Self> {
        let text = text.trim().trim_matches('"').to_ascii_lowercase();
        // Windows allows a scheme. Nova Post has https only.
        let text = match text.split_once("://") {
            Some(("https", host)) => host.trim_end_matches('/'),
            Some(_) => return None,
            None => &text,
        };
        match text {
            "" => return None,
            "*" => return Some(Self::All),
            "<local>" => return Some(Self::Local),
            _ => {}
        }
        if let Some(network) = network(text) {
            return Some(Self::Network(network));
        }
        let (host, port) = match text.rsplit_once(':') {
            Some((host, port)) => (host, Some(port.parse().ok()?)),
            None => (text, None),
        };
        let host = host.strip_prefix('[').and_then(|host| host.strip_suffix(']')).unwrap_or(host);
        let is_ip = host.parse::<IpAddr>().is_ok();
        let (pattern, with_subdomains) = match host.strip_prefix("*.").or(host.strip_prefix('.')) {
            Some("") => return None,
            Some(domain) if !domain.contains('*') && subdomains == Subdomains::Included => {
                (domain.to_owned(), true)
            }
            Some(domain) => (format!("*.{domain}"), false),
            None => (host.to_owned(), !is_ip && subdomains == Subdomains::Included),
        };
        // A name may be written with the dot of the root.
        let pattern = pattern.trim_end_matches('.').to_owned();
        (!pattern.is_empty()).then_some(Self::Host { pattern, with_subdomains, port })
    }

    fn matches(&self, host: &Host<&str>, target_port: Option<u16>) -> bool {
        match self {
            Self::All => true,
            Self::Local => matches!(host, Host::Domain(name) if !name.contains('.')),
            Self::Network(network) => match host {
                Host::Ipv4(ip) => network.contains(&IpAddr::from(*ip)),
                Host::Ipv6(ip) => network.contains(&IpAddr::from(*ip)),
                Host::Domain(_) => false,
            },
            Self::Host { pattern, with_subdomains, port } => {
                if port.is_some() && *port != target_port {
                    return false;
                }
                let Host::Domain(name) = host else { return fits(&text_of(host), pattern) };
                let name = name.trim_end_matches('.').to_ascii_lowercase();
                let before = name.strip_suffix(pattern.as_str());
                fits(&name, pattern)
                    || *with_subdomains && before.is_some_and(|before| before.ends_with('.'))
            }
        }
    }
}

/// An address of IPv6 without the brackets that `Host` adds.
fn text_of(host: &Host<&str>) -> String {
    host.to_string().trim_matches(['[', ']']).to_owned()
}

/// A network such as `10.0.0.0/8`, `fe80::/10` or, as macOS writes it, `169.254/16`.
fn network(text: &str) -> Option<IpNet> {
    if let Ok(network) = text.parse() {
        return Some(network);
    }
    if let Ok(address) = text.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>() {
        return Some(address.into());
    }
    let (start, length) = text.split_once('/')?;
    let missing = 3_usize.checked_sub(start.matches('.').count())?;
    format!("{start}{}/{length}", ".0".repeat(missing)).parse().ok()
}

/// Whether the name fits a pattern in which `*` stands for any characters.
fn fits(name: &str, pattern: &str) -> bool {
    let mut parts = pattern.split('*');
    let first = parts.next().unwrap_or_default();
    let Some(mut rest) = name.strip_prefix(first) else { return false };
    let parts: Vec<&str> = parts.collect();
    let Some((last, middle)) = parts.split_last() else { return rest.is_empty() };
    for part in middle {
        match rest.split_once(part) {
            Some((_, after)) => rest = after,
            None => return false,
        }
    }
    rest.ends_with(last)
}

#[cfg(test)]
mod tests {
    use super::Subdomains::{Excluded, Included};
    use super::*;

    fn direct(entry: &str, subdomains: Subdomains, target: &str) -> bool {
        Exceptions::new([entry], subdomains).contain(&target.parse().unwrap())
    }

    #[test]
    fn an_entry_names_a_host_a_domain_a_network_or_a_pattern() {
        const SANDBOX: &str = "https://api-stage.novapost.pl/";
        for (entry, subdomains, target, expected) in [
            ("novapost.pl", Included, SANDBOX, true),
            ("novapost.pl", Excluded, SANDBOX, false),
            ("api-stage.novapost.pl", Excluded, SANDBOX, true),
            ("API-Stage.NovaPost.PL", Excluded, SANDBOX, true),
            (".novapost.pl", Included, SANDBOX, true),
            (".novapost.pl", Excluded, SANDBOX, true),
            ("*.novapost.pl", Included, SANDBOX, true),
            ("*.novapost.pl", Excluded, SANDBOX, true),
            ("*.novapost.pl", Included, "https://novapost.pl/", true),
            ("*.novapost.pl", Excluded, "https://novapost.pl/", false),
            ("*novapost.pl", Excluded, SANDBOX, true),
            ("api-*.novapost.*", Excluded, SANDBOX, true),
            ("api-*.novapost.com", Excluded, SANDBOX, false),
            ("ovapost.pl", Included, SANDBOX, false),
            ("novapost.pl.", Included, SANDBOX, true),
            ("novapost.pl:443", Included, SANDBOX, true),
            ("novapost.pl:80", Included, SANDBOX, false),
            ("novapost.pl:x", Included, SANDBOX, false),
            ("https://*.novapost.pl", Excluded, SANDBOX, true),
            ("http://*.novapost.pl", Excluded, SANDBOX, false),
            ("*", Included, SANDBOX, true),
            ("*", Excluded, SANDBOX, true),
            ("", Included, SANDBOX, false),
            (".", Included, SANDBOX, false),
            (".", Excluded, SANDBOX, false),
            ("*.", Excluded, SANDBOX, false),
            ("<-loopback>", Excluded, SANDBOX, false),
            ("<local>", Excluded, SANDBOX, false),
            ("<local>", Excluded, "https://intranet/", true),
            ("<local>", Excluded, "https://[fd00::1]/", false),
            ("10.0.0.0/8", Included, "https://10.1.2.3/", true),
            ("10.0.0.0/8", Included, "https://11.1.2.3/", false),
            ("169.254/16", Included, "https://169.254.9.9/", true),
            ("10.*", Excluded, "https://10.1.2.3/", true),
            ("10.1.2.3", Included, "https://10.1.2.3/", true),
            ("10.1.2.3:8443", Included, "https://10.1.2.3:8443/", true),
            ("10.1.2.3:8443", Included, "https://10.1.2.3/", false),
            ("1.2.3", Included, "https://10.1.2.3/", false),
            ("fe80::/10", Included, "https://[fe80::1]/", true),
            ("[::1]", Included, "https://[::1]/", true),
            ("[fd00::1]:443", Included, "https://[fd00::1]/", true),
            ("10.0.0.0/99", Included, "https://10.0.0.0/", false),
        ] {
            assert_eq!(direct(entry, subdomains, target), expected, "{entry} {target}");
        }
    }

    #[test]
    fn a_reversed_list_names_the_hosts_that_use_the_proxy() {
        let list = Exceptions::new(["novapost.com"], Included).reversed();
        assert!(!list.contain(&"https://api.novapost.com/".parse().unwrap()));
        assert!(list.contain(&"https://api-stage.novapost.pl/".parse().unwrap()));
    }
}
