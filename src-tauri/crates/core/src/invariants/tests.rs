//! The invariants, on random input near to what is meant, and on every seed of the fuzzer. What it
//! finds is added to its seeds, so that it is tried here ever after.

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value, json};

use super::{answer, clipboard_key, phone, token};

const KEY: &str = "99dde7bdce11414efc2f1c10ddbfd42da8ce4bf2";

/// All seeds of a target of the fuzzer.
fn seeds(target: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/seeds").join(target);
    let files = fs::read_dir(folder).unwrap();
    let seeds: Vec<_> = files.map(|file| fs::read(file.unwrap().path()).unwrap()).collect();
    assert!(seeds.len() >= 5, "{target} has {} seeds", seeds.len());
    seeds
}

#[test]
fn the_promises_hold_for_every_seed() {
    for seed in seeds("answers") {
        answer(&seed);
    }
    let readers: [(_, fn(&str)); 3] =
        [("phone", phone), ("jwt", token), ("clipboard_key", clipboard_key)];
    for (target, promise) in readers {
        for seed in seeds(target) {
            promise(&String::from_utf8(seed).unwrap());
        }
    }
}

fn a_call() -> impl Strategy<Value = &'static str> {
    select(["create_test_key", "authorize", "count_currencies"].as_slice())
}

/// Dates as they are documented, odd ones, and ones that nobody writes.
fn a_date() -> impl Strategy<Value = String> {
    let month = "[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9](\\.[0-9]{1,12})?Z";
    let year = "[+-][0-9]{1,6}-12-31T23:59:59[+-][0-2][0-9]:[0-5][0-9]";
    prop_oneof![month, year, "\\PC{0,20}"]
}

fn a_value() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        "[!-~]{10,140}".prop_map(Value::from),
        a_date().prop_map(Value::from),
        prop::collection::vec(any::<String>(), 0..3).prop_map(Value::from),
    ]
}

/// A body with everything that the three calls bring; one member is something else.
fn a_body() -> impl Strategy<Value = String> {
    const MEMBERS: [&str; 7] =
        ["apiKey", "createdAt", "expDate", "status", "jwt", "total", "items"];
    (select(MEMBERS.as_slice()), a_value(), a_date(), a_date()).prop_map(
        |(member, value, created, ends)| {
            let mut body = json!({
                "apiKey": KEY, "createdAt": created, "expDate": ends, "status": "Active",
                "jwt": format!("eyJhbGciOiJIUzI1NiJ9.{KEY}.c2ln"), "total": 18, "items": [{}],
            });
            body[member] = value;
            body.to_string()
        },
    )
}

fn claims() -> impl Strategy<Value = String> {
    (a_value(), a_value(), a_value(), a_value()).prop_map(|(iss, iat, exp, cid)| {
        json!({ "iss": iss, "iat": iat, "exp": exp, "cid": cid }).to_string()
    })
}

proptest! {
    #[test]
    fn an_answer_of_any_status_is_understood_or_refused_discreetly(
        call in a_call(),
        status in prop_oneof![Just(200), 100_u16..=999],
        date in "[A-Z][a-z]{2}, [0-3][0-9] Nov [0-9]{4,6} 23:59:60 GMT|\\PC{0,30}",
        retry_after in "[0-9]{1,25}|\\PC{0,30}",
        body in prop_oneof![a_body(), any::<String>()],
    ) {
        let headers = format!("location: /{KEY}\ndate: {date}\nretry-after: {retry_after}\n\n");
        answer(format!("{call} {status}\n{headers}{body}").as_bytes());
    }

    #[test]
    fn a_good_answer_with_broken_bytes_is_understood_or_refused_discreetly(
        seed in any::<Index>(),
        broken in prop::collection::vec((any::<Index>(), any::<u8>()), 1..4),
    ) {
        let mut text = seed.get(&seeds("answers")).clone();
        for (place, byte) in broken {
            *place.get_mut(&mut text) = byte;
        }
        answer(&text);
    }

    #[test]
    fn what_can_be_sent_stays_the_same(
        country in "([A-Z]{2}\n)?",
        typed in "\\PC{0,70}|[+]?[0-9]{1,20}|[+]?[0-9]{1,4}[ ()/.-][0-9 ()/.-]{0,20}",
    ) {
        phone(&format!("{country}{typed}"));
    }

    #[test]
    fn any_text_is_a_token_with_a_bounded_life(text in prop_oneof![claims(), any::<String>()]) {
        token(&text);
    }

    #[test]
    fn any_copied_text_is_a_key_or_not_told(
        blanks in "\\s{0,3}",
        text in "\\PC{0,140}|[!-~]{1,140}|https?://[!-~]{0,40}|eyJ[!-~]{1,30}|[0-9a-f]{10,40}\\s[a-f]?",
    ) {
        clipboard_key(&format!("{blanks}{text}{blanks}"));
    }
}
