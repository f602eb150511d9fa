use keydesk_core::model::KeyId;

use super::*;
use crate::windows::shown::Passphrase;

#[test]
fn a_secret_is_shown_once_and_only_in_the_window_that_was_opened_for_it() {
    let windows = PopupWindows::default();
    let passphrase = Passphrase::new("aceh-kmqr".to_owned().into());
    for shown in [Shown::Key(KeyId::random()), Shown::Passphrase(passphrase)] {
        let first = windows.label_for(Mode::Live, shown.clone());
        let second = windows.label_for(Mode::Live, shown.clone());
        assert_eq!(windows.take_shown(&first), None);
        assert_eq!(windows.take_shown("main"), None);
        assert_eq!(windows.take_shown(&second), Some((Mode::Live, shown)));
        assert_eq!(windows.take_shown(&second), None);
    }
}

#[test]
fn a_window_that_asks_for_more_time_gets_the_whole_time_again() {
    let windows = PopupWindows::default();
    let first = windows.start_timer("reveal-1");
    let other = windows.start_timer("enter-2");
    let second = windows.start_timer("reveal-1");
    assert!(!windows.end_timer("reveal-1", first));
    assert!(windows.end_timer("reveal-1", second));
    assert!(windows.end_timer("enter-2", other));
    assert!(windows.lock().latest_timer.is_empty());
}

#[test]
fn an_entry_key_works_once_and_only_for_the_window_that_asked_for_it() {
    let windows = PopupWindows::default();
    windows.set_entry_key("enter-1", OneTimeKey::random().unwrap());
    assert!(windows.take_entry_key("enter-2").is_none());
    assert!(windows.take_entry_key("enter-1").is_some());
    assert!(windows.take_entry_key("enter-1").is_none());
}
