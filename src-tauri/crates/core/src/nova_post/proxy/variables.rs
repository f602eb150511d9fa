//! The environment variables `HTTPS_PROXY`, `ALL_PROXY` and `NO_PROXY`, in capital or small letters.

use super::{Exceptions, ProxyAddress, ProxySettings, Subdomains};
use crate::model::ProxySource;

/// The settings in the variables that `read` returns.
pub(super) fn read(read: impl Fn(&str) -> Option<String>) -> ProxySettings {
    let names = ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"];
    let Some(value) = names.into_iter().find_map(&read) else { return ProxySettings::default() };
    let proxy = ProxyAddress::parse(&value, "http");
    if proxy.is_none() {
        tracing::warn!("the variable for the proxy can't be read");
    }
    let exceptions = read("NO_PROXY").or_else(|| read("no_proxy")).unwrap_or_default();
    ProxySettings {
        proxy,
        exceptions: list(&exceptions),
        script: false,
        source: ProxySource::Variables,
    }
}

/// A list that is separated by commas or spaces.
pub(super) fn list(text: &str) -> Exceptions {
    let entries = text.split(|character: char| character == ',' || character.is_whitespace());
    Exceptions::new(entries, Subdomains::Included)
}
