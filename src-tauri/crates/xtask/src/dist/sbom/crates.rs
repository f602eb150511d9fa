//! The crates in the programs.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use serde_json::{Value, json};
use test_driver::{Context, Error};

use crate::program;

/// A crate's name and version.
type Crate = (String, String);

/// Makes the bill of the crates that `cargo auditable` has listed in the programs.
pub(super) fn bill(programs: &[Value]) -> Result<Value, Error> {
    let lock = program::root().join("Cargo.lock");
    let checksums = checksums(&fs::read_to_string(&lock).context(lock.display())?);
    let mut metadata = program::cargo(&["metadata", "--format-version", "1", "--locked"]);
    let metadata =
        serde_json::from_str(&program::output(&mut metadata)?).context("cargo metadata")?;
    let licences = licences(&metadata);
    let mut components = BTreeMap::new();
    let mut dependencies: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for program in programs {
        let packages = program["packages"].as_array().map_or(&[][..], Vec::as_slice);
        for package in packages.iter().filter(|package| is_inside(package)) {
            let reference = reference(package);
            let key = name_and_version(package);
            let licence = licences.get(&key).map(String::as_str);
            let checksum = checksums.get(&key).map(String::as_str);
            components.insert(reference.clone(), component(package, licence, checksum));
            let needed = package["dependencies"].as_array().into_iter().flatten();
            let needed =
                needed.filter_map(|index| packages.get(usize::try_from(index.as_u64()?).ok()?));
            let needed = needed.filter(|package| is_inside(package)).map(self::reference);
            dependencies.entry(reference).or_default().extend(needed);
            if package["root"] == true {
                dependencies.entry("key-desk".into()).or_default().insert(self::reference(package));
            }
        }
    }
    let dependencies: Vec<Value> = dependencies
        .into_iter()
        .map(|(reference, needed)| json!({ "ref": reference, "dependsOn": needed }))
        .collect();
    Ok(json!({
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": super::metadata()?,
        "components": components.into_values().collect::<Vec<_>>(),
        "dependencies": dependencies,
    }))
}

/// Whether the package is in the program. Others were only needed to build it.
fn is_inside(package: &Value) -> bool {
    package["kind"] != "build"
}

fn name_and_version(package: &Value) -> Crate {
    let text = |member: &str| package[member].as_str().unwrap_or_default().to_owned();
    (text("name"), text("version"))
}

/// The package URL of a published crate.
fn reference(package: &Value) -> String {
    let (name, version) = name_and_version(package);
    if package["source"] == "crates.io" {
        return format!("pkg:cargo/{name}@{}", version.replace('+', "%2B"));
    }
    format!("{name}@{version}")
}

fn component(package: &Value, licence: Option<&str>, checksum: Option<&str>) -> Value {
    let (name, version) = name_and_version(package);
    let reference = reference(package);
    let mut component =
        json!({ "type": "library", "bom-ref": reference, "name": name, "version": version });
    if reference.starts_with("pkg:") {
        component["purl"] = json!(reference);
    }
    if let Some(licence) = licence {
        // Crates once wrote a slash in place of "OR".
        component["licenses"] = json!([{ "expression": licence.replace('/', " OR ") }]);
    }
    if let Some(checksum) = checksum {
        component["hashes"] = json!([{ "alg": "SHA-256", "content": checksum }]);
    }
    component
}

/// The licences that the crates name.
fn licences(metadata: &Value) -> BTreeMap<Crate, String> {
    let packages = metadata["packages"].as_array().into_iter().flatten();
    packages
        .filter_map(|package| {
            Some((name_and_version(package), package["license"].as_str()?.to_owned()))
        })
        .collect()
}

/// The checksums in Cargo.lock, of the files that the crates came in.
fn checksums(lock: &str) -> BTreeMap<Crate, String> {
    let package = |text: &str| {
        let member = |name: &str| {
            let start = format!("{name} = \"");
            let line = text.lines().find_map(|line| line.strip_prefix(&start))?;
            Some(line.trim_end_matches('"').to_owned())
        };
        Some(((member("name")?, member("version")?), member("checksum")?))
    };
    lock.split("[[package]]").filter_map(package).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crate_has_its_address_its_licence_and_its_checksum() {
        let package = json!({ "name": "zstd", "version": "2.0+1.5", "source": "crates.io" });
        let expected = json!({
            "type": "library",
            "bom-ref": "pkg:cargo/zstd@2.0%2B1.5",
            "name": "zstd",
            "version": "2.0+1.5",
            "purl": "pkg:cargo/zstd@2.0%2B1.5",
            "licenses": [{ "expression": "MIT OR Apache-2.0" }],
            "hashes": [{ "alg": "SHA-256", "content": "ab" }],
        });
        assert_eq!(component(&package, Some("MIT/Apache-2.0"), Some("ab")), expected);
    }

    #[test]
    fn a_crate_of_the_project_has_no_address() {
        let package = json!({ "name": "keydesk-core", "version": "0.1.0", "source": "local" });
        assert_eq!(component(&package, None, None)["purl"], Value::Null);
    }

    #[test]
    fn the_lock_file_has_the_checksums_of_published_crates() {
        let lock = "version = 4\n\n[[package]]\nname = \"a\"\nversion = \"1.0\"\nchecksum = \"ab\"\n\n[[package]]\nname = \"own\"\nversion = \"0.1.0\"\n";
        let expected = BTreeMap::from([(("a".into(), "1.0".into()), "ab".into())]);
        assert_eq!(checksums(lock), expected);
    }
}
