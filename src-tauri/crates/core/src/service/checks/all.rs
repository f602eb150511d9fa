//! The check of all keys, one after the other.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;

use super::Checks;
use crate::model::{CheckResult, Failure, KeyId, no_progress};
use crate::service::findings::NotAccepted;
use crate::service::{CheckEnd, CheckProgress, CheckStop, CheckedKey, CheckedKeys, Kept, KeyCard};

/// A callback that gets the begin and the end of each check.
pub type OnCheckProgress = Arc<dyn Fn(CheckProgress) + Send + Sync>;

/// The pause between two checks. Nova Post publishes no limits; two keys in a second are about what a
/// person could do by hand.
pub const PAUSE_BETWEEN_CHECKS: Duration = Duration::from_millis(500);

impl Checks {
    /// Checks all keys that are in use and have their secret, those first that were not checked for the
    /// longest time: a run that was stopped goes on with the rest when it is started again. An earlier
    /// run that has not ended is cancelled.
    ///
    /// Stops before the last key if the person cancels it, if Nova Post answers 429, if the next check would fail as
    /// well, because the failure is of this computer or of its network, and if an answer about a key can't be recorded.
    pub async fn check_all(&self, on_progress: &OnCheckProgress) -> Result<CheckedKeys, Failure> {
        let mut run = self.begin_run();
        let keys = self.keys.list().await?;
        let all = keys.len();
        let due = due(keys);
        let mut checked = CheckedKeys {
            total: count(due.len()),
            left_out: count(all - due.len()),
            ..CheckedKeys::default()
        };
        for (number, key) in (1..).zip(due) {
            let is_first = number == 1;
            let told = CheckProgress { key, number, total: checked.total, end: None };
            let stop = tokio::select! {
                biased;
                _ = run.changed() => Some(CheckStop::Cancelled),
                stop = self.check_next(told, is_first, on_progress, &mut checked) => stop,
            };
            if stop.is_some() {
                checked.stopped = stop;
                break;
            }
        }
        Ok(checked)
    }

    /// Cancels the check of all keys. The check of one key that is under way is not waited for; it changes
    /// nothing at Nova Post.
    pub fn cancel_all(&self) {
        self.latest_run.send_modify(|run| *run += 1);
    }

    /// A receiver that changes when this run is cancelled.
    fn begin_run(&self) -> watch::Receiver<u64> {
        self.cancel_all();
        self.latest_run.subscribe()
    }

    async fn check_next(
        &self,
        told: CheckProgress,
        is_first: bool,
        on_progress: &OnCheckProgress,
        checked: &mut CheckedKeys,
    ) -> Option<CheckStop> {
        if !is_first {
            tokio::time::sleep(PAUSE_BETWEEN_CHECKS).await;
        }
        on_progress(told.clone());
        let (end, not_recorded) = self.end_of_check(&told.key).await;
        let stop = match &end {
            CheckEnd::Answered { result } => {
                *match result {
                    CheckResult::Works => &mut checked.works,
                    CheckResult::Refused => &mut checked.refused,
                    CheckResult::Expired => &mut checked.expired,
                } += 1;
                not_recorded.map(|failure| CheckStop::Failed { failure })
            }
            CheckEnd::Failed { failure } => {
                checked.failed += 1;
                stops(failure).then(|| CheckStop::Failed { failure: failure.clone() })
            }
        };
        on_progress(CheckProgress { end: Some(end), ..told });
        stop
    }

    /// How the check of a key ended, and why its result was not recorded, if it was not.
    async fn end_of_check(&self, id: &KeyId) -> (CheckEnd, Option<Failure>) {
        let (result, not_recorded) = match self.try_check(id, &no_progress()).await {
            // The key works whatever this computer's clock says.
            Ok(CheckedKey { warning: Some(Failure::ClockWrong { .. }), .. }) => {
                (CheckResult::Works, None)
            }
            Ok(checked) => (CheckResult::Works, checked.warning),
            Err(NotAccepted { failure, not_recorded }) => match failure {
                Failure::KeyRefused => (CheckResult::Refused, not_recorded),
                Failure::KeyExpired => (CheckResult::Expired, not_recorded),
                failure => return (CheckEnd::Failed { failure }, None),
            },
        };
        (CheckEnd::Answered { result }, not_recorded)
    }
}

/// The keys to check, in their order.
fn due(keys: Vec<KeyCard>) -> Vec<KeyId> {
    let has_secret = |key: &KeyCard| !matches!(key.kept, Kept::Nowhere | Kept::NeverHere);
    let is_due = |key: &KeyCard| !key.status.is_retired() && has_secret(key);
    let mut due: Vec<KeyCard> = keys.into_iter().filter(is_due).collect();
    due.sort_by_key(|key| key.last_check.as_ref().map(|check| check.at));
    due.into_iter().map(|key| key.id).collect()
}

/// Whether the next check would fail as well, or must wait. A failure that Nova Post has answered with, or
/// that is about the key, does not stop the run.
fn stops(failure: &Failure) -> bool {
    !matches!(
        failure,
        Failure::KeyMalformed
            | Failure::AccessForbidden
            | Failure::CallRefused { .. }
            | Failure::ServiceUnavailable { .. }
            | Failure::ServiceError { .. }
            | Failure::AnswerUnreadable { .. }
            | Failure::NotFound
    )
}

fn count(keys: usize) -> u32 {
    u32::try_from(keys).unwrap_or(u32::MAX)
}
