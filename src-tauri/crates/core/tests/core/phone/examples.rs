//! The library's example numbers of every type, in every country and every spelling.

use std::sync::LazyLock;

use keydesk_core::phone::{Region, Verdict, check, countries};
use proptest::prelude::*;
use proptest::sample::select;
use rlibphonenumber::{
    PHONE_NUMBER_UTIL, PhoneNumber, PhoneNumberFormat, PhoneNumberType, Region as PlanRegion,
};

const KINDS: [PhoneNumberType; 10] = [
    PhoneNumberType::FixedLine,
    PhoneNumberType::Mobile,
    PhoneNumberType::TollFree,
    PhoneNumberType::PremiumRate,
    PhoneNumberType::SharedCost,
    PhoneNumberType::VoIP,
    PhoneNumberType::PersonalNumber,
    PhoneNumberType::Pager,
    PhoneNumberType::UAN,
    PhoneNumberType::VoiceMail,
];

const INTERNATIONAL_FORMATS: [PhoneNumberFormat; 3] =
    [PhoneNumberFormat::E164, PhoneNumberFormat::International, PhoneNumberFormat::RFC3966];

/// An example number of the library, and the country of the example.
#[derive(Clone, Debug)]
pub(super) struct Example {
    pub(super) region: Region,
    pub(super) ukrainian: bool,
    pub(super) number: PhoneNumber,
}

pub(super) static EXAMPLES: LazyLock<Vec<Example>> = LazyLock::new(|| {
    let of_country = |country: keydesk_core::phone::Country| {
        let plan = PlanRegion::from_code(country.region.as_str()).expect("a region of the plan");
        KINDS.into_iter().filter_map(move |kind| {
            let number =
                PHONE_NUMBER_UTIL.get_example_number_for_type_and_region(plan, kind).ok()?;
            Some(Example { region: country.region, ukrainian: country.calling_code == 380, number })
        })
    };
    countries().into_iter().flat_map(of_country).collect()
});

impl Example {
    pub(super) fn spelled(&self, format: PhoneNumberFormat) -> String {
        self.number.format_as(format).into_owned()
    }

    /// The digits to send.
    pub(super) fn digits(&self) -> String {
        self.spelled(PhoneNumberFormat::E164)[1..].to_owned()
    }

    /// Checks that the text is read as this number, and as a number of `country` if that is its
    /// country. The error describes the difference.
    pub(super) fn check_reading(&self, text: &str, country: Option<Region>) -> Result<(), String> {
        let verdict = check(text, country);
        let right = match &verdict {
            Verdict::Ready { number } => {
                let at_home = country == Some(self.region);
                !self.ukrainian
                    && number.digits.as_str() == self.digits()
                    && (!at_home || number.region == country)
            }
            Verdict::Ukraine => self.ukrainian,
            // Without a plus it may be a number inside a country.
            Verdict::NoCountry { abroad } => {
                let is_it = |number: &keydesk_core::phone::PhoneNumber| {
                    number.digits.as_str() == self.digits()
                };
                country.is_none()
                    && text == self.digits()
                    && text.len() < 12
                    && abroad.as_ref().map_or(self.ukrainian, is_it)
            }
            _ => false,
        };
        let chosen = country.map_or_else(|| "no country".to_owned(), |c| c.to_string());
        right
            .then_some(())
            .ok_or_else(|| format!("{}: {text:?} with {chosen}: {verdict:?}", self.region))
    }
}

/// There are no exceptions for any country.
#[test]
fn every_example_is_read_in_every_spelling_with_and_without_its_country() {
    let mut wrong = Vec::new();
    for example in EXAMPLES.iter() {
        let home = Some(example.region);
        let digits = example.digits();
        let mut spellings = vec![
            (example.spelled(PhoneNumberFormat::National), home),
            (digits.clone(), home),
            (digits.clone(), None),
            (format!("00{digits}"), home),
            (format!("00{digits}"), None),
        ];
        for format in INTERNATIONAL_FORMATS {
            spellings.push((example.spelled(format), home));
            spellings.push((example.spelled(format), None));
        }
        wrong.extend(
            spellings
                .iter()
                .filter_map(|(text, country)| example.check_reading(text, *country).err()),
        );
    }
    assert!(EXAMPLES.len() > 1_000);
    assert!(wrong.is_empty(), "{} are read wrongly:\n{}", wrong.len(), wrong.join("\n"));
}

/// The zeros of scripts in which people type numbers. The other digits follow each zero.
const ZEROS: [char; 6] = ['0', '\u{FF10}', '\u{0660}', '\u{06F0}', '\u{0966}', '\u{1D7CE}'];

/// Characters between any two digits. Slashes, brackets and a last dot have a meaning.
const SEPARATORS: [&str; 14] = [
    "", "", "", " ", "-", "_", "’", "~", "\u{20E3}", "\u{00A0}", "\u{2009}", "\u{2013}",
    "\u{200E}", "\u{200B}",
];

pub(super) fn any_example() -> impl Strategy<Value = Example> {
    select(EXAMPLES.as_slice())
}

pub(super) fn any_country() -> impl Strategy<Value = Region> {
    let regions: Vec<_> = countries().into_iter().map(|country| country.region).collect();
    select(regions)
}

fn in_script(zero: char, character: char) -> char {
    character
        .to_digit(10)
        .and_then(|digit| char::from_u32(u32::from(zero) + digit))
        .unwrap_or(character)
}

/// Characters of phone numbers in random order.
const SIGNS: &str = "[+0-9０-９٠-٩ ()./,;#x-]{0,64}";

/// An example with a typing mistake: one character is wrong, doubled or missing.
fn with_a_mistake() -> impl Strategy<Value = String> {
    (any_example(), any::<bool>(), any::<prop::sample::Index>(), "[0-9]{0,2}").prop_map(
        |(example, national, place, typed)| {
            let format =
                if national { PhoneNumberFormat::National } else { PhoneNumberFormat::E164 };
            let mut text = example.spelled(format);
            let place = place.index(text.len());
            text.replace_range(place..=place, &typed);
            text
        },
    )
}

proptest! {
    #[test]
    fn the_chosen_country_does_not_change_an_international_number(
        example in any_example(),
        country in any_country(),
        format in select(INTERNATIONAL_FORMATS.as_slice()),
    ) {
        let zeros = format!("00{}", example.digits());
        for text in [example.spelled(format), zeros] {
            prop_assert_eq!(example.check_reading(&text, Some(country)), Ok(()));
        }
    }

    #[test]
    fn separators_and_scripts_change_nothing(
        example in any_example(),
        national in any::<bool>(),
        zero in select(ZEROS.as_slice()),
        separators in prop::collection::vec(select(SEPARATORS.as_slice()), 32),
    ) {
        let format = if national { PhoneNumberFormat::National } else { PhoneNumberFormat::E164 };
        let mut text = String::new();
        for (character, separator) in example.spelled(format).chars().zip(&separators) {
            text.push(in_script(zero, character));
            text.push_str(separator);
        }
        let home = Some(example.region);
        match check(&text, home) {
            // In other groups, it may look like a Ukrainian mobile number.
            Verdict::MaybeUkraine { number, .. } if national => {
                let digits = number.map(|number| number.digits.as_str().to_owned());
                prop_assert_eq!(digits, Some(example.digits()));
            }
            _ => prop_assert_eq!(example.check_reading(&text, home), Ok(())),
        }
    }

    #[test]
    fn only_digits_are_ever_sent(
        text in prop_oneof![any::<String>(), SIGNS, with_a_mistake()],
        country in proptest::option::of(any_country()),
    ) {
        if let Verdict::Ready { number } | Verdict::Unassigned { number } = check(&text, country) {
            let digits = number.digits.as_str();
            prop_assert!(digits.bytes().all(|byte| byte.is_ascii_digit()), "{}", digits);
            prop_assert!((4..=20).contains(&digits.len()), "{}", digits);
            prop_assert!(!digits.starts_with('0') && !digits.starts_with("380"), "{}", digits);
        }
    }

    #[test]
    fn a_ready_number_stays_the_same_when_it_is_read_again(
        text in with_a_mistake(),
        country in proptest::option::of(any_country()),
    ) {
        if let Verdict::Ready { number } = check(&text, country) {
            for again in [format!("+{}", number.digits.as_str()), number.international.clone()] {
                prop_assert_eq!(check(&again, number.region), Verdict::Ready { number: number.clone() });
            }
        }
    }

    #[test]
    fn a_text_that_is_too_long_is_no_number(
        text in "[+0-9 ]{201,300}",
        country in proptest::option::of(any_country()),
    ) {
        prop_assert_eq!(check(&text, country), Verdict::NotANumber);
    }
}
