//! Chooses between the possible readings of the digits.

use rlibphonenumber::{PhoneNumberType, Region as PlanRegion};

use super::parts::Part;
use super::reading::Reading;
use super::{Region, Verdict, doubt, plan};

/// The calling code that the sandbox does not support [NP-spec: POST /test-api-keys].
const UKRAINE: i32 = 380;

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
                (false, true) => (abroad, false),
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
