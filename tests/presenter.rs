//! Presenter view: what many see is no secret, and a script that is played ticks itself.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic: that is how it fails")]

mod support;

use std::path::Path;
use std::time::{Duration, Instant};

use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use aws_lc_rs::agreement::{ECDH_P256, EphemeralPrivateKey, UnparsedPublicKey, agree_ephemeral};
use aws_lc_rs::error::Unspecified;
use aws_lc_rs::hkdf::{HKDF_SHA256, Salt};
use aws_lc_rs::rand::SystemRandom;
use keydesk_driver::journey::{self, NEW_CLIENT};
use keydesk_driver::{
    App, Desktop, Key, Launch, Trouble, Window, inside, look_for_barriers, look_for_overflow, play,
};
use serde_json::{Value, json};
use support::opened::{Opened, STEPS};

const STEPS_OF_FIRST_KEY: [&str; 8] =
    ["begin", "number", "send", "copy", "show", "token", "prove", "home"];

const BEGUN: &str = r#""on": true, "script": "first_key", "step": "begin""#;

/// What of the window neither the page nor the script has, and what both have: nothing may.
const COVERED: &str = "
const box = (selector) => document.querySelector(selector).getBoundingClientRect();
const [page, script] = [box('main'), box('[data-testid=presenter]')];
const isBeside = Math.abs(script.left - page.right) < 1 && Math.abs(script.right - innerWidth) < 1;
const isBelow = script.top > page.top && Math.abs(script.right - innerWidth) < 20
  && Math.abs(page.right - script.right) < 20;
return isBeside || isBelow ? [] : [page, script]";

/// Far more than the system needs to write a file.
const PATIENCE: Duration = Duration::from_secs(40);

fn practice() -> Launch {
    Launch::of(env!("CARGO_BIN_EXE_keydesk")).with("KEYDESK_START", "practice")
}

/// With presenter view as somebody has left it. It is as large as usual, because a driver's click
/// misses what is zoomed.
fn left(presenter: &str) -> Launch {
    let settings = format!(r#"{{ "presenter": {{ "textSize": 100, {presenter} }} }}"#);
    practice().with_file("settings.json", &settings)
}

/// With the first script at its beginning.
fn presenting() -> Launch {
    left(BEGUN)
}

/// Has the key shown, and reads what the small window is given, as that window does.
fn revealed(app: &Opened, key: &Value, label: &str) -> String {
    app.call("show_key", json!({ "key": key, "steps": STEPS })).unwrap();
    let pair = EphemeralPrivateKey::generate(&ECDH_P256, &SystemRandom::new()).unwrap();
    let public_key = pair.compute_public_key().unwrap().as_ref().to_vec();
    let sealed =
        app.call_from(label, "revealed_secret", json!({ "publicKey": public_key })).unwrap();
    let bytes = |name: &str| serde_json::from_value::<Vec<u8>>(sealed[name].clone()).unwrap();
    let peer = UnparsedPublicKey::new(&ECDH_P256, bytes("sealedBy"));
    let key = agree_ephemeral(pair, peer, Unspecified, |shared| {
        let derived = Salt::new(HKDF_SHA256, &[]).extract(shared);
        let derived = derived.expand(&[b"Key Desk: a secret for a small window"], &AES_256_GCM)?;
        Ok(LessSafeKey::new(UnboundKey::from(derived)))
    })
    .unwrap();
    let mut text = bytes("text");
    let nonce = Nonce::assume_unique_for_key([0; NONCE_LEN]);
    String::from_utf8(key.open_in_place(nonce, Aad::empty(), &mut text).unwrap().to_vec()).unwrap()
}

fn presenter(on: bool) -> Value {
    json!({ "presenter": {
        "on": on, "textSize": 150, "script": null, "done": [], "step": null, "folded": false
    } })
}

#[test]
fn no_key_leaves_rust_as_long_as_presenter_view_is_on() -> Result<(), Trouble> {
    inside(Desktop::start, "no_key_leaves_rust_as_long_as_presenter_view_is_on", |_| {
        let app = Opened::new();
        let ask =
            json!({ "input": NEW_CLIENT, "country": null, "secondLook": false, "steps": STEPS });
        let made = app.call("request_test_key", ask).unwrap();
        let (key, last_four) = (&made["key"]["id"], made["key"]["lastFour"].as_str().unwrap());

        app.call("keep_presenter", presenter(true)).unwrap();
        let covered = revealed(&app, key, "reveal-1");
        assert_eq!(covered.trim_start_matches('•'), last_four);
        app.call("keep_presenter", presenter(false)).unwrap();
        let shown = revealed(&app, key, "reveal-2");
        assert_eq!(shown.len(), covered.chars().count());
        assert!(shown.ends_with(last_four) && !shown.contains('•'));
        Ok(())
    })
}

#[test]
fn the_first_script_ticks_itself_to_its_end() -> Result<(), Trouble> {
    play(left(r#""on": false"#), async |app| {
        let window = app.window()?;
        window.turn_to("nav-practice").await?;
        window.click("presenter-play-first_key").await?;
        expect_step(window, "begin").await?;
        window.turn_to("nav-home").await?;
        window.click("start-test-key").await?;
        expect_step(window, "number").await?;
        window.click("presenter-fill").await?;
        window.wait_for_text("phone-digits", NEW_CLIENT).await?;
        window.click("continue").await?;
        expect_step(window, "send").await?;
        window.click("send-request").await?;
        expect_step(window, "copy").await?;
        window.click("copy-key").await?;
        expect_step(window, "show").await?;
        let shown = journey::look_at_key(window).await?;
        assert!(shown.starts_with("••••"), "{shown}");
        expect_step(window, "token").await?;
        window.click("get-token").await?;
        expect_step(window, "prove").await?;
        window.click("try-token").await?;
        expect_step(window, "home").await?;
        window.turn_to("nav-home").await?;
        expect_seen(window, "home").await?;
        assert_eq!(ticks(window).await?, STEPS_OF_FIRST_KEY);
        window.click("presenter-forward").await?;
        expect_step(window, "end").await?;

        window.click("presenter-restart").await?;
        expect_step(window, "begin").await?;
        assert!(ticks(window).await?.is_empty());
        window.click("nav-keys").await?;
        window.wait_for_words("No keys yet").await
    })
}

#[test]
fn the_script_of_trouble_ticks_itself_to_its_end() -> Result<(), Trouble> {
    play(left(r#""on": true, "script": "trouble", "step": "invalid""#), async |app| {
        let window = app.window()?;
        for step in ["invalid", "unknown", "several", "daily", "busy", "lost"] {
            expect_step(window, step).await?;
            ask_with_its_number(window).await?;
            expect_seen(window, step).await?;
            window.click("presenter-forward").await?;
        }
        expect_step(window, "again").await?;
        window.click_first_button_of("failure-card").await?;
        expect_seen(window, "again").await?;
        window.click("presenter-forward").await?;
        expect_step(window, "refused").await?;
        ask_with_its_number(window).await?;
        window.click("get-token").await?;
        expect_seen(window, "refused").await
    })
}

#[test]
fn the_script_of_a_year_ticks_itself_to_its_end() -> Result<(), Trouble> {
    play(left(r#""on": true, "script": "year_later", "step": "key""#), async |app| {
        let window = app.window()?;
        expect_step(window, "key").await?;
        ask_with_its_number(window).await?;
        expect_step(window, "token").await?;
        window.click("get-token").await?;
        expect_step(window, "day").await?;
        window.turn_to("nav-practice").await?;
        window.click("practice-pass-day").await?;
        expect_step(window, "year").await?;
        window.click("practice-pass-year").await?;
        expect_step(window, "home").await?;
        window.turn_to("nav-home").await?;
        expect_step(window, "again").await?;
        window.click("to-do-action").await?;
        send(window).await?;
        expect_seen(window, "again").await?;
        window.click("get-token").await?;
        expect_step(window, "now").await?;
        window.click("practice-back-to-now").await?;
        expect_step(window, "end").await
    })
}

#[test]
fn a_script_is_where_it_was_left_after_a_crash() -> Result<(), Trouble> {
    play(presenting(), async |app| {
        let window = app.window()?;
        window.click("start-test-key").await?;
        expect_step(window, "number").await?;
        window.click("presenter-forward").await?;
        expect_step(window, "send").await?;
        until_kept(app, "send").await?;
        app.restart_after_crash().await?;
        let window = app.window()?;
        expect_step(window, "send").await?;
        assert_eq!(ticks(window).await?, ["begin"]);
        Ok(())
    })
}

#[test]
fn presenter_view_is_larger_than_what_the_person_has_set() -> Result<(), Trouble> {
    let settings = format!(r#"{{ "presenter": {{ {BEGUN} }} }}"#);
    play(practice().with_file("settings.json", &settings), async |app| {
        let window = app.window()?;
        window.wait_for("presenter-step").await?;
        let presented = window.run("return window.innerWidth").await?;
        window.tab_to("presenter-leave").await?;
        window.press(Key::Enter).await?;
        window.wait_until_gone("presenter").await?;
        // Fewer letters fit beside each other where they are larger.
        let is_usual = format!("return window.innerWidth > {presented}");
        window.wait_until("the usual text size", &is_usual).await
    })
}

/// Looks for barriers and for what does not fit, in windows of these sizes. Nothing is clicked, so the
/// text may be large.
fn examine(settings: &str, sizes: &[(u32, u32)]) -> Result<(), Trouble> {
    let axe = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/node_modules/axe-core/axe.min.js");
    play(practice().with_file("settings.json", settings), async |app| {
        let window = app.window()?;
        for (wide, high) in sizes {
            window.resize(*wide, *high).await?;
            window.wait_for("presenter-step").await?;
            assert_eq!(window.run(COVERED).await?, json!([]), "{wide}");
            assert_eq!(look_for_overflow(window).await?, Vec::<String>::new(), "{wide}");
            let barriers = look_for_barriers(window, &axe).await?;
            assert_eq!(barriers.found, Vec::<String>::new(), "{wide}");
        }
        Ok(())
    })
}

#[test]
fn the_script_has_no_barriers_and_fits_beside_or_below_the_page() -> Result<(), Trouble> {
    let settings = format!(r#"{{ "theme": "light", "presenter": {{ {BEGUN} }} }}"#);
    examine(&settings, &[(1920, 1080), (1280, 800), (1080, 760), (880, 600)])
}

#[test]
fn the_script_has_no_barriers_and_fits_in_the_dark_in_ukrainian_at_200_percent()
-> Result<(), Trouble> {
    let settings = format!(
        r#"{{ "theme": "dark", "language": "uk", "presenter": {{ "textSize": 200, {BEGUN} }} }}"#
    );
    examine(&settings, &[(1280, 800), (1080, 760)])
}

/// 320 CSS pixels (WCAG 2.2, 1.4.10).
#[test]
fn the_script_fits_at_400_percent() -> Result<(), Trouble> {
    let settings = format!(r#"{{ "presenter": {{ "textSize": 400, {BEGUN} }} }}"#);
    examine(&settings, &[(1280, 1024)])
}

#[test]
fn the_script_is_used_by_keyboard_alone() -> Result<(), Trouble> {
    play(presenting(), async |app| {
        let window = app.window()?;
        window.tab_to("presenter-forward").await?;
        window.press(Key::Enter).await?;
        expect_step(window, "number").await?;
        window.tab_to("presenter-fold").await?;
        window.press(Key::Enter).await?;
        window.wait_until_gone("presenter-step").await?;
        window.press(Key::Enter).await?;
        expect_step(window, "number").await
    })
}

#[test]
fn what_is_typed_is_not_shown_in_presenter_view() -> Result<(), Trouble> {
    play(presenting(), async |app| {
        let window = app.window()?;
        window.turn_to("nav-keys").await?;
        window.turn_to("bring-in-key").await?;
        window.click("type-key").await?;
        window
            .visit_second_window(async |small| {
                small.wait_for("entered-key").await?;
                assert!(!small.shows("show-typed").await?);
                // The click has no answer, for its window is gone; that it is gone is waited for.
                let _ = small.click("close-enter").await;
                Ok(())
            })
            .await
    })
}

/// Looks again and again: a file doesn't tell when it is written.
async fn until_kept(app: &App, step: &str) -> Result<(), Trouble> {
    let settings = app.data_folder().join("settings.json");
    let begun = Instant::now();
    loop {
        let kept: Value = serde_json::from_str(&std::fs::read_to_string(&settings)?).unwrap();
        if kept["presenter"]["step"] == step {
            return Ok(());
        }
        assert!(begun.elapsed() < PATIENCE, "not kept: {kept}");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// Has the script fill in the number of its step, and sends it.
async fn ask_with_its_number(window: &Window) -> Result<(), Trouble> {
    window.click("presenter-fill").await?;
    send(window).await
}

/// From the page with the number to the request.
async fn send(window: &Window) -> Result<(), Trouble> {
    window.wait_for("phone-digits").await?;
    window.click("continue").await?;
    window.click("send-request").await
}

async fn expect_step(window: &Window, step: &str) -> Result<(), Trouble> {
    window.wait_for_attribute("presenter-step", "data-step", step).await
}

/// Waits until this step has happened and is spoken about.
async fn expect_seen(window: &Window, step: &str) -> Result<(), Trouble> {
    window.wait_for_attribute("presenter-step", "data-seen", "true").await?;
    expect_step(window, step).await
}

/// The steps that are ticked.
async fn ticks(window: &Window) -> Result<Vec<String>, Trouble> {
    let ticked = window
        .run(
            "return [...document.querySelectorAll('[data-testid=presenter-mark][data-done=true]')]
            .map((mark) => mark.dataset.step)",
        )
        .await?;
    Ok(serde_json::from_value(ticked).unwrap())
}
