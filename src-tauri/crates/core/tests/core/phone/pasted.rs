//! What people paste: the table in `pasted.txt`.

use keydesk_core::phone::{Region, Verdict, check};

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
fn everything_in_the_table_has_its_verdict() {
    let rows = rows();
    assert!(rows.len() > 250, "{} rows", rows.len());
    let wrong: Vec<String> = rows
        .iter()
        .filter_map(|row| {
            let found = described(&check(&row.text, row.country));
            (found != row.verdict)
                .then(|| format!("{:?} | {:?}: {found}, not {}", row.country, row.text, row.verdict))
        })
        .collect();
    assert!(wrong.is_empty(), "{} of {} are wrong:\n{}", wrong.len(), rows.len(), wrong.join("\n"));
}
