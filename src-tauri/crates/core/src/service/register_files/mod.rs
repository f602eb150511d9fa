//! The register as files: lists as CSV and JSON, the history, the calendar, and lists that are read.
//!
//! A list that is read becomes a preview first. Nothing is written before the person has confirmed it, and
//! then all of it in one transaction. docs/register-files.md describes the files.

mod apply;
mod calendar;
mod cells;
mod dates;
mod decode;
mod json;
mod plan;
mod preview;
mod reading;
mod row;
mod successors;
mod table;
mod text;
mod words;

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::deps::{Deps, KeyChangeLock, LazyStore};
use super::reconcile::{Reconciler, Trigger};
use crate::clock::Clock;
use crate::model::{Actor, Failure, HistoryEntry, HistoryEvent, SavedFile};
use plan::{Plan, plan};
use reading::{history_of, preview_of, read, rows_of};
use table::Table;
use text::listed;

pub use calendar::{CalendarKey, CalendarTexts, EventText};
pub use dates::DateOrder;
pub use decode::TextEncoding;
pub use preview::{
    FieldChange, LineEffect, LineProblem, ListCheck, ListForm, ListImported, ListPreview,
    ListProblem, ListReading, PreviewLine, ReadAs,
};
#[cfg(feature = "testing")]
pub use reading::read_list;
pub use words::{ListColumn, ListLanguage};

/// A file of the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisterFile {
    /// Its content: UTF-8, with a byte order mark if it is CSV.
    pub content: String,
    /// How many texts were left out because they look like a key or a token.
    pub left_out: usize,
}

/// A list that was read and waits for the person's confirmation.
struct PendingList {
    table: Table,
    reading: ListReading,
    preview: ListPreview,
}

/// Writes the register to files, and reads lists.
pub struct RegisterFiles {
    pending: Mutex<Option<PendingList>>,
    store: Arc<LazyStore>,
    clock: Arc<dyn Clock>,
    key_change: Arc<KeyChangeLock>,
    reconciler: Arc<Reconciler>,
}

impl RegisterFiles {
    pub(super) fn new(deps: &Deps, reconciler: Arc<Reconciler>) -> Self {
        Self {
            pending: Mutex::default(),
            store: Arc::clone(&deps.store),
            clock: Arc::clone(&deps.clock),
            key_change: Arc::clone(&deps.key_change),
            reconciler,
        }
    }

    /// All keys as a list, without secrets and without the phone numbers that test keys were requested with.
    pub async fn keys(
        &self,
        form: ListForm,
        language: ListLanguage,
    ) -> Result<RegisterFile, Failure> {
        let records = self.store.get().await?.keys().await?;
        let now = self.clock.now();
        on_blocking_thread(move || {
            let (keys, left_out) = listed(records, now);
            let content = match form {
                ListForm::Csv => text::keys(&keys, language)?,
                ListForm::Json => json::keys(&keys, now)?,
            };
            Ok(RegisterFile { content, left_out })
        })
        .await
    }

    /// The history as a list.
    pub async fn history(
        &self,
        form: ListForm,
        language: ListLanguage,
    ) -> Result<RegisterFile, Failure> {
        let mut entries = self.store.get().await?.history(None).await?;
        let now = self.clock.now();
        on_blocking_thread(move || {
            let mut left_out = 0;
            let texts = entries.iter_mut().flat_map(HistoryEntry::typed_texts);
            for text in texts.filter(|text| super::parse_key::holds_secret(text)) {
                text.clear();
                left_out += 1;
            }
            let content = match form {
                ListForm::Csv => text::history(&entries, language)?,
                ListForm::Json => json::history(&entries, now)?,
            };
            Ok(RegisterFile { content, left_out })
        })
        .await
    }

    /// The keys that have an event in the calendar: those in use whose expiry is known, the next first.
    pub async fn calendar_keys(&self) -> Result<Vec<CalendarKey>, Failure> {
        let records = self.store.get().await?.keys().await?;
        let in_use = records.into_iter().filter(|record| !record.status.is_retired());
        let mut keys: Vec<CalendarKey> = in_use
            .filter_map(|record| {
                Some(CalendarKey {
                    name: calendar::calendar_name(&record.name, &record.organizations),
                    environment: record.environment,
                    last_four: record.last_four,
                    day: dates::local_day(record.valid_until?),
                    key: record.id,
                })
            })
            .collect();
        keys.sort_by(|a, b| (a.day, a.key.as_str()).cmp(&(b.day, b.key.as_str())));
        Ok(keys)
    }

    /// The calendar file (RFC 5545). Keys that had an event in an earlier file and are not in `texts` get
    /// a cancelled one.
    pub async fn calendar(&self, texts: CalendarTexts) -> Result<String, Failure> {
        let now = self.clock.now();
        let events = texts.events.clone();
        let update = move |before| calendar::update(before, &events, now);
        let entries = self.store.get().await?.update_calendar(update).await?;
        Ok(calendar::written(&texts, &entries, now))
    }

    /// What was done with the whole list, the newest first: the lines of the history without a key.
    pub async fn list_history(&self) -> Result<Vec<HistoryEntry>, Failure> {
        self.store.get().await?.history_without_key().await
    }

    /// Adds to the history that a file was saved. The person has the file already, so a failure of the store is only
    /// logged.
    pub async fn note_saved(&self, file: SavedFile) {
        let event = HistoryEvent::FileSaved { file };
        let entry = HistoryEntry::without_key(Actor::Person, event, self.clock.now());
        let noted = match self.store.get().await {
            Ok(store) => store.add_history(entry).await,
            Err(failure) => Err(failure),
        };
        if let Err(failure) = noted {
            tracing::warn!(?failure, "a saved file is not in the history");
        }
    }

    /// Reads a list and shows what it would change. It waits for [`RegisterFiles::import`], in place of the
    /// list before.
    pub async fn preview(&self, file: Vec<u8>, read_as: ReadAs) -> Result<ListCheck, Failure> {
        self.cancel();
        let read = on_blocking_thread(move || Ok(read(&file, read_as))).await?;
        let (table, reading) = match read {
            Ok(read) => read,
            Err(problem) => return Ok(ListCheck::Refused { problem }),
        };
        let (pending, _) = self.compare(table, reading).await?;
        let preview = pending.preview.clone();
        *self.pending() = Some(pending);
        Ok(ListCheck::Preview { preview })
    }

    /// Writes what the preview has shown, in one transaction, with a line of the history for each key.
    ///
    /// Returns the new preview, and writes nothing, if the register has changed meanwhile. Fails with
    /// `nothing_pending` if no list waits.
    pub async fn import(&self) -> Result<ListImported, Failure> {
        let _no_other_change = self.key_change.lock().await;
        let pending = self.pending().take().ok_or(Failure::NothingPending)?;
        let (now, plan) = self.compare(pending.table, pending.reading).await?;
        if now.preview != pending.preview {
            return Ok(self.outdated(now));
        }
        let (added, changed) = (plan.added.len(), plan.changed.len());
        let lines = history_of(&plan, self.clock.now());
        let store = self.store.get().await;
        let written = match store {
            Ok(store) => store.import_list(plan.added, plan.changed, lines).await,
            Err(failure) => Err(failure),
        };
        match written {
            Ok(true) => {}
            Ok(false) => {
                let (now, _) = self.compare(now.table, now.reading).await?;
                return Ok(self.outdated(now));
            }
            Err(failure) => {
                // The person can try again.
                *self.pending() = Some(now);
                return Err(failure);
            }
        }
        self.reconciler.notify(Trigger::KeyChanged);
        Ok(ListImported::Done { added, changed })
    }

    /// Forgets the list that waits.
    pub fn cancel(&self) {
        *self.pending() = None;
    }

    fn outdated(&self, now: PendingList) -> ListImported {
        let preview = now.preview.clone();
        *self.pending() = Some(now);
        ListImported::Outdated { preview }
    }

    async fn compare(
        &self,
        table: Table,
        reading: ListReading,
    ) -> Result<(PendingList, Plan), Failure> {
        let keys = self.store.get().await?.keys().await?;
        let now = self.clock.now();
        on_blocking_thread(move || {
            let plan = plan(rows_of(&table, reading.date_order), &keys, now);
            let preview = preview_of(&table, reading, &plan);
            Ok((PendingList { table, reading, preview }, plan))
        })
        .await
    }

    fn pending(&self) -> MutexGuard<'_, Option<PendingList>> {
        self.pending.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

async fn on_blocking_thread<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Failure> + Send + 'static,
) -> Result<T, Failure> {
    tokio::task::spawn_blocking(work)
        .await
        .unwrap_or_else(|error| Err(Failure::internal("join", &error)))
}

#[cfg(test)]
mod tests;
