//! The members of a policy: the one list from which the reader, the schema, the templates for Windows and the example for
//! macOS follow. Tests compare them with it.

use serde::Serialize;
use ts_rs::TS;

/// A member of a policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum PolicyMember {
    /// Whether the app looks for new versions.
    Updates,
    /// Where it looks for them.
    UpdateAddress,
    /// The modes that it offers.
    Modes,
    /// The addresses of the real account.
    Addresses,
    /// The proxy to the real account.
    Proxy,
    /// The languages that it offers.
    Languages,
    /// Whether a key may be handed over in readable form.
    HandOverOfValues,
    /// When notifications are shown.
    NotificationTimes,
}

/// The values that a member takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// `true` or `false`.
    Switch,
    /// An address with https.
    HttpsAddress,
    /// Some of these words, each once.
    Words(&'static [&'static str]),
    /// `system`, `none`, or the address of a proxy.
    Proxy,
    /// An object: each of these parts can be an address.
    Addresses(&'static [&'static str]),
    /// An object: each of these parts is a time of the day.
    Times(&'static [&'static str]),
}

impl PolicyMember {
    pub(super) const ALL: [Self; 8] = [
        Self::Updates,
        Self::UpdateAddress,
        Self::Modes,
        Self::Addresses,
        Self::Proxy,
        Self::Languages,
        Self::HandOverOfValues,
        Self::NotificationTimes,
    ];

    /// Its name in the policy.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Updates => "updates",
            Self::UpdateAddress => "updateAddress",
            Self::Modes => "modes",
            Self::Addresses => "addresses",
            Self::Proxy => "proxy",
            Self::Languages => "languages",
            Self::HandOverOfValues => "handOverOfValues",
            Self::NotificationTimes => "notificationTimes",
        }
    }

    pub(super) const fn kind(self) -> Kind {
        match self {
            Self::Updates | Self::HandOverOfValues => Kind::Switch,
            Self::UpdateAddress => Kind::HttpsAddress,
            Self::Modes => Kind::Words(&["practice", "live"]),
            Self::Addresses => Kind::Addresses(&["sandbox", "production", "ukraine"]),
            Self::Proxy => Kind::Proxy,
            Self::Languages => Kind::Words(&["en", "uk"]),
            Self::NotificationTimes => Kind::Times(&["from", "to"]),
        }
    }

    /// The member with this name.
    pub(super) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|member| member.name() == name)
    }
}
