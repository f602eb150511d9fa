//! The proxy settings of macOS, as the program `scutil --proxy` prints them.
//!
//! The list of exceptions can't be read from the system's framework without `unsafe`, which the project
//! forbids.

use std::collections::HashMap;

use super::{Exceptions, ProxyAddress, ProxySettings, Subdomains};
use crate::model::ProxySource;

/// The settings of this computer.
#[cfg(target_os = "macos")]
pub(super) fn read() -> ProxySettings {
    match std::process::Command::new("/usr/sbin/scutil").arg("--proxy").output() {
        Ok(output) => of_dictionary(&String::from_utf8_lossy(&output.stdout)),
        Err(error) => {
            tracing::warn!(kind = ?error.kind(), "the proxy settings can't be read");
            ProxySettings::default()
        }
    }
}

/// The settings in a printed dictionary: lines `Name : value`, and nested lists in braces.
pub(super) fn of_dictionary(text: &str) -> ProxySettings {
    let mut values = HashMap::new();
    let mut exceptions = Vec::new();
    // The names of the dictionaries and lists around the line.
    let mut around: Vec<&str> = Vec::new();
    for line in text.lines().map(str::trim) {
        if line == "}" {
            around.pop();
            continue;
        }
        let (name, value) = line.split_once(" : ").unwrap_or(("", line));
        if value.ends_with('{') {
            around.push(name);
        } else if around.len() == 2 && around[1] == "ExceptionsList" {
            exceptions.push(value);
        } else if around.len() == 1 {
            values.insert(name, value);
        }
    }
    let is_set = |name: &str| values.get(name) == Some(&"1");
    let proxy = |protocol: &str, scheme: &str| {
        let value = |name: &str| values.get(format!("{protocol}{name}").as_str()).copied();
        let port = value("Port").and_then(|port| port.parse().ok());
        let is_enabled = is_set(&format!("{protocol}Enable"));
        let proxy = || ProxyAddress::of_parts(scheme, value("Proxy")?, port?);
        is_enabled.then(proxy).flatten()
    };
    let exceptions = Exceptions::new(exceptions, Subdomains::Included);
    let leaves_out_local = is_set("ExcludeSimpleHostnames");
    ProxySettings {
        proxy: proxy("HTTPS", "http").or_else(|| proxy("SOCKS", "socks5h")),
        exceptions: if leaves_out_local { exceptions.with_local_names() } else { exceptions },
        script: is_set("ProxyAutoConfigEnable") || is_set("ProxyAutoDiscoveryEnable"),
        source: ProxySource::Macos,
    }
}
