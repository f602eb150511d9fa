//! The policy of macOS: the preferences that a configuration profile sets. An example of a profile is
//! `src-tauri/macos/keydesk.mobileconfig`.

use std::path::Path;

use serde_json::{Map, Value};

use super::file::read_bytes;
use super::problem::PolicyProblem;

/// Where the policy is, for the person.
pub(super) const PLACE: &str = "/Library/Managed Preferences/app.keydesk.plist";

/// What the system itself puts into the file.
const OF_THE_SYSTEM: &str = "Payload";

/// The managed preferences as members. `None` if there are none.
pub(super) fn read() -> Result<Option<Map<String, Value>>, PolicyProblem> {
    let Some(bytes) = read_bytes(Path::new(PLACE))? else { return Ok(None) };
    let mut members: Map<String, Value> =
        plist::from_bytes(&bytes).map_err(|_| PolicyProblem::NotJson)?;
    members.retain(|name, _| !name.starts_with(OF_THE_SYSTEM));
    Ok((!members.is_empty()).then_some(members))
}
