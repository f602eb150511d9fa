//! The page that creates a test key for a phone number, by the rules of the sandbox.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use maud::{Markup, html};
use serde_json::json;

use super::components::{Field, Kind, Problem, flag, success, summary};
use super::deactivation::Reference;
use super::error_page::{self, ErrorPage};
use super::form::Form;
use super::key;
use super::page::Page;
use super::visit::Visit;
use crate::http::refusal_parts;
use crate::rules::{Answer, AnswerBody, Delivery, Refusal, Status, TestKeyStatus, World};
use crate::state::Site;

pub(super) async fn show(visit: Visit) -> Response {
    page(&visit, "", None)
}

/// Requests a key from the sandbox.
pub(super) async fn ask(visit: Visit, form: Form) -> Response {
    let phone = form.text(PHONE);
    let body = if phone.is_empty() { json!({}) } else { json!({ "phone": phone }) };
    let body = body.to_string();
    let ask =
        |world: &mut World, now, rng: &mut _| world.create_test_key(now, body.as_bytes(), rng);
    let Answer { body, delivery, .. } = match visit.state.change(ask).await {
        Ok(answer) => answer,
        Err(error) => return error_page::not_saved(&error, &visit),
    };
    if let Delivery::Late(time) = delivery {
        tokio::time::sleep(time).await;
    }
    let failure = match (body, delivery) {
        (AnswerBody::Key(key), Delivery::Whole | Delivery::Late(_)) => {
            let made = format!("{}/{}", Site::TEST_KEY, key.page);
            return visit.see(&made, &[("done", "key")]);
        }
        (_, Delivery::Lost) => KeyFailure::Lost,
        (AnswerBody::Refusal(refusal), _) => KeyFailure::Refused(refusal),
        (AnswerBody::WebPage, _) => KeyFailure::WebPage,
        _ => KeyFailure::Unreadable,
    };
    page(&visit, phone, Some(failure))
}

/// The page of a key that was created here.
pub(super) async fn key(visit: Visit, page: Reference) -> Response {
    let world = visit.state.read();
    let found = page.ok().and_then(|Path(page)| {
        world.clients().map(|client| &client.key).find(|key| key.page == page)
    });
    let with_status = found.map(|key| (key, key.status(visit.now)));
    let (key, status) = match with_status {
        Some((key, TestKeyStatus::Active)) => (key, Status::Active),
        Some((key, TestKeyStatus::Expired)) => (key, Status::Expired),
        Some((_, TestKeyStatus::CleanedUp)) | None => {
            drop(world);
            return ErrorPage::NotFound.page(&visit);
        }
    };
    let heading = visit.say("test-key-ready");
    let copy = visit.say("test-key-copy");
    let content = html! {
        @if visit.query_value("done").is_some() {
            (success(&visit.say("test-key-created"), &visit.say("test-key-ready-text")))
        }
        div.card {
            (flag(&visit))
            dl.facts {
                (key::dated(&visit, "key-created", key.created_at))
                (key::dated(&visit, "key-valid-until", key.expires_at))
                div { dt { (visit.say("key-status")) } dd { (key::status(&visit, status)) } }
            }
            (key::secret(&visit, &key.code, key.page, &copy, true))
        }
        p.actions { a.button href=(visit.to(Site::TEST_KEY)) { (visit.say("test-key-another")) } }
    };
    drop(world);
    Page { content, ..Page::new(Site::TestKeyPage, heading) }.answer(&visit)
}

/// Why there is no key to show.
#[derive(Clone, Copy)]
enum KeyFailure {
    Refused(Refusal),
    /// The answer isn't complete JSON.
    Unreadable,
    /// The answer is a web page.
    WebPage,
    /// There was no answer.
    Lost,
}

impl KeyFailure {
    fn status(self) -> StatusCode {
        match self {
            Self::Refused(refusal) => refusal_parts(refusal).0,
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

fn page(visit: &Visit, phone: &str, failure: Option<KeyFailure>) -> Response {
    let problems: Vec<_> = failure.map(|failure| failure.problem(visit)).into_iter().collect();
    let field = Field {
        name: PHONE,
        label: visit.say("test-key-phone"),
        hint: Some(visit.say("test-key-phone-hint")),
        value: phone,
        max_length: MAX_TYPED,
        kind: Kind::Digits,
    };
    let content = html! {
        (summary(&visit.say("test-key-refused"), &problems))
        section.card aria-labelledby="method" {
            (flag(visit))
            div.entry {
                h2 #method { (visit.say("test-key-method")) }
                p { (visit.say("test-key-method-text")) }
            }
            form method="post" action=(visit.to(Site::TEST_KEY)) {
                (field.show(&problems))
                @if let Some(KeyFailure::Refused(refusal)) = failure { (answer(visit, refusal)) }
                button.button.primary type="submit" { (visit.say("test-key-generate")) }
            }
        }
        div.entry {
            p.soft { (visit.say("test-key-numbers")) }
            p.soft { (visit.say("test-key-method-other")) }
        }
    };
    Page {
        status: failure.map_or(StatusCode::OK, KeyFailure::status),
        lead: Some(visit.say("test-key-lead")),
        has_problems: failure.is_some(),
        content,
        ..Page::new(Site::TestKeyPage, visit.say("test-key-heading"))
    }
    .answer(visit)
}

/// The status and the sentence of the sandbox's answer.
fn answer(visit: &Visit, refusal: Refusal) -> Markup {
    let (status, _, sentence) = refusal_parts(refusal);
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
const MAX_TYPED: usize = 40;
