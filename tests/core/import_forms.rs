//! Adding a key of an unusual form, and texts that must not be stored because they have a key in them.

use crate::support::test_env::TestEnv;
use keydesk_core::model::{Affiliation, ApiEnvironment, Failure, GuideName, no_progress};
use keydesk_core::service::{ClipboardCheck, KeyQuestion, NewExpiry, NewKey, Service};

const KEY: &str = "3f7a0c1e9b52d486aa17e0c94b6f2d8813c5e7f0";
const KEY_OF_UKRAINE: &str = "3f7a0c1e9b52d486aa17e0c94b6f2d88";
const UUID: &str = "3f7a0c1e-9b52-d486-aa17-e0c94b6f2d88";

fn a_key(environment: ApiEnvironment) -> NewKey {
    NewKey {
        name: String::new(),
        environment,
        organizations: None,
        holder: None,
        expiry: NewExpiry::NotAsked,
        run: None,
        second_look: false,
        record: None,
    }
}

async fn check(service: &Service, text: &str) -> ClipboardCheck {
    service.import.check(Some(text.to_owned().into())).await.unwrap()
}

#[tokio::test]
async fn a_key_of_another_form_than_its_environment_has_is_added_after_a_second_look_only() {
    use ApiEnvironment::{Production, Sandbox, Ukraine};
    for (text, environment, length) in [
        (KEY, Ukraine, Some(40)),
        (KEY_OF_UKRAINE, Ukraine, None),
        (KEY_OF_UKRAINE, Production, None),
        (KEY, Sandbox, None),
        (UUID, Production, Some(36)),
        (UUID, Ukraine, Some(36)),
        (&KEY.to_uppercase(), Production, Some(40)),
    ] {
        let env = TestEnv::new().await;
        let service = env.service();
        check(&service, text).await;
        let about = a_key(environment);
        let first = service.import.confirm(about.clone(), &no_progress()).await;
        match length {
            None => assert!(first.is_ok(), "{text} {environment:?}"),
            Some(length) => {
                assert!(
                    matches!(first, Err(Failure::KeyFormUnusual { length: told }) if told == length)
                );
                assert_eq!(service.keys.list().await.unwrap(), []);
                let about = NewKey { second_look: true, ..about };
                let added = service.import.confirm(about, &no_progress()).await.unwrap();
                assert!(added.key.expose() == text);
            }
        }
    }
}

#[tokio::test]
async fn the_person_is_asked_about_an_unusual_form_and_about_pieces() {
    let env = TestEnv::new().await;
    let service = env.service();
    for (text, expected) in [
        (KEY.to_owned(), None),
        (UUID.to_owned(), Some(KeyQuestion::UnusualForm)),
        (
            format!("{}\n{}", &KEY[..20], &KEY[20..]),
            Some(KeyQuestion::Joined { pieces: vec![20, 20] }),
        ),
    ] {
        let checked = check(&service, &text).await;
        let ClipboardCheck::Key { question, .. } = checked else { panic!("{checked:?}") };
        assert_eq!(question, expected);
    }
    let joined = service.import.confirm(a_key(ApiEnvironment::Production), &no_progress()).await;
    assert!(joined.unwrap().key.expose() == KEY);
}

/// Texts with a key or a token in them.
fn secrets() -> [String; 7] {
    [
        KEY.to_owned(),
        format!("for {KEY}, the web shop"),
        KEY_OF_UKRAINE.to_uppercase(),
        format!("\u{200B}{KEY_OF_UKRAINE}"),
        format!("{} {}", &KEY[..20], &KEY[20..]),
        format!("apiKey={KEY}"),
        "eyJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJub3ZhIn0.c2lnbmF0dXJl".to_owned(),
    ]
}

#[tokio::test]
async fn no_free_text_with_a_key_in_it_is_stored() {
    let env = TestEnv::new().await;
    let service = env.service();
    let run = service.guides.start(GuideName::Europe, "Hanse").await.unwrap().id;
    check(&service, KEY).await;
    for secret in secrets() {
        let about = |name: &str, organization: &str| NewKey {
            name: name.to_owned(),
            organizations: Some(vec!["Hanse".to_owned(), organization.to_owned()]),
            ..a_key(ApiEnvironment::Production)
        };
        let affiliation = |put: fn(&mut Affiliation) -> &mut String| {
            let mut form = Affiliation::default();
            put(&mut form).clone_from(&secret);
            service.affiliations.save(run, form)
        };
        let progress = no_progress();
        let stored = [
            service.import.confirm(about(&secret, "Nord"), &progress).await.map(drop),
            service.import.confirm(about("", &secret), &progress).await.map(drop),
            service.guides.start(GuideName::Europe, &secret).await.map(drop),
            service.guides.rename(run, &secret).await.map(drop),
            service.guides.set_step(run, "account", true, Some(secret.clone())).await.map(drop),
            affiliation(|form| &mut form.organization).await,
            affiliation(|form| &mut form.tax_code).await,
            affiliation(|form| &mut form.full_name).await,
            affiliation(|form| &mut form.phone).await,
            affiliation(|form| &mut form.email).await,
            affiliation(|form| &mut form.manager_email).await,
        ];
        for (place, stored) in stored.into_iter().enumerate() {
            assert_eq!(stored, Err(Failure::LooksLikeKey), "{secret:?} in place {place}");
        }
    }
    let digits = &KEY[4..36];
    let files = env.store().parent().unwrap().read_dir().unwrap();
    for file in files.map(|file| std::fs::read(file.unwrap().path()).unwrap()) {
        assert!(!file.windows(digits.len()).any(|part| part == digits.as_bytes()));
    }
}

#[tokio::test]
async fn the_pending_key_is_refused_as_a_name_in_any_form() {
    let env = TestEnv::new().await;
    let service = env.service();
    check(&service, UUID).await;
    let about = NewKey {
        name: format!("key {UUID}"),
        second_look: true,
        record: None,
        ..a_key(ApiEnvironment::Production)
    };
    let refused = service.import.confirm(about, &no_progress()).await;
    assert!(matches!(refused, Err(Failure::LooksLikeKey)));
}

#[tokio::test]
async fn ordinary_names_are_stored() {
    let env = TestEnv::new().await;
    let service = env.service();
    for name in [
        "Hanse Textil GmbH",
        "ТОВ «Склад 24»",
        "DE 811 223 344, HRB 12345, +49 821 3437654",
        "12345678",
        "Facade Café Bad Ebbe",
        "UA213223130000026007233566001",
        "Заявка № 2026-11-28/0042 від 28.11.2026 12:30:59",
        "https://my.novapost.com/integrations",
        "8a6f-key for the web shop",
    ] {
        let run = service.guides.start(GuideName::Europe, name).await.unwrap();
        assert_eq!(run.organization, name);
    }
}
