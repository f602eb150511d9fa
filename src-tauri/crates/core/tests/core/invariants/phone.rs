//! A typed phone number.

use keydesk_core::phone::{PhoneNumber, Region, Verdict, check};

/// The most characters that are read.
const LONGEST_INPUT: usize = 200;

/// Checks that a number that can be sent consists of digits that Nova Post accepts, and that it stays
/// the same when it is read again, because the service repeats a request with the stored spelling.
///
/// If the first line of `text` is two capital letters, it is the chosen country. The rest is the
/// typed number.
pub(crate) fn check_phone(text: &str) {
    let (country, typed) = split(text);
    match check(typed, country) {
        Verdict::Ready { number } => {
            check_sendable(&number);
            let spelled = check(&number.international, number.region);
            let again = check(&format!("+{}", number.digits.as_str()), number.region);
            assert!(spelled == again, "two spellings of {number:?} differ");
            assert_eq!(again, Verdict::Ready { number: number.clone() });
            check_stable(&number, country);
        }
        Verdict::Unassigned { number }
        | Verdict::OldPrefix { number, .. }
        | Verdict::UnknownWords { number }
        | Verdict::MaybeUkraine { number: Some(number), .. } => {
            check_sendable(&number);
            check_stable(&number, country);
        }
        Verdict::NoCountry { abroad: Some(number) } => {
            check_sendable(&number);
            assert_eq!(check(&number.international, country), Verdict::Ready { number });
        }
        Verdict::MaybeUkraine { number: None, ukrainian } => {
            assert_eq!(check(&ukrainian, country), Verdict::Ukraine);
        }
        Verdict::Several { numbers } => check_choice(&numbers, country),
        Verdict::TooShort { missing: digits, .. } | Verdict::TooLong { extra: digits, .. } => {
            assert!(digits > 0, "a number of the right length is called too short or too long");
        }
        Verdict::Empty => assert!(typed.chars().count() <= LONGEST_INPUT),
        Verdict::Ukraine
        | Verdict::Extension
        | Verdict::CutOff
        | Verdict::UnknownCountryCode
        | Verdict::NoCountry { abroad: None }
        | Verdict::NotANumber => {}
    }
    if typed.chars().count() > LONGEST_INPUT {
        assert_eq!(check(typed, country), Verdict::NotANumber);
    }
}

/// Each of several numbers is one number in the field, and no two are the same.
fn check_choice(numbers: &[String], country: Option<Region>) {
    assert!(numbers.len() > 1, "{numbers:?} leave no choice");
    for (at, chosen) in numbers.iter().enumerate() {
        assert!(!numbers[..at].contains(chosen), "{chosen:?} is there twice");
        let verdict = check(chosen, country);
        assert!(
            !matches!(
                verdict,
                Verdict::Several { .. } | Verdict::Empty | Verdict::NotANumber | Verdict::CutOff
            ),
            "{chosen:?} of {numbers:?}: {verdict:?}"
        );
    }
}

fn split(text: &str) -> (Option<Region>, &str) {
    let chosen = text.split_once('\n').and_then(|(country, typed)| {
        let country = Region::try_from(country.to_owned()).ok()?;
        Some((Some(country), typed))
    });
    chosen.unwrap_or((None, text))
}

fn check_sendable(number: &PhoneNumber) {
    let digits = number.digits.as_str();
    assert!(
        digits.bytes().all(|byte| byte.is_ascii_digit()),
        "{number:?} has other characters than digits"
    );
    assert!((4..=20).contains(&digits.len()), "{number:?} has an implausible length");
    assert!(!digits.starts_with('0'), "{number:?} has no calling code");
    assert!(!digits.starts_with("380"), "{number:?} is Ukrainian");
}

fn check_stable(number: &PhoneNumber, country: Option<Region>) {
    for chosen in [number.region, country, None] {
        match check(&number.international, chosen) {
            Verdict::Ready { number: again } | Verdict::Unassigned { number: again } => {
                assert_eq!(again.digits, number.digits, "read again with {chosen:?}");
            }
            verdict => panic!("{number:?}, read again with {chosen:?}: {verdict:?}"),
        }
    }
}
