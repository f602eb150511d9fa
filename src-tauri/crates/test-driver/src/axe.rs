//! Looking for barriers with axe-core: contrast, names, roles, order of headings.

use std::path::Path;

use serde_json::Value;

use crate::error::{Context, Error};
use crate::window::Window;

/// WCAG 2.2 AA, and what axe-core counts as good practice beside it.
const RUN: &str = r#"
const done = arguments[arguments.length - 1];
axe.run(document, {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  resultTypes: ["violations", "passes"],
}).then(
  ({ violations, passes }) => done({
    passes: passes.length,
    violations: violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${help}\n  ${target}\n  ${failureSummary}`)),
  }),
  (error) => done({ error: String(error) }),
);
"#;

/// What axe-core says of one page.
#[derive(Debug)]
pub struct Barriers {
    /// Each barrier, with the element and what is wrong with it.
    pub found: Vec<String>,
    /// How many rules have found nothing to object to: 0 would mean that nothing was looked at.
    pub rules_passed: u64,
}

/// Examines the page as it is now. `script`: axe-core's file `axe.min.js`.
pub async fn look_for_barriers(window: &Window, script: &Path) -> Result<Barriers, Error> {
    let source = std::fs::read_to_string(script).context(script.display())?;
    window.run(&source).await.context("putting axe-core into the page")?;
    let answer = window.client().execute_async(RUN, Vec::new()).await?;
    if let Some(error) = answer["error"].as_str() {
        return Err(Error::new(format!("axe-core: {error}")));
    }
    let found = answer["violations"].as_array().cloned().unwrap_or_default();
    Ok(Barriers {
        found: found.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
        rules_passed: answer["passes"].as_u64().unwrap_or_default(),
    })
}
