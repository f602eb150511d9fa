//! The contract of Nova Post over real HTTP: core's client against the practice server. Both were written from
//! the documentation and share no code.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use keydesk_core::clock::{Clock, SystemClock};
use keydesk_core::model::Failure;
use keydesk_core::nova_post::{BaseUrl, NovaPost, Sandbox, TestKey};
use keydesk_core::phone::{self, SandboxDigits, Verdict};
use keydesk_core::secret::{ApiKey, Jwt};
use keydesk_core::token::{Claims, Lifetime};
use keydesk_practice::{Options, Practice, phone_book};

/// A practice server, and the client that calls it.
struct Contract {
    sandbox: Sandbox,
    _practice: Practice,
}

impl Contract {
    async fn begin() -> Self {
        let practice = Practice::start(Options::default()).await.unwrap();
        let base = BaseUrl::parse(&practice.base_url()).unwrap();
        let sandbox = Sandbox::new(base, Arc::new(SystemClock::default())).unwrap();
        Self { sandbox, _practice: practice }
    }

    async fn key_of(&self, number: &str) -> TestKey {
        self.sandbox.create_test_key(&digits(number)).await.unwrap().value
    }

    fn nova_post(&self) -> &NovaPost {
        self.sandbox.nova_post()
    }
}

fn digits(number: &str) -> SandboxDigits {
    match phone::check(number, None) {
        Verdict::Ready { number } | Verdict::Unassigned { number } => number.digits,
        verdict => panic!("{number}: {verdict:?}"),
    }
}

fn now() -> DateTime<Utc> {
    SystemClock::default().now()
}

fn code_of(failure: &Failure) -> String {
    serde_json::to_value(failure).unwrap()["code"].as_str().unwrap().to_owned()
}

fn days_between(from: DateTime<Utc>, to: DateTime<Utc>) -> i64 {
    (to - from).num_days()
}

/// Requests a key for every number of the phone book at the same time, because some answers take long.
#[tokio::test]
async fn every_number_of_the_phone_book_is_answered_as_the_book_says() {
    let contract = Contract::begin().await;
    let mut asked = tokio::task::JoinSet::new();
    for entry in phone_book() {
        let sandbox = contract.sandbox.clone();
        asked.spawn(async move {
            let answer = sandbox.create_test_key(&digits(entry.digits)).await;
            (entry.digits, answer.map_or_else(|failure| code_of(&failure), |_| "key".to_owned()))
        });
    }
    let codes: BTreeMap<&str, String> = asked.join_all().await.into_iter().collect();
    let expected = [
        ("491713920010", "key"),
        ("491713920011", "key"),
        ("491713920012", "key"),
        ("491713920029", "daily_limit"),
        ("491713920040", "phone_invalid"),
        ("491713920044", "client_not_found"),
        ("491713920049", "several_clients"),
        ("491713920050", "service_error"),
        ("491713920053", "service_unavailable"),
        ("491713920060", "timed_out"),
        ("491713920061", "network_page"),
        ("491713920062", "answer_unreadable"),
        ("491713920063", "unreachable"),
        ("491713920070", "key"),
        ("491713920071", "key"),
        ("491713920072", "key"),
        ("491713920073", "key"),
        ("491713920074", "key"),
        ("491713920075", "key"),
        ("491713920076", "key"),
        ("491713920077", "key"),
        ("498213437654", "key"),
    ];
    assert_eq!(codes, expected.map(|(digits, code)| (digits, code.to_owned())).into());
}

#[tokio::test]
async fn a_number_in_no_book_is_not_registered() {
    let contract = Contract::begin().await;
    let failure = contract.sandbox.create_test_key(&digits("4915112345678")).await.unwrap_err();
    assert_eq!(failure, Failure::ClientNotFound);
}

#[tokio::test]
async fn a_new_key_is_active_for_about_a_year() {
    let key = Contract::begin().await.key_of("498213437654").await;
    assert!(key.active);
    assert_eq!(days_between(key.created_at, now()), 0);
    assert!((364..=366).contains(&days_between(now(), key.valid_until)), "{}", key.valid_until);
}

#[tokio::test]
async fn asked_again_on_the_same_day_the_same_key_comes_back() {
    let contract = Contract::begin().await;
    let first = contract.key_of("498213437654").await;
    let second = contract.key_of("498213437654").await;
    assert!(second.key.same_as(&first.key));
    assert_eq!(second.valid_until, first.valid_until);
}

#[tokio::test]
async fn an_active_key_of_another_day_is_prolonged_by_a_year() {
    let key = Contract::begin().await.key_of("491713920010").await;
    assert_eq!(days_between(key.created_at, now()), 40);
    let lifetime = days_between(key.created_at, key.valid_until);
    assert!((729..=732).contains(&lifetime), "{lifetime} days");
}

#[tokio::test]
async fn an_expired_key_is_reactivated() {
    let key = Contract::begin().await.key_of("491713920011").await;
    assert!(key.active && key.valid_until > now());
    assert!(days_between(key.created_at, now()) > 365, "{}", key.created_at);
}

#[tokio::test]
async fn a_key_that_was_cleaned_up_is_created_again() {
    let key = Contract::begin().await.key_of("491713920012").await;
    assert_eq!(days_between(key.created_at, now()), 0);
}

#[tokio::test]
async fn a_lost_answer_can_be_asked_for_again() {
    let contract = Contract::begin().await;
    let number = digits("491713920063");
    let lost = contract.sandbox.create_test_key(&number).await.unwrap_err();
    assert_eq!(lost, Failure::Unreachable);
    assert!(contract.sandbox.create_test_key(&number).await.unwrap().value.active);
}

#[tokio::test]
async fn a_key_gives_a_token_of_an_hour_that_works() {
    let contract = Contract::begin().await;
    let key = contract.key_of("498213437654").await.key;
    let token = contract.nova_post().authorize(&key).await.unwrap();
    assert_lives(&token.value, token.server_time, 3_600);
    let currencies = contract.nova_post().count_currencies(&token.value).await.unwrap();
    assert!(currencies.value > 0);
}

#[tokio::test]
async fn the_tokens_of_one_number_live_two_minutes() {
    let contract = Contract::begin().await;
    let key = contract.key_of("491713920071").await.key;
    let token = contract.nova_post().authorize(&key).await.unwrap();
    assert_lives(&token.value, token.server_time, 120);
}

#[tokio::test]
async fn a_server_whose_clock_is_two_hours_ahead_shows_it() {
    let contract = Contract::begin().await;
    let answered = contract.sandbox.create_test_key(&digits("491713920072")).await.unwrap();
    let ahead = answered.server_time.unwrap() - now();
    assert!((ahead - TimeDelta::hours(2)).abs() < TimeDelta::minutes(1), "{ahead}");
    let token = contract.nova_post().authorize(&answered.value.key).await.unwrap();
    assert_lives(&token.value, token.server_time, 3_600);
}

#[tokio::test]
async fn a_key_can_be_given_and_yet_refused() {
    let contract = Contract::begin().await;
    let key = contract.key_of("491713920070").await.key;
    let refused = contract.nova_post().authorize(&key).await.unwrap_err();
    assert_eq!(refused, Failure::KeyRefused);
}

#[tokio::test]
async fn a_key_can_be_good_and_yet_get_no_token() {
    let contract = Contract::begin().await;
    for (number, code) in [
        ("491713920073", "access_forbidden"),
        ("491713920074", "too_many_tokens"),
        ("491713920075", "service_unavailable"),
    ] {
        let key = contract.key_of(number).await.key;
        let refused = contract.nova_post().authorize(&key).await.unwrap_err();
        assert_eq!(code_of(&refused), code);
    }
}

#[tokio::test]
async fn a_token_can_be_good_and_yet_get_no_list() {
    let contract = Contract::begin().await;
    for (number, code) in
        [("491713920076", "answer_unreadable"), ("491713920077", "service_unavailable")]
    {
        let key = contract.key_of(number).await.key;
        let token = contract.nova_post().authorize(&key).await.unwrap();
        let refused = contract.nova_post().count_currencies(&token.value).await.unwrap_err();
        assert_eq!(code_of(&refused), code);
    }
}

#[tokio::test]
async fn what_nova_post_never_gave_is_refused() {
    let contract = Contract::begin().await;
    let key = ApiKey::new("0123456789abcdef0123456789abcdef01234567".to_owned()).unwrap();
    let refused = contract.nova_post().authorize(&key).await.unwrap_err();
    assert_eq!(refused, Failure::KeyRefused);

    let token = Jwt::new("eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmF0dXJl".to_owned()).unwrap();
    let refused = contract.nova_post().count_currencies(&token).await.unwrap_err();
    assert_eq!(refused, Failure::KeyRefused);
}

/// A token that has just come lives this many seconds, give or take one by the server's clock.
fn assert_lives(token: &Jwt, server_time: Option<DateTime<Utc>>, seconds: u64) {
    let claims = Claims::read(token);
    let clock = SystemClock::default();
    let lifetime = Lifetime::new(&claims, server_time, &clock);
    assert!(!lifetime.assumed);
    assert_eq!(lifetime.total, Duration::from_secs(seconds));
    let left = lifetime.left_at_receipt.as_secs();
    assert!((seconds - 2..=seconds).contains(&left), "{left} s");
}
