//! What has to be downloaded, installed and read.

use std::fs;
use std::path::Path;
use std::process::Command;

use keydesk_driver::{During, Trouble};

use super::Measured;
use crate::program;

/// Adds up the scripts and styles that the first page asks for before it can be drawn.
const FIRST_PAGE: &str = r#"
const { readFileSync } = require("node:fs");
const { gzipSync } = require("node:zlib");
const page = readFileSync("dist/index.html", "utf8");
const files = [...page.matchAll(/(?:src|href)="([^"]+\.(?:js|css))"/g)].map((match) => match[1]);
if (files.length === 0) throw new Error("dist/index.html asks for nothing");
const size = (file) => gzipSync(readFileSync(`dist/${file}`), { level: 9 }).length;
console.log(files.map(size).reduce((sum, size) => sum + size, 0));
"#;

/// The program, its package and the first page.
pub(crate) fn measured(program: &Path, package: &Path) -> Result<Vec<Measured>, Trouble> {
    Ok(vec![
        Measured::limited("the program, stripped", megabytes(program)?, "MB", 16.0),
        Measured::limited("the .deb", megabytes(package)?, "MB", 8.0),
        Measured::limited("the first page's scripts and styles, gzip", first_page()?, "kB", 60.0),
    ])
}

fn megabytes(file: &Path) -> Result<f64, Trouble> {
    Ok(count(fs::metadata(file).during(file.display())?.len()) / 1_000_000.0)
}

fn first_page() -> Result<f64, Trouble> {
    let mut node = Command::new("node");
    let printed = program::output(node.args(["-e", FIRST_PAGE]).current_dir(program::ui()))?;
    let bytes: u64 = printed.trim().parse().during("the first page's size")?;
    Ok(count(bytes) / 1_000.0)
}

#[allow(clippy::cast_precision_loss, reason = "nothing here has 2^53 bytes")]
fn count(bytes: u64) -> f64 {
    bytes as f64
}
