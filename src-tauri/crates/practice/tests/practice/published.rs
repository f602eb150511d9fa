//! What practice answers, against the facts of Nova Post's published `OpenAPI` file: types, required
//! members, limits and examples.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::dictionary::{LISTS, Reader};
use crate::schema::{members, violations};
use crate::test_server::{TestServer, phone, read, text};
use keydesk_practice::Plays;
use serde_json::{Value, json};

static FACTS: LazyLock<Value> =
    LazyLock::new(|| serde_json::from_str(include_str!("published_facts.json")).unwrap());

/// Members whose example has another type than the schema. Practice follows the example.
const CONTRADICTIONS: [(&str, &str); 2] =
    [("dictionary/currencies", "numCode"), ("dictionary/currencies", "symbol")];

fn of_list(list: &str, fact: &str) -> &'static Value {
    &FACTS["lists"][list][fact]
}

fn contradicts(list: &str, violation: &str) -> bool {
    let name = violation.split(' ').next().and_then(|path| path.rsplit('/').next());
    CONTRADICTIONS.iter().any(|(in_list, member)| *in_list == list && Some(*member) == name)
}

async fn items(reader: &Reader<'_>, list: &str) -> Vec<Value> {
    let page = reader.page(&format!("{list}?limit=100")).await;
    assert_eq!(page["last_page"], 1, "{list}");
    page["items"].as_array().unwrap().clone()
}

#[tokio::test]
async fn every_answer_of_a_list_has_the_published_types() {
    let server = TestServer::new().await;
    let reader = Reader::in_sandbox(&server).await;
    for list in LISTS {
        for query in ["limit=100", "limit=3&page=2", "page=99"] {
            let page = reader.page(&format!("{list}?{query}")).await;
            let mut found = violations(of_list(list, "answer"), &page);
            found.retain(|violation| !contradicts(list, violation));
            assert_eq!(found, [""; 0], "{list}");
        }
    }
}

#[tokio::test]
async fn every_item_has_every_published_member() {
    let server = TestServer::new().await;
    let reader = Reader::in_sandbox(&server).await;
    for (list, at_least) in LISTS.into_iter().zip([40, 8, 7]) {
        // Two members of a division are only in the example.
        let schema = &of_list(list, "answer")["properties"]["items"]["items"];
        let mut published: BTreeSet<String> = members(schema).into_iter().collect();
        let example = of_list(list, "example")["items"][0].as_object().unwrap();
        published.extend(example.keys().map(|member| format!("/{member}")));
        let of_item = published.iter().filter(|path| path.matches('/').count() == 1).count();
        assert_eq!(of_item, at_least, "{list}");
        for item in items(&reader, list).await {
            for path in &published {
                assert!(item.pointer(path).is_some(), "{list} {} has no {path}", item["name"]);
            }
        }
    }
}

#[tokio::test]
async fn where_the_published_file_contradicts_itself_the_example_counts() {
    let server = TestServer::new().await;
    let reader = Reader::in_sandbox(&server).await;
    for (list, member) in CONTRADICTIONS {
        let schema = &of_list(list, "answer")["properties"]["items"]["items"]["properties"][member];
        let example = &of_list(list, "example")["items"][0][member];
        assert_ne!(violations(schema, example), [""; 0], "{member} is no contradiction");
        for item in items(&reader, list).await {
            assert_eq!(item[member].is_string(), example.is_string(), "{item}");
        }
    }
    // The schema writes `shortname`, the example `shortName`: both are there.
    for unit in items(&reader, "dictionary/measurements").await {
        assert_eq!(unit["shortname"], unit["shortName"]);
    }
}

#[tokio::test]
async fn the_published_examples_are_among_the_items() {
    let server = TestServer::new().await;
    let reader = Reader::in_sandbox(&server).await;
    for (list, compared) in [
        ("dictionary/currencies", &["code", "numCode", "name", "shortName", "symbol"][..]),
        ("dictionary/measurements", &["code", "name", "shortName", "deletedAt"]),
    ] {
        let example = &of_list(list, "example")["items"][0];
        let is_example =
            |item: &Value| compared.iter().all(|member| item[*member] == example[*member]);
        assert!(items(&reader, list).await.iter().any(is_example), "{example}");
    }
}

#[tokio::test]
async fn every_published_country_has_divisions() {
    let server = TestServer::new().await;
    let reader = Reader::in_sandbox(&server).await;
    let parameters = of_list("divisions", "parameters").as_array().unwrap();
    let countries = parameters.iter().find(|parameter| parameter["name"] == "countryCodes[]");
    let countries = countries.unwrap()["schema"]["items"]["enum"].as_array().unwrap();
    assert_eq!(countries.len(), 16);
    for country in countries {
        let query = format!("divisions?countryCodes[]={}", country.as_str().unwrap());
        let page = reader.page(&query).await;
        assert!(page["total"].as_u64().unwrap() > 0, "{country}");
        for division in page["items"].as_array().unwrap() {
            assert_eq!(&division["countryCode"], country);
        }
    }
}

#[tokio::test]
async fn every_published_parameter_is_known() {
    let server = TestServer::new().await;
    let reader = Reader::in_sandbox(&server).await;
    for list in LISTS {
        for parameter in of_list(list, "parameters").as_array().unwrap() {
            let name = parameter["name"].as_str().unwrap();
            let schema = &parameter["schema"];
            let of_value = if schema["items"].is_object() { &schema["items"] } else { schema };
            let values: Vec<String> = match (&of_value["enum"], &of_value["example"]) {
                (Value::Array(values), _) => values
                    .iter()
                    .map(|value| value.as_str().map_or_else(|| value.to_string(), str::to_owned))
                    .collect(),
                (_, Value::String(example)) => vec![example.clone()],
                _ => vec!["1".to_owned()],
            };
            // Each coordinate needs the other.
            let other = match name {
                "latitude" => "&longitude=1",
                "longitude" => "&latitude=1",
                _ => "",
            };
            for value in values {
                let answer = reader.get(&format!("{list}?{name}={value}{other}")).await;
                assert_eq!(answer.status(), 200, "{list} {name}={value}");
                assert!(!answer.headers().contains_key("practice-ignored-parameters"), "{name}");
            }
        }
    }
}

#[tokio::test]
async fn the_published_statuses_are_described() {
    let server = TestServer::new().await;
    let url = format!("http://127.0.0.1:{}/openapi.json", server.port());
    let described = read(server.http.get(url).send().await.unwrap()).await.1;
    let calls = LISTS.map(|list| (format!("/{list}"), "get", of_list(list, "statuses")));
    let [keys, authorization] =
        ["testApiKeys", "authorization"].map(|call| &FACTS[call]["statuses"]);
    for (path, method, statuses) in calls.into_iter().chain([
        ("/test-api-keys".to_owned(), "post", keys),
        ("/clients/authorization".to_owned(), "get", authorization),
    ]) {
        let responses = &described["paths"][path.as_str()][method]["responses"];
        for status in statuses.as_array().unwrap() {
            assert!(responses[status.as_str().unwrap()].is_object(), "{path} {status}");
        }
    }
}

#[tokio::test]
async fn a_key_and_its_errors_have_the_published_shape() {
    let server = TestServer::new().await;
    let facts = &FACTS["testApiKeys"];
    let (status, key) =
        read(server.key_request(&facts["request"]["example"]).send().await.unwrap()).await;
    assert_eq!((status.as_u16(), violations(&facts["answer"], &key)), (200, vec![]));
    for (plays, status, example) in [
        (Plays::PhoneRefused, "400", 1),
        (Plays::NotRegistered, "404", 0),
        (Plays::SeveralClients, "409", 0),
        (Plays::DailyLimit, "429", 0),
    ] {
        let (got, body) = read(server.request_key(phone(plays)).await).await;
        assert_eq!(got.as_str(), status);
        assert_eq!(body, facts["errors"][status][example]);
        assert_eq!(violations(&facts["errorList"], &body), [""; 0]);
    }
    let (_, body) = read(server.key_request(&json!({})).send().await.unwrap()).await;
    assert_eq!(body, facts["errors"]["400"][0]);
    let (_, token) = read(server.authorize(&text(&key, "apiKey")).await).await;
    assert_eq!(violations(&FACTS["authorization"]["answer"], &token), [""; 0]);
    for claim in FACTS["authorization"]["claims"].as_array().unwrap() {
        let claims = crate::test_server::claims(&text(&token, "jwt"));
        assert!(!claims[claim.as_str().unwrap()].is_null(), "{claim}");
    }
}

#[tokio::test]
async fn every_other_error_has_the_shape_of_the_published_examples() {
    let server = TestServer::new().await;
    let reader = Reader::in_sandbox(&server).await;
    let mut answers = vec![
        server.request_key(phone(Plays::ServiceError)).await,
        server.request_key(phone(Plays::ServiceUnavailable)).await,
        server.authorize("").await,
        server.authorize("short").await,
        server.authorize(&"0".repeat(32)).await,
        server.http.get(server.url("nowhere")).send().await.unwrap(),
        server.http.post(server.url("divisions")).send().await.unwrap(),
    ];
    for plays in [Plays::KeyRefused, Plays::AccessForbidden, Plays::TooManyTokens] {
        answers.push(server.authorize(&server.key(phone(plays)).await).await);
    }
    for list in LISTS {
        answers.push(reader.get_as("", list).await);
        answers.push(reader.get(&format!("{list}?limit=0")).await);
    }
    let examples = FACTS["errorObject"]["examples"].as_array().unwrap();
    assert!(examples.iter().all(|example| example["errors"]["errorMessage"].is_string()));
    for answer in answers {
        let (status, body) = read(answer).await;
        assert!(status.is_client_error() || status.is_server_error());
        assert_eq!(violations(&FACTS["errorObject"]["schema"], &body), [""; 0]);
        let errors = body["errors"].as_object().unwrap();
        assert!(errors.values().all(Value::is_string), "{body}");
        assert_eq!(errors.keys().collect::<Vec<_>>(), ["errorMessage"]);
    }
}
