//! The receipt code.

use std::collections::HashSet;

use keydesk_core::hand_over::{ReceiptCode, receipt_commands, receipt_word};
use keydesk_core::model::ReceiptTool;
use keydesk_core::secret::ApiKey;
use proptest::prelude::*;

use super::{KEY, api_key};

const WORD: &str = "molibeta";

/// The first eight digits of HMAC-SHA-256 of [`WORD`] with [`KEY`], by Python's `hmac`.
const CODE: &str = "58f04ac5";

fn is_complete(typed: &str, key: &ApiKey) -> bool {
    ReceiptCode::parse(typed).unwrap().matches(WORD, key)
}

#[test]
fn a_word_has_eight_letters_that_can_be_pronounced_and_is_used_once() {
    let words: HashSet<String> = (0..100).map(|_| receipt_word().unwrap()).collect();
    assert!(words.len() > 95, "{words:?}");
    for word in words {
        assert_eq!(word.len(), 8, "{word}");
        for (at, letter) in word.chars().enumerate() {
            assert!(letter.is_ascii_lowercase());
            assert_eq!("aeiou".contains(letter), at % 2 == 1, "{word}");
        }
    }
}

#[test]
fn the_code_is_that_of_one_key_and_one_word() {
    assert!(is_complete(CODE, &api_key(KEY)));
    assert!(!is_complete(CODE, &api_key(&KEY.replace("4bf2", "4bf3"))));
    assert!(!is_complete(CODE, &api_key(&KEY[..39])));
    assert!(!ReceiptCode::parse(CODE).unwrap().matches("molibetu", &api_key(KEY)));
}

#[test]
fn a_code_with_one_wrong_digit_does_not_match() {
    for at in 0..CODE.len() {
        let mut typed: Vec<char> = CODE.chars().collect();
        typed[at] = if typed[at] == '0' { '1' } else { '0' };
        let typed: String = typed.into_iter().collect();
        assert!(!is_complete(&typed, &api_key(KEY)), "{typed}");
    }
}

#[test]
fn a_typed_code_may_have_other_letters_spaces_and_signs() {
    let key = api_key(KEY);
    let (first, second) = CODE.split_at(4);
    // Cyrillic letters that look the same, and letters for digits.
    let look_alike: String = CODE
        .chars()
        .map(|digit| match digit {
            '0' => 'о',
            '1' => 'l',
            'a' => 'а',
            'c' => 'С',
            'e' => 'е',
            'b' => 'В',
            other => other,
        })
        .collect();
    assert_ne!(look_alike, CODE);
    for typed in [
        CODE.to_ascii_uppercase(),
        format!("  {first} {second}\r\n"),
        format!("{first}-{second}"),
        format!("«{first}–{second}».").replace('.', ""),
        format!("\u{201c}{first}\u{a0}{second}\u{201d}"),
        look_alike,
        format!("{CODE}45d59753dcdbad8629b3bc792660e8cc116b9cd14f45c9ce7c94306a"),
    ] {
        assert!(is_complete(&typed, &key), "{typed:?}");
    }
}

#[test]
fn what_is_no_code_is_not_compared() {
    for typed in ["", "1234567", "123456789", "1234 567g", "arrived", KEY, &"0".repeat(65)] {
        assert!(ReceiptCode::parse(typed).is_none(), "{typed:?}");
    }
}

#[test]
fn every_tool_gets_a_line_with_the_word_and_without_a_key() {
    let commands = receipt_commands(WORD);
    assert_eq!(commands.len(), 5);
    for command in &commands {
        assert_eq!(command.line.matches(WORD).count(), 1, "{}", command.line);
        assert!(!command.line.contains("WORD") && !command.line.contains('\n'));
    }
}

/// No PowerShell runs in the tests. `tests/system/receivers.rs` checks the syntax.
#[test]
fn the_line_for_powershell_hides_the_key_and_forgets_it() {
    let commands = receipt_commands(WORD);
    let command = commands.iter().find(|command| command.tool == ReceiptTool::PowerShell).unwrap();
    for part in [
        "-AsSecureString",
        "HMACSHA256",
        "GetBytes('molibeta')",
        "Remove-Variable k; Remove-Variable h",
    ] {
        assert!(command.line.contains(part), "{part}: {}", command.line);
    }
    let count = |sign| command.line.matches(sign).count();
    assert_eq!((count('('), count('{')), (count(')'), count('}')));
    assert_eq!(count('\'') % 2, 0);
}

#[cfg(target_os = "linux")]
#[test]
fn every_tool_prints_the_code() {
    use super::{NASTY_KEY, output};

    for text in [KEY, NASTY_KEY] {
        let key = api_key(text);
        let whole = output("openssl", &["dgst", "-sha256", "-hmac", text], WORD);
        let whole = whole.rsplit(' ').next().unwrap();
        assert!(is_complete(whole, &key), "{whole}");
        for command in receipt_commands(WORD) {
            if command.tool == ReceiptTool::PowerShell {
                continue;
            }
            let printed = output("bash", &["-c", &command.line], &format!("{text}\n"));
            let code = printed.lines().last().unwrap().trim_start_matches("API key: ");
            assert_eq!(code, &whole[..8], "{:?}", command.tool);
            assert!(is_complete(code, &key), "{:?}", command.tool);
        }
    }
}

proptest! {
    #[test]
    fn any_typed_text_is_a_code_or_none(
        typed in "\\PC{0,80}|[0-9a-fA-F -]{0,80}|[оОіІаВсе0-9]{8}",
    ) {
        if let Some(code) = ReceiptCode::parse(&typed) {
            prop_assert_eq!(code.matches(WORD, &api_key(KEY)), code.matches(WORD, &api_key(KEY)));
        }
    }
}
