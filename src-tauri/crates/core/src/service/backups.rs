//! Backups of the list of keys: made by the app each day, and restored by the person.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use tokio::sync::Mutex;

use super::deps::{Deps, KeyChangeLock, LazyStore};
use super::reconcile::Reconciler;
use crate::clock::Clock;
use crate::model::{BackupId, BackupList, BackupPreview, Failure, RestoredBackup};
use crate::store::Store;

/// Makes, lists and restores backups.
pub struct Backups {
    store: Arc<LazyStore>,
    clock: Arc<dyn Clock>,
    key_change: Arc<KeyChangeLock>,
    reconciler: Arc<Reconciler>,
    /// Held while a backup is made or restored.
    working: Mutex<Work>,
    last_failed: AtomicBool,
}

#[derive(Default)]
struct Work {
    /// Whether the structure of the whole file was checked since the start.
    is_checked: bool,
    is_shut_down: bool,
}

impl Backups {
    pub(super) fn new(deps: &Deps, reconciler: Arc<Reconciler>) -> Self {
        Self {
            store: Arc::clone(&deps.store),
            clock: Arc::clone(&deps.clock),
            key_change: Arc::clone(&deps.key_change),
            reconciler,
            working: Mutex::default(),
            last_failed: AtomicBool::new(false),
        }
    }

    /// Makes today's backup if there is none, and checks the file once after the start. Other calls of the store do
    /// not wait for either. Does nothing after [`Backups::shut_down`].
    ///
    /// What fails is logged. The pages are told if the file is damaged, and `list` tells of a failed backup.
    pub async fn keep(&self) {
        let mut work = self.working.lock().await;
        if work.is_shut_down {
            return;
        }
        // A page that shows the keys meets the same failure and shows it.
        let Ok(store) = self.store.get().await else { return };
        // The check of a backup is a check of the store: it has the same pages.
        let checked = match store.back_up_daily(self.clock.now()).await {
            Ok(true) => {
                self.last_failed.store(false, Ordering::Relaxed);
                Ok(())
            }
            Err(Failure::StoreUnreadable) => Err(Failure::StoreUnreadable),
            other => {
                if let Err(failure) = other {
                    tracing::warn!(?failure, "today's backup can't be made");
                    self.last_failed.store(true, Ordering::Relaxed);
                }
                if work.is_checked {
                    return;
                }
                store.check_structure().await
            }
        };
        match checked {
            Ok(()) => work.is_checked = true,
            Err(Failure::StoreUnreadable) if !work.is_checked => {
                work.is_checked = true;
                self.reconciler.note_damaged();
            }
            Err(failure) => tracing::warn!(?failure, "the store's file can't be checked"),
        }
    }

    /// The backups that can be restored. Works also if the store can't be opened.
    pub async fn list(&self) -> Result<BackupList, Failure> {
        let backups = Store::backups(self.file()).await?;
        Ok(BackupList { backups, last_failed: self.last_failed.load(Ordering::Relaxed) })
    }

    /// What restoring a backup would do; for `None`, the newest one that is not damaged. `None` if there is no such
    /// backup. Works also if the store can't be opened.
    ///
    /// Fails with `not_found` if the backup is gone.
    pub async fn preview(&self, id: Option<BackupId>) -> Result<Option<BackupPreview>, Failure> {
        Store::preview_backup(self.file(), id).await
    }

    /// Replaces the list by that of a backup, or by an empty one for `None`. The list before becomes a backup; if it is
    /// damaged, its file gets another name. Keys in the keychain that the new list does not have are on Home then.
    ///
    /// Fails, and changes nothing, as [`Store::restore`] does.
    pub async fn restore(&self, id: Option<BackupId>) -> Result<RestoredBackup, Failure> {
        // A key that is saved meanwhile would be recorded in the list that goes.
        let _no_key_changes = self.key_change.lock().await;
        let mut work = self.working.lock().await;
        let aside = self.store.restore(id, self.clock.now()).await?;
        work.is_checked = true;
        self.reconciler.note_other_list();
        Ok(RestoredBackup { set_aside: aside.map(|path| path.display().to_string()) })
    }

    /// Waits for the end of the backup that is being made, and allows no other.
    pub async fn shut_down(&self) {
        self.working.lock().await.is_shut_down = true;
    }

    fn file(&self) -> PathBuf {
        self.store.file().to_owned()
    }
}
