//! The bills of materials in the form `CycloneDX`: the crates in the programs, and the npm packages in the window.

mod crates;
mod npm;

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use serde_json::{Value, json};
use test_driver::{Context, Error};

use crate::setup::CYCLONEDX;
use crate::{program, reproducible, terminal};

use super::programs;

/// Checks a file against the schema of the version that it says it has.
const VALIDATE: &str = "
import json, sys
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
for name in sys.argv[1:]:
    text = open(name, encoding='utf-8').read()
    version = SchemaVersion.from_version(json.loads(text)['specVersion'])
    error = JsonStrictValidator(version).validate_str(text)
    if error:
        sys.exit(f'{name}: {error}')
";

/// Writes both bills and checks them. Gives their names in the packages, and where they are now.
pub(super) fn write() -> Result<Vec<(&'static str, PathBuf)>, Error> {
    terminal::heading("Listing what the programs contain");
    let folder = program::target().join("dist/sbom");
    fs::create_dir_all(&folder).context(folder.display())?;
    let bills = [
        ("sbom-crates.cdx.json", crates::bill(&programs::crates()?)?),
        ("sbom-npm.cdx.json", npm::bill()?),
    ];
    let mut files = Vec::new();
    for (name, bill) in bills {
        let file = folder.join(name);
        let text = serde_json::to_string_pretty(&bill).context(name)?;
        fs::write(&file, text + "\n").context(file.display())?;
        let count = bill["components"].as_array().map_or(0, Vec::len);
        terminal::success(&format!("{name}: {count} components"));
        files.push((name, file));
    }
    let mut validate = Command::new(CYCLONEDX.file("bin/python"));
    program::run(validate.args(["-c", VALIDATE]).args(files.iter().map(|(_, file)| file)))?;
    Ok(files)
}

/// What the bill describes: this version of Key Desk, at the date of its release.
fn metadata() -> Result<Value, Error> {
    let seconds = format!("@{}", reproducible::date()?);
    let date =
        program::output(Command::new("date").args(["--utc", "--date", &seconds]).arg("+%FT%TZ"))?;
    Ok(json!({
        "timestamp": date.trim(),
        "lifecycles": [{ "phase": "build" }],
        "component": {
            "type": "application",
            "bom-ref": "key-desk",
            "name": "key-desk",
            "version": env!("CARGO_PKG_VERSION"),
            "licenses": [{ "expression": env!("CARGO_PKG_LICENSE") }],
        },
    }))
}
