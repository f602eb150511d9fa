//! What an answer of the API of Ukraine says about the key: by its error codes first, by the text of its
//! errors second [NP-ua-api]. No text of an answer goes further, except an error code, and the name and the
//! code of a company.

use serde::Deserialize;
use serde_json::Value;

use super::ukraine::{Senders, UkraineKey};
use crate::model::{Company, Failure};
use crate::secret::ApiKey;

/// The answer to `Counterparty/getCounterparties`. Members that tell nothing about the key are ignored.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct SendersAnswer {
    success: bool,
    #[serde(default)]
    data: Value,
    /// A list; some clients have met an object.
    #[serde(default)]
    errors: Value,
    /// A list; some clients have met an object.
    #[serde(default)]
    error_codes: Value,
}

/// The error codes of a key that is not accepted: "auth failed" and "key empty" [NP-ua-api].
const KEY_CODES: [&str; 2] = ["20000200068", "20000200069"];

/// The texts of a key that is not accepted, in lower case [NP-ua-api].
const EXPIRED: &str = "api key expired";
const INCORRECT: &str = "api key incorrect";

/// The most characters of a name and of a code that are accepted.
const LONGEST_NAME: usize = 300;
const LONGEST_CODE: usize = 20;
/// The documented error codes have 11 digits.
const LONGEST_ERROR_CODE: usize = 12;

impl SendersAnswer {
    /// What the answer says about the key that was sent. A company whose name or code has the key in it
    /// is left out: an answer that repeats the key must not bring it into the store.
    pub(super) fn judge(&self, sent: &ApiKey) -> Result<UkraineKey, Failure> {
        if self.success {
            let senders = self.data.as_array().ok_or(Failure::AnswerUnreadable { status: 200 })?;
            return Ok(UkraineKey::Works(senders_of(senders, sent)));
        }
        judge_errors(&self.errors, &self.error_codes)
    }
}

/// The members of an answer with status 401 that tell about the key.
#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Unauthorized {
    errors: Value,
    error_codes: Value,
}

/// The failure of an answer with status 401 [NP-ua-api]: [`Failure::KeyExpired`] or [`Failure::KeyRefused`] by the same
/// rule as with status 200, [`Failure::CallRefused`] if its error codes say that something else is wrong, and
/// [`Failure::KeyRefused`] if it has no error codes and no known text.
pub(super) fn failure_of_401(body: &[u8]) -> Failure {
    let Unauthorized { errors, error_codes } = serde_json::from_slice(body).unwrap_or_default();
    match judge_errors(&errors, &error_codes) {
        Ok(UkraineKey::Expired) => Failure::KeyExpired,
        Err(failure) if texts(&error_codes).next().is_some() => failure,
        _ => Failure::KeyRefused,
    }
}

/// What errors and error codes say about the key.
fn judge_errors(errors: &Value, error_codes: &Value) -> Result<UkraineKey, Failure> {
    let codes: Vec<String> = texts(error_codes).collect();
    let says = |sentence: &str| texts(errors).any(|error| error.to_lowercase().contains(sentence));
    let is_about_key = codes.iter().any(|code| KEY_CODES.contains(&code.as_str()));
    let may_be_about_key = is_about_key || codes.is_empty();
    if may_be_about_key && says(EXPIRED) {
        Ok(UkraineKey::Expired)
    } else if is_about_key || may_be_about_key && says(INCORRECT) {
        Ok(UkraineKey::Refused)
    } else {
        Err(Failure::CallRefused { error_code: codes.into_iter().find(|code| is_error_code(code)) })
    }
}

fn senders_of(list: &[Value], sent: &ApiKey) -> Senders {
    let key = sent.expose().to_lowercase();
    let holds_key = |company: &Company| {
        [&company.name, &company.code].iter().any(|text| text.to_lowercase().contains(&key))
    };
    let mut companies = list.iter().filter_map(company_of).filter(|company| !holds_key(company));
    let company = companies.next();
    let others = companies.filter(|other| company.as_ref() != Some(other)).count();
    Senders { company, others: u32::try_from(others).unwrap_or(u32::MAX) }
}

/// The company of a sender. `None` if it has no name. Its code may be missing.
fn company_of(sender: &Value) -> Option<Company> {
    let text = |member, longest| text_of(&sender[member]).and_then(|text| shown(&text, longest));
    let name =
        text("CounterpartyFullName", LONGEST_NAME).or_else(|| text("Description", LONGEST_NAME))?;
    Some(Company { name, code: text("EDRPOU", LONGEST_CODE).unwrap_or_default() })
}

/// A text on one line, without blanks around it. `None` if it is empty, too long or can't be shown.
fn shown(text: &str, longest: usize) -> Option<String> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let fits = (1..=longest).contains(&text.chars().count());
    (fits && !text.chars().any(char::is_control)).then_some(text)
}

/// Whether a text is an error code. Any other text in its place could hold anything.
fn is_error_code(text: &str) -> bool {
    (1..=LONGEST_ERROR_CODE).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The texts and whole numbers in a list or an object.
fn texts(value: &Value) -> impl Iterator<Item = String> {
    let list = value.as_array().into_iter().flatten();
    let members = value.as_object().into_iter().flat_map(|members| members.values());
    list.chain(members).filter_map(text_of).filter(|text| !text.is_empty())
}

fn text_of(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) if !number.is_f64() => Some(number.to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    const KEY: &str = "0123456789abcdef0123456789abcdef";

    fn judge(answer: Value) -> Result<UkraineKey, Failure> {
        let answer: SendersAnswer = serde_json::from_value(answer).unwrap();
        answer.judge(&ApiKey::new(KEY.to_owned()).unwrap())
    }

    fn refused(codes: &Value, errors: &Value) -> Result<UkraineKey, Failure> {
        judge(json!({ "success": false, "data": [], "errors": errors, "errorCodes": codes }))
    }

    fn other(code: Option<&str>) -> Result<UkraineKey, Failure> {
        Err(Failure::CallRefused { error_code: code.map(str::to_owned) })
    }

    #[test]
    fn a_refusal_is_told_by_its_code_first_and_by_its_text_second() {
        use UkraineKey::{Expired, Refused};
        for (codes, errors, said) in [
            (json!(["20000200068"]), json!([]), Ok(Refused)),
            (json!(["20000200069"]), json!(["API key is empty"]), Ok(Refused)),
            (json!(["20000200068"]), json!(["API key incorrect"]), Ok(Refused)),
            (json!(["20000200068"]), json!(["API key expired"]), Ok(Expired)),
            (json!([20_000_200_068_i64]), json!(["Api Key Expired."]), Ok(Expired)),
            (json!({ "0": "20000200068" }), json!({ "0": "API key expired" }), Ok(Expired)),
            (json!({ "any": "20000200068" }), json!({}), Ok(Refused)),
            (json!(["20000100016", "20000200068"]), json!([]), Ok(Refused)),
            (json!([]), json!(["API key expired"]), Ok(Expired)),
            (json!([]), json!({ "x": "API key incorrect" }), Ok(Refused)),
            (Value::Null, json!(["API key incorrect"]), Ok(Refused)),
            (json!([""]), json!(["API key expired"]), Ok(Expired)),
            // Another code says that something else is wrong, whatever the text.
            (json!(["20000100016"]), json!(["API key expired"]), other(Some("20000100016"))),
            (json!([]), json!([]), other(None)),
            (json!([]), json!(["Internal error"]), other(None)),
            (json!("20000200068"), json!("API key expired"), other(None)),
            (json!([[], {}, null, 1.5]), json!([["API key expired"]]), other(None)),
        ] {
            assert_eq!(refused(&codes, &errors), said, "{codes} {errors}");
        }
    }

    #[test]
    fn a_code_that_is_no_number_is_not_passed_on() {
        for code in [KEY, "0123456789012", "-5", "1 2", "x"] {
            assert_eq!(refused(&json!([code]), &json!([])), other(None), "{code}");
        }
        assert_eq!(refused(&json!([KEY, "7"]), &json!([])), other(Some("7")));
    }

    #[test]
    fn an_accepted_key_names_its_company() {
        let works = |data: Value| match judge(json!({ "success": true, "data": data })) {
            Ok(UkraineKey::Works(senders)) => {
                (senders.company.map(|company| (company.name, company.code)), senders.others)
            }
            said => panic!("{said:?}"),
        };
        let company = |name: &str, code: &str| Some((name.to_owned(), code.to_owned()));
        let full = json!({ "CounterpartyFullName": "ТОВ «Київський  склад» ", "EDRPOU": "12345670",
                           "Description": "Київський склад", "Ref": "x" });
        let short = json!({ "Description": "Приватна особа", "EDRPOU": "" });
        assert_eq!(works(json!([full])), (company("ТОВ «Київський склад»", "12345670"), 0));
        assert_eq!(works(json!([short])), (company("Приватна особа", ""), 0));
        assert_eq!(works(json!([short, full, short])), (company("Приватна особа", ""), 1));
        assert_eq!(works(json!([])), (None, 0));
        assert_eq!(
            works(json!([{}, 1, null, [], { "Description": 5, "EDRPOU": 12_345_670 }])).1,
            0
        );
        for unusable in ["", " \n", "a\u{0}b", &"x".repeat(301)] {
            assert_eq!(works(json!([{ "Description": unusable }])), (None, 0), "{unusable:?}");
        }
    }

    #[test]
    fn a_company_that_repeats_the_key_is_left_out() {
        for member in ["CounterpartyFullName", "EDRPOU"] {
            let mut sender = json!({ "CounterpartyFullName": "Firm", "EDRPOU": "1" });
            sender[member] = format!("x {}", KEY.to_uppercase()).into();
            let said = judge(json!({ "success": true, "data": [sender] })).unwrap();
            let UkraineKey::Works(senders) = said else { panic!("{said:?}") };
            // A code with a key in it is too long to be one.
            let shown = senders.company.map(|company| company.name + &company.code);
            assert!(shown.is_none_or(|shown| shown == "Firm"));
        }
    }

    #[test]
    fn success_without_a_list_is_unreadable() {
        for data in [json!(null), json!({}), json!("x"), json!(1)] {
            let said = judge(json!({ "success": true, "data": data }));
            assert_eq!(said, Err(Failure::AnswerUnreadable { status: 200 }));
        }
        for answer in [json!({}), json!({ "success": 1 }), json!({ "success": "true" }), json!([])]
        {
            assert!(serde_json::from_value::<SendersAnswer>(answer).is_err());
        }
    }

    proptest! {
        #[test]
        fn a_refusal_passes_on_at_most_a_short_number(code: String, error: String) {
            match refused(&json!([code]), &json!([error])) {
                Ok(UkraineKey::Works(_)) => prop_assert!(false, "a refusal became a success"),
                Ok(_) => {}
                Err(Failure::CallRefused { error_code }) => {
                    prop_assert!(error_code.is_none_or(|code| is_error_code(&code)));
                }
                Err(other) => prop_assert!(false, "{other:?}"),
            }
        }
    }
}
