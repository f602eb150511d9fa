//! Searching everything that a program has left behind for a text that must not be there.

use std::fs;
use std::path::{Path, PathBuf};

use crate::trouble::{During, Trouble};

/// Every file under `folder` that holds `text`, written in UTF-8 or in UTF-16, as web engines
/// do, or that has it in its name.
pub fn files_with(text: &str, folder: &Path) -> Result<Vec<PathBuf>, Trouble> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).during(folder.display())? {
            let path = entry?.path();
            let kind = fs::symlink_metadata(&path).during(path.display())?.file_type();
            if kind.is_dir() {
                folders.push(path.clone());
            }
            let is_named =
                path.file_name().is_some_and(|name| name.to_string_lossy().contains(text));
            if is_named || (kind.is_file() && holds(text, &fs::read(&path).during(path.display())?))
            {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

fn holds(text: &str, bytes: &[u8]) -> bool {
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    [text.as_bytes(), &wide]
        .iter()
        .any(|needle| bytes.windows(needle.len()).any(|window| window == *needle))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_search_finds_a_text_however_deep_and_however_written() {
        let folder = tempfile::tempdir().unwrap();
        let deep = folder.path().join("a/b");
        fs::create_dir_all(&deep).unwrap();
        fs::write(deep.join("plain"), "before canary after").unwrap();
        fs::write(deep.join("binary"), b"\x00\xffcanary\xfe").unwrap();
        let wide: Vec<u8> = "canary".encode_utf16().flat_map(u16::to_le_bytes).collect();
        fs::write(folder.path().join("wide"), wide).unwrap();
        fs::write(folder.path().join("a-canary-name"), "").unwrap();
        fs::write(folder.path().join("innocent"), "canar y").unwrap();

        let found = files_with("canary", folder.path()).unwrap();
        let names: Vec<_> =
            found.iter().map(|path| path.strip_prefix(folder.path()).unwrap()).collect();
        let expected = ["a/b/binary", "a/b/plain", "a-canary-name", "wide"];
        assert_eq!(names, expected.map(Path::new));
    }
}
