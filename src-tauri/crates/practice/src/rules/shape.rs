//! Reads JSON and says which member is wrong, without quoting a value: it can be a key.

use std::fmt;

use serde::Deserialize;
use serde_path_to_error::Segment;

use super::object::Object;

/// Why JSON can't be read.
#[derive(Debug)]
pub(crate) struct ShapeError {
    /// The lists, entries and members down to the wrong one.
    path: Vec<String>,
    problem: String,
    line: usize,
    column: usize,
}

/// Reads a JSON object.
pub(crate) fn read_object<'a, T: Deserialize<'a>>(json: &'a [u8]) -> Result<T, ShapeError> {
    let mut deserializer = serde_json::Deserializer::from_slice(json);
    let Object(read) = serde_path_to_error::deserialize(&mut deserializer).map_err(|error| {
        let path = error.path().iter().filter_map(part).collect();
        ShapeError::new(path, error.inner())
    })?;
    deserializer.end().map_err(|error| ShapeError::new(Vec::new(), &error))?;
    Ok(read)
}

impl ShapeError {
    fn new(path: Vec<String>, error: &serde_json::Error) -> Self {
        let text = error.to_string();
        let at = format!(" at line {} column {}", error.line(), error.column());
        let text = text.strip_suffix(&at).unwrap_or(&text);
        let problem = problem(text, error.is_data());
        Self { path, problem, line: error.line(), column: error.column() }
    }
}

/// An entry of a list, counted from 1, or a member. `None` if the parser had no name for it.
fn part(segment: &Segment) -> Option<String> {
    match segment {
        Segment::Seq { index } => Some(format!("entry {}", index + 1)),
        Segment::Map { key } => Some(name(key)),
        Segment::Enum { .. } | Segment::Unknown => None,
    }
}

/// serde's message without what the file contains: only names of members and what was expected.
fn problem(text: &str, is_data: bool) -> String {
    let quoted = |start: &str| text.strip_prefix(start)?.split_once('`').map(|(name, _)| name);
    // The last one is serde's own: what comes before it can quote the file.
    let expected = text.rsplit_once(", expected ").map(|(_, expected)| expected);
    if let Some(missing) = quoted("missing field `") {
        format!("{missing} is missing")
    } else if let Some(unknown) = quoted("unknown field `") {
        format!("there is no member {}", name(unknown))
    } else if let Some(twice) = quoted("duplicate field `") {
        format!("{twice} is there twice")
    } else if let Some(expected) = expected {
        // What serde calls a sequence is a list in the documentation.
        format!("expected {}", expected.replace('`', "").replace("a sequence", "a list"))
    } else if is_data {
        // Of a time, for example. Such a message can quote the value.
        "the value can't be read".to_owned()
    } else {
        // The parser's own messages are fixed sentences.
        text.replace('`', "")
    }
}

/// The name of a member. A long one, or one with many digits, can be a key or a phone number in the wrong
/// place.
fn name(name: &str) -> String {
    let digits = name.bytes().filter(u8::is_ascii_digit).count();
    let is_word = name.len() <= 30 && digits < 7 && !name.chars().any(char::is_control);
    if is_word { name.to_owned() } else { "…".to_owned() }
}

impl fmt::Display for ShapeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { path, problem, line, column } = self;
        if !path.is_empty() {
            write!(f, "{}: ", path.join(", "))?;
        }
        write!(f, "{problem} (line {line}, column {column})")
    }
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, Utc};

    use super::*;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields, rename_all = "camelCase")]
    #[expect(dead_code, reason = "only read")]
    struct Outer {
        list: Vec<Object<Inner>>,
    }

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields, rename_all = "camelCase")]
    #[expect(dead_code, reason = "only read")]
    struct Inner {
        phone: String,
        api_key: Option<String>,
        at: Option<DateTime<Utc>>,
        kind: Option<Kind>,
    }

    #[derive(Debug, Deserialize)]
    #[serde(rename_all = "snake_case")]
    enum Kind {
        One,
        Two,
    }

    #[test]
    fn an_error_names_the_member_and_quotes_no_value() {
        for (json, error) in [
            (
                r#"{"list":[{"phone":1}]}"#,
                "list, entry 1, phone: expected a string (line 1, column 19)",
            ),
            (
                r#"{"list":[{"phone":"secret, expected x","apiKey":["secret"]}]}"#,
                "list, entry 1, apiKey: expected a string (line 1, column 48)",
            ),
            (
                r#"{"list":[{"phone":"1"},{"apiKey":"secret"}]}"#,
                "list, entry 2: phone is missing (line 1, column 42)",
            ),
            (
                r#"{"list":[{"phone":"1","key":"secret"}]}"#,
                "list, entry 1, key: there is no member key (line 1, column 27)",
            ),
            (
                r#"{"list":[{"phone":"1","at":"secret"}]}"#,
                "list, entry 1, at: the value can't be read (line 1, column 35)",
            ),
            (
                r#"{"list":[{"phone":"1","kind":"secret"}]}"#,
                "list, entry 1, kind: expected one or two (line 1, column 37)",
            ),
            (
                r#"{"list":[{"phone":"1","phone":"secret"}]}"#,
                "list, entry 1: phone is there twice (line 1, column 29)",
            ),
            (r#"{"list":["secret"]}"#, "list, entry 1: expected an object (line 1, column 17)"),
            (r#"{"list":"secret"}"#, "list: expected a list (line 1, column 16)"),
            (r#""secret""#, "expected an object (line 1, column 8)"),
            ("{}", "list is missing (line 1, column 2)"),
            (r#"{"list":[]} secret"#, "trailing characters (line 1, column 13)"),
            (r#"{"list":[secret"#, "list, entry 1: expected value (line 1, column 10)"),
            ("", "EOF while parsing a value (line 1, column 0)"),
            (
                r#"{"0123456789abcdef0123456789abcdef":1}"#,
                "…: there is no member … (line 1, column 35)",
            ),
        ] {
            assert_eq!(read_object::<Outer>(json.as_bytes()).unwrap_err().to_string(), error);
        }
    }
}
