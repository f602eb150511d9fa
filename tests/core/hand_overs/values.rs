//! An organization that lets keys leave only sealed.

use keydesk_core::model::Forbidden;
use keydesk_core::service::Rules;

use super::*;

fn sealed_only() -> Rules {
    Rules { values_allowed: false, ..Rules::default() }
}

const REFUSED: Failure = Failure::ForbiddenByPolicy { forbidden: Forbidden::Values };

#[tokio::test]
async fn a_key_in_readable_form_is_refused_and_nothing_is_noted() {
    let env = TestEnv::new().await;
    let service = env.service_under(sealed_only());
    let key = added(&service, KEY).await;
    let started = start(&service, &key).await;
    let before = events(&service, &key).await;
    let refused = file(&service, started.id, HandOverFile::Env, true).await;
    assert_eq!(refused.unwrap_err(), REFUSED);
    assert_eq!(service.hand_overs.note_in_person(started.id).await, Err(REFUSED));
    assert_eq!(service.hand_overs.get(started.id).await.unwrap().method, None);
    assert_eq!(events(&service, &key).await, before);
}

#[tokio::test]
async fn files_without_the_key_and_sealed_keys_are_allowed() {
    let env = TestEnv::new().await;
    let service = env.service_under(sealed_only());
    let key = added(&service, KEY).await;
    let started = start(&service, &key).await;
    let parts = file(&service, started.id, HandOverFile::Env, false).await.unwrap().unwrap();
    assert!(parts.iter().all(|part| !part.expose().contains(KEY)));

    let owner = x25519::Identity::generate();
    let line = owner.to_public().to_string();
    let sealed = service.hand_overs.seal(started.id, &line, &no_progress()).await.unwrap();
    assert_eq!(age::decrypt(&owner, sealed.text.as_bytes()).unwrap(), KEY.as_bytes());
    let (sealed, _) =
        service.hand_overs.seal_with_passphrase(started.id, &no_progress()).await.unwrap();
    assert_eq!(sealed.hand_over.method, Some(HandOverMethod::Passphrase));
}
