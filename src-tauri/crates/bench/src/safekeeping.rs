//! A whole `request_test_key`: intent, call, keychain with read-back, store.

use std::error::Error;
use std::sync::Arc;
use std::time::Instant;

use keydesk_core::clock::SystemClock;
use keydesk_core::keychain::Keychain;
use keydesk_core::model::{KeyId, no_progress};
use keydesk_core::service::{Service, ServiceConfig};

use crate::timing::median_ms;
use crate::{NUMBER, base_url, failed};

const ROUNDS: usize = 15;
/// Registered nowhere.
const NOBODY: &str = "491713920044";

/// The median time of a whole request on a service that has never seen a key, in milliseconds.
pub(crate) async fn request_test_key_ms(url: &str) -> Result<f64, Box<dyn Error>> {
    let mut times = Vec::new();
    for _ in 0..ROUNDS {
        let folder = tempfile::tempdir()?;
        let service = Service::new(ServiceConfig {
            store: folder.path().join("register.sqlite"),
            keychain: Keychain::of_this_computer("Key Desk bench"),
            sandbox: base_url(url)?,
            production: base_url(url)?,
            clock: Arc::new(SystemClock::default()),
        });
        open_everything(&service).await;
        let begun = Instant::now();
        service.test_keys.request(NUMBER, None, false, &no_progress()).await.map_err(failed)?;
        times.push(begun.elapsed());
    }
    Ok(median_ms(&times))
}

/// Store, connection and keychain session are opened once and kept; what that takes is not what
/// a request takes. Both calls fail, as they should.
async fn open_everything(service: &Service) {
    let _ = service.test_keys.request(NOBODY, None, false, &no_progress()).await;
    let _ = service.keys.secret_of(&KeyId::random(), &no_progress()).await;
}
