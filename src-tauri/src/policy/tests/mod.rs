mod artifacts;
#[cfg(unix)]
mod files;

use proptest::prelude::{Just, Strategy, any, prop_oneof};
use proptest::proptest;
use serde_json::json;

use super::member::Kind;
use super::*;

/// The policy that consists of these members.
fn policy(members: Value) -> Policy {
    let Value::Object(members) = members else { panic!("a policy is an object") };
    Policy::of("place".to_owned(), Ok(Some(members)))
}

fn time(text: &str) -> NaiveTime {
    NaiveTime::parse_from_str(text, "%H:%M").unwrap()
}

/// For each member values that it takes, and values that it does not take, with the name that is complained about.
fn examples(member: PolicyMember) -> (Vec<Value>, Vec<(Value, &'static str)>) {
    match member {
        PolicyMember::Updates => (
            vec![json!(true), json!(false)],
            vec![(json!("false"), "updates"), (json!(0), "updates")],
        ),
        PolicyMember::UpdateAddress => (
            vec![json!("https://updates.firma.example/latest.json")],
            vec![
                (json!("http://updates.firma.example/latest.json"), "updateAddress"),
                (json!("https://name:word@updates.firma.example/"), "updateAddress"),
                (json!("updates.firma.example"), "updateAddress"),
                (json!(null), "updateAddress"),
            ],
        ),
        PolicyMember::Modes => (
            vec![json!(["practice"]), json!(["live"]), json!(["live", "practice"])],
            vec![
                (json!([]), "modes"),
                (json!("live"), "modes"),
                (json!(["Live"]), "modes"),
                (json!(["live", "live"]), "modes"),
                (json!(["live", 1]), "modes"),
            ],
        ),
        PolicyMember::Addresses => (
            vec![
                json!({}),
                json!({ "sandbox": "https://gateway.firma.example/stage" }),
                json!({ "production": "http://127.0.0.1:8080/", "ukraine": "https://a.example/" }),
            ],
            vec![
                (json!("https://a.example/"), "addresses"),
                (json!({ "stage": "https://a.example/" }), "addresses"),
                (json!({ "sandbox": "http://a.example/" }), "addresses.sandbox"),
                (json!({ "ukraine": 1 }), "addresses.ukraine"),
            ],
        ),
        PolicyMember::Proxy => (
            vec![
                json!("system"),
                json!("none"),
                json!("http://proxy.firma.example:3128"),
                json!("socks5://10.0.0.1"),
            ],
            vec![
                (json!(""), "proxy"),
                (json!("proxy.firma.example:3128"), "proxy"),
                (json!("http://name:word@proxy.firma.example:3128"), "proxy"),
                (json!("ftp://proxy.firma.example"), "proxy"),
                (json!(false), "proxy"),
            ],
        ),
        PolicyMember::Languages => (
            vec![json!(["uk"]), json!(["en", "uk"])],
            vec![
                (json!([]), "languages"),
                (json!(["de"]), "languages"),
                (json!("uk"), "languages"),
            ],
        ),
        PolicyMember::HandOverOfValues => (
            vec![json!(true), json!(false)],
            vec![(json!("no"), "handOverOfValues"), (json!(null), "handOverOfValues")],
        ),
        PolicyMember::NotificationTimes => (
            vec![
                json!({ "from": "09:00", "to": "17:30" }),
                json!({ "from": "22:00", "to": "06:00" }),
            ],
            vec![
                (json!({ "from": "09:00" }), "notificationTimes"),
                (json!({ "from": "09:00", "to": "09:00" }), "notificationTimes"),
                (json!({ "from": "9:00", "to": "17:00" }), "notificationTimes.from"),
                (json!({ "from": "09:00", "to": "24:00" }), "notificationTimes.to"),
                (json!({ "from": "09:00", "to": "17:00", "days": "1" }), "notificationTimes"),
                (json!("09:00-17:00"), "notificationTimes"),
            ],
        ),
    }
}

#[test]
fn each_member_takes_its_values_and_no_others() {
    for member in PolicyMember::ALL {
        let (good, bad) = examples(member);
        for value in good {
            let read = policy(json!({ member.name(): value }));
            assert_eq!(read.problems, [], "{value}");
            assert_eq!(read.info().members, [member]);
        }
        for (value, name) in bad {
            let read = policy(json!({ member.name(): value }));
            assert_eq!(read.problems, [PolicyProblem::value_not_allowed(name)], "{value}");
        }
    }
}

#[test]
fn without_a_policy_everything_is_allowed_and_nothing_is_decided() {
    let none = Policy::none();
    assert_eq!(none.info().members, []);
    assert!(!none.info().is_there && none.values_allowed() && none.notifies_at(time("03:00")));
    assert_eq!(none.modes(), [Mode::Practice, Mode::Live]);
    assert_eq!((none.addresses(), none.updates(), none.update_address()), (None, None, None));
    assert_eq!(none.language(None, ["de-DE".to_owned()].into_iter()), None);
}

#[test]
fn everything_that_is_wrong_is_named_at_once() {
    let read = policy(json!({ "update": false, "modes": ["real"], "proxy": "none" }));
    let mut problems = read.problems;
    problems.sort_by_key(ToString::to_string);
    let expected =
        [PolicyProblem::unknown_member("update"), PolicyProblem::value_not_allowed("modes")];
    assert_eq!(problems, expected);
}

#[test]
fn one_mistake_closes_everything_that_protects_keys() {
    let read = policy(json!({ "mode": ["live"], "handOverOfValues": true, "updates": true }));
    assert!(read.is_broken() && !read.values_allowed());
    assert_eq!(read.modes(), [Mode::Practice]);
    assert_eq!(read.updates(), Some(false));
    let own = [BaseUrl::sandbox(), BaseUrl::production(), BaseUrl::ukraine()];
    assert_eq!(read.addresses(), Some(own));
    assert!(!read.notifies_at(time("12:00")));
    let forbidden = Failure::ForbiddenByPolicy { forbidden: Forbidden::Mode };
    assert_eq!(read.check_mode(Mode::Live), Err(forbidden));
}

#[test]
fn the_languages_stay_open_so_that_a_broken_policy_can_be_read() {
    let read = policy(json!({ "languages": ["de"] }));
    assert!(read.is_broken());
    assert_eq!(read.info().languages, None);
}

#[test]
fn the_language_is_the_chosen_one_or_one_of_the_system_or_the_first_that_is_allowed() {
    let read = policy(json!({ "languages": ["uk", "en"] }));
    let language = |chosen, system: &[&str]| {
        read.language(chosen, system.iter().map(|tag| (*tag).to_owned())).unwrap()
    };
    assert_eq!(language(Some("en"), &["uk-UA"]), "en");
    assert_eq!(language(None, &["de-DE", "en-GB"]), "en");
    assert_eq!(language(Some("de"), &["de-DE"]), "uk");
    let only = policy(json!({ "languages": ["uk"] }));
    assert_eq!(only.language(Some("en"), ["en-GB".to_owned()].into_iter()).unwrap(), "uk");
}

#[test]
fn notifications_are_shown_between_the_times_also_over_midnight() {
    let day = policy(json!({ "notificationTimes": { "from": "09:00", "to": "17:00" } }));
    let night = policy(json!({ "notificationTimes": { "from": "22:00", "to": "06:00" } }));
    for (text, by_day, at_night) in [
        ("00:00", false, true),
        ("06:00", false, false),
        ("08:59", false, false),
        ("09:00", true, false),
        ("16:59", true, false),
        ("17:00", false, false),
        ("22:00", false, true),
    ] {
        let shown = (day.notifies_at(time(text)), night.notifies_at(time(text)));
        assert_eq!(shown, (by_day, at_night), "{text}");
    }
}

#[test]
fn a_fixed_proxy_counts_whatever_the_system_says_and_none_means_none() {
    let fixed = policy(json!({ "proxy": "http://proxy.firma.example:3128" })).proxies().settings();
    assert_eq!(format!("{:?}", fixed.proxy.unwrap()), "http://proxy.firma.example:3128");
    let none = policy(json!({ "proxy": "none" })).proxies().settings();
    assert!(none.proxy.is_none() && !none.script);
}

#[test]
fn the_languages_are_those_of_the_app() {
    assert_eq!(PolicyMember::Languages.kind(), Kind::Words(&["en", "uk"]));
    for language in ["en", "uk"] {
        let settings =
            crate::view::Settings { language: Some(language.to_owned()), ..Default::default() };
        assert_eq!(crate::sentences::Sentences::of(&settings).language(), language);
    }
}

#[test]
fn a_name_from_the_file_is_cut_and_has_no_control_characters() {
    let PolicyProblem::UnknownMember { name } =
        PolicyProblem::unknown_member(&format!("a\n\u{1b}[31m{}", "b".repeat(500)))
    else {
        panic!("it is unknown")
    };
    assert_eq!(name.chars().count(), 60);
    assert!(name.starts_with("a[31mbb"));
}

/// Any JSON, often with names and words that a policy has.
fn json_values() -> impl Strategy<Value = Value> {
    let words = ["live", "system", "none", "en", "09:00", "from", "https://a.example/", "proxy"];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
        proptest::sample::select(words.to_vec()).prop_map(Value::from),
    ];
    let names = prop_oneof![
        proptest::sample::select(PolicyMember::ALL.map(PolicyMember::name).to_vec())
            .prop_map(str::to_owned),
        proptest::sample::select(vec!["sandbox", "from", "to", "ukraine"]).prop_map(str::to_owned),
        ".{0,6}",
    ];
    leaf.prop_recursive(3, 24, 4, move |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            proptest::collection::vec((names.clone(), inner), 0..4)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn any_json_is_a_policy_or_is_said_to_be_broken(value in json_values()) {
        let text = serde_json::to_vec(&value).unwrap();
        let read = Policy::of(String::new(), file::parse(&text).map(Some));
        assert!(!read.modes().is_empty());
        assert!(!read.is_broken() || read.modes() == [Mode::Practice]);
    }

    #[test]
    fn any_bytes_are_a_policy_or_are_said_to_be_broken(bytes: Vec<u8>) {
        let read = Policy::of(String::new(), file::parse(&bytes).map(Some));
        assert!(read.is_broken() || file::parse(&bytes).is_ok());
    }
}
