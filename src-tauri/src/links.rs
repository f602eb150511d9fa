//! The few pages outside that the app opens, and nothing else.

use std::path::Path;

use keydesk_practice::Site;
use serde::Deserialize;
use ts_rs::TS;

/// A page that Key Desk knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Link {
    /// My Nova Post: the account, and its keys.
    MyNovaPost,
    /// How to store there, step by step.
    RegistrationHelp,
    /// Nova Post's own page about keys, with its form for a test key.
    TestKeyPage,
    /// The documentation for developers.
    ApiPortal,
    /// The business cabinet in Ukraine.
    UkraineCabinet,
}

impl Link {
    /// Its address. Checked November 2026.
    #[must_use]
    pub fn address(self) -> &'static str {
        match self {
            Self::MyNovaPost => "https://my.novapost.com/",
            Self::RegistrationHelp => {
                "https://novapost.com/en-pl/my-nova-post-instructions#registration"
            }
            Self::TestKeyPage => {
                "https://api-portal.novapost.com/novaposhta-docs/integration-guide/api-key-generation"
            }
            Self::ApiPortal => "https://api-portal.novapost.com/",
            Self::UkraineCabinet => "https://new.novaposhta.ua/",
        }
    }

    /// The page of practice that stands in for it; none where it is only there to be read.
    #[must_use]
    pub fn in_practice(self) -> Option<Site> {
        match self {
            Self::MyNovaPost => Some(Site::MyNovaPost),
            Self::TestKeyPage => Some(Site::TestKeyPage),
            Self::UkraineCabinet => Some(Site::Cabinet),
            Self::RegistrationHelp | Self::ApiPortal => None,
        }
    }
}

/// Hands an address to the browser or the mail program. That none is installed is seen by the
/// person at once; the log keeps it for support.
pub(crate) fn open(address: &str) {
    if tauri_plugin_opener::open_url(address, None::<&str>).is_err() {
        tracing::warn!("no program opened the address");
    }
}

/// Shows a file in the file manager.
pub(crate) fn show_file(path: &Path) {
    if tauri_plugin_opener::reveal_item_in_dir(path).is_err() {
        tracing::warn!("no file manager showed the file");
    }
}
