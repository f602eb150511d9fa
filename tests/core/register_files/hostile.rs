//! Lists that are refused.

use keydesk_core::service::{ListCheck, ListProblem, ReadAs, Service};

use super::records;
use crate::support::test_env::TestEnv;

const KEY: &str = "99dde7bdce11414efc2f1c10ddbfd42da8ce4bf2";

async fn refusal(service: &Service, file: impl Into<Vec<u8>>) -> ListProblem {
    match service.register_files.preview(file.into(), ReadAs::default()).await.unwrap() {
        ListCheck::Refused { problem } => problem,
        ListCheck::Preview { preview } => panic!("not refused: {preview:?}"),
    }
}

#[tokio::test]
async fn a_list_with_a_whole_key_is_refused_wherever_the_key_is() {
    let env = TestEnv::new().await;
    let service = env.service();
    let token = "eyJhbGciOiJIUzI1NiJ9.eyJjaWQiOiI0MDA1MTIifQ.c2lnbmF0dXJl";
    for (file, line, column) in [
        (format!("Name;Environment;API key\nShop;Production;{KEY}\n"), 2, 3),
        (format!("Name;Environment\nShop {KEY};Production\n"), 2, 1),
        (format!("ID;Name;Environment\n{KEY};Shop;Production\n"), 2, 1),
        (format!("Name;{KEY}\nShop;Production\n"), 1, 2),
        (format!("API key\n{KEY}\n"), 2, 1),
        (format!("Name;Environment\nShop;Production;{KEY}\n"), 2, 3),
        (format!("Name;Environment;Notes\nShop;Production;{token}\n"), 2, 3),
        (format!("Name;Environment;Notes\nA;Production;\nB;Production;\"key:\n{KEY}\"\n"), 3, 3),
    ] {
        assert_eq!(refusal(&service, file).await, ListProblem::HoldsKey { line, column });
    }
    let json = format!(
        r#"{{"format":"keydesk-register","version":1,"keys":[{{"name":"A"}},{{"name":"B","secret":"{KEY}"}}]}}"#
    );
    assert_eq!(refusal(&service, json).await, ListProblem::HoldsKey { line: 2, column: 0 });
    assert!(service.register_files.import().await.is_err());
    assert_eq!(records(&env).await, []);
}

#[tokio::test]
async fn a_file_that_is_no_list_is_refused_with_its_reason() {
    let env = TestEnv::new().await;
    let service = env.service();
    let many = format!("Name;Environment\n{}", "Shop;Production\n".repeat(20_001));
    for (file, problem) in [
        (vec![], ListProblem::Empty),
        (b"\n \n".to_vec(), ListProblem::Empty),
        (b"Name;Environment\n".to_vec(), ListProblem::Empty),
        (b"PK\x03\x04workbook".to_vec(), ListProblem::Spreadsheet),
        (b"\xd0\xcf\x11\xe0old workbook".to_vec(), ListProblem::Spreadsheet),
        (b"\x89PNG\x00\x01\x02".to_vec(), ListProblem::NotText),
        (b"Colour;Size\nred;2\n".to_vec(), ListProblem::NoKnownColumn),
        (b"{\"keys\": []}".to_vec(), ListProblem::NotOurJson),
        (b"[1, 2".to_vec(), ListProblem::NotOurJson),
        (vec![b'['; 100_000], ListProblem::NotOurJson),
        (
            br#"{"format": "keydesk-register", "version": 2, "keys": []}"#.to_vec(),
            ListProblem::NewerVersion,
        ),
        (many.into_bytes(), ListProblem::TooManyLines { limit: 20_000 }),
        (vec![b'a'; 8 * 1024 * 1024 + 1], ListProblem::TooLarge { limit: 8 * 1024 * 1024 }),
    ] {
        assert_eq!(refusal(&service, file).await, problem);
    }
    let twice = refusal(&service, "Name;Environment;Назва\nA;Production;B\n").await;
    assert!(matches!(twice, ListProblem::ColumnTwice { .. }), "{twice:?}");
}

#[tokio::test]
async fn a_quote_that_never_ends_and_a_long_cell_are_refused_and_nothing_else() {
    let env = TestEnv::new().await;
    let service = env.service();
    let unfinished = "Name;Environment\n\"Shop;Production\nLager;Production\n";
    let preview = super::preview(&service, unfinished).await;
    assert_eq!(super::problems(&preview).len(), 1);
    let long = format!("Name;Environment\n{};Production\nLager;Production\n", "x".repeat(70_000));
    let preview = super::preview(&service, long).await;
    assert_eq!((super::problems(&preview).len(), preview.lines.len()), (1, 2));
}
