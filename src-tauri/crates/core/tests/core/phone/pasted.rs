//! What people paste: the table in `pasted.txt`, and properties of the examples of all regions.

use keydesk_core::phone::{Region, Verdict, check};
use proptest::prelude::*;
use proptest::sample::select;
use rlibphonenumber::PhoneNumberFormat;

use super::examples::{Example, any_country, any_example};

const TABLE: &str = include_str!("pasted.txt");

struct Row {
    country: Option<Region>,
    text: String,
    verdict: String,
}

fn rows() -> Vec<Row> {
    let lines = TABLE.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(row).collect()
}

fn row(line: &str) -> Row {
    let (country, rest) = line.split_once(" | ").expect("a country");
    let (text, verdict) = rest.rsplit_once(" | ").expect("a verdict");
    let country = Region::try_from(country.to_owned()).ok();
    Row { country, text: unescaped(text), verdict: verdict.to_owned() }
}

fn unescaped(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, escape)) = rest.split_once('\\') {
        plain.push_str(before);
        rest = if let Some(code) = escape.strip_prefix("u{") {
            let (code, rest) = code.split_once('}').expect("a closing bracket");
            let code = u32::from_str_radix(code, 16).expect("a hexadecimal number");
            plain.push(char::from_u32(code).expect("a character"));
            rest
        } else {
            let (sign, rest) = escape.split_at(1);
            plain.push_str(match sign {
                "n" => "\n",
                "t" => "\t",
                other => other,
            });
            rest
        };
    }
    plain + rest
}

fn described(verdict: &Verdict) -> String {
    match verdict {
        Verdict::Empty => "empty".to_owned(),
        Verdict::Ready { number } => format!("ready {}", number.digits.as_str()),
        Verdict::Unassigned { number } => format!("unassigned {}", number.digits.as_str()),
        Verdict::UnknownWords { number } => format!("unknown words {}", number.digits.as_str()),
        Verdict::OldPrefix { number, .. } => format!("old prefix {}", number.digits.as_str()),
        Verdict::MaybeUkraine { number, .. } => {
            let digits = number.as_ref().map_or("-", |number| number.digits.as_str());
            format!("maybe ukraine {digits}")
        }
        Verdict::Several { numbers } => format!("several {}", numbers.join(", ")),
        Verdict::CutOff => "cut off".to_owned(),
        Verdict::Ukraine => "ukraine".to_owned(),
        Verdict::Extension => "extension".to_owned(),
        Verdict::NotANumber => "not a number".to_owned(),
        other => format!("{other:?}"),
    }
}

#[test]
fn a_number_in_doubt_is_sent_only_after_a_second_look() {
    for row in rows() {
        let verdict = check(&row.text, row.country);
        let digits = |second_look| {
            let number = verdict.clone().sendable(second_look);
            number.map(|number| number.digits.as_str().to_owned())
        };
        let (kind, named) = row.verdict.rsplit_once(' ').unwrap_or((&row.verdict, ""));
        let named = Some(named.to_owned());
        let (before, after) = match kind {
            "ready" => (named.clone(), named),
            "unassigned" | "unknown words" | "old prefix" | "maybe ukraine" => {
                (None, named.filter(|digits| digits != "-"))
            }
            _ => (None, None),
        };
        assert_eq!((digits(false), digits(true)), (before, after), "{:?}", row.text);
    }
}

#[test]
fn everything_in_the_table_has_its_verdict() {
    let rows = rows();
    assert!(rows.len() > 250, "{} rows", rows.len());
    let wrong: Vec<String> = rows
        .iter()
        .filter_map(|row| {
            let found = described(&check(&row.text, row.country));
            (found != row.verdict).then(|| {
                format!("{:?} | {:?}: {found}, not {}", row.country, row.text, row.verdict)
            })
        })
        .collect();
    assert!(wrong.is_empty(), "{} of {} are wrong:\n{}", wrong.len(), rows.len(), wrong.join("\n"));
}

/// What people write before a number, in the languages of the product.
const BEFORE: [&str; 40] = [
    "Phone: ",
    "Mobile: ",
    "M: ",
    "T. ",
    "Office ",
    "My private number is ",
    "tel:",
    "\"",
    "='",
    "- ",
    "☎ ",
    "\u{FEFF}",
    "\u{3164}",
    "Phone 1: ",
    "WhatsApp/Viber: ",
    "Телефон: ",
    "моб. ",
    "Робочий: ",
    "тел./факс ",
    "Handynummer: ",
    "Büro: ",
    "Festnetz ",
    "tel. kom. ",
    "Numer telefonu: ",
    "biuro ",
    "mobil: ",
    "Telefonní číslo: ",
    "súkromný telefón: ",
    "Telefonszám: ",
    "magán ",
    "Număr de telefon: ",
    "служебен: ",
    "Numero di cellulare: ",
    "ufficio ",
    "Teléfono móvil: ",
    "oficina ",
    "Tél. portable : ",
    "Tel. nr. ",
    "mob. tālr. ",
    "Mobiil: ",
];

/// What people write after it.
const AFTER: [&str; 16] = [
    "",
    " (mobile)",
    ", privat",
    " - Büro",
    "\"",
    "'",
    ",",
    ";",
    ".",
    " (службовий)",
    " (prywatny)",
    "\n",
    "\u{200B}",
    " służbowy",
    " [bureau]",
    " |",
];

fn ready_digits(verdict: &Verdict) -> Option<String> {
    match verdict {
        Verdict::Ready { number } => Some(number.digits.as_str().to_owned()),
        _ => None,
    }
}

proptest! {
    #[test]
    fn words_and_signs_around_a_number_change_nothing(
        example in any_example(),
        national in any::<bool>(),
        before in select(BEFORE.as_slice()),
        after in select(AFTER.as_slice()),
    ) {
        let format = if national { PhoneNumberFormat::National } else { PhoneNumberFormat::E164 };
        let number = example.spelled(format);
        let text = format!("{before}{number}{after}");
        let home = Some(example.region);
        prop_assert_eq!(check(&text, home), check(&number, home), "{:?}", text);
        prop_assert_eq!(example.check_reading(&text, home), Ok(()));
    }

    #[test]
    fn two_numbers_are_never_joined(
        one in any_example(),
        two in any_example(),
        between in select([", ", "; ", " / ", " | ", "\n", " or ", " ", "\t", " Mobil: "].as_slice()),
        country in proptest::option::of(any_country()),
    ) {
        let text = format!("{}{between}{}", one.spelled(PhoneNumberFormat::International), two.spelled(PhoneNumberFormat::E164));
        let verdict = check(&text, country);
        if one.ukrainian && two.ukrainian {
            prop_assert_eq!(verdict, Verdict::Ukraine);
        } else if one.digits() == two.digits() {
            prop_assert_eq!(ready_digits(&verdict), Some(one.digits()));
        } else {
            let named = |example: &Example| example.spelled(PhoneNumberFormat::International);
            prop_assert_eq!(verdict, Verdict::Several { numbers: vec![named(&one), named(&two)] });
        }
    }

    #[test]
    fn the_decimals_of_a_spreadsheet_are_no_digits(
        example in any_example(),
        decimals in select([".0", ".00", ",0", ",00", ".000000"].as_slice()),
    ) {
        let digits = example.digits();
        prop_assume!(digits.len() >= 7);
        let text = format!("{digits}{decimals}");
        prop_assert_eq!(check(&text, None), check(&digits, None), "{}", text);
    }

    #[test]
    fn a_number_with_an_exponent_is_whole_or_cut_off(
        example in any_example(),
        point in select([".", ","].as_slice()),
        kept in 1..15_usize,
    ) {
        let digits = example.digits();
        let (first, rest) = digits.split_at(1);
        let kept = kept.min(rest.len());
        let text = format!("{first}{point}{}E+{}", &rest[..kept], rest.len());
        let expected = if kept == rest.len() { check(&digits, None) } else { Verdict::CutOff };
        prop_assert_eq!(check(&text, None), expected, "{}", text);
    }
}
