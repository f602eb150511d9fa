//! Small pages and files of our own, as Nova Post could publish them.

use serde_json::{Value, json};

use super::facts::{Fact, Facts, PageFacts, Place};
use super::page::Page;
use super::{Report, openapi};
use crate::program;

fn project() -> Facts {
    Facts::read(&program::root()).unwrap()
}

fn fact(id: &str, says: &str, is_link: bool) -> Fact {
    let place = Place { file: "docs/sources.md".to_owned(), text: String::new(), line: Some(7) };
    Fact { id: id.to_owned(), says: vec![says.to_owned()], is_link, places: vec![place] }
}

fn known() -> PageFacts {
    let guide = Place { file: "ui/guides/a.json".to_owned(), text: String::new(), line: Some(2) };
    PageFacts {
        id: "NP-docs".to_owned(),
        title: "How to get a parcel".to_owned(),
        address: "https://portal.example/parcel".to_owned(),
        read: "2026-11".to_owned(),
        guides: vec![guide],
        facts: vec![
            fact("limit", "three parcels per week", false),
            fact("path", "Parcels → New", false),
            fact("link", "https://portal.example/new", true),
        ],
    }
}

fn compared(page: &str) -> Report {
    Page::of(page.to_owned()).compare(&known())
}

const PAGE: &str = r#"<!DOCTYPE html><html><head><title>How to get a parcel | Portal</title>
<style>p > a { color: red }</style><script>if (1 < 2) { var x = "<p>four parcels</p>" }</script></head>
<body><h1>How to get a parcel</h1><p>A person may have <b>three</b>
parcels per&nbsp;week.</p><ul><li>Open “Parcels → New”</li><li><a href="https://portal.example/new">here</a></li></ul>
<p>Last updated <time datetime="2026-10-30T10:00:00Z">a month ago</time></p></body></html>"#;

#[test]
fn every_place_in_the_project_has_its_fact() {
    let facts = project();
    let lost: Vec<String> = facts
        .places()
        .filter(|place| place.line.is_none())
        .map(|place| format!("{}: {}", place.file, place.text))
        .collect();
    assert_eq!(lost, [""; 0], "docs/facts.json names texts that are not there any more");
    assert!(facts.places().count() > 50);
}

#[test]
fn every_page_is_a_source_and_was_read_in_the_month_that_its_guides_name() {
    let sources = std::fs::read_to_string(program::root().join("docs/sources.md")).unwrap();
    for page in project().pages {
        let id = page.id.split('/').next().unwrap_or_default();
        assert!(sources.contains(&format!("| {id} |")), "{id}");
        assert!(sources.contains(&page.address), "{}", page.address);
        for guide in page.guides {
            let text = std::fs::read_to_string(program::root().join(&guide.file)).unwrap();
            let checked: Value = serde_json::from_str(&text).unwrap();
            assert_eq!(checked["checked"], page.read, "{}", guide.file);
        }
    }
}

#[test]
fn a_page_that_says_the_same_has_not_changed() {
    let report = compared(PAGE);
    assert_eq!(report.changes, [""; 0]);
    assert_eq!(report.notes, ["the page was last changed on 2026-10-30"]);
    let markdown = "# How to get a parcel\n\n**three parcels** per week\\\nParcels -> New [x](https://portal.example/new)\n";
    assert_eq!(compared(markdown).changes, [""; 0]);
    assert_eq!(compared(markdown).notes, ["the page has no date"]);
}

#[test]
fn a_changed_number_is_named_with_its_place_and_the_new_text() {
    let page = PAGE.replace("<b>three</b>", "<b>five</b>");
    assert_eq!(
        compared(&page).changes,
        [
            r#"limit: no longer says "three parcels per week", as in docs/sources.md:7; the closest is "A person may have five parcels per week.""#
        ]
    );
}

#[test]
fn a_removed_paragraph_and_another_link_are_named() {
    let page = PAGE.replace("<li>Open “Parcels → New”</li>", "").replace("/new\"", "/other\"");
    let found = compared(&page).changes;
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found[0].starts_with("path: ") && found[1].starts_with("link: "), "{found:?}");
    let text = "How to get a parcel\nthree parcels per week\nParcels → New\n";
    assert_eq!(compared(text).changes, [""; 0]);
    assert_eq!(compared(text).notes[1], "link: not compared, the file has no links");
}

#[test]
fn a_page_that_was_changed_later_has_to_be_read_again() {
    let found = compared(&PAGE.replace("2026-10-30", "2026-12-01")).changes;
    assert_eq!(found.len(), 1);
    assert!(
        found[0].contains("ui/guides/a.json:2") && found[0].contains("2026-12-01"),
        "{found:?}"
    );
}

#[test]
fn a_page_is_recognized_by_its_title_or_its_address() {
    assert!(Page::of(PAGE.to_owned()).is(&known()));
    assert!(!Page::of("A page about something else\n".to_owned()).is(&known()));
    let canonical = r#"<html><link rel="canonical" href="https://portal.example/parcel"><p>x"#;
    assert!(Page::of(canonical.to_owned()).is(&known()));
}

/// A file with what the project relies on, made from the project's own facts.
fn published() -> Value {
    let facts = project().openapi;
    let mut paths = json!({});
    for call in &facts.calls {
        let content =
            |schema: &Value| json!({ "content": { "application/json": { "schema": schema } } });
        let mut operation = json!({ "responses": {}, "parameters": call.published["parameters"] });
        for status in call.published["statuses"].as_array().into_iter().flatten() {
            operation["responses"][status.as_str().unwrap()] = json!({});
        }
        operation["responses"]["200"] = content(&call.published["answer"]);
        operation["requestBody"] = content(&call.published["request"]["schema"]);
        paths[&call.path] = json!({ call.method.to_lowercase(): operation });
    }
    let texts: Vec<&str> = facts.texts.iter().map(|fact| fact.says[0].as_str()).collect();
    let servers: Vec<Value> =
        facts.servers.iter().map(|server| json!({ "url": server.says[0] })).collect();
    json!({
        "info": { "version": facts.version, "description": texts.join("\n") },
        "servers": servers,
        "paths": paths,
    })
}

fn changes(file: &Value) -> Vec<String> {
    openapi::compare(&project(), &file.to_string(), "openapi.json").unwrap().changes
}

#[test]
fn the_file_that_the_project_was_written_from_has_not_changed() {
    assert_eq!(changes(&published()), [""; 0]);
}

#[test]
fn changed_statuses_members_and_parameters_are_named() {
    let mut file = published();
    let key = &mut file["paths"]["/test-api-keys"]["post"];
    key["responses"]["418"] = json!({});
    key["responses"].as_object_mut().unwrap().remove("409");
    let answer = &mut key["responses"]["200"]["content"]["application/json"]["schema"];
    answer["properties"]["status"]["enum"] = json!(["Active", "Paused"]);
    file["paths"]["/dictionary/currencies"]["get"]["parameters"][0]["name"] = json!("size");
    let found = changes(&file);
    let has = |start: &str, text: &str| {
        found.iter().any(|line| line.starts_with(start) && line.contains(text))
    };
    assert_eq!(found.len(), 5, "{found:#?}");
    assert!(has("POST /test-api-keys, statuses", "409, as in"));
    assert!(has("POST /test-api-keys, statuses", "418 is new"));
    assert!(has("POST /test-api-keys, answer", "it is string Active|Paused"));
    assert!(has("GET /dictionary/currencies, parameters", "size is new"));
}

#[test]
fn another_version_server_or_limit_and_a_lost_call_are_named() {
    let mut file = published();
    file["info"]["version"] = json!("1.1.0");
    file["servers"][0]["url"] = json!("https://stage.example/v.1.0");
    let text = file["info"]["description"].as_str().unwrap().replace("90 days", "30 days");
    file["info"]["description"] = json!(text);
    file["paths"].as_object_mut().unwrap().remove("/shipments");
    let found = changes(&file);
    let starts: Vec<&str> = found.iter().filter_map(|line| line.split(':').next()).collect();
    assert_eq!(
        starts,
        ["version", "server", "deleted-after-90-days", "GET /shipments"],
        "{found:#?}"
    );
    assert!(found[2].ends_with(r#"the closest is "30 days""#), "{found:#?}");
}

#[test]
fn a_new_call_about_keys_is_named_and_others_are_counted() {
    let mut file = published();
    file["paths"]["/api-keys/{id}"] = json!({ "delete": {} });
    file["paths"]["/parcels"] = json!({ "get": {}, "post": {} });
    let report = openapi::compare(&project(), &file.to_string(), "openapi.json").unwrap();
    assert_eq!(report.changes.len(), 1, "{:?}", report.changes);
    assert!(report.changes[0].starts_with("DELETE /api-keys/{id}: "));
    assert_eq!(report.notes, ["2 calls of the file are not used by the project"]);
}

#[test]
fn yaml_is_read_as_well_and_another_file_is_refused() {
    let yaml = "openapi: 3.0.3\ninfo: { version: 1.0.0 }\npaths:\n  /test-api-keys:\n    post:\n      responses:\n        200: {}\n        429: { description: x }\n";
    let report = openapi::compare(&project(), yaml, "openapi.yaml").unwrap();
    assert!(
        report.changes.iter().any(|line| line.contains("statuses: 409, as in")),
        "{:#?}",
        report.changes
    );
    assert!(openapi::compare(&project(), "a: [", "broken.yaml").is_err());
    assert!(openapi::compare(&project(), "hello", "page.txt").is_err());
}
