//! Handing a key over: what is noted and when, and who can open what was sealed.

mod key_requests;
mod receipts;
mod values;

use age::x25519;

use keydesk_core::hand_over::RenderedFile;
use keydesk_core::model::{
    Affiliation, ApiEnvironment, DetailField, Failure, FileProblem, GuideName, HandOver,
    HandOverFile, HandOverId, HandOverMethod, HistoryEvent, KeyDetails, KeyId, Place, PlaceKind,
    Receiver, Recipient, SenderFacts, no_progress,
};
use keydesk_core::service::{
    FilePreview, HandOvers, NewExpiry, NewKey, RecipientKeyCheck, Service, refuse_secrets,
};

use crate::support::test_env::{TestEnv, request};

const PHONE: &str = "498213437654";
const KEY: &str = "99dde7bdce11414efc2f1c10ddbfd42da8ce4bf2";
const OTHER: &str = "0123456789abcdef0123456789abcdef";

async fn added(service: &Service, key: &str) -> KeyId {
    service.import.check(Some(key.to_owned().into())).await.unwrap();
    let about = NewKey {
        name: "Shop".to_owned(),
        environment: ApiEnvironment::Production,
        organizations: Some(vec!["Hanse".to_owned()]),
        holder: None,
        expiry: NewExpiry::NotAsked,
        run: None,
        second_look: true,
        record: None,
    };
    service.import.confirm(about, &no_progress()).await.unwrap().card.id
}

async fn start(service: &Service, key: &KeyId) -> HandOver {
    service.hand_overs.start(key, Receiver::Sdk, " Oleh ").await.unwrap()
}

async fn events(service: &Service, key: &KeyId) -> Vec<HistoryEvent> {
    let history = service.register.history(key).await.unwrap();
    history.into_iter().map(|entry| entry.event).collect()
}

async fn file(
    service: &Service,
    id: HandOverId,
    file: HandOverFile,
    with_value: bool,
) -> Result<Result<Vec<RenderedFile>, FileProblem>, Failure> {
    service.hand_overs.file(id, file, &[], with_value, &no_progress()).await
}

#[tokio::test]
async fn a_key_is_sealed_to_its_recipient_and_the_list_says_who_has_it() {
    let env = TestEnv::new().await;
    let service = env.service();
    let key = added(&service, KEY).await;
    let started = start(&service, &key).await;
    assert_eq!((started.recipient.as_str(), &started.method), ("Oleh", &None));

    let owner = x25519::Identity::generate();
    let line = owner.to_public().to_string();
    let pasted = format!("my key: {line}\n");
    let sealed = service.hand_overs.seal(started.id, &pasted, &no_progress()).await.unwrap();
    assert_eq!(age::decrypt(&owner, sealed.text.as_bytes()).unwrap(), KEY.as_bytes());
    assert!(HandOvers::is_sealed(&sealed.text));
    let RecipientKeyCheck::Usable { fingerprint, public_key, .. } =
        HandOvers::check_recipient_key(&pasted)
    else {
        panic!("it is a public key")
    };
    let method = HandOverMethod::Sealed { to: fingerprint };
    assert_eq!(sealed.hand_over, HandOver { method: Some(method.clone()), ..started });

    // Another service, as after a restart.
    let service = env.service();
    assert_eq!(service.hand_overs.of(&key).await.unwrap(), [sealed.hand_over]);
    let recipient = Recipient { name: "Oleh".to_owned(), public_key, compared_at: None };
    assert_eq!(service.hand_overs.recipients().await.unwrap(), [recipient]);
    let card = service.register.cards(std::slice::from_ref(&key)).await.unwrap().remove(0);
    let oleh = Place { kind: PlaceKind::Person, name: "Oleh".to_owned() };
    assert_eq!(card.places, [oleh]);
    let line = HistoryEvent::HandedOver { recipient: "Oleh".to_owned(), how: method };
    assert_eq!(events(&service, &key).await[0], line);
}

#[tokio::test]
async fn a_key_is_sealed_with_a_passphrase_that_opens_it() {
    let env = TestEnv::new().await;
    let service = env.service();
    let key = added(&service, KEY).await;
    let id = start(&service, &key).await.id;
    let (sealed, passphrase) =
        service.hand_overs.seal_with_passphrase(id, &no_progress()).await.unwrap();
    assert_eq!(sealed.hand_over.method, Some(HandOverMethod::Passphrase));
    assert!(!sealed.text.contains(passphrase.as_str()) && HandOvers::is_sealed(&sealed.text));
    let mut identity = age::scrypt::Identity::new(passphrase.as_str().to_owned().into());
    identity.set_max_work_factor(18);
    assert_eq!(age::decrypt(&identity, sealed.text.as_bytes()).unwrap(), KEY.as_bytes());
}

#[tokio::test]
async fn a_text_that_is_not_one_sealed_key_is_not_saved_as_one() {
    let (begin, end) = ("-----BEGIN AGE ENCRYPTED FILE-----", "-----END AGE ENCRYPTED FILE-----");
    for (text, is_sealed) in [
        (format!("{begin}\nYWdl+/==\n{end}\n"), true),
        (format!("{begin}\n{KEY} \n{end}\n"), false),
        (format!("{KEY}\n{begin}\nYWdl\n{end}\n"), false),
        (format!("{begin}\nYWdl\n{end}\n{KEY}"), false),
        (KEY.to_owned(), false),
        (String::new(), false),
    ] {
        assert_eq!(HandOvers::is_sealed(&text), is_sealed, "{text}");
    }
}

/// The app writes the file afterwards. If it can't, the list says too much, never too little.
#[tokio::test]
async fn a_file_with_the_key_is_noted_before_it_can_be_written() {
    let env = TestEnv::new().await;
    let service = env.service();
    let key = added(&service, KEY).await;
    let id = start(&service, &key).await.id;
    let without = file(&service, id, HandOverFile::Env, false).await.unwrap().unwrap();
    assert!(!without[0].expose().contains(KEY));
    assert_eq!(service.hand_overs.get(id).await.unwrap().method, None);
    let refused = file(&service, id, HandOverFile::EnvExample, true).await.unwrap().unwrap_err();
    assert_eq!(refused, FileProblem::NeverHasValue);
    let refused = file(&service, id, HandOverFile::CurlConfig, true).await.unwrap().unwrap_err();
    assert_eq!(refused, FileProblem::NotForReceiver);
    assert_eq!(service.hand_overs.get(id).await.unwrap().method, None);

    let with = file(&service, id, HandOverFile::Env, true).await.unwrap().unwrap();
    assert!(with[0].has_key && with[0].expose().contains(KEY));
    let method = HandOverMethod::FileWithValue { file: HandOverFile::Env };
    assert_eq!(env.service().hand_overs.get(id).await.unwrap().method, Some(method));
    let preview = service.hand_overs.preview(id, HandOverFile::Env, &[]).await.unwrap();
    let FilePreview::Made { parts } = preview else { panic!("{preview:?}") };
    assert!(!parts[0].text.contains(KEY));
}

#[tokio::test]
async fn no_text_of_a_hand_over_may_have_a_key_in_it() {
    let env = TestEnv::new().await;
    let service = env.service();
    let key = added(&service, KEY).await;
    let hand_overs = &service.hand_overs;
    let started = hand_overs.start(&key, Receiver::Sdk, OTHER).await;
    assert_eq!(started.unwrap_err(), Failure::LooksLikeKey);
    let facts = SenderFacts { address: OTHER.to_owned(), ..SenderFacts::default() };
    let saved = hand_overs.save_sender_facts(&key, facts).await;
    assert_eq!(saved.unwrap_err(), Failure::LooksLikeKey);
    let id = start(&service, &key).await.id;
    let preview = hand_overs.preview(id, HandOverFile::Env, &[OTHER.to_owned()]).await;
    assert_eq!(preview.unwrap_err(), Failure::LooksLikeKey);

    // The lines for the receipt code go into the sheet, which refuses keys.
    let lines = hand_overs.receipt_commands(id).await.unwrap();
    assert_eq!(refuse_secrets(lines.iter().map(|command| &command.line)), Ok(()));
}

/// The address of practice here, and one that an administrator has set in the app.
#[tokio::test]
async fn the_recipient_gets_the_address_that_the_app_uses_and_that_the_files_have() {
    let env = TestEnv::new().await;
    let service = env.service();
    let key = request(&service, PHONE).await.unwrap().key.id;
    let id = service.hand_overs.start(&key, Receiver::OwnCode, "Oleh").await.unwrap().id;
    let address = service.hand_overs.address(id).await.unwrap();
    assert!(address.starts_with("http://127.0.0.1:") && address.ends_with('/'), "{address}");
    let example = service.hand_overs.preview(id, HandOverFile::EnvExample, &[]).await.unwrap();
    let FilePreview::Made { parts } = example else { panic!("{example:?}") };
    assert!(parts[0].text.contains(&address), "{}", parts[0].text);
}

#[tokio::test]
async fn a_hand_over_ends_with_its_key_and_needs_one() {
    let env = TestEnv::new().await;
    let service = env.service();
    let unknown = service.hand_overs.start(&KeyId::random(), Receiver::Sdk, "").await;
    assert_eq!(unknown.unwrap_err(), Failure::NotFound);
    let key = added(&service, KEY).await;
    let id = start(&service, &key).await.id;
    service.hand_overs.note_in_person(id).await.unwrap();
    service.hand_overs.delete(id).await.unwrap();
    assert_eq!(service.hand_overs.of(&key).await.unwrap().len(), 1, "the key was given");

    service.register.delete(&key).await.unwrap();
    assert_eq!(service.hand_overs.get(id).await.unwrap_err(), Failure::NotFound);
    let start = service.hand_overs.start(&key, Receiver::Sdk, "").await;
    assert_eq!(start.unwrap_err(), Failure::NotFound);
    service.register.finish_deletion(&key, &no_progress()).await.unwrap();
    assert_eq!(service.hand_overs.of(&key).await.unwrap(), []);
}

#[tokio::test]
async fn the_sender_is_suggested_from_what_is_known_and_then_as_it_was_saved() {
    let env = TestEnv::new().await;
    let service = env.service();
    let key = added(&service, KEY).await;
    let company = SenderFacts { company: "Hanse".to_owned(), ..SenderFacts::default() };
    assert_eq!(service.hand_overs.sender_facts(&key).await.unwrap(), company);

    let run = service.guides.start(GuideName::Europe, "Hanse").await.unwrap().id;
    let form = Affiliation {
        organization: "Hanse".to_owned(),
        country: Some("DE".to_owned().try_into().unwrap()),
        tax_code: "DE123456789".to_owned(),
        full_name: "Zoë Meyer".to_owned(),
        phone: "0821 343".to_owned(),
        email: "z@hanse.example".to_owned(),
        ..Affiliation::default()
    };
    service.affiliations.save(run, form).await.unwrap();
    let known = service.hand_overs.sender_facts(&key).await.unwrap();
    let expected = SenderFacts {
        tax_code: "DE123456789".to_owned(),
        sender_name: "Zoë Meyer".to_owned(),
        phone: "0821 343".to_owned(),
        email: "z@hanse.example".to_owned(),
        country: "DE".to_owned(),
        ..company
    };
    assert_eq!(known, expected);

    let saved = SenderFacts { city: "Augsburg".to_owned(), ..known };
    service.hand_overs.save_sender_facts(&key, saved.clone()).await.unwrap();
    let same_organization = added(&service, OTHER).await;
    assert_eq!(env.service().hand_overs.sender_facts(&same_organization).await.unwrap(), saved);
    let test_key = request(&service, PHONE).await.unwrap().key;
    let without = service.hand_overs.sender_facts(&test_key.id).await.unwrap();
    assert_eq!(without, SenderFacts::default());
}

#[tokio::test]
async fn a_recipient_is_added_to_the_places_without_the_others_changing() {
    let env = TestEnv::new().await;
    let service = env.service();
    let key = request(&service, PHONE).await.unwrap().key;
    let shop = Place { kind: PlaceKind::System, name: "Shop".to_owned() };
    let details = KeyDetails {
        name: key.name,
        holder: key.holder,
        notes: key.notes,
        organizations: key.organizations,
        places: vec![shop.clone()],
    };
    service.register.change_details(&key.id, details).await.unwrap();
    let id = start(&service, &key.id).await.id;
    for _again in 0..2 {
        service.hand_overs.note_in_person(id).await.unwrap();
    }
    let oleh = Place { kind: PlaceKind::Person, name: "Oleh".to_owned() };
    let card = service.register.cards(std::slice::from_ref(&key.id)).await.unwrap().remove(0);
    assert_eq!(card.places, [shop, oleh]);
    let places = HistoryEvent::DetailsChanged { fields: vec![DetailField::Places] };
    let changes = events(&service, &key.id).await.into_iter().filter(|event| *event == places);
    assert_eq!(changes.count(), 1, "only the person's own change");
}

#[tokio::test]
async fn every_receiver_has_facts_with_a_source() {
    let receivers = HandOvers::receivers().unwrap();
    let order: Vec<Receiver> = receivers.iter().map(|info| info.receiver).collect();
    assert_eq!(order, Receiver::ALL);
    assert!(receivers.iter().all(|info| !info.source.is_empty()));
}
