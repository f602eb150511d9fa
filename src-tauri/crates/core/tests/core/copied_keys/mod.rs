//! What copied and typed texts are: a key, a key about which the person is asked, or something else.

mod table;

use keydesk_core::secret::ApiKey;
use keydesk_core::service::{KeyProblem, KeyQuestion, Parsed, parse_key, text_holds_key};
use proptest::prelude::*;

/// A key of 40 digits.
pub(crate) const KEY: &str = "99dde7bdce11414efc2f1c10ddbfd42da8ce4bf2";
/// A key of 32 digits.
const SHORT: &str = "3f7a0c1e9b52d486aa17e0c94b6f2d88";
/// What each table writes in place of a token.
const TOKEN: &str =
    "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJub3ZhIn0.c2lnbmF0dXJlLW9mLW5vdmE";

/// A text of a table: `{K}` and `{S}` stand for a key of 40 and of 32 digits, `{T}` for a token.
fn text_of(entry: &str) -> String {
    entry.replace("{K}", KEY).replace("{S}", SHORT).replace("{T}", TOKEN)
}

/// What a text is, in the words of the tables. A key that is not in the text itself is an error.
fn verdict(text: &str) -> String {
    let named = |key: &ApiKey| match key.expose() {
        KEY => "{K}".to_owned(),
        SHORT => "{S}".to_owned(),
        other => other.to_owned(),
    };
    match parse_key(text) {
        Parsed::Found(key) => format!("key {}", named(&key)),
        Parsed::Question(key, KeyQuestion::UnusualForm) => format!("unusual {}", named(&key)),
        Parsed::Question(key, KeyQuestion::Joined { pieces }) => {
            let pieces: Vec<_> = pieces.iter().map(usize::to_string).collect();
            format!("joined {} {}", pieces.join("+"), named(&key))
        }
        Parsed::Problem(problem) => match problem {
            KeyProblem::ForeignLetter { letter, position } => format!("letter {letter} {position}"),
            KeyProblem::TooShort { length } => format!("too short {length}"),
            KeyProblem::TooLong { length } => format!("too long {length}"),
            other => format!("{other:?}"),
        },
    }
}

fn check(table: &[(&str, &str)]) {
    let wrong: Vec<String> = table
        .iter()
        .map(|(entry, expected)| (text_of(entry), expected))
        .filter(|(text, expected)| verdict(text) != **expected)
        .map(|(text, expected)| format!("{text:?}\n  is {:?}, not {expected:?}", verdict(&text)))
        .collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), table.len(), wrong.join("\n"));
}

#[test]
fn a_key_is_found_inside_what_was_copied_with_it() {
    check(table::FOUND);
}

#[test]
fn a_key_of_another_form_or_in_pieces_needs_a_second_look() {
    check(table::QUESTIONS);
}

#[test]
fn what_cannot_be_a_key_is_named_as_what_it_is() {
    check(table::PROBLEMS);
}

#[test]
fn of_two_keys_none_is_chosen() {
    for (entry, _) in table::FOUND.iter().filter(|(entry, _)| entry.contains("{K}")) {
        let two = text_of(&format!("{entry}\n{}", entry.replace("{K}", "{S}")));
        assert_eq!(verdict(&two), "SeveralKeys", "{two:?}");
    }
}

#[test]
fn a_clipboard_holds_a_key_in_every_form_in_which_it_is_found() {
    let key = ApiKey::new(KEY.to_owned()).unwrap();
    for (entry, verdict) in table::FOUND.iter().chain(table::QUESTIONS) {
        let holds = verdict.ends_with("{K}") || entry.contains("{K}");
        assert_eq!(text_holds_key(&text_of(entry), &key), holds, "{entry}");
    }
    assert!(!text_holds_key(SHORT, &key));
}

#[test]
fn a_very_long_text_is_answered_and_has_no_key() {
    for text in ["a=".repeat(100_000), format!("{KEY}.").repeat(6_000), "[".repeat(1_000_000)] {
        assert!(matches!(parse_key(&text), Parsed::Problem(_)));
    }
}

/// What is copied around a key. `_` stands for the key.
const WRAPPERS: &[&str] = &[
    "_",
    "\"_\"",
    "'_'",
    "`_`",
    "«_»",
    "“_”",
    "_,",
    "_;",
    "_.",
    "(_)",
    "[_]",
    "<_>",
    "{_}",
    "apiKey=_",
    "apiKey: _",
    "API_KEY='_'",
    "{\"apiKey\":\"_\"}",
    "https://api.novapost.com/?apiKey=_&limit=1",
    "curl -H 'x-api-key: _' https://api.novapost.com",
    "\u{200B}_\u{FEFF}",
    "Ваш ключ: _",
    "\t_\r\n",
    "<td>_</td>",
    "key%3D_",
    "**_**",
    "- _",
];

proptest! {
    #[test]
    fn a_key_is_found_and_unchanged_in_any_two_wrappers(
        key in "[0-9a-f]{32}|[0-9a-f]{40}",
        inner in prop::sample::select(WRAPPERS),
        outer in prop::sample::select(&["_", "\"_\"", " _ ", "(_)", "\u{FEFF}_\n", "_,", "'_'"][..]),
    ) {
        let text = outer.replace('_', &inner.replace('_', &key));
        let Parsed::Found(found) = parse_key(&text) else {
            return Err(TestCaseError::fail(format!("{text:?} is {}", verdict(&text))));
        };
        prop_assert!(found.expose() == key);
    }

    #[test]
    fn invisible_characters_anywhere_change_nothing(
        places in prop::collection::vec(0_usize..=40, 1..6),
        invisible in prop::sample::select(&['\u{200B}', '\u{200D}', '\u{FEFF}', '\u{AD}', '\u{2060}', '\u{202E}'][..]),
    ) {
        let mut text = KEY.to_owned();
        for place in places {
            // Only ASCII characters lie before the place of the smallest index so far.
            let at = text.char_indices().nth(place).map_or(text.len(), |(at, _)| at);
            text.insert(at, invisible);
        }
        prop_assert_eq!(verdict(&text), "key {K}");
    }

    #[test]
    fn a_broken_key_is_joined_only_after_a_question(at in 1_usize..40, line in "\r?\n| |\\\\\n|-\n|\n> ") {
        let text = format!("{}{line}{}", &KEY[..at], &KEY[at..]);
        prop_assert_eq!(verdict(&text), format!("joined {at}+{} {{K}}", 40 - at));
    }

    #[test]
    fn a_letter_of_another_alphabet_is_named_with_its_place(
        at in 0_usize..40,
        letter in prop::sample::select(&['а', 'с', 'е', 'в', 'ф', 'О', 'ι', 'ａ'][..]),
    ) {
        let text: String =
            KEY.chars().enumerate().map(|(place, sign)| if place == at { letter } else { sign }).collect();
        prop_assert_eq!(verdict(&text), format!("letter {letter} {}", at + 1));
    }
}
