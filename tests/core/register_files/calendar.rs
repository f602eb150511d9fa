//! The calendar file, and the next one after a change.

use keydesk_core::model::KeyStatus;
use keydesk_core::service::{CalendarTexts, EventText, Service};
use keydesk_core::store::Store;

use super::{import, records};
use crate::support::test_env::{TestEnv, request};

pub(super) const LIST: &str = "Name;Environment;Last four;Expires\n\
    Shop;Production;4bf2;27.08.2030\n\
    Lager, Süd;UA;77aa;28.08.2030\n\
    +48 601 234 567;Production;0c11;29.08.2030\n\
    Undated;Production;9911;\n";

pub(super) async fn calendar(service: &Service) -> String {
    let keys = service.register_files.calendar_keys().await.unwrap();
    let events = keys.into_iter().map(|key| EventText {
        title: format!("Key expires: {}", key.name),
        description: "Line one\nline two".to_owned(),
        key,
    });
    let texts = CalendarTexts {
        name: "Keys".to_owned(),
        cancelled: "No longer needed".to_owned(),
        events: events.collect(),
    };
    service.register_files.calendar(texts).await.unwrap().replace("\r\n ", "")
}

/// The lines of the event that has this text.
fn event<'a>(calendar: &'a str, text: &str) -> Vec<&'a str> {
    let events = calendar.split("BEGIN:VEVENT").skip(1);
    let found = events.into_iter().find(|event| event.contains(text));
    found.unwrap_or_else(|| panic!("{text} is not in {calendar}")).lines().collect()
}

#[tokio::test]
async fn each_key_that_expires_has_an_event_with_three_alarms() {
    let env = TestEnv::new().await;
    let service = env.service();
    import(&service, LIST).await;
    let calendar = calendar(&service).await;
    assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 3);
    assert!(!calendar.contains("Undated") && !calendar.contains("601"), "{calendar}");
    let shop = event(&calendar, "Key expires: Shop");
    let id = &records(&env).await[2].id;
    for line in [
        "DTSTART;VALUE=DATE:20300827".to_owned(),
        format!("UID:{id}@keydesk"),
        "SEQUENCE:0".to_owned(),
        "STATUS:CONFIRMED".to_owned(),
        "TRIGGER:-P30D".to_owned(),
        "TRIGGER:-P7D".to_owned(),
        "TRIGGER:-P1D".to_owned(),
        "ACTION:DISPLAY".to_owned(),
    ] {
        assert!(shop.contains(&line.as_str()), "{line} is not in {shop:?}");
    }
    assert!(calendar.contains("SUMMARY:Key expires: Lager\\, Süd"), "{calendar}");
}

#[tokio::test]
async fn a_later_file_updates_and_cancels_the_events_of_an_earlier_one() {
    let env = TestEnv::new().await;
    let service = env.service();
    import(&service, LIST).await;
    let first = calendar(&service).await;
    env.clock.pass(std::time::Duration::from_hours(24));
    let same = calendar(&service).await;
    assert!(event(&same, "Shop").contains(&"SEQUENCE:0"));
    let changed = "Name;Environment;Last four;Expires\nShop;Production;4bf2;01.09.2030\n";
    import(&service, changed).await;
    let south = records(&env).await.into_iter().find(|key| key.name.starts_with("Lager")).unwrap();
    let store = Store::open(&env.store()).unwrap();
    store.set_status(&south.id, KeyStatus::Replaced).await.unwrap();
    let next = calendar(&service).await;
    let shop = event(&next, "Shop");
    assert!(
        shop.contains(&"SEQUENCE:1") && shop.contains(&"DTSTART;VALUE=DATE:20300901"),
        "{shop:?}"
    );
    let uid =
        |lines: &[&str]| lines.iter().find(|line| line.starts_with("UID")).unwrap().to_string();
    assert_eq!(uid(&shop), uid(&event(&first, "Shop")));
    let gone = event(&next, south.id.as_str());
    for line in ["STATUS:CANCELLED", "SEQUENCE:1", "SUMMARY:No longer needed"] {
        assert!(gone.contains(&line), "{line} is not in {gone:?}");
    }
    assert!(!next.contains("Lager"), "the name of a key without an event is kept: {next}");
    // It stays cancelled, and does not change any more.
    let later = calendar(&service).await;
    assert!(event(&later, south.id.as_str()).contains(&"SEQUENCE:1"));
}

#[tokio::test]
async fn the_calendar_has_no_secret_and_no_phone_number() {
    let env = TestEnv::new().await;
    let service = env.service();
    let key = request(&service, "498213437654").await.unwrap().key;
    let secret =
        service.keys.secret_of(&key.id, &keydesk_core::model::no_progress()).await.unwrap();
    let calendar = calendar(&service).await;
    assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 1);
    assert!(!calendar.contains(secret.expose()));
    let digits: String = calendar.chars().filter(char::is_ascii_digit).collect();
    assert!(!digits.contains("498213437654"));
}
