//! Every error of a credential store, at every operation.

use std::io;
use std::sync::{Arc, Mutex, OnceLock};

use keydesk_core::keychain::Keychain;
use keydesk_core::model::KeychainTrouble::{self, Locked, Missing, Refused};
use keydesk_core::model::{KeyId, no_progress};
use keyring_core::Error;

use super::{SERVICE, key};
use crate::support::fake_keychain::{FakeKeychain, Mood};

/// An error, and the result of each operation that meets it.
struct Case {
    error: fn() -> Error,
    saved: Result<(), KeychainTrouble>,
    read: Result<Found, KeychainTrouble>,
    deleted: Result<(), KeychainTrouble>,
    named: Result<Named, KeychainTrouble>,
    /// Whether the next operation opens a new connection.
    reconnects: bool,
}

#[derive(Debug, PartialEq)]
enum Found {
    Nothing,
    Key,
}

#[derive(Debug, PartialEq)]
enum Named {
    None,
    Some,
    NotSupported,
}

/// The secret, which a careless store could put into an error.
fn secret() -> String {
    key().expose().to_owned()
}

fn cause() -> Box<dyn std::error::Error + Send + Sync> {
    Box::new(io::Error::other(secret()))
}

const fn all(error: fn() -> Error, failure: KeychainTrouble) -> Case {
    let (saved, read) = (Err(failure), Err(failure));
    Case { error, saved, read, deleted: Err(failure), named: Err(failure), reconnects: false }
}

const CASES: [Case; 11] = [
    Case { reconnects: true, ..all(|| Error::PlatformFailure(cause()), Refused) },
    all(|| Error::NoStorageAccess(cause()), Locked),
    Case {
        read: Ok(Found::Nothing),
        deleted: Ok(()),
        named: Ok(Named::None),
        ..all(|| Error::NoEntry, Refused)
    },
    all(|| Error::BadEncoding(secret().into_bytes()), Refused),
    all(|| Error::BadDataFormat(secret().into_bytes(), cause()), Refused),
    all(|| Error::BadStoreFormat(secret()), Refused),
    all(|| Error::TooLong(secret(), 8), Refused),
    all(|| Error::Invalid(secret(), secret()), Refused),
    all(|| Error::Ambiguous(Vec::new()), Refused),
    all(|| Error::NoDefaultStore, Missing),
    Case {
        named: Ok(Named::NotSupported),
        ..all(|| Error::NotSupportedByStore(secret()), Refused)
    },
];

/// The index in the table. `None` for an error that the table does not have.
fn number_of(error: &Error) -> Option<usize> {
    Some(match error {
        Error::PlatformFailure(_) => 0,
        Error::NoStorageAccess(_) => 1,
        Error::NoEntry => 2,
        Error::BadEncoding(_) => 3,
        Error::BadDataFormat(..) => 4,
        Error::BadStoreFormat(_) => 5,
        Error::TooLong(..) => 6,
        Error::Invalid(..) => 7,
        Error::Ambiguous(_) => 8,
        Error::NoDefaultStore => 9,
        Error::NotSupportedByStore(_) => 10,
        _ => return None,
    })
}

#[test]
fn the_table_has_every_error_of_this_version_of_keyring_core() {
    for (place, case) in CASES.iter().enumerate() {
        assert_eq!(number_of(&(case.error)()), Some(place));
    }
    // A new minor version of the crate may add errors.
    let lock = include_str!("../../../Cargo.lock");
    assert!(
        lock.contains("name = \"keyring-core\"\nversion = \"1.0."),
        "check whether keyring-core has new errors"
    );
}

/// A keychain that is connected and then fails with this error.
async fn failing(case: &Case) -> (FakeKeychain, Keychain, KeyId) {
    let (fake, id) = (FakeKeychain::new(), KeyId::random());
    let keychain = fake.keychain(SERVICE);
    keychain.save(&id, &key(), &no_progress()).await.unwrap();
    fake.set(Mood::Failing(case.error));
    (fake, keychain, id)
}

#[tokio::test]
async fn every_error_has_its_code_at_every_operation_and_no_log_has_the_key() {
    let log = log();
    for (place, case) in CASES.iter().enumerate() {
        let (_keychain, keychain, id) = failing(case).await;
        let progress = no_progress();
        assert_eq!(keychain.save(&id, &key(), &progress).await, case.saved, "saving, {place}");
        let read = keychain.read(&id, &progress).await;
        let found = read.map(|found| found.map_or(Found::Nothing, |_| Found::Key));
        assert_eq!(found, case.read, "reading, {place}");
        assert_eq!(keychain.delete(&id, &progress).await, case.deleted, "deleting, {place}");
        let named = keychain.names(&progress).await.map(|names| match names.as_deref() {
            None => Named::NotSupported,
            Some([]) => Named::None,
            Some(_) => Named::Some,
        });
        assert_eq!(named, case.named, "searching, {place}");
        assert!(!format!("{keychain:?}").contains(&secret()));
    }
    let log = log.lock().unwrap();
    let text = String::from_utf8_lossy(&log);
    assert!(text.contains("the keychain failed"), "{text}");
    let bytes = format!("{:?}", key().expose().as_bytes());
    assert!(!text.contains(&secret()) && !text.contains(bytes.trim_matches(['[', ']'])), "{text}");
}

#[tokio::test]
async fn only_a_lost_connection_is_opened_again() {
    for (place, case) in CASES.iter().enumerate() {
        let (fake, keychain, id) = failing(case).await;
        let before = fake.opened();
        let _ = keychain.read(&id, &no_progress()).await;
        // The operation itself reconnects once, because a restarted keychain needs a new connection.
        assert_eq!(fake.opened() - before, usize::from(case.reconnects), "{place}");
        fake.set(Mood::Well);
        assert!(keychain.read(&id, &no_progress()).await.unwrap().is_some(), "{place}");
        assert_eq!(fake.opened() - before, 2 * usize::from(case.reconnects), "{place}");
    }
}

#[tokio::test]
async fn a_store_that_can_not_be_opened_is_missing_whatever_its_error() {
    for case in CASES {
        let open = move || Err((case.error)());
        let keychain =
            Keychain::with_store(SERVICE, open, keydesk_core::keychain::Timeouts::default());
        let id = KeyId::random();
        assert_eq!(keychain.save(&id, &key(), &no_progress()).await, Err(Missing));
        assert_eq!(keychain.read(&id, &no_progress()).await.map(drop), Err(Missing));
        assert_eq!(keychain.delete(&id, &no_progress()).await, Err(Missing));
        assert_eq!(keychain.names(&no_progress()).await, Err(Missing));
    }
}

/// The system asks for the new password when the person saves a key, and never in the background.
#[cfg(target_os = "linux")]
#[tokio::test]
async fn saving_a_key_creates_the_default_keychain_if_there_is_none() {
    let no_default = Err(KeychainTrouble::NoDefault);
    for creates in [true, false] {
        let (fake, id) = (FakeKeychain::new(), KeyId::random());
        let keychain = fake.keychain(SERVICE);
        fake.set(Mood::NoDefault { creates });
        let background = keychain.non_interactive();
        assert_eq!(background.save(&id, &key(), &no_progress()).await, no_default);
        assert_eq!(keychain.read(&id, &no_progress()).await.map(drop), no_default);
        assert_eq!(fake.prompts(), 0);

        let saved = keychain.save(&id, &key(), &no_progress()).await;
        assert_eq!(saved, if creates { Ok(()) } else { no_default });
        assert_eq!((fake.prompts(), fake.holds(SERVICE, id.as_str())), (1, creates));
    }
}

#[tokio::test]
async fn an_entry_that_is_not_a_key_is_refused() {
    let (fake, id) = (FakeKeychain::new(), KeyId::random());
    for no_key in [&b""[..], b"short", &[0xff; 40], "ключ ключ ключ ключ".as_bytes()]
    {
        fake.plant(SERVICE, id.as_str(), no_key);
        let read = fake.keychain(SERVICE).read(&id, &no_progress()).await;
        assert_eq!(read.map(drop), Err(Refused));
    }
}

/// What this process logs from now on: more than the app writes to its log, and not the debug output of
/// the mock of `keyring-core`.
pub(crate) fn log() -> Arc<Mutex<Vec<u8>>> {
    static LOG: OnceLock<Arc<Mutex<Vec<u8>>>> = OnceLock::new();
    Arc::clone(LOG.get_or_init(|| {
        let log = Arc::new(Mutex::new(Vec::new()));
        let written = Arc::clone(&log);
        tracing_subscriber::fmt()
            .with_max_level(tracing::Level::INFO)
            .with_writer(move || LogWriter(Arc::clone(&written)))
            .init();
        log
    }))
}

struct LogWriter(Arc<Mutex<Vec<u8>>>);

impl io::Write for LogWriter {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().write(line)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
