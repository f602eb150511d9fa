//! What live keeps on this computer, which practice never touches.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use keydesk_core::clock::SystemClock;
use keydesk_core::keychain::Keychain;
use keydesk_core::model::{KeyId, no_progress};
use keydesk_core::nova_post::BaseUrl;
use keydesk_core::service::{Service, ServiceConfig};
use keydesk_practice::{Options, Practice};
use test_driver::{Desktop, Error, inside};

use crate::support::opened::Opened;
use crate::{clear, in_keychain, live_through_practice, wait};

const LIVE: &str = "Key Desk";

/// What live keeps on this computer: its files, byte by byte, and its entries with their secrets.
#[derive(Debug, PartialEq)]
struct LiveData {
    files: Vec<(PathBuf, Vec<u8>)>,
    entries: Vec<(KeyId, String)>,
}

impl LiveData {
    fn of(home: &Path) -> Self {
        let files = fs::read_dir(home.join("live")).unwrap().map(|file| {
            let path = file.unwrap().path();
            let bytes = fs::read(&path).unwrap();
            (path, bytes)
        });
        let mut files: Vec<_> = files.collect();
        files.sort();
        let keychain = Keychain::of_this_computer(LIVE);
        let entries = in_keychain(LIVE).into_iter().map(|entry| {
            let key = wait(keychain.read(&entry, &no_progress())).unwrap().unwrap();
            (entry, key.expose().to_owned())
        });
        let mut entries: Vec<_> = entries.collect();
        entries.sort_by_key(|(entry, _)| entry.to_string());
        Self { files, entries }
    }
}

/// Has a key made in live, by a Nova Post that only plays the real one.
fn use_live(home: &Path, number: &str) {
    wait(async {
        let stand_in = Practice::start(Options::default()).await.unwrap();
        let url = BaseUrl::parse(&stand_in.base_url()).unwrap();
        let service = Service::new(ServiceConfig {
            store: home.join("live/register.sqlite"),
            keychain: Keychain::of_this_computer(LIVE),
            sandbox: url.clone(),
            production: url,
            clock: Arc::new(SystemClock::default()),
        });
        service.test_keys.request(number, None, true, &no_progress()).await.unwrap();
    });
}

#[test]
fn a_whole_life_of_practice_leaves_live_as_it_was() -> Result<(), Error> {
    inside(Desktop::start, "live::a_whole_life_of_practice_leaves_live_as_it_was", |_| {
        let home = tempfile::tempdir().unwrap();
        use_live(home.path(), "+498213437654");
        let before = LiveData::of(home.path());
        assert_eq!(before.entries.len(), 1);

        let app = Opened::at(home.path());
        live_through_practice(&app);
        clear(&app).unwrap();
        live_through_practice(&app);
        clear(&app).unwrap();
        app.quit();
        assert_eq!(LiveData::of(home.path()), before);

        // Such a look would see what live does.
        use_live(home.path(), "+491713920010");
        assert_ne!(LiveData::of(home.path()), before);
        Ok(())
    })
}
