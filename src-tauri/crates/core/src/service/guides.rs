//! The guides: how far which organization has come on its way to a key.

use super::Service;
use crate::model::{Failure, GuideName, GuideRun, RunId};

impl Service {
    /// All that is under way, the latest first.
    pub async fn guide_runs(&self) -> Result<Vec<GuideRun>, Failure> {
        self.store().await?.guide_runs().await
    }

    /// Sets out on a guide for an organization.
    pub async fn start_guide(
        &self,
        guide: GuideName,
        organization: &str,
    ) -> Result<GuideRun, Failure> {
        let now = self.deps.clock.now();
        self.store().await?.start_guide(guide, organization.trim(), now).await
    }

    /// Gives the organization of a run another name. None: the run has been ended.
    pub async fn rename_guide_run(
        &self,
        run: RunId,
        organization: &str,
    ) -> Result<Option<GuideRun>, Failure> {
        self.store().await?.rename_guide_run(run, organization.trim()).await
    }

    /// Ticks a step or opens it again, and keeps what was answered in it. None: the run has been
    /// ended.
    pub async fn set_guide_step(
        &self,
        run: RunId,
        step: &str,
        done: bool,
        answer: Option<String>,
    ) -> Result<Option<GuideRun>, Failure> {
        self.store().await?.set_guide_step(run, step, done, answer).await
    }

    /// Takes a run off the service, with its steps and its letter. The key that it led to stays.
    pub async fn end_guide(&self, run: RunId) -> Result<(), Failure> {
        self.store().await?.end_guide(run).await
    }
}
