//! The web pages that the app opens. It opens no others.

#[cfg(not(windows))]
use std::io;
use std::path::Path;
#[cfg(not(windows))]
use std::time::Duration;

use keydesk_practice::Site;
use serde::Deserialize;
use ts_rs::TS;

/// A page outside the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Link {
    /// My Nova Post: the account and its keys.
    MyNovaPost,
    /// Instructions for registering at My Nova Post.
    RegistrationHelp,
    /// Nova Post's page about API keys, with its form for a test key.
    TestKeyPage,
    /// The documentation for developers.
    ApiPortal,
    /// The business cabinet of Nova Poshta in Ukraine.
    UkraineCabinet,
    /// The section of that cabinet with its keys.
    UkraineKeys,
}

impl Link {
    /// The address of the page at Nova Post, in the window's language if Nova Post has the page in it,
    /// else in English. Checked in November 2026.
    #[must_use]
    pub fn address(self, language: &str) -> &'static str {
        match (self, language) {
            (Self::MyNovaPost, _) => "https://my.novapost.com/",
            (Self::RegistrationHelp, "uk") => {
                "https://novapost.com/uk-pl/my-nova-post-instructions#registration"
            }
            (Self::RegistrationHelp, _) => {
                "https://novapost.com/en-pl/my-nova-post-instructions#registration"
            }
            (Self::TestKeyPage, "uk") => {
                "https://api-portal.novapost.com/novaposhta-docs/documentation/kroki-integraciyi/stvorennya-api-klyucha"
            }
            (Self::TestKeyPage, _) => {
                "https://api-portal.novapost.com/novaposhta-docs/integration-guide/api-key-generation"
            }
            (Self::ApiPortal, _) => "https://api-portal.novapost.com/",
            (Self::UkraineCabinet, _) => "https://new.novaposhta.ua/",
            (Self::UkraineKeys, _) => "https://new.novaposhta.ua/dashboard/settings/developers",
        }
    }

    /// The page of the practice server that replaces it in practice. `None` if the real page is opened
    /// in practice too, because it is only read.
    #[must_use]
    pub fn in_practice(self) -> Option<Site> {
        match self {
            Self::MyNovaPost => Some(Site::MyNovaPost),
            Self::TestKeyPage => Some(Site::TestKeyPage),
            Self::UkraineCabinet => Some(Site::Cabinet),
            Self::UkraineKeys => Some(Site::CabinetKeys),
            Self::RegistrationHelp | Self::ApiPortal => None,
        }
    }
}

/// How long a program that opens addresses may take to say that it can't. One that still runs then
/// counts as having opened the address.
#[cfg(not(windows))]
const OPENING: Duration = Duration::from_secs(2);

/// Opens an address in the browser or the mail program. Returns whether a program took it, as far as the
/// system tells. Neither address nor error is logged: they may hold an email.
pub(crate) async fn open(address: String) -> bool {
    let opened = tauri::async_runtime::spawn_blocking(move || hand_over(&address)).await;
    let is_open = matches!(opened, Ok(Ok(())));
    if !is_open {
        tracing::warn!("no program opened the address");
    }
    is_open
}

/// The programs of Linux and macOS say only by their exit status that they opened nothing.
#[cfg(not(windows))]
fn hand_over(address: &str) -> io::Result<()> {
    open::that_detached_with_timeout(address, OPENING)
}

/// Windows says at once whether it knows a program.
#[cfg(windows)]
fn hand_over(address: &str) -> Result<(), tauri_plugin_opener::Error> {
    tauri_plugin_opener::open_url(address, None::<&str>)
}

/// Shows a file in the file manager. The error is not logged: it may hold the file's name.
pub(crate) fn show_file(path: &Path) {
    if tauri_plugin_opener::reveal_item_in_dir(path).is_err() {
        tracing::warn!("no file manager showed the file");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINKS: [Link; 6] = [
        Link::MyNovaPost,
        Link::RegistrationHelp,
        Link::TestKeyPage,
        Link::ApiPortal,
        Link::UkraineCabinet,
        Link::UkraineKeys,
    ];

    #[test]
    fn a_link_leads_to_the_page_in_the_windows_language_if_there_is_one() {
        for (link, english, ukrainian) in [
            (Link::RegistrationHelp, "/en-pl/", "/uk-pl/"),
            (Link::TestKeyPage, "/api-key-generation", "/stvorennya-api-klyucha"),
        ] {
            assert!(link.address("en").contains(english), "{link:?}");
            assert!(link.address("uk").contains(ukrainian), "{link:?}");
        }
    }

    #[test]
    fn a_language_that_nova_post_does_not_have_gets_the_english_page() {
        for link in LINKS {
            for language in ["", "pl", "de", "UK", "uk-UA", "../uk"] {
                assert_eq!(link.address(language), link.address("en"), "{link:?} in {language}");
            }
        }
    }

    #[test]
    fn every_address_is_a_page_of_nova_post() {
        for link in LINKS {
            for language in ["en", "uk"] {
                let address = link.address(language);
                let rest = address.strip_prefix("https://").unwrap();
                let host = rest.split('/').next().unwrap();
                assert!(
                    [
                        "my.novapost.com",
                        "novapost.com",
                        "api-portal.novapost.com",
                        "new.novaposhta.ua"
                    ]
                    .contains(&host),
                    "{address}"
                );
            }
        }
    }
}
