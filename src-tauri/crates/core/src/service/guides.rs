//! The guides: how far each organization has come on the way to its key.

use std::sync::Arc;

use super::deps::{Deps, LazyStore};
use super::parse_key::refuse_secrets;
use crate::clock::Clock;
use crate::model::{Failure, GuideName, GuideRun, RunId};

/// Keeps how far each organization has come in a guide.
pub struct Guides {
    store: Arc<LazyStore>,
    clock: Arc<dyn Clock>,
}

impl Guides {
    pub(super) fn new(deps: &Deps) -> Self {
        Self { store: Arc::clone(&deps.store), clock: Arc::clone(&deps.clock) }
    }

    /// All runs that have been started and not ended, the latest first.
    pub async fn list(&self) -> Result<Vec<GuideRun>, Failure> {
        self.store.get().await?.guide_runs().await
    }

    /// Starts a guide for an organization. Its name may be empty.
    pub async fn start(&self, guide: GuideName, organization: &str) -> Result<GuideRun, Failure> {
        refuse_secrets([organization])?;
        let now = self.clock.now();
        self.store.get().await?.start_guide(guide, organization.trim(), now).await
    }

    /// Renames the organization of a run. Returns `None` if the run has ended.
    pub async fn rename(
        &self,
        run: RunId,
        organization: &str,
    ) -> Result<Option<GuideRun>, Failure> {
        refuse_secrets([organization])?;
        self.store.get().await?.rename_guide_run(run, organization.trim()).await
    }

    /// Marks a step as done or not done, and saves what was answered in it. Returns `None` if the run
    /// has ended.
    pub async fn set_step(
        &self,
        run: RunId,
        step: &str,
        done: bool,
        answer: Option<String>,
    ) -> Result<Option<GuideRun>, Failure> {
        refuse_secrets(answer.as_deref())?;
        self.store.get().await?.set_guide_step(run, step, done, answer, self.clock.now()).await
    }

    /// Deletes a run with its steps and its affiliation form. The key that it led to stays.
    pub async fn end(&self, run: RunId) -> Result<(), Failure> {
        self.store.get().await?.end_guide(run).await
    }
}
