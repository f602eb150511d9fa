//! New versions of the app: reads what is offered at an address, and downloads the file of a version.
//!
//! Nothing here installs anything or knows a signature. What was downloaded is in memory only, so a download that
//! fails, is cancelled or is cut off by the end of the app leaves no file behind.

mod release;
mod server;

pub use self::release::{Package, Release};
pub use self::server::{OnReceived, UpdateLimits, UpdateServer};

use url::Url;

use crate::model::Failure;

/// An address that is https.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UpdateAddress(Url);

impl UpdateAddress {
    /// Parses an address. Fails with [`Failure::UpdateAddressInsecure`] for anything but https, also on this
    /// computer: a person who can change the answer could hide new versions.
    pub fn parse(text: &str) -> Result<Self, Failure> {
        Url::parse(text).map_err(|_| Failure::UpdateAddressInsecure).and_then(Self::of)
    }

    fn of(url: Url) -> Result<Self, Failure> {
        let is_https = url.scheme() == "https" && url.host().is_some();
        is_https.then_some(Self(url)).ok_or(Failure::UpdateAddressInsecure)
    }

    /// The host, with its port if that is not the usual one.
    #[must_use]
    pub fn host(&self) -> String {
        let host = self.0.host_str().unwrap_or_default();
        self.0.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_https_is_an_address_for_updates() {
        for text in [
            "http://updates.example/latest.json",
            "http://127.0.0.1:8443/latest.json",
            "http://localhost/latest.json",
            "file:///tmp/latest.json",
            "ftp://updates.example/latest.json",
            "updates.example",
            "",
        ] {
            assert_eq!(UpdateAddress::parse(text), Err(Failure::UpdateAddressInsecure), "{text}");
        }
        let address = UpdateAddress::parse("https://127.0.0.1:8443/key-desk/latest.json").unwrap();
        assert_eq!(address.host(), "127.0.0.1:8443");
    }
}
