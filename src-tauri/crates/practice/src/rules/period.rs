//! Periods of the calendar in ISO 8601: `P40D`, `P13M`, `P1Y2M10DT2H30M`.

use chrono::{DateTime, Months, TimeDelta, Utc};

/// A period of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    months: Months,
    rest: TimeDelta,
}

impl Period {
    /// Parses whole numbers of years, months, weeks, days, hours, minutes and seconds. `None` if the
    /// text is anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (days, times) = match text.strip_prefix('P')?.split_once('T') {
            Some((_, "")) => return None,
            Some((days, times)) => (days, times),
            None => (text.strip_prefix('P')?, ""),
        };
        let [years, months, weeks, days] = amounts(days, ['Y', 'M', 'W', 'D'])?;
        let [hours, minutes, seconds] = amounts(times, ['H', 'M', 'S'])?;
        if text == "P" {
            return None;
        }
        let months = years.checked_mul(12)?.checked_add(months)?;
        let rest = TimeDelta::try_weeks(weeks.into())?
            .checked_add(&TimeDelta::try_days(days.into())?)?
            .checked_add(&TimeDelta::try_hours(hours.into())?)?
            .checked_add(&TimeDelta::try_minutes(minutes.into())?)?
            .checked_add(&TimeDelta::try_seconds(seconds.into())?)?;
        Some(Self { months: Months::new(months), rest })
    }

    /// A number of seconds, which can be negative. `None` if it is out of range.
    #[must_use]
    pub fn seconds(seconds: i64) -> Option<Self> {
        Some(Self { months: Months::new(0), rest: TimeDelta::try_seconds(seconds)? })
    }

    /// `time` plus this period. `None` if the result is out of range.
    #[must_use]
    pub fn after(self, time: DateTime<Utc>) -> Option<DateTime<Utc>> {
        time.checked_add_months(self.months)?.checked_add_signed(self.rest)
    }
}

/// The numbers before these letters. Each letter can appear once, in this order; a missing one is 0.
fn amounts<const N: usize>(mut text: &str, letters: [char; N]) -> Option<[u32; N]> {
    let mut amounts = [0; N];
    for (amount, letter) in amounts.iter_mut().zip(letters) {
        let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let (number, rest) = text.split_at(digits);
        if let Some(rest) = rest.strip_prefix(letter) {
            *amount = number.parse().ok()?;
            text = rest;
        }
    }
    text.is_empty().then_some(amounts)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(text: &str) -> Option<String> {
        let start: DateTime<Utc> = "2026-01-31T12:00:00Z".parse().unwrap();
        let end = Period::parse(text)?.after(start)?;
        Some(end.format("%Y-%m-%d %H:%M:%S").to_string())
    }

    #[test]
    fn a_period_follows_the_calendar() {
        for (text, end) in [
            ("P40D", "2026-03-12 12:00:00"),
            ("P13M", "2027-02-28 12:00:00"),
            ("P1Y2M1W1DT2H30M5S", "2027-04-08 14:30:05"),
            ("PT90M", "2026-01-31 13:30:00"),
            ("P0D", "2026-01-31 12:00:00"),
        ] {
            assert_eq!(after(text).as_deref(), Some(end), "{text}");
        }
    }

    #[test]
    fn other_texts_are_not_periods() {
        for text in [
            "",
            "P",
            "PT",
            "P1DT",
            "40D",
            "P40",
            "PD",
            "P-1D",
            "P1.5D",
            "P1D1M",
            "P1D1D",
            "PT1D",
            "P99999999999D",
            "p1d",
            "P1D ",
            "P4294967295Y",
        ] {
            assert_eq!(after(text), None, "{text}");
        }
    }
}
