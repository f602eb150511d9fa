//! Handing a key over: the programs that the recipient has must read what the app writes.
//!
//! The tests that run these programs run on Linux, where `cargo xtask test` installs them.

#[cfg(target_os = "linux")]
mod curl;
mod files;
mod key_request;
#[cfg(target_os = "linux")]
mod pdf;
mod receipt;
mod receivers;
mod recipient_key;
mod seal;

use keydesk_core::hand_over::{FileRequest, RenderedFile, receiver_info};
use keydesk_core::model::{
    ApiEnvironment, FileProblem, HandOverFile, Receiver, ReceiverInfo, SenderFacts,
};
use keydesk_core::secret::ApiKey;

const KEY: &str = "99dde7bdce11414efc2f1c10ddbfd42da8ce4bf2";

/// Every sign that means something to a shell, a query or a quoted text.
#[cfg(target_os = "linux")]
const NASTY_KEY: &str = r#"-a"b\c&d#e%41f+g{[h]}$x`!*?;|<>(~=^@,:'"#;

const FILES_WITH_VALUE: [HandOverFile; 5] = [
    HandOverFile::Env,
    HandOverFile::PostmanEnvironment,
    HandOverFile::Bruno,
    HandOverFile::HttpFile,
    HandOverFile::CurlConfig,
];

fn api_key(text: &str) -> ApiKey {
    ApiKey::new(text.to_owned()).unwrap()
}

fn info(receiver: Receiver) -> ReceiverInfo {
    receiver_info(receiver).unwrap()
}

fn render(
    receiver: &ReceiverInfo,
    environment: ApiEnvironment,
    file: HandOverFile,
    key: Option<&ApiKey>,
) -> Result<Vec<RenderedFile>, FileProblem> {
    let comments = ["Keep the key out of a browser bundle.\nNo \"Bearer\".".to_owned()];
    let request = FileRequest {
        receiver,
        environment,
        base_url: "https://api-stage.novapost.pl/v.1.0/",
        facts: &SenderFacts::default(),
        comments: &comments,
    };
    request.render(file, key)
}

/// What a program writes to standard output, given a text as standard input. It has no terminal that it could ask.
#[cfg(target_os = "linux")]
fn output(program: &str, arguments: &[&str], input: &str) -> String {
    use std::io::Write;
    use std::process::{Command, Stdio};

    let mut child = Command::new("setsid")
        .args(["--wait", program])
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A program that needs no input may have closed it.
    drop(child.stdin.take().unwrap().write_all(input.as_bytes()));
    let output = child.wait_with_output().unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{program}: {}\n{errors}", output.status);
    String::from_utf8(output.stdout).unwrap()
}
