//! The web pages that the app opens. It opens no others.

use std::path::Path;

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
}

impl Link {
    /// The address of the page at Nova Post. Checked in November 2026.
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

    /// The page of the practice server that replaces it in practice. `None` if the real page is opened
    /// in practice too, because it is only read.
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

/// Opens an address in the browser or the mail program. If none is installed, the person sees that
/// nothing opens, and the log notes it. Neither address nor error is logged: they may hold an email.
pub(crate) fn open(address: &str) {
    if tauri_plugin_opener::open_url(address, None::<&str>).is_err() {
        tracing::warn!("no program opened the address");
    }
}

/// Shows a file in the file manager. The error is not logged: it may hold the file's name.
pub(crate) fn show_file(path: &Path) {
    if tauri_plugin_opener::reveal_item_in_dir(path).is_err() {
        tracing::warn!("no file manager showed the file");
    }
}
