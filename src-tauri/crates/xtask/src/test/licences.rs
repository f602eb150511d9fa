//! Licences of the window's packages, from its lock file: nothing needs to be fetched.

use std::fs;

use serde_json::Value;
use test_driver::{Context, Error};

use crate::program;

/// May go into the app.
const SHIPPED: &[&str] = &["0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT"];
/// May beside those serve to build and test it, without becoming a part of it.
const TOOLS: &[&str] = &["MIT-0", "MPL-2.0"];

/// Fails with each package whose licence is not allowed for what it does.
pub(crate) fn check() -> Result<(), Error> {
    let file = program::ui().join("package-lock.json");
    let text = fs::read_to_string(&file).context(file.display())?;
    let lock: Value = serde_json::from_str(&text).context(file.display())?;
    let refused = refused(&lock);
    if refused.is_empty() { Ok(()) } else { Err(Error::new(refused.join("\n"))) }
}

fn refused(lock: &Value) -> Vec<String> {
    let packages = lock["packages"].as_object().into_iter().flatten();
    // The entry without a name is the window itself.
    let packages = packages.filter(|(path, _)| !path.is_empty());
    packages
        .filter(|(_, package)| !is_allowed(package))
        .map(|(path, package)| format!("{path}: {}", package["license"]))
        .collect()
}

fn is_allowed(package: &Value) -> bool {
    let is_tool = package["dev"] == true || package["devOptional"] == true;
    let allows = |name: &str| SHIPPED.contains(&name) || (is_tool && TOOLS.contains(&name));
    // An SPDX expression: one of the alternatives is enough, of a conjunction all are needed.
    package["license"].as_str().is_some_and(|licence| {
        licence.trim_matches(['(', ')']).split(" OR ").any(|choice| {
            choice.split(" AND ").all(|name| allows(name.trim_matches(['(', ')', ' '])))
        })
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn names(packages: &Value) -> Vec<String> {
        refused(&json!({ "packages": packages }))
    }

    #[test]
    fn what_is_shipped_has_a_permissive_licence() {
        assert_eq!(
            names(&json!({
                "": { "name": "keydesk-ui" },
                "node_modules/free": { "license": "MIT" },
                "node_modules/choice": { "license": "(GPL-3.0 OR Apache-2.0)" },
                "node_modules/viral": { "license": "GPL-3.0" },
                "node_modules/silent": {},
            })),
            ["node_modules/silent: null", r#"node_modules/viral: "GPL-3.0""#]
        );
    }

    #[test]
    fn tools_may_have_a_few_more() {
        let both = "(MPL-2.0 AND MIT)";
        assert_eq!(names(&json!({ "node_modules/a": { "license": both, "dev": true } })).len(), 0);
        assert_eq!(names(&json!({ "node_modules/a": { "license": both } })).len(), 1);
    }
}
