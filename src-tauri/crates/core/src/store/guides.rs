//! The runs of guides: how far each organization has come.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, Row};

use super::Store;
use super::affiliations::affiliation_of;
use super::named::Named;
use crate::model::{Failure, FormState, GuideName, GuideRun, KeyId, RunId};

impl Store {
    /// All runs, the latest first.
    pub async fn guide_runs(&self) -> Result<Vec<GuideRun>, Failure> {
        self.with(|connection| {
            let runs: Vec<GuideRun> = connection
                .prepare_cached("SELECT * FROM guide_runs ORDER BY id DESC")?
                .query_map([], read)?
                .collect::<rusqlite::Result<_>>()?;
            runs.into_iter().map(|run| complete(connection, run)).collect()
        })
        .await
    }

    /// Creates a run.
    pub async fn start_guide(
        &self,
        guide: GuideName,
        organization: &str,
        now: DateTime<Utc>,
    ) -> Result<GuideRun, Failure> {
        let organization = organization.to_owned();
        self.with(move |connection| {
            connection.execute(
                "INSERT INTO guide_runs (guide, organization, started_at) VALUES (?1, ?2, ?3)",
                (Named(guide), organization, now),
            )?;
            let run = RunId::from_stored(connection.last_insert_rowid());
            one(connection, run)?.ok_or(rusqlite::Error::QueryReturnedNoRows)
        })
        .await
    }

    /// Renames the organization of a run. Returns `None` if there is no such run.
    pub async fn rename_guide_run(
        &self,
        run: RunId,
        organization: &str,
    ) -> Result<Option<GuideRun>, Failure> {
        let organization = organization.to_owned();
        self.with(move |connection| {
            connection.execute(
                "UPDATE guide_runs SET organization = ?2 WHERE id = ?1",
                (run, organization),
            )?;
            one(connection, run)
        })
        .await
    }

    /// Marks a step as done or not done, and saves what was answered in it. Returns `None` if there is no
    /// such run.
    pub async fn set_guide_step(
        &self,
        run: RunId,
        step: &str,
        done: bool,
        answer: Option<String>,
    ) -> Result<Option<GuideRun>, Failure> {
        let step = step.to_owned();
        self.with(move |connection| {
            if one(connection, run)?.is_none() {
                return Ok(None);
            }
            connection.execute(
                "INSERT INTO guide_steps (run, step, done, answer) VALUES (?1, ?2, ?3, ?4)
                 ON CONFLICT (run, step) DO UPDATE SET
                    done = excluded.done, answer = excluded.answer",
                (run, step, done, answer),
            )?;
            one(connection, run)
        })
        .await
    }

    /// Sets the key that a run has led to. Does nothing if the run has ended.
    pub async fn set_guide_key(&self, run: RunId, key: &KeyId) -> Result<(), Failure> {
        let key = key.clone();
        self.with(move |connection| {
            connection
                .execute("UPDATE guide_runs SET key = ?2 WHERE id = ?1", (run, key.as_str()))?;
            Ok(())
        })
        .await
    }

    /// Deletes a run with its steps and its affiliation form. The key that it led to stays.
    pub async fn end_guide(&self, run: RunId) -> Result<(), Failure> {
        self.with(move |connection| {
            connection.execute("DELETE FROM guide_runs WHERE id = ?1", [run])?;
            Ok(())
        })
        .await
    }
}

fn one(connection: &Connection, run: RunId) -> rusqlite::Result<Option<GuideRun>> {
    let found = connection
        .prepare_cached("SELECT * FROM guide_runs WHERE id = ?1")?
        .query_row([run], read)
        .optional()?;
    found.map(|run| complete(connection, run)).transpose()
}

fn read(row: &Row<'_>) -> rusqlite::Result<GuideRun> {
    Ok(GuideRun {
        id: row.get("id")?,
        guide: row.get::<_, Named<GuideName>>("guide")?.0,
        organization: row.get("organization")?,
        started_at: row.get("started_at")?,
        done: Vec::new(),
        answers: BTreeMap::new(),
        form: FormState::NotStarted,
        key: row.get::<_, Option<String>>("key")?.map(KeyId::from_stored),
    })
}

/// Adds what the other tables have about a run: its steps and its email.
fn complete(connection: &Connection, mut run: GuideRun) -> rusqlite::Result<GuideRun> {
    let mut statement = connection.prepare_cached(
        "SELECT step, done, answer FROM guide_steps WHERE run = ?1 ORDER BY step",
    )?;
    let mut rows = statement.query([run.id])?;
    while let Some(row) = rows.next()? {
        let step: String = row.get("step")?;
        if let Some(answer) = row.get("answer")? {
            run.answers.insert(step.clone(), answer);
        }
        if row.get("done")? {
            run.done.push(step);
        }
    }
    run.form = match affiliation_of(connection, run.id)? {
        None => FormState::NotStarted,
        Some(form) if form.is_complete() => FormState::Complete,
        Some(_) => FormState::Incomplete,
    };
    Ok(run)
}
