//! The catalogs: the sentences of the pages, one file a language. Messages that a catalog lacks are in
//! English.

use std::sync::LazyLock;

use chrono::{DateTime, Utc};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_langneg::accepted_languages;
use unic_langid::LanguageIdentifier;

use super::dates_and_numbers::{long_date, number};

/// The language tags and texts of all files in `portal/locales`.
const CATALOGS: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/catalogs.rs"));

/// The language of visitors whose own has no catalog.
const FALLBACK: &str = "en";

static ALL: LazyLock<Vec<Words>> = LazyLock::new(|| {
    let mut all: Vec<_> =
        CATALOGS.iter().filter_map(|(code, text)| Words::read(code, text)).collect();
    all.sort_by_key(|words| (words.code != FALLBACK, words.code));
    all
});

/// The catalog of one language.
pub(super) struct Words {
    /// The language tag (BCP 47), which is also the value of the attribute `lang`.
    pub(super) code: &'static str,
    catalog: FluentBundle<FluentResource>,
}

impl Words {
    /// All languages, English first.
    pub(super) fn all() -> &'static [Self] {
        &ALL
    }

    /// The language of this tag, ignoring its region (`uk-UA` is `uk`); `None` if there is no catalog
    /// for it.
    pub(super) fn of(tag: &str) -> Option<&'static Self> {
        let wanted: LanguageIdentifier = tag.parse().ok()?;
        Self::all().iter().find(|words| words.code == wanted.language.as_str())
    }

    /// The first supported language of an `Accept-Language` header, or English.
    pub(super) fn accepted(header: &str) -> &'static Self {
        let wanted = accepted_languages::parse(header);
        let known = wanted.iter().find_map(|wanted| Self::of(wanted.language.as_str()));
        known.unwrap_or(&Self::all()[0])
    }

    /// The name of the language in that language.
    pub(super) fn name(&self) -> String {
        self.say("language-name")
    }

    /// The message `id`.
    pub(super) fn say(&self, id: &str) -> String {
        self.say_with(id, [])
    }

    /// The message `id` with these variables; the id itself if no catalog has the message.
    pub(super) fn say_with<'a, const N: usize>(
        &self,
        id: &str,
        variables: [(&'a str, FluentValue<'a>); N],
    ) -> String {
        let variables = FluentArgs::from_iter(variables);
        let english = Self::all().first();
        [Some(self), english]
            .into_iter()
            .flatten()
            .find_map(|Self { catalog, .. }| {
                let pattern = catalog.get_message(id)?.value()?;
                let text = catalog.format_pattern(pattern, Some(&variables), &mut vec![]);
                Some(text.into_owned())
            })
            .unwrap_or_else(|| id.to_owned())
    }

    /// `27 August 2025`, UTC.
    pub(super) fn date(&self, time: DateTime<Utc>) -> String {
        long_date(self.code, time)
    }

    /// `27 August 2025, 08:03 UTC`.
    pub(super) fn date_time(&self, time: DateTime<Utc>) -> String {
        let clock = time.format("%H:%M").to_string();
        self.say_with("date-time", [("date", self.date(time).into()), ("time", clock.into())])
    }

    fn read(code: &'static str, text: &str) -> Option<Self> {
        let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(good, _)| good);
        let mut catalog = FluentBundle::new_concurrent(vec![code.parse().ok()?]);
        // Fluent's isolating marks would be part of a name that a person copies from the page.
        catalog.set_use_isolating(false);
        catalog.set_formatter(Some(number));
        catalog.add_resource(resource).ok()?;
        Some(Self { code, catalog })
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::*;

    #[test]
    fn every_file_of_the_folder_is_a_language_that_can_be_chosen() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("portal/locales");
        let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
        let mut tags: Vec<_> =
            files.map(|file| file.file_stem().unwrap().to_str().unwrap().to_owned()).collect();
        tags.sort_by_key(|tag| (tag != FALLBACK, tag.clone()));
        let known: Vec<_> = Words::all().iter().map(|words| words.code).collect();
        assert_eq!(known, tags);
        assert_eq!(known[0], FALLBACK);
    }

    #[test]
    fn every_catalog_parses_without_errors_and_names_its_language() {
        let mut names = Vec::new();
        for (code, text) in CATALOGS {
            assert!(FluentResource::try_new((*text).to_owned()).is_ok(), "{code}");
            names.push(Words::of(code).unwrap().name());
        }
        assert!(names.iter().all(|name| !name.contains("language-name")), "{names:?}");
    }

    #[test]
    fn a_browser_gets_the_first_of_its_languages_that_is_supported() {
        for (header, code) in [
            ("uk-UA,uk;q=0.9,en;q=0.8", "uk"),
            ("eo,uk;q=0.9,en;q=0.8", "uk"),
            ("eo-XX,eo;q=0.9", "en"),
            ("", "en"),
            ("*;q=;;, \u{1}", "en"),
        ] {
            assert_eq!(Words::accepted(header).code, code, "{header}");
        }
    }

    #[test]
    fn a_language_can_be_asked_for_with_its_region() {
        for (tag, code) in [("uk", Some("uk")), ("uk-UA", Some("uk")), ("eo", None), ("", None)] {
            assert_eq!(Words::of(tag).map(|words| words.code), code, "{tag}");
        }
    }

    #[test]
    fn a_message_that_a_catalog_lacks_is_in_english() {
        let words = Words::read("eo", "key-copy = Kopii").unwrap();
        assert_eq!(words.say("key-copy"), "Kopii");
        assert_eq!(words.say("key-show"), "Show the key");
        assert_eq!(words.say("no-such-message"), "no-such-message");
    }

    #[test]
    fn numbers_are_grouped_and_counted_as_the_language_does() {
        let said = |code, days: i64| {
            let variables = [("days", days.into()), ("time", "…".into())];
            Words::of(code).unwrap().say_with("band-ahead", variables)
        };
        assert!(said("en", 7300).contains("7,300 days"), "{}", said("en", 7300));
        assert!(said("uk", 7301).contains("7\u{a0}301 день"), "{}", said("uk", 7301));
        assert!(said("uk", 22).contains("22 дні"), "{}", said("uk", 22));
    }

    #[test]
    fn a_date_with_the_time_says_that_it_is_utc() {
        let time: DateTime<Utc> = "2027-11-24T08:03:59Z".parse().unwrap();
        let written = |code| Words::of(code).unwrap().date_time(time);
        assert_eq!(written("en"), "24 November 2027, 08:03 UTC");
        assert_eq!(written("uk"), "24 листопада 2027\u{202f}р., 08:03 UTC");
    }
}
