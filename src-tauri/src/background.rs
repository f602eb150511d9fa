//! A service and its background tasks: one reconciles its keys, one makes backups.

use std::sync::{Arc, Weak};
use std::time::Duration;

use tauri::async_runtime::JoinHandle;

use keydesk_core::service::reconcile::UnsavedKeys;
use keydesk_core::service::{Backups, Service};

/// Called when keys have changed without a command of the window.
pub(crate) type OnChange = Arc<dyn Fn() + Send + Sync>;

/// How long after its start a service checks its file and makes a backup. The first pages come before that.
const FIRST_BACKUP_AFTER: Duration = Duration::from_secs(3);

/// How often a service looks whether today's backup is due.
const LOOK_EVERY: Duration = Duration::from_mins(10);

/// A service, and the tasks that run until [`Self::end`].
pub(crate) struct SupervisedService {
    pub(crate) service: Arc<Service>,
    tasks: [JoinHandle<()>; 2],
}

impl SupervisedService {
    /// Starts the tasks.
    pub(crate) fn new(service: Service, on_change: &OnChange) -> Self {
        let (service, on_change) = (Arc::new(service), Arc::clone(on_change));
        let wakeup = service.reconciler.wakeup();
        let reconciler = Arc::downgrade(&service.reconciler);
        let backing_up = tauri::async_runtime::spawn(back_up(Arc::downgrade(&service.backups)));
        let reconciling = tauri::async_runtime::spawn(async move {
            loop {
                wakeup.wait().await;
                let Some(reconciler) = reconciler.upgrade() else { return };
                if reconciler.run().await {
                    on_change();
                }
            }
        });
        Self { service, tasks: [reconciling, backing_up] }
    }

    /// Ends the tasks and returns the keys that are only in memory. All other secrets are wiped.
    pub(crate) async fn end(self) -> UnsavedKeys {
        self.service.reconciler.shut_down().await;
        self.service.backups.shut_down().await;
        for task in self.tasks {
            task.abort();
            // Until the task has ended it holds the service, and with it the store's file. An error says
            // that the task was cancelled, as it should be, or has panicked, which the log has.
            let _ = task.await;
        }
        self.service.take_unsaved_keys()
    }
}

async fn back_up(backups: Weak<Backups>) {
    tokio::time::sleep(FIRST_BACKUP_AFTER).await;
    while let Some(backups) = backups.upgrade() {
        backups.keep().await;
        drop(backups);
        tokio::time::sleep(LOOK_EVERY).await;
    }
}
