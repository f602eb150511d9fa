//! The layout of every page: the practice banner, the site's menu, the languages.

use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use chrono::TimeDelta;
use maud::{DOCTYPE, Markup, html};

use super::assets;
use super::visit::Visit;
use super::words::Words;
use crate::state::Site;

/// The content of a page.
pub(super) struct Page {
    /// `None` for pages that belong to no site.
    pub(super) site: Option<Site>,
    pub(super) status: StatusCode,
    pub(super) heading: String,
    /// Whether the heading is English in every language, as on the real site.
    pub(super) is_heading_english: bool,
    pub(super) lead: Option<String>,
    /// The path and the heading of the parent page.
    pub(super) back: Option<(&'static str, String)>,
    /// An action of the whole page, next to the heading.
    pub(super) aside: Markup,
    /// Whether the submitted form has problems. The title then says so.
    pub(super) has_problems: bool,
    pub(super) content: Markup,
}

impl Page {
    pub(super) fn new(site: impl Into<Option<Site>>, heading: String) -> Self {
        Self {
            site: site.into(),
            status: StatusCode::OK,
            heading,
            is_heading_english: false,
            lead: None,
            back: None,
            aside: Markup::default(),
            has_problems: false,
            content: Markup::default(),
        }
    }

    /// The response with the whole page, in the visitor's language.
    pub(super) fn answer(self, visit: &Visit) -> Response {
        let language = visit.words.code;
        let page = html! {
            (DOCTYPE)
            html lang=(language) {
                (self.head(visit))
                body {
                    a.skip href="#content" { (visit.say("skip")) }
                    (band(self.site, visit))
                    (header(self.site, visit))
                    main #content.column tabindex="-1" { (self.main(visit)) }
                }
            }
        };
        let headers = [(header::CONTENT_LANGUAGE, language)];
        (self.status, headers, Html(page.into_string())).into_response()
    }

    fn head(&self, visit: &Visit) -> Markup {
        let site = visit.say(name_of(self.site));
        let variables = [("heading", self.heading.as_str().into()), ("site", site.into())];
        let title = if self.has_problems {
            visit.words.say_with("title-problems", variables)
        } else {
            visit.words.say_with("title", variables)
        };
        html! {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (title) }
                link rel="icon" type="image/svg+xml" href=(assets::ICON);
                link rel="stylesheet" href=(assets::STYLE);
                script defer src=(assets::SCRIPT) {}
            }
        }
    }

    fn main(&self, visit: &Visit) -> Markup {
        html! {
            @if let Some((path, name)) = &self.back {
                a.back href=(visit.to(path)) {
                    (visit.words.say_with("back-to", [("page", name.as_str().into())]))
                }
            }
            div.titles {
                div {
                    h1 lang=[self.is_heading_english.then_some("en")] { (self.heading) }
                    @if let Some(lead) = &self.lead { p.lead { (lead) } }
                }
                (self.aside)
            }
            (self.content)
        }
    }
}

fn band(site: Option<Site>, visit: &Visit) -> Markup {
    let text = match site {
        None => "band-start",
        Some(Site::MyNovaPost) => "band-my-nova-post",
        Some(Site::Cabinet | Site::CabinetKeys) => "band-cabinet",
        Some(Site::TestKeyPage) => "band-test-key",
    };
    html! {
        section.band aria-label=(visit.say("band-label")) data-testid="practice-band" {
            p { strong { (visit.say("band-word")) } " " (visit.say(text)) }
            @if !visit.ahead.is_zero() {
                p data-testid="practice-time" { (practice_time(visit)) }
            }
        }
    }
}

fn practice_time(visit: &Visit) -> String {
    let time = visit.words.date_time(visit.now);
    let days = visit.ahead.num_days().abs();
    let variables = [("time", time.into()), ("days", days.into())];
    if visit.ahead > TimeDelta::zero() {
        visit.words.say_with("band-ahead", variables)
    } else {
        visit.words.say_with("band-behind", variables)
    }
}

fn header(site: Option<Site>, visit: &Visit) -> Markup {
    html! {
        header.site {
            div.column {
                p.site-name { (visit.say(name_of(site))) }
                @if let Some((site, entries)) = site.and_then(menu) {
                    nav aria-label=(visit.say("menu")) {
                        ul {
                            @for (path, name, is_english) in entries {
                                li {
                                    a href=(visit.to(path)) lang=[is_english.then_some("en")]
                                        aria-current=[current(site, path, &visit.path)] {
                                        (visit.say(name))
                                    }
                                }
                            }
                        }
                    }
                }
                nav.languages aria-label=(visit.say("languages")) {
                    ul {
                        @for Words { code, name, .. } in Words::all() {
                            li {
                                a href=(visit.in_language(code)) lang=(code) hreflang=(code)
                                    aria-current=[(*code == visit.words.code).then_some("true")] {
                                    (name)
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// An entry of the menu: its path, the message id of its name, and whether the name is English in every
/// language.
type Entry = (&'static str, &'static str, bool);

/// The menu of a site; `None` if it has none.
fn menu(site: Site) -> Option<(Site, [Entry; 2])> {
    let entries = match site {
        Site::MyNovaPost => [
            (Site::MY_NOVA_POST, "menu-account", false),
            (Site::INTEGRATIONS, "menu-integrations", true),
        ],
        Site::Cabinet | Site::CabinetKeys => {
            [(Site::CABINET, "menu-overview", false), (Site::SETTINGS, "menu-settings", false)]
        }
        Site::TestKeyPage => return None,
    };
    Some((site, entries))
}

/// The `aria-current` of a menu entry: `page` for the current page, `true` for one of its parents.
fn current(site: Site, entry: &str, shown: &str) -> Option<&'static str> {
    if entry == shown {
        Some("page")
    } else if entry != site.path() && shown.starts_with(entry) {
        Some("true")
    } else {
        None
    }
}

/// The message id of a site's name; without a site, of the product's name.
pub(super) fn name_of(site: Option<Site>) -> &'static str {
    match site {
        None => "site-start",
        Some(Site::MyNovaPost) => "site-my-nova-post",
        Some(Site::Cabinet | Site::CabinetKeys) => "site-cabinet",
        Some(Site::TestKeyPage) => "site-test-key",
    }
}
