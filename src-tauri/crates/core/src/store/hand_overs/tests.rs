use super::*;
use crate::model::{ApiEnvironment, HandOverFile, Recipient, SenderFacts};

const PUBLIC_KEY: &str = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p";

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
    async fn start(&self, recipient: &str, seconds: i64) -> HandOver {
        let new = NewHandOver {
            key: self.key.clone(),
            receiver: Receiver::Sdk,
            recipient: recipient.to_owned(),
            public_key: None,
            word: "dubikola".to_owned(),
        };
        self.store.start_hand_over(new, after(seconds)).await.unwrap().unwrap()
    }

    async fn give(
        &self,
        id: HandOverId,
        how: HandOverMethod,
        public_key: Option<&str>,
    ) -> HandOver {
        let public_key = public_key.map(str::to_owned);
        let noted =
            self.store.note_handed_over(id, how, public_key, after(9), |name| !name.contains('+'));
        noted.await.unwrap().unwrap()
    }

    async fn receive(&self, id: HandOverId, result: ReceiptResult, seconds: i64) -> HandOver {
        let receipt = Receipt { at: after(seconds), result };
        self.store.note_receipt(id, receipt, |_| true).await.unwrap().unwrap()
    }
}

fn recipient(name: &str, public_key: &str) -> Recipient {
    Recipient { name: name.to_owned(), public_key: public_key.to_owned(), compared_at: None }
}

#[tokio::test]
async fn a_hand_over_is_read_as_it_was_written() {
    let env = env().await;
    let started = env.start("Oleh", 1).await;
    assert_eq!((&started.method, &started.receipt), (&None, &None));
    let methods = [
        HandOverMethod::Sealed { to: "age1…mcac8p".to_owned() },
        HandOverMethod::Passphrase,
        HandOverMethod::FileWithValue { file: HandOverFile::Bruno },
        HandOverMethod::InPerson,
    ];
    for method in methods {
        let given = env.give(started.id, method.clone(), None).await;
        assert_eq!(given, HandOver { method: Some(method), ..started.clone() });
        assert_eq!(env.store.hand_over(started.id).await.unwrap(), Some(given));
    }
    let other = ReceiptResult::OtherKey { key: KeyId::random(), last_four: "91c0".to_owned() };
    for (result, seconds) in [(ReceiptResult::Unknown, 20), (other, 21)] {
        let receipt = env.receive(started.id, result.clone(), seconds).await.receipt;
        assert_eq!(receipt, Some(Receipt { at: after(seconds), result }));
    }
    let later = env.start("", 30).await;
    let all = env.store.hand_overs(&env.key).await.unwrap();
    assert_eq!(all.iter().map(|it| it.id).collect::<Vec<_>>(), [later.id, started.id]);
    assert_eq!(env.store.hand_overs(&KeyId::random()).await.unwrap(), []);
}

#[tokio::test]
async fn a_complete_receipt_stays() {
    let env = env().await;
    let id = env.start("Oleh", 1).await.id;
    let complete = env.receive(id, ReceiptResult::Complete, 2).await;
    assert_eq!(env.receive(id, ReceiptResult::Unknown, 3).await, complete);
    let lines = env.store.history(Some(&env.key)).await.unwrap();
    let checked = HistoryEvent::ReceiptChecked { result: ReceiptResult::Complete };
    assert_eq!(lines[0].event, checked);
    assert_eq!(lines.len(), 2, "{lines:?}");
}

#[tokio::test]
async fn the_history_has_the_name_of_the_recipient_if_it_may() {
    let env = env().await;
    for (name, noted) in [("Oleh", "Oleh"), ("+49 171 3920063", ""), ("", "")] {
        let id = env.start(name, 1).await.id;
        env.give(id, HandOverMethod::Passphrase, None).await;
        let line = env.store.history(Some(&env.key)).await.unwrap().remove(0);
        let (recipient, how) = (noted.to_owned(), HandOverMethod::Passphrase);
        assert_eq!(line.event, HistoryEvent::HandedOver { recipient, how }, "{name}");
    }
}

#[tokio::test]
async fn the_recipient_is_remembered_and_is_a_place_of_the_key_once() {
    let env = env().await;
    let oleh = env.start("Oleh", 1).await.id;
    assert_eq!(env.store.key(&env.key).await.unwrap().unwrap().places, []);
    for _again in 0..2 {
        env.give(oleh, HandOverMethod::InPerson, Some(PUBLIC_KEY)).await;
    }
    env.start("Anna", 20).await;
    env.start("", 21).await;
    let expected = [recipient("Anna", ""), recipient("Oleh", PUBLIC_KEY)];
    assert_eq!(env.store.recipients().await.unwrap(), expected);
    env.start("Oleh", 30).await;
    let expected = [recipient("Oleh", PUBLIC_KEY), recipient("Anna", "")];
    assert_eq!(env.store.recipients().await.unwrap(), expected, "the public key stays");
    let places = env.store.key(&env.key).await.unwrap().unwrap().places;
    let names: Vec<_> = places.iter().map(|place| (place.kind, place.name.as_str())).collect();
    assert_eq!(names, [(PlaceKind::Person, "Oleh")]);
}

#[tokio::test]
async fn only_a_hand_over_that_gave_nothing_is_deleted() {
    let env = env().await;
    let (nothing, given) = (env.start("Oleh", 1).await.id, env.start("Oleh", 2).await.id);
    env.give(given, HandOverMethod::InPerson, None).await;
    for id in [nothing, given] {
        env.store.delete_hand_over(id).await.unwrap();
    }
    assert_eq!(env.store.hand_over(nothing).await.unwrap(), None);
    assert!(env.store.hand_over(given).await.unwrap().is_some());
}

#[tokio::test]
async fn a_deleted_key_takes_its_hand_overs_with_it_and_its_history_stays() {
    let env = env().await;
    let id = env.start("Oleh", 1).await.id;
    env.give(id, HandOverMethod::InPerson, None).await;
    env.store.delete(&env.key, after(40)).await.unwrap();
    assert_eq!(env.store.hand_over(id).await.unwrap(), None);
    assert_eq!(env.store.history(Some(&env.key)).await.unwrap().len(), 3);
    let receipt = Receipt { at: after(41), result: ReceiptResult::Complete };
    assert_eq!(env.store.note_receipt(id, receipt, |_| true).await.unwrap(), None);
}

#[tokio::test]
async fn each_organization_has_its_facts() {
    let env = env().await;
    let facts = |city: &str| SenderFacts { city: city.to_owned(), ..SenderFacts::default() };
    for (organization, city) in [("Hanse", "Augsburg"), ("", "Lviv"), ("Hanse", "Hamburg")] {
        env.store.save_sender_facts(organization, facts(city)).await.unwrap();
    }
    assert_eq!(env.store.sender_facts("Hanse").await.unwrap(), Some(facts("Hamburg")));
    assert_eq!(env.store.sender_facts("").await.unwrap(), Some(facts("Lviv")));
    assert_eq!(env.store.sender_facts("Other").await.unwrap(), None);
}

#[tokio::test]
async fn that_words_were_compared_is_true_of_one_public_key() {
    let env = env().await;
    let compared = |public_key: &str, seconds| {
        env.store.note_words_compared("Oleh".to_owned(), public_key.to_owned(), after(seconds))
    };
    compared(PUBLIC_KEY, 5).await.unwrap();
    let known = Recipient { compared_at: Some(after(5)), ..recipient("Oleh", PUBLIC_KEY) };
    assert_eq!(env.store.recipients().await.unwrap(), std::slice::from_ref(&known));

    // Using the same key, or none, changes nothing.
    let id = env.start("Oleh", 6).await.id;
    env.give(id, HandOverMethod::InPerson, None).await;
    let id = env.start("Oleh", 7).await.id;
    env.give(id, HandOverMethod::InPerson, Some(PUBLIC_KEY)).await;
    assert_eq!(env.store.recipients().await.unwrap(), [known]);

    let id = env.start("Oleh", 8).await.id;
    env.give(id, HandOverMethod::InPerson, Some("age1other")).await;
    assert_eq!(env.store.recipients().await.unwrap(), [recipient("Oleh", "age1other")]);
    compared("age1third", 9).await.unwrap();
    let known = Recipient { compared_at: Some(after(9)), ..recipient("Oleh", "age1third") };
    assert_eq!(env.store.recipients().await.unwrap(), [known]);
}
