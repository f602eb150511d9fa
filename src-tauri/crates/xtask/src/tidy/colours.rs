//! A window has the colour of its page before the page is drawn: the same colour is in Rust and in
//! the design tokens.

use super::Violation;
use super::source::{Source, line_at};

const TOKENS: &str = "ui/src/design/tokens.css";
const TOKEN: &str = "--surface-window";
const DARK: &str = ":root[data-theme=\"dark\"] {";
/// The files of the app that may have the function.
const APP: &str = "src-tauri/src/";
const FUNCTION: &str = "fn surface(";

pub(super) fn check(sources: &[Source]) -> Vec<Violation> {
    let tokens = sources.iter().find(|source| source.path == TOKENS);
    let rust = sources
        .iter()
        .find(|source| source.path.starts_with(APP) && source.text.contains(FUNCTION));
    let Some(rust) = rust else {
        let what =
            format!("no `{FUNCTION}…)` with the colour of a window; name it in tidy/colours.rs");
        return vec![Violation::new(APP, 1, what)];
    };
    let (Some(page), Some(window)) =
        (tokens.and_then(|tokens| page_colours(&tokens.text)), window_colours(&rust.text))
    else {
        let what = format!("can't read {TOKEN} or `{FUNCTION}…)`; adjust tidy/colours.rs");
        return vec![Violation::new(TOKENS, 1, what)];
    };
    let line = line_at(&rust.text, rust.text.find(FUNCTION).unwrap_or_default());
    ["light", "dark"]
        .iter()
        .zip(page.iter().zip(&window))
        .filter(|(_, (page, window))| page != window)
        .map(|(theme, (page, window))| {
            let what = format!("in {theme} a window is {window}, its page {page}: use the page's");
            Violation::new(&rust.path, line, what)
        })
        .collect()
}

/// `#rrggbb` of the page, light and dark.
fn page_colours(css: &str) -> Option<[String; 2]> {
    let (light, dark) = css.split_once(DARK)?;
    let value = |rules: &str, name: &str| {
        let (_, after) = rules.split_once(&format!("{name}: "))?;
        Some(after.split(';').next()?.to_owned())
    };
    let colour = |rules: &str| {
        let name = value(rules, TOKEN)?;
        value(css, name.strip_prefix("var(")?.strip_suffix(')')?)
    };
    Some([colour(light)?, colour(dark)?])
}

/// `#rrggbb` of a window, light and dark: the function's arm for `Dark` comes first.
fn window_colours(rust: &str) -> Option<[String; 2]> {
    let (_, function) = rust.split_once(FUNCTION)?;
    let mut colours = function.split("Color(").skip(1).map(|text| {
        let bytes = text.split([',', ')']).take(3);
        let hex: String = bytes.map(|byte| byte.trim().trim_start_matches("0x")).collect();
        format!("#{hex}")
    });
    let dark = colours.next()?;
    Some([colours.next()?, dark])
}

#[cfg(test)]
mod tests {
    use super::*;

    const CSS: &str = ":root {\n  --paper-1: #faf9f6;\n  --night-1: #181d1a;\n}\n:root {\n  --surface-window: var(--paper-1);\n}\n:root[data-theme=\"dark\"] {\n  --surface-window: var(--night-1);\n}\n";
    const RUST: &str = "fn surface(theme: Theme) -> Color {\n match theme {\n Theme::Dark => Color(0x18, 0x1d, 0x1a, 0xff),\n _ => Color(0xfa, 0xf9, 0xf6, 0xff),\n }\n}";

    fn check_text(rust: &str) -> Vec<Violation> {
        let source =
            |path: &str, text: &str| Source { path: path.to_owned(), text: text.to_owned() };
        check(&[source(TOKENS, CSS), source("src-tauri/src/windows.rs", rust)])
    }

    #[test]
    fn the_colours_of_window_and_page_are_the_same() {
        assert_eq!(check_text(RUST), []);
        let found = check_text(&RUST.replace("0x1d", "0x1e"));
        assert_eq!(found.len(), 1);
        assert!(found[0].what.contains("in dark a window is #181e1a, its page #181d1a"));
    }

    #[test]
    fn a_missing_function_is_a_violation() {
        assert_eq!(check_text("fn other() {}").len(), 1);
    }
}
