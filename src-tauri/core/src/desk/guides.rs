//! The guides: how far which organization has come on its way to a key.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Desk, KeyId};
use crate::failure::Failure;

/// A way to a key that leads through Nova Post's own pages. Its steps are the window's data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum GuideName {
    /// The production key in Europe.
    Europe,
    /// The key in Ukraine.
    Ukraine,
    /// The test key by Nova Post's own page (seed: "Method 1").
    #[serde(rename = "method_1")]
    Method1,
}

/// One organization on its way through one guide.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GuideRun {
    /// Its number in the register.
    pub id: i64,
    /// Which guide.
    pub guide: GuideName,
    /// For whom; empty where it is for nobody in particular.
    pub organization: String,
    /// When it was begun.
    pub started_at: DateTime<Utc>,
    /// The ids of the steps that are done.
    pub done: Vec<String>,
    /// What was answered in a step, by its id, as the window wrote it.
    pub answers: BTreeMap<String, String>,
    /// The key that it has led to.
    pub key: Option<KeyId>,
}

impl Desk {
    /// All that is under way, the latest first.
    pub async fn guide_runs(&self) -> Result<Vec<GuideRun>, Failure> {
        self.register().await?.guide_runs().await
    }

    /// Sets out on a guide for an organization.
    pub async fn start_guide(
        &self,
        guide: GuideName,
        organization: &str,
    ) -> Result<GuideRun, Failure> {
        let now = self.clock.now();
        self.register().await?.start_guide(guide, organization.trim(), now).await
    }

    /// Gives the organization of a run another name. None: the run has been ended.
    pub async fn rename_guide_run(
        &self,
        run: i64,
        organization: &str,
    ) -> Result<Option<GuideRun>, Failure> {
        self.register().await?.rename_guide_run(run, organization.trim()).await
    }

    /// Ticks a step or opens it again, and keeps what was answered in it. None: the run has been
    /// ended.
    pub async fn set_guide_step(
        &self,
        run: i64,
        step: &str,
        done: bool,
        answer: Option<String>,
    ) -> Result<Option<GuideRun>, Failure> {
        self.register().await?.set_guide_step(run, step, done, answer).await
    }

    /// Takes a run off the desk, with its steps and its letter. The key that it led to stays.
    pub async fn end_guide(&self, run: i64) -> Result<(), Failure> {
        self.register().await?.end_guide(run).await
    }
}
