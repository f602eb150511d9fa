//! Numbers of all regions that agree with Google's metadata, in seven spellings.
//!
//! The corpus is made from the metadata of the library: each region's example of each type, and the
//! valid numbers of the region that differ from it in one digit.

use std::collections::BTreeSet;

use keydesk_core::phone::{Region, Verdict, check};
use rlibphonenumber::{
    PHONE_NUMBER_UTIL, PhoneNumber, PhoneNumberFormat, Region as PlanRegion,
    get_national_significant_number_owned,
};

use super::examples::EXAMPLES;

/// A number, its region, and how it is written.
struct Entry {
    text: String,
    country: Option<Region>,
    /// The digits to send.
    digits: String,
}

/// The example and its neighbours.
fn neighbours(number: &PhoneNumber, region: PlanRegion) -> BTreeSet<String> {
    let national = get_national_significant_number_owned(number);
    let mut all: BTreeSet<String> = BTreeSet::from([national.clone()]);
    for place in 0..national.len() {
        let digit = national.as_bytes()[place] - b'0';
        let mut changed = national.clone();
        changed.replace_range(place..=place, &((digit + 1) % 10).to_string());
        all.insert(changed);
    }
    let valid = |national: String| {
        let read =
            PHONE_NUMBER_UTIL.parse(format!("+{}{national}", number.country_code), None).ok()?;
        let valid = PHONE_NUMBER_UTIL.is_valid_number_for_region(&read, region);
        // Without the plus.
        valid.then(|| read.format_as(PhoneNumberFormat::E164)[1..].to_owned())
    };
    all.into_iter().filter_map(valid).collect()
}

/// The number in seven spellings.
fn spellings(digits: &str, region: Region) -> Vec<Entry> {
    let number = PHONE_NUMBER_UTIL.parse(format!("+{digits}"), None).expect("a valid number");
    let plan = PlanRegion::from_code(region.as_str()).expect("a region of the plan");
    let spelled = |format| number.format_as(format).into_owned();
    let national = spelled(PhoneNumberFormat::National);
    let same = PHONE_NUMBER_UTIL.parse(&national, Some(plan)).is_ok_and(|read| read == number);
    let mut texts = vec![
        (format!("+{digits}"), None),
        (spelled(PhoneNumberFormat::International), None),
        (spelled(PhoneNumberFormat::RFC3966), None),
        (format!("00{digits}"), Some(region)),
        (format!("+{digits}"), Some(region)),
    ];
    if same {
        let only_digits = national.chars().filter(char::is_ascii_digit).collect();
        texts.push((national, Some(region)));
        texts.push((only_digits, Some(region)));
    }
    let entry = |(text, country)| Entry { text, country, digits: digits.to_owned() };
    texts.into_iter().map(entry).collect()
}

/// A number of Luxembourg that is also a mobile number of South Africa, and a number of a Czech service
/// that is also a mobile number of Afghanistan.
const AMBIGUOUS: [&str; 2] = ["35227823456", "42093723456789"];

/// How many in a thousand may need the question whether they are Ukrainian. They are written without
/// blanks, and people in Ukraine write their mobile number with the same digits.
const ASKED: usize = 4;

#[test]
fn the_corpus_of_all_regions_is_read_right() {
    let (mut entries, mut asked) = (0, 0);
    let mut wrong = Vec::new();
    for example in EXAMPLES.iter() {
        let plan = PlanRegion::from_code(example.region.as_str()).expect("a region of the plan");
        let numbers = neighbours(&example.number, plan);
        for entry in numbers.iter().flat_map(|digits| spellings(digits, example.region)) {
            entries += 1;
            let verdict = check(&entry.text, entry.country);
            let right = match &verdict {
                Verdict::Ready { number } => number.digits.as_str() == entry.digits,
                Verdict::Ukraine => example.ukrainian,
                Verdict::MaybeUkraine { number: Some(number), .. } => {
                    asked += 1;
                    number.digits.as_str() == entry.digits
                        && entry.text.bytes().all(|byte| byte.is_ascii_digit())
                }
                _ => false,
            };
            if !right && !AMBIGUOUS.contains(&entry.digits.as_str()) {
                wrong.push(format!("{}: {:?}: {verdict:?}", example.region, entry.text));
            }
        }
    }
    assert!(entries > 44_660, "{entries}");
    assert!(asked * 1000 < entries * ASKED, "{asked} of {entries}");
    assert!(wrong.is_empty(), "{} of {entries} are wrong:\n{}", wrong.len(), wrong.join("\n"));
}
