//! What became of the keys, counted by the moment of the kill.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::moment::Moment;

/// What became of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Verdict {
    /// One row of the store and one entry of the keychain lead to the key of Nova Post.
    Safe,
    /// No row leads to the key of Nova Post.
    Lost,
    /// There is more than one row or entry.
    Doubled,
}

impl Verdict {
    /// Of the names of the store's rows, and of the keychain's entries with whether they hold the
    /// key of Nova Post.
    pub(crate) fn of(rows: &[String], entries: &[(String, bool)]) -> Self {
        let found = |row: &&String| entries.iter().any(|(name, same)| *same && name == *row);
        match (rows.iter().filter(found).count(), rows.len(), entries.len()) {
            (0, ..) => Self::Lost,
            (1, 1, 1) => Self::Safe,
            _ => Self::Doubled,
        }
    }
}

/// What one kill led to.
pub(crate) struct Outcome {
    /// How far the process had come.
    pub(crate) killed: Moment,
    /// The next start had the key without asking Nova Post again.
    pub(crate) without_asking: bool,
    /// Whether Home mentioned the request. `None` if it did not have to.
    pub(crate) told: Option<bool>,
    pub(crate) verdict: Verdict,
}

const COLUMNS: [&str; 7] = ["kills", "by itself", "by asking", "told", "untold", "lost", "doubled"];

#[derive(Default)]
pub(crate) struct Tally([[usize; COLUMNS.len()]; Moment::ALL.len()]);

impl Tally {
    pub(crate) fn add(&mut self, outcome: &Outcome) {
        let safe = outcome.verdict == Verdict::Safe;
        let happened = [
            true,
            safe && outcome.without_asking,
            safe && !outcome.without_asking,
            outcome.told == Some(true),
            outcome.told == Some(false),
            outcome.verdict == Verdict::Lost,
            outcome.verdict == Verdict::Doubled,
        ];
        let counts = &mut self.0[outcome.killed as usize];
        counts
            .iter_mut()
            .zip(happened)
            .for_each(|(count, happened)| *count += usize::from(happened));
    }

    /// Keys that are lost or doubled, and requests that the next start did not mention.
    pub(crate) fn failures(&self) -> usize {
        self.0.iter().flat_map(|counts| &counts[4..]).sum()
    }

    pub(crate) fn kept_without_asking(&self, moment: Moment) -> usize {
        self.0[moment as usize][1]
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:<34}", "killed at")?;
        COLUMNS.iter().try_for_each(|column| write!(f, "{column:>11}"))?;
        let sums = std::array::from_fn(|column| self.0.iter().map(|counts| counts[column]).sum());
        let lines = Moment::ALL.iter().map(|moment| moment.name()).zip(self.0);
        for (name, counts) in lines.chain([("total", sums)]) {
            write!(f, "\n{name:<34}")?;
            counts.iter().try_for_each(|count| write!(f, "{count:>11}"))?;
        }
        Ok(())
    }
}

#[test]
fn a_key_is_safe_with_one_row_and_one_entry_that_holds_it() {
    let verdict = |rows: &[&str], entries: &[(&str, bool)]| {
        let rows: Vec<_> = rows.iter().map(|row| (*row).to_owned()).collect();
        let entries: Vec<_> =
            entries.iter().map(|(name, same)| ((*name).to_owned(), *same)).collect();
        Verdict::of(&rows, &entries)
    };
    assert_eq!(verdict(&["a"], &[("a", true)]), Verdict::Safe);
    assert_eq!(verdict(&[], &[("a", true)]), Verdict::Lost);
    assert_eq!(verdict(&["a"], &[("a", false)]), Verdict::Lost);
    assert_eq!(verdict(&["b"], &[("a", true)]), Verdict::Lost);
    assert_eq!(verdict(&["a"], &[("a", true), ("b", true)]), Verdict::Doubled);
    assert_eq!(verdict(&["a", "b"], &[("a", true)]), Verdict::Doubled);
}
