//! A full disk and a folder that can't be written: whatever write fails, the failure is the right one and
//! nothing is lost.

mod env;
mod typed;

use std::fs;
use std::sync::{Arc, Mutex};

use keydesk_core::model::{Failure, Progress, Step, no_progress};
use keydesk_core::service::{Kept, Outcome, ToDo};
use keydesk_practice::{Options, Practice};
use test_driver::{Error, on_small_disk};

use env::{DiskEnv, NEW, ask, ask_with, filling_at};

fn wait<T>(work: impl Future<Output = T>) -> T {
    tokio::runtime::Runtime::new().unwrap().block_on(work)
}

#[test]
fn wherever_a_request_meets_a_full_disk_the_key_comes_when_there_is_space() -> Result<(), Error> {
    on_small_disk(|disk| {
        wait(async {
            for restarted in [false, true] {
                let mut entries_of_failures = Vec::new();
                loop {
                    let env = DiskEnv::new().await;
                    let service = env.service();
                    disk.fill_but_for(entries_of_failures.len()).unwrap();
                    let asked = ask(&service, NEW).await.map(drop);
                    let entries = env.entries();
                    disk.free().unwrap();
                    env.recover_key(&if restarted { env.service() } else { service }).await;
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
fn without_space_for_the_intent_nothing_is_requested() -> Result<(), Error> {
    on_small_disk(|disk| {
        wait(async {
            let env = DiskEnv::new().await;
            let service = env.service();
            assert_eq!(service.keys.list().await, Ok(vec![]));
            let reported = Arc::new(Mutex::new(vec![]));
            let (steps, full) = (Arc::clone(&reported), disk.clone());
            let progress: Progress = Arc::new(move |step| {
                steps.lock().unwrap().push(step);
                if step == Step::NotingDown {
                    full.fill().unwrap();
                }
            });
            assert_eq!(ask_with(&service, &progress).await, Err(Failure::StoreUnwritable));
            assert_eq!(*reported.lock().unwrap(), [Step::NotingDown]);
            assert_eq!(service.keys.home().await.unwrap().to_do, []);
            disk.free().unwrap();
            assert_eq!(ask_with(&service, &no_progress()).await, Ok(Outcome::Created));
        });
        Ok(())
    })
}

#[test]
fn without_space_for_the_answer_the_key_is_saved_in_the_keychain() -> Result<(), Error> {
    on_small_disk(|disk| {
        wait(async {
            let env = DiskEnv::new().await;
            let service = env.service();
            let filling = filling_at(disk, Step::AskingNovaPost);
            assert_eq!(ask_with(&service, &filling).await, Err(Failure::StoreUnwritable));
            assert_eq!(env.entries(), 1);
            // The app ends here. The store has the request and no answer to it.
            disk.free().unwrap();
            let restarted = env.service();
            let home = restarted.keys.home().await.unwrap();
            assert!(matches!(home.to_do[..], [ToDo::Unfinished { .. }]), "{home:?}");
            env.recover_key(&restarted).await;
        });
        Ok(())
    })
}

#[test]
fn without_space_for_the_record_it_is_written_when_there_is_space() -> Result<(), Error> {
    on_small_disk(|disk| {
        wait(async {
            let env = DiskEnv::new().await;
            let service = env.service();
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

            disk.free().unwrap();
            let saved = service.keys.save_again(&card.id, &no_progress()).await.unwrap();
            assert_eq!(env.service().keys.list().await.unwrap(), [saved]);
        });
        Ok(())
    })
}

#[test]
fn without_space_a_token_and_its_check_succeed_and_the_disk_is_told_beside_them()
-> Result<(), Error> {
    on_small_disk(|disk| {
        wait(async {
            let env = DiskEnv::new().await;
            let service = env.service();
            let key = ask(&service, NEW).await.unwrap().key.id;
            disk.fill().unwrap();
            let got = service.tokens.get(&key, &no_progress()).await.unwrap();
            assert_eq!(got.warning, None, "a token needs no record");
            let verified = service.tokens.verify(&key).await.unwrap();
            assert_eq!(verified.warning, Some(Failure::StoreUnwritable));
            assert!(verified.verification.is_some());
            assert!(service.tokens.jwt(&key).is_ok());

            disk.free().unwrap();
            let verified = service.tokens.verify(&key).await.unwrap();
            assert_eq!(verified.warning, None);
        });
        Ok(())
    })
}

#[test]
fn a_record_without_space_at_the_end_of_the_app_is_written_at_the_next_start() -> Result<(), Error>
{
    on_small_disk(|disk| {
        wait(async {
            let env = DiskEnv::new().await;
            let filling = filling_at(disk, Step::Recording);
            let asked = ask_with(&env.service(), &filling).await;
            assert_eq!(asked, Err(Failure::StoreUnwritable));
            disk.free().unwrap();
            assert_eq!(env.service().keys.list().await.unwrap().len(), 1);
            assert_eq!(env.entries(), 1);
        });
        Ok(())
    })
}

#[test]
fn without_space_for_a_backup_the_list_goes_on_and_says_so() -> Result<(), Error> {
    on_small_disk(|disk| {
        wait(async {
            let env = DiskEnv::new().await;
            let service = env.service();
            let key = ask(&service, NEW).await.unwrap().key;
            disk.fill().unwrap();
            service.backups.keep().await;
            let list = service.backups.list().await.unwrap();
            assert_eq!((list.backups, list.last_failed), (vec![], true));
            assert_eq!(service.keys.list().await, Ok(vec![key.clone()]));

            disk.free().unwrap();
            service.backups.keep().await;
            let list = service.backups.list().await.unwrap();
            assert_eq!((list.backups.len(), list.last_failed), (1, false));

            // The list before a restore can't be backed up, so it stays.
            disk.fill().unwrap();
            let restored = service.backups.restore(Some(list.backups[0].id.clone())).await;
            assert_eq!(restored, Err(Failure::StoreUnwritable));
            disk.free().unwrap();
            assert_eq!(service.keys.list().await, Ok(vec![key]));
            assert_eq!(service.backups.list().await.unwrap().backups.len(), 1);
        });
        Ok(())
    })
}

#[test]
fn practice_keeps_its_keys_when_there_is_no_space_for_a_new_one() -> Result<(), Error> {
    on_small_disk(|disk| {
        wait(async {
            let file = disk.folder().join("nova-post.json");
            let start =
                || Practice::start(Options { state: Some(file.clone()), ..Options::default() });
            let mut env = DiskEnv::new().await;
            env.practice = start().await.unwrap();
            let service = env.service();
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

            disk.free().unwrap();
            let asked = service.test_keys.request(prolonged, None, true, &no_progress()).await;
            assert!(asked.is_ok());
            let elsewhere = Practice::start(Options::default()).await.unwrap();
            std::mem::replace(&mut env.practice, elsewhere).stop().await;
            env.practice = start().await.unwrap();
            assert_eq!(ask(&env.service(), NEW).await.unwrap().key.id, first.id);
        });
        Ok(())
    })
}

#[test]
fn a_read_only_folder_is_a_failure_and_loses_nothing() -> Result<(), Error> {
    on_small_disk(|disk| {
        wait(async {
            let first_start = DiskEnv::new().await;
            disk.make_read_only().unwrap();
            assert_eq!(
                ask(&first_start.service(), NEW).await.map(drop),
                Err(Failure::StoreUnwritable)
            );
            assert_eq!(first_start.entries(), 0);
            disk.make_writable().unwrap();
            first_start.recover_key(&first_start.service()).await;

            let used = DiskEnv::new().await;
            let before = ask(&used.service(), NEW).await.unwrap().key;
            disk.make_read_only().unwrap();
            assert_eq!(ask(&used.service(), NEW).await.map(drop), Err(Failure::StoreUnwritable));
            disk.make_writable().unwrap();
            assert_eq!(used.service().keys.list().await.unwrap(), [before]);
        });
        Ok(())
    })
}
