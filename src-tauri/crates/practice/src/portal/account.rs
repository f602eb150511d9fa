//! My Nova Post: the account and its organizations. An affiliation email has to match the account.

use axum::http::StatusCode;
use axum::response::Response;
use maud::{Markup, html};

use super::components::{Field, Kind, Problem, flag, success, summary};
use super::error_page;
use super::form::Form;
use super::page::Page;
use super::visit::Visit;
use crate::rules::{Account, MAX_NAME, NotAffiliated, Organization, World};
use crate::state::Site;

pub(super) async fn show(visit: Visit) -> Response {
    page(&visit, StatusCode::OK, "", "", &[])
}

/// The address of the part that adds organizations.
pub(super) fn to_manager(visit: &Visit) -> String {
    format!("{}#{MANAGER}", visit.to(Site::MY_NOVA_POST))
}

/// Adds an organization, as a sales manager does after the email.
pub(super) async fn add_organization(visit: Visit, form: Form) -> Response {
    let (name, tax_code) = (form.text(NAME), form.text(TAX_CODE));
    let add = |world: &mut World, _, rng: &mut _| world.add_organization(name, tax_code, rng);
    match visit.state.change(add).await {
        Ok(Ok(_)) => visit.see(Site::MY_NOVA_POST, &[("done", "organization")]),
        Ok(Err(refused)) => {
            let problem = problem(&visit, refused);
            page(&visit, StatusCode::UNPROCESSABLE_ENTITY, name, tax_code, &[problem])
        }
        Err(error) => error_page::not_saved(&error, &visit),
    }
}

fn problem(visit: &Visit, refused: NotAffiliated) -> Problem {
    let most = [("most", MAX_NAME.into())];
    match refused {
        NotAffiliated::NameMissing => Problem::at(NAME, visit.say("organization-name-missing")),
        NotAffiliated::NameTooLong => {
            Problem::at(NAME, visit.words.say_with("organization-name-too-long", most))
        }
        NotAffiliated::TaxCodeTooLong => {
            Problem::at(TAX_CODE, visit.words.say_with("organization-tax-code-too-long", most))
        }
        NotAffiliated::TooMany => {
            let count = visit.state.read().account().organizations.len();
            let count = [("count", count.into())];
            Problem::of_page(visit.words.say_with("organization-too-many", count))
        }
    }
}

fn page(
    visit: &Visit,
    status: StatusCode,
    name: &str,
    tax_code: &str,
    problems: &[Problem],
) -> Response {
    let world = visit.state.read();
    let content = html! {
        @if visit.query_value("done") == Some("organization") && problems.is_empty() {
            (success(&visit.say("organization-added"), &visit.say("organization-added-text")))
        }
        (summary(&visit.say("problems-heading"), problems))
        (details(visit, world.account()))
        (organizations(visit, &world.account().organizations))
        (manager(visit, name, tax_code, problems))
    };
    drop(world);
    Page {
        status,
        lead: Some(visit.say("account-lead")),
        has_problems: !problems.is_empty(),
        content,
        ..Page::new(Site::MyNovaPost, visit.say("account-heading"))
    }
    .answer(visit)
}

fn details(visit: &Visit, account: &Account) -> Markup {
    html! {
        section.card aria-labelledby="details" {
            (flag(visit))
            div.entry {
                h2 #details { (visit.say("account-details")) }
                p { (visit.say("account-details-text")) }
            }
            dl.facts {
                div {
                    dt { (visit.say("account-name")) }
                    dd lang="en" data-testid="account-name" { (Account::NAME) }
                    dd.note { (visit.say("account-name-text")) }
                }
                div {
                    dt { (visit.say("account-phone")) }
                    dd.digits data-testid="account-phone" { "+" (account.phone) }
                }
                div {
                    dt { (visit.say("account-email")) }
                    dd data-testid="account-email" { (account.email) }
                }
            }
        }
    }
}

fn organizations(visit: &Visit, organizations: &[Organization]) -> Markup {
    html! {
        section.part aria-labelledby="organizations" {
            div.head {
                h2 #organizations { (visit.say("organizations-heading")) }
                p.soft { (visit.say("organizations-text")) }
            }
            @if organizations.is_empty() {
                div.card.empty {
                    (flag(visit))
                    h3 { (visit.say("organizations-none")) }
                    p.soft { (visit.say("organizations-none-text")) }
                }
            } @else {
                div.cards {
                    (flag(visit))
                    ul {
                        @for Organization { name, tax_code, .. } in organizations {
                            li data-testid="organization" {
                                h3 { (name) }
                                p.soft {
                                    @if tax_code.is_empty() {
                                        (visit.say("organization-no-tax-code"))
                                    } @else {
                                        (visit.words.say_with(
                                            "organization-tax-code",
                                            [("taxCode", tax_code.as_str().into())],
                                        ))
                                    }
                                }
                            }
                        }
                    }
                }
                p.actions {
                    a.button href=(visit.to(Site::NEW_API_KEY)) {
                        (visit.say("organizations-create-key"))
                    }
                }
            }
        }
    }
}

fn manager(visit: &Visit, name: &str, tax_code: &str, problems: &[Problem]) -> Markup {
    let name = Field {
        name: NAME,
        label: visit.say("organization-name"),
        hint: None,
        value: name,
        max_length: MAX_NAME,
        kind: Kind::Words,
    };
    let tax_code = Field {
        name: TAX_CODE,
        label: visit.say("organization-tax-code-label"),
        hint: Some(visit.say("organization-tax-code-hint")),
        value: tax_code,
        max_length: MAX_NAME,
        kind: Kind::Words,
    };
    html! {
        section.card aria-labelledby=(MANAGER) {
            (flag(visit))
            div.entry {
                h2 #(MANAGER) { (visit.say("manager-heading")) }
                p { (visit.say("manager-text")) }
            }
            form method="post" action=(visit.to(Site::MY_NOVA_POST)) {
                (name.show(problems))
                (tax_code.show(problems))
                button.button type="submit" { (visit.say("organization-add")) }
            }
        }
    }
}

const MANAGER: &str = "manager";
const NAME: &str = "name";
const TAX_CODE: &str = "tax-code";
