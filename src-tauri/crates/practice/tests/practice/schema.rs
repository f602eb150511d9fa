//! Checks JSON against a schema of `OpenAPI` 3.0, as far as the published facts use it.

use serde_json::Value;

/// Every part of a value that the schema doesn't allow, with its path.
pub(crate) fn violations(schema: &Value, value: &Value) -> Vec<String> {
    let mut found = Vec::new();
    check(schema, value, "", &mut found);
    found
}

/// The paths of all members of an object that the schema names, as JSON pointers. Of a list, the first entry
/// counts.
pub(crate) fn members(schema: &Value) -> Vec<String> {
    let mut paths = Vec::new();
    collect(schema, "", &mut paths);
    paths
}

fn collect(schema: &Value, path: &str, paths: &mut Vec<String>) {
    for (name, member) in schema["properties"].as_object().into_iter().flatten() {
        paths.push(format!("{path}/{name}"));
        collect(member, &format!("{path}/{name}"), paths);
    }
    if schema["items"].is_object() {
        collect(&schema["items"], &format!("{path}/0"), paths);
    }
}

fn check(schema: &Value, value: &Value, path: &str, found: &mut Vec<String>) {
    if value.is_null() && schema["nullable"] == true {
        return;
    }
    let has_type = match schema["type"].as_str() {
        None => true,
        Some("object") => value.is_object(),
        Some("array") => value.is_array(),
        Some("string") => value.is_string(),
        Some("integer") => value.is_i64() || value.is_u64(),
        Some("number") => value.is_number(),
        Some("boolean") => value.is_boolean(),
        Some(other) => panic!("{other}"),
    };
    if !has_type {
        found.push(format!("{path} is {value}, not {}", schema["type"]));
        return;
    }
    let in_limits = |limit: &str, fits: fn(f64, f64) -> bool, size: Option<f64>| {
        schema[limit].as_f64().zip(size).is_none_or(|(limit, size)| fits(size, limit))
    };
    let length = value.as_str().map(|text| f64::from(u32::try_from(text.chars().count()).unwrap()));
    if !(in_limits("minimum", |size, least| size >= least, value.as_f64())
        && in_limits("maximum", |size, most| size <= most, value.as_f64())
        && in_limits("minLength", |size, least| size >= least, length)
        && in_limits("maxLength", |size, most| size <= most, length))
    {
        found.push(format!("{path} is {value}, outside of the limits"));
    }
    if schema["enum"].as_array().is_some_and(|values| !values.contains(value)) {
        found.push(format!("{path} is {value}, not one of {}", schema["enum"]));
    }
    if let Some(pattern) = schema["pattern"].as_str() {
        let length = match pattern {
            "^[A-Z]{2}$" => 2,
            "^[A-Z]{3}$" => 3,
            other => panic!("{other}"),
        };
        let text = value.as_str().unwrap();
        if text.len() != length || !text.bytes().all(|byte| byte.is_ascii_uppercase()) {
            found.push(format!("{path} is {value}, not like {pattern}"));
        }
    }
    for required in schema["required"].as_array().into_iter().flatten() {
        if value.get(required.as_str().unwrap()).is_none() {
            found.push(format!("{path} has no {required}"));
        }
    }
    for (name, member) in value.as_object().into_iter().flatten() {
        match schema["properties"].get(name) {
            Some(schema) => check(schema, member, &format!("{path}/{name}"), found),
            None if schema["additionalProperties"] == false => {
                found.push(format!("{path} can't have {name}"));
            }
            None => {}
        }
    }
    for (index, item) in value.as_array().into_iter().flatten().enumerate() {
        check(&schema["items"], item, &format!("{path}/{index}"), found);
    }
}

#[test]
fn a_wrong_value_is_found() {
    let schema = serde_json::json!({
        "type": "object",
        "required": ["id"],
        "additionalProperties": false,
        "properties": {
            "id": { "type": "integer", "minimum": 1 },
            "code": { "type": "string", "pattern": "^[A-Z]{2}$", "nullable": true },
            "list": { "type": "array", "items": { "type": "string", "maxLength": 2 } },
            "kind": { "type": "string", "enum": ["a", "b"] },
        },
    });
    for (json, count) in [
        (r#"{"id":1}"#, 0),
        (r#"{"id":1,"code":null,"list":["ab"],"kind":"a"}"#, 0),
        ("[]", 1),
        ("{}", 1),
        (r#"{"id":0}"#, 1),
        (r#"{"id":1.5}"#, 1),
        (r#"{"id":"1","code":"pl","list":["abc",1],"kind":"c","other":1}"#, 6),
    ] {
        let found = violations(&schema, &serde_json::from_str(json).unwrap());
        assert_eq!(found.len(), count, "{json}: {found:?}");
    }
}
