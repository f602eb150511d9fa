//! The stylesheet, the script and the sign in the browser's tab.

use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};

pub(super) const STYLE: &str = "/portal/style.css";
pub(super) const SCRIPT: &str = "/portal/copy.js";
pub(super) const ICON: &str = "/portal/icon.svg";

pub(super) async fn style() -> Response {
    ([(CONTENT_TYPE, "text/css; charset=utf-8")], STYLESHEET).into_response()
}

pub(super) async fn script() -> Response {
    let script = include_str!("../../portal/copy.js");
    ([(CONTENT_TYPE, "text/javascript; charset=utf-8")], script).into_response()
}

pub(super) async fn icon() -> Response {
    let icon = include_str!("../../portal/icon.svg");
    ([(CONTENT_TYPE, "image/svg+xml")], icon).into_response()
}

const STYLESHEET: &str = concat!(
    include_str!("../../portal/look/tokens.css"),
    include_str!("../../portal/look/elements.css"),
    include_str!("../../portal/look/frame.css"),
    include_str!("../../portal/look/cards.css"),
    include_str!("../../portal/look/keys.css"),
    include_str!("../../portal/look/controls.css"),
    include_str!("../../portal/look/forms.css"),
    include_str!("../../portal/look/news.css"),
);
