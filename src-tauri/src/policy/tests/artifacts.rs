//! The schema, the templates for Windows and the example for macOS have the members of the list.

use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::*;

const ADMX: &str = include_str!("../../../windows/policy/keydesk.admx");
const ADML: [&str; 2] = [
    include_str!("../../../windows/policy/en-US/keydesk.adml"),
    include_str!("../../../windows/policy/uk-UA/keydesk.adml"),
];
const KEY: &str = r"Software\Policies\Key Desk";

/// An element of XML: its name, and its attributes.
type Element = (String, BTreeMap<String, String>);

fn elements(xml: &str) -> Vec<Element> {
    let element = |start: &BytesStart<'_>| {
        let attributes = start.attributes().map(|attribute| {
            let attribute = attribute.unwrap();
            (attribute.key.as_ref().to_owned(), attribute.value.into_owned())
        });
        (start.name().as_ref().to_owned(), attributes.collect())
    };
    let mut reader = Reader::from_str(xml);
    let mut found = Vec::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) | Event::Empty(start) => found.push(element(&start)),
            Event::Eof => return found,
            _ => {}
        }
    }
}

/// The values of the registry that a member is read from: key, name, and the element of the template.
fn registry_values(member: PolicyMember) -> Vec<(String, &'static str, &'static str)> {
    let (name, key) = (member.name(), KEY.to_owned());
    match member.kind() {
        Kind::Switch => vec![(key, name, "policy")],
        Kind::Words(_) => vec![(key, name, "multiText")],
        Kind::HttpsAddress | Kind::Proxy => vec![(key, name, "text")],
        Kind::Addresses(parts) | Kind::Times(parts) => {
            parts.iter().map(|part| (format!(r"{key}\{name}"), *part, "text")).collect()
        }
    }
}

fn sorted(mut names: Vec<&str>) -> Vec<&str> {
    names.sort_unstable();
    names
}

#[test]
fn the_templates_for_windows_set_the_values_that_are_read() {
    let mut key = String::new();
    let mut set = Vec::new();
    for (element, attributes) in elements(ADMX) {
        if element == "policy" {
            key.clone_from(&attributes["key"]);
        }
        if let Some(name) = attributes.get("valueName") {
            set.push((key.clone(), name.clone(), element));
        }
    }
    let read = PolicyMember::ALL.into_iter().flat_map(registry_values);
    let read: Vec<_> =
        read.map(|(key, name, element)| (key, name.to_owned(), element.to_owned())).collect();
    assert_eq!(set, read);
}

#[test]
fn each_language_has_the_texts_that_the_templates_name() {
    let mut named = Vec::new();
    for (_, attributes) in elements(ADMX) {
        named.extend(attributes.into_values().filter_map(|value| {
            let inside = value.strip_prefix("$(")?.strip_suffix(')')?;
            inside.split_once('.').map(|(kind, id)| (kind.to_owned(), id.to_owned()))
        }));
    }
    let fields = elements(ADMX)
        .into_iter()
        .filter(|(element, _)| ["text", "multiText"].contains(&element.as_str()))
        .map(|(_, attributes)| attributes["id"].clone());
    let mut fields: Vec<_> = fields.collect();
    named.sort();
    fields.sort();
    for adml in ADML {
        let (mut texts, mut boxes) = (vec![], vec![]);
        for (element, attributes) in elements(adml) {
            if ["string", "presentation"].contains(&element.as_str()) {
                texts.push((element, attributes["id"].clone()));
            } else if let Some(field) = attributes.get("refId") {
                boxes.push(field.clone());
            }
        }
        texts.sort();
        boxes.sort();
        assert_eq!((&texts, &boxes), (&named, &fields));
    }
}

#[test]
fn the_example_for_macos_is_a_policy_with_every_member() {
    let profile = include_bytes!("../../../macos/keydesk.mobileconfig");
    let profile: Value = plist::from_bytes(profile).unwrap();
    let mut payload = profile["PayloadContent"][0].as_object().unwrap().clone();
    assert_eq!(payload["PayloadType"], "app.keydesk");
    payload.retain(|name, _| !name.starts_with("Payload"));
    let read = Policy::of(String::new(), Ok(Some(payload)));
    assert_eq!(
        (read.problems.as_slice(), read.info().members.as_slice()),
        (&[] as &[_], &PolicyMember::ALL as &[_])
    );
}

#[test]
fn the_schema_has_the_members_and_words_that_are_read() {
    let schema: Value =
        serde_json::from_str(include_str!("../../../../docs/policy.schema.json")).unwrap();
    assert_eq!(schema["additionalProperties"], false);
    let properties = schema["properties"].as_object().unwrap();
    let mut names: Vec<&str> = properties.keys().map(String::as_str).collect();
    names.retain(|name| *name != "$schema");
    let members = PolicyMember::ALL.map(PolicyMember::name);
    assert_eq!(sorted(names), sorted(members.to_vec()));
    for member in PolicyMember::ALL {
        let property = &properties[member.name()];
        match member.kind() {
            Kind::Switch => assert_eq!(property["type"], "boolean"),
            Kind::HttpsAddress | Kind::Proxy => assert_eq!(property["type"], "string"),
            Kind::Words(words) => {
                assert_eq!(property["items"]["enum"], json!(words));
                let limits = (&property["minItems"], &property["uniqueItems"]);
                assert_eq!(limits, (&json!(1), &json!(true)));
            }
            Kind::Addresses(parts) | Kind::Times(parts) => {
                assert_eq!(property["additionalProperties"], false);
                let names = property["properties"].as_object().unwrap().keys();
                let names = names.map(String::as_str).collect();
                assert_eq!(sorted(names), sorted(parts.to_vec()));
            }
        }
    }
}
