//! The parameters that select items of a list, and parameters that a list doesn't know.

use crate::dictionary::Reader;
use crate::test_server::{TestServer, is_error_about, phone, read};
use keydesk_practice::{Log, Options, Plays};
use serde_json::{Value, json};

const IGNORED: &str = "practice-ignored-parameters";

async fn selected(reader: &Reader<'_>, query: &str) -> Vec<Value> {
    let answer = reader.get(&format!("divisions?limit=100&{query}")).await;
    assert!(!answer.headers().contains_key(IGNORED), "{query}");
    let (status, page) = read(answer).await;
    assert_eq!(status, 200, "{query}: {page}");
    assert_eq!(page["total"], page["items"].as_array().unwrap().len(), "{query}");
    page["items"].as_array().unwrap().clone()
}

/// Each query and, with `|` between the values, what a member of all selected divisions is.
#[tokio::test]
async fn a_filter_selects_the_divisions_with_one_of_its_values() {
    let server = TestServer::new().await;
    let reader = Reader::in_sandbox(&server).await;
    for (query, member, values) in [
        ("countryCodes[]=DE", "/countryCode", "DE"),
        ("countryCodes%5B%5D=DE", "/countryCode", "DE"),
        ("countryCodes[0]=DE", "/countryCode", "DE"),
        ("countryCodes%5B0%5D=UA", "/countryCode", "UA"),
        ("countryCodes[]=DE&countryCodes[]=PL", "/countryCode", "DE|PL"),
        ("countryCodes[0]=DE&countryCodes[1]=UA", "/countryCode", "DE|UA"),
        ("settlementIds[]=109", "/settlement/name", "Berlin"),
        ("settlementIds[0]=109&settlementIds[1]=145", "/settlement/name", "Berlin|Київ"),
        ("divisionCategories[]=Postomat", "/divisionCategory", "Postomat"),
        (
            "divisionCategories[0]=PUDO&divisionCategories[1]=CargoBranch",
            "/divisionCategory",
            "CargoBranch|PUDO",
        ),
        ("statuses[]=Working", "/status", "Working"),
        (
            "statuses[]=NotWorking&statuses[]=InProcessOpening",
            "/status",
            "InProcessOpening|NotWorking",
        ),
        ("statuses[0]=NotWorkingTemporary", "/status", "NotWorkingTemporary"),
        ("prohibitedSending=true", "/prohibitedSending", "true"),
        ("prohibitedSending=1", "/prohibitedSending", "true"),
        ("prohibitedSending=False", "/prohibitedSending", "false"),
        ("prohibitedIssuance=true", "/prohibitedIssuance", "true"),
        ("prohibitedIssuance=0", "/prohibitedIssuance", "false"),
        ("name=Warszawa", "/settlement/name", "Warszawa"),
        ("name=*%D0%BA%D0%B8%D1%97%D0%B2*", "/settlement/name", "Київ"),
        ("name=Berlin+2", "/name", "Berlin 2"),
        ("name=*", "/deletedAt", "null"),
        ("countryCodes[]=DE&divisionCategories[]=PUDO&name=*ipzig*", "/name", "Leipzig 1"),
        ("countryCodes[]=UA&settlementIds[]=109", "/name", ""),
        ("settlementIds[]=999", "/name", ""),
    ] {
        let mut found: Vec<String> = selected(&reader, query)
            .await
            .iter()
            .map(|division| division.pointer(member).unwrap())
            .map(|value| value.as_str().map_or_else(|| value.to_string(), str::to_owned))
            .collect();
        found.sort_unstable();
        found.dedup();
        assert_eq!(found.join("|"), values, "{query}");
    }
}

#[tokio::test]
async fn every_division_has_one_value_of_each_filter() {
    let server = TestServer::new().await;
    let reader = Reader::in_sandbox(&server).await;
    let all = selected(&reader, "").await.len();
    for queries in [
        &["prohibitedSending=true", "prohibitedSending=false"][..],
        &["prohibitedIssuance=true", "prohibitedIssuance=false"],
        &[
            "divisionCategories[]=PostBranch&divisionCategories[]=CargoBranch",
            "divisionCategories[]=Postomat&divisionCategories[]=PUDO",
        ],
        &[
            "statuses[]=Working",
            "statuses[]=NotWorking",
            "statuses[]=NotWorkingTemporary",
            "statuses[]=InProcessOpening",
        ],
    ] {
        let mut sum = 0;
        for query in queries {
            let some = selected(&reader, query).await.len();
            assert!(some > 0, "{query}");
            sum += some;
        }
        assert_eq!(sum, all, "{queries:?}");
    }
}

#[tokio::test]
async fn pages_are_of_the_selected_items() {
    let server = TestServer::new().await;
    let reader = Reader::in_sandbox(&server).await;
    let german = selected(&reader, "countryCodes[]=DE").await;
    let page = reader.page("divisions?countryCodes[]=DE&limit=3&page=2").await;
    assert_eq!(page["total"], german.len());
    assert_eq!(page["last_page"], german.len().div_ceil(3));
    assert_eq!((&page["from"], &page["to"]), (&json!(4), &json!(6)));
    assert_eq!(page["items"], json!(german[3..6]));
    let none = reader.page("divisions?settlementIds[]=999").await;
    assert_eq!(
        (&none["total"], &none["last_page"], &none["from"]),
        (&json!(0), &json!(1), &Value::Null)
    );
}

#[tokio::test]
async fn currencies_are_selected_by_their_codes() {
    let server = TestServer::new().await;
    let reader = Reader::in_sandbox(&server).await;
    for (query, codes) in [
        ("codes[]=UAH", &["UAH"][..]),
        ("codes[0]=PLN&codes[1]=EUR", &["EUR", "PLN"]),
        ("codes%5B%5D=USD&limit=1", &["USD"]),
        ("codes[]=XXX", &[]),
    ] {
        let page = reader.page(&format!("dictionary/currencies?{query}")).await;
        let items = page["items"].as_array().unwrap();
        let found: Vec<&str> = items.iter().map(|item| item["code"].as_str().unwrap()).collect();
        assert_eq!(found, codes, "{query}");
    }
}

#[tokio::test]
async fn the_nearest_divisions_come_first() {
    let server = TestServer::new().await;
    let reader = Reader::in_sandbox(&server).await;
    let near = selected(&reader, "latitude=50.4501&longitude=30.5234&countryCodes[]=UA").await;
    let towns: Vec<&str> =
        near.iter().map(|division| division["settlement"]["name"].as_str().unwrap()).collect();
    assert_eq!(towns, ["Київ", "Київ", "Київ", "Одеса", "Львів", "Львів"]);
    let distances: Vec<i64> =
        near.iter().map(|division| division["distance"].as_i64().unwrap()).collect();
    assert!(distances.is_sorted() && distances[0] == 0 && distances[5] > 400_000, "{distances:?}");
    for division in selected(&reader, "").await {
        assert!(division["distance"].is_null());
    }
}

#[tokio::test]
async fn a_value_that_a_filter_does_not_take_gets_422() {
    let server = TestServer::new().await;
    let reader = Reader::in_sandbox(&server).await;
    for (query, word) in [
        ("divisions?countryCodes[]=XX", "countryCodes[]"),
        ("divisions?countryCodes[]=de", "countryCodes[]"),
        ("divisions?countryCodes[]=", "countryCodes[]"),
        ("divisions?countryCodes[]=DE,PL", "countryCodes[]"),
        ("divisions?countryCodes[]=DE&countryCodes[1]=DEU", "countryCodes[]"),
        ("divisions?settlementIds[]=Berlin", "settlementIds[]"),
        ("divisions?settlementIds[]=0", "settlementIds[]"),
        ("divisions?settlementIds[]=-1", "settlementIds[]"),
        ("divisions?settlementIds[]=2147483648", "settlementIds[]"),
        ("divisions?divisionCategories[]=PostLocker", "divisionCategories[]"),
        ("divisions?statuses[]=working", "statuses[]"),
        ("divisions?prohibitedSending=yes", "prohibitedSending"),
        ("divisions?prohibitedSending=true&prohibitedSending=false", "prohibitedSending"),
        ("divisions?prohibitedIssuance=", "prohibitedIssuance"),
        ("divisions?name=", "name"),
        ("divisions?name=a&name=b", "name"),
        ("divisions?latitude=91&longitude=0", "latitude"),
        ("divisions?latitude=north&longitude=0", "latitude"),
        ("divisions?latitude=0&longitude=inf", "longitude"),
        ("divisions?latitude=0&longitude=NaN", "longitude"),
        ("divisions?latitude=0&longitude=181", "longitude"),
        ("dictionary/currencies?codes[]=Euro", "codes[]"),
        ("dictionary/currencies?codes[]=eur", "codes[]"),
    ] {
        let (status, body) = read(reader.get(query).await).await;
        assert_eq!(status, 422, "{query}");
        assert!(is_error_about(&body, &format!("The {word} must be")), "{query}: {body}");
    }
}

#[tokio::test]
async fn a_parameter_that_a_call_does_not_know_is_told_in_a_header() {
    let server = TestServer::new().await;
    let reader = Reader::in_sandbox(&server).await;
    for (query, names) in [
        ("divisions?textSearch=berlin", Some("textSearch")),
        ("divisions?countryCode=DE&limit=1", Some("countryCode")),
        ("divisions?countryCodes=DE", Some("countryCodes")),
        ("divisions?city=Berlin&zip=10115&city=Berlin", Some("city, zip")),
        ("divisions?filter[country]=DE", Some("filter[country]")),
        ("divisions?ids[0]=1&ids[1]=2", Some("ids[]")),
        ("divisions?codes[]=EUR", Some("codes[]")),
        ("divisions?latitude=50", Some("latitude")),
        ("divisions?498213437654", Some("%E2%80%A6")),
        (
            "divisions?%D0%BC%D1%96%D1%81%D1%82%D0%BE=%D0%9A%D0%B8%D1%97%D0%B2",
            Some("%D0%BC%D1%96%D1%81%D1%82%D0%BE"),
        ),
        ("dictionary/currencies?countryCodes[]=DE", Some("countryCodes[]")),
        ("dictionary/measurements?codes[]=cm", Some("codes[]")),
        ("dictionary/measurements?limit=1&page=1", None),
        ("divisions", None),
    ] {
        let answer = reader.get(query).await;
        assert_eq!(answer.status(), 200, "{query}");
        let told = answer.headers().get(IGNORED).map(|names| names.to_str().unwrap());
        assert_eq!(told, names, "{query}");
    }
    // Also if the call is refused.
    assert!(reader.get("divisions?limit=0&city=Berlin").await.headers().contains_key(IGNORED));
    assert!(reader.get_as("", "divisions?city=Berlin").await.headers().contains_key(IGNORED));
    let key = server.url("clients/authorization?api_key=0123456789abcdef0123456789abcdef");
    assert_eq!(server.http.get(key).send().await.unwrap().headers()[IGNORED], "api_key");
    let asked = server.http.post(server.url("test-api-keys?phone=49")).json(&json!({}));
    assert_eq!(asked.send().await.unwrap().headers()[IGNORED], "phone");
}

#[tokio::test]
async fn the_log_tells_the_names_of_ignored_parameters_and_no_values() {
    let (tell, mut told) = tokio::sync::mpsc::unbounded_channel();
    let log = Log::new(move |answered| drop(tell.send(answered.to_string())));
    let server = TestServer::with(Options { log: Some(log), ..Options::default() }).await;
    let token = server.token(&server.key(phone(Plays::NewKey)).await).await;
    let get = async |query: &str| {
        let asked = server.http.get(server.url(query)).header("Authorization", &token);
        asked.send().await.unwrap()
    };
    get("divisions?city=Berlin&a%0Ab=1&0123456789abcdef0123456789abcdef").await;
    get("divisions?countryCodes[]=DE").await;
    let mut lines = Vec::new();
    for _ in 0..4 {
        lines.push(told.recv().await.unwrap());
    }
    assert!(lines[2].ends_with(r" ms ignored: city, a\nb, …"), "{}", lines[2]);
    assert!(!lines[2].contains("Berlin") && lines[2].lines().count() == 1);
    assert!(lines[3].ends_with(" ms"), "{}", lines[3]);
}
