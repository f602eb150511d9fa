//! What a list would change in the register.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};

use super::apply::{Applied, apply};
use super::preview::{LineEffect, LineProblem, PreviewLine};
use super::row::{Row, normal, normal_list};
use super::successors::Successors;
use crate::model::{ApiEnvironment, KeyId, KeyRecord};
use crate::store::ListChange;

/// The changes of a list, to show and to write.
pub(super) struct Plan {
    pub(super) lines: Vec<PreviewLine>,
    pub(super) unchanged: usize,
    pub(super) added: Vec<KeyRecord>,
    pub(super) changed: Vec<ListChange>,
}

/// The register's keys, found by what a line says.
struct Register<'a> {
    by_id: HashMap<&'a str, &'a KeyRecord>,
    by_last_four: HashMap<(ApiEnvironment, &'a str), Vec<&'a KeyRecord>>,
    by_name: HashMap<(ApiEnvironment, String), Vec<&'a KeyRecord>>,
    /// The ids that lines name. Such a key is not found by what another line says.
    named: HashSet<String>,
}

/// What a row is about.
enum Step<'a> {
    /// Nothing: it is not used.
    Refused(Box<PreviewLine>),
    /// A key of the register.
    Known(Row, &'a KeyRecord),
    /// A new key, of which nothing but its name, environment and last four characters is noted yet.
    New(Row, Box<KeyRecord>),
}

/// Compares rows with the register. `now` decides which keys have expired, and is when keys are added.
pub(super) fn plan(
    rows: Vec<Result<Row, Box<PreviewLine>>>,
    keys: &[KeyRecord],
    now: DateTime<Utc>,
) -> Plan {
    let named = rows.iter().flatten().map(|row| row.id.clone()).collect();
    let register = Register::new(keys, named);
    // The line that is about a key of the register, or about a new one.
    let mut seen: HashMap<String, usize> = HashMap::new();
    let steps = rows.into_iter().map(|row| match row {
        Err(refused) => Step::Refused(refused),
        Ok(row) => register.step(row, &mut seen, now).unwrap_or_else(Step::Refused),
    });
    let steps: Vec<Step<'_>> = steps.collect();
    // A key may be replaced by one of a later line.
    let mut successors = Successors::of(keys);
    for step in &steps {
        match step {
            Step::Refused(_) => {}
            Step::Known(row, key) => successors.add_id(&row.id, &key.id),
            Step::New(row, key) => {
                successors.add(key);
                successors.add_id(&row.id, &key.id);
            }
        }
    }
    let mut plan = Plan { lines: vec![], unchanged: 0, added: vec![], changed: vec![] };
    for step in steps {
        match step {
            Step::Refused(line) => plan.lines.push(*line),
            Step::Known(row, key) => plan.compare(&row, key, &successors, now),
            Step::New(row, key) => plan.add(&row, *key, &successors, now),
        }
    }
    plan
}

impl<'a> Register<'a> {
    fn new(keys: &'a [KeyRecord], named: HashSet<String>) -> Self {
        let mut by_last_four: HashMap<_, Vec<_>> = HashMap::new();
        let mut by_name: HashMap<_, Vec<_>> = HashMap::new();
        for key in keys {
            if !key.last_four.is_empty() {
                let last_four = key.last_four.as_str();
                by_last_four.entry((key.environment, last_four)).or_default().push(key);
            }
            if let Some(name) = known_name(&key.name, &key.organizations) {
                by_name.entry((key.environment, name)).or_default().push(key);
            }
        }
        let by_id = keys.iter().map(|key| (key.id.as_str(), key)).collect();
        Self { by_id, by_last_four, by_name, named }
    }

    /// What a row is about; the refused line if it can't be used.
    fn step(
        &self,
        row: Row,
        seen: &mut HashMap<String, usize>,
        now: DateTime<Utc>,
    ) -> Result<Step<'a>, Box<PreviewLine>> {
        let found = self.find(&row).map_err(|problem| refused(&row, problem))?;
        let identity = found.map_or_else(|| identity_of(&row), |key| key.id.to_string());
        if let Some(line) = seen.insert(identity, row.line) {
            return Err(refused(&row, LineProblem::Twice { line }));
        }
        if let Some(key) = found {
            return Ok(Step::Known(row, key));
        }
        let environment =
            row.environment.ok_or_else(|| refused(&row, LineProblem::EnvironmentMissing))?;
        let key = KeyRecord::new(KeyId::random(), environment, row.last_four.clone(), now);
        let key = KeyRecord { had_secret: false, name: row.name.clone(), ..key };
        Ok(Step::New(row, Box::new(key)))
    }

    /// The key that a line is about. `None` if it is a new one.
    fn find(&self, row: &Row) -> Result<Option<&'a KeyRecord>, LineProblem> {
        if let Some(key) = self.by_id.get(row.id.as_str()) {
            return fits(row, key).map(|()| Some(*key));
        }
        let environment = row.environment.ok_or(LineProblem::EnvironmentMissing)?;
        let name = known_name(&row.name, &row.organizations);
        let by_name = || {
            let name = name.clone().unwrap_or_default();
            self.free(self.by_name.get(&(environment, name)))
        };
        let mut found = self.free(self.by_last_four.get(&(environment, row.last_four.as_str())));
        if row.last_four.is_empty() {
            found = by_name();
        } else if found.is_empty() {
            // The register may know the key by its name only.
            found = by_name();
            found.retain(|key| key.last_four.is_empty());
        }
        if found.len() > 1 {
            found.retain(|key| known_name(&key.name, &key.organizations) == name);
            if found.len() != 1 {
                return Err(LineProblem::SeveralKeys);
            }
        }
        if found.is_empty() && row.last_four.is_empty() && name.is_none() {
            return Err(LineProblem::NoName);
        }
        Ok(found.first().copied())
    }

    fn free(&self, keys: Option<&Vec<&'a KeyRecord>>) -> Vec<&'a KeyRecord> {
        let keys = keys.into_iter().flatten().copied();
        keys.filter(|key| !self.named.contains(key.id.as_str())).collect()
    }
}

fn fits(row: &Row, key: &KeyRecord) -> Result<(), LineProblem> {
    if row.environment.is_some_and(|environment| environment != key.environment) {
        return Err(LineProblem::EnvironmentDiffers);
    }
    let is_known = !row.last_four.is_empty() && !key.last_four.is_empty();
    if is_known && row.last_four != key.last_four {
        return Err(LineProblem::LastFourDiffers);
    }
    Ok(())
}

impl Plan {
    fn add(&mut self, row: &Row, mut key: KeyRecord, successors: &Successors, now: DateTime<Utc>) {
        let Applied { fields, left } = apply(row, &mut key, successors, now);
        self.lines.push(shown(row.line, &key, LineEffect::New { fields, left }));
        self.added.push(key);
    }

    fn compare(
        &mut self,
        row: &Row,
        before: &KeyRecord,
        successors: &Successors,
        now: DateTime<Utc>,
    ) {
        let mut after = before.clone();
        let Applied { fields, left } = apply(row, &mut after, successors, now);
        let key = before.id.clone();
        let effect = match (fields.is_empty(), left.is_empty()) {
            (true, true) => {
                self.unchanged += 1;
                return;
            }
            (true, false) => LineEffect::Left { key, left },
            (false, _) => LineEffect::Changed { key, fields, left },
        };
        if matches!(effect, LineEffect::Changed { .. }) {
            self.changed.push(ListChange { before: before.clone(), after });
        }
        self.lines.push(shown(row.line, before, effect));
    }
}

fn refused(row: &Row, problem: LineProblem) -> Box<PreviewLine> {
    Box::new(PreviewLine {
        line: row.line,
        name: row.name.clone(),
        environment: row.environment,
        last_four: row.last_four.clone(),
        effect: LineEffect::Refused { problem },
    })
}

fn shown(line: usize, key: &KeyRecord, effect: LineEffect) -> PreviewLine {
    PreviewLine {
        line,
        name: key.name.clone(),
        environment: Some(key.environment),
        last_four: key.last_four.clone(),
        effect,
    }
}

/// What two lines about the same new key have in common.
fn identity_of(row: &Row) -> String {
    if !row.id.is_empty() {
        return row.id.clone();
    }
    let Row { environment, last_four, .. } = row;
    format!("{environment:?}\n{last_four}\n{:?}", known_name(&row.name, &row.organizations))
}

/// The name by which a person knows a key, in lower case; without one, its organizations.
fn known_name(name: &str, organizations: &[String]) -> Option<String> {
    let name = normal(name).to_lowercase();
    if !name.is_empty() {
        return Some(name);
    }
    let organizations = normal_list(organizations.iter().map(String::as_str)).join("\n");
    Some(organizations.to_lowercase()).filter(|names| !names.is_empty())
}
