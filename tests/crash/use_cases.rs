//! The calls of Key Desk's service that these tests need.

use std::path::Path;
use std::sync::Arc;

use keydesk_core::clock::Clock;
use keydesk_core::keychain::Keychain;
use keydesk_core::model::{Failure, Progress};
use keydesk_core::nova_post::BaseUrl;
use keydesk_core::service::{Kept, Rules, Service, ServiceConfig, ToDo};
use test_driver::{Context, Error};

pub(crate) fn service(
    store: &Path,
    nova_post: &str,
    keychain: Keychain,
    clock: Arc<dyn Clock>,
) -> Result<Service, Error> {
    let base = BaseUrl::parse(nova_post).map_err(|_| Error::new("not a base URL"))?;
    Ok(Service::new(ServiceConfig {
        store: store.to_owned(),
        keychain,
        sandbox: base.clone(),
        production: base.clone(),
        ukraine: base,
        clock,
        rules: Rules::default(),
    }))
}

pub(crate) async fn request_test_key(
    service: &Service,
    digits: &str,
    progress: &Progress,
) -> Result<(), Failure> {
    service.test_keys.request(&format!("+{digits}"), None, true, progress).await.map(drop)
}

/// What the person sees at the next start: whether Home mentions an unfinished request, and the
/// number of keys that are in the keychain.
pub(crate) async fn look_at_home(service: &Service) -> Result<(bool, usize), Error> {
    let failed = |failure| format!("{failure:?}");
    let home = service.keys.home().await.map_err(failed).context("home")?;
    let keys = service.keys.list().await.map_err(failed).context("keys")?;
    let unfinished = home.to_do.iter().any(|to_do| matches!(to_do, ToDo::Unfinished { .. }));
    Ok((unfinished, keys.iter().filter(|key| key.kept == Kept::Keychain).count()))
}
