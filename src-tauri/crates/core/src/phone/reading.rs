//! One reading of the digits, international or national, checked against the numbering plan.

use rlibphonenumber::{
    PHONE_NUMBER_UTIL, ParseError, PhoneNumber as PlanNumber, PhoneNumberFormat, PhoneNumberType,
    Region as PlanRegion, get_national_significant_number_owned,
};

use super::plan::{self, Fit, Plan};
use super::{PhoneNumber, Region, SandboxDigits, Verdict};

/// The most leading zeros that the library formats. With more, other digits would be sent.
const MOST_LEADING_ZEROS: i32 = 10;

/// The digits, read with the plan of one calling code.
pub(super) struct Reading<'a> {
    /// The digits after the calling code, or all of them if there is none.
    digits: &'a str,
    /// The plan, or `None` if the calling code is unknown.
    plan: Option<Plan>,
    /// The number as the library parsed it.
    number: Result<PlanNumber, ParseError>,
    /// The country whose plan has the number.
    home: Option<PlanRegion>,
    /// The country that is chosen beside the input.
    chosen: Option<PlanRegion>,
    /// Whether the digits may begin with the national prefix.
    may_have_prefix: bool,
}

impl<'a> Reading<'a> {
    /// Reads digits that begin with a calling code.
    pub(super) fn international(digits: &'a str, chosen: Option<PlanRegion>) -> Self {
        let Some((plan, rest)) = Plan::split(digits) else {
            let number = Err(ParseError::InvalidCountryCode);
            return Self { digits, plan: None, number, home: None, chosen, may_have_prefix: false };
        };
        let number = PHONE_NUMBER_UTIL.parse(format!("+{digits}"), None);
        // After a calling code only a zero is certainly the national prefix: `+49 (0) 821`.
        let may_have_prefix = plan.national_prefix.starts_with('0');
        Self { digits: rest, plan: Some(plan), number, home: None, chosen, may_have_prefix }
            .find_home()
    }

    /// Reads digits as they are dialled inside this country.
    pub(super) fn national(digits: &'a str, country: PlanRegion) -> Self {
        let number = PHONE_NUMBER_UTIL.parse(digits, Some(country));
        let plan = match &number {
            // After the prefix for international calls (`011` in the US) another country's plan
            // applies.
            Ok(number) => Plan::of_code(number.country_code),
            Err(_) => Plan::of_region(country),
        };
        Self { digits, plan, number, home: None, chosen: Some(country), may_have_prefix: true }
            .find_home()
    }

    fn find_home(mut self) -> Self {
        if let (Some(plan), Ok(number)) = (self.plan, &self.number) {
            self.home = home_of(number, plan, self.chosen);
            // Some people write a zero in brackets even if the country has no national prefix:
            // `+48 (0) 22 123 45 67`.
            if self.home.is_none()
                && let Some(number) = without_zero(number)
            {
                self.home = home_of(&number, plan, self.chosen);
                if self.home.is_some() {
                    self.number = Ok(number);
                }
            }
        }
        self
    }

    /// Whether the plan has this number.
    pub(super) fn is_assigned(&self) -> bool {
        self.home.is_some()
    }

    /// The calling code of the plan.
    pub(super) fn code(&self) -> Option<i32> {
        self.plan.map(|plan| plan.code)
    }

    /// Whether the country uses the plan's calling code.
    pub(super) fn has_code_of(&self, country: PlanRegion) -> bool {
        self.plan.is_some_and(|plan| plan.covers(country))
    }

    /// The type of the number according to the plan.
    pub(super) fn kind(&self) -> PhoneNumberType {
        let kind = |number| PHONE_NUMBER_UTIL.get_number_type(number);
        self.number.as_ref().map_or(PhoneNumberType::Unknown, kind)
    }

    /// The number of digits after the calling code.
    pub(super) fn national_length(&self) -> Option<usize> {
        let number = self.number.as_ref().ok()?;
        Some(get_national_significant_number_owned(number).len())
    }

    /// The country whose plan has the number.
    pub(super) fn region(&self) -> Option<Region> {
        self.home.and_then(plan::from_plan)
    }

    /// The international spelling, if the plan has the number.
    pub(super) fn international_spelling(&self) -> Option<String> {
        let number = self.number.as_ref().ok().filter(|_| self.is_assigned())?;
        Some(spell(number, None).international)
    }

    /// The lengths of the groups in the country's usual spelling, if the plan has the number.
    pub(super) fn usual_lengths(&self) -> Option<Vec<usize>> {
        let number = self.number.as_ref().ok().filter(|_| self.is_assigned())?;
        let national = PHONE_NUMBER_UTIL.format(number, PhoneNumberFormat::National);
        let groups = national.split(|character: char| !character.is_ascii_digit());
        Some(groups.map(str::len).filter(|length| *length > 0).collect())
    }

    /// Whether `0` is dialled before the country's numbers.
    pub(super) fn has_zero_prefix(&self) -> bool {
        self.plan.is_some_and(|plan| plan.national_prefix == "0")
    }

    /// Whether neither the number nor the national prefix of its plan begins with a zero.
    pub(super) fn is_without_zeros(&self) -> bool {
        let has_zero =
            self.is_assigned() && self.number.as_ref().is_ok_and(PlanNumber::italian_leading_zero);
        !has_zero && self.plan.is_some_and(|plan| !plan.national_prefix.starts_with('0'))
    }

    /// The result of the check.
    pub(super) fn verdict(&self) -> Verdict {
        let Some(plan) = self.plan else {
            let code_begun = |missing| Verdict::TooShort { region: None, missing };
            return plan::missing_behind(self.digits)
                .map_or(Verdict::UnknownCountryCode, code_begun);
        };
        match (&self.number, self.home) {
            (Ok(number), Some(home)) => {
                Verdict::Ready { number: spell(number, plan::from_plan(home)) }
            }
            (Ok(number), None) => self.unassigned(plan, number),
            (Err(error), _) => self.unparsed(plan, error),
        }
    }

    fn unassigned(&self, plan: Plan, number: &PlanNumber) -> Verdict {
        if number.number_of_leading_zeros() > MOST_LEADING_ZEROS {
            return Verdict::NotANumber;
        }
        let region = plan.region(self.chosen);
        let national = get_national_significant_number_owned(number);
        // The library keeps the prefix if the number would be too short without it.
        let counted = if self.may_have_prefix { plan.without_prefix(&national) } else { &national };
        match plan.fit(counted) {
            Fit::Possible => self.possible(number),
            Fit::Short(missing) => Verdict::TooShort { region, missing },
            Fit::Long(extra) => Verdict::TooLong { region, extra },
        }
    }

    /// Only a number that stays the same when it is read again can be sent, because the service repeats
    /// a request with the stored spelling. Each reading drops one of several zeros after the code.
    fn possible(&self, number: &PlanNumber) -> Verdict {
        let number = spell(number, None);
        let again = Reading::international(number.digits.as_str(), self.chosen);
        match again.number.as_ref().map(digits_of) {
            Ok(read) if read == number.digits => Verdict::Unassigned { number },
            Ok(read) if read.0.len() >= number.digits.0.len() => Verdict::NotANumber,
            _ => again.verdict(),
        }
    }

    fn unparsed(&self, plan: Plan, error: &ParseError) -> Verdict {
        let region = plan.region(self.chosen);
        match (error, plan.fit(plan.without_prefix(self.digits))) {
            (ParseError::InvalidCountryCode, _) => Verdict::UnknownCountryCode,
            (ParseError::TooLongNsn, Fit::Long(extra)) => Verdict::TooLong { region, extra },
            (ParseError::TooLongNsn, _) => Verdict::TooLong { region, extra: 1 },
            (_, Fit::Short(missing)) => Verdict::TooShort { region, missing },
            (_, _) => Verdict::TooShort { region, missing: 1 },
        }
    }
}

/// The country whose plan has the number. The chosen country comes first.
fn home_of(number: &PlanNumber, plan: Plan, chosen: Option<PlanRegion>) -> Option<PlanRegion> {
    let has = |region: &PlanRegion| PHONE_NUMBER_UTIL.is_valid_number_for_region(number, *region);
    chosen
        .filter(|region| plan.covers(*region))
        .filter(has)
        .or_else(|| PHONE_NUMBER_UTIL.get_region_for_number(number).filter(has))
}

/// The number without its leading zero, if it has exactly one.
fn without_zero(number: &PlanNumber) -> Option<PlanNumber> {
    (number.italian_leading_zero() && number.number_of_leading_zeros() == 1).then(|| PlanNumber {
        country_code: number.country_code,
        national_number: number.national_number,
        ..PlanNumber::default()
    })
}

fn spell(number: &PlanNumber, region: Option<Region>) -> PhoneNumber {
    let international = PHONE_NUMBER_UTIL.format(number, PhoneNumberFormat::International);
    PhoneNumber { digits: digits_of(number), international: international.into_owned(), region }
}

fn digits_of(number: &PlanNumber) -> SandboxDigits {
    let e164 = PHONE_NUMBER_UTIL.format(number, PhoneNumberFormat::E164);
    SandboxDigits(e164.trim_start_matches('+').to_owned())
}
