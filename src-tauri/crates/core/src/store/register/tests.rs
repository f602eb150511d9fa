use chrono::{DateTime, TimeDelta, Utc};

use super::*;
use crate::model::ApiEnvironment::{Production, Sandbox, Ukraine};
use crate::model::{
    CheckResult, ENDS_SOON, KeyCheck, KeyDetails, KeyStanding, KeyStatus, KeysView, Place,
    PlaceKind, SearchWord, StatusFilter,
};

pub(super) fn now() -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + TimeDelta::days(20_000)
}

pub(super) fn days(days: i64) -> DateTime<Utc> {
    now() + TimeDelta::days(days)
}

pub(super) fn key(name: &str) -> KeyRecord {
    KeyRecord {
        name: name.to_owned(),
        ..KeyRecord::new(KeyId::random(), Production, "4bf2".to_owned(), now())
    }
}

pub(super) fn query(search: &str) -> KeyQuery {
    let word = |text: &str| SearchWord { text: text.to_owned(), ..SearchWord::default() };
    let search = search.split_whitespace().map(word).collect();
    KeyQuery { view: KeysView::default(), search, offset: 0, limit: 1_000 }
}

pub(super) struct Stored {
    pub(super) store: Store,
    _folder: tempfile::TempDir,
}

impl Stored {
    pub(super) async fn with(keys: &[KeyRecord]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("register.sqlite")).unwrap();
        for key in keys {
            store.record(key.clone(), None, now()).await.unwrap();
        }
        Self { store, _folder: folder }
    }

    pub(super) async fn find(&self, query: KeyQuery) -> KeyRows {
        self.store.find_keys(query, now(), KeySets::default()).await.unwrap()
    }

    async fn names(&self, query: KeyQuery) -> Vec<String> {
        self.find(query).await.keys.into_iter().map(|key| key.name).collect()
    }
}

#[tokio::test]
async fn a_search_looks_into_all_that_is_known_of_a_key() {
    let stored = Stored::with(&[key("Інтернет-магазин"), key("Other")]).await;
    let id = stored.find(query("магазин")).await.keys[0].id.clone();
    let details = KeyDetails {
        name: "Інтернет-магазин".to_owned(),
        holder: "Müller".to_owned(),
        notes: "asked by Zażółć".to_owned(),
        organizations: vec!["ТОВ «Ґанок»".to_owned()],
        places: vec![Place { kind: PlaceKind::Person, name: "Їжак".to_owned() }],
    };
    assert!(stored.store.change_details(&id, details, now()).await.unwrap());
    for found in ["ІНТЕРНЕТ", "muller", "zazolc", "ґАНОК", "їжак", "4BF2 магазин müller"]
    {
        assert_eq!(
            stored.find(query(found)).await.matching,
            1 + usize::from(found == "4BF2"),
            "{found}"
        );
    }
    assert_eq!(stored.find(query("nobody")).await.matching, 0);
    assert_eq!(stored.find(query("")).await.total, 2);
}

#[tokio::test]
async fn a_search_finds_a_key_by_its_new_text_and_no_longer_by_the_old_one() {
    let stored = Stored::with(&[key("Before")]).await;
    let found = stored.find(query("before")).await;
    let details = KeyDetails {
        name: "After".to_owned(),
        holder: String::new(),
        notes: String::new(),
        organizations: Vec::new(),
        places: Vec::new(),
    };
    stored.store.change_details(&found.keys[0].id, details, now()).await.unwrap();
    assert_eq!(stored.find(query("before")).await.matching, 0);
    assert_eq!(stored.find(query("after")).await.matching, 1);
}

#[tokio::test]
async fn the_list_is_sorted_and_keys_without_a_value_come_last() {
    let with = |name: &str, end: Option<i64>| KeyRecord { valid_until: end.map(days), ..key(name) };
    let stored = Stored::with(&[
        with("Юг", Some(5)),
        with("", None),
        with("Іра", Some(3)),
        with("abc", None),
    ])
    .await;
    let by = |sort, descending| KeyQuery {
        view: KeysView { sort, descending, ..KeysView::default() },
        ..query("")
    };
    assert_eq!(stored.names(by(KeySort::Name, false)).await, ["abc", "Іра", "Юг", ""]);
    assert_eq!(stored.names(by(KeySort::Name, true)).await, ["", "Юг", "Іра", "abc"]);
    assert_eq!(stored.names(by(KeySort::Expires, false)).await, ["Іра", "Юг", "", "abc"]);
    assert_eq!(stored.names(by(KeySort::Expires, true)).await[..2], ["Юг", "Іра"]);
}

#[tokio::test]
async fn every_key_is_in_one_part_of_the_list_whatever_it_is_sorted_by() {
    let keys: Vec<KeyRecord> = (0..23).map(|number| key(&format!("Key {number}"))).collect();
    let stored = Stored::with(&keys).await;
    for sort in
        [KeySort::Name, KeySort::Expires, KeySort::LastChecked, KeySort::Created, KeySort::Added]
    {
        for (descending, search) in [(false, ""), (true, ""), (false, "key"), (true, "key")] {
            let mut seen = Vec::new();
            for offset in [0, 10, 20] {
                let view = KeysView { sort, descending, ..KeysView::default() };
                let part = stored.find(KeyQuery { view, offset, limit: 10, ..query(search) }).await;
                assert_eq!((part.total, part.matching), (23, 23));
                seen.extend(part.keys.into_iter().map(|key| key.name));
            }
            seen.sort();
            seen.dedup();
            assert_eq!(seen.len(), 23, "{sort:?} {descending}");
        }
    }
}

#[tokio::test]
async fn an_unfiltered_list_is_read_along_an_index() {
    let stored = Stored::with(&[]).await;
    let connection = stored.store.connection.lock().unwrap();
    for sort in
        [KeySort::Name, KeySort::Expires, KeySort::LastChecked, KeySort::Created, KeySort::Added]
    {
        for descending in [false, true] {
            let sql = format!(
                "EXPLAIN QUERY PLAN SELECT * FROM keys {} LIMIT 25",
                order(sort, descending)
            );
            let plan: Vec<String> = connection
                .prepare(&sql)
                .unwrap()
                .query_map([], |row| row.get("detail"))
                .unwrap()
                .map(Result::unwrap)
                .collect();
            assert!(plan.iter().all(|step| !step.contains("TEMP B-TREE")), "{sql}: {plan:?}");
        }
    }
}

#[tokio::test]
async fn filters_have_the_rule_of_the_status_that_is_shown() {
    let mut keys = Vec::new();
    for environment in [Sandbox, Production, Ukraine] {
        for status in [
            KeyStatus::Active,
            KeyStatus::Expired,
            KeyStatus::Refused,
            KeyStatus::Deactivated,
            KeyStatus::Replaced,
        ] {
            for end in [None, Some(-1), Some(29), Some(31)] {
                for verified in [None, Some(-29), Some(-31)] {
                    keys.push(KeyRecord {
                        environment,
                        status,
                        valid_until: end.map(days),
                        last_verified_at: verified.map(days),
                        ..key("")
                    });
                }
            }
        }
    }
    let stored = Stored::with(&keys).await;
    for status in [
        StatusFilter::ToDo,
        StatusFilter::Active,
        StatusFilter::NotChecked,
        StatusFilter::Expired,
        StatusFilter::Refused,
        StatusFilter::Deactivated,
        StatusFilter::Replaced,
    ] {
        let view = KeysView { status: Some(status), ..KeysView::default() };
        let query = KeyQuery { view, ..query("") };
        let mut found: Vec<KeyId> =
            stored.find(query.clone()).await.keys.into_iter().map(|key| key.id).collect();
        let expected = keys.iter().filter(|key| conditions::has_status(status, key, now()));
        let mut expected: Vec<KeyId> = expected.map(|key| key.id.clone()).collect();
        assert!(!expected.is_empty() && expected.len() < keys.len());
        found.sort_by(|left, right| left.as_str().cmp(right.as_str()));
        expected.sort_by(|left, right| left.as_str().cmp(right.as_str()));
        assert_eq!(found, expected, "{status:?}");
    }
}

#[test]
fn only_a_key_that_was_checked_lately_is_active() {
    let checked =
        |ago: Option<i64>| KeyRecord { last_verified_at: ago.map(|ago| days(-ago)), ..key("") };
    assert_eq!(KeyStanding::of(&checked(Some(30)), now()), KeyStanding::Active);
    assert_eq!(KeyStanding::of(&checked(Some(31)), now()), KeyStanding::CheckDue);
    assert_eq!(KeyStanding::of(&checked(None), now()), KeyStanding::Unchecked);
    let ended = KeyRecord { valid_until: Some(days(-1)), ..checked(Some(1)) };
    assert_eq!(KeyStanding::of(&ended, now()), KeyStanding::Expired);
}

#[tokio::test]
async fn a_lost_key_is_something_to_do_and_one_that_is_left_out_is_nowhere() {
    let fine = KeyRecord {
        valid_until: Some(now() + ENDS_SOON * 2),
        last_verified_at: Some(now()),
        ..key("Fine")
    };
    let stored = Stored::with(&[fine.clone(), key("Due")]).await;
    let to_do = KeyQuery {
        view: KeysView { status: Some(StatusFilter::ToDo), ..KeysView::default() },
        ..query("")
    };
    assert_eq!(stored.names(to_do.clone()).await, ["Due"]);
    let lost = [fine.id.clone()];
    let lost = KeySets { lost: &lost, ..KeySets::default() };
    let rows = stored.store.find_keys(to_do, now(), lost).await.unwrap();
    assert_eq!(rows.matching, 2);
    let hidden = KeySets { except: lost.lost, ..KeySets::default() };
    let rows = stored.store.find_keys(query(""), now(), hidden).await.unwrap();
    assert_eq!((rows.total, rows.keys[0].name.as_str()), (1, "Due"));
}

#[tokio::test]
async fn the_most_urgent_keys_come_first_and_the_others_are_counted() {
    let of = |name: &str, environment, status, end: Option<i64>| KeyRecord {
        environment,
        status,
        valid_until: end.map(days),
        ..key(name)
    };
    let works = of("works", Production, KeyStatus::Active, Some(-9));
    let check = KeyCheck { at: now(), result: CheckResult::Works };
    let stored = Stored::with(&[
        works.clone(),
        of("unknown", Production, KeyStatus::Active, None),
        of("test refused", Sandbox, KeyStatus::Refused, Some(200)),
        of("soon", Production, KeyStatus::Active, Some(9)),
        of("ukraine expired", Ukraine, KeyStatus::Expired, None),
        of("production ended", Production, KeyStatus::Active, Some(-5)),
        of("gone", Production, KeyStatus::Deactivated, Some(-5)),
    ])
    .await;
    stored.store.record_check(&works.id, check, None).await.unwrap();
    let (due, all) = stored.store.due_keys(now(), &[], 5).await.unwrap();
    let names: Vec<&str> = due.iter().map(|key| key.name.as_str()).collect();
    assert_eq!(names, ["production ended", "ukraine expired", "test refused", "soon", "works"]);
    assert_eq!(all, 6);
}

#[tokio::test]
async fn the_view_of_the_list_is_kept() {
    let stored = Stored::with(&[]).await;
    assert_eq!(stored.store.keys_view().await.unwrap(), KeysView::default());
    let view = KeysView {
        environment: Some(Ukraine),
        status: Some(StatusFilter::NotChecked),
        organization: Some("ТОВ".to_owned()),
        sort: KeySort::Expires,
        descending: false,
    };
    stored.store.save_keys_view(&view).await.unwrap();
    assert_eq!(stored.store.keys_view().await.unwrap(), view);
}

#[tokio::test]
async fn each_organization_is_listed_once() {
    let of = |names: &[&str]| KeyRecord {
        organizations: names.iter().map(ToString::to_string).collect(),
        ..key("")
    };
    let stored = Stored::with(&[of(&["Юг", "Іра"]), of(&["Іра"]), of(&[]), of(&["Alfa"])]).await;
    assert_eq!(stored.store.organizations().await.unwrap(), ["Alfa", "Іра", "Юг"]);
}
