//! What a review says of a key besides the answers.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, Row};

use crate::model::{
    GivenKey, KeyHolder, KeyRecord, PlaceKind, ReceiptResult, Receiver, ReviewFacts,
};
use crate::store::keys::Lists;
use crate::store::named::Named;

/// The facts about a key that was read without its lists.
pub(super) fn of(connection: &Connection, key: KeyRecord) -> rusqlite::Result<ReviewFacts> {
    let key = Lists::of(connection, &key.id)?.complete(key);
    let (people, systems): (Vec<_>, Vec<_>) =
        key.places.into_iter().partition(|place| place.kind == PlaceKind::Person);
    let mut holders: Vec<KeyHolder> = Vec::new();
    for (name, given) in given(connection, key.id.as_str())? {
        // The newest comes first, and is the one that counts.
        if find(&holders, &name).is_none() {
            holders.push(KeyHolder { name, given: Some(given) });
        }
    }
    for person in people {
        if find(&holders, &person.name).is_none() {
            holders.push(KeyHolder { name: person.name, given: None });
        }
    }
    Ok(ReviewFacts {
        environment: key.environment,
        created_at: key.created_at,
        valid_until: key.valid_until,
        last_check: key.last_check,
        organizations: key.organizations,
        systems: systems.into_iter().map(|system| system.name).collect(),
        people: holders,
    })
}

/// The people to whom a key was given, the latest first. A hand-over that was only started gave nothing.
fn given(connection: &Connection, key: &str) -> rusqlite::Result<Vec<(String, GivenKey)>> {
    connection
        .prepare_cached(
            "SELECT * FROM hand_overs WHERE key = ?1 AND method IS NOT NULL ORDER BY id DESC",
        )?
        .query_map([key], read)?
        .collect()
}

fn read(row: &Row<'_>) -> rusqlite::Result<(String, GivenKey)> {
    let at: DateTime<Utc> = row.get("started_at")?;
    let receiver = row.get::<_, Named<Receiver>>("receiver")?.0;
    let receipt: Option<String> = row.get("receipt_result")?;
    let has_arrived = receipt
        .is_some_and(|result| matches!(serde_json::from_str(&result), Ok(ReceiptResult::Complete)));
    Ok((row.get("recipient")?, GivenKey { at, receiver, has_arrived }))
}

/// One person may be written with other capitals or spaces.
fn find<'a>(holders: &'a [KeyHolder], name: &str) -> Option<&'a KeyHolder> {
    holders.iter().find(|holder| same(&holder.name) == same(name))
}

fn same(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
