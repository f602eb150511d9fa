//! Which of the possible readings is meant.

use rlibphonenumber::{PhoneNumberType, Region as PlanRegion};

use super::plan;
use super::reading::Reading;
use super::typed::TypedNumber;
use super::{Region, Verdict};

/// Nova Post makes no test keys for numbers of this calling code (spec).
const UKRAINE: i32 = 380;

/// Judges the digits, with the country that is chosen beside them.
///
/// With a plus they are international. Without one the chosen country's own reading comes first,
/// then the international one; behind `00` it is the other way round, since a few countries have
/// numbers that begin so. If no reading is in its plan, the first one has the last word.
pub(super) fn judge(typed: &TypedNumber, country: Option<Region>) -> Verdict {
    let digits = typed.digits.as_str();
    let chosen = country.and_then(plan::to_plan);
    let behind_zeros = digits.strip_prefix("00");
    let abroad = Reading::international(behind_zeros.unwrap_or(digits), chosen);

    let meant = match chosen.filter(|_| !typed.plus) {
        None => abroad,
        Some(_) if behind_zeros.is_some() && abroad.is_assigned() => abroad,
        Some(home) => {
            let inside = Reading::national(digits, home);
            match (inside.is_assigned(), abroad.is_assigned()) {
                (true, true) if outweighs(&abroad, &inside, home) => abroad,
                (false, true) => abroad,
                (false, false) if behind_zeros.is_some() => abroad,
                _ => inside,
            }
        }
    };
    if meant.code() == Some(UKRAINE) { Verdict::Ukraine } else { meant.verdict() }
}

/// Whether the full number is meant, although the digits could be dialled inside the chosen
/// country too: a wide plan like Germany's has lines with almost any digits.
///
/// It is, if they begin with that country's own code or with Ukraine's, or if they are a mobile
/// phone abroad and only a line inside: people store with a mobile phone.
fn outweighs(abroad: &Reading, inside: &Reading, home: PlanRegion) -> bool {
    abroad.code() == Some(UKRAINE)
        || abroad.has_code_of(home)
        || abroad.kind() == PhoneNumberType::Mobile
            && !matches!(
                inside.kind(),
                PhoneNumberType::Mobile | PhoneNumberType::FixedLineOrMobile
            )
}
