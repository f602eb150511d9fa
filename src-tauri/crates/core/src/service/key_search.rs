//! Searches folders of this computer for the keys that the app holds.

use std::path::PathBuf;
use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use serde::Serialize;
use tokio::sync::watch;
use ts_rs::TS;

use super::deps::on_blocking_thread;
use super::{Kept, KeyCard, Keys};
use crate::key_search::{Finder, Found, FoundPlace, Listed, Meter, search};
use crate::model::{Failure, FoundAt, KeyForm, KeyId, Progress, no_progress};
use crate::secret::ApiKey;

/// A callback that gets how far a search is.
pub type OnSearchProgress = Arc<dyn Fn(KeySearchProgress) + Send + Sync>;

/// How often the window is told how far a search is.
const BETWEEN_PROGRESS: Duration = Duration::from_millis(250);

/// How far a search is. The payload of the event `key_search_progress`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KeySearchProgress {
    /// How many files were searched.
    #[ts(type = "number")]
    pub files: u64,
    /// How many bytes were read.
    #[ts(type = "number")]
    pub bytes: u64,
    /// The folder whose files were read last, without keys. Empty before the first.
    pub folder: String,
}

/// What a search has found. Without a key and without what is around one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KeySearchResult {
    /// Where keys are.
    pub places: Vec<KeyPlace>,
    /// How many other places there are, which are not named.
    #[ts(type = "number")]
    pub more: u64,
    /// How many keys were searched for.
    pub keys: u32,
    /// How many keys were left out, because the app does not have their secret.
    pub left_out: u32,
    /// How many files were searched.
    #[ts(type = "number")]
    pub files: u64,
    /// How many bytes were read.
    #[ts(type = "number")]
    pub bytes: u64,
    /// Files and folders that could not be read.
    pub unreadable: NotSearched,
    /// Zip files and documents of which a part could not be searched.
    pub incomplete: NotSearched,
    /// Files that a service such as `OneDrive` would have to load first.
    pub only_online: NotSearched,
    /// Whether the search was cancelled before its end.
    pub is_cancelled: bool,
}

/// The first place of a key in a file, in one form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KeyPlace {
    /// Its number, for [`KeySearch::path`].
    pub number: u32,
    /// The key.
    pub key: KeyId,
    /// Its last four characters.
    pub last_four: String,
    /// The path of the folder. Keys in it are masked.
    pub folder: String,
    /// The name of the file. Keys in it are masked.
    pub file: String,
    /// Where in the file.
    pub at: FoundAt,
    /// How the key is written there.
    pub form: KeyForm,
    /// How often it is in the same file in the same form besides.
    pub more: u32,
}

/// Files that were not searched.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
pub struct NotSearched {
    /// How many.
    #[ts(type = "number")]
    pub count: u64,
    /// The paths of some. Keys in them are masked.
    pub some: Vec<String>,
}

/// Searches for keys. Nothing is kept but the paths of the last result, in memory.
pub struct KeySearch {
    keys: Arc<Keys>,
    /// The number of the latest search. A search ends when it is no longer the latest.
    latest: watch::Sender<u64>,
    paths: Mutex<Vec<PathBuf>>,
}

/// The keys to search for, in the order of their numbers.
struct Wanted {
    cards: Vec<KeyCard>,
    secrets: Vec<ApiKey>,
    left_out: usize,
}

impl KeySearch {
    pub(super) fn new(keys: Arc<Keys>) -> Self {
        Self { keys, latest: watch::Sender::default(), paths: Mutex::default() }
    }

    /// Searches all files of these folders, except those in the `skipped` ones, for all keys whose secret the app has.
    /// An earlier search that has not ended is cancelled.
    ///
    /// Fails if the keychain does not give the keys. A file that can't be read is no failure.
    pub async fn search(
        &self,
        folders: Vec<PathBuf>,
        skipped: Vec<PathBuf>,
        on_progress: &OnSearchProgress,
        progress: &Progress,
    ) -> Result<KeySearchResult, Failure> {
        self.cancel();
        let mut latest = self.latest.subscribe();
        let Wanted { cards, secrets, left_out } = self.wanted(progress).await?;
        let meter = Arc::new(Meter::default());
        let folder = Arc::new(Mutex::new(String::new()));
        let searching = {
            let (meter, folder) = (Arc::clone(&meter), Arc::clone(&folder));
            on_blocking_thread(move || {
                let finder = Finder::new(&secrets);
                let on_folder = |path| *lock(&folder) = path;
                Ok(search(&finder, &folders, &skipped, &meter, &on_folder))
            })
        };
        tokio::pin!(searching);
        let mut ticks = tokio::time::interval(BETWEEN_PROGRESS);
        let found = loop {
            tokio::select! {
                found = &mut searching => break found?,
                // What was found until then is shown.
                _ = latest.changed() => meter.is_cancelled.store(true, Ordering::Relaxed),
                _ = ticks.tick() => on_progress(KeySearchProgress {
                    files: meter.files.load(Ordering::Relaxed),
                    bytes: meter.bytes.load(Ordering::Relaxed),
                    folder: lock(&folder).clone(),
                }),
            }
        };
        Ok(self.result(found, &cards, left_out, &meter))
    }

    /// Cancels the search. It ends within a moment, with what was found until then.
    pub fn cancel(&self) {
        self.latest.send_modify(|search| *search += 1);
        lock(&self.paths).clear();
    }

    /// The file or folder of a place of the last result. `None` if there is no such one.
    #[must_use]
    pub fn path(&self, number: u32) -> Option<PathBuf> {
        lock(&self.paths).get(usize::try_from(number).ok()?).cloned()
    }

    async fn wanted(&self, progress: &Progress) -> Result<Wanted, Failure> {
        let all = self.keys.list().await?;
        let mut wanted = Wanted { cards: Vec::new(), secrets: Vec::new(), left_out: 0 };
        for card in all {
            let has_secret = !matches!(card.kept, Kept::Nowhere | Kept::NeverHere);
            // The first one says that the keychain is slow; the others would say it again.
            let progress = if wanted.cards.is_empty() { progress } else { &no_progress() };
            let secret = if has_secret {
                self.keys.secret_of(&card.id, progress).await
            } else {
                Err(Failure::NotFound)
            };
            match secret {
                Ok(secret) => {
                    wanted.cards.push(card);
                    wanted.secrets.push(secret);
                }
                Err(Failure::NotFound) => wanted.left_out += 1,
                Err(failure) => return Err(failure),
            }
        }
        Ok(wanted)
    }

    fn result(
        &self,
        found: Found,
        cards: &[KeyCard],
        left_out: usize,
        meter: &Meter,
    ) -> KeySearchResult {
        let Found { places, more, unreadable, incomplete, only_online } = found;
        *lock(&self.paths) = places.iter().map(|place| place.path.clone()).collect();
        KeySearchResult {
            places: (0..)
                .zip(places)
                .map(|(number, place)| place_of(number, place, cards))
                .collect(),
            more,
            keys: u32::try_from(cards.len()).unwrap_or(u32::MAX),
            left_out: u32::try_from(left_out).unwrap_or(u32::MAX),
            files: meter.files.load(Ordering::Relaxed),
            bytes: meter.bytes.load(Ordering::Relaxed),
            unreadable: unreadable.into(),
            incomplete: incomplete.into(),
            only_online: only_online.into(),
            is_cancelled: meter.is_cancelled.load(Ordering::Relaxed),
        }
    }
}

fn place_of(number: u32, place: FoundPlace, cards: &[KeyCard]) -> KeyPlace {
    let FoundPlace { folder, file, key, form, at, more, .. } = place;
    let KeyCard { id, last_four, .. } = &cards[key];
    let (key, last_four) = (id.clone(), last_four.clone());
    KeyPlace { number, key, last_four, folder, file, at, form, more }
}

impl From<Listed> for NotSearched {
    fn from(Listed { count, some }: Listed) -> Self {
        Self { count, some }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
