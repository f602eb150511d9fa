//! The policy of Windows: the values of a registry key that only administrators can write. The templates for the Group
//! Policy editor are in `src-tauri/windows/policy`.

use serde_json::{Map, Value};
use windows_registry::{Key, LOCAL_MACHINE, Type};

use super::problem::PolicyProblem;

const KEY: &str = r"Software\Policies\Key Desk";

/// `ERROR_FILE_NOT_FOUND` as an `HRESULT`.
const NOT_FOUND: i32 = 0x8007_0002_u32.cast_signed();

/// Where the policy is, for the person.
pub(super) const PLACE: &str = r"HKEY_LOCAL_MACHINE\Software\Policies\Key Desk";

/// The values of the key as members. `None` if there is no key, or if it has no values.
pub(super) fn read() -> Result<Option<Map<String, Value>>, PolicyProblem> {
    match LOCAL_MACHINE.open(KEY) {
        Ok(key) => {
            let mut members = values(&key)?;
            for name in key.keys().map_err(|_| PolicyProblem::Unreadable)? {
                let part = key.open(&name).map_err(|_| PolicyProblem::Unreadable)?;
                let part = values(&part)?;
                // The editor leaves an empty key when a policy is taken back.
                if !part.is_empty() {
                    members.insert(name, Value::Object(part));
                }
            }
            Ok((!members.is_empty()).then_some(members))
        }
        Err(error) if error.code().0 == NOT_FOUND => Ok(None),
        Err(_) => Err(PolicyProblem::Unreadable),
    }
}

fn values(key: &Key) -> Result<Map<String, Value>, PolicyProblem> {
    let values = key.values().map_err(|_| PolicyProblem::Unreadable)?;
    values
        // The value without a name, which every key has.
        .filter(|(name, _)| !name.is_empty())
        .map(|(name, value)| {
            let value = match value.ty() {
                Type::U32 => u32::try_from(value).map(number),
                Type::String => String::try_from(value).map(Value::String),
                Type::MultiString => Vec::<String>::try_from(value).map(Value::from),
                _ => return Err(PolicyProblem::value_not_allowed(&name)),
            };
            let value = value.map_err(|_| PolicyProblem::value_not_allowed(&name))?;
            Ok((name, value))
        })
        .collect()
}

/// The registry has no switches: 0 and 1 stand for them. No member takes a number.
fn number(number: u32) -> Value {
    match number {
        0 => Value::Bool(false),
        1 => Value::Bool(true),
        other => Value::from(other),
    }
}
