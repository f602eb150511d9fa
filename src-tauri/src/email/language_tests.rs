//! The emails in all their languages, on their way into a mail program.

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use url::Url;

use super::*;

macro_rules! catalogs {
    ($($language:literal)*) => {
        &[$(($language, include_str!(concat!("../../../ui/locales/emails/", $language, ".ftl")))),*]
    };
}

const CATALOGS: &[(&str, &str)] =
    catalogs!["cs" "de" "en" "es" "et" "fr" "hu" "it" "lt" "lv" "nl" "pl" "ro" "sk" "uk"];

const EMAILS: &[&str] = &["affiliation", "several", "forbidden", "ukraine"];

/// Each email in each language, with the language.
fn emails() -> Vec<(String, EmailDraft)> {
    let mut values = FluentArgs::new();
    for (name, value) in [
        ("to", "service_desk"),
        ("organization", "Łąka & Õun, Ģirts + Ő: 100 % „Їжа“ S.à r.l."),
        ("country", "Česko"),
        ("taxCode", "CZ12345678"),
        ("fullName", "Ștefan Žižka=Ünal"),
        ("phone", "+420 601 234 567"),
        ("email", "s@firma.example"),
    ] {
        values.set(name, value);
    }
    let mut emails = Vec::new();
    for (language, catalog) in CATALOGS {
        let mut bundle = FluentBundle::new(vec![language.parse().unwrap()]);
        bundle.set_use_isolating(false);
        bundle.add_resource(FluentResource::try_new((*catalog).to_owned()).unwrap()).unwrap();
        for name in EMAILS {
            let say = |id: String| {
                let pattern = bundle.get_message(&id).unwrap().value().unwrap();
                let mut errors = Vec::new();
                let text = bundle.format_pattern(pattern, Some(&values), &mut errors).into_owned();
                assert!(errors.is_empty(), "{language} {id}: {errors:?}");
                text
            };
            let (subject, body) = (say(format!("{name}-subject")), say(format!("{name}-body")));
            let draft = EmailDraft { to: Addressee::ServiceDesk, subject, body };
            emails.push((format!("{language} {name}"), draft));
        }
    }
    emails
}

#[test]
fn a_mailto_address_has_every_letter_of_every_language() {
    for (email, draft) in emails() {
        let (address, handoff) = draft.mailto();
        assert!(address.is_ascii(), "{email}");
        let address = Url::parse(&address).unwrap();
        let query: Vec<_> = address.query_pairs().into_owned().collect();
        let subject = ("subject".to_owned(), draft.subject);
        let body = ("body".to_owned(), draft.body.replace('\n', "\r\n"));
        // Windows takes a shorter address. There some texts go to the clipboard.
        let expected = match handoff {
            EmailHandoff::Whole => vec![subject, body],
            EmailHandoff::WithoutText => vec![subject],
        };
        assert_eq!(query, expected, "{email}");
        assert!(cfg!(windows) || handoff == EmailHandoff::Whole, "{email}");
    }
}

#[test]
fn a_message_has_every_letter_of_every_language() {
    for (email, draft) in emails() {
        let message = String::from_utf8(draft.message(None)).unwrap();
        assert!(message.is_ascii(), "{email}");
        assert!(message.lines().all(|line| line.len() <= 78), "{email}: {message}");
        let (head, body) = message.split_once("\r\n\r\n").unwrap();
        assert_eq!(subject_of(head), draft.subject, "{email}");
        assert_eq!(text_of(head, body).trim_end(), draft.body, "{email}");
    }
}

/// The decoded subject (RFC 2047).
fn subject_of(head: &str) -> String {
    let unfolded = head.replace("\r\n ", " ").replace("\r\n\t", " ");
    let value = unfolded.lines().find_map(|line| line.strip_prefix("Subject: ")).unwrap();
    let mut subject = String::new();
    let mut is_after_encoded = false;
    for word in value.split_whitespace() {
        let encoded = word.strip_prefix("=?utf-8?").and_then(|word| word.strip_suffix("?="));
        // The blank between two encoded words is no part of the text.
        let is_between_encoded = is_after_encoded && encoded.is_some();
        if !subject.is_empty() && !is_between_encoded {
            subject.push(' ');
        }
        match encoded.map(|encoded| encoded.split_once('?').unwrap()) {
            Some(("B", text)) => subject.push_str(&utf8(BASE64.decode(text).unwrap())),
            Some((_, text)) => subject.push_str(&quoted_printable(&text.replace('_', " "))),
            None => subject.push_str(word),
        }
        is_after_encoded = encoded.is_some();
    }
    subject
}

/// The decoded text, with `\n` at the end of lines (RFC 2045).
fn text_of(head: &str, body: &str) -> String {
    let encoding =
        head.lines().find_map(|line| line.strip_prefix("Content-Transfer-Encoding: ")).unwrap();
    let text = match encoding {
        "base64" => utf8(BASE64.decode(body.replace("\r\n", "")).unwrap()),
        "quoted-printable" => quoted_printable(body),
        _ => body.to_owned(),
    };
    text.replace("\r\n", "\n")
}

fn quoted_printable(text: &str) -> String {
    let text = text.replace("=\r\n", "");
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        if byte == b'=' {
            let digits = std::str::from_utf8(&after[..2]).unwrap();
            bytes.push(u8::from_str_radix(digits, 16).unwrap());
            rest = &after[2..];
        } else {
            bytes.push(byte);
            rest = after;
        }
    }
    utf8(bytes)
}

fn utf8(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap()
}
