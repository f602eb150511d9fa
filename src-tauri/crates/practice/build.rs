//! Lists the catalogs of the pages: a language is added by adding its file to `portal/locales`.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

const LOCALES: &str = "portal/locales";

/// Writes an array of language tags and texts, which `src/portal/words.rs` includes.
fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={LOCALES}");
    let folder = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join(LOCALES);
    let mut paths = Vec::new();
    for file in fs::read_dir(folder)? {
        paths.push(file?.path());
    }
    paths.sort();
    let entries: String = paths.iter().filter_map(|path| entry(path)).collect();
    let list = Path::new(&env::var("OUT_DIR")?).join("catalogs.rs");
    fs::write(list, format!("&[\n{entries}]\n"))?;
    Ok(())
}

/// `("uk", include_str!("…/uk.ftl")),`; `None` if the file is not a catalog.
fn entry(path: &Path) -> Option<String> {
    let is_catalog = path.extension().is_some_and(|extension| extension == "ftl");
    let tag = path.file_stem()?.to_str()?;
    is_catalog.then(|| format!("({tag:?}, include_str!({:?})),\n", path.display().to_string()))
}
