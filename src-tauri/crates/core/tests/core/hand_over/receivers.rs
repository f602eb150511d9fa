//! What each receiver needs.

use std::fs;
use std::path::Path;

use keydesk_core::model::{ApiEnvironment, FieldValue, Receiver};

use super::info;

#[test]
fn every_receiver_has_a_key_a_source_and_a_month() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let sources = fs::read_to_string(folder.join("../../../docs/sources.md")).unwrap();
    for receiver in Receiver::ALL {
        let info = info(receiver);
        assert_eq!(info.receiver, receiver);
        assert!(!info.environments.is_empty(), "{receiver:?}");
        let keys = info.fields.iter().filter(|field| field.value == FieldValue::ApiKey).count();
        assert_eq!(keys, 1, "{receiver:?}");
        let id = info.source.split(':').next().unwrap();
        assert!(sources.contains(&format!("\n| {id} |")), "{id} is not in docs/sources.md");
        let (year, month) = info.checked.split_once('-').unwrap();
        assert!(year.parse::<u16>().unwrap() >= 2026, "{receiver:?}: {}", info.checked);
        assert!((1..=12).contains(&month.parse::<u8>().unwrap()), "{receiver:?}");
    }
    let files = fs::read_dir(folder.join("receivers")).unwrap().count();
    assert_eq!(files, Receiver::ALL.len(), "files that no receiver has");
}

#[test]
fn shopify_takes_only_keys_of_production() {
    assert_eq!(info(Receiver::Shopify).environments, [ApiEnvironment::Production]);
}

#[test]
fn the_sdk_is_told_the_environment_in_its_own_words() {
    let info = info(Receiver::Sdk);
    let field = &info.fields[1];
    assert_eq!(field.name.as_deref(), Some("USE_SANDBOX"));
    let (sandbox, production) = ("true".to_owned(), "0".to_owned());
    assert_eq!(field.value, FieldValue::Environment { sandbox, production });
}
