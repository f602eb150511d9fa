//! My Nova Post: the form that creates a key of production.

use axum::http::StatusCode;
use axum::response::Response;
use maud::{Markup, html};
use uuid::Uuid;

use super::components::{Field, Kind, Problem, empty, flag, problem_id, problem_of, summary};
use super::form::Form;
use super::page::Page;
use super::visit::Visit;
use super::{account, error_page};
use crate::rules::{MAX_NAME, NotCreated, Organization, World};
use crate::state::Site;

/// The values of the form.
#[derive(Default)]
struct KeyForm {
    name: String,
    is_for_all: bool,
    organizations: Vec<Uuid>,
}

pub(super) async fn show(visit: Visit) -> Response {
    page(&visit, StatusCode::OK, &KeyForm::default(), &[])
}

/// Creates the key and redirects to the list of keys.
pub(super) async fn create(visit: Visit, form: Form) -> Response {
    let wanted = KeyForm::in_form(&form);
    let problems = wanted.problems(&visit);
    if !problems.is_empty() {
        return page(&visit, StatusCode::UNPROCESSABLE_ENTITY, &wanted, &problems);
    }
    let create = |world: &mut World, now, rng: &mut _| {
        let organizations = wanted.organizations(world);
        world.create_key(now, &wanted.name, &organizations, rng)
    };
    match visit.state.change(create).await {
        Ok(Ok(reference)) => visit.see(Site::API_KEYS, &[("made", &reference.to_string())]),
        Ok(Err(refused)) => {
            let problem = problem(&visit, refused);
            page(&visit, StatusCode::UNPROCESSABLE_ENTITY, &wanted, &[problem])
        }
        Err(error) => error_page::not_saved(&error, &visit),
    }
}

impl KeyForm {
    fn in_form(form: &Form) -> Self {
        Self {
            name: form.text(NAME).to_owned(),
            is_for_all: !form.text(ALL).is_empty(),
            // An invalid id becomes one that no organization has.
            organizations: form
                .all(ORGANIZATION)
                .map(|id| id.parse().unwrap_or(Uuid::nil()))
                .collect(),
        }
    }

    /// All missing values. The rules would report only the first.
    fn problems(&self, visit: &Visit) -> Vec<Problem> {
        let name = self.name.is_empty().then_some(NotCreated::NameMissing);
        let chosen = self.is_for_all || !self.organizations.is_empty();
        let organization = (!chosen).then_some(NotCreated::NoOrganization);
        name.into_iter().chain(organization).map(|missing| problem(visit, missing)).collect()
    }

    fn organizations(&self, world: &World) -> Vec<Uuid> {
        if self.is_for_all {
            world.account().organizations.iter().map(|organization| organization.id).collect()
        } else {
            self.organizations.clone()
        }
    }
}

fn problem(visit: &Visit, refused: NotCreated) -> Problem {
    let words = visit.words;
    match refused {
        NotCreated::NameMissing => Problem::at(NAME, words.say("new-key-name-missing")),
        NotCreated::NameTooLong => {
            let most = [("most", MAX_NAME.into())];
            Problem::at(NAME, words.say_with("new-key-name-too-long", most))
        }
        NotCreated::NoOrganization => {
            Problem::at(ORGANIZATION, words.say("new-key-organizations-missing"))
        }
        NotCreated::UnknownOrganization => {
            Problem::at(ORGANIZATION, words.say("new-key-organizations-unknown"))
        }
        NotCreated::TooMany => {
            let count = visit.state.read().production_keys().all().len();
            Problem::of_page(words.say_with("keys-too-many", [("count", count.into())]))
        }
    }
}

fn page(visit: &Visit, status: StatusCode, wanted: &KeyForm, problems: &[Problem]) -> Response {
    let world = visit.state.read();
    let organizations = &world.account().organizations;
    let lead = (!organizations.is_empty()).then(|| visit.say("new-key-lead"));
    let content = if organizations.is_empty() {
        empty(
            visit,
            &visit.say("new-key-no-organization"),
            &visit.say("new-key-no-organization-text"),
            (&account::to_manager(visit), &visit.say("new-key-to-manager")),
        )
    } else {
        html! {
            (summary(&visit.say("problems-heading"), problems))
            (form(visit, organizations, wanted, problems))
        }
    };
    drop(world);
    Page {
        status,
        lead,
        back: Some((Site::API_KEYS, visit.say("api-keys"))),
        has_problems: !problems.is_empty(),
        content,
        ..Page::new(Site::MyNovaPost, visit.say("api-keys-create"))
    }
    .answer(visit)
}

fn form(
    visit: &Visit,
    organizations: &[Organization],
    wanted: &KeyForm,
    problems: &[Problem],
) -> Markup {
    let name = Field {
        name: NAME,
        label: visit.say("new-key-name"),
        hint: Some(visit.say("new-key-name-hint")),
        value: &wanted.name,
        max_length: MAX_NAME,
        kind: Kind::Words,
    };
    html! {
        form.card method="post" action=(visit.to(Site::NEW_API_KEY)) {
            (flag(visit))
            (name.show(problems))
            dl.facts {
                div {
                    dt { (visit.say("new-key-environment")) }
                    dd { (visit.say("new-key-production")) }
                }
            }
            (choices(visit, organizations, wanted, problems))
            p.soft {
                (visit.say("new-key-organizations-other")) " "
                a href=(account::to_manager(visit)) { (visit.say("manager-heading")) }
            }
            div.actions {
                button.button.primary type="submit" { (visit.say("new-key-create")) }
                a.button.quiet href=(visit.to(Site::API_KEYS)) { (visit.say("new-key-cancel")) }
            }
        }
    }
}

fn choices(
    visit: &Visit,
    organizations: &[Organization],
    wanted: &KeyForm,
    problems: &[Problem],
) -> Markup {
    let is_wrong = problems.iter().any(|problem| problem.field == Some(ORGANIZATION));
    let described = if is_wrong {
        format!("organizations-hint {}", problem_id(ORGANIZATION))
    } else {
        "organizations-hint".to_owned()
    };
    let is_only_one = organizations.len() == 1;
    html! {
        fieldset aria-describedby=(described) {
            legend { (visit.say("new-key-organizations")) }
            p.hint #organizations-hint { (visit.say("new-key-organizations-hint")) }
            (problem_of(ORGANIZATION, problems))
            div.choices {
                @if !is_only_one {
                    label.choice.all {
                        input type="checkbox" name=(ALL) value="yes" checked[wanted.is_for_all];
                        span { (visit.say("new-key-organizations-all")) }
                    }
                }
                @for (index, Organization { id, name, tax_code }) in organizations.iter().enumerate() {
                    label.choice {
                        // The summary of problems links to the first one.
                        input type="checkbox" id=[(index == 0).then_some(ORGANIZATION)]
                            name=(ORGANIZATION) value=(id)
                            checked[is_only_one || wanted.organizations.contains(id)];
                        span { (name) @if !tax_code.is_empty() { small { (tax_code) } } }
                    }
                }
            }
        }
    }
}

const NAME: &str = "name";
const ALL: &str = "all";
const ORGANIZATION: &str = "organization";
