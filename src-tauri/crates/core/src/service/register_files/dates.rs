//! Dates of lists, as people and spreadsheets write them.
//!
//! A list has days. The day of a moment is the one that the window shows: in this computer's time zone.

use chrono::{DateTime, Datelike, Days, Local, NaiveDate, NaiveTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which number comes first in a date like `8/7/2026`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DateOrder {
    /// The day, as in most of Europe.
    DayFirst,
    /// The month, as in the United States.
    MonthFirst,
}

/// A day or a moment of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ListDate {
    Day(NaiveDate),
    At(DateTime<Utc>),
}

impl ListDate {
    /// Whether the register has another day, or another moment if the list has a moment.
    pub(super) fn differs_from(self, stored: Option<DateTime<Utc>>) -> bool {
        match self {
            Self::Day(day) => stored.map(local_day) != Some(day),
            Self::At(at) => stored != Some(at),
        }
    }

    /// The moment to store of a creation: noon in UTC, which is the same day in every country of Nova Post.
    pub(super) fn noon(self) -> DateTime<Utc> {
        match self {
            Self::Day(day) => day.and_time(noon()).and_utc(),
            Self::At(at) => at,
        }
    }

    /// The moment to store of an end: the last second of the day in this computer's time zone, as of a day that is
    /// typed in the window. The key works on that day.
    pub(super) fn end(self) -> DateTime<Utc> {
        let last = |day: NaiveDate| day.and_hms_opt(23, 59, 59)?.and_local_timezone(Local).latest();
        match self {
            // A day on which the clocks skip its last second has only its noon.
            Self::Day(day) => last(day).map_or_else(|| self.noon(), |end| end.with_timezone(&Utc)),
            Self::At(at) => at,
        }
    }
}

/// What the text of a cell says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DateReading {
    Date(ListDate),
    /// Its day and month can be read either way.
    TwoWays,
    NotADate,
}

/// The days that a spreadsheet's number can mean: 2000-01-01 to 2100-12-31. Others are not dates of keys.
const SERIALS: std::ops::RangeInclusive<u32> = 36_526..=73_415;
const YEARS: std::ops::RangeInclusive<i32> = 2000..=2100;

/// The day on which a moment is in this computer's time zone.
pub(super) fn local_day(at: DateTime<Utc>) -> NaiveDate {
    at.with_timezone(&Local).date_naive()
}

/// Reads a date. `order` decides what can be read two ways.
pub(super) fn read(text: &str, order: Option<DateOrder>) -> DateReading {
    use DateReading::NotADate;
    let text = text.trim();
    if let Ok(at) = DateTime::parse_from_rfc3339(text) {
        let at = at.with_timezone(&Utc);
        return if YEARS.contains(&at.year()) { found(ListDate::At(at)) } else { NotADate };
    }
    if let Some(day) = of_serial(text) {
        return found(ListDate::Day(day));
    }
    // Ukrainian spreadsheets write "27.08.2026 р."
    let text = text.trim_end_matches(['.', ' ', '\u{a0}']);
    let text = text.strip_suffix(['р', 'г']).map_or(text, str::trim_end);
    let (date, time) = text.split_once([' ', 'T', '\u{a0}', '\u{202f}']).unwrap_or((text, ""));
    let is_time = |sign: char| sign.is_ascii_digit() || ":.APMapm \u{a0}\u{202f}".contains(sign);
    if !time.chars().all(is_time) {
        return NotADate;
    }
    let Some(sign) = date.chars().find(|sign| !sign.is_ascii_digit()) else { return NotADate };
    let parts: Vec<&str> = date.split(sign).collect();
    let [first, second, third] = parts[..] else { return NotADate };
    let (Some(a), Some(b), Some(c)) = (number(first), number(second), number(third)) else {
        return NotADate;
    };
    let day = |year: u32, month: u32, day: u32| {
        let year = i32::try_from(if year < 100 { 2000 + year } else { year }).unwrap_or_default();
        let date = NaiveDate::from_ymd_opt(year, month, day);
        date.filter(|date| YEARS.contains(&date.year()))
            .map_or(NotADate, |date| found(ListDate::Day(date)))
    };
    match sign {
        '-' | '/' | '.' if first.len() == 4 => day(a, b, c),
        // Who writes dots writes the day first.
        '.' => day(c, b, a),
        '-' | '/' if sign == '/' || third.len() == 4 => match order {
            _ if a == b || a > 12 => day(c, b, a),
            _ if b > 12 => day(c, a, b),
            Some(DateOrder::DayFirst) => day(c, b, a),
            Some(DateOrder::MonthFirst) => day(c, a, b),
            None if day(c, b, a) == NotADate => NotADate,
            None => DateReading::TwoWays,
        },
        _ => NotADate,
    }
}

/// The order of a date that can only be read one way, if its order matters.
pub(super) fn order_of(text: &str) -> Option<DateOrder> {
    let (first, rest) = text.trim().split_once(['/', '-'])?;
    let (second, _) = rest.split_once(['/', '-'])?;
    let (first_number, second_number) = (number(first)?, number(second)?);
    if first.len() == 4 || read(text, None) == DateReading::NotADate {
        return None;
    }
    match (first_number > 12, second_number > 12) {
        (true, false) => Some(DateOrder::DayFirst),
        (false, true) => Some(DateOrder::MonthFirst),
        _ => None,
    }
}

/// The day of a spreadsheet's number: days since 30 December 1899, and the time as a fraction.
fn of_serial(text: &str) -> Option<NaiveDate> {
    let (days, fraction) = text.split_once(['.', ',']).unwrap_or((text, "0"));
    let is_number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if days.len() != 5 || !is_number(days) || fraction.is_empty() || !is_number(fraction) {
        return None;
    }
    let days: u32 = days.parse().ok()?;
    let zero = NaiveDate::from_ymd_opt(1899, 12, 30)?;
    SERIALS.contains(&days).then(|| zero.checked_add_days(Days::new(days.into())))?
}

fn number(text: &str) -> Option<u32> {
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    (is_number && text.len() != 3 && text.len() <= 4).then(|| text.parse().ok())?
}

fn noon() -> NaiveTime {
    NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default()
}

fn found(date: ListDate) -> DateReading {
    DateReading::Date(date)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str, order: Option<DateOrder>) -> String {
        match read(text, order) {
            DateReading::Date(ListDate::Day(day)) => day.to_string(),
            DateReading::Date(ListDate::At(at)) => at.to_rfc3339(),
            DateReading::TwoWays => "two ways".to_owned(),
            DateReading::NotADate => "not a date".to_owned(),
        }
    }

    #[test]
    fn a_date_is_read_as_spreadsheets_write_it() {
        for text in [
            "27.08.2026",
            "27.8.26",
            "27.08.2026 р.",
            "27.08.2026 14:30",
            "2026-08-27",
            "2026-08-27 14:30:05",
            "2026/08/27",
            "2026.08.27",
            "8/27/2026",
            "8/27/26",
            "8/27/2026 12:00:00 AM",
            "27/08/2026",
            "27-08-2026",
            " 27.08.2026 ",
            "46261",
            "46261.75",
            "46261,5",
        ] {
            assert_eq!(day(text, None), "2026-08-27", "{text:?}");
        }
        assert_eq!(day("2026-08-27T22:30:00Z", None), "2026-08-27T22:30:00+00:00");
    }

    #[test]
    fn a_date_that_can_be_read_two_ways_needs_an_answer() {
        assert_eq!(day("8/7/2026", None), "two ways");
        assert_eq!(day("8/7/2026", Some(DateOrder::DayFirst)), "2026-07-08");
        assert_eq!(day("8/7/2026", Some(DateOrder::MonthFirst)), "2026-08-07");
        assert_eq!(day("8/27/2026", Some(DateOrder::DayFirst)), "2026-08-27");
        assert_eq!(day("7/7/2026", None), "2026-07-07");
    }

    #[test]
    fn a_day_is_the_last_one_of_a_key_until_its_last_second_here() {
        let first = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap();
        for day in first.iter_days().take(366) {
            let end = ListDate::Day(day).end().with_timezone(&Local);
            assert_eq!(end.naive_local().to_string(), format!("{day} 23:59:59"));
            assert!(!ListDate::Day(day).differs_from(Some(ListDate::Day(day).end())));
            assert_eq!(ListDate::Day(day).noon().to_string(), format!("{day} 12:00:00 UTC"));
        }
    }

    #[test]
    fn anything_else_is_not_a_date() {
        for text in [
            "",
            "27",
            "soon",
            "31.02.2026",
            "13/13/2026",
            "27.08",
            "27 серпня 2026",
            "123",
            "99999",
            "46261.",
            "26-08-27",
            "01.01.1999",
            "0/0/2026",
            "1/2/3/4",
            "٢٧.٠٨.٢٠٢٦",
        ] {
            assert_eq!(day(text, None), "not a date", "{text:?}");
        }
    }

    #[test]
    fn a_date_tells_its_order_only_if_it_can_be_read_one_way() {
        assert_eq!(order_of("8/27/2026"), Some(DateOrder::MonthFirst));
        assert_eq!(order_of("27/8/2026"), Some(DateOrder::DayFirst));
        for text in ["8/7/2026", "2026-08-27", "27.08.2026", "46261", "40/8/2026"] {
            assert_eq!(order_of(text), None, "{text}");
        }
    }
}
