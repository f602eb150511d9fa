//! What the window knows of updates.

use chrono::{DateTime, Utc};
use serde::Serialize;
use ts_rs::TS;

use keydesk_core::model::Failure;

/// Whether new versions are looked for, what was found, and what is being done about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct UpdateState {
    /// Whether this copy can look for new versions at all.
    pub(crate) availability: UpdateAvailability,
    /// What is being done now.
    pub(crate) phase: UpdatePhase,
    /// The version that was found and is not installed.
    pub(crate) offer: Option<UpdateOffer>,
    /// The person chose to be asked later.
    pub(crate) is_postponed: bool,
    /// When the app last looked for a new version, in this run or an earlier one.
    pub(crate) last_check: Option<DateTime<Utc>>,
    /// Why the last look in this run failed. Remains until the person has read it.
    pub(crate) check_failure: Option<Failure>,
    /// Why the last download or installation failed. Remains until the person has read it.
    pub(crate) install_failure: Option<Failure>,
    /// The version that was installed before this start, until the person has read it.
    pub(crate) installed: Option<String>,
}

/// Whether this copy can look for new versions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub(crate) enum UpdateAvailability {
    /// It can.
    Ready,
    /// No: practice is offline, and no mode chosen counts as practice.
    Practice,
    /// No: the organization has turned updates off.
    OffByPolicy,
    /// No: this copy was built without an address or without a key for updates.
    NoAddress,
    /// No: this copy was not installed from a package or by an installer.
    NotPackaged,
}

/// What is being done about a new version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "phase", rename_all = "snake_case")]
pub(crate) enum UpdatePhase {
    /// Nothing.
    Idle,
    /// The app asks the address for updates.
    Checking,
    /// The file arrives. Can be cancelled.
    Downloading {
        /// Whole percent that have arrived. `None` if the size is unknown.
        percent: Option<u8>,
    },
    /// The app waits until a request has ended, and makes a backup. Can be cancelled.
    Preparing,
    /// The system installs the file. Can't be cancelled.
    Installing,
    /// The new version is installed. The app starts again as soon as nothing else is under way.
    Restarting,
}

/// A new version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct UpdateOffer {
    /// The version, such as `0.2.0`.
    pub(crate) version: String,
    /// What is new, as plain text in the language of its publisher. May be empty.
    pub(crate) notes: String,
}
