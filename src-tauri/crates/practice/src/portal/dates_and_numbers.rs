//! Dates and numbers in the format of a language, from CLDR's data in ICU4X. The window has the same
//! formats: its `Intl` has the same data.

use chrono::{DateTime, Datelike, Utc};
use fluent_bundle::FluentValue;
use icu_calendar::{Date, Gregorian};
use icu_datetime::FixedCalendarDateTimeFormatter;
use icu_datetime::fieldsets::YMD;
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_decimal::options::DecimalFormatterOptions;
use icu_locale_core::Locale;
use intl_memoizer::Memoizable;
use intl_memoizer::concurrent::IntlLangMemoizer;
use unic_langid::LanguageIdentifier;

/// `27 August 2025`, UTC; `2025-08-27` if there is no data for the language.
pub(super) fn long_date(language: &str, time: DateTime<Utc>) -> String {
    written(language, time).unwrap_or_else(|| time.format("%F").to_string())
}

fn written(language: &str, time: DateTime<Utc>) -> Option<String> {
    let locale = locale_of(language)?.into();
    let format =
        FixedCalendarDateTimeFormatter::<Gregorian, _>::try_new(locale, YMD::long()).ok()?;
    let (month, day) = (u8::try_from(time.month()).ok()?, u8::try_from(time.day()).ok()?);
    let date = Date::try_new_gregorian(time.year(), month, day).ok()?;
    Some(format.format(&date).to_string())
}

/// Formats the whole numbers of messages: `7,300`. `None` leaves other values to Fluent.
pub(super) fn number(value: &FluentValue<'_>, languages: &IntlLangMemoizer) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let whole: Decimal = number.as_string().parse().ok()?;
    languages.with_try_get::<NumberFormat, _, _>((), |format| format.write(&whole)).ok().flatten()
}

/// The locale of numbers. ICU4X's formatters can't be shared between threads, so each number makes one.
struct NumberFormat(Option<Locale>);

impl NumberFormat {
    fn write(&self, whole: &Decimal) -> Option<String> {
        let locale = self.0.clone()?.into();
        let format = DecimalFormatter::try_new(locale, DecimalFormatterOptions::default()).ok()?;
        Some(format.format(whole).to_string())
    }
}

impl Memoizable for NumberFormat {
    type Args = ();
    type Error = ();

    fn construct(language: LanguageIdentifier, (): ()) -> Result<Self, ()> {
        Ok(Self(locale_of(&language.to_string())))
    }
}

/// English is European English: `27 August 2025` is clearer abroad than `August 27, 2025`.
fn locale_of(language: &str) -> Option<Locale> {
    let tag = if language == "en" { "en-GB" } else { language };
    tag.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The languages of Nova Post's API, with the month in the case that a date needs.
    const DATES: [(&str, &str); 15] = [
        ("cs", "1. listopadu 2027"),
        ("de", "1. November 2027"),
        ("en", "1 November 2027"),
        ("es", "1 de noviembre de 2027"),
        ("et", "1 november 2027"),
        ("fr", "1 novembre 2027"),
        ("hu", "2027. november 1."),
        ("it", "1 novembre 2027"),
        ("lt", "2027 m. lapkričio 1 d."),
        ("lv", "2027. gada 1. novembris"),
        ("nl", "1 november 2027"),
        ("pl", "1 listopada 2027"),
        ("ro", "1 noiembrie 2027"),
        ("sk", "1. novembra 2027"),
        ("uk", "1 листопада 2027 р."),
    ];

    /// Without the difference between a space and one that doesn't break the line.
    fn plain(text: &str) -> String {
        text.replace(['\u{a0}', '\u{202f}'], " ")
    }

    #[test]
    fn a_date_has_the_format_and_the_case_of_its_language() {
        let time: DateTime<Utc> = "2027-11-01T23:59:59Z".parse().unwrap();
        for (language, date) in DATES {
            assert_eq!(plain(&long_date(language, time)), date, "{language}");
        }
    }

    #[test]
    fn a_date_of_an_unknown_language_is_in_figures() {
        let time: DateTime<Utc> = "2027-11-01T23:59:59Z".parse().unwrap();
        assert_eq!(long_date("no language", time), "2027-11-01");
    }
}
