//! The register and its history as JSON. docs/register-files.md describes the schema.

use chrono::{DateTime, SecondsFormat, Utc};
use serde_json::{Value, json};

use super::text::ListedKey;
use super::words::name_of;
use crate::model::{Failure, HistoryEntry};

/// The value of `format` in a list of keys.
pub(super) const FORMAT: &str = "keydesk-register";
const HISTORY_FORMAT: &str = "keydesk-history";
/// The version of both schemas. A change that an older version of the app can't read gets another one.
pub(super) const VERSION: u64 = 1;

/// The list of keys.
pub(super) fn keys(keys: &[ListedKey], at: DateTime<Utc>) -> Result<String, Failure> {
    let keys: Vec<Value> = keys.iter().map(of_key).collect();
    written(&json!({ "format": FORMAT, "version": VERSION, "exportedAt": stamp(at), "keys": keys }))
}

/// The history, the oldest line first.
pub(super) fn history(entries: &[HistoryEntry], at: DateTime<Utc>) -> Result<String, Failure> {
    let entries: Vec<&HistoryEntry> = entries.iter().rev().collect();
    written(&json!({
        "format": HISTORY_FORMAT, "version": VERSION, "exportedAt": stamp(at), "history": entries,
    }))
}

/// A moment as text: UTC, with a fraction only if it has one.
pub(super) fn stamp(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::AutoSi, true)
}

fn of_key(key: &ListedKey) -> Value {
    let record = &key.record;
    let check = record.last_check.as_ref();
    json!({
        "id": record.id,
        "name": record.name,
        "environment": record.environment,
        "lastFour": record.last_four,
        "organizations": record.organizations,
        "holder": record.holder,
        "company": record.company,
        "createdAt": record.created_at.map(stamp),
        "validUntil": record.valid_until.map(stamp),
        "status": name_of(&key.status),
        "replacedBy": record.replaced_by,
        "lastCheck": check.map(|check| json!({ "at": stamp(check.at), "result": check.result })),
        "systems": key.systems(),
        "people": key.people(),
        "notes": record.notes,
    })
}

fn written(value: &Value) -> Result<String, Failure> {
    let mut text = serde_json::to_string_pretty(value)
        .map_err(|error| Failure::internal("write_json", &error))?;
    text.push('\n');
    Ok(text)
}
