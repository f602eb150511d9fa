//! The forms in which people keep lists, and what an exported list looks like.

use keydesk_core::service::{
    DateOrder, LineEffect, LineProblem, ListCheck, ListColumn, ListForm, ListLanguage, ListPreview,
    ListProblem, ReadAs, Service, TextEncoding,
};

use super::{csv, import, preview, problems, records};
use crate::support::test_env::{TestEnv, request};

fn utf_16(text: &str, write: fn(u16) -> [u8; 2]) -> Vec<u8> {
    format!("\u{feff}{text}").encode_utf16().flat_map(write).collect()
}

async fn read_as(service: &Service, file: &[u8], read_as: ReadAs) -> ListPreview {
    match service.register_files.preview(file.to_vec(), read_as).await.unwrap() {
        ListCheck::Preview { preview } => preview,
        ListCheck::Refused { problem } => panic!("refused: {problem:?}"),
    }
}

#[tokio::test]
async fn a_hand_made_list_is_read_in_each_form() {
    let ukrainian = "Назва;Вид;Діє до;Компанія\r\nКрамниця;Робочий;27.08.2030;Шовк\r\n";
    let english =
        "Key name,Kind,Valid until,Company\nShop,Production,2030-08-27,\"Hanse, Textil\"\n";
    let tabs = "Name\tEnvironment\tExpires\nShop\tProduction\t47722\n";
    let with_hint = format!("sep=;\r\n{ukrainian}");
    // "Крамниця" and the rest in Windows-1251, "Müller" in Windows-1252.
    let cyrillic: Vec<u8> = ukrainian
        .chars()
        .map(|sign| match u32::from(sign) {
            ascii @ 0..=127 => u8::try_from(ascii).unwrap(),
            letter @ 0x410..=0x44F => u8::try_from(letter - 0x410 + 0xC0).unwrap(),
            0x456 => 0xB3,
            _ => 0xBA,
        })
        .collect();
    let western = b"Name;Environment;Expires\r\nM\xfcller;Production;27.08.2030\r\n";
    for (file, encoding) in [
        (ukrainian.as_bytes().to_vec(), TextEncoding::Utf8),
        (format!("\u{feff}{ukrainian}").into_bytes(), TextEncoding::Utf8),
        (with_hint.into_bytes(), TextEncoding::Utf8),
        (english.as_bytes().to_vec(), TextEncoding::Utf8),
        (tabs.as_bytes().to_vec(), TextEncoding::Utf8),
        (utf_16(ukrainian, u16::to_le_bytes), TextEncoding::Utf16),
        (utf_16(ukrainian, u16::to_be_bytes), TextEncoding::Utf16),
        (cyrillic, TextEncoding::Windows1251),
        (western.to_vec(), TextEncoding::Windows1252),
    ] {
        let env = TestEnv::new().await;
        let service = env.service();
        let shown = preview(&service, file.clone()).await;
        assert_eq!(shown.reading.encoding, encoding);
        let is_code_page =
            matches!(encoding, TextEncoding::Windows1251 | TextEncoding::Windows1252);
        assert_eq!(shown.reading.encoding_is_guess, is_code_page);
        assert_eq!(import(&service, file).await, (1, 0));
        let key = records(&env).await.remove(0);
        assert_eq!(key.valid_until.unwrap().date_naive().to_string(), "2030-08-27", "{encoding:?}");
        assert!(["Крамниця", "Shop", "Müller"].contains(&key.name.as_str()), "{}", key.name);
    }
}

#[tokio::test]
async fn a_date_that_can_be_read_two_ways_waits_for_an_answer() {
    let env = TestEnv::new().await;
    let service = env.service();
    let list = "Name;Environment;Expires\nA;Production;8/7/2030\nB;Production;27.08.2030\n";
    let shown = preview(&service, list).await;
    assert_eq!(shown.unclear_date.as_deref(), Some("8/7/2030"));
    let unclear =
        LineProblem::DateUnclear { column: ListColumn::Expires, text: "8/7/2030".to_owned() };
    assert_eq!(problems(&shown), [(2, unclear)]);
    for (order, day) in [(DateOrder::DayFirst, "2030-07-08"), (DateOrder::MonthFirst, "2030-08-07")]
    {
        let answer = ReadAs { date_order: Some(order), ..ReadAs::default() };
        let shown = read_as(&service, list.as_bytes(), answer).await;
        assert_eq!(shown.unclear_date, None);
        let LineEffect::New { fields, .. } = &shown.lines[0].effect else { panic!("{shown:?}") };
        assert_eq!(fields[0].to, [day]);
    }
}

#[tokio::test]
async fn other_dates_of_the_list_decide_how_a_date_is_read() {
    let env = TestEnv::new().await;
    let service = env.service();
    let list = "Name;Environment;Expires\nA;Production;8/7/2030\nB;Production;8/27/2030\n";
    let shown = preview(&service, list).await;
    assert_eq!(shown.reading.date_order, Some(DateOrder::MonthFirst));
    assert_eq!(problems(&shown), []);
}

#[tokio::test]
async fn each_line_that_is_not_used_has_its_reason() {
    let env = TestEnv::new().await;
    let service = env.service();
    let list = "Name;Environment;Last four;Expires;Status;Notes\n\
        A;Production;4bf2;31.02.2030;;\n\
        B;;4bf2;;;\n\
        C;Moon;4bf2;;;\n\
        D;Production;4E+12;;;\n\
        ;Production;;;;only notes\n\
        E;Production;;;Perfect;\n\
        F;Production;;;;\n\
        F;Production;;;;\n\
        \"G\nH\";Production;;;;\n";
    let shown = preview(&service, list).await;
    let reasons: Vec<LineProblem> =
        problems(&shown).into_iter().map(|(_, reason)| reason).collect();
    let text = |text: &str| text.to_owned();
    assert_eq!(
        reasons,
        [
            LineProblem::DateUnreadable { column: ListColumn::Expires, text: text("31.02.2030") },
            LineProblem::EnvironmentMissing,
            LineProblem::EnvironmentUnknown { text: text("Moon") },
            LineProblem::LastFourUnreadable { text: text("4E+12") },
            LineProblem::NoName,
            LineProblem::StatusUnknown { text: text("Perfect") },
            LineProblem::Twice { line: 8 },
            LineProblem::SeveralLines { column: ListColumn::Name },
        ]
    );
    let lines: Vec<usize> = problems(&shown).into_iter().map(|(line, _)| line).collect();
    assert_eq!(lines, [2, 3, 4, 5, 6, 7, 9, 10]);
}

#[tokio::test]
async fn a_code_page_that_can_not_be_guessed_is_asked_for() {
    let env = TestEnv::new().await;
    let service = env.service();
    let list = b"Name;Environment\nM\xfcller;Production\n\xd8\xee\xe2\xea;Production\n";
    let check = service.register_files.preview(list.to_vec(), ReadAs::default()).await.unwrap();
    assert_eq!(check, ListCheck::Refused { problem: ListProblem::EncodingUnclear });
    let chosen = ReadAs { encoding: Some(TextEncoding::Windows1251), ..ReadAs::default() };
    let shown = read_as(&service, list, chosen).await;
    assert_eq!(shown.lines[1].name, "Шовк");
}

#[tokio::test]
async fn an_exported_list_has_neither_secret_nor_phone_number_and_no_formula() {
    let env = TestEnv::new().await;
    let service = env.service();
    let key = request(&service, "498213437654").await.unwrap().key;
    let list = "Name;Environment;Last four;Notes\n=1+1;Production;4e12;\"-5\nsecond line\"\n0012;Production;;\n";
    import(&service, list).await;
    let secret =
        service.keys.secret_of(&key.id, &keydesk_core::model::no_progress()).await.unwrap();
    for form in [ListForm::Csv, ListForm::Json] {
        let file = service.register_files.keys(form, ListLanguage::English).await.unwrap().content;
        assert!(!file.contains(secret.expose()), "the secret is in the list");
        let digits: String = file.chars().filter(char::is_ascii_digit).collect();
        assert!(!digits.contains("498213437654"), "the phone number is in the list");
    }
    let file = csv(&service).await;
    assert!(file.starts_with("\u{feff}ID;Name;Environment;"), "{file}");
    for cell in [";'=1+1;", ";…4e12;", ";\"'-5\nsecond line\"", ";'0012;"] {
        assert!(file.contains(cell), "{cell} in {file}");
    }
}

#[tokio::test]
async fn the_history_tells_what_happened_in_words_and_as_json() {
    let env = TestEnv::new().await;
    let service = env.service();
    import(&service, "Name;Environment;Last four\nShop;Production;4bf2\n").await;
    let history = |form, language| service.register_files.history(form, language);
    let english = history(ListForm::Csv, ListLanguage::English).await.unwrap().content;
    assert!(
        english.contains(";Person;") && english.contains(";Shop;…4bf2;Read from a list;"),
        "{english}"
    );
    let ukrainian = history(ListForm::Csv, ListLanguage::Ukrainian).await.unwrap().content;
    assert!(ukrainian.contains("Прочитано зі списку"), "{ukrainian}");
    let json = history(ListForm::Json, ListLanguage::English).await.unwrap().content;
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["format"], "keydesk-history");
    assert_eq!(json["history"][0]["event"]["event"], "imported");
}
