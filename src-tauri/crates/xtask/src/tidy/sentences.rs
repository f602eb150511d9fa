//! Every sentence of the window is in a catalog, not in a component.

use super::Violation;
use super::source::{Source, line_at};
use super::svelte;

/// Attributes whose value is shown or read aloud.
const SHOWN: &[&str] = &[
    "alt",
    "aria-description",
    "aria-label",
    "aria-placeholder",
    "aria-roledescription",
    "aria-valuetext",
    "error",
    "heading",
    "hint",
    "label",
    "lead",
    "placeholder",
    "text",
    "title",
];

/// Only developers see the gallery.
const GALLERY: &str = "ui/src/gallery/";

pub(super) fn check(sources: &[Source]) -> Vec<Violation> {
    sources
        .iter()
        .filter(|source| source.has_extension(&["svelte"]) && !source.path.starts_with(GALLERY))
        .flat_map(|source| {
            svelte::texts(&source.text).into_iter().filter(is_sentence).map(|found| {
                let what = format!("{:?}: move it into ui/locales/*.ftl", found.text);
                Violation::new(&source.path, line_at(&source.text, found.at), what)
            })
        })
        .collect()
}

fn is_sentence(found: &svelte::Shown) -> bool {
    let is_shown = found.attribute.as_ref().is_none_or(|name| SHOWN.contains(&name.as_str()));
    is_shown && found.text.chars().any(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_in_a_component_is_found() {
        let text = "{#if a}\n<p title=\"One\" class=\"two\">Three {\"four\"}</p>\n{/if}<i>×</i>";
        let file = |path: &str| Source { path: path.to_owned(), text: text.to_owned() };
        let found = check(&[file("ui/src/design/A.svelte"), file("ui/src/gallery/A.svelte")]);
        let found: Vec<_> = found.iter().map(Violation::to_string).collect();
        assert_eq!(
            found,
            [
                "ui/src/design/A.svelte:2: \"One\": move it into ui/locales/*.ftl",
                "ui/src/design/A.svelte:2: \"Three\": move it into ui/locales/*.ftl",
            ]
        );
    }
}
