//! The components of the pages.

use maud::{Markup, html};

use super::visit::Visit;

/// Why a form was refused.
pub(super) struct Problem {
    /// The id of the control; `None` if the problem concerns the whole form.
    pub(super) field: Option<&'static str>,
    pub(super) text: String,
}

/// A text field.
pub(super) struct Field<'a> {
    /// The name in the form and the id.
    pub(super) name: &'static str,
    pub(super) label: String,
    pub(super) hint: Option<String>,
    /// The text that was typed before.
    pub(super) value: &'a str,
    pub(super) max_length: usize,
    pub(super) kind: Kind,
}

/// The content of a field.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Words,
    /// Digits, sent exactly as they were typed.
    Digits,
}

impl Problem {
    pub(super) fn at(field: &'static str, text: String) -> Self {
        Self { field: Some(field), text }
    }

    pub(super) fn of_page(text: String) -> Self {
        Self { field: None, text }
    }
}

impl Field<'_> {
    pub(super) fn show(&self, problems: &[Problem]) -> Markup {
        let Self { name, label, hint, value, max_length, kind } = self;
        let is_wrong = problems.iter().any(|problem| problem.field == Some(*name));
        let hint_id = format!("{name}-hint");
        let problem_id = problem_id(name);
        let described = match (hint, is_wrong) {
            (Some(_), true) => Some(format!("{hint_id} {problem_id}")),
            (Some(_), false) => Some(hint_id.clone()),
            (None, true) => Some(problem_id),
            (None, false) => None,
        };
        let is_digits = *kind == Kind::Digits;
        html! {
            div.field {
                label for=(name) { (label) }
                @if let Some(hint) = hint { p.hint id=(hint_id) { (hint) } }
                input class=[is_digits.then_some("digits")] type="text" id=(name) name=(name) value=(value)
                    maxlength=(max_length) autocomplete="off" spellcheck="false"
                    inputmode=[is_digits.then_some("numeric")] aria-describedby=[described]
                    aria-invalid=[is_wrong.then_some("true")];
                (problem_of(name, problems))
            }
        }
    }
}

/// The problem of a control, shown below it.
pub(super) fn problem_of(field: &str, problems: &[Problem]) -> Markup {
    let problem = problems.iter().find(|problem| problem.field == Some(field));
    html! {
        @if let Some(Problem { text, .. }) = problem {
            p.problem id=(problem_id(field)) { (icon(Icon::Warning)) span { (text) } }
        }
    }
}

/// The id of a control's problem, for `aria-describedby`.
pub(super) fn problem_id(field: &str) -> String {
    format!("{field}-problem")
}

/// All problems, shown above the form. It takes the focus, so that a screen reader reads it.
pub(super) fn summary(heading: &str, problems: &[Problem]) -> Markup {
    html! {
        @if !problems.is_empty() {
            section.summary tabindex="-1" autofocus aria-labelledby="problems"
                data-testid="error-summary" {
                (icon(Icon::Warning))
                div {
                    h2 #problems { (heading) }
                    ul {
                        @for Problem { field, text } in problems {
                            li {
                                @if let Some(field) = field {
                                    a href=(format!("#{field}")) { (text) }
                                } @else {
                                    (text)
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// A message of success. It takes the focus, so that a screen reader reads it.
pub(super) fn success(heading: &str, text: &str) -> Markup {
    html! {
        section.notice.success role="status" tabindex="-1" autofocus data-testid="done" {
            (icon(Icon::Success))
            div { h2 { (heading) } p { (text) } }
        }
    }
}

/// The label PRACTICE on the edge of every card.
pub(super) fn flag(visit: &Visit) -> Markup {
    html! { span.flag { (visit.say("band-word")) } }
}

/// The text in place of an empty list, and a link (address and text) to add the first entry.
pub(super) fn empty(visit: &Visit, heading: &str, text: &str, link: (&str, &str)) -> Markup {
    let (address, words) = link;
    html! {
        div.card.empty {
            (flag(visit))
            h2 { (heading) }
            p.soft { (text) }
            a.button.primary href=(address) { (words) }
        }
    }
}

/// A card with a link to another page.
pub(super) fn entry(visit: &Visit, path: &str, name: &str, text: &str) -> Markup {
    html! {
        div.card {
            (flag(visit))
            div.entry {
                h2 { a href=(visit.to(path)) { (name) } }
                p { (text) }
            }
        }
    }
}

#[derive(Clone, Copy)]
enum Icon {
    Warning,
    Success,
}

fn icon(icon: Icon) -> Markup {
    let path = match icon {
        Icon::Warning => "M10 3 2.5 16.5h15ZM10 8.2v4M10 14.4h.01",
        Icon::Success => {
            "M10 2.8a7.2 7.2 0 1 0 0 14.4 7.2 7.2 0 0 0 0-14.4ZM6.6 10.3l2.4 2.4 4.5-5.1"
        }
    };
    html! { svg viewBox="0 0 20 20" aria-hidden="true" { path d=(path) {} } }
}
