//! The table: what became of the keys, by the moment of the kill.

use std::fmt;

use crate::moment::Moment;
use crate::round::Outcome;
use crate::traces::Verdict;

/// Counts of kills.
#[derive(Clone, Copy, Debug, Default)]
struct Line {
    kills: usize,
    by_itself: usize,
    asked_again: usize,
    told: usize,
    untold: usize,
    lost: usize,
    doubled: usize,
}

/// What has been counted, by the moment of the kill.
#[derive(Debug, Default)]
pub(crate) struct Tally([Line; Moment::ALL.len()]);

impl Tally {
    /// Counts one kill.
    pub(crate) fn add(&mut self, outcome: &Outcome) {
        let line = &mut self.0[outcome.killed as usize];
        let count = |counter: &mut usize, happened: bool| *counter += usize::from(happened);
        let safe = outcome.verdict == Verdict::Safe;
        count(&mut line.kills, true);
        count(&mut line.by_itself, safe && outcome.by_itself);
        count(&mut line.asked_again, safe && !outcome.by_itself);
        count(&mut line.told, outcome.told == Some(true));
        count(&mut line.untold, outcome.told == Some(false));
        count(&mut line.lost, outcome.verdict == Verdict::Lost);
        count(&mut line.doubled, outcome.verdict == Verdict::Doubled);
    }

    /// Whether nothing was lost, nothing is there twice, and nothing was kept silent about.
    pub(crate) fn is_well(&self) -> bool {
        let sum = self.sum();
        (sum.lost, sum.doubled, sum.untold) == (0, 0, 0)
    }

    fn sum(&self) -> Line {
        self.0.iter().fold(Line::default(), |sum, line| Line {
            kills: sum.kills + line.kills,
            by_itself: sum.by_itself + line.by_itself,
            asked_again: sum.asked_again + line.asked_again,
            told: sum.told + line.told,
            untold: sum.untold + line.untold,
            lost: sum.lost + line.lost,
            doubled: sum.doubled + line.doubled,
        })
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let columns = ["kills", "by itself", "by asking", "told", "untold", "lost", "doubled"];
        write!(f, "{:<34}", "killed when")?;
        columns.iter().try_for_each(|column| write!(f, "{column:>11}"))?;
        let lines = Moment::ALL.iter().map(|moment| moment.name()).zip(self.0);
        for (name, line) in lines.chain([("in all", self.sum())]) {
            let Line { kills, by_itself, asked_again, told, untold, lost, doubled } = line;
            write!(f, "\n{name:<34}")?;
            [kills, by_itself, asked_again, told, untold, lost, doubled]
                .iter()
                .try_for_each(|count| write!(f, "{count:>11}"))?;
        }
        Ok(())
    }
}
