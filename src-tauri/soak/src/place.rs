//! Where the processes of one round find the same register, keychain and Nova Post, as the starts
//! of an app on one computer do.

use std::ffi::OsString;
use std::path::PathBuf;
use std::sync::Arc;

use keydesk_core::clock::Clock;
use keydesk_core::desk::{Desk, Furnishing};
use keydesk_core::nova_post::BaseUrl;
use keydesk_core::vault::Vault;

/// A register, a service in the keychain, a Nova Post, and the number to ask for. No secret: it
/// stands in the arguments of a process.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct Place {
    #[arg(long)]
    pub(crate) register: PathBuf,
    #[arg(long)]
    pub(crate) service: String,
    #[arg(long)]
    pub(crate) nova_post: String,
    #[arg(long)]
    pub(crate) digits: String,
}

impl Place {
    /// As the arguments from which a process reads it.
    pub(crate) fn arguments(&self) -> [OsString; 8] {
        [
            "--register".into(),
            self.register.clone().into_os_string(),
            "--service".into(),
            self.service.clone().into(),
            "--nova-post".into(),
            self.nova_post.clone().into(),
            "--digits".into(),
            self.digits.clone().into(),
        ]
    }

    /// The keychain of this computer, as the app opens it.
    pub(crate) fn keychain(&self) -> Vault {
        Vault::of_this_computer(&self.service)
    }

    /// The desk of the app at this place.
    pub(crate) fn desk(&self, vault: Vault, clock: Arc<dyn Clock>) -> Result<Desk, &'static str> {
        let nova_post = BaseUrl::parse(&self.nova_post).map_err(|_| "no address of a Nova Post")?;
        Ok(Desk::new(Furnishing {
            register: self.register.clone(),
            vault,
            sandbox: nova_post.clone(),
            production: nova_post,
            clock,
        }))
    }

    /// The number as a person types it.
    pub(crate) fn number(&self) -> String {
        format!("+{}", self.digits)
    }
}
