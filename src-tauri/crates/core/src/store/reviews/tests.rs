use super::*;
use crate::model::{
    ApiEnvironment, HandOverMethod, KeyNeed, KeyStatus, PortalAnswer, Receipt, ReceiptResult,
    Receiver, ReviewAction,
};
use crate::store::NewHandOver;

struct Env {
    _folder: tempfile::TempDir,
    store: Store,
}

fn after(seconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(seconds, 0).unwrap()
}

fn env() -> Env {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&folder.path().join("register.sqlite")).unwrap();
    Env { _folder: folder, store }
}

fn no_digits(name: &str) -> bool {
    !name.contains(char::is_numeric)
}

impl Env {
    async fn add(&self, name: &str, environment: ApiEnvironment, seconds: i64) -> KeyId {
        let id = KeyId::from_stored(name.to_owned());
        let at = after(seconds);
        let record = KeyRecord {
            name: name.to_owned(),
            organizations: vec!["Hanse Textil".to_owned(), "Call 491234567".to_owned()],
            ..KeyRecord::new(id.clone(), environment, "4bf2".to_owned(), at)
        };
        self.store.record(record, None, at).await.unwrap();
        id
    }

    async fn give(&self, key: &KeyId, recipient: &str, at: i64, has_arrived: bool) {
        let new = NewHandOver {
            key: key.clone(),
            receiver: Receiver::Sdk,
            recipient: recipient.to_owned(),
            public_key: None,
            word: "dubikola".to_owned(),
        };
        let id = self.store.start_hand_over(new, after(at)).await.unwrap().unwrap().id;
        let how = HandOverMethod::InPerson;
        self.store.note_handed_over(id, how, None, after(at), |_| true).await.unwrap();
        if has_arrived {
            let receipt = Receipt { at: after(at), result: ReceiptResult::Complete };
            self.store.note_receipt(id, receipt, |_| true).await.unwrap();
        }
    }

    async fn start(&self, seconds: i64) -> ReviewId {
        self.store.start_review(after(seconds)).await.unwrap().unwrap().id
    }

    async fn answer(&self, id: ReviewId, key: &KeyId, need: KeyNeed) -> Option<Review> {
        let answers = KeyAnswers { need: Some(need), ..KeyAnswers::default() };
        self.store.answer_review_key(id, key, answers, after(20), no_digits).await.unwrap()
    }
}

#[tokio::test]
async fn a_review_that_was_started_goes_on_where_it_was() {
    let env = env();
    let key = env.add("Shop", ApiEnvironment::Production, 1).await;
    let started = env.start(10).await;
    env.answer(started, &key, KeyNeed::NotNeeded).await.unwrap();
    let account = AccountAnswers { portal: Some(PortalAnswer::Others), webhooks: None };
    env.store.answer_review(started, account).await.unwrap().unwrap();
    assert_eq!(env.start(30).await, started);
    let open = env.store.open_review().await.unwrap().unwrap();
    assert_eq!((open.started_at, open.signed, open.account), (after(10), None, account));
    let [reviewed] = &open.keys[..] else { panic!("{:?}", open.keys) };
    assert_eq!((&reviewed.key, &*reviewed.last_four, reviewed.at), (&key, "4bf2", after(20)));
    assert_eq!(reviewed.actions, [ReviewAction::Deactivate]);
}

#[tokio::test]
async fn a_review_has_each_person_once_and_no_text_that_may_hold_a_number() {
    let env = env();
    let key = env.add("Shop 24", ApiEnvironment::Production, 1).await;
    env.give(&key, "Oleh Koval", 2, true).await;
    env.give(&key, "Anna", 3, true).await;
    env.give(&key, "oleh  koval", 4, false).await;
    env.give(&key, "Ivan 491234567", 5, false).await;
    let facts = env.store.review_facts(&key).await.unwrap().unwrap();
    let people: Vec<_> = facts.people.iter().map(|person| &*person.name).collect();
    assert_eq!(people, ["Ivan 491234567", "oleh  koval", "Anna"]);

    let id = env.start(10).await;
    let review = env.answer(id, &key, KeyNeed::Needed).await.unwrap();
    let [reviewed] = &review.keys[..] else { panic!("{:?}", review.keys) };
    assert_eq!(reviewed.name, "");
    assert_eq!(reviewed.facts.organizations, ["Hanse Textil", ""]);
    let people = reviewed.facts.people.iter().map(|person| {
        let given = person.given.as_ref().unwrap();
        (&*person.name, given.at, given.has_arrived)
    });
    let expected = [("", 5, false), ("oleh  koval", 4, false), ("Anna", 3, true)];
    assert_eq!(
        people.collect::<Vec<_>>(),
        expected.map(|(name, at, arrived)| (name, after(at), arrived))
    );
}

#[tokio::test]
async fn a_signature_ends_a_review_and_names_the_keys_without_an_answer() {
    let env = env();
    let test_key = env.add("test", ApiEnvironment::Sandbox, 1).await;
    let shop = env.add("shop", ApiEnvironment::Production, 2).await;
    let old = env.add("old", ApiEnvironment::Ukraine, 3).await;
    assert_eq!(
        env.store.keys_in_use().await.unwrap(),
        [shop.clone(), old.clone(), test_key.clone()]
    );
    env.store.set_status(&old, KeyStatus::Deactivated).await.unwrap();

    let id = env.start(10).await;
    env.answer(id, &shop, KeyNeed::Needed).await.unwrap();
    let sign = || env.store.sign_review(id, "Olena".to_owned(), after(30), no_digits);
    let signed = sign().await.unwrap().unwrap();
    assert_eq!(signed.signed, Some(Signature { at: after(30), by: "Olena".to_owned() }));
    let reviewed: Vec<_> =
        signed.keys.iter().map(|key| (&key.key, key.answers.is_reviewed())).collect();
    assert_eq!(reviewed, [(&shop, true), (&test_key, false)]);
    let last = env.store.history(None).await.unwrap().remove(0);
    assert_eq!((last.event, last.key), (HistoryEvent::ReviewSigned, None));

    assert_eq!(sign().await.unwrap(), None);
    assert_eq!(env.answer(id, &shop, KeyNeed::NotNeeded).await, None);
    assert_eq!(env.store.answer_review(id, AccountAnswers::default()).await.unwrap(), None);
    env.store.discard_review(id).await.unwrap();
    let [listed] = &env.store.signed_reviews().await.unwrap()[..] else { panic!("not one") };
    assert_eq!((listed.id, listed.keys), (id, 2));
    assert_eq!(env.store.open_review().await.unwrap(), None);
}

#[tokio::test]
async fn a_deleted_key_stays_in_the_review_and_gets_no_more_answers() {
    let env = env();
    let key = env.add("shop", ApiEnvironment::Production, 2).await;
    let id = env.start(10).await;
    env.answer(id, &key, KeyNeed::Needed).await.unwrap();
    env.store.delete(&key, after(11)).await.unwrap();
    assert_eq!(env.answer(id, &key, KeyNeed::NotNeeded).await, None);
    let review = env.store.review(id).await.unwrap().unwrap();
    assert_eq!(review.keys[0].answers.need, Some(KeyNeed::Needed));
    env.store.discard_review(id).await.unwrap();
    assert_eq!(env.store.review(id).await.unwrap(), None);
}

#[tokio::test]
async fn a_review_is_due_by_the_first_key_in_use_and_the_last_signature() {
    let env = env();
    assert_eq!(env.store.review_dates().await.unwrap(), ReviewDates::default());
    let old = env.add("old", ApiEnvironment::Production, 1).await;
    env.add("new", ApiEnvironment::Production, 5).await;
    let first = |dates: ReviewDates| dates.first_key;
    assert_eq!(first(env.store.review_dates().await.unwrap()), Some(after(1)));
    env.store.set_status(&old, KeyStatus::Replaced).await.unwrap();
    assert_eq!(first(env.store.review_dates().await.unwrap()), Some(after(5)));

    let id = env.start(10).await;
    let dates = env.store.review_dates().await.unwrap();
    assert_eq!((dates.open_since, dates.last_signed), (Some(after(10)), None));
    env.store.sign_review(id, "Olena".to_owned(), after(30), no_digits).await.unwrap();
    let dates = env.store.review_dates().await.unwrap();
    assert_eq!((dates.open_since, dates.last_signed), (None, Some(after(30))));
}
