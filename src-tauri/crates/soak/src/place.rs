//! Where the processes of one round find the same store, keychain and Nova Post, as the starts
//! of an app on one computer do.

use std::ffi::OsString;
use std::path::PathBuf;
use std::sync::Arc;

use keydesk_core::clock::Clock;
use keydesk_core::keychain::Keychain;
use keydesk_core::nova_post::BaseUrl;
use keydesk_core::service::{Service, ServiceConfig};

/// A store, a service in the keychain, a Nova Post, and the number to ask for. No secret: it
/// stands in the arguments of a process.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct Place {
    #[arg(long)]
    pub(crate) store: PathBuf,
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
            "--store".into(),
            self.store.clone().into_os_string(),
            "--service".into(),
            self.service.clone().into(),
            "--nova-post".into(),
            self.nova_post.clone().into(),
            "--digits".into(),
            self.digits.clone().into(),
        ]
    }

    /// The keychain of this computer, as the app opens it.
    pub(crate) fn keychain(&self) -> Keychain {
        Keychain::of_this_computer(&self.service)
    }

    /// The service of the app at this place.
    pub(crate) fn service(
        &self,
        keychain: Keychain,
        clock: Arc<dyn Clock>,
    ) -> Result<Service, &'static str> {
        let nova_post = BaseUrl::parse(&self.nova_post).map_err(|_| "no address of a Nova Post")?;
        Ok(Service::new(ServiceConfig {
            store: self.store.clone(),
            keychain,
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
