//! What a developer gets, in the programs that read it: a key of practice is handed over, and each program gets a token
//! with it from the simulator.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use keydesk_core::hand_over::{FileRequest, receipt_commands, receiver_info};
use keydesk_core::model::{ApiEnvironment, HandOverFile, ReceiptTool, Receiver, SenderFacts};
use keydesk_core::secret::ApiKey;
use serde_json::{Value, json};
use test_driver::flows::NEW_CLIENT;
use test_driver::{Desktop, Error};

use crate::own_desktop::on_desktop;
use crate::presenter::shown_in;
use crate::test_app::{STEPS, TestApp};

/// The programs of receivers.
fn programs() -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/receivers");
    let installed = folder.join("node_modules").is_dir();
    assert!(installed, "`npm install` in tests/receivers is missing; cargo xtask test does it");
    folder
}

/// A key of practice, and the files that are made of it.
struct HandedOver<'a> {
    app: &'a TestApp,
    key: Value,
    secret: String,
}

impl<'a> HandedOver<'a> {
    fn new(app: &'a TestApp) -> Self {
        let ask =
            json!({ "input": NEW_CLIENT, "country": null, "secondLook": false, "steps": STEPS });
        let key = app.call("request_test_key", ask).unwrap()["key"]["id"].clone();
        app.call("show_key", json!({ "key": key, "steps": STEPS })).unwrap();
        Self { app, key, secret: shown_in(app, "reveal-1").0 }
    }

    /// The file or the folder with the key for this receiver.
    fn file(&self, receiver: &str, file: &str) -> PathBuf {
        let start = json!({ "key": self.key, "receiver": receiver, "recipient": "Oleh" });
        let id = self.app.call("start_hand_over", start).unwrap()["id"].clone();
        let save = json!({
            "handOver": id, "file": file, "comments": ["For Oleh: it's \"secret\""],
            "name": format!("{receiver}-{file}"), "withValue": true, "inSynchronizedFolder": false,
            "steps": STEPS,
        });
        let saved = self.app.call("save_hand_over_file", save).unwrap();
        assert_eq!(saved["is"], "saved", "{saved}");
        Path::new(saved["folder"].as_str().unwrap()).join(saved["file"].as_str().unwrap())
    }

    /// What a program printed that succeeded, without the key.
    fn said(&self, program: &mut Command) -> String {
        let Output { status, stdout, stderr } = program.output().unwrap();
        let text =
            [stdout, stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).concat();
        assert!(status.success(), "{}", text.replace(&self.secret, "(the key)"));
        text
    }
}

#[test]
fn bruno_gets_a_token_with_its_collection_and_uses_it() -> Result<(), Error> {
    on_desktop(Desktop::start, |_| {
        let app = TestApp::new();
        let handed_over = HandedOver::new(&app);
        let folder = handed_over.file("own_code", "bruno");
        let bru = programs().join("node_modules/.bin/bru");
        let mut run = Command::new(bru);
        run.args(["run", "--env", "sandbox"]).current_dir(folder);
        let said = handed_over.said(&mut run);
        assert!(said.contains("authorize") && said.contains("currencies"), "{said}");
        Ok(())
    })
}

#[test]
fn postman_gets_a_token_with_its_environment_and_uses_it() -> Result<(), Error> {
    on_desktop(Desktop::start, |_| {
        let app = TestApp::new();
        let handed_over = HandedOver::new(&app);
        let environment = handed_over.file("postman", "postman_environment");
        let programs = programs();
        let mut run = Command::new(programs.join("node_modules/.bin/newman"));
        run.arg("run").arg(programs.join("postman_collection.json"));
        run.arg("--environment").arg(environment).args(["--reporters", "json"]);
        let report = tempfile::NamedTempFile::new().unwrap();
        run.arg("--reporter-json-export").arg(report.path());
        handed_over.said(&mut run);
        let report: Value = serde_json::from_reader(report.reopen().unwrap()).unwrap();
        assert_eq!(
            report["run"]["stats"]["assertions"],
            json!({ "total": 2, "pending": 0, "failed": 0 })
        );
        Ok(())
    })
}

/// What the SDKs read from `.env` in this folder: first as Node.js programs do, then as PHP programs do.
fn read_by_sdks(folder: &Path) -> Vec<Value> {
    let read = |program: &str, script: &str| -> Value {
        let run = Command::new(program).arg(programs().join(script)).arg(folder).output().unwrap();
        assert!(run.status.success(), "{program} can't read the file");
        serde_json::from_slice(&run.stdout).unwrap()
    };
    let mut all = read("node", "read-env.mjs").as_array().unwrap().clone();
    if cfg!(target_os = "linux") {
        all.push(read("php", "read-env.php"));
    }
    all
}

#[test]
fn the_sdks_read_their_file() -> Result<(), Error> {
    on_desktop(Desktop::start, |_| {
        let app = TestApp::new();
        let handed_over = HandedOver::new(&app);
        let file = handed_over.file("sdk", "env");
        // Both read a file of this name only.
        let folder = tempfile::tempdir().unwrap();
        fs::copy(file, folder.path().join(".env")).unwrap();
        let expected = json!({ "key": handed_over.secret, "isSandbox": true });
        assert!(read_by_sdks(folder.path()).iter().all(|read| *read == expected));
        Ok(())
    })
}

/// In PHP the text `false` is true.
#[test]
fn the_sdks_do_not_send_a_production_key_to_the_sandbox() {
    let key = ApiKey::new("99dde7bdce11414efc2f1c10ddbfd42da8ce4bf2".to_owned()).unwrap();
    let request = FileRequest {
        receiver: &receiver_info(Receiver::Sdk).unwrap(),
        environment: ApiEnvironment::Production,
        base_url: "https://api.novapost.com/v.1.0/",
        facts: &SenderFacts::default(),
        comments: &[],
    };
    let files = request.render(HandOverFile::Env, Some(&key)).unwrap();
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join(".env"), files[0].expose()).unwrap();
    let expected = json!({ "key": key.expose(), "isSandbox": false });
    for read in read_by_sdks(folder.path()) {
        assert_eq!(read, expected);
    }
}

/// What age in TypeScript finds in a sealed text. `opens`: the identity or the passphrase.
#[cfg(target_os = "linux")]
fn opened_by_age_in_typescript(sealed: &Value, opens: &[&str]) -> String {
    let mut open = Command::new("node");
    open.arg(programs().join("open-sealed.mjs")).args(opens);
    let mut open = open.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let text = sealed["text"].as_str().unwrap();
    open.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    let output = open.wait_with_output().unwrap();
    assert!(output.status.success(), "age in TypeScript can't open it");
    String::from_utf8(output.stdout).unwrap()
}

#[cfg(target_os = "linux")]
#[test]
fn another_implementation_of_age_opens_what_was_sealed() -> Result<(), Error> {
    on_desktop(Desktop::start, |_| {
        let app = TestApp::new();
        let handed_over = HandedOver::new(&app);
        let start = json!({ "key": handed_over.key, "receiver": "sdk", "recipient": "Oleh" });
        let id = app.call("start_hand_over", start).unwrap()["id"].clone();

        let identity = Command::new("age-keygen").output().unwrap();
        let identity = String::from_utf8(identity.stdout).unwrap();
        let after = |start: &str| {
            let line = identity.lines().find_map(|line| line.strip_prefix(start));
            line.unwrap().to_owned()
        };
        let public_key = after("# public key: ");
        let secret_key = format!("AGE-SECRET-KEY-{}", after("AGE-SECRET-KEY-"));
        let seal = json!({ "handOver": id, "publicKey": public_key, "steps": STEPS });
        let sealed = app.call("seal_key", seal).unwrap();
        assert!(opened_by_age_in_typescript(&sealed, &[&secret_key]) == handed_over.secret);

        let seal = json!({ "handOver": id, "steps": STEPS });
        let sealed = app.call("seal_key_with_passphrase", seal).unwrap();
        let (passphrase, _) = shown_in(&app, "reveal-2");
        let opened = opened_by_age_in_typescript(&sealed, &["--passphrase", &passphrase]);
        assert!(opened == handed_over.secret);
        Ok(())
    })
}

/// No PowerShell runs in the tests.
#[test]
fn the_line_for_powershell_is_powershell() {
    let commands = receipt_commands("molibeta");
    let lines = commands.iter().filter(|command| command.tool == ReceiptTool::PowerShell);
    let lines = lines.map(|command| command.line.as_str()).collect::<Vec<_>>().join("\n");
    let check = |lines: &str| {
        let mut check = Command::new("node");
        // Optimizing the grammar's code takes half a minute, using it takes none.
        check.arg("--liftoff-only").arg(programs().join("powershell-syntax.mjs"));
        let mut check = check.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        check.stdin.take().unwrap().write_all(lines.as_bytes()).unwrap();
        let output = check.wait_with_output().unwrap();
        (output.status.success(), String::from_utf8(output.stdout).unwrap())
    };
    assert_eq!(check(&lines), (true, "1 lines, 0 with errors\n".to_owned()));
    assert!(!check(&lines.replacen(')', "", 1)).0, "the check finds nothing");
}
