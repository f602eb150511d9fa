//! Which number the digits mean, and what the numbering plan says about it.

use rlibphonenumber::{
    PHONE_NUMBER_UTIL, ParseError, PhoneNumber as PlanNumber, PhoneNumberFormat, PhoneNumberType,
    Region as PlanRegion, get_national_significant_number_owned,
};

use super::plan::{self, Fit, Plan};
use super::typed::TypedNumber;
use super::{PhoneNumber, Region, SandboxDigits, Verdict};

/// Nova Post makes no test keys for numbers of this calling code (spec).
const UKRAINE: i32 = 380;

/// The library writes no more leading zeros than these: with more, other digits would be sent.
const MOST_LEADING_ZEROS: i32 = 10;

/// Judges the digits, with the country that is chosen beside them.
///
/// With a plus they are international. Without one the chosen country's own reading comes first,
/// then the international one; behind `00` it is the other way round, since a few countries have
/// numbers that begin so. If no reading is in its plan, the first one has the last word.
pub(super) fn judge(typed: &TypedNumber, country: Option<Region>) -> Verdict {
    let digits = typed.digits.as_str();
    let chosen = country.and_then(plan::to_plan);
    let behind_zeros = digits.strip_prefix("00");
    let abroad = international(behind_zeros.unwrap_or(digits), chosen);

    let reading = match chosen.filter(|_| !typed.plus) {
        None => abroad,
        Some(_) if behind_zeros.is_some() && abroad.is_ready() => abroad,
        Some(home) => {
            let inside = national(digits, home);
            if inside.is_ready() && !(abroad.is_ready() && abroad.outweighs(&inside, home)) {
                inside
            } else if abroad.is_ready() || behind_zeros.is_some() {
                abroad
            } else {
                inside
            }
        }
    };
    if reading.code == Some(UKRAINE) { Verdict::Ukraine } else { reading.verdict }
}

/// One way to understand the digits.
struct Reading {
    /// The calling code that it arrived at, if it is one.
    code: Option<i32>,
    verdict: Verdict,
}

impl Reading {
    fn is_ready(&self) -> bool {
        matches!(self.verdict, Verdict::Ready { .. })
    }

    /// Whether this full number is meant, although the digits could be dialled inside the chosen
    /// country too: a wide plan like Germany's has lines with almost any digits.
    ///
    /// It is, if they begin with that country's own code or with Ukraine's, or if they are a
    /// mobile phone abroad and only a line inside: people register with a mobile phone.
    fn outweighs(&self, inside: &Self, home: PlanRegion) -> bool {
        self.code == Some(UKRAINE)
            || self.code == PHONE_NUMBER_UTIL.get_country_code_for_region(home)
            || self.kind() == PhoneNumberType::Mobile
                && !matches!(
                    inside.kind(),
                    PhoneNumberType::Mobile | PhoneNumberType::FixedLineOrMobile
                )
    }

    fn kind(&self) -> PhoneNumberType {
        let Verdict::Ready { number } = &self.verdict else {
            return PhoneNumberType::Unknown;
        };
        PHONE_NUMBER_UTIL
            .parse(format!("+{}", number.digits.as_str()), None)
            .map_or(PhoneNumberType::Unknown, |number| PHONE_NUMBER_UTIL.get_number_type(&number))
    }
}

/// Reads digits that begin with a calling code.
fn international(digits: &str, chosen: Option<PlanRegion>) -> Reading {
    let Some((plan, rest)) = Plan::split(digits) else {
        let code_begun = |missing| Verdict::TooShort { region: None, missing };
        return Reading {
            code: None,
            verdict: plan::missing_behind(digits).map_or(Verdict::UnknownCountryCode, code_begun),
        };
    };
    let verdict = match PHONE_NUMBER_UTIL.parse(format!("+{digits}"), None) {
        // Behind a calling code only a zero is sure to be the national prefix: `+49 (0) 821`.
        Ok(number) => assess(&number, plan, plan.national_prefix.starts_with('0'), chosen),
        Err(error) => unparsed(&error, plan, rest, chosen),
    };
    Reading { code: Some(plan.code), verdict }
}

/// Reads digits as somebody in this country dials them.
fn national(digits: &str, home: PlanRegion) -> Reading {
    let parsed = PHONE_NUMBER_UTIL.parse(digits, Some(home));
    // Behind the country's own prefix for calls abroad (`011` in the US) it is another's plan.
    let plan = match &parsed {
        Ok(number) => Plan::of_code(number.country_code),
        Err(_) => Plan::of_region(home),
    };
    let Some(plan) = plan else {
        return Reading { code: None, verdict: Verdict::UnknownCountryCode };
    };
    let verdict = match parsed {
        Ok(number) => assess(&number, plan, true, Some(home)),
        Err(error) => unparsed(&error, plan, digits, Some(home)),
    };
    Reading { code: Some(plan.code), verdict }
}

/// Says what the plan knows of a number.
fn assess(
    number: &PlanNumber,
    plan: Plan,
    may_have_prefix: bool,
    chosen: Option<PlanRegion>,
) -> Verdict {
    if number.number_of_leading_zeros() > MOST_LEADING_ZEROS {
        return Verdict::NotANumber;
    }
    if let Some(region) = assigned_to(number, plan, chosen) {
        return Verdict::Ready { number: spell(number, plan::from_plan(region)) };
    }
    // The zero in brackets is written out of habit where no such prefix exists: `+48 (0) 22`.
    if number.italian_leading_zero() && number.number_of_leading_zeros() == 1 {
        let without_zero = PlanNumber {
            country_code: number.country_code,
            national_number: number.national_number,
            ..PlanNumber::default()
        };
        if let Some(region) = assigned_to(&without_zero, plan, chosen) {
            return Verdict::Ready { number: spell(&without_zero, plan::from_plan(region)) };
        }
    }

    let national = get_national_significant_number_owned(number);
    // The library leaves the prefix on what is too short without it.
    let counted = if may_have_prefix { plan.without_prefix(&national) } else { &national };
    match plan.fit(counted) {
        Fit::Possible => Verdict::Unassigned { number: spell(number, None) },
        Fit::Short(missing) => Verdict::TooShort { region: plan.region(chosen), missing },
        Fit::Long(extra) => Verdict::TooLong { region: plan.region(chosen), extra },
    }
}

/// Says what is wrong with digits that the library makes no number of.
fn unparsed(error: &ParseError, plan: Plan, digits: &str, chosen: Option<PlanRegion>) -> Verdict {
    let region = plan.region(chosen);
    match (error, plan.fit(plan.without_prefix(digits))) {
        (ParseError::InvalidCountryCode, _) => Verdict::UnknownCountryCode,
        (ParseError::TooLongNsn, Fit::Long(extra)) => Verdict::TooLong { region, extra },
        (ParseError::TooLongNsn, _) => Verdict::TooLong { region, extra: 1 },
        (_, Fit::Short(missing)) => Verdict::TooShort { region, missing },
        (_, _) => Verdict::TooShort { region, missing: 1 },
    }
}

/// The country where the plan has this number: the chosen one, if it is among them.
fn assigned_to(number: &PlanNumber, plan: Plan, chosen: Option<PlanRegion>) -> Option<PlanRegion> {
    let has = |region: &PlanRegion| PHONE_NUMBER_UTIL.is_valid_number_for_region(number, *region);
    chosen
        .filter(|region| plan.covers(*region))
        .filter(has)
        .or_else(|| PHONE_NUMBER_UTIL.get_region_for_number(number).filter(has))
}

fn spell(number: &PlanNumber, region: Option<Region>) -> PhoneNumber {
    let e164 = PHONE_NUMBER_UTIL.format(number, PhoneNumberFormat::E164);
    PhoneNumber {
        digits: SandboxDigits(e164.trim_start_matches('+').to_owned()),
        international: PHONE_NUMBER_UTIL
            .format(number, PhoneNumberFormat::International)
            .into_owned(),
        region,
    }
}
