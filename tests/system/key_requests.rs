//! A developer's request for a key: the program that prints one, the page of practice that makes one, and the app that
//! reads both.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use keydesk_practice::{Options, Practice};
use serde_json::{Value, json};
use test_driver::{Desktop, Error};

use crate::own_desktop::on_desktop;
use crate::test_app::TestApp;

const PUBLIC_KEY: &str = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p";

fn request(folder: &Path, more: &[&str]) -> Output {
    let key = folder.join("key.pub");
    fs::write(&key, format!("{PUBLIC_KEY}\n")).unwrap();
    Command::new(env!("CARGO_BIN_EXE_keydesk"))
        .args(["request", "--name", "Oleh Koval", "--system", "sdk", "--public-key"])
        .arg(key)
        .args(more)
        .env("KEYDESK_HOME", folder.join("home"))
        .env("LANG", "en_US.UTF-8")
        .output()
        .unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn checked(app: &TestApp, text: &str) -> Value {
    app.call("check_key_request", json!({ "text": text })).unwrap()["found"].clone()
}

#[test]
fn the_program_prints_a_request_that_the_app_reads() -> Result<(), Error> {
    let folder = tempfile::tempdir()?;
    let printed = request(folder.path(), &["--environment", "sandbox", "--need", "tax_code"]);
    let (out, err) = (text(&printed.stdout), text(&printed.stderr));
    assert!(printed.status.success(), "{err}");
    assert!(err.contains("resist receive panther train"), "{err}");
    let email = request(folder.path(), &["--environment", "sandbox", "--email", "--note", "Soon"]);
    assert!(text(&email.stdout).starts_with("-----BEGIN KEY REQUEST-----\n{"));
    // A command needs no window and no data folder.
    assert!(!folder.path().join("home").exists());
    on_desktop(Desktop::start, |_| {
        let app = TestApp::new();
        let found = checked(&app, &out);
        assert_eq!(found["request"]["name"], "Oleh Koval");
        assert_eq!(found["request"]["needs"], json!(["tax_code"]));
        assert_eq!(found["words"], json!(["resist", "receive", "panther", "train"]));
        assert_eq!(checked(&app, &text(&email.stdout))["request"]["note"], "Soon");
        Ok(())
    })
}

#[test]
fn the_program_says_what_is_wrong_with_a_request_and_prints_none() {
    let folder = tempfile::tempdir().unwrap();
    for (more, said) in [
        (&["--environment", "moon"][..], "environment"),
        (
            &["--environment", "sandbox", "--note", "99dde7bdce11414efc2f1c10ddbfd42da8ce4bf2"],
            "Nova Post key",
        ),
        (&["--environment", "ukraine"], "does not take such a key"),
        (&[], "--environment"),
    ] {
        let refused = request(folder.path(), more);
        assert_eq!(refused.status.code(), Some(2), "{more:?}");
        assert_eq!(text(&refused.stdout), "", "{more:?}");
        assert!(text(&refused.stderr).contains(said), "{more:?}: {}", text(&refused.stderr));
        assert!(!text(&refused.stderr).contains("4bf2"));
    }
}

/// Practice and core compute the words each for itself.
#[test]
fn the_app_reads_the_request_that_practice_makes_and_shows_the_same_words() -> Result<(), Error> {
    let runtime = tokio::runtime::Runtime::new()?;
    let page = runtime.block_on(async {
        let practice = Practice::start(Options::default()).await.unwrap();
        let base: url::Url = practice.base_url().parse().unwrap();
        let origin = base.origin().ascii_serialization();
        let client = reqwest::Client::builder().no_proxy().build().unwrap();
        let kind = "application/x-www-form-urlencoded";
        let form = client
            .post(format!("{origin}/key-request"))
            .header("Origin", &origin)
            .header("Content-Type", kind)
            .body("name=Oleh+%3CKoval%3E&environment=ukraine");
        form.send().await.unwrap().text().await.unwrap()
    });
    let shown = |testid: &str| {
        let after = page.split(&format!("data-testid=\"{testid}\">")).nth(1).unwrap();
        let text = after.split('<').next().unwrap();
        text.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">")
    };
    on_desktop(Desktop::start, |_| {
        let app = TestApp::new();
        let found = checked(&app, &shown("request"));
        assert_eq!(found["request"]["name"], "Oleh <Koval>");
        assert_eq!(found["request"]["environment"], "ukraine");
        let words: Vec<&str> =
            found["words"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
        assert_eq!(words.join(" "), shown("words"));
        Ok(())
    })
}
