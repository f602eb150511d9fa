//! The members of a request, each of its type, within its length, and without characters that nobody sees.

use std::collections::HashSet;
use std::fmt;

use icu_normalizer::ComposingNormalizerBorrowed;
use icu_properties::CodePointMapData;
use icu_properties::props::GeneralCategory;
use serde::de::{DeserializeOwned, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::Value;

use crate::hand_over::recipient_key::has_private_key;
use crate::model::{KeyRequestProblem, RequestMember};

/// Each member with its name in the file.
const NAMES: [(RequestMember, &str); 7] = [
    (RequestMember::KeyRequest, "keyRequest"),
    (RequestMember::System, "system"),
    (RequestMember::Environment, "environment"),
    (RequestMember::Needs, "needs"),
    (RequestMember::Name, "name"),
    (RequestMember::PublicKey, "publicKey"),
    (RequestMember::Note, "note"),
];

/// No list is longer.
const MOST_NEEDS: usize = 20;

/// So much is shown of an unknown member's name, in characters.
const SHOWN: usize = 40;

/// More marks on one letter cover the lines above and below.
const MOST_MARKS: usize = 4;

/// The members that were not taken yet, in their order.
pub(super) struct Members(Vec<(String, Value)>);

impl Members {
    /// Reads a JSON object. One with two members of the same name is damaged: programs read it in different ways.
    pub(super) fn read(json: &str) -> Result<Self, KeyRequestProblem> {
        let members: Self = serde_json::from_str(json).map_err(|_| KeyRequestProblem::Damaged)?;
        let names: HashSet<&str> = members.0.iter().map(|(name, _)| name.as_str()).collect();
        if names.len() != members.0.len() {
            return Err(KeyRequestProblem::Damaged);
        }
        Ok(members)
    }

    /// Takes a member out.
    pub(super) fn take(&mut self, member: RequestMember) -> Option<Value> {
        let at = self.0.iter().position(|(name, _)| name == name_of(member))?;
        Some(self.0.swap_remove(at).1)
    }

    /// The beginning of the name of a member that no request has.
    pub(super) fn unknown(&self) -> Option<String> {
        let is_unknown = |name: &str| NAMES.iter().all(|(_, known)| *known != name);
        let (name, _) = self.0.iter().find(|(name, _)| is_unknown(name))?;
        let is_plain = |letter: &char| letter.is_ascii_alphanumeric() || "_-. ".contains(*letter);
        Some(name.chars().filter(is_plain).take(SHOWN).collect())
    }

    /// A value out of a list that the format names.
    pub(super) fn named<T: DeserializeOwned>(
        &mut self,
        member: RequestMember,
    ) -> Result<T, KeyRequestProblem> {
        match self.take(member) {
            None => Err(KeyRequestProblem::Missing { member }),
            Some(value) => named(value, member),
        }
    }

    /// A list of such values, each once. A missing one is empty.
    pub(super) fn list<T: DeserializeOwned + PartialEq>(
        &mut self,
        member: RequestMember,
    ) -> Result<Vec<T>, KeyRequestProblem> {
        let values = match self.take(member) {
            None => return Ok(Vec::new()),
            Some(Value::Array(values)) => values,
            Some(_) => return Err(KeyRequestProblem::WrongType { member }),
        };
        if values.len() > MOST_NEEDS {
            return Err(KeyRequestProblem::MemberTooLong { member });
        }
        let mut list = Vec::with_capacity(values.len());
        for value in values {
            let value = named(value, member)?;
            if !list.contains(&value) {
                list.push(value);
            }
        }
        Ok(list)
    }

    /// A text. Only the note may be missing, and may have line breaks.
    pub(super) fn text(&mut self, member: RequestMember) -> Result<String, KeyRequestProblem> {
        let is_note = matches!(member, RequestMember::Note);
        let text = match self.take(member) {
            None if is_note => return Ok(String::new()),
            None => return Err(KeyRequestProblem::Missing { member }),
            Some(Value::String(text)) => text,
            Some(_) => return Err(KeyRequestProblem::WrongType { member }),
        };
        // The lengths are those of this form.
        let text = text.replace("\r\n", "\n");
        let text = ComposingNormalizerBorrowed::new_nfc().normalize(&text);
        let most = match member {
            RequestMember::Name => 80,
            RequestMember::Note => 1_000,
            _ => 4 * 1024,
        };
        if text.chars().count() > most {
            return Err(KeyRequestProblem::MemberTooLong { member });
        }
        // Escapes may have hidden it from the search in the whole text.
        if has_private_key(&text) {
            return Err(KeyRequestProblem::PrivateKey);
        }
        // A public key is not shown as it was written.
        if member != RequestMember::PublicKey && !is_safe(&text, is_note) {
            return Err(KeyRequestProblem::UnsafeText { member });
        }
        let text = if is_note {
            text.trim().to_owned()
        } else {
            text.split_whitespace().collect::<Vec<_>>().join(" ")
        };
        // Marks and signs alone are no name.
        let has_content = match member {
            RequestMember::Name => text.chars().any(char::is_alphabetic),
            _ => is_note || !text.is_empty(),
        };
        if has_content { Ok(text) } else { Err(KeyRequestProblem::Missing { member }) }
    }
}

fn name_of(member: RequestMember) -> &'static str {
    NAMES.iter().find(|(known, _)| *known == member).map_or("", |(_, name)| name)
}

fn named<T: DeserializeOwned>(value: Value, member: RequestMember) -> Result<T, KeyRequestProblem> {
    if !value.is_string() {
        return Err(KeyRequestProblem::WrongType { member });
    }
    serde_json::from_value(value).map_err(|_| KeyRequestProblem::UnknownValue { member })
}

/// Whether every character of a text is seen as what it is: no control characters, none that change the direction of the
/// others, none without a form, and no heap of marks.
fn is_safe(text: &str, may_have_lines: bool) -> bool {
    let categories = CodePointMapData::<GeneralCategory>::new();
    let mut marks = 0;
    text.chars().all(|letter| {
        let category = categories.get(letter);
        let is_mark =
            matches!(category, GeneralCategory::NonspacingMark | GeneralCategory::EnclosingMark);
        marks = if is_mark { marks + 1 } else { 0 };
        match category {
            GeneralCategory::Control => may_have_lines && matches!(letter, '\n' | '\t'),
            // They join the parts of some pictures and the letters of some scripts.
            GeneralCategory::Format => may_have_lines && matches!(letter, '\u{200c}' | '\u{200d}'),
            GeneralCategory::LineSeparator
            | GeneralCategory::ParagraphSeparator
            | GeneralCategory::PrivateUse
            | GeneralCategory::Surrogate
            | GeneralCategory::Unassigned => false,
            _ => marks <= MOST_MARKS && !is_blank_letter(letter),
        }
    })
}

/// Letters that are drawn as nothing.
fn is_blank_letter(letter: char) -> bool {
    matches!(letter, '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}' | '\u{2800}' | '\u{34f}')
}

impl<'de> Deserialize<'de> for Members {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Object;

        impl<'de> Visitor<'de> for Object {
            type Value = Members;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Members, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }

        deserializer.deserialize_map(Object)
    }
}
