//! A key that others may have seen: the case survives restarts, and Home shows it until it is closed.

use keydesk_core::model::{Failure, HistoryEvent, KeyId, Leak, LeakCause, no_progress};
use keydesk_core::service::{ListForm, ListLanguage, Service, ToDo};

use crate::support::test_env::{TestEnv, request};

const PHONE: &str = "498213437654";

async fn on_home(service: &Service) -> Vec<Leak> {
    let home = service.keys.home().await.unwrap();
    let leaks = home.to_do.into_iter().filter_map(|item| match item {
        ToDo::Leak { leak } => Some(leak),
        _ => None,
    });
    leaks.collect()
}

/// Each step is taken by another service, as after a restart.
#[tokio::test]
async fn a_case_is_kept_over_restarts_and_is_on_home_until_it_is_closed() {
    let env = TestEnv::new().await;
    let key = request(&env.service(), PHONE).await.unwrap().key.id;
    let leak = env.service().leaks.report(&key, LeakCause::Message).await.unwrap();
    assert_eq!((leak.started_at, leak.closed_at), (env.now(), None));
    let home = env.service().keys.home().await.unwrap();
    assert_eq!(home.to_do.first(), Some(&ToDo::Leak { leak: leak.clone() }), "the most urgent");
    assert!(home.keys.iter().chain(&home.mentioned).any(|card| card.id == key));

    env.service().leaks.set_step(leak.id, "take_back", true).await.unwrap();
    env.service().leaks.set_step(leak.id, "tell", true).await.unwrap();
    let kept = env.service().leaks.set_step(leak.id, "take_back", false).await.unwrap();
    assert_eq!(kept.done, ["tell"]);
    assert_eq!(env.service().leaks.of(&key).await.unwrap(), std::slice::from_ref(&kept));

    // It may still work at Nova Post.
    env.service().register.mark_deactivated(&key, true).await.unwrap();
    assert_eq!(on_home(&env.service()).await, [kept]);

    let closed = env.service().leaks.close(leak.id).await.unwrap();
    assert_eq!(closed.closed_at, Some(env.now()));
    assert_eq!(on_home(&env.service()).await, []);
    assert_eq!(env.service().leaks.of(&key).await.unwrap(), [closed]);
    let lines = env.service().register.history(&key).await.unwrap();
    let reported = HistoryEvent::LeakReported { cause: LeakCause::Message };
    let events: Vec<_> = lines.into_iter().map(|line| line.event).collect();
    assert_eq!(events[0], HistoryEvent::LeakClosed);
    assert!(events.contains(&reported));
    let language = ListLanguage::English;
    let csv = env.service().register_files.history(ListForm::Csv, language).await.unwrap().content;
    assert!(csv.contains("Others may have seen it;;Email or chat"), "{csv}");
}

#[tokio::test]
async fn a_case_needs_a_key_that_is_in_the_list_and_a_step_a_name() {
    let env = TestEnv::new().await;
    let service = env.service();
    let unknown = service.leaks.report(&KeyId::random(), LeakCause::Public).await;
    assert_eq!(unknown.unwrap_err(), Failure::NotFound);
    let key = request(&service, PHONE).await.unwrap().key.id;
    let leak = service.leaks.report(&key, LeakCause::Public).await.unwrap();
    let secret = "99dde7bdce11414efc2f1c10ddbfd42da8ce4bf2";
    let refused = service.leaks.set_step(leak.id, secret, true).await.unwrap_err();
    assert!(matches!(refused, Failure::Internal { .. }));

    service.register.delete(&key).await.unwrap();
    assert_eq!(on_home(&service).await, []);
    let hidden = service.leaks.report(&key, LeakCause::Screen).await;
    assert_eq!(hidden.unwrap_err(), Failure::NotFound);
    service.register.finish_deletion(&key, &no_progress()).await.unwrap();
    assert_eq!(service.leaks.close(leak.id).await.unwrap_err(), Failure::NotFound);
    let gone = service.leaks.set_step(leak.id, "tell", true).await;
    assert_eq!(gone.unwrap_err(), Failure::NotFound);
}
