//! A service and the background task that reconciles its keys.

use std::sync::Arc;

use tauri::async_runtime::JoinHandle;

use keydesk_core::service::Service;
use keydesk_core::service::reconcile::UnsavedKeys;

/// Called when keys have changed without a command of the window.
pub(crate) type OnChange = Arc<dyn Fn() + Send + Sync>;

/// A service, and the task that reconciles store, keychain and memory until [`Self::end`].
pub(crate) struct SupervisedService {
    pub(crate) service: Arc<Service>,
    task: JoinHandle<()>,
}

impl SupervisedService {
    /// Starts the task.
    pub(crate) fn new(service: Service, on_change: &OnChange) -> Self {
        let (service, on_change) = (Arc::new(service), Arc::clone(on_change));
        let wakeup = service.reconciler.wakeup();
        let reconciler = Arc::downgrade(&service.reconciler);
        let task = tauri::async_runtime::spawn(async move {
            loop {
                wakeup.wait().await;
                let Some(reconciler) = reconciler.upgrade() else { return };
                if reconciler.run().await {
                    on_change();
                }
            }
        });
        Self { service, task }
    }

    /// Ends the task and returns the keys that are only in memory. All other secrets are wiped.
    pub(crate) async fn end(self) -> UnsavedKeys {
        self.service.reconciler.shut_down().await;
        self.task.abort();
        // Until the task has ended it holds the service, and with it the store's file. An error says
        // that the task was cancelled, as it should be, or has panicked, which the log has.
        let _ = self.task.await;
        self.service.take_unsaved_keys()
    }
}
