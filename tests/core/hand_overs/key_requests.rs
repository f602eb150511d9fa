//! A developer asks for a key: who is known, and what the person has to compare before a key is given.

use keydesk_core::hand_over::write_key_request;
use keydesk_core::model::{KeyRequest, KeyRequestProblem, RequesterStanding};
use keydesk_core::service::{CheckedKeyRequest, KeyRequestCheck};

use super::*;

const OLEH: &str = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p";

fn request(name: &str, public_key: &str) -> KeyRequest {
    KeyRequest {
        system: Receiver::Sdk,
        environment: ApiEnvironment::Production,
        needs: Vec::new(),
        name: name.to_owned(),
        public_key: public_key.to_owned(),
        note: "For the shop".to_owned(),
    }
}

fn another_key() -> String {
    x25519::Identity::generate().to_public().to_string()
}

#[track_caller]
fn readable(check: KeyRequestCheck) -> CheckedKeyRequest {
    match check {
        KeyRequestCheck::Readable { found } => *found,
        KeyRequestCheck::NotReadable { problem } => panic!("{problem:?}"),
    }
}

async fn check(service: &Service, request: &KeyRequest) -> CheckedKeyRequest {
    let text = write_key_request(request);
    readable(service.key_requests.check_text(&text).await.unwrap())
}

async fn standing(service: &Service, name: &str, public_key: &str) -> RequesterStanding {
    check(service, &request(name, public_key)).await.standing
}

#[tokio::test]
async fn a_request_becomes_a_hand_over_with_the_public_key_of_the_person() {
    let env = TestEnv::new().await;
    let service = env.service();
    let key = added(&service, KEY).await;
    let asked = request("Oleh Koval", OLEH);
    let found = check(&service, &asked).await;
    assert_eq!((&found.request, &found.standing), (&asked, &RequesterStanding::Unknown));
    assert_eq!(found.words, ["resist", "receive", "panther", "train"]);

    let started = service.key_requests.start(&asked, &key).await.unwrap().unwrap();
    assert_eq!((started.recipient.as_str(), started.receiver), ("Oleh Koval", Receiver::Sdk));
    assert_eq!((&started.key, &started.method), (&key, &None));
    let recipients = service.hand_overs.recipients().await.unwrap();
    assert_eq!(recipients[0].public_key, OLEH);
    let known = RequesterStanding::Known { name: "Oleh Koval".to_owned(), compared_at: None };
    assert_eq!(standing(&service, "Oleh Koval", OLEH).await, known);
}

#[tokio::test]
async fn a_request_is_kept_until_its_key_is_given() {
    let env = TestEnv::new().await;
    let service = env.service();
    let asked = request("Oleh Koval", OLEH);
    assert!(readable(service.key_requests.keep(&asked).await.unwrap()).is_kept);
    let service = env.service();
    let kept = service.key_requests.kept().await.unwrap();
    assert_eq!(kept.iter().map(|kept| &kept.request).collect::<Vec<_>>(), [&asked]);
    let key = added(&service, KEY).await;
    service.key_requests.start(&asked, &key).await.unwrap().unwrap();
    assert_eq!(service.key_requests.kept().await.unwrap(), []);
}

/// Somebody who knows the developer's name asks with their own public key.
#[tokio::test]
async fn a_known_name_with_another_public_key_gets_no_key_before_the_words_were_compared() {
    let env = TestEnv::new().await;
    let service = env.service();
    let key = added(&service, KEY).await;
    let first = request("Oleh Koval", OLEH);
    service.key_requests.note_words_compared(&first).await.unwrap();

    let other = request("Oleh Koval", &another_key());
    let RequesterStanding::OtherKey { was_compared: true, known } =
        check(&service, &other).await.standing
    else {
        panic!("the key is another one")
    };
    assert!(known.ends_with(&OLEH[OLEH.len() - 8..]), "{known}");
    assert_eq!(service.key_requests.start(&other, &key).await.unwrap(), None);
    // Looking at it changed nothing.
    assert_eq!(service.hand_overs.recipients().await.unwrap()[0].public_key, OLEH);

    let compared = service.key_requests.note_words_compared(&other).await.unwrap();
    let standing_now = readable(compared).standing;
    assert!(matches!(standing_now, RequesterStanding::Known { compared_at: Some(_), .. }));
    assert!(service.key_requests.start(&other, &key).await.unwrap().is_some());
    // From now on the old public key is the other one.
    let old = standing(&service, "Oleh Koval", OLEH).await;
    assert!(matches!(old, RequesterStanding::OtherKey { .. }));
}

#[tokio::test]
async fn a_name_that_looks_like_a_known_one_is_named() {
    let env = TestEnv::new().await;
    let service = env.service();
    let key = added(&service, KEY).await;
    service.key_requests.note_words_compared(&request("Oleh Koval", OLEH)).await.unwrap();
    let looks_like = RequesterStanding::LooksLike { name: "Oleh Koval".to_owned() };
    // A Cyrillic letter.
    let other = request("Оleh Koval", &another_key());
    assert_eq!(check(&service, &other).await.standing, looks_like);
    assert_eq!(service.key_requests.start(&other, &key).await.unwrap(), None);
    // The person's own public key: it is the person, under the known name.
    let own = check(&service, &request("oleh koval", OLEH)).await;
    assert!(matches!(&own.standing, RequesterStanding::Known { name, .. } if name == "Oleh Koval"));
    let started = service.key_requests.start(&own.request, &key).await.unwrap().unwrap();
    assert_eq!(started.recipient, "Oleh Koval");
    assert_eq!(standing(&service, "Ben", &another_key()).await, RequesterStanding::Unknown);
}

#[tokio::test]
async fn a_request_with_a_key_of_nova_post_is_refused() {
    let env = TestEnv::new().await;
    let service = env.service();
    let asked = KeyRequest { note: format!("mine is {KEY}"), ..request("Oleh", OLEH) };
    let checked = service.key_requests.check_text(&write_key_request(&asked)).await.unwrap();
    let problem = KeyRequestProblem::HoldsSecret;
    assert_eq!(checked, KeyRequestCheck::NotReadable { problem });
    service.key_requests.keep(&asked).await.unwrap();
    assert_eq!(service.key_requests.kept().await.unwrap(), []);
}

#[tokio::test]
async fn a_key_of_another_environment_is_not_given() {
    let env = TestEnv::new().await;
    let service = env.service();
    let key = added(&service, KEY).await;
    let asked = KeyRequest { environment: ApiEnvironment::Sandbox, ..request("Oleh", OLEH) };
    let started = service.key_requests.start(&asked, &key).await;
    assert!(matches!(started, Err(Failure::Internal { .. })), "{started:?}");
    assert_eq!(service.hand_overs.of(&key).await.unwrap(), []);
}
