//! Practice mode or the real account.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which Nova Post the app talks to. Chosen once at the start, switchable in the settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// The Nova Post that runs on this computer.
    Practice,
    /// The real one.
    Live,
}
