//! The proxy settings of KDE: the group `Proxy Settings` of the file `kioslaverc`.

use std::collections::{HashMap, HashSet};

use super::variables::list;
use super::{ProxyAddress, ProxySettings};
use crate::model::ProxySource;

const GROUP: &str = "Proxy Settings";

/// The settings of this desktop. `variable` returns an environment variable.
#[cfg(target_os = "linux")]
pub(super) fn read(variable: impl Fn(&str) -> Option<String>) -> ProxySettings {
    let files = files(&variable).into_iter().filter_map(|file| std::fs::read_to_string(file).ok());
    of_files(files, variable)
}

/// The files that may hold the settings. The one that counts least comes first.
#[cfg(target_os = "linux")]
fn files(variable: &impl Fn(&str) -> Option<String>) -> Vec<std::path::PathBuf> {
    use std::path::PathBuf;

    let system = variable("XDG_CONFIG_DIRS").unwrap_or_else(|| "/etc/xdg".to_owned());
    let person = variable("XDG_CONFIG_HOME").map(PathBuf::from);
    let person = person.or_else(|| Some(PathBuf::from(variable("HOME")?).join(".config")));
    let folders = system.split(':').rev().map(PathBuf::from).chain(person);
    folders.map(|folder| folder.join("kioslaverc")).collect()
}

/// The settings in the texts of the files.
pub(super) fn of_files(
    files: impl IntoIterator<Item = String>,
    variable: impl Fn(&str) -> Option<String>,
) -> ProxySettings {
    let entries = entries(files);
    let text = |key: &str| entries.get(key).map_or("", String::as_str);
    let settings = |https: &str, socks: &str, exceptions: &str| {
        let exceptions = list(exceptions);
        let reversed = text("ReversedException").to_ascii_lowercase();
        let is_reversed = matches!(reversed.as_str(), "true" | "1" | "on" | "yes");
        ProxySettings {
            proxy: ProxyAddress::parse(https, "http")
                .or_else(|| ProxyAddress::parse(socks, "socks5h")),
            exceptions: if is_reversed { exceptions.reversed() } else { exceptions },
            script: false,
            source: ProxySource::Kde,
        }
    };
    match text("ProxyType") {
        // By hand.
        "1" => settings(text("httpsProxy"), text("socksProxy"), text("NoProxyFor")),
        // A script, or automatic detection.
        "2" | "3" => ProxySettings { script: true, ..ProxySettings::default() },
        // The values are names of variables.
        "4" => {
            let value = |key| text(key).split(',').map(str::trim).find_map(&variable);
            let [https, socks, exceptions] = ["httpsProxy", "socksProxy", "NoProxyFor"]
                .map(|key| value(key).unwrap_or_default());
            settings(&https, &socks, &exceptions)
        }
        _ => ProxySettings::default(),
    }
}

/// The entries of the group. A later file replaces what an earlier one says, unless that is marked with
/// `[$i]`, as administrators do.
fn entries(files: impl IntoIterator<Item = String>) -> HashMap<String, String> {
    let mut entries = HashMap::new();
    let mut fixed = HashSet::new();
    let mut is_fixed_group = false;
    for file in files {
        let mut is_fixed_here = HashSet::new();
        let mut fixes_group = false;
        let mut is_inside = false;
        for line in file.trim_start_matches('\u{FEFF}').lines().map(str::trim) {
            if let Some(header) = line.strip_prefix('[') {
                let (name, marks) = header.split_once(']').unwrap_or_default();
                // A second name in brackets is that of a group inside this one.
                is_inside = name == GROUP && (marks.is_empty() || marks.starts_with("[$"));
                fixes_group |= is_inside && marks.contains("[$i]");
            } else if is_inside
                && !line.starts_with('#')
                && let Some((key, value)) = line.split_once('=')
            {
                let (key, marks) = key.trim().split_once('[').unwrap_or((key.trim(), ""));
                if marks.starts_with('$') && marks.contains('i') {
                    is_fixed_here.insert(key.to_owned());
                }
                if !is_fixed_group && !fixed.contains(key) {
                    entries.insert(key.to_owned(), value.trim().to_owned());
                }
            }
        }
        fixed.extend(is_fixed_here);
        is_fixed_group |= fixes_group;
    }
    entries
}
