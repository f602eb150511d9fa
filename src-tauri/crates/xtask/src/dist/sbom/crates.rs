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
    let (licences, macros) = (licences(&metadata), macros(&metadata));
    let mut components = BTreeMap::new();
    let mut dependencies: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for program in programs {
        let packages = program["packages"].as_array().map_or(&[][..], Vec::as_slice);
        let inside = inside(packages, &macros);
        for (index, package) in packages.iter().enumerate() {
            if !inside.contains(&index) {
                continue;
            }
            let reference = reference(package);
            let key = name_and_version(package);
            let licence = licences.get(&key).map(String::as_str);
            let checksum = checksums.get(&key).map(String::as_str);
            components.insert(reference.clone(), component(package, licence, checksum));
            let needed = needed(package).filter(|index| inside.contains(index));
            let needed = needed.map(|index| self::reference(&packages[index]));
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

/// Which of a program's packages are in it. The others run only while it is compiled: build scripts, macros, and what only
/// these need. The list of `cargo auditable` does not tell macros apart.
fn inside(packages: &[Value], macros: &BTreeSet<Crate>) -> BTreeSet<usize> {
    let is_inside = |index: &usize| {
        let package = packages.get(*index);
        package.is_some_and(|package| {
            package["kind"] != "build" && !macros.contains(&name_and_version(package))
        })
    };
    let mut found = BTreeSet::new();
    let mut next: Vec<usize> =
        (0..packages.len()).filter(|index| packages[*index]["root"] == true).collect();
    while let Some(index) = next.pop() {
        if found.insert(index) {
            next.extend(needed(&packages[index]).filter(is_inside));
        }
    }
    found
}

/// The packages that this one depends on, as their places in the list.
fn needed(package: &Value) -> impl Iterator<Item = usize> {
    let indexes = package["dependencies"].as_array().into_iter().flatten();
    indexes.filter_map(|index| usize::try_from(index.as_u64()?).ok())
}

/// The crates that are macros.
fn macros(metadata: &Value) -> BTreeSet<Crate> {
    let packages = metadata["packages"].as_array().into_iter().flatten();
    let is_macro = |package: &&Value| {
        let targets = package["targets"].as_array().into_iter().flatten();
        targets
            .filter_map(|target| target["kind"].as_array())
            .flatten()
            .any(|kind| kind == "proc-macro")
    };
    packages.filter(is_macro).map(name_and_version).collect()
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
    fn macros_and_what_only_they_need_are_not_in_the_program() {
        let package = |name: &str, needed: &[usize]| json!({ "name": name, "version": "1.0", "dependencies": needed });
        let mut packages = [
            package("app", &[1, 2, 4]),
            package("serde_derive", &[3]),
            package("serde", &[1]),
            package("syn", &[]),
            package("cc", &[]),
        ];
        packages[0]["root"] = json!(true);
        packages[4]["kind"] = json!("build");
        let targets = json!([{ "kind": ["proc-macro"] }]);
        let metadata = json!({ "packages": [
            { "name": "serde_derive", "version": "1.0", "targets": targets },
            { "name": "serde", "version": "1.0", "targets": [{ "kind": ["lib"] }] },
        ] });
        assert_eq!(inside(&packages, &macros(&metadata)), BTreeSet::from([0, 2]));
    }

    #[test]
    fn the_lock_file_has_the_checksums_of_published_crates() {
        let lock = "version = 4\n\n[[package]]\nname = \"a\"\nversion = \"1.0\"\nchecksum = \"ab\"\n\n[[package]]\nname = \"own\"\nversion = \"0.1.0\"\n";
        let expected = BTreeMap::from([(("a".into(), "1.0".into()), "ab".into())]);
        assert_eq!(checksums(lock), expected);
    }
}
