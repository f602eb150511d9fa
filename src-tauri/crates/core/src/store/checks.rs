//! What checks have told about keys. Each change and its line in the history are one transaction.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension};

use super::named::Named;
use super::{Store, history};
use crate::model::{
    Actor, ApiEnvironment, Company, DetailField, Failure, HistoryEntry, HistoryEvent, KeyCheck,
    KeyId, KeyRecord,
};

impl Store {
    /// Records the result of a check, the status that follows from it (see [`KeyRecord::note`]), and
    /// `cid` of the token that it got. Does nothing if there is no such key.
    pub async fn record_check(
        &self,
        id: &KeyId,
        check: KeyCheck,
        client: Option<String>,
    ) -> Result<(), Failure> {
        let id = id.clone();
        self.with(move |connection| {
            let transaction = connection.transaction()?;
            if let Some(mut key) = find(&transaction, &id)? {
                let event = HistoryEvent::Checked { result: check.result };
                history::add(&transaction, &by_person(&key, event, check.at))?;
                key.note(check, client);
                write(&transaction, &key)?;
            }
            transaction.commit()
        })
        .await
    }

    /// Moves a key to the environment that has accepted it in a check. Does nothing if there is no such
    /// key.
    pub async fn move_key(
        &self,
        id: &KeyId,
        to: ApiEnvironment,
        check: KeyCheck,
        client: Option<String>,
    ) -> Result<(), Failure> {
        let id = id.clone();
        self.with(move |connection| {
            let transaction = connection.transaction()?;
            if let Some(mut key) = find(&transaction, &id)? {
                let event = HistoryEvent::Moved { from: key.environment, to };
                history::add(&transaction, &by_person(&key, event, check.at))?;
                key.client = None;
                key.note(check, client);
                key.environment = to;
                write(&transaction, &key)?;
            }
            transaction.commit()
        })
        .await
    }

    /// Records the company that a key of Ukraine opens, because the person wants it kept. Does nothing if
    /// there is no such key.
    pub async fn keep_company(
        &self,
        id: &KeyId,
        company: Company,
        at: DateTime<Utc>,
    ) -> Result<(), Failure> {
        let id = id.clone();
        self.with(move |connection| {
            let transaction = connection.transaction()?;
            if let Some(key) = find(&transaction, &id)? {
                transaction.execute(
                    "UPDATE keys SET company_name = ?2, company_code = ?3 WHERE id = ?1",
                    (id.as_str(), company.name, company.code),
                )?;
                let event = HistoryEvent::DetailsChanged { fields: vec![DetailField::Company] };
                history::add(&transaction, &by_person(&key, event, at))?;
            }
            transaction.commit()
        })
        .await
    }
}

/// The record of a key, without its lists.
fn find(connection: &Connection, id: &KeyId) -> rusqlite::Result<Option<KeyRecord>> {
    connection
        .prepare_cached("SELECT * FROM keys WHERE id = ?1")?
        .query_row([id.as_str()], KeyRecord::read)
        .optional()
}

fn by_person(key: &KeyRecord, event: HistoryEvent, at: DateTime<Utc>) -> HistoryEntry {
    HistoryEntry::of(key, Actor::Person, event, at)
}

fn write(connection: &Connection, key: &KeyRecord) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "UPDATE keys
             SET environment = ?2, status = ?3, last_verified_at = ?4, last_check_at = ?5,
                 last_check_result = ?6, client = ?7
             WHERE id = ?1",
        )?
        .execute((
            key.id.as_str(),
            Named(key.environment),
            Named(key.status),
            key.last_verified_at,
            key.last_check.as_ref().map(|check| check.at),
            key.last_check.as_ref().map(|check| Named(check.result)),
            &key.client,
        ))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{CheckResult, KeyStatus};

    #[tokio::test]
    async fn a_change_and_its_line_in_the_history_come_together_or_not_at_all() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("register.sqlite")).unwrap();
        let at = DateTime::UNIX_EPOCH;
        let key = KeyRecord::new(KeyId::random(), ApiEnvironment::Sandbox, "4bf2".to_owned(), at);
        store.record(key.clone(), None, DateTime::UNIX_EPOCH).await.unwrap();
        let check = |result| KeyCheck { at, result };

        let run = |sql: &str| store.connection.lock().unwrap().execute_batch(sql).unwrap();
        run("CREATE TRIGGER refuse BEFORE UPDATE ON keys BEGIN SELECT RAISE(ABORT, ''); END");
        store.record_check(&key.id, check(CheckResult::Refused), None).await.unwrap_err();
        let lines = store.history(None).await.unwrap();
        assert_eq!(lines.len(), 1, "that it was added: {lines:?}");

        run("DROP TRIGGER refuse");
        store.record_check(&key.id, check(CheckResult::Refused), None).await.unwrap();
        assert_eq!(store.key(&key.id).await.unwrap().unwrap().status, KeyStatus::Refused);
        let (works, cid) = (check(CheckResult::Works), Some("7".to_owned()));
        store.move_key(&key.id, ApiEnvironment::Production, works.clone(), cid).await.unwrap();
        let moved = store.key(&key.id).await.unwrap().unwrap();
        assert_eq!(
            (moved.environment, moved.status),
            (ApiEnvironment::Production, KeyStatus::Active)
        );
        assert_eq!((moved.last_check, moved.client.as_deref()), (Some(works), Some("7")));
        let company = Company { name: "Firm".to_owned(), code: String::new() };
        store.keep_company(&key.id, company.clone(), at).await.unwrap();
        assert_eq!(store.key(&key.id).await.unwrap().unwrap().company, Some(company));
        let events: Vec<_> =
            store.history(None).await.unwrap().into_iter().map(|entry| entry.event).collect();
        let (from, to) = (ApiEnvironment::Sandbox, ApiEnvironment::Production);
        let checked = HistoryEvent::Checked { result: CheckResult::Refused };
        assert_eq!(
            events,
            [
                HistoryEvent::DetailsChanged { fields: vec![DetailField::Company] },
                HistoryEvent::Moved { from, to },
                checked,
                HistoryEvent::Added
            ]
        );
    }
}
