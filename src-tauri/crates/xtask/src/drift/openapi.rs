//! Nova Post's `OpenAPI` file, against what practice was written from.

use std::collections::BTreeMap;

use saphyr::{LoadableYamlNode, Scalar, Yaml};
use serde_json::{Map, Value};
use test_driver::{Context, Error};

use super::Report;
use super::facts::{Call, Facts, list, texts, written};
use super::page;

/// How many references are followed. A schema can refer to itself.
const DEPTH: usize = 12;

const METHODS: [&str; 5] = ["get", "post", "put", "patch", "delete"];

/// Names, each with its type.
type Members = BTreeMap<String, String>;

/// What the file says differently. Fails if it is no `OpenAPI` file.
pub(super) fn compare(facts: &Facts, text: &str, file: &str) -> Result<Report, Error> {
    let document = parsed(text, file)?;
    if !document["paths"].is_object() {
        return Err(Error::new(format!("{file}: has no paths, so it is no OpenAPI file")));
    }
    let facts = &facts.openapi;
    let mut report = Report::default();
    let version = document["info"]["version"].as_str().unwrap_or("none");
    if version != facts.version {
        let places = written(&facts.version_places);
        report.changes.push(format!(
            "version: no longer {:?}, as in {places}; it is {version:?} now",
            facts.version
        ));
    }
    let servers: Vec<&str> =
        list(&document["servers"]).iter().filter_map(|server| server["url"].as_str()).collect();
    for server in &facts.servers {
        let wanted = server.says[0].trim_end_matches('/');
        if !servers.iter().any(|found| found.trim_end_matches('/') == wanted) {
            report.changes.push(format!(
                "server: {wanted:?}, as in {}, is not there any more; there are {}",
                written(&server.places),
                servers.join(", ")
            ));
        }
    }
    let described = descriptions(&document);
    for fact in &facts.texts {
        if !page::says(&described.join(" "), fact) {
            let lines = described.iter().flat_map(|text| text.lines());
            report.changes.push(page::missing(fact, page::closest(lines, &fact.says[0])));
        }
    }
    for call in &facts.calls {
        report.changes.extend(compare_call(&document, call));
    }
    new_calls(&document, facts.calls.as_slice(), &facts.watched, &mut report);
    Ok(report)
}

fn compare_call(document: &Value, call: &Call) -> Vec<String> {
    let Call { method, path, places, published } = call;
    let places = written(places);
    let name = format!("{method} {path}");
    let operation = calls(document)
        .find(|(found_method, found_path, _)| found_method == method && is_path(found_path, path));
    let Some((_, _, operation)) = operation else {
        return vec![format!("{name}: is not there any more; see {places}")];
    };
    if published.is_null() {
        return Vec::new();
    }
    let mut changes = Vec::new();
    let mut report = |what: &str, known: &Members, found: &Members| {
        for (member, kind) in known {
            match found.get(member) {
                Some(now) if now == kind => {}
                Some(now) => changes.push(format!(
                    "{name}, {what}: {member} was {kind}, as in {places}; it is {now} now"
                )),
                None => changes.push(format!(
                    "{name}, {what}: {member}, as in {places}, is not there any more"
                )),
            }
        }
        let new = found.keys().filter(|member| !known.contains_key(*member));
        changes.extend(new.map(|member| format!("{name}, {what}: {member} is new; see {places}")));
    };
    let found = operation["responses"].as_object().into_iter().flatten();
    let found = found.map(|(status, _)| (status.clone(), String::new())).collect();
    let known = texts(&published["statuses"]).into_iter();
    report("statuses", &known.map(|status| (status, String::new())).collect(), &found);
    let schema = |of: &Value| {
        let content = resolved(document, of)["content"].as_object();
        content
            .and_then(|types| types.values().next())
            .map_or(Value::Null, |content| content["schema"].clone())
    };
    if published["request"].is_object() {
        let found = members(document, &schema(&operation["requestBody"]));
        report("body", &members(document, &published["request"]["schema"]), &found);
    }
    if published["answer"].is_object() {
        let found = members(document, &schema(&operation["responses"]["200"]));
        report("answer", &members(document, &published["answer"]), &found);
    }
    if published["parameters"].is_array() {
        let found = parameters(document, &operation["parameters"]);
        report("parameters", &parameters(document, &published["parameters"]), &found);
    }
    changes
}

/// Calls that the project does not know and that are about keys or tokens. Others are counted.
fn new_calls(document: &Value, known: &[Call], watched: &[String], report: &mut Report) {
    let mut others = 0;
    for (method, path, _) in calls(document) {
        if known.iter().any(|call| call.method == method && is_path(path, &call.path)) {
            continue;
        }
        if watched.iter().any(|word| path.to_lowercase().contains(word.as_str())) {
            report.changes.push(format!(
                "{method} {path}: the project does not know this call; it may do what no page offered before"
            ));
        } else {
            others += 1;
        }
    }
    report.notes.push(format!("{others} calls of the file are not used by the project"));
}

/// All calls: method in upper case, path, description.
fn calls(document: &Value) -> impl Iterator<Item = (String, &str, &Value)> {
    let paths = document["paths"].as_object().into_iter().flatten();
    paths.flat_map(|(path, item)| {
        METHODS
            .iter()
            .copied()
            .filter(|method| item[*method].is_object())
            .map(move |method| (method.to_uppercase(), path.as_str(), &item[method]))
    })
}

fn is_path(found: &str, wanted: &str) -> bool {
    found.trim_matches('/') == wanted.trim_matches('/')
}

/// The members of a schema with their types: `items/code` is `string`.
fn members(document: &Value, schema: &Value) -> Members {
    let mut found = Members::new();
    collect(document, schema, "", DEPTH, &mut found);
    found
}

fn collect(document: &Value, schema: &Value, path: &str, depth: usize, found: &mut Members) {
    if depth == 0 {
        return;
    }
    let schema = resolved(document, schema);
    for part in ["allOf", "anyOf", "oneOf"].iter().flat_map(|kind| list(&schema[*kind])) {
        collect(document, part, path, depth - 1, found);
    }
    collect(document, &schema["items"], path, depth - 1, found);
    let required = texts(&schema["required"]);
    for (name, member) in schema["properties"].as_object().into_iter().flatten() {
        let member = resolved(document, member);
        let path = format!("{path}{name}");
        let mut kind = kind_of(member);
        if required.contains(name) {
            kind.push_str(", required");
        }
        found.insert(path.clone(), kind);
        collect(document, member, &format!("{path}/"), depth - 1, found);
    }
}

/// The type of a value, with the values that it can have.
fn kind_of(schema: &Value) -> String {
    let kind = schema["type"].as_str().unwrap_or("any").to_owned();
    let values: Vec<String> = list(&schema["enum"]).iter().map(written_value).collect();
    if values.is_empty() { kind } else { format!("{kind} {}", values.join("|")) }
}

fn written_value(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn parameters(document: &Value, parameters: &Value) -> Members {
    let parameters = list(parameters).iter().map(|parameter| resolved(document, parameter));
    parameters
        // Nova Post describes the language and the token as headers of some calls.
        .filter(|parameter| parameter["in"] != "header")
        .map(|parameter| {
            let schema = resolved(document, &parameter["schema"]);
            let items = resolved(document, &schema["items"]);
            let kind = kind_of(if items.is_object() { items } else { schema });
            (parameter["name"].as_str().unwrap_or_default().to_owned(), kind)
        })
        .collect()
}

/// The value that a reference leads to.
fn resolved<'a>(document: &'a Value, value: &'a Value) -> &'a Value {
    let target = value["$ref"].as_str().and_then(|target| target.strip_prefix('#'));
    target.and_then(|target| document.pointer(target)).unwrap_or(value)
}

/// All descriptions, summaries and contacts.
fn descriptions(value: &Value) -> Vec<String> {
    let mut found = Vec::new();
    match value {
        Value::String(text) => found.push(text.clone()),
        Value::Array(items) => found.extend(items.iter().flat_map(descriptions)),
        Value::Object(members) => found.extend(members.values().flat_map(descriptions)),
        _ => {}
    }
    found
}

/// A document in YAML or JSON. JSON is read as itself: YAML allows less in a key.
fn parsed(text: &str, file: &str) -> Result<Value, Error> {
    if text.trim_start().starts_with('{') {
        return serde_json::from_str(text).context(file);
    }
    let documents = Yaml::load_from_str(text).context(file)?;
    documents.first().map(json).ok_or_else(|| Error::new(format!("{file}: is empty")))
}

fn json(yaml: &Yaml) -> Value {
    match yaml {
        Yaml::Value(Scalar::Boolean(value)) => Value::Bool(*value),
        Yaml::Value(Scalar::Integer(value)) => Value::from(*value),
        Yaml::Value(Scalar::FloatingPoint(value)) => Value::from(value.into_inner()),
        Yaml::Value(Scalar::String(value)) => Value::from(value.as_ref()),
        Yaml::Sequence(items) => items.iter().map(json).collect(),
        Yaml::Mapping(members) => {
            let members =
                members.iter().map(|(key, value)| (written_value(&json(key)), json(value)));
            Value::Object(members.collect::<Map<_, _>>())
        }
        Yaml::Tagged(_, value) => json(value),
        _ => Value::Null,
    }
}
