//! What the window knows of the policy.

use serde::Serialize;
use ts_rs::TS;

use keydesk_core::model::Mode;

use super::member::PolicyMember;
use super::problem::PolicyProblem;

/// The policy of the organization, as far as the window needs it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PolicyInfo {
    /// Where the app looks for a policy: a path, or a registry key.
    pub place: String,
    /// Whether there is one.
    pub is_there: bool,
    /// The members that it has. Nobody can change what they set. If it can't be used: those that are closed because of that.
    pub members: Vec<PolicyMember>,
    /// Why it can't be used. Empty if it can.
    pub problems: Vec<PolicyProblem>,
    /// The modes that may be chosen.
    pub modes: Vec<Mode>,
    /// The languages that may be chosen. `None`: all.
    pub languages: Option<Vec<String>>,
    /// Whether a key may be handed over in readable form.
    pub values_allowed: bool,
    /// When notifications are shown, such as `09:00`. `None`: always, or never if the policy can't be used.
    pub notification_times: Option<NotificationTimes>,
}

/// A part of the day, by the computer's clock. Goes over midnight if `from` is the later time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NotificationTimes {
    /// The first minute, such as `09:00`.
    pub from: String,
    /// The first minute after it.
    pub to: String,
}
