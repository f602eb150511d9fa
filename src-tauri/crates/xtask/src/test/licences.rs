//! Licences of the window's packages, from the lock file. Needs no network.

use std::fs;

use serde_json::Value;
use test_driver::{Context, Error};

use crate::program;

/// Licences of packages that become part of the app.
const SHIPPED: &[&str] = &["0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT"];
/// Further licences of packages that only build and test the app.
const TOOLS: &[&str] = &["MIT-0", "MPL-2.0"];

/// Fails with a list of the packages whose licence is not allowed.
pub(crate) fn check() -> Result<(), Error> {
    let file = program::ui().join("package-lock.json");
    let text = fs::read_to_string(&file).context(file.display())?;
    let lock: Value = serde_json::from_str(&text).context(file.display())?;
    let refused = refused(&lock);
    if refused.is_empty() { Ok(()) } else { Err(Error::new(refused.join("\n"))) }
}

fn refused(lock: &Value) -> Vec<String> {
    let packages = lock["packages"].as_object().into_iter().flatten();
    // The entry with an empty path is the window itself.
    let packages = packages.filter(|(path, _)| !path.is_empty());
    packages
        .filter(|(_, package)| !is_allowed(package))
        .map(|(path, package)| format!("{path}: {}", package["license"]))
        .collect()
}

fn is_allowed(package: &Value) -> bool {
    let is_tool = package["dev"] == true || package["devOptional"] == true;
    let allows = |name: &str| SHIPPED.contains(&name) || (is_tool && TOOLS.contains(&name));
    // An SPDX expression: one part of an OR is enough, every part of an AND is needed.
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
    fn a_package_of_the_app_has_a_permissive_licence() {
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
    fn a_tool_may_have_further_licences() {
        let both = "(MPL-2.0 AND MIT)";
        assert_eq!(names(&json!({ "node_modules/a": { "license": both, "dev": true } })).len(), 0);
        assert_eq!(names(&json!({ "node_modules/a": { "license": both } })).len(), 1);
    }
}
