//! Presenter view over the commands of the app.

use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use aws_lc_rs::agreement::{ECDH_P256, EphemeralPrivateKey, UnparsedPublicKey, agree_ephemeral};
use aws_lc_rs::error::Unspecified;
use aws_lc_rs::hkdf::{HKDF_SHA256, Salt};
use aws_lc_rs::rand::SystemRandom;
use serde_json::{Value, json};
use test_driver::flows::NEW_CLIENT;
use test_driver::{Desktop, Error};

use crate::own_desktop::on_desktop;
use crate::test_app::{STEPS, TestApp};

/// Opens the popup window that shows the key, and decrypts what it gets as that window does. Gives the text, and
/// whether the window is told that the key is covered.
fn revealed(app: &TestApp, key: &Value, label: &str) -> (String, bool) {
    app.call("show_key", json!({ "key": key, "steps": STEPS })).unwrap();
    let (shown, told) = shown_in(app, label);
    (shown, told["isCovered"].as_bool().unwrap())
}

/// Decrypts what a popup window gets, as that window does. Gives the text, and what the window is told of it.
pub(crate) fn shown_in(app: &TestApp, label: &str) -> (String, Value) {
    let pair = EphemeralPrivateKey::generate(&ECDH_P256, &SystemRandom::new()).unwrap();
    let public_key = pair.compute_public_key().unwrap().as_ref().to_vec();
    let revealed =
        app.call_from(label, "reveal_secret", json!({ "publicKey": public_key })).unwrap();
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
    (String::from_utf8(opened).unwrap(), revealed)
}

pub(crate) fn presenter(on: bool) -> Value {
    json!({ "presenter": {
        "on": on, "textSize": 150, "script": null, "done": [], "step": null, "folded": false
    } })
}

#[test]
fn in_presenter_view_no_key_leaves_rust() -> Result<(), Error> {
    on_desktop(Desktop::start, |_| {
        let app = TestApp::new();
        let ask =
            json!({ "input": NEW_CLIENT, "country": null, "secondLook": false, "steps": STEPS });
        let made = app.call("request_test_key", ask).unwrap();
        let (key, last_four) = (&made["key"]["id"], made["key"]["lastFour"].as_str().unwrap());

        app.call("save_presenter", presenter(true)).unwrap();
        let (covered, is_covered) = revealed(&app, key, "reveal-1");
        assert!(is_covered);
        assert_eq!(covered.trim_start_matches('•'), last_four);
        app.call("save_presenter", presenter(false)).unwrap();
        let (shown, is_covered) = revealed(&app, key, "reveal-2");
        assert!(!is_covered);
        assert_eq!(shown.len(), covered.chars().count());
        assert!(shown.ends_with(last_four) && !shown.contains('•'));
        Ok(())
    })
}
