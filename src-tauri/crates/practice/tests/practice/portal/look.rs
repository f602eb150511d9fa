//! The stylesheet wears the tokens of the window's design, light and dark.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::Visitor;

type Tokens = BTreeMap<String, String>;

/// The tokens in all blocks that begin with one of these selectors, the later over the earlier.
fn tokens(css: &str, selectors: &[&str]) -> Tokens {
    let mut found = Tokens::new();
    for selector in selectors {
        for block in css.split(&format!("\n{selector} {{\n")).skip(1) {
            let block = block.split("\n}").next().unwrap();
            let lines = block.split(';').map(|line| line.rsplit("*/").next().unwrap());
            for (name, value) in lines.filter_map(|line| line.split_once(':')) {
                if let Some(start) = name.find("--") {
                    let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
                    found.insert(name[start + 2..].to_owned(), value);
                }
            }
        }
    }
    found
}

/// A value with every token in it filled in.
fn filled_in(value: &str, tokens: &Tokens) -> String {
    let Some((before, rest)) = value.split_once("var(--") else {
        return value.to_owned();
    };
    let (name, after) = rest.split_once(')').unwrap();
    filled_in(&format!("{before}{}{after}", tokens[name]), tokens)
}

/// A value as it is in light or in dark.
fn in_theme(value: &str, theme: usize) -> String {
    let Some((before, rest)) = value.split_once("light-dark(") else {
        return value.to_owned();
    };
    let (both, after) = rest.split_once(')').unwrap();
    format!("{before}{}{after}", both.split(", ").nth(theme).unwrap())
}

#[tokio::test]
async fn every_token_is_the_one_of_the_window() {
    let visitor = Visitor::new().await;
    let style = format!("\n{}", visitor.visit("/portal/style.css").await.html);
    let ours = tokens(style.split("@media").next().unwrap(), &[":root"]);
    assert!(ours.len() > 50, "{}", ours.len());
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../ui/src/design/tokens.css");
    let design = format!("\n{}", fs::read_to_string(file).unwrap());
    let practice = ":root[data-mode=\"practice\"]";
    let dark = ":root[data-theme=\"dark\"]";
    let both = ":root[data-theme=\"dark\"][data-mode=\"practice\"]";
    let themes =
        [tokens(&design, &[":root", practice]), tokens(&design, &[":root", practice, dark, both])];
    for (theme, design) in themes.iter().enumerate() {
        let ours: Tokens =
            ours.iter().map(|(name, value)| (name.clone(), in_theme(value, theme))).collect();
        for (name, value) in &ours {
            // A shadow that is transparent is none.
            if (theme, name.as_str()) == (1, "shadow-card") {
                continue;
            }
            let wanted = design.get(name).unwrap_or_else(|| panic!("no token --{name}"));
            assert_eq!(filled_in(value, &ours), filled_in(wanted, design), "--{name}");
        }
    }
}

#[tokio::test]
async fn every_colour_and_size_is_a_token() {
    let visitor = Visitor::new().await;
    let style = visitor.visit("/portal/style.css").await.html;
    let (tokens, rules) = style.split_once("/* Elements. */").unwrap();
    let known = tokens.lines().filter_map(|line| line.trim().strip_prefix("--"));
    let known: Vec<&str> = known.filter_map(|line| line.split(':').next()).collect();
    for used in rules.split("var(--").skip(1) {
        let name = used.split(')').next().unwrap();
        assert!(known.contains(&name), "--{name}");
    }
    for name in known {
        assert!(style.contains(&format!("var(--{name})")), "--{name} is used by nothing");
    }
    for rule in rules.lines().filter(|line| !line.contains("@media") && line.contains(": ")) {
        let mut words = rule.split([' ', ';', '(', ')']);
        // What only a screen reader sees is one pixel large, on every screen.
        let is_size =
            |word: &str| (word.ends_with("px") || word.ends_with("rem")) && !word.ends_with("1px");
        assert!(!rule.contains('#') && !words.any(is_size), "{rule}");
    }
}
