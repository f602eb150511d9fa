//! The answer to `GET tracking-push/subscribers`: the webhooks of an account. Its form is known from public clients only
//! (docs/sources.md), so all that is required is a list of objects.

use reqwest::Url;
use serde::Deserialize;
use serde::de::{Deserializer, Error};
use serde_json::{Map, Value};

/// The most webhooks that are read from one answer.
const MOST: usize = 200;

/// The longest address that is shown, in characters.
const LONGEST: usize = 300;

/// A webhook of an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subscriber {
    /// `url` without a query, a fragment, a user name and a password, which may be secrets; `None` if it can't be read.
    pub address: Option<String>,
    /// `isActive`; `None` if it is missing.
    pub is_active: Option<bool>,
}

/// The webhooks of an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subscribers {
    /// Those in the answer, at most 200.
    pub subscribers: Vec<Subscriber>,
    /// Whether the account has more.
    pub has_more: bool,
}

impl<'de> Deserialize<'de> for Subscribers {
    fn deserialize<D: Deserializer<'de>>(text: D) -> Result<Self, D::Error> {
        Self::read(Value::deserialize(text)?).ok_or_else(|| D::Error::custom("not a list"))
    }
}

impl Subscribers {
    /// A list, or an object with one, as the other lists of Nova Post have it.
    fn read(answer: Value) -> Option<Self> {
        let (items, total) = match answer {
            Value::Array(items) => (items, None),
            Value::Object(mut page) => {
                let total = page.get("total").and_then(Value::as_u64);
                let items = ["items", "data"].iter().find_map(|name| page.remove(*name))?;
                let Value::Array(items) = items else { return None };
                (items, total)
            }
            _ => return None,
        };
        let number = items.len();
        let subscribers: Option<Vec<Subscriber>> = items
            .into_iter()
            .take(MOST)
            .map(|item| Some(Subscriber::read(item.as_object()?)))
            .collect();
        let is_cut = number > MOST || total.is_some_and(|total| total > number as u64);
        Some(Self { subscribers: subscribers?, has_more: is_cut })
    }
}

impl Subscriber {
    fn read(item: &Map<String, Value>) -> Self {
        Self {
            address: item.get("url").and_then(Value::as_str).and_then(address),
            is_active: item.get("isActive").and_then(Value::as_bool),
        }
    }
}

/// The part of an address that is no secret, with a host in ASCII, so that no letter looks like another.
fn address(text: &str) -> Option<String> {
    let mut url = Url::parse(text).ok().filter(|url| matches!(url.scheme(), "http" | "https"))?;
    url.set_query(None);
    url.set_fragment(None);
    url.set_username("").ok()?;
    url.set_password(None).ok()?;
    Some(url.as_str().chars().take(LONGEST).collect())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    fn read(answer: Value) -> Option<Vec<(Option<String>, Option<bool>)>> {
        let read = serde_json::from_value::<Subscribers>(answer).ok()?;
        Some(read.subscribers.into_iter().map(|it| (it.address, it.is_active)).collect())
    }

    #[test]
    fn a_page_and_a_list_are_read_alike() {
        let item = json!({"id": 7, "url": "https://shop.example/hook", "isActive": true});
        let expected = vec![(Some("https://shop.example/hook".to_owned()), Some(true))];
        for answer in [json!({"items": [item], "total": 1}), json!({"data": [item]}), json!([item])]
        {
            assert_eq!(read(answer).unwrap(), expected);
        }
        assert_eq!(read(json!([])), Some(vec![]));
        for no_list in [json!({}), json!({"items": {}}), json!(["x"]), json!(3), json!(null)] {
            assert_eq!(read(no_list.clone()), None, "{no_list}");
        }
    }

    #[test]
    fn an_address_is_shown_without_what_may_be_secret() {
        for (written, shown) in [
            ("https://shop.example/hook?token=abc#x", Some("https://shop.example/hook")),
            ("https://me:pass@shop.example", Some("https://shop.example/")),
            ("http://10.0.0.5:8080/a", Some("http://10.0.0.5:8080/a")),
            ("https://ѕhop.example/", Some("https://xn--hop-ehd.example/")),
            ("https://shop.example/\u{202e}a", Some("https://shop.example/%E2%80%AEa")),
            ("javascript:alert(1)", None),
            ("shop.example", None),
            ("", None),
        ] {
            let read = read(json!([{ "url": written }])).unwrap();
            assert_eq!(read, [(shown.map(str::to_owned), None)], "{written}");
        }
        assert_eq!(read(json!([{ "url": 5, "isActive": "yes" }])), Some(vec![(None, None)]));
    }

    #[test]
    fn more_than_the_answer_has_is_noticed() {
        let more = |answer| serde_json::from_value::<Subscribers>(answer).unwrap().has_more;
        let item = json!({"url": "https://a.example/"});
        assert!(more(json!({"items": [item], "total": 2})));
        assert!(!more(json!({"items": [item], "total": 1})));
        assert!(more(json!(vec![item; MOST + 1])));
    }

    proptest! {
        #[test]
        fn what_is_shown_is_short_and_in_ascii(text in "\\PC{0,40}|https?://\\PC{0,400}") {
            if let Some(shown) = address(&text) {
                prop_assert!(shown.is_ascii() && shown.len() <= LONGEST);
            }
        }
    }
}
