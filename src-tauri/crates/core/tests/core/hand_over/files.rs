//! The files of a hand-over.

use keydesk_core::hand_over::{FileRequest, RenderedFile};
use keydesk_core::model::{
    ApiEnvironment, FieldValue, FileProblem, HandOverFile, Receiver, ReceiverField, ReceiverInfo,
    SenderFacts,
};
use serde_json::Value;

use super::{FILES_WITH_VALUE, KEY, api_key, info, render};

const SANDBOX: ApiEnvironment = ApiEnvironment::Sandbox;

/// Values of ten variables, in the order of [`names`].
fn facts(values: &[&str; 10]) -> SenderFacts {
    let [
        company,
        tax_code,
        payer_contract,
        sender_name,
        phone,
        email,
        country,
        city,
        division,
        address,
    ] = values.map(str::to_owned);
    SenderFacts {
        company,
        tax_code,
        payer_contract,
        sender_name,
        phone,
        email,
        country,
        city,
        division,
        address,
    }
}

/// A receiver that wants every fact in `.env`, as `V0` to `V9`.
fn wants_all_facts() -> ReceiverInfo {
    let values = [
        FieldValue::CompanyName,
        FieldValue::TaxCode,
        FieldValue::PayerContract,
        FieldValue::SenderName,
        FieldValue::SenderPhone,
        FieldValue::SenderEmail,
        FieldValue::SenderCountry,
        FieldValue::SenderCity,
        FieldValue::SenderDivision,
        FieldValue::SenderAddress,
    ];
    let fields = values.into_iter().enumerate();
    ReceiverInfo {
        fields: fields
            .map(|(at, value)| ReceiverField { name: Some(format!("V{at}")), value })
            .collect(),
        ..info(Receiver::OwnCode)
    }
}

fn render_facts(file: HandOverFile, values: &[&str; 10]) -> Result<Vec<RenderedFile>, FileProblem> {
    let request = FileRequest {
        receiver: &wants_all_facts(),
        environment: SANDBOX,
        base_url: "https://api-stage.novapost.pl/v.1.0/",
        facts: &facts(values),
        comments: &[],
    };
    request.render(file, None)
}

fn text_of<'a>(files: &'a [RenderedFile], path: &str) -> &'a str {
    let file = files.iter().find(|file| file.path == path);
    file.unwrap_or_else(|| panic!("no {path} in {files:?}")).expose()
}

fn with_key(
    receiver: Receiver,
    environment: ApiEnvironment,
    file: HandOverFile,
) -> Vec<RenderedFile> {
    render(&info(receiver), environment, file, Some(&api_key(KEY))).unwrap()
}

#[test]
fn each_receiver_gets_the_names_that_it_uses() {
    let url = "https://api-stage.novapost.pl/v.1.0/";
    let comments = "# Keep the key out of a browser bundle.\n# No \"Bearer\".\n";
    for (receiver, environment, lines) in [
        (Receiver::OwnCode, SANDBOX, format!("NOVA_POST_API_KEY={KEY}\nNOVA_POST_API_URL={url}\n")),
        (Receiver::OwnCodeUkraine, ApiEnvironment::Ukraine, format!("NOVA_POSHTA_API_KEY={KEY}\n")),
        (Receiver::Sdk, SANDBOX, format!("API_KEY={KEY}\nUSE_SANDBOX=true\n")),
        (Receiver::Sdk, ApiEnvironment::Production, format!("API_KEY={KEY}\nUSE_SANDBOX=0\n")),
    ] {
        let files = with_key(receiver, environment, HandOverFile::Env);
        assert_eq!(text_of(&files, ".env"), format!("{comments}{lines}"));
    }
}

#[test]
fn a_file_without_the_value_has_no_key_and_says_so() {
    let receiver = info(Receiver::OwnCode);
    for file in FILES_WITH_VALUE.into_iter().chain([HandOverFile::EnvExample]) {
        let files = render(&receiver, SANDBOX, file, None).unwrap();
        assert!(files.iter().all(|file| !file.has_key), "{files:?}");
    }
    let example = render(&receiver, SANDBOX, HandOverFile::EnvExample, None).unwrap();
    assert!(text_of(&example, ".env.example").contains("\nNOVA_POST_API_KEY=\n"));
}

#[test]
fn only_the_marked_file_has_the_key() {
    for file in FILES_WITH_VALUE {
        let files = with_key(Receiver::OwnCode, SANDBOX, file);
        for file in &files {
            assert_eq!(file.expose().contains(KEY), file.has_key, "{file:?}");
        }
        assert_eq!(files.iter().filter(|file| file.has_key).count(), 1, "{files:?}");
        assert!(!format!("{files:?}").contains(KEY));
    }
}

#[test]
fn a_sheet_and_an_example_never_get_the_key() {
    let key = api_key(KEY);
    for file in [HandOverFile::EnvExample, HandOverFile::SheetText, HandOverFile::SheetPdf] {
        let made = render(&info(Receiver::OwnCode), SANDBOX, file, Some(&key));
        assert!(made.is_err(), "{file:?}");
    }
}

#[test]
fn a_receiver_gets_no_file_and_no_environment_that_it_can_not_use() {
    let no_file =
        render(&info(Receiver::Shopify), ApiEnvironment::Production, HandOverFile::Env, None);
    assert_eq!(no_file.unwrap_err(), FileProblem::NotForReceiver);
    let no_environment =
        render(&info(Receiver::Sdk), ApiEnvironment::Ukraine, HandOverFile::Env, None);
    assert_eq!(no_environment.unwrap_err(), FileProblem::NotForReceiver);
}

#[test]
fn an_environment_for_postman_has_a_secret_and_never_a_variable_jwt() {
    for receiver in Receiver::ALL.map(info) {
        if !receiver.files.contains(&HandOverFile::PostmanEnvironment) {
            continue;
        }
        for key in [None, Some(&api_key(KEY))] {
            let files = render(&receiver, SANDBOX, HandOverFile::PostmanEnvironment, key).unwrap();
            let text = text_of(&files, "nova-post-sandbox.postman_environment.json");
            let environment: Value = serde_json::from_str(text).unwrap();
            assert_eq!(environment["_postman_variable_scope"], "environment");
            let variables = environment["values"].as_array().unwrap();
            assert!(variables.iter().all(|variable| variable["key"] != "jwt"), "{text}");
            let secret = variables.iter().find(|variable| variable["type"] == "secret").unwrap();
            assert_eq!(secret["value"], key.map_or("", |_| KEY));
        }
    }
}

#[test]
fn the_environments_of_http_files_are_json_of_one_name() {
    let files = with_key(Receiver::OwnCode, SANDBOX, HandOverFile::HttpFile);
    let json = |path| serde_json::from_str::<Value>(text_of(&files, path)).unwrap();
    let address = &json("http-client.env.json")["sandbox"]["baseUrl"];
    assert_eq!(address, "https://api-stage.novapost.pl/v.1.0");
    assert_eq!(json("http-client.private.env.json")["sandbox"]["apiKey"], KEY);
}

#[test]
fn a_text_that_would_begin_another_line_is_refused() {
    for broken in ["two\nlines", "two\rlines", "a\u{85}b", "a\0b"] {
        let mut values = ["x"; 10];
        values[3] = broken;
        for file in [HandOverFile::Env, HandOverFile::PostmanEnvironment] {
            let problem = render_facts(file, &values).unwrap_err();
            assert_eq!(problem, FileProblem::UnsupportedText { value: FieldValue::SenderName });
        }
    }
}

#[test]
fn a_value_that_programs_read_in_different_ways_is_refused_in_env_only() {
    let mut values = ["x"; 10];
    values[0] = "ТОВ \"Об'єднання\"";
    let problem = render_facts(HandOverFile::Env, &values).unwrap_err();
    assert_eq!(problem, FileProblem::UnsupportedText { value: FieldValue::CompanyName });
    let files = render_facts(HandOverFile::PostmanEnvironment, &values).unwrap();
    let environment: Value = serde_json::from_str(files[0].expose()).unwrap();
    assert_eq!(environment["values"][0]["value"], values[0]);
}

/// Values that have to be the same text for every program that reads `.env`.
#[cfg(target_os = "linux")]
const NASTY_VALUES: [[&str; 10]; 3] = [
    [
        "Nova \"Best\" GmbH",
        "$HOME",
        "a # comment",
        "#hash",
        "  spaces  ",
        "O'Neill",
        "Київ, вул. Хрещатик 1",
        "back\\slash\\n",
        "`date`",
        "$(date)",
    ],
    [
        "a=b",
        "\"quoted\"",
        "",
        "100%",
        "a;b&c|d",
        "~/x",
        "*",
        "!!",
        "{a,b}",
        "https://api-stage.novapost.pl/v.1.0/?a=1&b=2",
    ],
    [
        "Об'єднання",
        "it's; #1",
        "${x}",
        "\\",
        "a\\",
        "+48 600 100 200",
        "o@firma.example",
        "ß€😀",
        "\u{a0}",
        "a\\\"b",
    ],
];

#[cfg(target_os = "linux")]
#[test]
fn a_shell_and_node_read_env_as_it_was_meant() {
    for values in &NASTY_VALUES {
        let folder = tempfile::tempdir().unwrap();
        let files = render_facts(HandOverFile::Env, values).unwrap();
        let path = folder.path().join(".env");
        std::fs::write(&path, text_of(&files, ".env")).unwrap();
        let path = path.to_str().unwrap();

        let names: Vec<String> = (0..10).map(|at| format!("\"$V{at}\"")).collect();
        let script = format!(". '{path}'; printf '%s\\0' {}", names.join(" "));
        let by_shell = super::output("sh", &["-c", &script], "");
        let script =
            "for (let i = 0; i < 10; i++) process.stdout.write(process.env['V' + i] + '\\0')";
        let file = format!("--env-file={path}");
        let by_node = super::output("node", &[&file, "-e", script], "");

        for (program, read) in [("sh", by_shell), ("node", by_node)] {
            let read: Vec<&str> = read.trim_end_matches('\0').split('\0').collect();
            assert_eq!(read, values, "{program}");
        }
    }
}
