//! The newest shipment and the webhooks of an account are asked for in the environment of the key.

use chrono::TimeDelta;

use keydesk_core::model::{Actor, ApiEnvironment, Failure, HistoryEvent, KeyId, no_progress};
use keydesk_core::nova_post::BaseUrl;
use keydesk_core::service::{
    NewExpiry, NewKey, NewestShipment, Rules, Service, ServiceConfig, Webhook, WebhookList,
};
use keydesk_practice::{Options, Practice};

use crate::support::test_env::{SERVICE, TestEnv, request};

const KEY: &str = "0123456789abcdef0123456789abcdef";
const UNKNOWN: &str = "fedcba9876543210fedcba9876543210";

/// A practice server with this production key.
async fn practice_with(key: &str, folder: &std::path::Path) -> Practice {
    let seed = folder.join("seed.json");
    let keys = serde_json::json!({
        "organizations": [{ "name": "Hanse Textil GmbH" }],
        "productionKeys": [{ "name": "Shop", "apiKey": key }],
    });
    std::fs::write(&seed, keys.to_string()).unwrap();
    Practice::start(Options { seed: Some(seed), ..Options::default() }).await.unwrap()
}

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

#[tokio::test]
async fn shipment_and_webhooks_are_those_of_the_keys_own_environment() {
    let env = TestEnv::new().await;
    let folder = tempfile::tempdir().unwrap();
    let practice = practice_with(KEY, folder.path()).await;
    let service = Service::new(ServiceConfig {
        store: env.store(),
        keychain: env.keychain.keychain(SERVICE),
        sandbox: BaseUrl::parse(&practice.base_url()).unwrap(),
        production: BaseUrl::parse(&practice.production_url()).unwrap(),
        ukraine: BaseUrl::parse(&practice.base_url()).unwrap(),
        clock: env.clock.clone(),
        rules: Rules::default(),
    });
    let test_key = request(&service, "498213437654").await.unwrap().key.id;
    let newest = service.shipments.newest(&test_key, &no_progress()).await;
    assert_eq!(newest.unwrap(), NewestShipment::None);

    let production = added(&service, KEY).await;
    for _token_is_there in [false, true] {
        let newest = service.shipments.newest(&production, &no_progress()).await.unwrap();
        let NewestShipment::On { at } = newest else { panic!("{newest:?}") };
        let age = env.now() - at;
        assert!((age - TimeDelta::days(3)).abs() < TimeDelta::hours(1), "{age}");
    }
    let history = service.register.history(&production).await.unwrap();
    let lines: Vec<_> = history.into_iter().map(|line| (line.actor, line.event)).collect();
    let by_app = (Actor::App, HistoryEvent::TokenReceived);
    assert_eq!(lines, [by_app, (Actor::Person, HistoryEvent::Added)]);

    let unknown = added(&service, UNKNOWN).await;
    let refused = service.shipments.newest(&unknown, &no_progress()).await.unwrap_err();
    assert_eq!(refused, Failure::KeyRefused);

    let none = service.webhooks.list(&test_key, &no_progress()).await.unwrap();
    assert_eq!(none, WebhookList { webhooks: vec![], has_more: false });
    let listed = service.webhooks.list(&production, &no_progress()).await.unwrap();
    let address = Some("https://shop.example/nova-post/tracking".to_owned());
    assert_eq!(listed.webhooks, [Webhook { address, is_active: Some(true) }]);
    let refused = service.webhooks.list(&unknown, &no_progress()).await.unwrap_err();
    assert_eq!(refused, Failure::KeyRefused);
}
