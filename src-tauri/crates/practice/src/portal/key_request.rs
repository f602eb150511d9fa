//! A developer's page: makes a request for a key, with a new pair of keys of age. Nothing of it is kept.

use std::num::NonZeroU32;

use age::secrecy::ExposeSecret;
use age::x25519::Identity;
use aws_lc_rs::pbkdf2;
use axum::response::Response;
use maud::{Markup, html};
use serde_json::json;

use super::components::{Field, Kind, Problem, flag, success, summary};
use super::form::Form;
use super::page::Page;
use super::visit::Visit;
use crate::rules::normalize_name;

/// The path of the page.
pub(super) const PATH: &str = "/key-request";

/// The environments, each with a system that takes its keys.
const ENVIRONMENTS: [(&str, &str); 3] =
    [("sandbox", "own_code"), ("production", "own_code"), ("ukraine", "own_code_ukraine")];

/// The English word list of BIP 39 [BIP 39].
const WORDS: &str = include_str!("../../../core/src/hand_over/words.txt");

const ROUNDS: NonZeroU32 = NonZeroU32::new(200_000).unwrap();

/// A request, and what only its writer knows.
struct Made {
    name: String,
    request: String,
    email: String,
    private_key: String,
    words: String,
}

pub(super) async fn show(visit: Visit) -> Response {
    page(&visit, "Oleh Koval", ENVIRONMENTS[0].0, &[], None)
}

/// Makes a request. Reloading the page makes another one.
pub(super) async fn make(visit: Visit, form: Form) -> Response {
    let name = normalize_name(form.text(NAME));
    let chosen = form.text(ENVIRONMENT).to_owned();
    let Some((environment, system)) = ENVIRONMENTS.into_iter().find(|(known, _)| *known == chosen)
    else {
        let problem = Problem::of_page(visit.say("key-request-environment-missing"));
        return page(&visit, &name, "", &[problem], None);
    };
    if name.is_empty() || name.chars().count() > LONGEST_NAME {
        let problem = Problem::at(NAME, visit.say("key-request-name-missing"));
        return page(&visit, &name, environment, &[problem], None);
    }
    let note = visit.say("key-request-note");
    let made = tokio::task::spawn_blocking(move || request(name, environment, system, &note)).await;
    match made {
        Ok(made) => page(&visit, &made.name, environment, &[], Some(&made)),
        Err(_) => page(&visit, "", environment, &[], None),
    }
}

fn request(name: String, environment: &str, system: &str, note: &str) -> Made {
    let pair = Identity::generate();
    let public_key = pair.to_public().to_string();
    // An object of serde_json has its members in the order of the alphabet, which a reader must not care about.
    let request = json!({
        "keyRequest": 1,
        "system": system,
        "environment": environment,
        "needs": ["company_name", "tax_code"],
        "name": name,
        "publicKey": public_key,
        "note": note,
    });
    let request = format!("{request:#}\n");
    let email = format!("-----BEGIN KEY REQUEST-----\n{request}-----END KEY REQUEST-----\n");
    let private_key = format!("{}\n", pair.to_string().expose_secret());
    Made { name, request, email, private_key, words: four_words(&public_key) }
}

/// The four words by which two people compare a public key: 11 bits each of PBKDF2.
fn four_words(public_key: &str) -> String {
    let mut bytes = [0; 8];
    let salt = b"keydesk four words 1";
    pbkdf2::derive(pbkdf2::PBKDF2_HMAC_SHA256, ROUNDS, salt, public_key.as_bytes(), &mut bytes);
    let mut bits = u64::from_be_bytes(bytes);
    let mut words = Vec::new();
    for _ in 0..4 {
        bits = bits.rotate_left(11);
        words.extend(WORDS.lines().nth((bits & 2047) as usize));
    }
    words.join(" ")
}

fn page(
    visit: &Visit,
    name: &str,
    environment: &str,
    problems: &[Problem],
    made: Option<&Made>,
) -> Response {
    let content = html! {
        (summary(&visit.say("problems-heading"), problems))
        @if let Some(made) = made { (result(visit, made)) }
        form.card method="post" action=(visit.to(PATH)) {
            (flag(visit))
            (field(visit, name).show(problems))
            fieldset {
                legend { (visit.say("key-request-environment")) }
                div.choices {
                    @for (value, _) in ENVIRONMENTS {
                        label.choice {
                            input type="radio" name=(ENVIRONMENT) value=(value)
                                checked[value == environment];
                            span { (label(visit, value)) }
                        }
                    }
                }
            }
            div.actions {
                button.button.primary[made.is_none()] type="submit" {
                    (visit.say("key-request-make"))
                }
            }
        }
    };
    Page {
        lead: Some(visit.say("key-request-lead")),
        back: Some(("/", visit.say("start-heading"))),
        has_problems: !problems.is_empty(),
        content,
        ..Page::new(None, visit.say("key-request-heading"))
    }
    .answer(visit)
}

fn result(visit: &Visit, made: &Made) -> Markup {
    html! {
        (success(&visit.say("key-request-made"), &visit.say("key-request-made-text")))
        div.card {
            (flag(visit))
            dl.facts {
                div {
                    dt { (visit.say("key-request-words")) }
                    dd.digits lang="en" data-testid="words" { (made.words) }
                }
            }
            p.soft { (visit.say("key-request-words-text")) }
            code.code.digits.lines data-testid="request" { (made.email) }
            div.actions {
                a.button.primary download="practice.keyrequest" href=(download(&made.request))
                    data-testid="save-request" { (visit.say("key-request-save")) }
            }
            details {
                summary { (visit.say("key-request-private")) }
                p.soft { (visit.say("key-request-private-text")) }
                code.code.digits data-testid="private-key" { (made.private_key.trim()) }
                div.actions {
                    a.button download="practice-key.txt" href=(download(&made.private_key)) {
                        (visit.say("key-request-private-save"))
                    }
                }
            }
        }
    }
}

fn field<'a>(visit: &Visit, name: &'a str) -> Field<'a> {
    Field {
        name: NAME,
        label: visit.say("key-request-name"),
        hint: Some(visit.say("key-request-name-hint")),
        value: name,
        max_length: LONGEST_NAME,
        kind: Kind::Words,
    }
}

fn label(visit: &Visit, environment: &str) -> String {
    match environment {
        "sandbox" => visit.say("key-request-sandbox"),
        "production" => visit.say("key-request-production"),
        _ => visit.say("key-request-ukraine"),
    }
}

/// The address of a file with this text, which the page itself has.
fn download(text: &str) -> String {
    let encoded: String = form_urlencoded::byte_serialize(text.as_bytes()).collect();
    format!("data:application/octet-stream,{}", encoded.replace('+', "%20"))
}

const NAME: &str = "name";
const ENVIRONMENT: &str = "environment";
const LONGEST_NAME: usize = 80;
