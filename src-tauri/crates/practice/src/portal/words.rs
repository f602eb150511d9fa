//! The sentences of the pages, in the languages that practice speaks.

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

/// The sentences of one language.
pub(super) struct Words {
    /// As in `lang="…"`.
    pub(super) code: &'static str,
    /// What the language calls itself.
    pub(super) name: &'static str,
    catalog: FluentBundle<FluentResource>,
}

impl Words {
    /// Every language, English first.
    pub(super) fn all() -> &'static [Self] {
        &ALL
    }

    /// The language of this code, if the pages speak it.
    pub(super) fn of(code: &str) -> Option<&'static Self> {
        Self::all().iter().find(|words| words.code == code)
    }

    /// The first language of an `Accept-Language` header that the pages speak, else English.
    pub(super) fn accepted(header: &str) -> &'static Self {
        let wanted = accepted_languages::parse(header);
        let known = wanted.iter().find_map(|wanted| Self::of(wanted.language.as_str()));
        known.unwrap_or(&Self::all()[0])
    }

    /// The message `id`.
    pub(super) fn say(&self, id: &str) -> String {
        self.say_with(id, [])
    }

    /// The message `id` with its variables filled in.
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
        // Isolating marks would be copied along with a key's name.
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

    /// Each message of a catalog, with the variables that it names.
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
    fn every_catalog_is_read_whole() {
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
    fn every_message_that_is_said_is_there() {
        let sources = sources();
        let all = messages(CATALOGS[0].2);
        let starts = ["say(\"", "say_with(\""];
        let said = starts.iter().flat_map(|start| sources.split(*start).skip(1));
        let missing = said.map(|rest| rest.split('"').next().unwrap());
        let missing: Vec<&str> = missing.filter(|id| !all.contains_key(id)).collect();
        assert_eq!(missing, Vec::<&str>::new());
    }

    #[test]
    fn a_browser_hears_the_first_of_its_languages_that_is_spoken_here() {
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
    fn a_date_is_written_as_the_language_writes_it() {
        let time: DateTime<Utc> = "2027-11-24T08:03:59Z".parse().unwrap();
        let written = |code| Words::of(code).unwrap().date_time(time);
        assert_eq!(written("en"), "24 November 2027, 08:03 UTC");
        assert_eq!(written("uk"), "24 листопада 2027\u{a0}р., 08:03 UTC");
    }
}
