//! What has to be downloaded, installed and loaded.

use std::fs;
use std::path::Path;
use std::process::Command;

use keydesk_driver::{During, Launch, Trouble};
use serde_json::Value;

use super::Measured;
use crate::program;

/// What the page has asked for so far, as the files' names.
const LOADED: &str = "return performance.getEntriesByType('resource') \
    .map(({ name }) => name.split('/').pop()).filter((name) => /\\.(js|css)$/.test(name))";

/// Adds up the files that are named, each compressed by itself, as a server would send them.
const COMPRESSED: &str = r#"
const { readFileSync } = require("node:fs");
const { gzipSync } = require("node:zlib");
const size = (file) => gzipSync(readFileSync(`dist/assets/${file}`), { level: 9 }).length;
console.log(process.argv.slice(1).map(size).reduce((sum, size) => sum + size, 0));
"#;

/// The program, its package and the first page.
pub(crate) fn measured(program: &Path, package: &Path) -> Result<Vec<Measured>, Trouble> {
    Ok(vec![
        Measured::limited("the program, stripped", megabytes(program)?, "MB", 16.0),
        Measured::limited("the .deb", megabytes(package)?, "MB", 8.0),
        Measured::limited(
            "the first page's scripts and styles, gzip",
            first_page(program)?,
            "kB",
            60.0,
        ),
    ])
}

fn megabytes(file: &Path) -> Result<f64, Trouble> {
    Ok(count(fs::metadata(file).during(file.display())?.len()) / 1_000_000.0)
}

/// Scripts and styles, also those asked for later, that the window loads until the main button of
/// its first page is there. Kilobytes.
fn first_page(program: &Path) -> Result<f64, Trouble> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let loaded = runtime.block_on(async {
        let mut app = Launch::of(program).open().await?;
        let window = app.window()?;
        window.wait_for("welcome-practice").await?;
        let loaded = window.run(LOADED).await?;
        app.close().await?;
        Ok::<_, Trouble>(loaded)
    })?;
    let files: Vec<&str> =
        loaded.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    if files.is_empty() {
        return Err(Trouble::new("the first page says that it has loaded nothing"));
    }
    let mut node = Command::new("node");
    node.args(["-e", COMPRESSED, "--"]).args(files).current_dir(program::ui());
    let bytes: u64 = program::output(&mut node)?.trim().parse().during("the first page's size")?;
    Ok(count(bytes) / 1_000.0)
}

#[allow(clippy::cast_precision_loss, reason = "nothing here has 2^53 bytes")]
fn count(bytes: u64) -> f64 {
    bytes as f64
}
