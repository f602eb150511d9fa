//! The guides, and the progress of each organization through one.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{FormState, KeyId, RunId};

/// A guide through Nova Post's own pages to a key. The window holds its steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum GuideName {
    /// To a production key for Europe.
    Europe,
    /// To a key for Ukraine.
    Ukraine,
    /// To a test key by Nova Post's own page, "Method 1" of [NP-docs: How to get API keys].
    #[serde(rename = "method_1")]
    Method1,
}

/// The progress of one organization through one guide.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GuideRun {
    /// Its id in the store.
    pub id: RunId,
    /// The guide that the run follows.
    pub guide: GuideName,
    /// The organization's name; empty if the run is for no particular one.
    pub organization: String,
    /// When the person started the run, UTC.
    pub started_at: DateTime<Utc>,
    /// The ids of the completed steps.
    pub done: Vec<String>,
    /// The person's answers by step id, in the window's own format.
    pub answers: BTreeMap<String, String>,
    /// How far the form of the affiliation email is filled in.
    pub form: FormState,
    /// When the person last marked a step as done, UTC. `None` if none is known.
    #[serde(skip)]
    pub stepped_at: Option<DateTime<Utc>>,
    /// The key that came out of the run, or `None` so far.
    pub key: Option<KeyId>,
}
