//! The guides, and how far each organization has come in one.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::KeyId;

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
    /// Its number in the store.
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
