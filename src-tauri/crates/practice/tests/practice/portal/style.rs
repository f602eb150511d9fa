//! The stylesheet uses the window's design tokens.

use super::Browser;

#[tokio::test]
async fn every_colour_and_size_is_a_token() {
    let browser = Browser::new().await;
    let style = browser.open("/portal/style.css").await.html;
    let (window, portal) = style.split_once("/* Elements of the portal").unwrap();
    let known = window.lines().filter_map(|line| line.trim().strip_prefix("--"));
    let known: Vec<&str> = known.filter_map(|line| line.split(':').next()).collect();
    assert!(known.len() > 50, "{}", known.len());
    for used in style.split("var(--").skip(1) {
        let name = used.split(')').next().unwrap();
        assert!(known.contains(&name), "--{name}");
    }
    for rule in portal.lines().filter(|line| !line.contains("@media") && line.contains(": ")) {
        let mut words = rule.split([' ', ';', '(', ')']);
        let is_size = |word: &str| word.ends_with("px") || word.ends_with("rem");
        assert!(!rule.contains('#') && !words.any(is_size), "{rule}");
    }
}

#[tokio::test]
async fn both_themes_have_their_colours_without_the_script() {
    let browser = Browser::new().await;
    let style = browser.open("/portal/style.css").await.html;
    assert!(!style.contains("[data-"), "only a script could set an attribute");
    let dark = style.split("@media (prefers-color-scheme: dark)").count() - 1;
    assert_eq!(dark, 2, "the dark theme, and its colours in practice mode");
    assert!(style.contains("color-scheme: dark;"));
}
