//! Policies in files.

use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;

use super::*;

struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn file(&self, text: &str) -> PathBuf {
        let path = self.0.path().join("policy.json");
        std::fs::write(&path, text).unwrap();
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o644)).unwrap();
        path
    }
}

fn problems(path: &Path) -> Vec<PolicyProblem> {
    Policy::in_file(path).problems
}

#[test]
fn a_file_is_read_and_its_path_is_told() {
    let folder = Folder::new();
    let path = folder.file("\u{FEFF}{ \"$schema\": \"x\", \"updates\": false }");
    let read = Policy::in_file(&path);
    assert_eq!((read.problems.as_slice(), read.updates()), (&[] as &[_], Some(false)));
    assert_eq!(read.info().place, path.display().to_string());
}

#[test]
fn no_file_is_no_policy() {
    let folder = Folder::new();
    let path = folder.0.path().join("missing/policy.json");
    assert!(!Policy::in_file(&path).info().is_there);
    let below_a_file = folder.file("{}").join("policy.json");
    assert!(!Policy::in_file(&below_a_file).info().is_there);
}

#[test]
fn a_file_that_is_no_json_object_is_broken() {
    let folder = Folder::new();
    for text in ["", "{", "[]", "null", "{} {}", "updates: false", "\0\0", "{\"updates\":false,}"] {
        assert_eq!(problems(&folder.file(text)), [PolicyProblem::NotJson], "{text:?}");
    }
    assert_eq!(problems(&folder.file("{}")), []);
}

#[test]
fn a_file_that_is_too_large_or_no_file_is_broken() {
    let folder = Folder::new();
    let path = folder.file(&format!("{{}}{}", " ".repeat(70_000)));
    assert_eq!(problems(&path), [PolicyProblem::TooLarge]);
    assert_eq!(problems(folder.0.path()), [PolicyProblem::Unreadable]);
}

#[test]
fn a_file_or_a_folder_that_others_may_write_is_broken() {
    let folder = Folder::new();
    let path = folder.file("{}");
    let set = |path: &Path, mode| {
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
    };
    for mode in [0o664, 0o646, 0o666] {
        set(&path, mode);
        assert_eq!(problems(&path), [PolicyProblem::OthersMayWrite], "{mode:o}");
    }
    set(&path, 0o644);
    set(folder.0.path(), 0o777);
    assert_eq!(problems(&path), [PolicyProblem::OthersMayWrite]);
    set(folder.0.path(), 0o755);
    assert_eq!(problems(&path), []);
}

#[test]
fn the_addresses_of_a_policy_count_more_than_the_variables() {
    use crate::start_config::StartConfig;

    let folder = Folder::new();
    let start_config = |policy: &str| {
        let other = |name: &str| name.ends_with("_URL").then(|| "https://other.example/".into());
        let policy = Policy::in_file(&folder.file(policy));
        StartConfig::read(other, PathBuf::new).unwrap().under(policy)
    };
    let own = "https://gateway.firma.example/";
    let under =
        start_config(r#"{ "addresses": { "production": "https://gateway.firma.example" } }"#);
    assert_eq!((under.sandbox, under.production.as_str()), (BaseUrl::sandbox(), own));
    assert_eq!(start_config(r#"{ "addresses": {} }"#).other_addresses(), []);
    assert_eq!(start_config("broken").other_addresses(), []);
    assert_eq!(start_config("{}").other_addresses().len(), 3);
}

#[test]
fn a_mode_that_a_broken_policy_closes_is_not_used_and_stays_chosen() {
    use crate::settings::SettingsFile;

    let folder = Folder::new();
    let settings = || SettingsFile::open(folder.0.path().join("settings.json"), None);
    settings().choose_mode(Mode::Live).unwrap();
    let closed = settings().under(Policy::in_file(&folder.file("broken")));
    assert_eq!((closed.mode(), closed.mode_or_practice()), (None, Mode::Practice));
    // A program that asks for a token hears why, and not that there is no such key.
    let forbidden = Failure::ForbiddenByPolicy { forbidden: Forbidden::Mode };
    assert_eq!(closed.check_chosen_mode(), Err(forbidden));
    closed.choose_mode(Mode::Practice).unwrap();
    assert_eq!((closed.mode(), closed.check_chosen_mode()), (Some(Mode::Practice), Ok(())));
    assert_eq!(settings().mode(), Some(Mode::Live));
}
