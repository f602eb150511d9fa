use keydesk_core::hand_over::{FileRequest, receiver_info};
use keydesk_core::model::{ApiEnvironment, HandOverFile, Receiver, SenderFacts};
use keydesk_core::secret::ApiKey;

use super::*;

const KEY: &str = "99dde7bdce11414efc2f1c10ddbfd42da8ce4bf2";

fn rendered(file: HandOverFile) -> Vec<RenderedFile> {
    let request = FileRequest {
        receiver: &receiver_info(Receiver::OwnCode).unwrap(),
        environment: ApiEnvironment::Production,
        base_url: "https://api.novapost.com/v.1.0/",
        facts: &SenderFacts::default(),
        comments: &[],
    };
    request.render(file, Some(&ApiKey::new(KEY.to_owned()).unwrap())).unwrap()
}

/// All files in a folder and below it.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

#[test]
fn a_file_with_the_key_can_be_read_by_its_owner_only_and_replaces_none() {
    for file in [HandOverFile::Env, HandOverFile::Bruno, HandOverFile::HttpFile] {
        let folder = tempfile::tempdir().unwrap();
        let parts = rendered(file);
        let first = save(folder.path(), "Shop: 1", &parts).unwrap();
        let second = save(folder.path(), "Shop: 1", &parts).unwrap();
        assert_ne!(first, second);
        assert!(first.file_name().unwrap().to_str().unwrap().starts_with("Shop 1"), "{first:?}");
        let all = files(folder.path());
        assert_eq!(all.len(), 2 * parts.len(), "{file:?}");
        assert!(all.iter().any(|path| fs::read_to_string(path).unwrap().contains(KEY)));
        #[cfg(unix)]
        for path in all {
            use std::os::unix::fs::PermissionsExt;
            let mode = fs::metadata(&path).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600, "{path:?}");
        }
    }
}

#[test]
fn a_folder_that_cannot_be_written_completely_does_not_stay() {
    let folder = tempfile::tempdir().unwrap();
    let mut parts = rendered(HandOverFile::Bruno);
    // A second part with the name of the first one can't be written.
    let first = parts[0].path.clone();
    parts.last_mut().unwrap().path = first;
    assert!(save(folder.path(), "Shop", &parts).is_err());
    assert_eq!(files(folder.path()), Vec::<PathBuf>::new());
    assert!(!folder.path().join("Shop").exists());
}

#[test]
fn a_folder_that_is_no_folder_is_an_error() {
    let folder = tempfile::tempdir().unwrap();
    let taken = folder.path().join("file");
    fs::write(&taken, "").unwrap();
    for file in [HandOverFile::Env, HandOverFile::Bruno] {
        assert!(save(&taken, "Shop", &rendered(file)).is_err());
    }
}

#[test]
fn folders_of_services_that_synchronize_them_are_recognized() {
    let none = |_: &str| None;
    for (folder, service) in [
        ("/home/olena/OneDrive - Hanse/Downloads", Some("OneDrive")),
        ("/home/olena/Dropbox/keys", Some("Dropbox")),
        ("/home/olena/Dropbox (Personal)", Some("Dropbox")),
        ("/Users/o/Library/Mobile Documents/com~apple~CloudDocs", Some("iCloud")),
        ("/Users/o/Library/CloudStorage/GoogleDrive-o@hanse.example", Some("Google Drive")),
        ("/home/olena/google drive/keys", Some("Google Drive")),
        ("/home/olena/Nextcloud", Some("Nextcloud")),
        ("/home/olena/ownCloud/x", Some("ownCloud")),
        ("/home/olena/pCloudDrive", Some("pCloud")),
        ("/home/olena/MEGA", Some("MEGA")),
        ("/home/olena/Downloads", None),
        ("/home/olena/Megan/Dropboxes", None),
    ] {
        assert_eq!(synchronized_by(Path::new(folder), none), service, "{folder}");
    }
    let commercial = |name: &str| (name == "OneDriveCommercial").then(|| "/data/hanse".into());
    let empty = |_: &str| Some(OsString::new());
    let inside = Path::new("/data/hanse/Downloads");
    assert_eq!(synchronized_by(inside, commercial), Some("OneDrive"));
    assert_eq!(synchronized_by(Path::new("/data/hansel"), commercial), None);
    assert_eq!(synchronized_by(inside, empty), None);
}

#[cfg(unix)]
#[test]
fn a_link_into_a_synchronized_folder_is_recognized() {
    let folder = tempfile::tempdir().unwrap();
    let real = folder.path().join("Dropbox/Downloads");
    fs::create_dir_all(&real).unwrap();
    let link = folder.path().join("Downloads");
    std::os::unix::fs::symlink(&real, &link).unwrap();
    let not_yet = link.join("lists");
    assert_eq!(synchronized_by(&not_yet, |_| None), Some("Dropbox"));
}
