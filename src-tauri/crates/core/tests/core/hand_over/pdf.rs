//! Documents as PDF, read by other programs.

use std::fs;

use keydesk_core::hand_over::{PdfDocument, PdfPart, PdfSection};

use super::output;

/// Letters of the fifteen languages of the API, the currencies, and signs of the texts.
const LETTERS: &str = "ěščřžýáíéúůťďň äöüß ñáç œàùêîë őűíó àèìò ąčęėįšųūž āčēģīķļņšūž ąćęłńóśźż ăâîșț ĺľŕôä \
                       ґєіїйщьюя ҐЄІЇЙЩЬЮЯ ʼ’ «»„“” – — … € ₴ zł № ✓ →";

fn row(label: &str, value: &str) -> PdfPart {
    PdfPart::Row { label: label.to_owned(), value: value.to_owned() }
}

fn paragraph(text: &str) -> PdfPart {
    PdfPart::Paragraph { text: text.to_owned() }
}

fn document(parts: Vec<PdfPart>) -> PdfDocument {
    PdfDocument {
        title: "Передати ключ «Нова пошта»".to_owned(),
        language: "uk".to_owned(),
        ribbon: Some("НАВЧАННЯ".to_owned()),
        sections: vec![PdfSection { heading: "Що потрібно".to_owned(), parts }],
    }
}

/// What a program says about the document. `-` among its arguments is where it writes.
fn read_with(program: &str, document: &PdfDocument, arguments: &[&str]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("document.pdf");
    fs::write(&path, document.render().unwrap()).unwrap();
    let mut all = vec![path.to_str().unwrap()];
    all.splice(0..0, arguments.iter().copied().filter(|argument| *argument != "-"));
    all.extend(arguments.iter().copied().filter(|argument| *argument == "-"));
    output(program, &all, "")
}

#[test]
fn every_text_can_be_searched_and_copied() {
    let document = document(vec![
        paragraph(&format!("{LETTERS}\nsecond line")),
        row("NOVA_POST_API_URL", "https://api-stage.novapost.pl/v.1.0/"),
    ]);
    let text = read_with("pdftotext", &document, &["-layout", "-"]);
    let words: Vec<&str> = text.split_whitespace().collect();
    for wanted in [LETTERS, &document.title, "НАВЧАННЯ", "Що потрібно", "second line", "1/1"]
    {
        for word in wanted.split_whitespace() {
            assert!(words.contains(&word), "{word} is not in {text}");
        }
    }
    assert!(text.contains("NOVA_POST_API_URL"), "{text}");
    assert!(text.contains("https://api-stage.novapost.pl/v.1.0/"), "{text}");
}

#[test]
fn a_sign_that_the_font_lacks_is_replaced() {
    let document = document(vec![paragraph("a漢b😀c")]);
    let text = read_with("pdftotext", &document, &["-"]);
    assert!(text.contains("a\u{fffd}b\u{fffd}c"), "{text}");
}

#[test]
fn the_fonts_are_embedded_and_only_with_what_is_used() {
    let document = document(vec![row("a", "b")]);
    let fonts = read_with("pdffonts", &document, &[]);
    let fonts: Vec<&str> = fonts.lines().skip(2).collect();
    assert_eq!(fonts.len(), 2, "{fonts:?}");
    for font in fonts {
        assert!(font.contains("yes yes yes"), "{font}");
    }
    assert!(document.render().unwrap().len() < 40_000);
}

#[test]
fn a_long_document_has_numbered_pages_of_a4_and_its_ribbon_on_each() {
    let parts = (0..120).map(|at| row(&format!("name{at}"), &"value ".repeat(20))).collect();
    let document = document(parts);
    let facts = read_with("pdfinfo", &document, &[]);
    assert!(facts.contains("595.28 x 841.89 pts (A4)"), "{facts}");
    assert!(facts.contains("Title:           Передати ключ «Нова пошта»"), "{facts}");
    let text = read_with("pdftotext", &document, &["-layout", "-"]);
    let pages: Vec<&str> = text.trim_end_matches('\u{c}').split('\u{c}').collect();
    assert!(pages.len() > 3, "{} pages", pages.len());
    for (at, page) in pages.iter().enumerate() {
        assert!(page.contains("НАВЧАННЯ"), "{page}");
        let number = format!("{}/{}", at + 1, pages.len());
        assert_eq!(page.split_whitespace().last(), Some(number.as_str()), "{page}");
    }
    for at in 0..120 {
        assert_eq!(text.split_whitespace().filter(|word| *word == format!("name{at}")).count(), 1);
    }
}

#[test]
fn a_name_and_the_line_below_it_are_on_the_same_page() {
    let document = document((0..80).map(|at| paragraph(&format!("name{at}\nline{at}"))).collect());
    let text = read_with("pdftotext", &document, &["-layout", "-"]);
    for page in text.split('\u{c}') {
        assert_eq!(page.matches("name").count(), page.matches("line").count(), "{page}");
    }
    assert_eq!(text.matches("line").count(), 80);
}

#[test]
fn nothing_is_outside_the_margins() {
    let long = "W".repeat(400);
    let document = document(vec![
        paragraph(&long),
        row(&"M".repeat(60), &long),
        paragraph(&"Щ щ ".repeat(900)),
    ]);
    let text = read_with("pdftotext", &document, &["-bbox", "-"]);
    let number = |line: &str, name: &str| -> f32 {
        let start = line.find(&format!("{name}=\"")).unwrap() + name.len() + 2;
        line[start..].split('"').next().unwrap().parse().unwrap()
    };
    let mut words = 0;
    for line in text.lines().filter(|line| line.contains("<word ")) {
        words += 1;
        assert!(number(line, "xMin") >= 55.9 && number(line, "xMax") <= 539.4, "{line}");
        assert!(number(line, "yMin") >= 0.0 && number(line, "yMax") <= 830.0, "{line}");
    }
    assert!(words > 1500, "{words} words");
}
