//! Files that are made to keep the search busy, to fill memory or to show something else than they are.

use zip::CompressionMethod;

use super::archives::zip_of;
use super::*;

/// A zip file whose entry inflates to this many zero bytes.
fn bomb(length: usize) -> Vec<u8> {
    zip_of(CompressionMethod::Deflated, &[("zeros", &vec![0; length])])
}

#[test]
fn a_zip_file_that_inflates_to_too_much_is_not_inflated_to_its_end() {
    let inner = bomb(40 << 20);
    let outer = zip_of(CompressionMethod::Deflated, &[("a.zip", &inner), ("key", KEY.as_bytes())]);
    let folder = folder_with("bomb.zip", &outer);
    assert_eq!(search_in(folder.path()).incomplete.count, 1);
}

#[test]
fn a_zip_file_that_inflates_to_much_is_searched() {
    let found = search_in(folder_with("log.zip", bomb(10 << 20)).path());
    assert_eq!(found.incomplete.count, 0);
}

#[test]
fn a_damaged_zip_file_is_searched_as_far_as_it_goes() {
    let noise: Vec<u8> =
        (0..20_000_u32).flat_map(|n| n.wrapping_mul(2_654_435_761).to_le_bytes()).collect();
    let entries: [(&str, &[u8]); 2] = [("key", KEY.as_bytes()), ("noise", &noise)];
    let zip = zip_of(CompressionMethod::Deflated, &entries);
    for length in (0..zip.len()).step_by(997) {
        let found = search_in(folder_with("cut.zip", &zip[..length]).path());
        assert_eq!(found.places.len(), usize::from(length > 100), "{length}");
    }
    for at in (0..zip.len()).step_by(997) {
        let mut changed = zip.clone();
        changed[at] ^= 0x55;
        let found = search_in(folder_with("changed.zip", &changed).path());
        assert!(found.places.len() <= 1);
    }
}

#[test]
fn an_encrypted_zip_file_is_named() {
    let mut zip = zip_of(CompressionMethod::Deflated, &[("key", KEY.as_bytes())]);
    zip[6] |= 1;
    let found = search_in(folder_with("secret.zip", zip).path());
    assert_eq!(found.incomplete.count, 1);
    assert!(found.incomplete.some[0].ends_with("secret.zip"));
}

#[test]
fn a_name_in_a_zip_file_cannot_turn_the_text_around_or_fill_the_window() {
    let name = format!("\u{202E}txt.\n\u{7}{}", "x".repeat(5_000));
    let places = found_in("a.zip", zip_of(CompressionMethod::Deflated, &[(&name, KEY.as_bytes())]));
    let FoundAt::Inside { entry } = &places[0].at else { panic!("{places:?}") };
    assert!(entry.starts_with("\u{FFFD}txt.\u{FFFD}\u{FFFD}xxx"), "{entry}");
    assert_eq!(entry.chars().count(), 200);
}

#[test]
fn a_file_that_is_full_of_the_key_is_one_place() {
    let places = found_in("full.txt", KEY.repeat(100_000));
    assert_eq!((places.len(), places[0].more), (1, 99_999));
}

#[test]
fn a_key_of_one_letter_is_found_too() {
    let key = "a".repeat(40);
    let finder = Finder::new(&[ApiKey::new(key.clone()).unwrap()]);
    assert!(finder.is_in(format!("b{key}").as_bytes()));
    let folder = folder_with("a.txt", "a".repeat(1 << 16));
    let found = search(&finder, &[folder.path().to_owned()], &[], &Meter::default(), &|_| {});
    assert_eq!(found.places.len(), 1);
}

#[test]
fn more_places_than_the_window_shows_are_counted() {
    let folder = tempfile::tempdir().unwrap();
    for number in 0..MOST_PLACES + 7 {
        fs::write(folder.path().join(number.to_string()), KEY).unwrap();
    }
    let found = search_in(folder.path());
    assert_eq!((found.places.len(), found.more), (MOST_PLACES, 7));
}

#[cfg(unix)]
#[test]
fn links_and_special_files_are_not_opened() {
    use std::os::unix::fs::symlink;
    use std::os::unix::net::UnixListener;

    let outside = folder_with("key.txt", KEY);
    let folder = tempfile::tempdir().unwrap();
    symlink(outside.path(), folder.path().join("folder")).unwrap();
    symlink(outside.path().join("key.txt"), folder.path().join("file")).unwrap();
    symlink(folder.path(), folder.path().join("loop")).unwrap();
    let _socket = UnixListener::bind(folder.path().join("socket")).unwrap();
    let pipe = std::process::Command::new("mkfifo").arg(folder.path().join("pipe")).status();
    assert!(pipe.unwrap().success());
    let found = search_in(folder.path());
    assert!(found.places.is_empty());
    assert_eq!(found.unreadable.count, 0);
}

#[cfg(unix)]
#[test]
fn what_cannot_be_read_is_named_and_the_rest_is_searched() {
    use std::os::unix::fs::PermissionsExt;

    let folder = folder_with("key.txt", KEY);
    let closed = folder.path().join("closed");
    fs::create_dir(&closed).unwrap();
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o000)).unwrap();
    // An administrator can read everything.
    let is_closed = fs::read_dir(&closed).is_err();
    let found = search_in(folder.path());
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o700)).unwrap();
    assert_eq!(found.places.len(), 1);
    assert_eq!(found.unreadable.count, u64::from(is_closed));
}
