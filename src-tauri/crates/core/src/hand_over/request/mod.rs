//! A developer's request for a key: JSON in a file, or between two marker lines in an email. `docs/hand-over.md` has the
//! format, and `docs/key-request.schema.json` its schema.
//!
//! Anybody can write one, so the reader is strict: a member that it does not know, a wrong type, a text that is too long
//! or has characters that are not seen is refused with its name.

mod members;
mod text;

use serde_json::{Value, json};

use self::members::Members;
use super::RecipientKey;
use super::receivers::receiver_info;
use super::recipient_key::has_private_key;
use crate::model::{KeyRequest, KeyRequestProblem, RequestMember};

/// The version of the format.
const VERSION: u64 = 1;

/// No request is longer, in bytes.
const LONGEST_REQUEST: usize = 16 * 1024;

/// No email with a request is longer, in bytes. A longer file is not read to its end.
pub const LONGEST_KEY_REQUEST_TEXT: usize = 64 * 1024;

/// More requests are not looked at.
const MOST_REQUESTS: usize = 8;

/// The lines around a request in an email.
const MARKERS: [&str; 2] = ["-----BEGIN KEY REQUEST-----", "-----END KEY REQUEST-----"];

/// Reads the request in a file: text in UTF-8, or in UTF-16 with a byte order mark.
pub fn read_key_request_file(bytes: &[u8]) -> Result<KeyRequest, KeyRequestProblem> {
    if bytes.len() > LONGEST_KEY_REQUEST_TEXT {
        return Err(KeyRequestProblem::TooLong);
    }
    let text = match bytes {
        [0xff, 0xfe, rest @ ..] => utf_16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf_16(rest, u16::from_be_bytes),
        _ => std::str::from_utf8(bytes).ok().map(str::to_owned),
    };
    read_key_request(&text.ok_or(KeyRequestProblem::NotText)?)
}

/// Reads the request in a text: JSON alone, or an email with the request between its marker lines, also quoted and with
/// broken lines.
pub fn read_key_request(text: &str) -> Result<KeyRequest, KeyRequestProblem> {
    if text.len() > LONGEST_KEY_REQUEST_TEXT {
        return Err(KeyRequestProblem::TooLong);
    }
    // Not only in the request: the person is told wherever it is.
    if has_private_key(text) {
        return Err(KeyRequestProblem::PrivateKey);
    }
    if text.trim_matches(|letter: char| letter.is_whitespace() || letter == '\u{feff}').is_empty() {
        return Err(KeyRequestProblem::Empty);
    }
    let mut read = Vec::new();
    for found in text::find(text)? {
        let request = read_one(&found);
        if !read.contains(&request) {
            read.push(request);
        }
    }
    // An answer quotes the request that it answers: the same one twice is one.
    match (read.pop(), read.is_empty()) {
        (Some(only), true) => only,
        (Some(_), false) => Err(KeyRequestProblem::Several),
        (None, _) => Err(KeyRequestProblem::NotARequest),
    }
}

/// The request as a file has it: JSON with a line for each member.
#[must_use]
pub fn write_key_request(request: &KeyRequest) -> String {
    let members = [
        ("keyRequest", json!(VERSION)),
        ("system", json!(request.system)),
        ("environment", json!(request.environment)),
        ("needs", json!(request.needs)),
        ("name", json!(request.name)),
        ("publicKey", json!(request.public_key)),
        ("note", json!(request.note)),
    ];
    let lines: Vec<String> = members
        .into_iter()
        .filter(|(_, value)| *value != json!([]) && *value != json!(""))
        .map(|(name, value)| format!("  \"{name}\": {value}"))
        .collect();
    format!("{{\n{}\n}}\n", lines.join(",\n"))
}

/// The request as an email has it: between two lines by which it is found again.
#[must_use]
pub fn write_key_request_for_email(request: &KeyRequest) -> String {
    let [begin, end] = MARKERS;
    format!("{begin}\n{}{end}\n", write_key_request(request))
}

fn read_one(found: &str) -> Result<KeyRequest, KeyRequestProblem> {
    if found.len() > LONGEST_REQUEST {
        return Err(KeyRequestProblem::TooLong);
    }
    let mut members = Members::read(found)?;
    match members.take(RequestMember::KeyRequest) {
        Some(Value::Number(version)) if version.as_u64() == Some(VERSION) => {}
        Some(Value::Number(version)) if version.as_u64().is_some_and(|it| it > VERSION) => {
            return Err(KeyRequestProblem::NewerVersion);
        }
        Some(_) => {
            return Err(KeyRequestProblem::WrongType { member: RequestMember::KeyRequest });
        }
        None => return Err(KeyRequestProblem::NotARequest),
    }
    if let Some(name) = members.unknown() {
        return Err(KeyRequestProblem::UnknownMember { name });
    }
    let request = KeyRequest {
        system: members.named(RequestMember::System)?,
        environment: members.named(RequestMember::Environment)?,
        needs: members.list(RequestMember::Needs)?,
        name: members.text(RequestMember::Name)?,
        public_key: public_key(&members.text(RequestMember::PublicKey)?)?,
        note: members.text(RequestMember::Note)?,
    };
    let (system, environment) = (request.system, request.environment);
    // The information about a receiver is part of the program: a test reads all of it.
    let takes = receiver_info(system).is_ok_and(|info| info.environments.contains(&environment));
    if !takes {
        return Err(KeyRequestProblem::NotForSystem { system, environment });
    }
    Ok(request)
}

fn public_key(text: &str) -> Result<String, KeyRequestProblem> {
    let key =
        RecipientKey::parse(text).map_err(|problem| KeyRequestProblem::PublicKey { problem })?;
    Ok(key.line())
}

fn utf_16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Option<String> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let units: Vec<u16> = pairs.iter().map(|pair| unit(*pair)).collect();
    rest.is_empty().then(|| String::from_utf16(&units).ok()).flatten()
}
