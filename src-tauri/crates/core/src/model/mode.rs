//! Practice mode or the real account.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which server the app talks to. The person chooses at the first start and can change it in the
/// settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// The practice server on this computer.
    Practice,
    /// Nova Post.
    Live,
}
