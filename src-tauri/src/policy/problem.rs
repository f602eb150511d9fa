//! What is wrong with a policy.

use std::fmt;

use serde::Serialize;
use ts_rs::TS;

/// Names longer than this are cut, because a name comes from a file.
const LONGEST_NAME: usize = 60;

/// What is wrong with a policy, for the person who can mend it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum PolicyProblem {
    /// It is there and can't be read, or is no file.
    Unreadable,
    /// It is larger than any policy.
    TooLarge,
    /// Others than the administrator may change the file, or the folder with it.
    OthersMayWrite,
    /// It is no JSON object or, on Windows and macOS, has a value of a kind that no policy has.
    NotJson,
    /// It has a member that no policy has.
    UnknownMember {
        /// The name of the member.
        name: String,
    },
    /// A member has a value that it does not take.
    ValueNotAllowed {
        /// The name of the member; of a part with a dot, such as `addresses.sandbox`.
        name: String,
    },
}

impl PolicyProblem {
    pub(super) fn unknown_member(name: &str) -> Self {
        Self::UnknownMember { name: printable(name) }
    }

    pub(super) fn value_not_allowed(name: &str) -> Self {
        Self::ValueNotAllowed { name: printable(name) }
    }
}

/// For the log.
impl fmt::Display for PolicyProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable => f.write_str("unreadable"),
            Self::TooLarge => f.write_str("too large"),
            Self::OthersMayWrite => f.write_str("others may write it"),
            Self::NotJson => f.write_str("not JSON"),
            Self::UnknownMember { name } => write!(f, "unknown member {name}"),
            Self::ValueNotAllowed { name } => write!(f, "value of {name} not allowed"),
        }
    }
}

fn printable(name: &str) -> String {
    name.chars().filter(|character| !character.is_control()).take(LONGEST_NAME).collect()
}
