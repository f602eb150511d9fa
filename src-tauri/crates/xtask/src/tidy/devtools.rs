//! A released window has no developer tools.

use std::fs;

use serde_json::Value;
use test_driver::{Context, Error};

use super::Violation;
use crate::program;

/// The crates whose feature `devtools` puts the tools into every build. Without it only builds with
/// debug assertions have them.
const ENGINES: &[&str] = &["tauri", "tauri-runtime-wry", "wry"];

pub(super) fn check() -> Result<Vec<Violation>, Error> {
    let arguments = ["metadata", "--format-version", "1", "--locked"];
    let printed = program::output(&mut program::cargo(&arguments))?;
    let metadata: Value = serde_json::from_str(&printed).context("cargo metadata")?;
    let mut violations = with_tools(&metadata);
    let manifest = fs::read_to_string(program::root().join("Cargo.toml")).context("Cargo.toml")?;
    violations.extend(with_assertions(&manifest));
    Ok(violations)
}

fn with_tools(metadata: &Value) -> Vec<Violation> {
    let nodes = metadata["resolve"]["nodes"].as_array();
    let violation = |what: String| Violation::new("Cargo.toml", 1, what);
    ENGINES
        .iter()
        .filter_map(|engine| {
            let id = format!("#{engine}@");
            let is_engine =
                |node: &&Value| node["id"].as_str().is_some_and(|found| found.contains(&id));
            let Some(node) = nodes.and_then(|nodes| nodes.iter().find(is_engine)) else {
                return Some(violation(format!("{engine} is not used; adjust tidy/devtools.rs")));
            };
            let has_tools =
                node["features"].as_array()?.iter().any(|feature| feature == "devtools");
            has_tools.then(|| {
                violation(format!("{engine} is built with its feature devtools: remove it"))
            })
        })
        .collect()
}

fn with_assertions(manifest: &str) -> Option<Violation> {
    let line = manifest.lines().position(|line| line.contains("debug-assertions"))?;
    let what = "debug assertions bring the developer tools into a release: remove them";
    Some(Violation::new("Cargo.toml", line + 1, what))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_feature_with_developer_tools_is_found() {
        let node = |name: &str, features: &[&str]| json!({ "id": format!("registry+https://example.org#{name}@2.0.0"), "features": features });
        let metadata = |wry: &[&str]| {
            let nodes = [node("tauri", &["wry"]), node("tauri-runtime-wry", &[]), node("wry", wry)];
            json!({ "resolve": { "nodes": nodes } })
        };
        assert_eq!(with_tools(&metadata(&["x11"])), []);
        assert_eq!(with_tools(&metadata(&["x11", "devtools"])).len(), 1);
        assert_eq!(with_tools(&json!({})).len(), ENGINES.len());
    }

    #[test]
    fn debug_assertions_in_a_profile_are_found() {
        assert_eq!(with_assertions("[profile.release]\nlto = true\n"), None);
        assert!(with_assertions("[profile.release]\ndebug-assertions = true\n").is_some());
    }
}
