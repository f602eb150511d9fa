//! The sizes of the program, its package and the first page.

use std::fs;
use std::path::Path;
use std::process::Command;

use test_driver::{Context, Error};

use super::Measured;
use crate::program;

/// Prints the sum of the sizes of the files that the first page loads, each compressed with gzip: what
/// `index.html` names, the welcome page, the English catalog, and all that these import.
const FIRST_PAGE: &str = r#"
const { readFileSync, readdirSync } = require("node:fs");
const { gzipSync } = require("node:zlib");
const files = readdirSync("dist/assets");
const page = readFileSync("dist/index.html", "utf8");
const asked = [...page.matchAll(/(?:src|href)="\.\/assets\/([^"]+\.(?:js|css))"/g)].map((match) => match[1]);
const later = files.filter((file) => /^(Welcome|en)-[^.]+\.(js|css)$/.test(file));
if (asked.length === 0 || later.length < 3) throw new Error("the first page has other files now");
const needed = new Set([...asked, ...later]);
for (const file of needed) {
  if (file.endsWith(".css")) continue;
  const code = readFileSync(`dist/assets/${file}`, "utf8");
  for (const [, name] of code.matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+)["'`]/g)) needed.add(name);
}
const size = (file) => gzipSync(readFileSync(`dist/assets/${file}`), { level: 9 }).length;
console.log([...needed].map(size).reduce((sum, size) => sum + size, 0));
"#;

/// Measures the sizes.
pub(crate) fn measured(program: &Path, package: &Path) -> Result<Vec<Measured>, Error> {
    Ok(vec![
        Measured::limited("the program, stripped", megabytes(program)?, "MB", 20.0),
        Measured::limited("the .deb", megabytes(package)?, "MB", 9.0),
        Measured::limited("the first page's scripts and styles, gzip", first_page()?, "kB", 50.0),
    ])
}

fn megabytes(file: &Path) -> Result<f64, Error> {
    Ok(count(fs::metadata(file).context(file.display())?.len()) / 1_000_000.0)
}

/// Scripts and styles of the first page, compressed, in kilobytes.
fn first_page() -> Result<f64, Error> {
    let mut node = Command::new("node");
    node.args(["-e", FIRST_PAGE]).current_dir(program::ui());
    let bytes: u64 = program::output(&mut node)?.trim().parse().context("the first page's size")?;
    Ok(count(bytes) / 1_000.0)
}

#[allow(clippy::cast_precision_loss, reason = "nothing here has 2^53 bytes")]
fn count(bytes: u64) -> f64 {
    bytes as f64
}
