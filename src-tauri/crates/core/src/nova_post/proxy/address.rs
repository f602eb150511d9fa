//! The address of a proxy.

use std::borrow::Cow;
use std::fmt;
use std::net::Ipv6Addr;

use url::Url;

/// The address of a proxy: `http`, `https`, `socks4`, `socks4a`, `socks5` or `socks5h`, perhaps with a
/// name and a password.
#[derive(Clone, PartialEq, Eq)]
pub struct ProxyAddress(Url);

impl ProxyAddress {
    /// Parses `host:port`, `host port` as KDE writes it, or an address with a scheme. `scheme` is used
    /// if there is none. A name and a password before the last `@` may have any characters, such as the
    /// backslash of `DOMAIN\name`. `None` if this is no address of a proxy.
    pub fn parse(text: &str, scheme: &str) -> Option<Self> {
        // In Windows' command line, quotes become part of a variable.
        let text = text.trim().trim_matches('"');
        let (scheme, rest) = text.split_once("://").unwrap_or((scheme, text));
        let scheme = match scheme.trim().to_ascii_lowercase().as_str() {
            "http" => "http",
            "https" => "https",
            "socks4" => "socks4",
            "socks4a" => "socks4a",
            "socks5" => "socks5",
            "socks" | "socks5h" => "socks5h",
            _ => return None,
        };
        let (sign_in, rest) = rest.rsplit_once('@').unwrap_or(("", rest));
        let rest = rest.trim().trim_end_matches('/');
        let rest = match rest.rsplit_once(char::is_whitespace) {
            Some((host, port)) => {
                format!("{}:{port}", bracketed(host.trim_end().trim_end_matches('/')))
            }
            None => bracketed(rest).into_owned(),
        };
        let mut url = Url::parse(&format!("{scheme}://{rest}")).ok()?;
        let has_host = url.host_str().is_some_and(|host| !host.is_empty());
        if !has_host || url.port() == Some(0) || url.query().is_some() || url.fragment().is_some() {
            return None;
        }
        if url.port().is_none() && scheme.starts_with("socks") {
            url.set_port(Some(1080)).ok()?;
        }
        url.set_path("");
        // What is encoded already stays as it is.
        let (name, password) = sign_in.split_once(':').unwrap_or((sign_in, ""));
        url.set_username(name.trim_start()).ok()?;
        url.set_password(Some(password).filter(|password| !password.is_empty())).ok()?;
        Some(Self(url))
    }

    /// The address of a host and a port that are kept apart. `None` if there is no host, or the port is
    /// no port.
    #[cfg(any(test, target_os = "linux", target_os = "macos"))]
    pub(super) fn of_parts(scheme: &str, host: &str, port: i64) -> Option<Self> {
        let host = host.trim();
        let port = u16::try_from(port).ok().filter(|port| *port != 0)?;
        if host.is_empty() {
            return None;
        }
        // Some people enter the scheme into the field for the host.
        Self::parse(&format!("{}:{port}", bracketed(host).trim_end_matches('/')), scheme)
    }

    /// The same address with a name and a password.
    #[cfg(any(test, target_os = "linux"))]
    pub(super) fn with_sign_in(mut self, name: &str, password: &str) -> Self {
        let set = self.0.set_username(name).and_then(|()| self.0.set_password(Some(password)));
        if set.is_err() {
            tracing::warn!("the proxy's address can't hold a name");
        }
        self
    }

    /// Whether the other address has a name and this one does not, and they are the same otherwise.
    #[cfg(any(test, target_os = "linux"))]
    pub(super) fn is_same_without_sign_in(&self, other: &Self) -> bool {
        let place = |url: &Url| {
            let host = url.host_str().map(str::to_ascii_lowercase);
            (url.scheme().to_owned(), host, url.port_or_known_default())
        };
        !self.has_sign_in() && other.has_sign_in() && place(&self.0) == place(&other.0)
    }

    /// Whether the address has a name.
    pub(in crate::nova_post) fn has_sign_in(&self) -> bool {
        !self.0.username().is_empty()
    }

    /// The scheme, host and port, without the name and the password.
    pub(in crate::nova_post) fn place(&self) -> String {
        format!("{self:?}")
    }

    pub(in crate::nova_post) fn url(&self) -> &Url {
        &self.0
    }
}

/// The host, with brackets if it is an address of IPv6 without them.
fn bracketed(host: &str) -> Cow<'_, str> {
    if host.parse::<Ipv6Addr>().is_ok() { format!("[{host}]").into() } else { host.into() }
}

/// Leaves out the name and the password.
impl fmt::Debug for ProxyAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let host = self.0.host_str().unwrap_or_default();
        let port = self.0.port_or_known_default().unwrap_or_default();
        write!(f, "{}://{host}:{port}", self.0.scheme())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_proxys_address_is_read_in_all_its_spellings() {
        for (text, read) in [
            ("proxy.firma.example:3128", Some("http://proxy.firma.example:3128")),
            ("proxy.firma.example", Some("http://proxy.firma.example:80")),
            ("http://proxy.firma.example:3128/", Some("http://proxy.firma.example:3128")),
            ("HTTP://Proxy.Firma.Example:3128", Some("http://proxy.firma.example:3128")),
            ("http://proxy.firma.example 3128", Some("http://proxy.firma.example:3128")),
            ("http://proxy.firma.example/ 3128", Some("http://proxy.firma.example:3128")),
            ("proxy.firma.example 3128", Some("http://proxy.firma.example:3128")),
            ("  proxy:8080\n", Some("http://proxy:8080")),
            ("10.1.2.3:8080", Some("http://10.1.2.3:8080")),
            ("[fd00::1]:8080", Some("http://[fd00::1]:8080")),
            ("fd00::1", Some("http://[fd00::1]:80")),
            ("http://fd00::1 8080", Some("http://[fd00::1]:8080")),
            ("http://[fd00::1] 8080", Some("http://[fd00::1]:8080")),
            ("\"http://proxy:8080\"", Some("http://proxy:8080")),
            ("http://anna:pass@proxy:8080", Some("http://proxy:8080")),
            ("https://proxy.firma.example", Some("https://proxy.firma.example:443")),
            ("socks5://proxy:1081", Some("socks5://proxy:1081")),
            ("socks://proxy", Some("socks5h://proxy:1080")),
            ("socks4a://10.0.0.1:9050", Some("socks4a://10.0.0.1:9050")),
            ("", None),
            ("   ", None),
            (":3128", None),
            ("http://", None),
            ("ftp://proxy:21", None),
            ("direct://", None),
            ("quic://proxy:443", None),
            ("proxy:99999", None),
            ("proxy:0", None),
            ("proxy:port", None),
            ("http://proxy:3128/?x", None),
        ] {
            let address = ProxyAddress::parse(text, "http").map(|address| format!("{address:?}"));
            assert_eq!(address.as_deref(), read, "{text:?}");
        }
    }

    #[test]
    fn host_and_port_that_are_kept_apart_are_joined() {
        for (host, port, read) in [
            ("proxy", 3128, Some("http://proxy:3128")),
            ("fd00::1", 3128, Some("http://[fd00::1]:3128")),
            ("http://proxy/", 3128, Some("http://proxy:3128")),
            ("proxy", 0, None),
            ("proxy", -1, None),
            ("proxy", 70_000, None),
            ("", 3128, None),
        ] {
            let address = ProxyAddress::of_parts("http", host, port);
            assert_eq!(address.map(|it| format!("{it:?}")).as_deref(), read, "{host} {port}");
        }
    }

    #[test]
    fn a_password_is_kept_and_not_printed() {
        for text in ["http://anna:s%40cret@proxy:8080", "http://anna:s@cret@proxy:8080"] {
            let address = ProxyAddress::parse(text, "http").unwrap();
            assert!(address.has_sign_in());
            assert_eq!(address.url().as_str(), "http://anna:s%40cret@proxy:8080/");
            assert!(!format!("{address:?}").contains("cret"));
        }
        for (text, url) in [
            ("http://FIRMA\\anna:pass@proxy:8080", "http://FIRMA%5Canna:pass@proxy:8080/"),
            ("FIRMA\\anna:pass@proxy:8080", "http://FIRMA%5Canna:pass@proxy:8080/"),
            ("http://FIRMA%5Canna:pass@proxy:8080/", "http://FIRMA%5Canna:pass@proxy:8080/"),
            ("http://anna:12/34@proxy:8080", "http://anna:12%2F34@proxy:8080/"),
            ("http://anna:a#b?c d:e@proxy:8080", "http://anna:a%23b%3Fc%20d%3Ae@proxy:8080/"),
            ("http://anna:pass@proxy 8080", "http://anna:pass@proxy:8080/"),
            ("http://anna@firma.example:pass@proxy", "http://anna%40firma.example:pass@proxy/"),
            ("http://anna:pass@[fd00::1]:8080", "http://anna:pass@[fd00::1]:8080/"),
            ("socks5://FIRMA\\anna:pass@proxy", "socks5://FIRMA%5Canna:pass@proxy:1080"),
            ("http://anna@proxy:8080", "http://anna@proxy:8080/"),
            ("http://@proxy:8080", "http://proxy:8080/"),
        ] {
            let address = ProxyAddress::parse(text, "http").unwrap();
            assert_eq!(address.url().as_str(), url, "{text}");
        }
        assert_eq!(ProxyAddress::parse("http://anna:pass@", "http"), None);
        let named = ProxyAddress::parse("proxy:8080", "http").unwrap().with_sign_in("a b", "p:@/");
        assert_eq!(named.url().as_str(), "http://a%20b:p%3A%40%2F@proxy:8080/");
    }
}
