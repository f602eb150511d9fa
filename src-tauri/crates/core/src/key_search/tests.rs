//! Every form of a key is found wherever it is, and nothing else is.

mod archives;
mod hostile;

use std::fs;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::Ordering;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use proptest::prelude::*;
use tempfile::TempDir;

use super::source::CHUNK;
use super::*;
use crate::secret::ApiKey;

pub(super) const KEY: &str = "99dde7bdce11414efc2f1c10ddbfd42da8ce4bf2";
const UKRAINE: &str = "0a1b2c3d4e5f60718293a4b5c6d7e8f9";

pub(super) fn finder() -> Finder {
    let keys = [KEY, UKRAINE].map(|text| ApiKey::new(text.to_owned()).unwrap());
    Finder::new(&keys)
}

pub(super) fn search_in(folder: &Path) -> Found {
    search(&finder(), &[folder.to_owned()], &[], &Meter::default(), &|_| {})
}

/// A folder with one file.
pub(super) fn folder_with(name: &str, content: impl AsRef<[u8]>) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join(name), content).unwrap();
    folder
}

/// The places in one file with this content.
pub(super) fn found_in(name: &str, content: impl AsRef<[u8]>) -> Vec<FoundPlace> {
    search_in(folder_with(name, content).path()).places
}

fn utf_16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

fn utf_16_big_endian(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_be_bytes).collect()
}

#[test]
fn a_key_in_a_text_file_is_found_in_its_line() {
    let places = found_in(".env", format!("A=1\r\nB=2\r\nKEY={KEY}\r\n"));
    let [place] = &places[..] else { panic!("{places:?}") };
    assert_eq!((place.key, place.form, place.more), (0, KeyForm::Text, 0));
    assert_eq!(place.at, FoundAt::Line { line: 3 });
    assert_eq!(place.file, ".env");
}

#[test]
fn several_places_in_a_file_are_one_with_a_count() {
    let places = found_in("app.log", format!("{KEY}\n{UKRAINE} {KEY}\n{KEY}{KEY}"));
    let counted: Vec<_> = places.iter().map(|it| (it.key, it.more, it.at.clone())).collect();
    let line = |line| FoundAt::Line { line };
    assert_eq!(counted, [(0, 3, line(1)), (1, 0, line(2))]);
}

#[test]
fn a_key_in_a_file_that_is_no_text_is_found_at_its_position() {
    let places = found_in("data.bin", [b"\0\x01\n", KEY.as_bytes()].concat());
    assert_eq!(places[0].at, FoundAt::Byte { position: 3 });
}

#[test]
fn a_key_in_utf_16_is_found_in_its_line() {
    for bytes in [utf_16, utf_16_big_endian] {
        let places = found_in("notes.txt", bytes(&format!("\u{FEFF}ключ Њ\n\n{KEY}")));
        let [place] = &places[..] else { panic!("{places:?}") };
        assert_eq!((place.form, &place.at), (KeyForm::Utf16, &FoundAt::Line { line: 3 }));
        assert_eq!(place.more, 0);
    }
}

#[test]
fn a_key_in_a_name_is_found_and_masked() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join(format!("key {KEY}"))).unwrap();
    fs::write(folder.path().join(format!("key {KEY}/{UKRAINE}.txt")), "nothing").unwrap();
    let places = search_in(folder.path()).places;
    let shown: Vec<_> = places.iter().map(|it| (&*it.file, it.at.clone())).collect();
    assert_eq!(shown, [("key ••••4bf2", FoundAt::Name), ("••••e8f9.txt", FoundAt::Name)]);
    assert!(places[1].folder.ends_with("key ••••4bf2"));
    let written = format!("{places:?}");
    assert!(!written.contains(KEY) && !written.contains(UKRAINE), "{written}");
}

#[test]
fn the_folders_that_are_told_show_no_key() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join(KEY)).unwrap();
    let told = Mutex::new(String::new());
    let note = |path: String| told.lock().unwrap().push_str(&path);
    let _ = search(&finder(), &[folder.path().to_owned()], &[], &Meter::default(), &note);
    let told = told.into_inner().unwrap();
    assert!(told.contains("••••4bf2") && !told.contains(KEY), "{told}");
}

#[test]
fn hidden_files_and_files_in_folders_are_searched() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir_all(folder.path().join(".git/a/b")).unwrap();
    fs::write(folder.path().join(".git/a/b/.hidden"), KEY).unwrap();
    fs::write(folder.path().join(".gitignore"), "*").unwrap();
    assert_eq!(search_in(folder.path()).places.len(), 1);
}

#[test]
fn a_folder_that_is_chosen_twice_is_searched_once() {
    let folder = folder_with("a.txt", KEY);
    let inner = folder.path().join("inner");
    fs::create_dir(&inner).unwrap();
    let meter = Meter::default();
    let folders = [inner, folder.path().to_owned(), folder.path().to_owned()];
    let found = search(&finder(), &folders, &[], &meter, &|_| {});
    assert_eq!((found.places.len(), meter.files.load(Ordering::Relaxed)), (1, 1));
}

#[test]
fn skipped_folders_are_not_searched() {
    let folder = folder_with("a.txt", KEY);
    let chosen = [folder.path().to_owned()];
    let found = search(&finder(), &chosen, &chosen, &Meter::default(), &|_| {});
    assert!(found.places.is_empty());
}

#[test]
fn a_folder_that_does_not_exist_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let found = search_in(&folder.path().join("missing"));
    assert_eq!(found.unreadable.count, 1);
    assert!(found.unreadable.some[0].ends_with("missing"));
}

#[test]
fn a_cancelled_search_ends() {
    let folder = folder_with("a.txt", KEY);
    let meter = Meter::default();
    meter.is_cancelled.store(true, Ordering::Relaxed);
    let found = search(&finder(), &[folder.path().to_owned()], &[], &meter, &|_| {});
    assert!(found.places.is_empty());
    assert_eq!(found.unreadable.count, 0);
}

#[test]
fn without_keys_nothing_is_found() {
    let finder = Finder::new(&[]);
    assert!(!finder.is_in(KEY.as_bytes()));
}

#[test]
fn only_the_whole_key_is_found() {
    for almost in [&KEY[1..], &KEY[..39], &KEY.to_uppercase(), &KEY.replace("4bf2", "4bf3")] {
        assert!(found_in("a.txt", format!("x {almost} {almost}")).is_empty(), "{almost}");
    }
}

#[test]
fn a_key_in_lines_that_an_email_wraps_is_found() {
    for before in 0..76 {
        let line = format!("{}{KEY} and more text after it", "x".repeat(before));
        let (first, rest) = line.split_at(76.min(line.len() - 1));
        assert_eq!(found_in("a.eml", format!("{first}=\r\n{rest}")).len(), 1, "quoted {before}");

        let encoded = STANDARD.encode(&line);
        for end in ["\n", "\r\n"] {
            let lines: Vec<&str> =
                encoded.as_bytes().chunks(76).map(|it| str::from_utf8(it).unwrap()).collect();
            let places = found_in("a.eml", lines.join(end));
            assert_eq!(places.len(), 1, "Base64 {before}");
            assert_eq!(places[0].form, KeyForm::Base64);
        }
    }
}

#[test]
fn every_form_is_found_across_the_edge_of_two_chunks() {
    let forms = [
        KEY.as_bytes().to_vec(),
        utf_16(KEY),
        utf_16_big_endian(KEY),
        STANDARD.encode(format!("ab{KEY}")).into_bytes(),
        STANDARD.encode(utf_16(&format!("a{KEY}"))).into_bytes(),
    ];
    for form in forms {
        for before in (0..=form.len()).step_by(3) {
            let mut content = vec![b'.'; CHUNK - before];
            content.extend_from_slice(&form);
            content.extend_from_slice(&[b'.'; 100]);
            let places = found_in("a.bin", &content);
            assert_eq!((places.len(), places[0].more), (1, 0), "{before}");
        }
    }
}

/// Keys of any accepted length and characters.
fn any_key() -> impl Strategy<Value = String> {
    prop_oneof![3 => "[0-9a-f]{32,40}", 1 => "[!-~]{16,128}"]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_key_is_found_in_every_form_at_every_position(
        key in any_key(),
        others in proptest::collection::vec(any_key(), 0..20),
        before in "[ -~\n]{0,70}",
        after in "[ -~\n]{0,70}",
    ) {
        let keys: Vec<ApiKey> = std::iter::once(&key)
            .chain(&others)
            .map(|text| ApiKey::new(text.clone()).unwrap())
            .collect();
        let finder = Finder::new(&keys);
        let text = format!("{before}{key}{after}");
        for bytes in [
            text.clone().into_bytes(),
            utf_16(&text),
            utf_16_big_endian(&text),
            STANDARD.encode(&text).into_bytes(),
            base64::engine::general_purpose::URL_SAFE.encode(&text).into_bytes(),
            STANDARD.encode(utf_16(&text)).into_bytes(),
        ] {
            let mut found = false;
            finder.find(&bytes, |it| found |= it.key == 0);
            prop_assert!(found);
        }
        prop_assert!(!finder.mask(&text).contains(&key));
    }

    #[test]
    fn nothing_is_found_where_no_key_is(bytes in proptest::collection::vec(any::<u8>(), 0..2000)) {
        prop_assert!(!finder().is_in(&bytes));
    }

    #[test]
    fn what_is_found_in_a_text_is_what_a_plain_search_finds(
        pieces in proptest::collection::vec(prop_oneof![
            Just(KEY.to_owned()),
            Just(UKRAINE.to_owned()),
            Just(KEY[..20].to_owned()),
            Just(KEY[20..].to_owned()),
            "[0-9a-f]{0,12}",
        ], 0..12),
    ) {
        let text = pieces.concat();
        for (number, key) in [KEY, UKRAINE].into_iter().enumerate() {
            let mut first = None;
            finder().find(text.as_bytes(), |it| {
                if it.key == number && it.form == KeyForm::Text {
                    first = Some(first.map_or(it.range.start, |at: usize| at.min(it.range.start)));
                }
            });
            prop_assert_eq!(first, text.find(key));
        }
    }
}
