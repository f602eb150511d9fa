//! Practice never changes what live mode keeps on this computer.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use keydesk_core::clock::SystemClock;
use keydesk_core::keychain::Keychain;
use keydesk_core::model::{KeyId, no_progress};
use keydesk_core::nova_post::BaseUrl;
use keydesk_core::service::{Rules, Service, ServiceConfig};
use keydesk_practice::{Options, Practice};
use test_driver::{Desktop, Error};

use super::{clear, in_keychain, use_all_of_practice, wait};
use crate::own_desktop::on_desktop;
use crate::test_app::TestApp;

const LIVE: &str = "Key Desk";

/// Everything that live mode keeps on this computer: the contents of its files, and its keychain entries with
/// their secrets.
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

/// Gets a key in live mode, from a practice server that simulates the real Nova Post.
fn use_live(home: &Path, number: &str) {
    wait(async {
        let nova_post = Practice::start(Options::default()).await.unwrap();
        let url = BaseUrl::parse(&nova_post.base_url()).unwrap();
        let service = Service::new(ServiceConfig {
            store: home.join("live/register.sqlite"),
            keychain: Keychain::of_this_computer(LIVE),
            sandbox: url.clone(),
            production: url.clone(),
            ukraine: url,
            clock: Arc::new(SystemClock::default()),
            rules: Rules::default(),
        });
        service.test_keys.request(number, None, true, &no_progress()).await.unwrap();
    });
}

#[test]
fn practice_leaves_the_data_of_live_mode_as_it_was() -> Result<(), Error> {
    on_desktop(Desktop::start, |_| {
        let home = tempfile::tempdir().unwrap();
        use_live(home.path(), "+498213437654");
        let before = LiveData::of(home.path());
        assert_eq!(before.entries.len(), 1);

        let app = TestApp::at(home.path());
        use_all_of_practice(&app);
        clear(&app).unwrap();
        use_all_of_practice(&app);
        clear(&app).unwrap();
        app.quit();
        assert_eq!(LiveData::of(home.path()), before);

        // The comparison above can fail: it notices a change of live mode.
        use_live(home.path(), "+491713920010");
        assert_ne!(LiveData::of(home.path()), before);
        Ok(())
    })
}
