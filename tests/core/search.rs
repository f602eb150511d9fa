//! The search in the list of keys: what the window says of a word, together with the texts of the keys.

use chrono::{DateTime, TimeDelta, Utc};

use keydesk_core::model::{
    ApiEnvironment, Failure, KeyQuery, KeyRemark, KeyStanding, KeysView, Period, SearchWord,
    no_progress,
};
use keydesk_core::service::{KeyPage, NewExpiry, NewKey, Service};

use crate::support::fake_keychain::Mood;
use crate::support::test_env::{TestEnv, request};

const KEY: &str = "0123456789abcdef0123456789abcdef";
const NUMBERS: [&str; 2] = ["498213437654", "491713920010"];

fn word(text: &str) -> SearchWord {
    SearchWord { text: text.to_owned(), ..SearchWord::default() }
}

async fn find(service: &Service, search: &[SearchWord]) -> KeyPage {
    let view = KeysView::default();
    let query = KeyQuery { view, search: search.to_vec(), offset: 0, limit: 100 };
    service.register.find(query).await.unwrap()
}

async fn names(service: &Service, search: &[SearchWord]) -> Vec<String> {
    let mut names: Vec<String> =
        find(service, search).await.keys.into_iter().map(|key| key.name).collect();
    names.sort();
    names
}

/// Adds a production key. Returns the failure of a keychain that does not save it.
async fn add(service: &Service, name: &str, ends: DateTime<Utc>) -> Result<(), Failure> {
    service.import.check(Some(KEY.to_owned().into())).await.unwrap();
    let about = NewKey {
        name: name.to_owned(),
        environment: ApiEnvironment::Production,
        organizations: Some(vec!["ТОВ «Склад»".to_owned()]),
        holder: Some("Olena".to_owned()),
        expiry: NewExpiry::On { end: ends },
        run: None,
        second_look: false,
        record: None,
    };
    service.import.confirm(about, &no_progress()).await.map(drop)
}

fn day(moment: DateTime<Utc>) -> Period {
    Period { from: moment - TimeDelta::hours(12), until: moment + TimeDelta::hours(12) }
}

/// Words as the window sends them, each with what it means.
fn meanings(ends: DateTime<Utc>) -> [(SearchWord, bool); 8] {
    let production = vec![ApiEnvironment::Production];
    let unchecked = vec![KeyStanding::Unchecked];
    [
        (SearchWord { environments: production, ..word("робочий") }, true),
        (SearchWord { environments: vec![ApiEnvironment::Ukraine], ..word("україна") }, false),
        (SearchWord { standings: unchecked, ..word("перевірено") }, true),
        (SearchWord { standings: vec![KeyStanding::Active], ..word("діє") }, false),
        (SearchWord { remarks: vec![KeyRemark::NeverChecked], ..word("never") }, true),
        (SearchWord { days: vec![day(ends)], ..word("серп") }, true),
        (SearchWord { ends: vec![day(ends)], ..word("22") }, true),
        (SearchWord { days: vec![day(ends + TimeDelta::days(2))], ..word("серп") }, false),
    ]
}

#[tokio::test]
async fn a_key_is_found_by_what_the_window_says_of_a_word_saved_or_not() {
    let env = TestEnv::new().await;
    let service = env.service();
    let ends = env.now() + TimeDelta::days(22);
    env.keychain.set(Mood::Locked);
    add(&service, "Test bench", ends).await.unwrap_err();
    for is_saved in [false, true] {
        for (meaning, is_found) in meanings(ends) {
            let expected = usize::from(is_found);
            let both = [word("склад"), meaning.clone()];
            assert_eq!(find(&service, &both).await.matching, expected, "{is_saved} {meaning:?}");
            let neither = [word("nobody"), meaning];
            assert_eq!(find(&service, &neither).await.matching, 0);
        }
        let unsaved = SearchWord { remarks: vec![KeyRemark::Unsaved], ..word("saved") };
        assert_eq!(find(&service, &[unsaved]).await.matching, usize::from(!is_saved));
        if !is_saved {
            env.keychain.set(Mood::Well);
            let id = find(&service, &[]).await.keys[0].id.clone();
            service.keys.save_again(&id, &no_progress()).await.unwrap();
        }
    }
}

#[tokio::test]
async fn a_word_finds_a_kind_and_a_name() {
    let env = TestEnv::new().await;
    let service = env.service();
    request(&service, NUMBERS[0]).await.unwrap();
    add(&service, "Test bench", env.now() + TimeDelta::days(22)).await.unwrap();
    let test = SearchWord { environments: vec![ApiEnvironment::Sandbox], ..word("TEST") };
    assert_eq!(names(&service, std::slice::from_ref(&test)).await, ["", "Test bench"]);
    assert_eq!(names(&service, &[test, word("bench")]).await, ["Test bench"]);
    assert_eq!(names(&service, &[word("test")]).await, ["Test bench"]);
}

#[tokio::test]
async fn keys_of_another_account_are_found_by_that() {
    let env = TestEnv::new().await;
    let service = env.service();
    for number in NUMBERS {
        let id = request(&service, number).await.unwrap().key.id;
        service.checks.check(&id, &no_progress()).await.unwrap();
        let other = SearchWord { remarks: vec![KeyRemark::OtherAccount], ..word("account") };
        let found = find(&service, &[other]).await;
        // There is no other account before the second key.
        assert_eq!(found.matching, if number == NUMBERS[0] { 0 } else { 2 });
        assert!(found.keys.iter().all(|key| key.other_account.is_some()));
    }
}
