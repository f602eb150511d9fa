//! Zip files and office documents. The crate zip writes them: another reading of the format.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::*;

pub(super) fn zip_of(method: CompressionMethod, entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in entries {
        let options = SimpleFileOptions::default().compression_method(method);
        zip.start_file(*name, options).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn inside(entry: &str) -> FoundAt {
    FoundAt::Inside { entry: entry.to_owned() }
}

#[test]
fn a_key_in_an_office_document_is_found_with_the_name_of_its_part() {
    let xml = format!("<w:t>Our key is {KEY}</w:t>{}", " ".repeat(10_000));
    let parts: [(&str, &[u8]); 3] = [
        ("[Content_Types].xml", b"<Types/>"),
        ("word/document.xml", xml.as_bytes()),
        ("word/settings.xml", b"<settings/>"),
    ];
    let places = found_in("letter.docx", zip_of(CompressionMethod::Deflated, &parts));
    let [place] = &places[..] else { panic!("{places:?}") };
    assert_eq!(
        (&place.at, place.form, place.more),
        (&inside("word/document.xml"), KeyForm::Text, 0)
    );
    assert_eq!(place.file, "letter.docx");
}

#[test]
fn all_entries_are_searched_stored_ones_too() {
    for method in [CompressionMethod::Stored, CompressionMethod::Deflated] {
        let texts: Vec<(String, String)> = (0..50)
            .map(|number| (format!("{number}.txt"), format!("{} {KEY}", "a b ".repeat(number))))
            .collect();
        let entries: Vec<(&str, &[u8])> =
            texts.iter().map(|(name, text)| (&**name, text.as_bytes())).collect();
        let places = found_in("a.zip", zip_of(method, &entries));
        assert_eq!(places.len(), 50);
        assert!(places.iter().all(|place| matches!(place.at, FoundAt::Inside { .. })));
    }
}

#[test]
fn a_zip_file_in_a_zip_file_is_searched_and_one_in_that_is_not() {
    for method in [CompressionMethod::Stored, CompressionMethod::Deflated] {
        // Long enough to be compressed: the key is not among the bytes of the zip file.
        let text = format!("{KEY}{}", " and more".repeat(100));
        let inner = zip_of(CompressionMethod::Deflated, &[("key.txt", text.as_bytes())]);
        let outer = zip_of(method, &[("inner.zip", &inner)]);
        let found = search_in(folder_with("outer.zip", &outer).path());
        let at: Vec<_> = found.places.iter().map(|place| &place.at).collect();
        assert_eq!(at, [&inside("inner.zip, key.txt")]);
        assert_eq!(found.incomplete.count, 0);

        let third = zip_of(CompressionMethod::Deflated, &[("outer.zip", &outer)]);
        let found = search_in(folder_with("third.zip", third).path());
        assert!(found.places.is_empty(), "{:?}", found.places);
        assert_eq!(found.incomplete.count, 1);
    }
}

#[test]
fn a_key_across_the_edge_of_two_inflated_chunks_is_found() {
    let mut content = vec![b'.'; CHUNK - 17];
    content.extend_from_slice(KEY.as_bytes());
    let places = found_in("a.zip", zip_of(CompressionMethod::Deflated, &[("a", &content)]));
    assert_eq!(places.len(), 1);
}

#[test]
fn what_is_after_the_entries_is_searched_too() {
    let mut content = zip_of(CompressionMethod::Deflated, &[("a", b"nothing")]);
    content.extend_from_slice(KEY.as_bytes());
    let places = found_in("a.zip", content);
    assert!(matches!(places[0].at, FoundAt::Byte { .. }), "{places:?}");
}

#[test]
fn a_key_in_the_name_of_an_entry_is_found_and_masked() {
    let name = format!("key {KEY}.txt");
    let places = found_in("a.zip", zip_of(CompressionMethod::Deflated, &[(&name, b"nothing")]));
    assert_eq!(places[0].at, inside("key ••••4bf2.txt"));
}
