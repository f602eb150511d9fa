//! What holds for any input from outside: an answer of Nova Post, a typed phone number, a token, a
//! copied text, a list of keys, a developer's request. A check panics if its invariant is broken.
//!
//! The tests run the checks on random input and on all files in `fuzz/seeds`. The fuzz targets include
//! the same checks and search for an input that breaks one.

mod answer;
mod clipboard_key;
mod key_request;
mod list;
mod phone;
mod token;
mod ukraine;

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value, json};

use self::answer::check_answer;
use self::clipboard_key::check_clipboard_key;
use self::key_request::check_key_request;
use self::list::check_list;
use self::phone::check_phone;
use self::token::check_token;
use self::ukraine::check_ukraine;

const KEY: &str = "99dde7bdce11414efc2f1c10ddbfd42da8ce4bf2";

/// The seeds of a fuzz target.
fn seeds(target: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../fuzz/seeds").join(target);
    let files = fs::read_dir(folder).unwrap();
    let seeds: Vec<_> = files.map(|file| fs::read(file.unwrap().path()).unwrap()).collect();
    assert!(seeds.len() >= 5, "{target} has {} seeds", seeds.len());
    seeds
}

#[test]
fn the_invariants_hold_for_every_seed() {
    for seed in seeds("answers") {
        check_answer(&seed);
    }
    for seed in seeds("ukraine") {
        check_ukraine(&seed);
    }
    for seed in seeds("list") {
        check_list(&seed);
    }
    for seed in seeds("key_request") {
        check_key_request(&seed);
    }
    let checks: [(_, fn(&str)); 3] =
        [("phone", check_phone), ("jwt", check_token), ("clipboard_key", check_clipboard_key)];
    for (target, check) in checks {
        for seed in seeds(target) {
            check(&String::from_utf8(seed).unwrap());
        }
    }
}

fn a_call() -> impl Strategy<Value = &'static str> {
    select(["create_test_key", "authorize", "count_currencies"].as_slice())
}

/// Documented dates, impossible dates, and other texts.
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

/// A body with the members of all three answers. One member has a random value.
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
    fn the_invariants_hold_for_an_answer_with_any_status(
        call in a_call(),
        status in prop_oneof![Just(200), 100_u16..=999],
        date in "[A-Z][a-z]{2}, [0-3][0-9] Nov [0-9]{4,6} 23:59:60 GMT|\\PC{0,30}",
        retry_after in "[0-9]{1,25}|\\PC{0,30}",
        content_type in select([
            "application/json", "text/html", "text/plain", "application/captive+json", "image/png",
        ].as_slice()),
        body in prop_oneof![
            a_body(),
            any::<String>(),
            "[ \\n]{0,2}<\\PC{0,20}",
            r#"[ \n]{0,2}\{"errors":[\[{]["a-z:, ]{0,9}[\]}]\}?"#,
            "[A-Za-z ]{0,20}",
        ],
        proxy in select(["Basic realm=\"x\"", "NTLM", ""].as_slice()),
    ) {
        let headers = format!(
            "location: /{KEY}\ncontent-type: {content_type}\ndate: {date}\n\
             retry-after: {retry_after}\nproxy-authenticate: {proxy}\n\n"
        );
        check_answer(format!("{call} {status}\n{headers}{body}").as_bytes());
    }

    #[test]
    fn the_invariants_hold_for_a_good_answer_with_broken_bytes(
        seed in any::<Index>(),
        broken in prop::collection::vec((any::<Index>(), any::<u8>()), 1..4),
    ) {
        let mut text = seed.get(&seeds("answers")).clone();
        for (place, byte) in broken {
            *place.get_mut(&mut text) = byte;
        }
        check_answer(&text);
    }

    #[test]
    fn the_invariants_hold_for_any_answer_of_ukraine(
        status in prop_oneof![Just(200), Just(401), 100_u16..=999],
        content_type in select(["application/json", "text/html", "text/plain"].as_slice()),
        members in prop::collection::vec(
            (select(["success", "data", "errors", "errorCodes"].as_slice()), a_value()), 0..5,
        ),
        success in any::<bool>(),
    ) {
        let mut body = json!({ "success": success, "data": [{ "Description": KEY }] });
        for (member, value) in members {
            body[member] = value;
        }
        check_ukraine(format!("{status}\ncontent-type: {content_type}\n\n{body}").as_bytes());
    }

    #[test]
    fn the_invariants_hold_for_an_answer_of_ukraine_with_broken_bytes(
        seed in any::<Index>(),
        broken in prop::collection::vec((any::<Index>(), any::<u8>()), 1..4),
    ) {
        let mut text = seed.get(&seeds("ukraine")).clone();
        for (place, byte) in broken {
            *place.get_mut(&mut text) = byte;
        }
        check_ukraine(&text);
    }

    #[test]
    fn the_invariants_hold_for_any_phone_number(
        country in "([A-Z]{2}\n)?",
        typed in "\\PC{0,210}|[+]?[0-9]{1,20}|[+]?[0-9]{1,4}[ ()/.-][0-9 ()/.-]{0,20}",
    ) {
        check_phone(&format!("{country}{typed}"));
    }

    #[test]
    fn the_invariants_hold_for_several_phone_numbers(
        country in "((DE|PL|AT|IT|HU|UA|MX|US|LT|CH)\n)?",
        before in "(Tel|M|моб|Olena|1\\)|\"|=|)[.: ]{0,2}",
        parts in prop::collection::vec("([+](49|48|380|52)|0|00)?[ ]?[0-9]{1,4}[ /-]?[0-9]{2,7}[ (-]?[0-9]{0,4}", 1..4),
        between in select(
            ["/", "/-", ", ", "; ", " ", "\t", " or ", " ext ", "+", " (", ".", ",", "E+", " Fax ", "&"].as_slice(),
        ),
    ) {
        check_phone(&format!("{country}{before}{}", parts.join(between)));
    }

    #[test]
    fn the_invariants_hold_for_any_token(text in prop_oneof![claims(), any::<String>()]) {
        check_token(&text);
    }

    #[test]
    fn the_invariants_hold_for_any_copied_text(
        blanks in "\\s{0,3}",
        text in "\\PC{0,140}|[!-~]{1,140}|https?://[!-~]{0,40}|eyJ[!-~]{1,30}|[0-9a-f]{10,40}\\s[a-f]?",
    ) {
        check_clipboard_key(&format!("{blanks}{text}{blanks}"));
    }

    #[test]
    fn the_invariants_hold_for_any_list(
        heading in select(["Name;Environment;Expires;Notes", "ID,Name,Kind", "Назва\tВид", ""].as_slice()),
        lines in prop::collection::vec("[\"';,\t=+@A-Za-zЖ0-9./ -]{0,60}|\\PC{0,40}", 0..6),
    ) {
        check_list(format!("{heading}\n{}", lines.join("\n")).as_bytes());
    }

    #[test]
    fn the_invariants_hold_for_a_list_with_broken_bytes(
        seed in any::<Index>(),
        broken in prop::collection::vec((any::<Index>(), any::<u8>()), 1..4),
    ) {
        let mut file = seed.get(&seeds("list")).clone();
        for (place, byte) in broken {
            *place.get_mut(&mut file) = byte;
        }
        check_list(&file);
    }

    #[test]
    fn the_invariants_hold_for_a_key_request_with_any_member(
        member in select([
            "keyRequest", "system", "environment", "needs", "name", "publicKey", "note", "other",
        ].as_slice()),
        value in a_value(),
        name in "\\PC{0,90}",
        note in any::<String>(),
    ) {
        let mut request = json!({
            "keyRequest": 1, "system": "sdk", "environment": "production", "name": name,
            "publicKey": "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p",
            "note": note,
        });
        check_key_request(request.to_string().as_bytes());
        request[member] = value;
        check_key_request(request.to_string().as_bytes());
    }

    #[test]
    fn the_invariants_hold_for_a_key_request_with_broken_bytes(
        seed in any::<Index>(),
        broken in prop::collection::vec((any::<Index>(), any::<u8>()), 1..4),
    ) {
        let mut file = seed.get(&seeds("key_request")).clone();
        for (place, byte) in broken {
            *place.get_mut(&mut file) = byte;
        }
        check_key_request(&file);
    }
}
