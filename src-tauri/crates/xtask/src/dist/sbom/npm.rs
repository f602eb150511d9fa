//! The npm packages in the window.

use std::fs;

use serde_json::{Value, json};
use test_driver::{Context, Error};

use crate::program;

/// The file in which Vite names the packages whose code it has put into the window.
const BUNDLED: &str = "packages.json";

/// Makes the bill of the packages whose code is in the window. npm knows their checksums and licences.
pub(super) fn bill() -> Result<Value, Error> {
    let built = program::target().join("dist/window");
    let mut vite = program::npm(&["run", "--silent", "build:packages", "--", "--emptyOutDir"]);
    program::run_silent(vite.arg("--outDir").arg(&built))?;
    let file = built.join(BUNDLED);
    let bundled = fs::read_to_string(&file).context(file.display())?;
    let bundled = serde_json::from_str(&bundled).context(file.display())?;
    let installed = program::output(&mut program::npm(&["sbom", "--sbom-format", "cyclonedx"]))?;
    let installed = serde_json::from_str(&installed).context("npm sbom")?;
    only(&installed, &bundled, &super::metadata()?)
}

/// Keeps the bundled ones of npm's installed packages. Fails if npm does not know one of them.
fn only(installed: &Value, bundled: &Value, metadata: &Value) -> Result<Value, Error> {
    let name = |of: &Value| {
        let text = |member: &str| of[member].as_str().unwrap_or_default().to_owned();
        format!("{}@{}", text("name"), text("version"))
    };
    let mut names: Vec<String> = bundled.as_array().into_iter().flatten().map(name).collect();
    names.sort();
    let list = |member: &str| installed[member].as_array().map_or(&[][..], Vec::as_slice);
    let (mut components, mut dependencies) = (Vec::new(), Vec::new());
    for wanted in &names {
        let component = list("components").iter().find(|component| name(component) == *wanted);
        let Some(mut component) = component.cloned() else {
            return Err(Error::new(format!("npm does not know {wanted}, which is in the window")));
        };
        // npm notes here which of our own lists a package is in. In the window all of them are equal.
        if let Some(members) = component.as_object_mut() {
            members.remove("properties");
            members.insert("scope".into(), json!("required"));
        }
        components.push(component);
        let needed = list("dependencies").iter().find(|needed| needed["ref"] == json!(wanted));
        let needed = needed.and_then(|needed| needed["dependsOn"].as_array());
        let needed: Vec<&Value> = needed
            .into_iter()
            .flatten()
            .filter(|name| name.as_str().is_some_and(|name| names.iter().any(|one| one == name)))
            .collect();
        dependencies.push(json!({ "ref": wanted, "dependsOn": needed }));
    }
    dependencies.push(json!({ "ref": "key-desk", "dependsOn": names }));
    Ok(json!({
        "$schema": installed["$schema"],
        "bomFormat": installed["bomFormat"],
        "specVersion": installed["specVersion"],
        "version": 1,
        "metadata": metadata,
        "components": components,
        "dependencies": dependencies,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn installed() -> Value {
        let component = |name: &str| {
            json!({
                "bom-ref": format!("{name}@1.0"), "name": name, "version": "1.0",
                "properties": [{ "name": "cdx:npm:package:development", "value": "true" }],
            })
        };
        json!({
            "specVersion": "1.5",
            "components": [component("svelte"), component("clsx"), component("vite")],
            "dependencies": [
                { "ref": "svelte@1.0", "dependsOn": ["clsx@1.0", "acorn@1.0"] },
                { "ref": "clsx@1.0", "dependsOn": [] },
            ],
        })
    }

    #[test]
    fn only_bundled_packages_are_listed() {
        let bundled =
            json!([{ "name": "svelte", "version": "1.0" }, { "name": "clsx", "version": "1.0" }]);
        let bill = only(&installed(), &bundled, &json!({})).unwrap();
        let names: Vec<&Value> =
            bill["components"].as_array().unwrap().iter().map(|one| &one["name"]).collect();
        assert_eq!(names, ["clsx", "svelte"]);
        assert_eq!(bill["components"][0].get("properties"), None);
        let svelte = json!({ "ref": "svelte@1.0", "dependsOn": ["clsx@1.0"] });
        assert_eq!(bill["dependencies"][1], svelte);
    }

    #[test]
    fn a_package_that_npm_does_not_know_is_an_error() {
        let bundled = json!([{ "name": "copied", "version": "1.0" }]);
        let error = only(&installed(), &bundled, &json!({})).unwrap_err();
        assert!(error.to_string().contains("copied@1.0"), "{error}");
    }
}
