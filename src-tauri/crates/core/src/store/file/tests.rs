use super::*;

#[test]
fn a_file_is_replaced_as_a_whole() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("new/settings.json");
    replace_file(&path, b"one, which is longer").unwrap();
    replace_file(&path, b"two").unwrap();
    assert_eq!(std::fs::read(&path).unwrap(), b"two");
    assert_eq!(path.parent().unwrap().read_dir().unwrap().count(), 1);
}

#[cfg(windows)]
#[test]
fn a_new_folder_that_cannot_be_closed_to_others_is_removed() {
    for closed in [Ok(false), Err(io::Error::from(io::ErrorKind::NotFound))] {
        let parent = tempfile::tempdir().unwrap();
        let folder = parent.path().join("data");
        std::fs::create_dir(&folder).unwrap();
        assert!(remove_unless_closed(&folder, closed).is_err());
        assert!(!folder.exists());
    }
}

#[cfg(windows)]
#[test]
fn without_a_known_profile_no_folder_counts_as_private() {
    let folder = Path::new(r"C:\Users\person\data");
    assert!(is_in_profile(folder, r"C:\Users\person".as_ref()));
    assert!(!is_in_profile(folder, r"C:\Users\per".as_ref()));
    assert!(!is_in_profile(folder, "".as_ref()));
}

#[cfg(windows)]
#[expect(clippy::disallowed_methods, reason = "the file is held for a while")]
#[test]
fn a_file_that_another_program_holds_for_a_moment_is_replaced() {
    use std::os::windows::fs::OpenOptionsExt;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("settings.json");
    replace_file(&path, b"one").unwrap();
    // Shared with nobody.
    let held = std::fs::OpenOptions::new().read(true).share_mode(0).open(&path).unwrap();
    let holder = std::thread::spawn(move || {
        std::thread::sleep(std::time::Duration::from_millis(200));
        drop(held);
    });
    replace_file(&path, b"two").unwrap();
    holder.join().unwrap();
    assert_eq!(std::fs::read(&path).unwrap(), b"two");
}

#[cfg(unix)]
fn set_mode(path: &Path, mode: u32) {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
}

#[cfg(unix)]
fn mode(path: &Path) -> u32 {
    use std::os::unix::fs::PermissionsExt;
    path.metadata().unwrap().permissions().mode() & 0o7777
}

#[cfg(unix)]
#[test]
fn a_store_that_others_could_read_is_closed_to_them_with_its_folder() {
    for (of_folder, of_file) in
        [(0o755, 0o644), (0o777, 0o666), (0o750, 0o640), (0o711, 0o604), (0o700, 0o600)]
    {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("data");
        std::fs::create_dir(&folder).unwrap();
        let files =
            ["", "-wal", "-shm"].map(|suffix| with_suffix(&folder.join("store.sqlite"), suffix));
        for file in &files {
            std::fs::write(file, "").unwrap();
            set_mode(file, of_file);
        }
        set_mode(&folder, of_folder);
        prepare(&files[0]).unwrap();
        assert_eq!(mode(&folder), 0o700, "{of_folder:o}");
        for file in &files {
            assert_eq!(mode(file), 0o600, "{} {of_file:o}", file.display());
        }
    }
}

#[cfg(unix)]
#[test]
fn a_folder_that_the_system_shares_keeps_its_rights() {
    let folder = tempfile::tempdir().unwrap();
    set_mode(folder.path(), 0o1777);
    private_folder(folder.path()).unwrap();
    assert_eq!(mode(folder.path()), 0o1777);
}
