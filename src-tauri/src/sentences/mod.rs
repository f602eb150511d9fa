//! The few sentences that Rust shows itself, from the same catalogs as the window's. The build script selects them.

#[cfg(test)]
mod selection;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};

use crate::view::Settings;

const CATALOGS: &[(&str, &str)] = &[
    ("en", include_str!(concat!(env!("OUT_DIR"), "/sentences/en.ftl"))),
    ("uk", include_str!(concat!(env!("OUT_DIR"), "/sentences/uk.ftl"))),
];

/// The catalog of one language, with English for messages that it lacks.
pub(crate) struct Sentences {
    language: &'static str,
    bundles: Vec<FluentBundle<FluentResource>>,
}

impl Sentences {
    /// In the language of the settings, or else of the system.
    pub(crate) fn of(settings: &Settings) -> Self {
        match &settings.language {
            Some(language) => Self::in_first_of(std::iter::once(language.clone())),
            None => Self::in_first_of(sys_locale::get_locales()),
        }
    }

    fn in_first_of(mut wanted: impl Iterator<Item = String>) -> Self {
        let known = |tag: String| {
            let language = tag.split('-').next().unwrap_or_default().to_owned();
            CATALOGS.iter().find(|(known, _)| *known == language)
        };
        let chosen = wanted.find_map(known);
        let language = chosen.map_or("en", |(tag, _)| tag);
        let catalogs = chosen.into_iter().chain(CATALOGS.first());
        Self { language, bundles: catalogs.filter_map(|(tag, text)| bundle(tag, text)).collect() }
    }

    /// The language code, such as `uk`.
    pub(crate) fn language(&self) -> &'static str {
        self.language
    }

    /// The text of the message `id`, or the id itself if no catalog has it.
    pub(crate) fn say(&self, id: &str) -> String {
        self.say_with(id, &FluentArgs::new())
    }

    /// As [`Self::say`], with values for the message's variables.
    pub(crate) fn say_with(&self, id: &str, arguments: &FluentArgs<'_>) -> String {
        self.bundles
            .iter()
            .find_map(|bundle| {
                let pattern = bundle.get_message(id)?.value()?;
                Some(bundle.format_pattern(pattern, Some(arguments), &mut vec![]).into_owned())
            })
            .unwrap_or_else(|| id.to_owned())
    }
}

fn bundle(tag: &str, text: &str) -> Option<FluentBundle<FluentResource>> {
    let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(good, _)| good);
    let mut bundle = FluentBundle::new(vec![tag.parse().ok()?]);
    bundle.set_use_isolating(false);
    bundle.add_resource(resource).ok()?;
    Some(bundle)
}

#[cfg(test)]
mod tests {
    use super::*;

    const IDS: &[&str] = &[
        "window-title",
        "window-title-practice",
        "window-title-reveal",
        "window-title-enter",
        "window-title-ask",
        "cli-token-not-allowed",
        "cli-token-no-such-key",
        "cli-token-several-keys",
        "cli-token-no-tokens",
        "cli-token-busy",
        "cli-token-not-understood",
        "cli-token-failed",
        "cli-token-forbidden",
        "cli-token-practice",
        "start-refused-address",
        "start-refused-start",
        "calendar-name",
        "calendar-title",
        "calendar-cancelled",
        "calendar-kind",
        "calendar-what-to-do",
        "request-program-words",
        "request-program-file",
    ];

    fn say(language: &str, id: &str) -> String {
        let mut arguments = FluentArgs::new();
        arguments.set("variable", "KEYDESK_SANDBOX_URL");
        arguments.set("title", "Key Desk");
        arguments.set("key", "Shop");
        arguments.set("kind", "Test key");
        for name in ["words", "file", "error"] {
            arguments.set(name, "example");
        }
        arguments.set("code", "offline");
        Sentences::in_first_of(std::iter::once(language.to_owned())).say_with(id, &arguments)
    }

    #[test]
    fn every_catalog_has_the_sentences_that_rust_shows() {
        for id in IDS {
            for (language, _) in CATALOGS {
                assert_ne!(say(language, id), *id, "{language}");
            }
        }
        assert_ne!(say("uk-UA", "start-refused-start"), say("en", "start-refused-start"));
    }

    #[test]
    fn an_unknown_language_falls_back_to_english() {
        assert_eq!(say("eo", "window-title"), say("en", "window-title"));
    }
}
