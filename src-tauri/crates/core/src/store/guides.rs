//! The runs of guides: how far each organization has come.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, Row};

use super::Store;
use super::affiliations::affiliations;
use super::named::Named;
use crate::model::{Affiliation, Failure, FormState, GuideName, GuideRun, KeyId, RunId};

impl Store {
    /// All runs, the latest first.
    pub async fn guide_runs(&self) -> Result<Vec<GuideRun>, Failure> {
        self.with(|connection| {
            let mut progress = Progress::read(connection, None)?;
            connection
                .prepare_cached("SELECT * FROM guide_runs ORDER BY id DESC")?
                .query_map([], read)?
                .map(|run| run.map(|run| progress.complete(run)))
                .collect()
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

    /// Marks a step as done or not done at a time, and saves what was answered in it. Returns `None` if there
    /// is no such run.
    pub async fn set_guide_step(
        &self,
        run: RunId,
        step: &str,
        done: bool,
        answer: Option<String>,
        now: DateTime<Utc>,
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
            if done {
                connection
                    .execute("UPDATE guide_runs SET stepped_at = ?2 WHERE id = ?1", (run, now))?;
            }
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
    found.map(|found| Ok(Progress::read(connection, Some(run))?.complete(found))).transpose()
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
        stepped_at: row.get("stepped_at")?,
        key: row.get::<_, Option<String>>("key")?.map(KeyId::from_stored),
    })
}

/// What the other tables have about runs: their steps and their emails.
struct Progress {
    steps: HashMap<RunId, Vec<Step>>,
    forms: HashMap<RunId, Affiliation>,
}

struct Step {
    id: String,
    is_done: bool,
    answer: Option<String>,
}

impl Progress {
    /// Those of one run, or of all for `None`.
    fn read(connection: &Connection, run: Option<RunId>) -> rusqlite::Result<Self> {
        let mut statement = connection.prepare_cached(
            "SELECT run, step, done, answer FROM guide_steps WHERE ?1 IS NULL OR run = ?1
             ORDER BY run, step",
        )?;
        let mut rows = statement.query([run])?;
        let mut steps: HashMap<RunId, Vec<Step>> = HashMap::new();
        while let Some(row) = rows.next()? {
            let step = Step {
                id: row.get("step")?,
                is_done: row.get("done")?,
                answer: row.get("answer")?,
            };
            steps.entry(row.get("run")?).or_default().push(step);
        }
        Ok(Self { steps, forms: affiliations(connection, run)? })
    }

    /// Moves the steps of this run into it, and says how complete its email is.
    fn complete(&mut self, mut run: GuideRun) -> GuideRun {
        for Step { id, is_done, answer } in self.steps.remove(&run.id).unwrap_or_default() {
            if let Some(answer) = answer {
                run.answers.insert(id.clone(), answer);
            }
            if is_done {
                run.done.push(id);
            }
        }
        run.form = match self.forms.get(&run.id) {
            None => FormState::NotStarted,
            Some(form) if form.is_complete() => FormState::Complete,
            Some(_) => FormState::Incomplete,
        };
        run
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn each_run_has_its_own_steps() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("register.sqlite")).unwrap();
        let mut ids = Vec::new();
        for organization in ["One", "Two", "Three"] {
            let run = store.start_guide(GuideName::Europe, organization, DateTime::UNIX_EPOCH);
            ids.push(run.await.unwrap().id);
        }
        store.set_guide_step(ids[0], "person", true, None, DateTime::UNIX_EPOCH).await.unwrap();
        store
            .set_guide_step(ids[0], "account", true, Some("yes".to_owned()), DateTime::UNIX_EPOCH)
            .await
            .unwrap();
        store
            .set_guide_step(ids[2], "person", false, Some("other".to_owned()), DateTime::UNIX_EPOCH)
            .await
            .unwrap();
        let runs = store.guide_runs().await.unwrap();
        let told: Vec<_> =
            runs.iter().map(|run| (run.id, &run.done[..], run.answers.len())).collect();
        let both = ["account".to_owned(), "person".to_owned()];
        assert_eq!(told, [(ids[2], &[][..], 1), (ids[1], &[][..], 0), (ids[0], &both[..], 1)]);
        assert_eq!(runs[2].answers["account"], "yes");
    }
}
