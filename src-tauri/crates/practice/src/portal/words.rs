//! The catalogs: the sentences of the pages, in English and Ukrainian.

use std::sync::LazyLock;

use chrono::{DateTime, Datelike, Utc};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_langneg::accepted_languages;

const CATALOGS: &[(&str, &str, &str)] = &[
    ("en", "English", include_str!("../../portal/locales/en.ftl")),
    ("uk", "Українська", include_str!("../../portal/locales/uk.ftl")),
];

static ALL: LazyLock<Vec<Words>> = LazyLock::new(|| {
    CATALOGS.iter().filter_map(|(code, name, text)| Words::read(code, name, text)).collect()
});

/// The catalog of one language.
pub(super) struct Words {
    /// The value of the attribute `lang`.
    pub(super) code: &'static str,
    /// The name of the language in that language.
    pub(super) name: &'static str,
    catalog: FluentBundle<FluentResource>,
}

impl Words {
    /// All languages, English first.
    pub(super) fn all() -> &'static [Self] {
        &ALL
    }

    /// The language with this code; `None` if there is no catalog for it.
    pub(super) fn of(code: &str) -> Option<&'static Self> {
        Self::all().iter().find(|words| words.code == code)
    }

    /// The first supported language of an `Accept-Language` header, or English.
    pub(super) fn accepted(header: &str) -> &'static Self {
        let wanted = accepted_languages::parse(header);
        let known = wanted.iter().find_map(|wanted| Self::of(wanted.language.as_str()));
        known.unwrap_or(&Self::all()[0])
    }

    /// The message `id`.
    pub(super) fn say(&self, id: &str) -> String {
        self.say_with(id, [])
    }

    /// The message `id` with these variables.
    pub(super) fn say_with<'a, const N: usize>(
        &self,
        id: &str,
        variables: [(&'a str, FluentValue<'a>); N],
    ) -> String {
        let variables = FluentArgs::from_iter(variables);
        let message = self.catalog.get_message(id).and_then(|message| message.value());
        message.map_or_else(
            || id.to_owned(),
            |words| self.catalog.format_pattern(words, Some(&variables), &mut vec![]).into_owned(),
        )
    }

    /// `27 August 2025`, UTC.
    pub(super) fn date(&self, time: DateTime<Utc>) -> String {
        let (day, year) = (time.day().to_string(), time.year().to_string());
        let month = time.month().into();
        self.say_with("date", [("day", day.into()), ("month", month), ("year", year.into())])
    }

    /// `27 August 2025, 08:03 UTC`.
    pub(super) fn date_time(&self, time: DateTime<Utc>) -> String {
        let clock = time.format("%H:%M").to_string();
        self.say_with("date-time", [("date", self.date(time).into()), ("time", clock.into())])
    }

    fn read(code: &'static str, name: &'static str, text: &str) -> Option<Self> {
        let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(good, _)| good);
        let mut catalog = FluentBundle::new_concurrent(vec![code.parse().ok()?]);
        // Fluent's isolating marks would be part of a name that a person copies from the page.
        catalog.set_use_isolating(false);
        catalog.add_resource(resource).ok()?;
        Some(Self { code, name, catalog })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};
    use std::fs;
    use std::path::Path;

    use super::*;

    /// The messages of a catalog with their variables.
    fn messages(text: &str) -> BTreeMap<&str, BTreeSet<&str>> {
        let mut found = BTreeMap::<_, BTreeSet<_>>::new();
        let mut current = "";
        for line in text.lines() {
            let id = line.split(" =").next().unwrap();
            let is_id =
                |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
            if line.contains(" =") && !id.is_empty() && id.bytes().all(is_id) {
                current = id;
                found.insert(id, BTreeSet::new());
            }
            for rest in line.split("{ $").skip(1) {
                let variable = rest.split([' ', '}']).next().unwrap();
                found.get_mut(current).unwrap().insert(variable);
            }
        }
        found
    }

    fn sources() -> String {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/portal");
        let files = fs::read_dir(folder).unwrap();
        files.map(|file| fs::read_to_string(file.unwrap().path()).unwrap()).collect()
    }

    #[test]
    fn every_language_has_the_same_messages_with_the_same_variables() {
        let [(_, _, english), others @ ..] = CATALOGS else { panic!("no catalog") };
        for (code, _, text) in others {
            assert_eq!(messages(text), messages(english), "{code}");
        }
    }

    #[test]
    fn every_catalog_parses_without_errors() {
        for (code, _, text) in CATALOGS {
            assert!(FluentResource::try_new((*text).to_owned()).is_ok(), "{code}");
            assert!(Words::of(code).is_some());
        }
    }

    #[test]
    fn every_message_is_used() {
        let sources = sources();
        let unused = |id: &&&str| !sources.contains(&format!("\"{id}\""));
        let all = messages(CATALOGS[0].2);
        assert_eq!(all.keys().filter(unused).collect::<Vec<_>>(), Vec::<&&str>::new());
    }

    #[test]
    fn every_message_in_the_code_exists() {
        let sources = sources();
        let all = messages(CATALOGS[0].2);
        let starts = ["say(\"", "say_with(\""];
        let said = starts.iter().flat_map(|start| sources.split(*start).skip(1));
        let missing = said.map(|rest| rest.split('"').next().unwrap());
        let missing: Vec<&str> = missing.filter(|id| !all.contains_key(id)).collect();
        assert_eq!(missing, Vec::<&str>::new());
    }

    #[test]
    fn a_browser_gets_the_first_of_its_languages_that_is_supported() {
        for (header, code) in [
            ("uk-UA,uk;q=0.9,en;q=0.8", "uk"),
            ("cs,uk;q=0.9,en;q=0.8", "uk"),
            ("de-DE,de;q=0.9", "en"),
            ("", "en"),
            ("*;q=;;, \u{1}", "en"),
        ] {
            assert_eq!(Words::accepted(header).code, code, "{header}");
        }
    }

    #[test]
    fn a_date_has_the_format_of_the_language() {
        let time: DateTime<Utc> = "2027-11-24T08:03:59Z".parse().unwrap();
        let written = |code| Words::of(code).unwrap().date_time(time);
        assert_eq!(written("en"), "24 November 2027, 08:03 UTC");
        assert_eq!(written("uk"), "24 листопада 2027\u{a0}р., 08:03 UTC");
    }
}
