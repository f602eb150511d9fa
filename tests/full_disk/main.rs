//! A disk that is full, and a folder that can't be written: at whatever write it happens, the right
//! failure is told and nothing is lost.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic: that is how it fails")]

mod corner;
mod disk;
#[path = "../support/mod.rs"]
mod support;
mod typed;
mod window;

use std::fs;
use std::sync::{Arc, Mutex};

use keydesk_core::model::Failure;
use keydesk_core::model::{Progress, Step, no_progress};
use keydesk_core::service::{Kept, Outcome, ToDo};
use keydesk_practice::{Options, Practice};
use test_driver::Error;

use corner::{Corner, NEW, ask_with, filling_at};
use disk::on_a_small_disk;
use support::service::{TestEnv, ask};

fn wait<T>(work: impl Future<Output = T>) -> T {
    tokio::runtime::Runtime::new().unwrap().block_on(work)
}

#[test]
fn at_whatever_page_the_disk_is_full_the_key_comes_when_there_is_room() -> Result<(), Error> {
    on_a_small_disk("at_whatever_page_the_disk_is_full_the_key_comes_when_there_is_room", |disk| {
        wait(async {
            for restarted in [false, true] {
                let mut entries_of_failures = Vec::new();
                loop {
                    let corner = Corner::new().await;
                    let service = corner.service();
                    disk.fill_but_for(entries_of_failures.len());
                    let asked = ask(&service, NEW).await.map(drop);
                    let entries = corner.entries();
                    disk.free();
                    corner.go_on(&if restarted { corner.service() } else { service }).await;
                    match asked {
                        Ok(()) => break,
                        Err(failure) => assert_eq!(failure, Failure::StoreUnwritable),
                    }
                    entries_of_failures.push(entries);
                }
                // The disk was full before the key was made, and when it was in the keychain.
                entries_of_failures.dedup();
                assert_eq!(entries_of_failures, [0, 1]);
            }
        });
        Ok(())
    })
}

#[test]
fn nothing_is_asked_while_the_intent_finds_no_room() -> Result<(), Error> {
    on_a_small_disk("nothing_is_asked_while_the_intent_finds_no_room", |disk| {
        wait(async {
            let corner = Corner::new().await;
            let service = corner.service();
            assert_eq!(service.keys.list().await, Ok(vec![]));
            let heard = Arc::new(Mutex::new(vec![]));
            let (steps, full) = (Arc::clone(&heard), disk.clone());
            let progress: Progress = Arc::new(move |step| {
                steps.lock().unwrap().push(step);
                if step == Step::NotingDown {
                    full.fill();
                }
            });
            assert_eq!(ask_with(&service, &progress).await, Err(Failure::StoreUnwritable));
            assert_eq!(*heard.lock().unwrap(), [Step::NotingDown]);
            assert_eq!(service.keys.home().await.unwrap().to_do, []);
            disk.free();
            assert_eq!(ask_with(&service, &no_progress()).await, Ok(Outcome::Created));
        });
        Ok(())
    })
}

#[test]
fn a_note_that_finds_no_room_keeps_no_key_from_its_keychain() -> Result<(), Error> {
    on_a_small_disk("a_note_that_finds_no_room_keeps_no_key_from_its_keychain", |disk| {
        wait(async {
            let corner = Corner::new().await;
            let service = corner.service();
            let filling = filling_at(disk, Step::AskingNovaPost);
            assert_eq!(ask_with(&service, &filling).await, Err(Failure::StoreUnwritable));
            assert_eq!(corner.entries(), 1);
            // The app ends here: the next start knows of the request and of no answer to it.
            disk.free();
            let restarted = corner.service();
            let home = restarted.keys.home().await.unwrap();
            assert!(matches!(home.to_do[..], [ToDo::Unfinished { .. }]), "{home:?}");
            corner.go_on(&restarted).await;
        });
        Ok(())
    })
}

#[test]
fn a_record_that_finds_no_room_is_made_when_there_is_some() -> Result<(), Error> {
    on_a_small_disk("a_record_that_finds_no_room_is_made_when_there_is_some", |disk| {
        wait(async {
            let corner = Corner::new().await;
            let service = corner.service();
            let filling = filling_at(disk, Step::Recording);
            assert_eq!(ask_with(&service, &filling).await, Err(Failure::StoreUnwritable));

            let home = service.keys.home().await.unwrap();
            let [card] = &home.keys[..] else { panic!("{home:?}") };
            assert_eq!(card.kept, Kept::Keychain);
            assert_eq!(home.to_do[0], ToDo::SaveAgain { key: card.id.clone(), cause: None });
            assert!(
                service.tokens.get(&card.id, &no_progress()).await.is_ok(),
                "it can be used meanwhile"
            );
            let again = service.keys.save_again(&card.id, &no_progress()).await;
            assert_eq!(again, Err(Failure::StoreUnwritable));

            disk.free();
            let saved = service.keys.save_again(&card.id, &no_progress()).await.unwrap();
            assert_eq!(corner.service().keys.list().await.unwrap(), [saved]);
        });
        Ok(())
    })
}

#[test]
fn a_record_that_finds_no_room_before_the_app_ends_is_made_at_the_next_start() -> Result<(), Error>
{
    on_a_small_disk(
        "a_record_that_finds_no_room_before_the_app_ends_is_made_at_the_next_start",
        |disk| {
            wait(async {
                let corner = Corner::new().await;
                let filling = filling_at(disk, Step::Recording);
                let asked = ask_with(&corner.service(), &filling).await;
                assert_eq!(asked, Err(Failure::StoreUnwritable));
                disk.free();
                assert_eq!(corner.service().keys.list().await.unwrap().len(), 1);
                assert_eq!(corner.entries(), 1);
            });
            Ok(())
        },
    )
}

#[test]
fn practice_keeps_its_keys_when_a_new_one_finds_no_room() -> Result<(), Error> {
    on_a_small_disk("practice_keeps_its_keys_when_a_new_one_finds_no_room", |disk| {
        wait(async {
            let file = disk.folder().join("nova-post.json");
            let start =
                || Practice::start(Options { state: Some(file.clone()), ..Options::default() });
            let mut corner = Corner::new().await;
            corner.practice = start().await.unwrap();
            let service = corner.service();
            let first = ask(&service, NEW).await.unwrap().key;
            let kept = fs::read(&file).unwrap();

            let prolonged = "+491713920010";
            let filling = filling_at(disk, Step::AskingNovaPost);
            let asked = service.test_keys.request(prolonged, None, true, &filling).await;
            let failure = asked.unwrap_err();
            assert!(
                matches!(failure, Failure::ServiceUnavailable { status: 503, .. }),
                "{failure:?}"
            );
            assert_eq!(fs::read(&file).unwrap(), kept);

            disk.free();
            let asked = service.test_keys.request(prolonged, None, true, &no_progress()).await;
            assert!(asked.is_ok());
            let elsewhere = Practice::start(Options::default()).await.unwrap();
            std::mem::replace(&mut corner.practice, elsewhere).stop().await;
            corner.practice = start().await.unwrap();
            assert_eq!(ask(&corner.service(), NEW).await.unwrap().key.id, first.id);
        });
        Ok(())
    })
}

#[test]
fn a_read_only_folder_is_told_of_and_loses_nothing() -> Result<(), Error> {
    on_a_small_disk("a_read_only_folder_is_told_of_and_loses_nothing", |disk| {
        wait(async {
            let first_start = Corner::new().await;
            disk.make_read_only();
            assert_eq!(
                ask(&first_start.service(), NEW).await.map(drop),
                Err(Failure::StoreUnwritable)
            );
            assert_eq!(first_start.entries(), 0);
            disk.make_writable();
            first_start.go_on(&first_start.service()).await;

            let room = TestEnv::new().await;
            let before = ask(&room.service(), NEW).await.unwrap().key;
            disk.make_read_only();
            assert_eq!(ask(&room.service(), NEW).await.map(drop), Err(Failure::StoreUnwritable));
            disk.make_writable();
            assert_eq!(room.service().keys.list().await.unwrap(), [before]);
        });
        Ok(())
    })
}
