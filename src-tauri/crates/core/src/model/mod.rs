//! The data types that every other module shares. Imports nothing from the rest of the crate.

mod affiliation;
mod failure;
mod guide;
mod ids;
mod key;
mod mode;
mod progress;
mod region;

pub use affiliation::{Affiliation, EmailForm, FormState};
pub use failure::{Failure, KeychainTrouble, ProxyReason};
pub use guide::{GuideName, GuideRun};
pub use ids::{AttemptId, RunId};
pub use key::{ApiEnvironment, KeyId, KeyRecord, KeyStatus};
pub use mode::Mode;
pub use progress::{Progress, Step, no_progress};
pub use region::Region;
