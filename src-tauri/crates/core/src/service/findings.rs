//! Records what Nova Post has answered about a key: in the store, and in memory for a key that is not
//! saved yet.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::deps::{Deps, LazyStore};
use super::reconcile::Reconciler;
use crate::clock::Clock;
use crate::model::{ApiEnvironment, CheckResult, Failure, KeyCheck, KeyId};

/// A check did not show that a key works.
pub(super) struct NotAccepted {
    /// What Nova Post has answered, or why there is no answer about the key.
    pub(super) failure: Failure,
    /// Why that answer is not recorded. `None` if it is, or if there is nothing to record.
    pub(super) not_recorded: Option<Failure>,
}

impl From<Failure> for NotAccepted {
    fn from(failure: Failure) -> Self {
        Self { failure, not_recorded: None }
    }
}

impl From<NotAccepted> for Failure {
    /// The answer itself counts more than that it is not recorded, which is in the log.
    fn from(not_accepted: NotAccepted) -> Self {
        not_accepted.failure
    }
}

pub(super) struct Findings {
    store: Arc<LazyStore>,
    reconciler: Arc<Reconciler>,
    clock: Arc<dyn Clock>,
}

impl Findings {
    pub(super) fn new(deps: &Deps, reconciler: Arc<Reconciler>) -> Self {
        Self { store: Arc::clone(&deps.store), reconciler, clock: Arc::clone(&deps.clock) }
    }

    /// Records the result of a check that has just ended, and `cid` of its token. Returns when that was.
    pub(super) async fn note(
        &self,
        id: &KeyId,
        result: CheckResult,
        client: Option<String>,
    ) -> (DateTime<Utc>, Result<(), Failure>) {
        let at = self.clock.now();
        let check = KeyCheck { at, result };
        let (noted, cid) = (check.clone(), client.clone());
        self.reconciler.state().update_unsaved(id, |record| record.note(noted, cid));
        let recorded = match self.store.get().await {
            Ok(store) => store.record_check(id, check, client).await,
            Err(failure) => Err(failure),
        };
        (at, recorded)
    }

    /// As [`Findings::note`], for a key that Nova Post does not accept. `failure`: what the window shows of that.
    pub(super) async fn note_refusal(
        &self,
        id: &KeyId,
        result: CheckResult,
        failure: Failure,
    ) -> NotAccepted {
        let (_, recorded) = self.note(id, result, None).await;
        let not_recorded = recorded.err();
        if let Some(cause) = &not_recorded {
            tracing::warn!(?cause, "the refusal of a key is not recorded");
        }
        NotAccepted { failure, not_recorded }
    }

    /// Records that a key belongs to another environment, which has accepted it.
    pub(super) async fn note_move(
        &self,
        id: &KeyId,
        to: ApiEnvironment,
        check: KeyCheck,
        client: Option<String>,
    ) -> Result<(), Failure> {
        self.store.get().await?.move_key(id, to, check.clone(), client.clone()).await?;
        self.reconciler.state().update_unsaved(id, |record| {
            record.client = None;
            record.note(check, client);
            record.environment = to;
        });
        Ok(())
    }

    /// Records `cid` of a token, which identifies the person in whose name the key was made. A token needs no
    /// record, so a failure to write it is only logged.
    pub(super) async fn note_client(&self, id: &KeyId, client: &str) {
        let cid = client.to_owned();
        self.reconciler.state().update_unsaved(id, |record| record.client = Some(cid));
        let recorded = match self.store.get().await {
            Ok(store) => store.set_client(id, client).await,
            Err(failure) => Err(failure),
        };
        if let Err(failure) = recorded {
            tracing::warn!(?failure, "the account of a key is not recorded");
        }
    }
}
