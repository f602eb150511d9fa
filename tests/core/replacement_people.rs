//! Replacing a key reaches everybody who got it: the people of its hand-overs are in the list, and a receipt code
//! of the new key ticks them.

use keydesk_core::model::{
    Actor, ApiEnvironment, HistoryEvent, KeyId, Place, PlaceKind, Receiver, Replacement,
    no_progress,
};
use keydesk_core::service::{NewExpiry, NewKey, ReceiptCheck, ReplacementStep, Service};

use crate::support::test_env::TestEnv;

const OLD: &str = "99dde7bdce11414efc2f1c10ddbfd42da8ce4bf2";
const NEW: &str = "0123456789abcdef0123456789abcdef";

async fn added(service: &Service, key: &str) -> KeyId {
    service.import.check(Some(key.to_owned().into())).await.unwrap();
    let about = NewKey {
        name: String::new(),
        environment: ApiEnvironment::Production,
        organizations: None,
        holder: None,
        expiry: NewExpiry::NotAsked,
        run: None,
        second_look: true,
        record: None,
    };
    service.import.confirm(about, &no_progress()).await.unwrap().card.id
}

/// Gives a key to a person, and reads the receipt code back if it is wanted.
async fn give(service: &Service, key: &KeyId, name: &str, secret: Option<&str>) {
    use hmac::{Hmac, KeyInit, Mac};
    let hand_over = service.hand_overs.start(key, Receiver::Sdk, name).await.unwrap();
    service.hand_overs.note_in_person(hand_over.id).await.unwrap();
    let Some(secret) = secret else { return };
    let hmac = Hmac::<sha2::Sha256>::new_from_slice(secret.as_bytes()).unwrap();
    let bytes = hmac.chain_update(hand_over.word.as_bytes()).finalize().into_bytes();
    let code = u32::from_be_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]);
    let checked = service
        .hand_overs
        .check_receipt(hand_over.id, &format!("{code:08x}"), &no_progress())
        .await
        .unwrap();
    assert!(matches!(checked, ReceiptCheck::Checked { .. }));
}

fn taken(step: ReplacementStep) -> Replacement {
    match step {
        ReplacementStep::Taken { replacement } => replacement,
        ReplacementStep::Refused { why } => panic!("{why:?}"),
    }
}

async fn now(service: &Service, old: &KeyId) -> Replacement {
    service.replacements.of(old).await.unwrap().unwrap()
}

fn names(replacement: &Replacement) -> Vec<&str> {
    assert!(replacement.places.iter().all(|it| it.place.kind == PlaceKind::Person));
    replacement.places.iter().map(|it| it.place.name.as_str()).collect()
}

fn done(replacement: &Replacement) -> Vec<&str> {
    let done = replacement.places.iter().filter(|it| it.done_at.is_some());
    done.map(|it| it.place.name.as_str()).collect()
}

#[tokio::test]
async fn everybody_who_got_the_old_key_is_in_the_list_once() {
    let env = TestEnv::new().await;
    let service = env.service();
    let old = added(&service, OLD).await;
    give(&service, &old, "Oleh Koval", None).await;
    give(&service, &old, "oleh  koval", None).await;
    give(&service, &old, "Marek", None).await;
    // Only started: nobody got anything.
    service.hand_overs.start(&old, Receiver::Sdk, "Nobody").await.unwrap();
    // The person has removed the places since. The hand-overs still say who has the key.
    let card = service.register.cards(std::slice::from_ref(&old)).await.unwrap().remove(0);
    let details = keydesk_core::model::KeyDetails {
        name: card.name,
        holder: card.holder,
        notes: card.notes,
        organizations: card.organizations,
        places: vec![Place { kind: PlaceKind::Person, name: "MAREK".to_owned() }],
    };
    service.register.change_details(&old, details).await.unwrap();

    let started = taken(service.replacements.start(&old).await.unwrap());
    assert_eq!(names(&started), ["MAREK", "Oleh Koval"]);
    give(&service, &old, "Given later", None).await;
    give(&service, &old, "marek", None).await;
    assert_eq!(names(&now(&service, &old).await), ["MAREK", "Oleh Koval", "Given later"]);
}

#[tokio::test]
async fn a_receipt_code_of_the_new_key_ticks_the_person() {
    let env = TestEnv::new().await;
    let service = env.service();
    let (old, new) = (added(&service, OLD).await, added(&service, NEW).await);
    for name in ["Oleh", "Marek", "Iryna"] {
        give(&service, &old, name, None).await;
    }
    let id = taken(service.replacements.start(&old).await.unwrap()).id;
    give(&service, &new, "iryna", Some(NEW)).await;
    give(&service, &new, "Marek", None).await;
    assert_eq!(done(&now(&service, &old).await), [""; 0], "it is not the new key yet");

    let chosen = taken(service.replacements.set_new_key(id, &new).await.unwrap());
    assert_eq!(done(&chosen), ["Iryna"], "she had it before");
    give(&service, &new, "OLEH", Some(NEW)).await;
    give(&service, &new, "A stranger", Some(NEW)).await;
    assert_eq!(done(&now(&service, &old).await), ["Oleh", "Iryna"]);
    let line = service.register.history(&old).await.unwrap().remove(0);
    let ticked = HistoryEvent::PlaceTicked { place: "Oleh".to_owned() };
    assert_eq!((line.actor, line.event), (Actor::App, ticked));

    // What the person has unticked stays so when somebody else gets the key.
    let iryna = now(&service, &old).await.places[2].id;
    service.replacements.tick(id, iryna, false).await.unwrap();
    give(&service, &new, "Marek", Some(NEW)).await;
    assert_eq!(done(&now(&service, &old).await), ["Oleh", "Marek"]);
}
