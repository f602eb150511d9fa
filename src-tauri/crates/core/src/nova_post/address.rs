//! The addresses that the app may connect to.

use url::{Host, Url};

const SANDBOX: &str = "https://api-stage.novapost.pl/v.1.0/";
const PRODUCTION: &str = "https://api.novapost.com/v.1.0/";
const UKRAINE: &str = "https://api.novaposhta.ua/v2.0/";

/// A base address: https, or http to a loopback address. Ends with `/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BaseUrl(Url);

/// The address is neither https nor http on loopback, or has more than a host and a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AddressRefused;

/// The properties of an address that decide how the app connects to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ConnectionKind {
    /// The server is on this computer, so no proxy is used.
    pub(super) loopback: bool,
    /// The connection uses plain http, which is allowed on loopback only.
    pub(super) plain: bool,
}

impl BaseUrl {
    /// Parses an address, with or without a slash at its end. Fails for http to a host other than
    /// `localhost`, 127.0.0.0/8 and `[::1]`, and for an address with user name, password, query or
    /// fragment.
    pub fn parse(text: &str) -> Result<Self, AddressRefused> {
        let mut url = Url::parse(text).map_err(|_| AddressRefused)?;
        let encrypted = url.scheme() == "https";
        let on_this_computer = url.scheme() == "http" && is_loopback(&url);
        let bare = url.username().is_empty()
            && url.password().is_none()
            && url.query().is_none()
            && url.fragment().is_none();
        if !bare || !(encrypted || on_this_computer) {
            return Err(AddressRefused);
        }
        if !url.path().ends_with('/') {
            let path = format!("{}/", url.path());
            url.set_path(&path);
        }
        Ok(Self(url))
    }

    /// Nova Post's sandbox, "Stage" in [NP-spec: servers].
    #[must_use]
    pub fn sandbox() -> Self {
        Self::documented(SANDBOX)
    }

    /// Nova Post's production environment [NP-spec: servers].
    #[must_use]
    pub fn production() -> Self {
        Self::documented(PRODUCTION)
    }

    /// The API of Ukraine, without the `json/` that its calls have in common [NP-ua-api].
    #[must_use]
    pub fn ukraine() -> Self {
        Self::documented(UKRAINE)
    }

    /// The base for tokens beside this base of the API of Ukraine: `v.1.0/` in place of `v2.0/`. "Using Tokens" in
    /// [NP-docs] names `https://api.novaposhta.ua/v.1.0/`.
    pub(super) fn tokens_of_ukraine(&self) -> Self {
        let mut url = self.0.clone();
        let parent =
            self.0.path().trim_end_matches('/').rsplit_once('/').map_or("", |parts| parts.0);
        url.set_path(&format!("{parent}/v.1.0/"));
        Self(url)
    }

    /// The address as text. Ends with `/`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The host, with its port if that is not the usual one: what a person can compare.
    #[must_use]
    pub fn host(&self) -> String {
        let host = self.0.host_str().unwrap_or_default();
        self.0.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"))
    }

    /// The address of a call: this base and the path.
    pub(super) fn call(&self, path: &str) -> Url {
        let mut url = self.0.clone();
        url.set_path(&format!("{}{path}", self.0.path()));
        url
    }

    pub(super) fn connection_kind(&self) -> ConnectionKind {
        ConnectionKind { loopback: is_loopback(&self.0), plain: self.0.scheme() == "http" }
    }

    #[expect(clippy::expect_used, reason = "there are three constants, and a test parses them")]
    fn documented(text: &str) -> Self {
        Self::parse(text).expect("a documented address can be parsed")
    }
}

fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_base_addresses_are_the_documented_ones() {
        assert_eq!(BaseUrl::sandbox().0.as_str(), SANDBOX);
        assert_eq!(BaseUrl::production().0.as_str(), PRODUCTION);
        assert_eq!(BaseUrl::ukraine().0.as_str(), UKRAINE);
    }

    #[test]
    fn tokens_of_ukraine_have_an_address_on_the_same_host() {
        for (base, tokens) in [
            (UKRAINE, "https://api.novaposhta.ua/v.1.0/"),
            ("http://127.0.0.1:4711/ukraine/v2.0", "http://127.0.0.1:4711/ukraine/v.1.0/"),
            ("https://api.novaposhta.ua:8443", "https://api.novaposhta.ua:8443/v.1.0/"),
        ] {
            let tokens_of = BaseUrl::parse(base).unwrap().tokens_of_ukraine();
            assert_eq!(tokens_of.0.as_str(), tokens);
            assert_eq!(Ok(tokens_of), BaseUrl::parse(tokens));
        }
    }

    #[test]
    fn the_slash_at_the_end_may_be_left_out() {
        for (text, base) in [
            ("https://api.novapost.com/v.1.0", "https://api.novapost.com/v.1.0/"),
            ("https://api.novapost.com", "https://api.novapost.com/"),
            ("http://127.0.0.1:4711/v.1.0/", "http://127.0.0.1:4711/v.1.0/"),
        ] {
            assert_eq!(BaseUrl::parse(text).unwrap().0.as_str(), base);
        }
    }

    #[test]
    fn plain_http_is_accepted_for_this_computer_only() {
        for text in
            ["http://localhost:1/", "http://127.9.8.7/", "http://[::1]:80/", "http://2130706433/"]
        {
            let kind = BaseUrl::parse(text).map(|base| base.connection_kind());
            assert_eq!(kind, Ok(ConnectionKind { loopback: true, plain: true }), "{text}");
        }
        for text in [
            "http://api.novapost.com/",
            "http://localhost.example.com/",
            "http://128.0.0.1/",
            "http://127.0.0.1.example.com/",
            "http://[::ffff:10.0.0.1]/",
            "http://0.0.0.0/",
        ] {
            assert_eq!(BaseUrl::parse(text), Err(AddressRefused), "{text}");
        }
    }

    #[test]
    fn an_address_with_more_than_a_host_and_a_path_is_refused() {
        for text in [
            "",
            "api.novapost.com",
            "ftp://127.0.0.1/",
            "file:///v.1.0/",
            "https://",
            "https://name@api.novapost.com/",
            "https://name:word@api.novapost.com/",
            "https://api.novapost.com/?",
            "https://api.novapost.com/?apiKey=1",
            "https://api.novapost.com/#top",
        ] {
            assert_eq!(BaseUrl::parse(text), Err(AddressRefused), "{text}");
        }
    }

    #[test]
    fn a_host_is_shown_with_an_unusual_port() {
        for (text, host) in [
            ("https://api.novapost.com/v.1.0/", "api.novapost.com"),
            ("https://api.novapost.com:443/", "api.novapost.com"),
            ("https://api.novapost.com:8443/", "api.novapost.com:8443"),
            ("http://127.0.0.1:4711/v.1.0/", "127.0.0.1:4711"),
            ("http://[::1]:80/", "[::1]"),
            // Letters of another alphabet are shown as what is looked up.
            ("https://api.novap\u{043e}st.com/", "api.xn--novapst-ejg.com"),
        ] {
            assert_eq!(BaseUrl::parse(text).unwrap().host(), host);
        }
    }

    #[test]
    fn the_path_of_a_call_is_below_the_base() {
        let base = BaseUrl::parse("http://127.0.0.1:1/v.1.0").unwrap();
        assert_eq!(base.call("clients/authorization").path(), "/v.1.0/clients/authorization");
    }
}
