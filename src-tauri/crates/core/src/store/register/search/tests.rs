use super::super::tests::{Stored, days, key, now, query};
use super::super::{KeyRows, KeySets};
use super::*;
use crate::model::ApiEnvironment::{Production, Sandbox, Ukraine};
use crate::model::{CheckResult, KeyCheck, KeyId, KeyStatus};

/// Keys of each kind and status, with and without each date.
fn all_kinds() -> Vec<KeyRecord> {
    let mut keys = Vec::new();
    for environment in [Sandbox, Production, Ukraine] {
        for status in [
            KeyStatus::Active,
            KeyStatus::Expired,
            KeyStatus::Refused,
            KeyStatus::Deactivated,
            KeyStatus::Replaced,
        ] {
            for end in [None, Some(-40), Some(29), Some(31)] {
                for checked in [None, Some(-1), Some(-40)] {
                    let result = match status {
                        KeyStatus::Expired => CheckResult::Expired,
                        KeyStatus::Refused => CheckResult::Refused,
                        _ => CheckResult::Works,
                    };
                    let check = |ago| KeyCheck { at: days(ago), result };
                    keys.push(KeyRecord {
                        environment,
                        status,
                        created_at: end.and(checked).map(|ago| days(ago - 60)),
                        valid_until: end.map(days),
                        last_verified_at: checked.map(days),
                        last_check: checked.map(check),
                        ..key(if status == KeyStatus::Active { "Active" } else { "Web shop" })
                    });
                }
            }
        }
    }
    keys
}

fn day(of: DateTime<Utc>) -> Period {
    Period { from: of, until: of + chrono::TimeDelta::days(1) }
}

/// One word for each thing that a search can find, and words that several things have.
fn all_words() -> Vec<SearchWord> {
    let word = || SearchWord { text: "zz".to_owned(), ..SearchWord::default() };
    let mut all = vec![SearchWord { text: "web".to_owned(), ..word() }];
    all.extend(
        [Sandbox, Production, Ukraine]
            .map(|environment| SearchWord { environments: vec![environment], ..word() }),
    );
    all.extend(
        [
            KeyStanding::Active,
            KeyStanding::CheckDue,
            KeyStanding::Unchecked,
            KeyStanding::Expired,
            KeyStanding::Refused,
            KeyStanding::Deactivated,
            KeyStanding::Replaced,
        ]
        .map(|standing| SearchWord { standings: vec![standing], ..word() }),
    );
    all.extend(
        [
            KeyRemark::CreationUnknown,
            KeyRemark::EndUnknown,
            KeyRemark::NeverChecked,
            KeyRemark::Works,
            KeyRemark::NotAccepted,
            KeyRemark::Expired,
        ]
        .map(|remark| SearchWord { remarks: vec![remark], ..word() }),
    );
    let both = vec![day(days(-40)), day(days(29))];
    all.extend([
        SearchWord { days: vec![day(days(-61))], ..word() },
        SearchWord { days: both.clone(), ..word() },
        SearchWord { ends: both.clone(), ..word() },
        SearchWord { checks: both.clone(), ..word() },
        SearchWord {
            text: "active".to_owned(),
            standings: vec![KeyStanding::Refused],
            ends: both,
            ..word()
        },
    ]);
    all
}

fn ids(rows: KeyRows) -> Vec<KeyId> {
    let mut ids: Vec<KeyId> = rows.keys.into_iter().map(|key| key.id).collect();
    ids.sort_by(|left, right| left.as_str().cmp(right.as_str()));
    ids
}

#[tokio::test]
async fn the_store_finds_the_keys_that_have_all_words() {
    let keys = all_kinds();
    let stored = Stored::with(&keys).await;
    let words = all_words();
    for (first, one) in words.iter().enumerate() {
        for other in &words[first..] {
            let query = KeyQuery { search: vec![one.clone(), other.clone()], ..query("") };
            let mut expected: Vec<KeyId> = keys
                .iter()
                .filter(|key| is_found(&query, key, now(), false))
                .map(|key| key.id.clone())
                .collect();
            expected.sort_by(|left, right| left.as_str().cmp(right.as_str()));
            if one == other {
                assert!(!expected.is_empty() && expected.len() < keys.len(), "{one:?}");
            }
            assert_eq!(ids(stored.find(query).await), expected, "{one:?} {other:?}");
        }
    }
}

#[tokio::test]
async fn a_day_ends_before_the_next_one_begins() {
    let at = |name: &str, moment| KeyRecord { valid_until: Some(moment), ..key(name) };
    let second = chrono::TimeDelta::seconds(1);
    let stored = Stored::with(&[
        at("before", days(7) - second),
        at("first", days(7)),
        at("last", days(8) - chrono::TimeDelta::milliseconds(1)),
        at("after", days(8)),
    ])
    .await;
    let word = SearchWord { days: vec![day(days(7))], ..query("zz").search[0].clone() };
    let found = stored.find(KeyQuery { search: vec![word], ..query("") }).await;
    let mut names: Vec<&str> = found.keys.iter().map(|key| key.name.as_str()).collect();
    names.sort_unstable();
    assert_eq!(names, ["first", "last"]);
}

#[tokio::test]
async fn remarks_about_the_keychain_and_the_account_are_found() {
    let keys = [key("Lost"), key("Listed"), key("Other"), key("Plain")];
    let stored = Stored::with(&keys).await;
    let listed = "UPDATE keys SET had_secret = 0 WHERE name = 'Listed'";
    stored.store.connection.lock().unwrap().execute(listed, []).unwrap();
    // A key that was never here can't be lost.
    let lost = [keys[0].id.clone(), keys[1].id.clone()];
    stored.store.set_client(&keys[2].id, "their").await.unwrap();
    let other_accounts = [KeyAccount {
        environment: Production,
        client: "their".to_owned(),
        keys: 1,
        newest: keys[2].id.clone(),
    }];
    for (remark, expected) in [
        (KeyRemark::Lost, Some("Lost")),
        (KeyRemark::NeverHere, Some("Listed")),
        (KeyRemark::OtherAccount, Some("Other")),
        (KeyRemark::Unsaved, None),
    ] {
        let word = SearchWord { remarks: vec![remark], ..query("zz").search[0].clone() };
        let query = KeyQuery { search: vec![word], ..query("") };
        let sets = KeySets { lost: &lost, other_accounts: &other_accounts, except: &[] };
        let found = stored.store.find_keys(query.clone(), now(), sets).await.unwrap();
        let names: Vec<&str> = found.keys.iter().map(|key| key.name.as_str()).collect();
        assert_eq!(names, Vec::from_iter(expected), "{remark:?}");
        let without = stored.find(query).await;
        assert!(remark == KeyRemark::NeverHere || without.matching == 0, "{remark:?}");
    }
    let word = SearchWord { remarks: vec![KeyRemark::Unsaved], ..query("zz").search[0].clone() };
    let unsaved = KeyQuery { search: vec![word], ..query("") };
    assert!(
        is_found(&unsaved, &keys[0], now(), true) && !is_found(&unsaved, &keys[0], now(), false)
    );
}

#[tokio::test]
async fn the_list_tells_its_first_and_last_date() {
    let stored = Stored::with(&[key("")]).await;
    assert_eq!(stored.find(query("")).await.dates, None);
    let checked = KeyCheck { at: days(9), result: CheckResult::Works };
    let keys = [
        KeyRecord { created_at: Some(days(-3)), valid_until: Some(days(5)), ..key("") },
        KeyRecord { last_check: Some(checked), ..key("") },
    ];
    let stored = Stored::with(&keys).await;
    let dates = Some(Period { from: days(-3), until: days(9) });
    assert_eq!(stored.find(query("nothing has this")).await.dates, dates);
}
