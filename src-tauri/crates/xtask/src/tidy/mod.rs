//! `cargo xtask tidy`: rules about the source text that no compiler and no linter checks.
//!
//! Each rule is a function from sources to [`Violation`]s, in its own file.

mod bundle;
mod colours;
mod css;
mod devtools;
mod imports;
mod layers;
mod rust;
mod sentences;
mod sizes;
mod source;
mod svelte;
mod time;
pub(crate) mod versions;
mod words;

use std::collections::BTreeMap;
use std::fmt;

use test_driver::Error;

use crate::terminal;
use source::Source;

/// A place that breaks a rule.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Violation {
    /// Relative to the project's root, with `/`.
    file: String,
    line: usize,
    /// What is wrong, and what to do about it.
    what: String,
}

impl Violation {
    pub(crate) fn new(file: &str, line: usize, what: impl Into<String>) -> Self {
        Self { file: file.to_owned(), line, what: what.into() }
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.what)
    }
}

struct Rule {
    name: &'static str,
    check: fn(&[Source]) -> Result<Vec<Violation>, Error>,
}

const RULES: &[Rule] = &[
    Rule { name: "order of the layers, no import cycles", check: |files| Ok(layers::check(files)) },
    Rule { name: "imports of the window", check: |files| Ok(imports::check(files)) },
    Rule { name: "file sizes", check: |files| Ok(sizes::check(files)) },
    Rule { name: "colours of a window and of its page", check: |files| Ok(colours::check(files)) },
    Rule { name: "no developer tools in a release", check: |_| devtools::check() },
    Rule { name: "no sentence outside the catalogs", check: |files| Ok(sentences::check(files)) },
    Rule { name: "sizes and colours from the design tokens", check: |files| Ok(css::check(files)) },
    Rule { name: "time from the window's clock", check: |files| Ok(time::check(files)) },
    Rule { name: "one version and one day of the release", check: |_| versions::check() },
    Rule { name: "words", check: |files| Ok(words::check(files)) },
    Rule { name: "nothing for development in the built window", check: |_| bundle::check() },
];

/// Checks all rules, prints every violation, and fails if there is one.
pub(crate) fn tidy() -> Result<(), Error> {
    let sources = source::all()?;
    let mut count = 0;
    for rule in RULES {
        let mut violations = (rule.check)(&sources)?;
        violations.sort();
        violations.dedup();
        if violations.is_empty() {
            terminal::success(rule.name);
            continue;
        }
        count += violations.len();
        terminal::failure(&format!("{}: {}", rule.name, violations.len()));
        for violation in &violations {
            terminal::note(&violation.to_string());
        }
        print_counts(&violations);
    }
    if count == 0 { Ok(()) } else { Err(Error::new(format!("{count} violations"))) }
}

/// The number of violations of each file, if there are many.
fn print_counts(violations: &[Violation]) {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for violation in violations {
        *counts.entry(&violation.file).or_default() += 1;
    }
    if violations.len() > 20 {
        terminal::note("by file:");
        for (file, count) in counts {
            terminal::note(&format!("{count:>6}  {file}"));
        }
    }
}
