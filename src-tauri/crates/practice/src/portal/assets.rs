//! The stylesheet, the script and the icon of the pages.

use std::sync::LazyLock;

use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};

pub(super) const STYLE: &str = "/portal/style.css";
pub(super) const SCRIPT: &str = "/portal/copy.js";
pub(super) const ICON: &str = "/portal/icon.svg";

pub(super) async fn style() -> Response {
    ([(CONTENT_TYPE, "text/css; charset=utf-8")], STYLESHEET.as_str()).into_response()
}

pub(super) async fn script() -> Response {
    let script = include_str!("../../portal/copy.js");
    ([(CONTENT_TYPE, "text/javascript; charset=utf-8")], script).into_response()
}

pub(super) async fn icon() -> Response {
    let icon = include_str!("../../portal/icon.svg");
    ([(CONTENT_TYPE, "image/svg+xml")], icon).into_response()
}

/// The window's design tokens and base elements, followed by the portal's own rules.
static STYLESHEET: LazyLock<String> = LazyLock::new(|| {
    let tokens = tokens_of_practice(include_str!("../../../../../ui/src/design/tokens.css"));
    [tokens.as_str()].into_iter().chain(RULES).collect()
});

const RULES: [&str; 8] = [
    include_str!("../../../../../ui/src/design/base.css"),
    include_str!("../../portal/style/elements.css"),
    include_str!("../../portal/style/page.css"),
    include_str!("../../portal/style/cards.css"),
    include_str!("../../portal/style/keys.css"),
    include_str!("../../portal/style/controls.css"),
    include_str!("../../portal/style/forms.css"),
    include_str!("../../portal/style/notices.css"),
];

/// The tokens of practice mode, without the attributes that the window's script sets. The pages work
/// without a script, so the blocks of the dark theme become blocks of a media query.
fn tokens_of_practice(tokens: &str) -> String {
    let tokens = tokens.replace(PRACTICE, "");
    let blocks = tokens.split_inclusive("\n}\n");
    let themed = blocks.map(|block| {
        if block.contains(DARK) {
            let block = block.replace(DARK, "");
            format!("@media (prefers-color-scheme: dark) {{\n{block}}}\n")
        } else {
            block.to_owned()
        }
    });
    themed.collect()
}

const PRACTICE: &str = "[data-mode=\"practice\"]";
const DARK: &str = "[data-theme=\"dark\"]";

#[cfg(test)]
mod tests {
    use super::tokens_of_practice;

    #[test]
    fn the_browser_chooses_the_theme() {
        let tokens = ":root {\n  --text: black;\n}\n\n/* Dark. */\n:root[data-theme=\"dark\"][data-mode=\"practice\"] {\n  \
            --text: white;\n}\n";
        let themed = ":root {\n  --text: black;\n}\n@media (prefers-color-scheme: dark) {\n\n\
            /* Dark. */\n:root {\n  --text: white;\n}\n}\n";
        assert_eq!(tokens_of_practice(tokens), themed);
    }
}
