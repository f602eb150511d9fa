//! The page with which a developer makes a request for a key.

use serde_json::Value;

use super::Browser;

const PATH: &str = "/key-request";

#[tokio::test]
async fn a_request_has_a_new_public_key_and_its_private_key_opens_what_is_sealed_to_it() {
    let browser = Browser::new().await;
    assert!(browser.open("/").await.has("href=\"/key-request\""));
    let fields = [("name", "Oleh \"Koval\""), ("environment", "production")];
    let mut keys = Vec::new();
    for _ in 0..2 {
        let page = browser.send(PATH, &fields).await;
        assert_eq!(page.status, 200);
        let shown = |testid: &str| {
            let start = page.html.split(&format!("data-testid=\"{testid}\">")).nth(1).unwrap();
            start.split('<').next().unwrap().replace("&quot;", "\"")
        };
        let email = shown("request");
        let json = email.split("-----").nth(2).unwrap();
        let request: Value = serde_json::from_str(json).unwrap();
        assert_eq!(request["keyRequest"], 1);
        assert_eq!(
            (&request["name"], &request["environment"]),
            (&"Oleh \"Koval\"".into(), &"production".into())
        );
        let private: age::x25519::Identity = shown("private-key").parse().unwrap();
        assert_eq!(request["publicKey"], private.to_public().to_string());
        assert_eq!(shown("words").split(' ').count(), 4);
        assert!(page.has("PRACTICE") && page.has("download=\"practice.keyrequest\""));
        keys.push(request["publicKey"].clone());
    }
    assert_ne!(keys[0], keys[1]);
}

#[tokio::test]
async fn a_request_without_a_name_or_an_environment_says_what_is_missing() {
    let browser = Browser::new().await;
    let page = browser.send(PATH, &[("environment", "sandbox")]).await;
    assert!(
        page.has("Type a name of at most 80 characters.") && !page.has("data-testid=\"request\"")
    );
    let page = browser.send(PATH, &[("name", "Oleh"), ("environment", "moon")]).await;
    assert!(page.has("Choose a kind of key.") && !page.has("data-testid=\"request\""));
    let page = browser.send(PATH, &[("name", "<b>\u{202e}"), ("environment", "sandbox")]).await;
    assert!(page.has("&lt;b&gt;") && !page.has("\u{202e}") && !page.has("<b>"));
}
