use super::*;
use crate::model::ApiEnvironment;

struct Env {
    _folder: tempfile::TempDir,
    store: Store,
    key: KeyId,
}

async fn env() -> Env {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&folder.path().join("register.sqlite")).unwrap();
    let key = KeyId::random();
    let (environment, at) = (ApiEnvironment::Production, DateTime::UNIX_EPOCH);
    let record = KeyRecord::new(key.clone(), environment, "4bf2".to_owned(), at);
    store.record(record, None, at).await.unwrap();
    Env { _folder: folder, store, key }
}

fn after(seconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(seconds, 0).unwrap()
}

impl Env {
    async fn report(&self, cause: LeakCause, seconds: i64) -> Leak {
        self.store.report_leak(&self.key, cause, after(seconds)).await.unwrap().unwrap()
    }

    async fn events(&self) -> Vec<HistoryEvent> {
        let lines = self.store.history(Some(&self.key)).await.unwrap();
        lines.into_iter().map(|line| line.event).collect()
    }
}

#[tokio::test]
async fn a_case_is_read_as_it_was_written() {
    let env = env().await;
    let leak = env.report(LeakCause::Message, 5).await;
    let (id, key) = (leak.id, env.key.clone());
    let expected = Leak {
        id,
        key,
        cause: LeakCause::Message,
        started_at: after(5),
        done: vec![],
        closed_at: None,
    };
    assert_eq!(leak, expected);
    for (step, is_done) in [("replace", true), ("tell", true), ("tell", true), ("replace", false)] {
        env.store.set_leak_step(id, step, is_done).await.unwrap().unwrap();
    }
    let with_step = Leak { done: vec!["tell".to_owned()], ..expected };
    assert_eq!(env.store.leaks(&env.key).await.unwrap(), std::slice::from_ref(&with_step));
    assert_eq!(env.store.open_leaks().await.unwrap(), std::slice::from_ref(&with_step));

    let closed = env.store.close_leak(id, after(9)).await.unwrap().unwrap();
    assert_eq!(closed, Leak { closed_at: Some(after(9)), ..with_step });
    let again = env.store.close_leak(id, after(10)).await.unwrap();
    assert_eq!(again, Some(closed.clone()), "a closed case stays");
    assert_eq!(env.store.set_leak_step(id, "tell", false).await.unwrap(), None);
    assert_eq!(env.store.open_leaks().await.unwrap(), []);
    assert_eq!(env.store.leaks(&env.key).await.unwrap(), [closed]);
    let reported = HistoryEvent::LeakReported { cause: LeakCause::Message };
    assert_eq!(env.events().await[..2], [HistoryEvent::LeakClosed, reported]);
}

#[tokio::test]
async fn a_key_has_one_open_case_and_what_happened_can_be_corrected() {
    let env = env().await;
    let first = env.report(LeakCause::Screen, 1).await;
    env.store.set_leak_step(first.id, "tell", true).await.unwrap();
    let lines = env.events().await.len();
    assert_eq!(env.report(LeakCause::Screen, 2).await.id, first.id);
    assert_eq!(env.events().await.len(), lines, "nothing was changed");
    let corrected = env.report(LeakCause::Public, 3).await;
    let expected =
        Leak { cause: LeakCause::Public, done: vec!["tell".to_owned()], ..first.clone() };
    assert_eq!(corrected, expected);
    let line = HistoryEvent::LeakReported { cause: LeakCause::Public };
    assert_eq!(env.events().await[0], line);

    env.store.close_leak(first.id, after(4)).await.unwrap();
    let second = env.report(LeakCause::Public, 5).await;
    assert_ne!(second.id, first.id);
    let ids: Vec<LeakId> =
        env.store.leaks(&env.key).await.unwrap().iter().map(|leak| leak.id).collect();
    assert_eq!(ids, [second.id, first.id]);
}

#[tokio::test]
async fn a_case_needs_a_key_and_goes_with_it() {
    let env = env().await;
    let unknown = KeyId::random();
    let none = env.store.report_leak(&unknown, LeakCause::Public, after(1)).await.unwrap();
    assert_eq!(none, None);
    let id = env.report(LeakCause::Public, 1).await.id;
    env.store.lock().execute("DELETE FROM keys", []).unwrap();
    assert_eq!(env.store.open_leaks().await.unwrap(), []);
    assert_eq!(env.store.close_leak(id, after(2)).await.unwrap(), None);
    assert_eq!(env.store.set_leak_step(id, "tell", true).await.unwrap(), None);
}
