//! The use cases, against practice's Nova Post: what the person gets, and what is never lost.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic: that is how it fails")]

mod support;

use std::time::Duration;

use keydesk_core::desk::{Kept, KeyStatus, Outcome, Step, ToDo, quietly};
use keydesk_core::failure::{Failure, KeychainTrouble};
use support::desk::{Room, SERVICE, ask, listening};
use support::keychain::Mood;

const NEW: &str = "498213437654";
const LOST_ANSWER: &str = "491713920063";

const DAY: Duration = Duration::from_hours(24);

#[tokio::test]
async fn a_new_key_is_safe_in_keychain_and_register_before_it_is_shown() {
    let room = Room::new().await;
    let desk = room.desk();
    let (progress, heard) = listening();
    let requested = desk
        .request_test_key(
            "0821 343 7654",
            Some("DE".to_owned().try_into().unwrap()),
            false,
            &progress,
        )
        .await
        .unwrap();

    assert_eq!(requested.outcome, Outcome::Created);
    assert_eq!(requested.key.kept, Kept::Keychain);
    assert_eq!(requested.key.phone.as_deref(), Some("+49 821 3437654"));
    assert!(room.keychain.holds(SERVICE, requested.key.id.as_str()));
    assert_eq!(desk.keys().await.unwrap(), [requested.key]);
    assert_eq!(
        *heard.lock().unwrap(),
        [
            Step::NotingDown,
            Step::AskingNovaPost,
            Step::SavingInKeychain,
            Step::ReadingBack,
            Step::Recording
        ]
    );
}

#[tokio::test]
async fn asking_twice_on_one_day_gives_the_same_key_once() {
    let room = Room::new().await;
    let desk = room.desk();
    let first = ask(&desk, NEW).await.unwrap();
    let second = ask(&desk, NEW).await.unwrap();
    assert_eq!((second.outcome, second.key.id), (Outcome::Same, first.key.id));
    assert_eq!(desk.keys().await.unwrap().len(), 1);
}

#[tokio::test]
async fn asking_on_another_day_prolongs_the_key_by_a_year() {
    let room = Room::new().await;
    let desk = room.desk();
    let first = ask(&desk, NEW).await.unwrap();
    room.clock.pass(2 * DAY);
    let second = ask(&desk, NEW).await.unwrap();
    let (from, to) = (first.key.valid_until.unwrap(), second.key.valid_until.unwrap());
    assert_eq!(second.outcome, Outcome::Prolonged { from, to });
    assert_eq!((to - from).num_days().clamp(365, 366), (to - from).num_days());
}

#[tokio::test]
async fn the_phone_book_plays_every_outcome() {
    let room = Room::new().await;
    let desk = room.desk();
    assert!(matches!(ask(&desk, "491713920010").await.unwrap().outcome, Outcome::Prolonged { .. }));
    assert!(matches!(
        ask(&desk, "491713920011").await.unwrap().outcome,
        Outcome::Reactivated { .. }
    ));
    assert_eq!(ask(&desk, "491713920012").await.unwrap().outcome, Outcome::Created);
}

#[tokio::test]
async fn a_key_that_the_keychain_does_not_take_is_kept_and_saved_later() {
    for (mood, cause) in [
        (Mood::Locked, KeychainTrouble::Locked),
        (Mood::Missing, KeychainTrouble::Missing),
        (Mood::Refusing, KeychainTrouble::Refused),
        (Mood::Forgetful, KeychainTrouble::Refused),
    ] {
        let room = Room::new().await;
        let desk = room.desk();
        room.keychain.set(mood);
        let Err(Failure::SecretNotSaved { key, cause: told }) = ask(&desk, NEW).await else {
            panic!("{mood:?}: the key is not safe and this was not said");
        };
        assert_eq!(told, cause);
        let home = desk.home().await.unwrap();
        assert_eq!(home.keys[0].kept, Kept::ThisSession);
        assert_eq!(home.to_do[0], ToDo::SaveAgain { key: key.clone(), cause: Some(cause) });
        assert!(desk.get_token(&key, &quietly()).await.is_ok(), "it can be used meanwhile");

        room.keychain.set(Mood::Well);
        let saved = desk.save_key_again(&key, &quietly()).await.unwrap();
        assert_eq!(saved.kept, Kept::Keychain);
        assert!(room.keychain.holds(SERVICE, key.as_str()));
        assert_eq!(room.desk().keys().await.unwrap(), [saved]);
    }
}

#[tokio::test]
async fn a_key_in_memory_is_not_doubled_by_asking_again() {
    let room = Room::new().await;
    let desk = room.desk();
    room.keychain.set(Mood::Locked);
    ask(&desk, NEW).await.unwrap_err();
    room.keychain.set(Mood::Well);
    ask(&desk, NEW).await.unwrap();
    let home = desk.home().await.unwrap();
    assert_eq!(home.keys.len(), 1);
    assert!(!home.to_do.iter().any(|to_do| matches!(to_do, ToDo::SaveAgain { .. })));
}

#[tokio::test]
async fn a_lost_answer_is_told_of_after_a_restart_and_asked_for_again() {
    let room = Room::new().await;
    assert_eq!(ask(&room.desk(), LOST_ANSWER).await, Err(Failure::Unreachable));

    let restarted = room.desk();
    let home = restarted.home().await.unwrap();
    assert!(matches!(home.to_do[..], [ToDo::Unfinished { same_day: true, .. }]), "{home:?}");

    let requested = ask(&restarted, LOST_ANSWER).await.unwrap();
    assert_eq!(requested.outcome, Outcome::Created);
    let home = restarted.home().await.unwrap();
    assert_eq!(home.to_do, [ToDo::KeyUnproven { key: requested.key.id }]);
}

/// As a crash leaves the register between the keychain and the record.
fn forget_the_record(room: &Room) {
    let register = rusqlite::Connection::open(room.register()).unwrap();
    register.execute_batch("DELETE FROM keys; UPDATE attempts SET ending = NULL").unwrap();
}

#[tokio::test]
async fn a_key_that_reached_the_keychain_before_a_crash_is_recorded_at_the_next_start() {
    let room = Room::new().await;
    let before = ask(&room.desk(), NEW).await.unwrap().key;
    forget_the_record(&room);

    let home = room.desk().home().await.unwrap();
    assert_eq!(home.keys.len(), 1);
    assert_eq!(home.keys[0].id, before.id);
    assert_eq!(home.keys[0].valid_until, before.valid_until);
    assert_eq!(home.to_do, [ToDo::KeyUnproven { key: before.id }]);
}

#[tokio::test]
async fn a_locked_keychain_after_a_crash_delays_the_record_and_loses_nothing() {
    let room = Room::new().await;
    let before = ask(&room.desk(), NEW).await.unwrap().key;
    forget_the_record(&room);

    let desk = room.desk();
    room.keychain.set(Mood::Locked);
    let home = desk.home().await.unwrap();
    assert!(matches!(home.to_do[..], [ToDo::Unfinished { .. }]) && home.keys.is_empty());
    room.keychain.set(Mood::Well);
    assert_eq!(room.desk().keys().await.unwrap()[0].id, before.id);
}

#[tokio::test]
async fn what_is_not_the_key_in_the_keychain_is_not_recorded_as_the_key() {
    let room = Room::new().await;
    let desk = room.desk();
    room.keychain.set(Mood::Forgetful);
    ask(&desk, NEW).await.unwrap_err();
    assert_eq!(desk.home().await.unwrap().keys[0].kept, Kept::ThisSession);
    // The app ends without having saved it: what the keychain holds then is something else.
    let home = room.desk().home().await.unwrap();
    assert!(matches!(home.to_do[..], [ToDo::Unfinished { .. }]), "{home:?}");
    assert_eq!(home.keys, []);
}

#[tokio::test]
async fn asking_again_with_a_locked_keychain_does_not_take_the_key_for_another() {
    let room = Room::new().await;
    let desk = room.desk();
    let first = ask(&desk, NEW).await.unwrap().key;
    room.keychain.set(Mood::Locked);
    assert!(
        matches!(ask(&desk, NEW).await, Err(Failure::SecretNotSaved { key, .. }) if key == first.id)
    );
    room.keychain.set(Mood::Well);
    desk.save_key_again(&first.id, &quietly()).await.unwrap();
    let keys = desk.keys().await.unwrap();
    assert_eq!(
        keys.iter().map(|key| (&key.id, key.status)).collect::<Vec<_>>(),
        [(&first.id, KeyStatus::Active)]
    );
}

#[tokio::test]
async fn a_key_proven_before_it_is_safe_is_proven_afterwards() {
    let room = Room::new().await;
    let desk = room.desk();
    room.keychain.set(Mood::Locked);
    let Err(Failure::SecretNotSaved { key, .. }) = ask(&desk, NEW).await else {
        panic!("the key is not safe and this was not said");
    };
    desk.prove_token(&key).await.unwrap();
    room.keychain.set(Mood::Well);
    let saved = desk.save_key_again(&key, &quietly()).await.unwrap();
    assert_eq!(saved.last_proven_at, Some(room.now()));
}

#[tokio::test]
async fn an_unfinished_request_can_be_dismissed() {
    let room = Room::new().await;
    let desk = room.desk();
    ask(&desk, LOST_ANSWER).await.unwrap_err();
    let [ToDo::Unfinished { attempt, .. }] = desk.home().await.unwrap().to_do[..] else {
        panic!("the request is not told of");
    };
    desk.dismiss_to_do(attempt).await.unwrap();
    assert_eq!(desk.home().await.unwrap().to_do, []);
}

#[tokio::test]
async fn a_definite_no_leaves_nothing_unfinished() {
    let room = Room::new().await;
    let desk = room.desk();
    assert_eq!(ask(&desk, "491713920044").await, Err(Failure::ClientNotFound));
    assert_eq!(desk.home().await.unwrap().to_do, []);
}

#[tokio::test]
async fn the_daily_limit_can_be_remembered_until_tomorrow() {
    let room = Room::new().await;
    let desk = room.desk();
    let Err(Failure::DailyLimit { again_at, key: None }) = ask(&desk, "491713920029").await else {
        panic!("no daily limit");
    };
    assert!(again_at > room.now());
    desk.remind_tomorrow("+491713920029", None).await.unwrap();
    assert!(matches!(desk.home().await.unwrap().to_do[..], [ToDo::AskAgain { due: false, .. }]));
    room.clock.pass(2 * DAY);
    assert!(matches!(desk.home().await.unwrap().to_do[..], [ToDo::AskAgain { due: true, .. }]));
}

#[tokio::test]
async fn a_number_of_ukraine_is_never_sent() {
    let room = Room::new().await;
    let desk = room.desk_at("http://127.0.0.1:9/");
    assert_eq!(ask(&desk, "380501234567").await, Err(Failure::PhoneUkraine));
    assert_eq!(desk.home().await.unwrap().to_do, []);
}

#[tokio::test]
async fn without_a_place_for_the_intent_nothing_is_asked() {
    let room = Room::new().await;
    std::fs::write(room.register().parent().unwrap(), "a file where the folder should be").unwrap();
    assert_eq!(ask(&room.desk(), NEW).await, Err(Failure::StoreUnwritable));

    std::fs::remove_file(room.register().parent().unwrap()).unwrap();
    let first = ask(&room.desk(), NEW).await.unwrap();
    assert_eq!(first.outcome, Outcome::Created);
}

#[tokio::test]
async fn a_damaged_register_is_said_and_kept() {
    let room = Room::new().await;
    std::fs::create_dir_all(room.register().parent().unwrap()).unwrap();
    std::fs::write(room.register(), "not a database, and longer than its header ".repeat(40))
        .unwrap();
    assert_eq!(room.desk().keys().await, Err(Failure::StoreUnreadable));
    assert!(std::fs::read_to_string(room.register()).unwrap().starts_with("not a database"));
}

#[cfg(unix)]
#[tokio::test]
async fn only_its_owner_can_open_the_register() {
    use std::os::unix::fs::PermissionsExt;
    let room = Room::new().await;
    ask(&room.desk(), NEW).await.unwrap();
    let mode =
        |path: &std::path::Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let folder = room.register().parent().unwrap().to_owned();
    assert_eq!(mode(&folder), 0o700);
    for file in std::fs::read_dir(&folder).unwrap() {
        assert_eq!(mode(&file.unwrap().path()), 0o600);
    }
}

#[tokio::test]
async fn a_token_is_proven_and_the_key_remembers_it() {
    let room = Room::new().await;
    let desk = room.desk();
    let key = ask(&desk, NEW).await.unwrap().key.id;
    let token = desk.get_token(&key, &quietly()).await.unwrap();
    assert_eq!((token.seconds_left.clamp(3590, 3600), token.assumed), (token.seconds_left, false));
    assert!(token.claims.client.is_some());

    let proven = desk.prove_token(&key).await.unwrap();
    assert!(proven.proof.unwrap().currencies > 0);
    assert_eq!(room.desk().keys().await.unwrap()[0].last_proven_at, Some(room.now()));
    assert!(room.desk().token(&key).await.unwrap().is_none(), "a token does not survive the app");
}

#[tokio::test]
async fn a_token_dies_and_proving_it_gets_a_new_one() {
    let room = Room::new().await;
    let desk = room.desk();
    let key = ask(&desk, "491713920071").await.unwrap().key.id;
    assert_eq!(desk.get_token(&key, &quietly()).await.unwrap().seconds_in_all, 120);
    room.clock.pass(Duration::from_secs(121));
    assert_eq!(desk.token(&key).await.unwrap().unwrap().seconds_left, 0);
    assert!(desk.token_of(&key).is_none(), "a dead token is not copied");
    assert!(desk.prove_token(&key).await.unwrap().seconds_left > 0);
}

#[tokio::test]
async fn a_refused_key_is_marked_in_the_register() {
    let room = Room::new().await;
    let desk = room.desk();
    let key = ask(&desk, "491713920070").await.unwrap().key.id;
    assert_eq!(desk.get_token(&key, &quietly()).await, Err(Failure::KeyRefused));
    assert_eq!(desk.keys().await.unwrap()[0].status, KeyStatus::Refused);
}

#[tokio::test]
async fn a_wrong_clock_is_said_and_shortens_no_token() {
    let room = Room::new().await;
    let desk = room.desk();
    let requested = ask(&desk, "491713920072").await.unwrap();
    assert_eq!(requested.outcome, Outcome::Created);
    assert_eq!(requested.warning, Some(Failure::ClockWrong { minutes_behind: 120 }));
    let token = desk.get_token(&requested.key.id, &quietly()).await.unwrap();
    assert_eq!(token.warning, Some(Failure::ClockWrong { minutes_behind: 120 }));
    assert!(token.seconds_left > 3500);
}

#[tokio::test]
async fn a_key_that_ends_soon_asks_for_attention() {
    let room = Room::new().await;
    let desk = room.desk();
    let key = ask(&desk, NEW).await.unwrap().key;
    room.clock.set(key.valid_until.unwrap() - chrono::TimeDelta::days(20));
    let ends = ToDo::KeyEnds { key: key.id, at: key.valid_until.unwrap() };
    assert!(desk.home().await.unwrap().to_do.contains(&ends));
    room.clock.set(key.valid_until.unwrap() + chrono::TimeDelta::days(1));
    let home = desk.home().await.unwrap();
    assert_eq!(home.keys[0].status, KeyStatus::Expired);
    assert!(home.to_do.contains(&ends));
}
