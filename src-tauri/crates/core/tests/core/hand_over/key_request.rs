//! A developer's request for a key, as people send it, and as somebody sends it who means harm.

use serde_json::{Value, json};

use keydesk_core::hand_over::{
    read_key_request, read_key_request_file, write_key_request, write_key_request_for_email,
};
use keydesk_core::model::{
    ApiEnvironment, KeyRequest, KeyRequestProblem as Problem, Receiver, RecipientKeyProblem,
    RequestMember as Member, RequestedDetail,
};

const PUBLIC_KEY: &str = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p";

fn request() -> KeyRequest {
    KeyRequest {
        system: Receiver::Sdk,
        environment: ApiEnvironment::Sandbox,
        needs: vec![RequestedDetail::CompanyName, RequestedDetail::TaxCode],
        name: "Oleh Koval".to_owned(),
        public_key: PUBLIC_KEY.to_owned(),
        note: "For the shop.\nBy Friday, please.".to_owned(),
    }
}

fn members() -> Value {
    json!({
        "keyRequest": 1, "system": "sdk", "environment": "sandbox",
        "needs": ["company_name", "tax_code"], "name": "Oleh Koval", "publicKey": PUBLIC_KEY,
        "note": "For the shop.\nBy Friday, please.",
    })
}

/// The request with one member changed; without it for `null`.
fn with(member: &str, value: Value) -> String {
    let mut members = members();
    members[member] = value;
    if members[member].is_null() {
        members.as_object_mut().unwrap().remove(member);
    }
    members.to_string()
}

#[track_caller]
fn problem(text: &str) -> Problem {
    read_key_request(text).unwrap_err()
}

#[test]
fn a_request_is_read_as_it_was_written() {
    assert_eq!(read_key_request(&members().to_string()), Ok(request()));
    assert_eq!(read_key_request(&write_key_request(&request())), Ok(request()));
    assert_eq!(read_key_request(&write_key_request_for_email(&request())), Ok(request()));
    let short = KeyRequest { needs: Vec::new(), note: String::new(), ..request() };
    assert!(!write_key_request(&short).contains("note"));
    assert_eq!(read_key_request(&write_key_request(&short)), Ok(short));
}

#[test]
fn a_request_survives_an_email() {
    let sent = write_key_request_for_email(&request());
    let quoted = format!("> > {}\r\n", sent.trim_end().replace('\n', "\r\n> > "));
    let wrapped = sent.replace("For the shop.", "For the\nshop.").replace(", ", ",\n");
    let typographic = sent.replace("-----", "\u{2014}\u{2014}-");
    let bold = sent.replace("-----BEGIN", "*-----BEGIN").replace("REQUEST-----", "REQUEST-----*");
    let blanks = sent.replace("  \"", "\u{a0}\u{a0}\t\"");
    for text in [
        format!("\u{feff}Hello Anna,\n\n{sent}\nBest wishes\nOleh {{ shop }}"),
        format!("On Monday Oleh wrote:\r\n{quoted}"),
        format!("{quoted}\n{sent}"),
        wrapped,
        typographic,
        bold,
        blanks,
        format!("Here it is: {} Thanks", members()),
        members().to_string().replace("\\n", "\\r\\n"),
    ] {
        assert_eq!(read_key_request(&text), Ok(request()), "{text}");
    }
    // Quotation marks that a program has made typographic.
    let short = KeyRequest { note: String::new(), ..request() };
    let text = write_key_request(&short).replace('"', "\u{201d}");
    assert_eq!(read_key_request(&text), Ok(short));
}

#[test]
fn a_long_public_key_may_be_broken() {
    let key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHsKLqeplhpW+uObz5dvMgjz1OxfM/XXUB+VHtZ6isGN";
    let text = with("publicKey", json!(format!("{key} oleh@work")));
    let broken = text.replace("uObz", "uO\n> bz").replace("AAAAIHs", "AAAAI\n> Hs");
    let quoted = format!("> {broken}");
    for text in [text, quoted] {
        assert_eq!(read_key_request(&text).map(|it| it.public_key).as_deref(), Ok(key), "{text}");
    }
}

#[test]
fn a_file_may_be_utf_16() {
    let text =
        write_key_request(&KeyRequest { name: "Олег Коваль".to_owned(), ..request() });
    let units: Vec<u16> = format!("\u{feff}{text}").encode_utf16().collect();
    let little: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
    let big: Vec<u8> = units.iter().flat_map(|unit| unit.to_be_bytes()).collect();
    for file in [text.clone().into_bytes(), format!("\u{feff}{text}").into_bytes(), little, big] {
        assert_eq!(read_key_request_file(&file).unwrap().name, "Олег Коваль");
    }
    assert_eq!(read_key_request_file(b"\xff\xfe{"), Err(Problem::NotText));
    assert_eq!(read_key_request_file(b"PK\x03\x04\xe2\x28"), Err(Problem::NotText));
    assert_eq!(read_key_request_file(&vec![b' '; 70_000]), Err(Problem::TooLong));
}

#[test]
fn what_is_no_request_has_a_name() {
    let private = with("publicKey", json!("AGE-SECRET-KEY-1QQQ"));
    let hidden = with("note", json!("age-secret\u{200b}-key-1qqq"));
    let email = write_key_request_for_email(&request());
    let other = write_key_request_for_email(&KeyRequest { name: "Ben".to_owned(), ..request() });
    for (text, expected) in [
        (" \n\u{feff}".to_owned(), Problem::Empty),
        ("Hello Anna".to_owned(), Problem::NotARequest),
        ("{}".to_owned(), Problem::NotARequest),
        ("{\"a\": 1, \"b\": \"keyRequest\"}".to_owned(), Problem::NotARequest),
        (PUBLIC_KEY.to_owned(), Problem::NotARequest),
        (private, Problem::PrivateKey),
        (hidden, Problem::PrivateKey),
        (
            with("note", json!("AGE-SECRET"))
                .replace("AGE", "\\u0041GE")
                .replace("ET\"", "ET-KEY-1\""),
            Problem::PrivateKey,
        ),
        (format!("{email}-----BEGIN OPENSSH PRIVATE KEY-----"), Problem::PrivateKey),
        (format!("{email}{other}"), Problem::Several),
        (email.repeat(9), Problem::Several),
        (email.replace("-----END", "END?"), Problem::Damaged),
        (email.replace('}', ""), Problem::Damaged),
        (
            members().to_string().replace("\"needs\"", "\"name\":\"Ben\",\"needs\""),
            Problem::Damaged,
        ),
        ("{\"keyRequest\":".repeat(200), Problem::Damaged),
        ("{\"keyRequest\":1,\"needs\":".to_owned() + &"[".repeat(15_000), Problem::Damaged),
        (with("keyRequest", json!(2)), Problem::NewerVersion),
        (with("keyRequest", json!("1")), Problem::WrongType { member: Member::KeyRequest }),
        (with("keyRequest", json!(-1)), Problem::WrongType { member: Member::KeyRequest }),
        (with("webhook", json!("x")), Problem::UnknownMember { name: "webhook".to_owned() }),
        (with("<b>\u{202e}x", json!("x")), Problem::UnknownMember { name: "bx".to_owned() }),
        (with("system", json!(null)), Problem::Missing { member: Member::System }),
        (with("system", json!("sap")), Problem::UnknownValue { member: Member::System }),
        (with("system", json!(["sdk"])), Problem::WrongType { member: Member::System }),
        (
            with("environment", json!("SANDBOX")),
            Problem::UnknownValue { member: Member::Environment },
        ),
        (with("needs", json!("tax_code")), Problem::WrongType { member: Member::Needs }),
        (with("needs", json!(["password"])), Problem::UnknownValue { member: Member::Needs }),
        (
            with("needs", json!(vec!["tax_code"; 21])),
            Problem::MemberTooLong { member: Member::Needs },
        ),
        (with("name", json!(" ")), Problem::Missing { member: Member::Name }),
        (with("name", json!("!?")), Problem::Missing { member: Member::Name }),
        (with("name", json!({})), Problem::WrongType { member: Member::Name }),
        (with("name", json!("a".repeat(81))), Problem::MemberTooLong { member: Member::Name }),
        (with("note", json!("a".repeat(1_001))), Problem::MemberTooLong { member: Member::Note }),
        (with("note", json!("a".repeat(20_000))), Problem::TooLong),
        ("a".repeat(70_000), Problem::TooLong),
        (
            with("system", json!("shopify")),
            Problem::NotForSystem {
                system: Receiver::Shopify,
                environment: ApiEnvironment::Sandbox,
            },
        ),
        (
            with("publicKey", json!("not a key")),
            Problem::PublicKey { problem: RecipientKeyProblem::NotAKey },
        ),
        (
            with("publicKey", json!(format!("{PUBLIC_KEY} {PUBLIC_KEY}"))),
            Problem::PublicKey { problem: RecipientKeyProblem::Several },
        ),
        (
            with("publicKey", json!(PUBLIC_KEY.replace("ql3z", "ql3y"))),
            Problem::PublicKey { problem: RecipientKeyProblem::Damaged },
        ),
    ] {
        assert_eq!(problem(&text), expected, "{text:.200}");
    }
}

#[test]
fn characters_that_deceive_are_refused() {
    for character in [
        "\u{202e}",
        "\u{2066}",
        "\u{200f}",
        "\u{200b}",
        "\u{ad}",
        "\u{feff}",
        "\0",
        "\u{7f}",
        "\u{2028}",
        "\u{3164}",
        "\u{e0041}",
        "\u{e000}",
        "\u{301}\u{301}\u{301}\u{301}\u{301}",
    ] {
        let text = with("name", json!(format!("Oleh {character}Koval")));
        assert_eq!(problem(&text), Problem::UnsafeText { member: Member::Name }, "{text}");
        let text = with("note", json!(format!("Oleh {character}Koval")));
        assert_eq!(problem(&text), Problem::UnsafeText { member: Member::Note }, "{text}");
    }
    // Line breaks belong into the note only.
    let text = with("name", json!("Oleh\nThe words were compared."));
    assert_eq!(problem(&text), Problem::UnsafeText { member: Member::Name });
    // A picture of several characters, and letters with marks.
    for note in ["👩‍💻 Vielen Dank", "Tiếng Việt", "Їжак і ґанок", "<b>bold</b> & \"quoted\" {x}"]
    {
        let read = read_key_request(&with("note", json!(note))).unwrap();
        assert_eq!(read.note, note);
    }
}

/// The published schema names what the reader takes.
#[test]
fn the_schema_has_the_members_and_values_that_are_read() {
    let schema = include_str!("../../../../../../docs/key-request.schema.json");
    let schema: Value = serde_json::from_str(schema).unwrap();
    let properties = &schema["properties"];
    let mut names: Vec<&String> = properties.as_object().unwrap().keys().collect();
    names.sort();
    let all = members();
    let mut read: Vec<&String> = all.as_object().unwrap().keys().collect();
    read.sort();
    assert_eq!(names, read);
    assert_eq!(schema["additionalProperties"], false);
    for name in names {
        let is_required = schema["required"].as_array().unwrap().contains(&json!(name));
        let read = read_key_request(&with(name, json!(null)));
        assert_eq!(read.is_err(), is_required, "{name}");
    }
    let values = |list: &Value| list.as_array().unwrap().clone();
    assert_eq!(properties["system"]["enum"], json!(Receiver::ALL));
    for environment in values(&properties["environment"]["enum"]) {
        let text = with("system", json!("other")).replace("\"sandbox\"", &environment.to_string());
        assert!(read_key_request(&text).is_ok(), "{environment}");
    }
    for need in values(&properties["needs"]["items"]["enum"]) {
        assert!(read_key_request(&with("needs", json!([need]))).is_ok(), "{need}");
    }
    for (name, text) in [("name", "a"), ("note", "a")] {
        let most = usize::try_from(properties[name]["maxLength"].as_u64().unwrap()).unwrap();
        assert!(read_key_request(&with(name, json!(text.repeat(most)))).is_ok(), "{name}");
        assert!(read_key_request(&with(name, json!(text.repeat(most + 1)))).is_err(), "{name}");
    }
    let most = usize::try_from(properties["needs"]["maxItems"].as_u64().unwrap()).unwrap();
    assert!(read_key_request(&with("needs", json!(vec!["tax_code"; most]))).is_ok());
    assert!(read_key_request(&with("needs", json!(vec!["tax_code"; most + 1]))).is_err());
}

#[test]
fn a_name_has_one_form() {
    // A letter with its mark apart, and several blanks.
    let read = read_key_request(&with("name", json!("  Zoe\u{308}   Weiß "))).unwrap();
    assert_eq!(read.name, "Zoë Weiß");
}
