//! Presenter view: what many see is large and no secret, and a script that is played ticks itself.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic: that is how it fails")]

mod fits;
mod scripts;
#[path = "../support/mod.rs"]
mod support;

use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use aws_lc_rs::agreement::{ECDH_P256, EphemeralPrivateKey, UnparsedPublicKey, agree_ephemeral};
use aws_lc_rs::error::Unspecified;
use aws_lc_rs::hkdf::{HKDF_SHA256, Salt};
use aws_lc_rs::rand::SystemRandom;
use serde_json::{Value, json};
use support::opened::{Opened, STEPS};
use test_driver::journey::NEW_CLIENT;
use test_driver::{Desktop, Error, Key, Launch, inside, play};

const BEGUN: &str = r#""on": true, "script": "first_key", "step": "begin""#;

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

/// Has the key shown, and reads what the small window is given, as that window does; and whether it is
/// told that the key is covered.
fn revealed(app: &Opened, key: &Value, label: &str) -> (String, bool) {
    app.call("show_key", json!({ "key": key, "steps": STEPS })).unwrap();
    let pair = EphemeralPrivateKey::generate(&ECDH_P256, &SystemRandom::new()).unwrap();
    let public_key = pair.compute_public_key().unwrap().as_ref().to_vec();
    let revealed =
        app.call_from(label, "revealed_secret", json!({ "publicKey": public_key })).unwrap();
    let sealed = &revealed["secret"];
    let bytes = |name: &str| serde_json::from_value::<Vec<u8>>(sealed[name].clone()).unwrap();
    let peer = UnparsedPublicKey::new(&ECDH_P256, bytes("sealedBy"));
    let key = agree_ephemeral(pair, peer, Unspecified, |shared| {
        let derived = Salt::new(HKDF_SHA256, &[]).extract(shared);
        let derived = derived.expand(&[b"Key Desk: a secret for a popup window"], &AES_256_GCM)?;
        Ok(LessSafeKey::new(UnboundKey::from(derived)))
    })
    .unwrap();
    let mut text = bytes("text");
    let nonce = Nonce::assume_unique_for_key([0; NONCE_LEN]);
    let opened = key.open_in_place(nonce, Aad::empty(), &mut text).unwrap().to_vec();
    (String::from_utf8(opened).unwrap(), revealed["isCovered"].as_bool().unwrap())
}

fn presenter(on: bool) -> Value {
    json!({ "presenter": {
        "on": on, "textSize": 150, "script": null, "done": [], "step": null, "folded": false
    } })
}

#[test]
fn no_key_leaves_rust_as_long_as_presenter_view_is_on() -> Result<(), Error> {
    inside(Desktop::start, "no_key_leaves_rust_as_long_as_presenter_view_is_on", |_| {
        let app = Opened::new();
        let ask =
            json!({ "input": NEW_CLIENT, "country": null, "secondLook": false, "steps": STEPS });
        let made = app.call("request_test_key", ask).unwrap();
        let (key, last_four) = (&made["key"]["id"], made["key"]["lastFour"].as_str().unwrap());

        app.call("keep_presenter", presenter(true)).unwrap();
        let (covered, is_covered) = revealed(&app, key, "reveal-1");
        assert!(is_covered);
        assert_eq!(covered.trim_start_matches('•'), last_four);
        app.call("keep_presenter", presenter(false)).unwrap();
        let (shown, is_covered) = revealed(&app, key, "reveal-2");
        assert!(!is_covered);
        assert_eq!(shown.len(), covered.chars().count());
        assert!(shown.ends_with(last_four) && !shown.contains('•'));
        Ok(())
    })
}

#[test]
fn presenter_view_is_larger_than_what_the_person_has_set() -> Result<(), Error> {
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

#[test]
fn what_is_typed_is_not_shown_in_presenter_view() -> Result<(), Error> {
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
