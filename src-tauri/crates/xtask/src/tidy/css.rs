//! The styles of the components take every size and colour from the design tokens.

use std::collections::BTreeSet;

use super::Violation;
use super::source::{Source, line_at};
use super::svelte::style_of;

const TOKENS: &str = "ui/src/design/tokens.css";
const GALLERY: &str = "ui/src/gallery/";
/// Set by the gallery for the token that it shows.
const SAMPLE: &str = "sample";

pub(super) fn check(sources: &[Source]) -> Vec<Violation> {
    let Some(tokens) = sources.iter().find(|source| source.path == TOKENS) else {
        return vec![Violation::new(TOKENS, 1, "there are no tokens; adjust tidy/css.rs")];
    };
    let tokens = definitions(&tokens.text);
    let components = sources
        .iter()
        .filter(|source| source.path.starts_with("ui/src/") && source.has_extension(&["svelte"]));
    components.flat_map(|component| check_component(component, &tokens)).collect()
}

fn check_component(component: &Source, tokens: &BTreeSet<String>) -> Vec<Violation> {
    let Some((begin, css)) = style_of(&component.text) else { return Vec::new() };
    let in_gallery = component.path.starts_with(GALLERY);
    let own = definitions(css);
    let mut found = Vec::new();
    if !in_gallery {
        let literals = literals(css).into_iter();
        found.extend(literals.map(|(at, text)| (at, format!("{text}: use a token of {TOKENS}"))));
    }
    for (at, name) in uses(css) {
        if !tokens.contains(name) && !own.contains(name) && name != SAMPLE {
            found.push((at, format!("--{name} is not defined: use a token of {TOKENS}")));
        }
    }
    let strokes = strokes(css).into_iter();
    found.extend(strokes.map(|(at, rule)| (at, format!("{rule}: use a token of {TOKENS}"))));
    found
        .into_iter()
        .map(|(at, what)| {
            Violation::new(&component.path, line_at(&component.text, begin + at), what)
        })
        .collect()
}

/// The names of the custom properties that a style sets.
fn definitions(css: &str) -> BTreeSet<String> {
    let names = css.match_indices("--").filter_map(|(at, _)| {
        let name = name_at(css, at + 2);
        let is_definition = css[at + 2 + name.len()..].starts_with(':');
        (is_definition && !name.is_empty() && !css[..at].ends_with("var(")).then_some(name)
    });
    names.map(str::to_owned).collect()
}

/// `var(--name)` without a fallback.
fn uses(css: &str) -> Vec<(usize, &str)> {
    let found = css.match_indices("var(--").map(|(at, begin)| (at, name_at(css, at + begin.len())));
    found.filter(|(at, name)| !css[at + "var(--".len() + name.len()..].starts_with(',')).collect()
}

fn name_at(css: &str, at: usize) -> &str {
    let is_name = |sign: char| sign.is_ascii_alphanumeric() || sign == '-' || sign == '_';
    let length = css[at..].find(|sign| !is_name(sign)).unwrap_or(css.len() - at);
    &css[at..at + length]
}

/// Colours such as `#fff`, and sizes in px, em or rem. Container and media queries may have them,
/// because they can't read tokens.
fn literals(css: &str) -> Vec<(usize, &str)> {
    let is_part =
        |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '-' | '.' | '#' | '_');
    let mut found = Vec::new();
    let mut at = 0;
    while at < css.len() {
        let rest = &css[at..];
        if rest.starts_with("@container") || rest.starts_with("@media") {
            at += rest.find('{').unwrap_or(rest.len());
            continue;
        }
        let length = rest.find(|sign| !is_part(sign)).unwrap_or(rest.len());
        let word = &rest[..length];
        // A selector such as `#id` is no colour, but there are none in these components.
        if is_colour(word) || is_size(word) {
            found.push((at, word));
        }
        at += length.max(1);
        while !css.is_char_boundary(at) {
            at += 1;
        }
    }
    found
}

fn is_colour(word: &str) -> bool {
    let digits = word.strip_prefix('#').unwrap_or_default();
    (3..=8).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
}

fn is_size(word: &str) -> bool {
    let word = word.to_ascii_lowercase();
    let number = ["px", "rem", "em"].iter().find_map(|unit| word.strip_suffix(unit));
    let number = number.map(|number| number.trim_start_matches('-')).unwrap_or_default();
    !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
}

/// Widths and dashes of lines that are numbers.
fn strokes(css: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    for property in ["stroke-width: ", "stroke-dasharray: ", "stroke-dashoffset: "] {
        for (at, _) in css.match_indices(property) {
            let rule = css[at..].split([';', '}']).next().unwrap_or_default().trim_end();
            if rule[property.len()..].starts_with(|sign: char| sign.is_ascii_digit() || sign == '.')
            {
                found.push((at, rule));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_style(folder: &str, css: &str) -> Vec<String> {
        let source = |path: String, text: &str| Source { path, text: text.to_owned() };
        let tokens = source(TOKENS.to_owned(), ":root {\n  --gap-1: 4px;\n}");
        let component =
            source(format!("{folder}A.svelte"), &format!("<p></p>\n<style>{css}</style>"));
        check(&[tokens, component]).into_iter().map(|found| found.what).collect()
    }

    #[test]
    fn literal_sizes_and_colours_are_found() {
        let found = check_style("ui/src/design/", "a { margin: -4px .5em 0 1fr; color: #fff; }");
        let expected =
            ["-4px", ".5em", "#fff"].map(|text| format!("{text}: use a token of {TOKENS}"));
        assert_eq!(found, expected);
        assert_eq!(check_style(GALLERY, "a { margin: 4px; }").len(), 0);
        let query = "@container (min-width: 40em) { a { margin: var(--gap-1); } }";
        assert_eq!(check_style("ui/src/design/", query).len(), 0);
    }

    #[test]
    fn unknown_tokens_are_found() {
        assert_eq!(check_style("ui/src/design/", "a { gap: var(--gap-2); }").len(), 1);
        let known =
            "a { --own: 1; gap: var(--gap-1); b: var(--own) var(--other, 1) var(--sample); }";
        assert_eq!(check_style("ui/src/design/", known).len(), 0);
    }

    #[test]
    fn lines_of_drawings_take_tokens() {
        assert_eq!(check_style("ui/src/design/", "a { stroke-width: 2; }").len(), 1);
        assert_eq!(check_style("ui/src/design/", "a { stroke-width: var(--gap-1); }").len(), 0);
    }
}
