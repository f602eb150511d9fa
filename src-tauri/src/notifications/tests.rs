use std::path::Path;
use std::sync::atomic::AtomicU32;

use keydesk_core::clock::{Clock, SetClock, SystemClock};
use keydesk_core::keychain::Keychain;
use keydesk_core::nova_post::BaseUrl;
use keydesk_core::service::{Rules, Service, ServiceConfig};
use rusqlite::Connection;

use super::fake_sender::FakeSender;
use super::*;

/// A service with a store that a test fills, and the notifications that it leads to.
struct TestEnv {
    service: Service,
    sender: Arc<FakeSender>,
    clock: Arc<SetClock>,
    store: std::path::PathBuf,
    pressed: Arc<AtomicU32>,
    _folder: tempfile::TempDir,
}

impl TestEnv {
    fn with(sender: FakeSender) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = folder.path().join("register.sqlite");
        let clock = Arc::new(SetClock::at(SystemClock::default().now()));
        Self {
            service: service(&store, Arc::clone(&clock)),
            sender: Arc::new(sender),
            clock,
            store,
            pressed: Arc::default(),
            _folder: folder,
        }
    }

    /// Looks in a mode, and returns what is shown.
    async fn look(&self, mode: Mode) -> Vec<Shown> {
        let settings = Settings { language: Some("en".to_owned()), ..Settings::default() };
        let pressed = Arc::clone(&self.pressed);
        let on_press: OnPress = Arc::new(move || {
            pressed.fetch_add(1, Ordering::Relaxed);
        });
        let sender: Arc<dyn Sender> = Arc::clone(&self.sender) as _;
        look(&self.service.keys, &settings, mode, sender, on_press).await.unwrap();
        if self.pressed.load(Ordering::Relaxed) == 0 {
            self.sender.press();
        }
        self.sender.take()
    }

    async fn titles(&self) -> Vec<String> {
        self.look(Mode::Live).await.into_iter().map(|shown| shown.title).collect()
    }

    /// Writes a checked production key into the store, which ends after so many days.
    async fn add_key(&self, id: &str, name: &str, days: i64) {
        // The tables exist once the store was used.
        self.service.keys.new_notices().await.unwrap();
        let now = self.clock.now();
        let end = now + chrono::TimeDelta::days(days);
        Connection::open(&self.store)
            .unwrap()
            .execute(
                "INSERT INTO keys (id, name, environment, last_four, status, valid_until,
                                   last_verified_at, added_at)
                 VALUES (?1, ?2, 'production', '4bf2', 'active', ?3, ?4, ?4)",
                (id, name, end.to_rfc3339(), now.to_rfc3339()),
            )
            .unwrap();
    }
}

fn service(store: &Path, clock: Arc<SetClock>) -> Service {
    let address = || BaseUrl::parse("http://127.0.0.1:9/").unwrap();
    Service::new(ServiceConfig {
        store: store.to_owned(),
        // Nothing here opens it.
        keychain: Keychain::of_this_computer("Key Desk tests of notifications"),
        sandbox: address(),
        production: address(),
        ukraine: address(),
        clock,
        rules: Rules::default(),
    })
}

#[tokio::test]
async fn each_stage_of_a_key_is_told_once_also_after_a_restart() {
    let mut env = TestEnv::with(FakeSender::default());
    env.add_key("k", "Web shop", 20).await;
    assert_eq!(env.titles().await, ["Expires within 30 days: Web shop"]);
    for (days, expected) in [
        (0, None),
        (12, None),
        (1, Some("Expires within 7 days: Web shop")),
        (3, None),
        (3, Some("Expires tomorrow: Web shop")),
        (1, Some("Expires today: Web shop")),
        (1, Some("Expired: Web shop")),
        (300, None),
    ] {
        env.clock.pass(Duration::from_secs(days * 86_400));
        env.service = service(&env.store, Arc::clone(&env.clock));
        let expected: Vec<&str> = expected.into_iter().collect();
        assert_eq!(env.titles().await, expected, "{days} days later");
    }
}

#[tokio::test]
async fn many_things_are_one_notification() {
    let env = TestEnv::with(FakeSender::default());
    for number in 0..3 {
        env.add_key(&format!("k{number}"), "", 5).await;
    }
    assert_eq!(env.titles().await, ["Expires within 7 days: …4bf2"; 3]);
    for number in 3..7 {
        env.add_key(&format!("k{number}"), "", 5).await;
    }
    assert_eq!(env.titles().await, ["Things to do: 4"]);
    assert_eq!(env.titles().await, Vec::<String>::new());
}

#[tokio::test]
async fn what_the_system_did_not_show_is_shown_later() {
    let env = TestEnv::with(FakeSender::refusing());
    env.add_key("k", "Web shop", 1).await;
    assert_eq!(env.titles().await, Vec::<String>::new());
    let env = TestEnv { sender: Arc::default(), ..env };
    assert_eq!(env.titles().await, ["Expires tomorrow: Web shop"]);
}

#[tokio::test]
async fn a_notification_of_practice_says_so_and_a_press_is_heard() {
    let env = TestEnv::with(FakeSender::default());
    env.add_key("k", "<b>Shop</b>", 1).await;
    let shown = env.look(Mode::Practice).await;
    assert_eq!(
        shown,
        [Shown {
            title: "Expires tomorrow: <b>Shop</b>".to_owned(),
            body: "PRACTICE · Key Desk".to_owned(),
            open: "Open Key Desk".to_owned(),
        }]
    );
    assert_eq!(env.pressed.load(Ordering::Relaxed), 1);
    env.add_key("m", "Stall", 1).await;
    assert_eq!(env.look(Mode::Live).await[0].body, "Key Desk");
}

#[test]
fn every_text_is_in_every_catalog() {
    let name = || "Web shop".to_owned();
    let mut said = std::collections::HashSet::new();
    for language in ["en", "uk"] {
        let settings = Settings { language: Some(language.to_owned()), ..Settings::default() };
        let sentences = Sentences::of(&settings);
        for text in [
            NoticeText::ExpiresWithinMonth(name()),
            NoticeText::ExpiresWithinWeek(name()),
            NoticeText::ExpiresTomorrow(name()),
            NoticeText::ExpiresToday(name()),
            NoticeText::Expired(name()),
            NoticeText::ExpiryPassed(name()),
            NoticeText::ExtendSoon(name()),
            NoticeText::Refused(name()),
            NoticeText::AskAgain,
            NoticeText::NoAnswer,
            NoticeText::ReviewDue,
        ] {
            let title = title(&text, &sentences).unwrap();
            assert!(!title.starts_with("notify-"), "{title}");
            assert!(said.insert(title.clone()), "said twice: {title}");
        }
    }
}
