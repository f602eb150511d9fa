//! Accessibility checks with axe-core: contrast, names, roles, order of headings.

use std::path::Path;

use serde_json::Value;

use crate::error::{Context, Error};
use crate::window::Window;

/// A document that shows one page after another keeps the script.
const IS_LOADED: &str = "return Boolean(window.axe)";

/// Ends what fades in and keeps the rest of the page from fading in while it is checked: half-faded text has too little
/// contrast. The document keeps this.
const WITHOUT_MOTION: &str = "
for (const name of ['--motion-quick', '--motion-calm', '--motion-turn'])
  document.documentElement.style.setProperty(name, '0s');
";

/// WCAG 2.2 AA, and what axe-core counts as good practice.
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

/// The result of axe-core for one page.
#[derive(Debug)]
pub struct AxeReport {
    /// Each violation, with the element and what is wrong with it.
    pub violations: Vec<String>,
    /// The number of rules that found elements and had no objection. 0 means that axe-core has checked nothing.
    pub rules_passed: u64,
}

/// Checks the page as it is now, without its motion. `script` is axe-core's file `axe.min.js`.
pub async fn check_accessibility(window: &Window, script: &Path) -> Result<AxeReport, Error> {
    if window.read(IS_LOADED).await? != true {
        let source = std::fs::read_to_string(script).context(script.display())?;
        window.read(&source).await.context("loading axe-core into the page")?;
    }
    window.run(WITHOUT_MOTION).await?;
    let answer = window.run_async(RUN).await?;
    if let Some(error) = answer["error"].as_str() {
        return Err(Error::new(format!("axe-core: {error}")));
    }
    let violations = answer["violations"].as_array().cloned().unwrap_or_default();
    Ok(AxeReport {
        violations: violations.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
        rules_passed: answer["passes"].as_u64().unwrap_or_default(),
    })
}
