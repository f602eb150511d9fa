//! A service and the background task that reconciles its keys.

use std::sync::Arc;

use tauri::async_runtime::JoinHandle;

use keydesk_core::service::{Service, UnsavedKeys};

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
        let (trigger, weak) = (service.bell(), Arc::downgrade(&service));
        let task = tauri::async_runtime::spawn(async move {
            loop {
                trigger.rings().await;
                let Some(service) = weak.upgrade() else { return };
                if service.take_care().await {
                    on_change();
                }
            }
        });
        Self { service, task }
    }

    /// Ends the task and returns the keys that are only in memory. All other secrets are wiped.
    pub(crate) async fn end(self) -> UnsavedKeys {
        self.service.end_care().await;
        self.task.abort();
        // Until the task has ended it holds the service, and with it the store's file. An error says
        // that the task was cancelled, as it should be, or has panicked, which the log has.
        let _ = self.task.await;
        self.service.take_unsaved_keys()
    }
}
