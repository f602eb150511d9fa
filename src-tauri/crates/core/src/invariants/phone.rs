//! A number as typed.

use crate::phone::{PhoneNumber, Region, Verdict, check};

/// More characters are no number.
const LONGEST_INPUT: usize = 64;

/// What can be sent are digits that Nova Post may take, and they stay the same however often the
/// number is read again: the service asks again with the spelling that it has written down.
///
/// The first line is the chosen country, where it is two capital letters; the rest was typed.
pub fn phone(text: &str) {
    let (country, typed) = split(text);
    match check(typed, country) {
        Verdict::Ready { number } => {
            can_be_sent(&number);
            let spelled = check(&number.international, number.region);
            let again = check(&format!("+{}", number.digits.as_str()), number.region);
            assert!(spelled == again, "two spellings of {number:?} differ");
            assert_eq!(again, Verdict::Ready { number: number.clone() });
            stays(&number, country);
        }
        Verdict::Unassigned { number } => {
            can_be_sent(&number);
            stays(&number, country);
        }
        Verdict::TooShort { missing: digits, .. } | Verdict::TooLong { extra: digits, .. } => {
            assert!(digits > 0, "the number is as long as it should be");
        }
        Verdict::Empty => assert!(typed.chars().count() <= LONGEST_INPUT),
        Verdict::Ukraine
        | Verdict::Extension
        | Verdict::UnknownCountryCode
        | Verdict::NotANumber => {}
    }
    if typed.chars().count() > LONGEST_INPUT {
        assert_eq!(check(typed, country), Verdict::NotANumber);
    }
}

fn split(text: &str) -> (Option<Region>, &str) {
    let chosen = text.split_once('\n').and_then(|(country, typed)| {
        let country = Region::try_from(country.to_owned()).ok()?;
        Some((Some(country), typed))
    });
    chosen.unwrap_or((None, text))
}

fn can_be_sent(number: &PhoneNumber) {
    let digits = number.digits.as_str();
    assert!(digits.bytes().all(|byte| byte.is_ascii_digit()), "{number:?} is more than digits");
    assert!((4..=20).contains(&digits.len()), "{number:?} is not as long as a number");
    assert!(!digits.starts_with('0'), "{number:?} has no country code");
    assert!(!digits.starts_with("380"), "{number:?} is Ukrainian");
}

fn stays(number: &PhoneNumber, country: Option<Region>) {
    for chosen in [number.region, country, None] {
        match check(&number.international, chosen) {
            Verdict::Ready { number: again } | Verdict::Unassigned { number: again } => {
                assert_eq!(again.digits, number.digits, "read again with {chosen:?}");
            }
            verdict => panic!("{number:?}, read again with {chosen:?}: {verdict:?}"),
        }
    }
}
