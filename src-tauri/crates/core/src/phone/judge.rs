//! Chooses between the possible readings of the digits.

use rlibphonenumber::{PhoneNumberType, Region as PlanRegion};

use super::parts::Part;
use super::reading::Reading;
use super::{Region, Verdict, doubt, plan};

/// The calling code that the sandbox does not support [NP-spec: POST /test-api-keys].
const UKRAINE: i32 = 380;

/// The calling code of Italy, whose fixed lines begin with a zero.
const ITALY: i32 = 39;

/// Digits after the calling code of Italy in a mobile number. Few old ones have nine, like fixed lines.
const ITALIAN_MOBILE_LENGTH: usize = 10;

/// The result of judging one number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Judged {
    /// The result for the person.
    pub(super) verdict: Verdict,
    /// Whether a numbering plan has the number.
    pub(super) is_assigned: bool,
    /// The number of digits after the calling code; `None` if it is no possible number.
    pub(super) national_length: Option<usize>,
    /// The country of the number.
    pub(super) home: Option<Region>,
    /// The international spelling, if a numbering plan has the number.
    pub(super) international: Option<String>,
}

impl Judged {
    /// Whether the number can exist.
    pub(super) fn is_possible(&self) -> bool {
        self.national_length.is_some()
    }
}

/// Checks the digits. `country` is the country that is chosen beside the input.
///
/// Digits after a plus are international. Without a plus, the national reading in the chosen country
/// comes first and the international one second. After `00` the order is reversed, because only a
/// few countries have numbers that begin with `00`. If no reading is in its plan, the first one
/// decides.
pub(super) fn judge(typed: &Part, country: Option<Region>) -> Judged {
    let without_zero = without_italian_zero(typed);
    let typed = without_zero.as_ref().unwrap_or(typed);
    let digits = typed.digits.as_str();
    let chosen = country.and_then(plan::to_plan);
    let behind_zeros = digits.strip_prefix("00");
    let abroad = Reading::international(behind_zeros.unwrap_or(digits), chosen);

    let (meant, is_national) = match chosen.filter(|_| !typed.plus) {
        None => (abroad, false),
        Some(_) if behind_zeros.is_some() && abroad.is_assigned() => (abroad, false),
        Some(home) => {
            let inside = Reading::national(digits, home);
            match (inside.is_assigned(), abroad.is_assigned()) {
                (true, true) if outweighs(&abroad, &inside, home) => (abroad, false),
                (false, true) if !begins_with_number_of(home, typed, &abroad) => (abroad, false),
                (false, false) if behind_zeros.is_some() => (abroad, false),
                _ => (inside, true),
            }
        }
    };
    let verdict = if meant.code() == Some(UKRAINE) { Verdict::Ukraine } else { meant.verdict() };
    let verdict =
        if is_national { doubt::ask_for_ukraine(verdict, typed, &meant) } else { verdict };
    let verdict = doubt::ask_for_mexico(verdict, typed, &meant, chosen);
    let is_assigned = meant.is_assigned() || matches!(verdict, Verdict::OldPrefix { .. });
    let is_possible = is_assigned || matches!(verdict, Verdict::Unassigned { .. });
    Judged {
        is_assigned,
        national_length: meant.national_length().filter(|_| is_possible),
        home: meant.region(),
        international: meant.international_spelling(),
        verdict,
    }
}

/// A mobile number of Italy without the zero that some people write before it although the country has
/// no national prefix: `+39 (0) 312 345 6789`. With the zero it may be somebody's fixed line.
fn without_italian_zero(typed: &Part) -> Option<Part> {
    let (code, national) = typed.digits.split_at_checked(*typed.lengths.first()?)?;
    let national = national.strip_prefix('0')?;
    let is_alone = matches!(typed.lengths.as_slice(), [_, 1, 3, ..]);
    let mut mobile = typed.clone();
    mobile.digits = format!("{code}{national}");
    let digits = mobile.digits.strip_prefix("00").unwrap_or(&mobile.digits);
    let number = Reading::international(digits, None);
    let is_mobile = number.code() == Some(ITALY)
        && number.kind() == PhoneNumberType::Mobile
        && number.national_length() == Some(ITALIAN_MOBILE_LENGTH);
    if !is_alone || !is_mobile {
        return None;
    }
    mobile.lengths.remove(1);
    Some(mobile)
}

/// Whether the first groups are a number of the chosen country, so that more digits do not make it a
/// number of another country: `600 123 456 457` in Poland. Before a number of another country its
/// calling code is a separate group: `44 7400 123 456`.
fn begins_with_number_of(home: PlanRegion, typed: &Part, abroad: &Reading) -> bool {
    let code = abroad.code().map_or(0, |code| code.to_string().len());
    let has_no_code = typed.lengths.first().is_some_and(|first| *first > code);
    let mut end = 0;
    typed.lengths.iter().enumerate().any(|(last, length)| {
        end += length;
        let lengths = typed.lengths.get(..=last);
        let first_digits = typed.digits.get(..end).filter(|first| first.len() < typed.digits.len());
        let usual = first_digits.and_then(|first| Reading::national(first, home).usual_lengths());
        usual.is_some_and(|usual| has_no_code || lengths == Some(usual.as_slice()))
    })
}

/// Whether the international reading wins although both readings are in their plans. Plans with many
/// lengths, such as Germany's, have fixed lines with almost any digits.
///
/// The international reading wins if the digits begin with the calling code of the chosen country or
/// of Ukraine. It also wins if it is a mobile number and the national reading is not, because people
/// copy mobile numbers from their phone's contacts, which have the calling code.
fn outweighs(abroad: &Reading, inside: &Reading, home: PlanRegion) -> bool {
    abroad.code() == Some(UKRAINE)
        || abroad.has_code_of(home)
        || abroad.kind() == PhoneNumberType::Mobile
            && !matches!(
                inside.kind(),
                PhoneNumberType::Mobile | PhoneNumberType::FixedLineOrMobile
            )
}
