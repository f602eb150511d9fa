//! A complete `request_test_key`: intent, API call, keychain with read-back, store.

use std::error::Error;
use std::sync::Arc;
use std::time::Instant;

use keydesk_core::clock::SystemClock;
use keydesk_core::keychain::Keychain;
use keydesk_core::model::{KeyId, no_progress};
use keydesk_core::service::{Rules, Service, ServiceConfig};

use crate::timing::median_ms;
use crate::{NUMBER, base_url, failed};

const ROUNDS: usize = 15;
/// A number that isn't registered.
const UNREGISTERED: &str = "491713920044";

/// The median time, in milliseconds, of a complete request on a service without keys.
pub(crate) async fn request_test_key_ms(url: &str) -> Result<f64, Box<dyn Error>> {
    let mut times = Vec::new();
    for _ in 0..ROUNDS {
        let folder = tempfile::tempdir()?;
        let service = Service::new(ServiceConfig {
            store: folder.path().join("register.sqlite"),
            keychain: Keychain::of_this_computer("Key Desk bench"),
            sandbox: base_url(url)?,
            production: base_url(url)?,
            ukraine: base_url(url)?,
            clock: Arc::new(SystemClock::default()),
            rules: Rules::default(),
        });
        open_everything(&service).await;
        let started = Instant::now();
        service.test_keys.request(NUMBER, None, false, &no_progress()).await.map_err(failed)?;
        times.push(started.elapsed());
    }
    Ok(median_ms(&times))
}

/// Opens the store, the connection and the keychain session before the measurement. Both calls fail;
/// only their side effects matter.
async fn open_everything(service: &Service) {
    let _ = service.test_keys.request(UNREGISTERED, None, false, &no_progress()).await;
    let _ = service.keys.secret_of(&KeyId::random(), &no_progress()).await;
}
