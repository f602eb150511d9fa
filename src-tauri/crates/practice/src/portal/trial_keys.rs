//! The built-in keys of the API of Ukraine, each with its answer, to be copied and added in the app.

use maud::{Markup, html};

use super::visit::Visit;
use crate::ukraine_keys::{UkrainePlays, ukraine_keys};

/// The list, closed at first.
pub(super) fn list(visit: &Visit) -> Markup {
    html! {
        details.trial data-testid="trial-keys" {
            summary { (visit.say("trial-keys")) }
            p.soft { (visit.say("trial-keys-text")) }
            ul {
                @for key in ukraine_keys() {
                    @let id = format!("trial-{}", key.plays.name());
                    @let answer = visit.say(answer_of(key.plays));
                    @let copy = visit.words.say_with("trial-key-copy", [("answer", answer.as_str().into())]);
                    li.entry {
                        p { (answer) }
                        code.code.digits id=(id) { (key.code) }
                        div {
                            button.button type="button" hidden aria-label=(copy)
                                data-copies=(id) data-copied=(visit.say("key-copied"))
                                data-failed=(visit.say("key-not-copied")) {
                                span.words { (visit.say("key-copy")) }
                            }
                            span.hidden-visually role="status" {}
                        }
                    }
                }
            }
        }
    }
}

/// The message that describes an answer.
fn answer_of(plays: UkrainePlays) -> &'static str {
    match plays {
        UkrainePlays::Works => "trial-works",
        UkrainePlays::SeveralSenders => "trial-several-senders",
        UkrainePlays::NoSender => "trial-no-sender",
        UkrainePlays::NoCode => "trial-no-code",
        UkrainePlays::TokenForbidden => "trial-token-forbidden",
        UkrainePlays::Refused => "trial-refused",
        UkrainePlays::RefusedWithoutText => "trial-refused-without-text",
        UkrainePlays::Unauthorized => "trial-unauthorized",
        UkrainePlays::Expired => "trial-expired",
        UkrainePlays::ExpiredWithoutCode => "trial-expired-without-code",
        UkrainePlays::ExpiredUnauthorized => "trial-expired-unauthorized",
        UkrainePlays::ErrorsAsObject => "trial-errors-as-object",
        UkrainePlays::OtherError => "trial-other-error",
        UkrainePlays::TooManyRequests => "trial-too-many-requests",
        UkrainePlays::ServiceError => "trial-service-error",
        UkrainePlays::ServiceUnavailable => "trial-service-unavailable",
        UkrainePlays::NoAnswer => "trial-no-answer",
        UkrainePlays::WebPage => "trial-web-page",
        UkrainePlays::CutAnswer => "trial-cut-answer",
        UkrainePlays::LostAnswer => "trial-lost-answer",
    }
}
