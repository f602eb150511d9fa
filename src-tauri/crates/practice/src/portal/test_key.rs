//! The page that makes a test key for a phone number, by the sandbox's own rules.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use maud::{Markup, html};
use serde_json::json;

use super::deactivation::Reference;
use super::form::Form;
use super::frame::Page;
use super::parts::{Field, Kind, Problem, flag, success, summary};
use super::visit::Visit;
use super::wrong::{self, Wrong};
use super::{TEST_KEY, key};
use crate::rules::{Answer, Delivery, Refusal, Says, Standing, Status, World};
use crate::server::{Site, said};

/// The form.
pub(super) async fn show(visit: Visit) -> Response {
    page(&visit, "", None)
}

/// Asks the sandbox for a key, as the page's own request does.
pub(super) async fn ask(visit: Visit, form: Form) -> Response {
    let phone = form.text(PHONE);
    let body = if phone.is_empty() { json!({}) } else { json!({ "phone": phone }) };
    let body = body.to_string();
    let ask =
        |world: &mut World, now, rng: &mut _| world.create_test_key(now, body.as_bytes(), rng);
    let Answer { says, delivery, .. } = match visit.office.change(ask).await {
        Ok(answer) => answer,
        Err(error) => return wrong::not_kept(&error, &visit),
    };
    if let Delivery::Late(time) = delivery {
        tokio::time::sleep(time).await;
    }
    let trouble = match (says, delivery) {
        (Says::Key(key), Delivery::Whole | Delivery::Late(_)) => {
            let made = format!("{TEST_KEY}/{}", key.page);
            return visit.see(&made, &[("done", "key")]);
        }
        (_, Delivery::Lost) => Trouble::Lost,
        (Says::Refusal(refusal), _) => Trouble::Refused(refusal),
        (Says::WebPage, _) => Trouble::WebPage,
        _ => Trouble::Unreadable,
    };
    page(&visit, phone, Some(trouble))
}

/// A key that was made here.
pub(super) async fn key(visit: Visit, page: Reference) -> Response {
    let world = visit.office.read();
    let found = page.ok().and_then(|Path(page)| {
        world.clients().iter().map(|client| &client.key).find(|key| key.page == page)
    });
    let standing = found.map(|key| (key, key.standing(visit.now)));
    let (key, status) = match standing {
        Some((key, Standing::Active)) => (key, Status::Active),
        Some((key, Standing::Expired)) => (key, Status::Expired),
        Some((_, Standing::CleanedUp)) | None => {
            drop(world);
            return Wrong::NotFound.page(&visit);
        }
    };
    let heading = visit.say("test-key-ready");
    let copy = [("date", visit.words.date(key.created_at).into())];
    let copy = visit.words.say_with("key-copy-created", copy);
    let content = html! {
        @if visit.asked("done").is_some() {
            (success(&visit.say("test-key-made"), &visit.say("test-key-ready-text")))
        }
        div.card {
            (flag(&visit))
            dl.facts {
                (key::dated(&visit, "key-created", key.created_at))
                (key::dated(&visit, "test-key-expires", key.expires_at))
                div { dt { (visit.say("key-status")) } dd { (key::status(&visit, status)) } }
            }
            (key::secret(&visit, &key.code, key.page, &copy, true))
        }
        p.actions { a.button href=(visit.to(TEST_KEY)) { (visit.say("test-key-another")) } }
    };
    drop(world);
    Page { content, ..Page::new(Site::TestKeyPage, heading) }.answer(&visit)
}

/// Why there is no key to show.
#[derive(Clone, Copy)]
enum Trouble {
    Refused(Refusal),
    /// An answer that is no JSON, or not all of it.
    Unreadable,
    /// A web page, and no key in it.
    WebPage,
    /// No answer at all.
    Lost,
}

impl Trouble {
    fn status(self) -> StatusCode {
        match self {
            Self::Refused(refusal) => said(refusal).0,
            Self::Unreadable | Self::WebPage | Self::Lost => StatusCode::BAD_GATEWAY,
        }
    }

    fn problem(self, visit: &Visit) -> Problem {
        let of_phone = |id| Problem::at(PHONE, visit.say(id));
        let of_page = |id| Problem::of_page(visit.say(id));
        match self {
            Self::Refused(Refusal::PhoneMissing) => of_phone("test-key-phone-missing"),
            Self::Refused(Refusal::PhoneInvalid) => of_phone("test-key-phone-invalid"),
            Self::Refused(Refusal::ClientNotFound) => of_phone("test-key-not-found"),
            Self::Refused(Refusal::SeveralClients) => of_phone("test-key-several"),
            Self::Refused(Refusal::DailyLimit) => of_phone("test-key-daily-limit"),
            Self::Refused(Refusal::ServiceUnavailable) => of_page("test-key-unavailable"),
            Self::Refused(_) => of_page("test-key-error"),
            Self::Unreadable => of_page("test-key-unreadable"),
            Self::WebPage => of_page("test-key-web-page"),
            Self::Lost => of_page("test-key-lost"),
        }
    }
}

fn page(visit: &Visit, phone: &str, trouble: Option<Trouble>) -> Response {
    let problems: Vec<_> = trouble.map(|trouble| trouble.problem(visit)).into_iter().collect();
    let field = Field {
        name: PHONE,
        label: visit.say("test-key-phone"),
        hint: Some(visit.say("test-key-phone-hint")),
        value: phone,
        most: MOST_TYPED,
        kind: Kind::Digits,
    };
    let content = html! {
        (summary(&visit.say("test-key-refused"), &problems))
        section.card aria-labelledby="method" {
            (flag(visit))
            div.entry {
                h2 #method lang="en" { (visit.say("test-key-method")) }
                p { (visit.say("test-key-method-text")) }
            }
            form method="post" action=(visit.to(TEST_KEY)) {
                (field.show(&problems))
                @if let Some(Trouble::Refused(refusal)) = trouble { (answer(visit, refusal)) }
                button.button.primary type="submit" lang="en" { (visit.say("test-key-generate")) }
            }
        }
        div.entry {
            p.soft { (visit.say("test-key-numbers")) }
            p.soft { (visit.say("test-key-method-other")) }
        }
    };
    Page {
        status: trouble.map_or(StatusCode::OK, Trouble::status),
        is_heading_english: true,
        lead: Some(visit.say("test-key-lead")),
        has_problems: trouble.is_some(),
        content,
        ..Page::new(Site::TestKeyPage, visit.say("test-key-heading"))
    }
    .answer(visit)
}

/// What the sandbox says itself, for whoever knows its statuses.
fn answer(visit: &Visit, refusal: Refusal) -> Markup {
    let (status, _, sentence) = said(refusal);
    html! {
        dl.facts {
            div {
                dt { (visit.say("test-key-answer")) }
                dd.digits lang="en" { (status.as_u16()) " " (sentence) }
            }
        }
    }
}

const PHONE: &str = "phone";
const MOST_TYPED: usize = 40;
