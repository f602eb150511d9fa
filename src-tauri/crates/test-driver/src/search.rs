//! Searching everything that a program has written for a text that must not be there.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use aho_corasick::{AhoCorasick, MatchKind};
use base64::Engine;
use base64::engine::general_purpose::{STANDARD_NO_PAD, URL_SAFE_NO_PAD};

use crate::error::{Context, Error};

/// Half a text is searched for if it has at least this many bytes: shorter halves could be anywhere by chance.
const SHORTEST_HALF: usize = 16;

/// A text in each form in which it may have been written: as it is, in UTF-16, base64 or hex, and encoded for
/// an address. Either half of it counts as well, because freed memory is overwritten in part.
#[derive(Debug)]
pub struct Forms {
    names: Vec<&'static str>,
    finder: AhoCorasick,
}

impl Forms {
    /// The forms of this text.
    pub fn of(text: &str) -> Result<Self, Error> {
        let mut needles = BTreeMap::new();
        for (form, name) in written(text) {
            let (one, other) = form.split_at(form.len() / 2);
            let parts =
                if one.len() < SHORTEST_HALF { vec![form] } else { vec![one.into(), other.into()] };
            for part in parts {
                needles.entry(part).or_insert(name);
            }
        }
        let (needles, names): (Vec<_>, Vec<_>) = needles.into_iter().unzip();
        // Of the match kinds, only this one is fast enough for a whole memory.
        let finder = AhoCorasick::builder().match_kind(MatchKind::LeftmostFirst).build(needles);
        Ok(Self { names, finder: finder.context("the forms of a text")? })
    }

    /// The names of the forms that are in `bytes`.
    #[must_use]
    pub fn within(&self, bytes: &[u8]) -> BTreeSet<&'static str> {
        self.finder.find_iter(bytes).map(|found| self.names[found.pattern().as_usize()]).collect()
    }

    /// The length of the longest form, in bytes.
    #[cfg(target_os = "linux")]
    pub(crate) fn longest(&self) -> usize {
        self.finder.max_pattern_len()
    }
}

/// Every file under `folder` that has the text in one of its forms in its content or in its name.
pub fn files_with(text: &str, folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let forms = Forms::of(text)?;
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).context(folder.display())? {
            let path = entry?.path();
            let kind = fs::symlink_metadata(&path).context(path.display())?.file_type();
            if kind.is_dir() {
                folders.push(path.clone());
            }
            let holds = |bytes: &[u8]| !forms.within(bytes).is_empty();
            let is_named = path.file_name().is_some_and(|name| holds(name.as_encoded_bytes()));
            if is_named || (kind.is_file() && holds(&fs::read(&path).context(path.display())?)) {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

fn written(text: &str) -> Vec<(Vec<u8>, &'static str)> {
    let wide = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let encoded = |unreserved: &[u8]| -> Vec<u8> {
        let escape = |byte: u8| match byte {
            byte if byte.is_ascii_alphanumeric() || unreserved.contains(&byte) => vec![byte],
            byte => format!("%{byte:02X}").into_bytes(),
        };
        text.bytes().flat_map(escape).collect()
    };
    let mut forms = vec![
        (text.as_bytes().to_vec(), "text"),
        (wide, "UTF-16"),
        (hex::encode_upper(text).into_bytes(), "hex"),
        (hex::encode(text).into_bytes(), "hex"),
        (encoded(b"-._~"), "address"),
        (encoded(b"-._*"), "address"),
    ];
    for before in 0..3 {
        forms.push((in_base64(&STANDARD_NO_PAD, text, before), "base64"));
        forms.push((in_base64(&URL_SAFE_NO_PAD, text, before), "base64"));
    }
    forms
}

/// The text in base64 after `before` other bytes, without the letters at both ends that depend on the bytes
/// beside the text.
fn in_base64(engine: &impl Engine, text: &str, before: usize) -> Vec<u8> {
    let bytes = [&[0].repeat(before), text.as_bytes()].concat();
    let mut letters = engine.encode(&bytes).into_bytes();
    if bytes.len() % 3 != 0 {
        letters.pop();
    }
    letters.split_off((before * 8).div_ceil(6))
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &str = "99dde7bdce11414efc2f1c10ddbfd42da8ce4bf2";

    fn forms_in(bytes: impl AsRef<[u8]>) -> Vec<&'static str> {
        Forms::of(KEY).unwrap().within(bytes.as_ref()).into_iter().collect()
    }

    #[test]
    fn a_text_is_found_in_every_encoding() {
        assert_eq!(forms_in(format!("before{KEY}after")), ["text"]);
        let wide: Vec<u8> = KEY.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(forms_in(wide), ["UTF-16"]);
        assert_eq!(forms_in(hex::encode(KEY)), ["hex"]);
        assert_eq!(forms_in(hex::encode_upper(KEY)), ["hex"]);
    }

    #[test]
    fn a_text_is_found_in_base64_wherever_it_begins_and_ends() {
        for before in 0..6 {
            for after in 0..6 {
                let plain = format!("{}{KEY}{}", "<".repeat(before), "?".repeat(after));
                assert_eq!(forms_in(STANDARD_NO_PAD.encode(&plain)), ["base64"], "{plain}");
                assert_eq!(forms_in(URL_SAFE_NO_PAD.encode(&plain)), ["base64"], "{plain}");
            }
        }
    }

    #[test]
    fn a_text_that_is_escaped_in_an_address_is_found() {
        let forms = Forms::of("a key/with signs").unwrap();
        assert!(forms.within(b"?key=a%20key%2Fwith%20signs&page=1").contains("address"));
    }

    #[test]
    fn either_half_is_found_and_less_is_not() {
        assert!(!forms_in(&KEY[..20]).is_empty());
        assert!(!forms_in(&KEY[20..]).is_empty());
        assert_eq!(forms_in(&KEY[1..20]), [""; 0]);
        assert_eq!(forms_in("99dde7bd ce11414e"), [""; 0]);
    }

    #[test]
    fn a_text_is_found_in_files_of_nested_folders() {
        let folder = tempfile::tempdir().unwrap();
        let deep = folder.path().join("a/b");
        fs::create_dir_all(&deep).unwrap();
        fs::write(deep.join("plain"), "before canary after").unwrap();
        fs::write(deep.join("binary"), b"\x00\xffcanary\xfe").unwrap();
        fs::write(folder.path().join("a-canary-name"), "").unwrap();
        fs::write(folder.path().join("innocent"), "canar y").unwrap();

        let found = files_with("canary", folder.path()).unwrap();
        let names: Vec<_> =
            found.iter().map(|path| path.strip_prefix(folder.path()).unwrap()).collect();
        assert_eq!(names, ["a/b/binary", "a/b/plain", "a-canary-name"].map(Path::new));
    }
}
