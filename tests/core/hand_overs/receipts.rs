//! What a receipt code shows, and what a locked keychain gives.

use age::x25519;

use keydesk_core::model::{
    Failure, HandOver, HandOverFile, HandOverId, HistoryEvent, ReceiptResult, no_progress,
};
use keydesk_core::service::{ReceiptCheck, Service};

use super::{KEY, OTHER, added, events, file, start};
use crate::support::fake_keychain::Mood;
use crate::support::test_env::{SERVICE, TestEnv};

const THIRD: &str = "fedcba9876543210fedcba9876543210";

/// The code that a recipient with this key reads back.
fn code(word: &str, key: &str) -> String {
    use hmac::{Hmac, KeyInit, Mac};
    let hmac = Hmac::<sha2::Sha256>::new_from_slice(key.as_bytes()).unwrap();
    let bytes = hmac.chain_update(word.as_bytes()).finalize().into_bytes();
    format!("{:08x}", u32::from_be_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]))
}

async fn check(service: &Service, id: HandOverId, typed: &str) -> Result<ReceiptResult, Failure> {
    match service.hand_overs.check_receipt(id, typed, &no_progress()).await? {
        ReceiptCheck::Checked { hand_over } => Ok(hand_over.receipt.unwrap().result),
        ReceiptCheck::NotACode => panic!("{typed} is a code"),
    }
}

#[tokio::test]
async fn a_receipt_code_says_that_the_key_arrived_and_its_word_is_used_once() {
    let env = TestEnv::new().await;
    let service = env.service();
    let (key, other) = (added(&service, KEY).await, added(&service, OTHER).await);
    let HandOver { id, word, .. } = start(&service, &key).await;

    let unknown = check(&service, id, &code(&word, THIRD)).await.unwrap();
    assert_eq!(unknown, ReceiptResult::Unknown);
    let is_other = ReceiptResult::OtherKey { key: other, last_four: "cdef".to_owned() };
    assert_eq!(check(&service, id, &code(&word, OTHER)).await.unwrap(), is_other);
    let another_word = code("dubikola", KEY);
    assert_eq!(check(&service, id, &another_word).await.unwrap(), ReceiptResult::Unknown);
    let spelled = format!(" {} ", code(&word, KEY).to_uppercase());
    assert_eq!(check(&service, id, &spelled).await.unwrap(), ReceiptResult::Complete);
    let lines = events(&service, &key).await.len();
    // Not compared any more.
    assert_eq!(check(&service, id, &code(&word, OTHER)).await.unwrap(), ReceiptResult::Complete);
    assert_eq!(events(&service, &key).await.len(), lines);
    let line = HistoryEvent::ReceiptChecked { result: ReceiptResult::Complete };
    assert_eq!(events(&service, &key).await[0], line);

    let typed = service.hand_overs.check_receipt(id, "12345", &no_progress()).await.unwrap();
    assert_eq!(typed, ReceiptCheck::NotACode);
    let words: Vec<String> = [start(&service, &key).await, start(&service, &key).await]
        .map(|hand_over| hand_over.word)
        .into();
    assert!(words[0] != words[1] && words[0] != word);
}

#[tokio::test]
async fn a_locked_keychain_gives_nothing_and_notes_nothing() {
    let env = TestEnv::new().await;
    let service = env.service();
    let key = added(&service, KEY).await;
    let started = start(&service, &key).await;
    let id = started.id;
    let lines = events(&service, &key).await.len();
    env.keychain.set(Mood::Locked);
    let public_key = x25519::Identity::generate().to_public().to_string();
    let failures = [
        service.hand_overs.seal(id, &public_key, &no_progress()).await.unwrap_err(),
        service.hand_overs.seal_with_passphrase(id, &no_progress()).await.unwrap_err(),
        file(&service, id, HandOverFile::Env, true).await.unwrap_err(),
        check(&service, id, &code(&started.word, KEY)).await.unwrap_err(),
    ];
    assert_eq!(failures, [(); 4].map(|()| Failure::KeychainLocked));
    assert_eq!(service.hand_overs.get(id).await.unwrap(), started);
    assert_eq!(events(&service, &key).await.len(), lines);
    // Files without the key need no keychain.
    assert!(file(&service, id, HandOverFile::Env, false).await.unwrap().is_ok());

    env.keychain.set(Mood::Well);
    let arrived = check(&service, id, &code(&started.word, KEY)).await.unwrap();
    assert_eq!(arrived, ReceiptResult::Complete);
}

#[tokio::test]
async fn other_keys_that_the_keychain_does_not_give_are_left_out() {
    let env = TestEnv::new().await;
    let service = env.service();
    let (key, lost) = (added(&service, KEY).await, added(&service, OTHER).await);
    let third = added(&service, THIRD).await;
    let HandOver { id, word, .. } = start(&service, &key).await;
    env.keychain.lose(SERVICE, lost.as_str());
    let result = check(&service, id, &code(&word, OTHER)).await.unwrap();
    assert_eq!(result, ReceiptResult::Unknown);
    let is_third = ReceiptResult::OtherKey { key: third, last_four: "3210".to_owned() };
    assert_eq!(check(&service, id, &code(&word, THIRD)).await.unwrap(), is_third);
    assert_eq!(env.keychain.prompts(), 0);
}
