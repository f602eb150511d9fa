//! The form of Nova Post's keys.

use crate::model::ApiEnvironment;
use crate::secret::ApiKey;

/// The numbers of digits that Nova Post's examples have.
pub(super) const LENGTHS: [usize; 2] = [32, 40];
/// The number of digits in a key of Ukraine. It is not documented; public clients have such keys.
const LENGTH_IN_UKRAINE: usize = 32;

/// Whether the text has the form of a key: 32 or 40 hexadecimal digits in lower case.
pub(super) fn is_usual(text: &str) -> bool {
    LENGTHS.contains(&text.len())
        && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// Whether the key has the form of the keys of this environment.
pub(in crate::service) fn is_usual_for(key: &ApiKey, environment: ApiEnvironment) -> bool {
    let is_short_enough =
        environment != ApiEnvironment::Ukraine || key.expose().len() == LENGTH_IN_UKRAINE;
    is_usual(key.expose()) && is_short_enough
}
