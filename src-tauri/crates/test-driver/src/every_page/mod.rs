//! Every page of the product, one after the other.

mod connection;
mod hand_over;
mod key_request;
mod key_search;
mod leak;
mod register;
mod review;

use fantoccini::key::Key;

use crate::error::Error;
use crate::flows::{self, NEW_CLIENT};
use crate::window::Window;

/// Numbers of the practice phone book, each with the failure that it causes at once.
const FAILURES: [(&str, &str); 8] = [
    ("491713920040", "phone_invalid"),
    ("491713920044", "client_not_found"),
    ("491713920049", "several_clients"),
    ("491713920029", "daily_limit"),
    ("491713920050", "service_error"),
    ("491713920053", "service_unavailable"),
    ("491713920061", "network_page"),
    ("491713920063", "unreachable"),
];

/// Opens every page from the first start on, in practice mode, and calls `visit` on each page with a name for
/// the page.
pub async fn visit_every_page(
    window: &Window,
    mut visit: impl AsyncFnMut(&str) -> Result<(), Error>,
) -> Result<(), Error> {
    // While something is fading in it has neither its colors nor its position.
    let mut visit = async |page: &str| {
        window.at_rest().await?;
        visit(page).await
    };
    window.wait_for("welcome-practice").await?;
    visit("welcome").await?;
    flows::choose_practice(window).await?;
    visit("home").await?;
    for page in ["keys", "guides", "help", "practice", "settings"] {
        window.turn_to(&format!("nav-{page}")).await?;
        visit(page).await?;
    }
    window.turn_to("nav-keys").await?;
    window.turn_to("open-lists").await?;
    visit("lists").await?;
    for guide in ["europe", "ukraine"] {
        window.turn_to("nav-home").await?;
        window.turn_to(&format!("start-{guide}")).await?;
        visit(&format!("guide-{guide}")).await?;
    }
    main_job(window, &mut visit).await?;
    one_key(window, &mut visit).await?;
    failures(window, &mut visit).await?;
    guides(window, &mut visit).await?;
    practice(window, &mut visit).await?;
    register::visit(window, &mut visit).await?;
    key_search::visit(window, &mut visit).await?;
    connection::visit(window, &mut visit).await?;
    review::visit(window, &mut visit).await?;
    presenter_view(window, &mut visit).await
}

/// The dialogs of practice, and its clock when it is set to another time.
async fn practice(
    window: &Window,
    visit: &mut impl AsyncFnMut(&str) -> Result<(), Error>,
) -> Result<(), Error> {
    window.turn_to("nav-practice").await?;
    window.click("practice-own").await?;
    window.click("practice-own-add").await?;
    window.type_into("phone-input", "+380 67 123 45 67").await?;
    window.click("practice-own-keep").await?;
    window.wait_for("practice-own-ukraine").await?;
    visit("practice-add-number").await?;
    window.type_into("phone-input", "+49 171 3920099").await?;
    window.click("practice-own-keep").await?;
    window.wait_for("practice-own-remove").await?;
    // Its note would cover the pages that follow.
    window.press(Key::Escape).await?;
    window.wait_until("no note", "return !document.querySelector('.toast')").await?;
    window.click("practice-pass-year").await?;
    window.wait_for("practice-clock").await?;
    window.click("practice-date").await?;
    window.type_into("practice-day", "32").await?;
    window.click("practice-go-to-date").await?;
    window.wait_for("practice-date-problem").await?;
    visit("practice-a-year-later").await?;
    window.turn_to("nav-home").await?;
    visit("home-a-year-later").await?;
    window.turn_to("nav-practice").await?;
    window.click("practice-start-again").await?;
    window.click("practice-clear").await?;
    window.wait_for("practice-clear-now").await?;
    visit("practice-clear").await?;
    window.press(Key::Escape).await?;
    window.turn_to("nav-home").await
}

/// The script beside the page, in the text size of the other pages.
async fn presenter_view(
    window: &Window,
    visit: &mut impl AsyncFnMut(&str) -> Result<(), Error>,
) -> Result<(), Error> {
    window.turn_to("nav-practice").await?;
    let usual = window.run("return innerWidth").await?;
    window.click("practice-presenter").await?;
    window.click("presenter-play-first_key").await?;
    visit("presenter-clear").await?;
    window.click("practice-clear-not").await?;
    window.wait_for("presenter-step").await?;
    window.press_with(Key::Control, '0').await?;
    window.wait_until("the usual size", &format!("return innerWidth === {usual}")).await?;
    visit("presenter").await
}

async fn main_job(
    window: &Window,
    visit: &mut impl AsyncFnMut(&str) -> Result<(), Error>,
) -> Result<(), Error> {
    window.turn_to("nav-home").await?;
    window.turn_to("start-test-key").await?;
    visit("test-key-number").await?;
    window.type_into("phone-input", NEW_CLIENT).await?;
    window.wait_for_text("phone-digits", NEW_CLIENT).await?;
    visit("test-key-number-ready").await?;
    window.turn_to("continue").await?;
    visit("test-key-check").await?;
    flows::send(window).await?;
    visit("test-key-key").await?;
    flows::get_token(window).await?;
    visit("token").await?;
    flows::verify_token(window).await?;
    visit("token-proven").await?;
    for page in ["home", "keys"] {
        window.turn_to(&format!("nav-{page}")).await?;
        window.wait_for("key-row").await?;
        visit(&format!("{page}-with-a-key")).await?;
    }
    window.turn_to("nav-home").await?;
    window.turn_to("start-test-key").await?;
    visit("test-key-before").await
}

/// The page of a key, and importing the same key from the clipboard.
async fn one_key(
    window: &Window,
    visit: &mut impl AsyncFnMut(&str) -> Result<(), Error>,
) -> Result<(), Error> {
    window.turn_to("nav-keys").await?;
    window.turn_to("key-row").await?;
    visit("key").await?;
    hand_over::visit(window, visit).await?;
    leak::visit(window, visit).await?;
    key_request::visit(window, visit).await?;
    window.click("copy-key").await?;
    window.turn_to("nav-keys").await?;
    window.turn_to("add-key").await?;
    visit("add-key").await?;
    window.click("add-key-look").await?;
    window.wait_for("add-key-known").await?;
    visit("add-key-known").await?;
    window.turn_to("renew-known-key").await?;
    visit("add-key-about").await?;
    window.click("add-key-keep").await?;
    window.wait_for("add-key-works").await?;
    visit("add-key-checked").await
}

/// The affiliation email: empty, with its problems, and ready to be sent.
async fn affiliation(
    window: &Window,
    visit: &mut impl AsyncFnMut(&str) -> Result<(), Error>,
) -> Result<(), Error> {
    window.turn_to("guide-write").await?;
    visit("affiliation").await?;
    window.type_into("affiliation-country", "Deutschland").await?;
    window.type_into("affiliation-tax-code", "DE136695978").await?;
    window.type_into("affiliation-manager", "manager").await?;
    window.click("continue").await?;
    window.wait_for("tax-code-doubt").await?;
    window.wait_for("error-summary").await?;
    visit("affiliation-problems").await?;
    for (field, text) in [
        ("affiliation-full-name", "Olena Koval"),
        ("affiliation-phone", "+49 821 3437654"),
        ("affiliation-email", "office@hanse-textil.example"),
        ("affiliation-manager", "manager@novapost.example"),
    ] {
        window.type_into(field, text).await?;
    }
    window.turn_to("continue").await?;
    visit("affiliation-send").await?;
    window.turn_to("email-sent").await
}

async fn failures(
    window: &Window,
    visit: &mut impl AsyncFnMut(&str) -> Result<(), Error>,
) -> Result<(), Error> {
    window.turn_to("nav-home").await?;
    flows::open_phone_page(window).await?;
    window.type_into("phone-input", "+49 821").await?;
    window.click("continue").await?;
    window.wait_for("phone-problem").await?;
    visit("test-key-number-problem").await?;
    window.turn_to("nav-home").await?;
    flows::ask_from_ukraine(window).await?;
    visit("failure-phone-ukraine").await?;
    for (digits, code) in FAILURES {
        window.turn_to("nav-home").await?;
        flows::enter_number(window, digits).await?;
        window.click("send-request").await?;
        flows::expect_failure(window, code).await?;
        visit(&format!("failure-{}", code.replace('_', "-"))).await?;
    }
    Ok(())
}

async fn guides(
    window: &Window,
    visit: &mut impl AsyncFnMut(&str) -> Result<(), Error>,
) -> Result<(), Error> {
    window.turn_to("nav-home").await?;
    flows::start_guide(window, "europe", "Hanse Textil GmbH").await?;
    visit("guide-europe-person").await?;
    window.click("step-done").await?;
    visit("guide-europe-person-missing").await?;
    flows::confirm_person(window).await?;
    flows::expect_step(window, "account").await?;
    visit("guide-europe-account").await?;
    flows::finish_step(window, "account").await?;
    flows::expect_step(window, "offered").await?;
    visit("guide-europe-offered").await?;
    flows::answer_step(window, "offered", "no").await?;
    flows::expect_step(window, "affiliate").await?;
    visit("guide-europe-affiliate").await?;
    affiliation(window, visit).await?;
    flows::expect_step(window, "answer").await?;
    visit("guide-europe-answer").await?;
    flows::finish_step(window, "answer").await?;
    flows::expect_step(window, "organizations").await?;
    visit("guide-europe-organizations").await?;
    window.click("guide-delete").await?;
    visit("guide-delete").await?;
    window.press(Key::Escape).await?;
    window.turn_to("nav-home").await?;
    flows::start_guide(window, "ukraine", "Dnipro Trade").await?;
    for step in ["cabinet", "create"] {
        flows::finish_step(window, step).await?;
    }
    flows::expect_step(window, "add_key").await?;
    visit("guide-ukraine-add-key").await?;
    for page in ["home", "guides"] {
        window.turn_to(&format!("nav-{page}")).await?;
        visit(&format!("{page}-on-the-way")).await?;
    }
    Ok(())
}
