//! Once through the whole product, with a stop on every page.

use fantoccini::key::Key;

use crate::error::Error;
use crate::journey::{self, NEW_CLIENT};
use crate::window::Window;

/// Numbers of the practice phone book that get a failure at once, and which.
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

/// Leads through the product from its first start, in practice, and calls `stop` on each page with
/// a name for it.
pub async fn tour(
    window: &Window,
    mut stop: impl AsyncFnMut(&str) -> Result<(), Error>,
) -> Result<(), Error> {
    // What is still fading in has neither its colours nor its place.
    let mut stop = async |page: &str| {
        window.at_rest().await?;
        stop(page).await
    };
    window.wait_for("welcome-practice").await?;
    stop("welcome").await?;
    journey::choose_practice(window).await?;
    stop("home").await?;
    for page in ["keys", "guides", "help", "practice", "settings"] {
        window.turn_to(&format!("nav-{page}")).await?;
        stop(page).await?;
    }
    for guide in ["europe", "ukraine"] {
        window.turn_to("nav-home").await?;
        window.turn_to(&format!("start-{guide}")).await?;
        stop(&format!("guide-{guide}")).await?;
    }
    main_job(window, &mut stop).await?;
    one_key(window, &mut stop).await?;
    failures(window, &mut stop).await?;
    guides(window, &mut stop).await?;
    practice(window, &mut stop).await?;
    presenter_view(window, &mut stop).await
}

/// Practice's own dialogs, and its time when that isn't now.
async fn practice(
    window: &Window,
    stop: &mut impl AsyncFnMut(&str) -> Result<(), Error>,
) -> Result<(), Error> {
    window.turn_to("nav-practice").await?;
    window.click("practice-own-add").await?;
    window.type_into("phone-input", "+380 67 123 45 67").await?;
    window.click("practice-own-keep").await?;
    window.wait_for("practice-own-ukraine").await?;
    stop("practice-add-number").await?;
    window.type_into("phone-input", "+49 171 3920099").await?;
    window.click("practice-own-keep").await?;
    window.wait_for("practice-own-remove").await?;
    // The note of it would lie over all that follows.
    window.press(Key::Escape).await?;
    window.wait_until("no note", "return !document.querySelector('.toast')").await?;
    window.click("practice-pass-year").await?;
    window.wait_for("practice-clock").await?;
    window.type_into("practice-day", "32").await?;
    window.click("practice-go-to-date").await?;
    window.wait_for("practice-date-problem").await?;
    stop("practice-a-year-later").await?;
    window.turn_to("nav-home").await?;
    stop("home-a-year-later").await?;
    window.turn_to("nav-practice").await?;
    window.click("practice-clear").await?;
    window.wait_for("practice-clear-now").await?;
    stop("practice-clear").await?;
    window.press(Key::Escape).await?;
    window.turn_to("nav-home").await
}

/// The script beside the page, as large as everything else: it would be larger by itself.
async fn presenter_view(
    window: &Window,
    stop: &mut impl AsyncFnMut(&str) -> Result<(), Error>,
) -> Result<(), Error> {
    window.turn_to("nav-practice").await?;
    let usual = window.run("return innerWidth").await?;
    window.click("presenter-play-first_key").await?;
    window.wait_for("presenter-step").await?;
    window.press_with(Key::Control, '0').await?;
    window.wait_until("the usual size", &format!("return innerWidth === {usual}")).await?;
    stop("presenter").await
}

async fn main_job(
    window: &Window,
    stop: &mut impl AsyncFnMut(&str) -> Result<(), Error>,
) -> Result<(), Error> {
    window.turn_to("nav-home").await?;
    window.turn_to("start-test-key").await?;
    stop("test-key-number").await?;
    window.type_into("phone-input", NEW_CLIENT).await?;
    window.wait_for_text("phone-digits", NEW_CLIENT).await?;
    stop("test-key-number-ready").await?;
    window.turn_to("continue").await?;
    stop("test-key-check").await?;
    journey::send(window).await?;
    stop("test-key-key").await?;
    journey::get_token(window).await?;
    stop("token").await?;
    journey::prove_token(window).await?;
    stop("token-proven").await?;
    for page in ["home", "keys"] {
        window.turn_to(&format!("nav-{page}")).await?;
        window.wait_for("key-row").await?;
        stop(&format!("{page}-with-a-key")).await?;
    }
    window.turn_to("nav-home").await?;
    window.turn_to("start-test-key").await?;
    stop("test-key-before").await
}

/// A key's own page, and the same key brought in from the clipboard.
async fn one_key(
    window: &Window,
    stop: &mut impl AsyncFnMut(&str) -> Result<(), Error>,
) -> Result<(), Error> {
    window.turn_to("nav-keys").await?;
    window.turn_to("key-row").await?;
    stop("key").await?;
    window.click("copy-key").await?;
    window.turn_to("nav-keys").await?;
    window.turn_to("bring-in-key").await?;
    stop("bring-in").await?;
    window.click("look-at-clipboard").await?;
    window.wait_for("clipboard-judged").await?;
    stop("bring-in-known").await?;
    window.turn_to("renew-known-key").await?;
    stop("bring-in-about").await?;
    window.click("bring-in-keep").await?;
    window.wait_for("key-proven").await?;
    stop("bring-in-proven").await
}

/// The affiliation e-mail: empty, with its problems, and ready to be sent.
async fn affiliation(
    window: &Window,
    stop: &mut impl AsyncFnMut(&str) -> Result<(), Error>,
) -> Result<(), Error> {
    window.turn_to("guide-write").await?;
    stop("affiliation").await?;
    window.type_into("affiliation-country", "Deutschland").await?;
    window.type_into("affiliation-tax-code", "DE136695978").await?;
    window.type_into("affiliation-manager", "manager").await?;
    window.click("continue").await?;
    window.wait_for("tax-code-doubt").await?;
    window.wait_for("error-summary").await?;
    stop("affiliation-problems").await?;
    for (field, text) in [
        ("affiliation-full-name", "Olena Koval"),
        ("affiliation-phone", "+49 821 3437654"),
        ("affiliation-email", "office@hanse-textil.example"),
        ("affiliation-manager", "manager@novapost.example"),
    ] {
        window.type_into(field, text).await?;
    }
    window.turn_to("continue").await?;
    stop("affiliation-send").await?;
    window.turn_to("letter-sent").await
}

async fn failures(
    window: &Window,
    stop: &mut impl AsyncFnMut(&str) -> Result<(), Error>,
) -> Result<(), Error> {
    window.turn_to("nav-home").await?;
    journey::open_phone_page(window).await?;
    window.type_into("phone-input", "+49 821").await?;
    window.click("continue").await?;
    window.wait_for("phone-problem").await?;
    stop("test-key-number-problem").await?;
    window.turn_to("nav-home").await?;
    journey::ask_from_ukraine(window).await?;
    stop("failure-phone-ukraine").await?;
    for (digits, code) in FAILURES {
        window.turn_to("nav-home").await?;
        journey::enter_number(window, digits).await?;
        window.click("send-request").await?;
        journey::expect_failure(window, code).await?;
        stop(&format!("failure-{}", code.replace('_', "-"))).await?;
    }
    Ok(())
}

async fn guides(
    window: &Window,
    stop: &mut impl AsyncFnMut(&str) -> Result<(), Error>,
) -> Result<(), Error> {
    window.turn_to("nav-home").await?;
    journey::start_guide(window, "europe", "Hanse Textil GmbH").await?;
    stop("guide-europe-person").await?;
    window.click("step-done").await?;
    stop("guide-europe-person-missing").await?;
    journey::confirm_person(window).await?;
    journey::expect_step(window, "account").await?;
    stop("guide-europe-account").await?;
    journey::finish_step(window, "account").await?;
    journey::expect_step(window, "affiliate").await?;
    stop("guide-europe-affiliate").await?;
    affiliation(window, stop).await?;
    journey::expect_step(window, "answer").await?;
    stop("guide-europe-answer").await?;
    journey::finish_step(window, "answer").await?;
    journey::expect_step(window, "organizations").await?;
    stop("guide-europe-organizations").await?;
    window.click("guide-aside").await?;
    stop("guide-put-aside").await?;
    window.press(Key::Escape).await?;
    window.turn_to("nav-home").await?;
    journey::start_guide(window, "ukraine", "Dnipro Trade").await?;
    for step in ["cabinet", "settings", "security", "create", "copy"] {
        journey::finish_step(window, step).await?;
    }
    journey::expect_step(window, "bring_in").await?;
    stop("guide-ukraine-bring-in").await?;
    for page in ["home", "guides"] {
        window.turn_to(&format!("nav-{page}")).await?;
        stop(&format!("{page}-on-the-way")).await?;
    }
    Ok(())
}
