//! The verdict about each kind of input.

use keydesk_core::phone::{Region, Verdict, check, countries};

fn region(code: &str) -> Region {
    Region::try_from(code.to_owned()).expect("two capital letters")
}

/// The verdict with this country chosen; `""` means no country.
fn verdict(input: &str, country: &str) -> Verdict {
    check(input, (!country.is_empty()).then(|| region(country)))
}

fn ready_digits(input: &str, country: &str) -> String {
    match verdict(input, country) {
        Verdict::Ready { number } => number.digits.as_str().to_owned(),
        other => panic!("{input:?} with {country:?} is not ready: {other:?}"),
    }
}

fn too_short(country: &str, missing: u8) -> Verdict {
    Verdict::TooShort { region: Some(region(country)), missing }
}

fn too_long(country: &str, extra: u8) -> Verdict {
    Verdict::TooLong { region: Some(region(country)), extra }
}

#[test]
fn every_spelling_gives_the_same_digits() {
    for input in [
        "+498213437654",
        "+49 821 3437654",
        "+ 49 821 3437654",
        "++49 821 3437654",
        "(+49) 821 3437654",
        "+49 (0) 821 / 34 37 654",
        "+490821-3437654",
        "+0049 821 3437654",
        "0049 821 3437654",
        "00 49 (0)821 3437654",
        "498213437654",
        "49 821 3437654",
        "0821 3437654",
        "0821/343 76-54",
        "0821.343.7654",
        "0821_3437654",
        "[0821] 3437654",
        "821 3437654",
        "tel:+49-821-3437654",
        "TEL: 0821 3437654",
        "Tel.: 0821 3437654",
        "\t0821\u{00A0}343\u{2009}76\u{202F}54\u{3000}\n",
        "0821\u{2010}343\u{2011}76\u{2013}54",
        "0821\u{2014}343\u{2212}76\u{FF0D}54",
        "\u{202A}+49 821 3437654\u{202C}",
        "\u{200E}+49\u{200B}821\u{FEFF}343\u{2060}7654\u{200F}",
        "\u{FF0B}４９（０）８２１３４３７６５４",
        "٠٨٢١ ٣٤٣٧٦٥٤",
        "۰۸۲۱ ۳۴۳۷۶۵۴",
        "०८२१ ३४३७६५४",
    ] {
        assert_eq!(ready_digits(input, "DE"), "498213437654", "{input:?}");
    }
}

#[test]
fn a_ready_number_has_its_digits_its_spelling_and_its_country() {
    let Verdict::Ready { number } = verdict("0821 3437654", "DE") else {
        panic!("a number of Augsburg is ready");
    };
    assert_eq!(number.digits.as_str(), "498213437654");
    assert_eq!(number.international, "+49 821 3437654");
    assert_eq!(number.region, Some(region("DE")));
}

#[test]
fn the_example_of_the_documentation_is_ready_with_every_country() {
    assert_eq!(ready_digits("498213437654", ""), "498213437654");
    for country in countries() {
        assert_eq!(ready_digits("498213437654", country.region.as_str()), "498213437654");
    }
}

#[test]
fn the_practice_numbers_are_ready_with_any_country_and_with_none() {
    let ends = [10, 11, 12, 40, 44, 49, 29, 50, 53, 60, 61, 62, 63, 70, 71, 72];
    for digits in ends.map(|end| format!("4917139200{end}")) {
        for country in ["", "DE", "PL", "CZ", "IT", "UA", "US"] {
            assert_eq!(ready_digits(&digits, country), digits, "with {country:?}");
        }
    }
}

#[test]
fn the_national_prefix_of_each_country_is_respected() {
    for (input, country, digits) in [
        ("06 6982", "VA", "39066982"),
        ("02 1234 5678", "IT", "390212345678"),
        ("+39 02 1234 5678", "", "390212345678"),
        ("06 1 234 5678", "HU", "3612345678"),
        ("+36 (06) 1 234 5678", "", "3612345678"),
        ("8 612 34567", "LT", "37061234567"),
        ("0 612 34567", "LT", "37061234567"),
        ("600 123 456", "PL", "48600123456"),
        ("06 12 34 56 78", "FR", "33612345678"),
        ("(201) 555-0123", "US", "12015550123"),
        ("1 201 555 0123", "US", "12015550123"),
    ] {
        assert_eq!(ready_digits(input, country), digits, "{input:?} in {country}");
    }
}

#[test]
fn a_zero_in_brackets_is_dropped_if_the_country_has_no_national_prefix() {
    assert_eq!(ready_digits("+48 (0) 22 123 45 67", ""), "48221234567");
    assert_eq!(ready_digits("0 600 123 456", "PL"), "48600123456");
}

#[test]
fn the_prefix_for_international_calls_of_each_country_is_understood() {
    assert_eq!(ready_digits("011 49 821 3437654", "US"), "498213437654");
    assert_eq!(ready_digits("0011 49 821 3437654", "AU"), "498213437654");
    assert_eq!(ready_digits("00 49 821 3437654", "US"), "498213437654");
}

#[test]
fn a_plus_or_two_zeros_override_the_chosen_country() {
    assert_eq!(ready_digits("+48 600 123 456", "DE"), "48600123456");
    assert_eq!(ready_digits("0048 600 123 456", "DE"), "48600123456");
}

#[test]
fn a_national_reading_comes_before_an_international_one() {
    assert_eq!(ready_digits("380 123 4567", "IT"), "393801234567");
    assert_eq!(ready_digits("48 600 123 456", "CZ"), "48600123456");
}

#[test]
fn a_foreign_mobile_number_is_not_read_as_a_national_fixed_line() {
    for (input, country) in [
        ("48512345678", "DE"),
        ("421912123456", "AT"),
        ("36201234567", "IT"),
        ("34612345678", "DE"),
    ] {
        assert_eq!(ready_digits(input, country), input, "with {country}");
    }
}

#[test]
fn a_mobile_number_without_its_national_zero_stays_in_its_country() {
    // After a plus it would be a number of Austin, Texas.
    assert_eq!(ready_digits("15123456789", "DE"), "4915123456789");
    assert_eq!(ready_digits("664 1234567", "AT"), "436641234567");
}

#[test]
fn a_shared_calling_code_belongs_to_the_country_that_has_the_number() {
    let region_of = |input, country| match verdict(input, country) {
        Verdict::Ready { number } => number.region,
        other => panic!("{input:?} is not ready: {other:?}"),
    };
    assert_eq!(region_of("416 555 0123", "US"), Some(region("CA")));
    assert_eq!(region_of("800 234 5678", "CA"), Some(region("CA")));
    assert_eq!(region_of("+1 800 234 5678", ""), Some(region("US")));
    assert_eq!(region_of("+800 1234 5678", "DE"), None);
}

#[test]
fn nothing_visible_is_empty() {
    for input in ["", " ", "\u{00A0}\t\n", "\u{200E}\u{FEFF}"] {
        assert_eq!(verdict(input, "DE"), Verdict::Empty, "{input:?}");
    }
}

#[test]
fn a_possible_number_that_the_plan_does_not_have_can_still_be_sent() {
    for (input, country, digits) in
        [("+1 200 555 0123", "", "12005550123"), ("901 234 567", "PL", "48901234567")]
    {
        match verdict(input, country) {
            Verdict::Unassigned { number } => assert_eq!(number.digits.as_str(), digits),
            other => panic!("{input:?} is not merely unassigned: {other:?}"),
        }
    }
}

#[test]
fn a_number_that_would_change_when_it_is_read_again_is_not_sent() {
    assert_eq!(verdict("+386 000 508 24 61", "PL"), too_short("SI", 1));
}

#[test]
fn missing_digits_are_counted_by_the_plan_of_the_country() {
    assert_eq!(verdict("60 012 34", "PL"), too_short("PL", 2));
    assert_eq!(verdict("+48 600 123 45", ""), too_short("PL", 1));
    assert_eq!(verdict("601 123", "CZ"), too_short("CZ", 3));
    assert_eq!(verdict("+1 650 253 000", "DE"), too_short("US", 1));
    assert_eq!(verdict("1 650 253 000", "US"), too_short("US", 1));
    assert_eq!(verdict("0171 392", "DE"), too_short("DE", 4));
}

#[test]
fn a_national_zero_does_not_count_as_a_digit_of_the_number() {
    assert_eq!(verdict("0821", "DE"), too_short("DE", 2));
    assert_eq!(verdict("+49 (0) 821", ""), too_short("DE", 2));
    assert_eq!(verdict("06 1 234 567", "HU"), too_short("HU", 1));
}

#[test]
fn a_number_without_its_area_code_is_too_short() {
    assert_eq!(verdict("555 0123", "US"), too_short("US", 3));
}

#[test]
fn the_first_digits_of_a_number_are_too_short() {
    assert_eq!(verdict("+48", ""), too_short("PL", 7));
    assert_eq!(verdict("6", "CZ"), too_short("CZ", 8));
    for input in ["+", "+4", "00", "004"] {
        let verdict = verdict(input, "DE");
        assert!(matches!(verdict, Verdict::TooShort { region: None, .. }), "{input}: {verdict:?}");
    }
}

#[test]
fn surplus_digits_are_counted_by_the_plan_of_the_country() {
    assert_eq!(verdict("600 123 456 7", "PL"), too_long("PL", 1));
    assert_eq!(verdict("+420 601 123 456 78", ""), too_long("CZ", 2));
    assert_eq!(verdict("06 1234 56789", "NL"), too_long("NL", 1));
    assert_eq!(verdict("+1 201 555 0123 0123 0123 0123", ""), too_long("US", 12));
}

#[test]
fn the_chosen_country_is_named_where_several_share_a_code() {
    assert_eq!(verdict("650 253 000", "CA"), too_short("CA", 1));
    assert_eq!(verdict("+7 701 234 567", "KZ"), too_short("KZ", 1));
}

#[test]
fn a_calling_code_that_no_country_has_is_unknown() {
    for input in ["+999 123 456", "+0821 3437654", "00 999 123 456", "+210 1234567"] {
        assert_eq!(verdict(input, "DE"), Verdict::UnknownCountryCode, "{input}");
    }
}

#[test]
fn a_national_number_needs_a_country() {
    assert_eq!(verdict("0821 3437654", ""), Verdict::NoCountry { abroad: None });
    assert_eq!(verdict("0821 3437654", "ZZ"), Verdict::NoCountry { abroad: None });
}

/// As people write their own number at home: with neither a plus nor a country.
#[test]
fn a_number_without_a_country_is_never_one_of_the_country_with_this_code() {
    for input in [
        "601 234 567",    // Poland, and the beginning of a number of Malaysia
        "601234567",      // Poland
        "501-234-567",    // Poland, not Belize
        "512 345 678",    // Poland, not Peru
        "669 123 456",    // Poland, not Thailand
        "781 234 567",    // Poland, not Russia
        "22 123 45 67",   // Poland, not Ivory Coast
        "612 34567",      // Lithuania, not Australia
        "8 612 34567",    // Lithuania, not Japan
        "2012 3456",      // Latvia
        "5123 4567",      // Estonia
        "602 123 456",    // Czechia
        "0905 123 456",   // Slovakia
        "905 123 456",    // Slovakia, not Turkey
        "0171 3920010",   // Germany
        "171 3920010",    // Germany, not the United States
        "030 123456",     // Germany
        "380 123 4567",   // Italy, not Ukraine
        "347 123 4567",   // Italy, not Spain
        "0712 345 678",   // Romania
        "712 345 678",    // Romania, not Kazakhstan
        "06 12 34 56 78", // France
        "612 345 678",    // Spain
        "69 123 456",     // Moldova
        "06 20 123 4567", // Hungary
        "67 123 45 67",   // Ukraine, without its zero
        "60",
        "6",
    ] {
        assert_eq!(verdict(input, ""), Verdict::NoCountry { abroad: None }, "{input}");
    }
}

#[test]
fn a_short_number_that_can_begin_with_a_calling_code_is_asked_about_too() {
    for (input, spelled) in [
        ("508 412 345", "+508 41 23 45"), // also a mobile number of Poland
        ("328 123 4567", "+32 81 23 45 67"), // also a mobile number of Italy
        ("45 20 12 34 56", "+45 20 12 34 56"), // a number of Denmark
        ("47 40 61 23 45", "+47 40 61 23 45"), // a number of Norway
        ("15123456789", "+1 512-345-6789"), // also a mobile number of Germany
    ] {
        match verdict(input, "") {
            Verdict::NoCountry { abroad: Some(number) } => {
                assert_eq!(number.international, spelled);
                assert_eq!(ready_digits(spelled, ""), number.digits.as_str());
            }
            other => panic!("{input:?} is not asked about: {other:?}"),
        }
    }
}

#[test]
fn a_whole_international_number_needs_neither_a_plus_nor_a_country() {
    for digits in ["48601234567", "37061234567", "37120123456", "420601123456", "12015550123"] {
        assert_eq!(ready_digits(digits, ""), digits);
    }
}

#[test]
fn of_several_numbers_none_gets_a_country_that_nobody_named() {
    let Verdict::Several { numbers } = verdict("508 412 345, 601 234 567", "") else {
        panic!("two numbers");
    };
    assert_eq!(numbers, ["508412345", "601234567"]);
}

#[test]
fn letters_and_other_characters_are_no_number() {
    for input in [
        "1-800-FLOWERS",
        "call me",
        "49+821",
        "*100#",
        "tel:",
        "()",
        "user@example.com",
        "①②③",
        "½½½½½½½½½",
    ] {
        assert_eq!(verdict(input, "DE"), Verdict::NotANumber, "{input:?}");
    }
}

#[test]
fn more_than_200_characters_are_no_number() {
    let longest = format!("{:<200}", "+49 821 3437654");
    assert_eq!(ready_digits(&longest, ""), "498213437654");
    let wide = longest.replace(' ', "\u{3000}");
    assert_eq!(ready_digits(&wide, ""), "498213437654");

    assert_eq!(verdict(&format!("{longest} "), "DE"), Verdict::NotANumber);
    assert_eq!(verdict(&" ".repeat(201), "DE"), Verdict::NotANumber);
    assert_eq!(verdict(&"4".repeat(10_000_000), "DE"), Verdict::NotANumber);
}

#[test]
fn the_usual_words_and_signs_for_an_extension_are_recognized() {
    for input in [
        "0821 3437654 ext. 12",
        "0821 3437654 x12",
        "0821 3437654 #12",
        "0821 3437654,,12",
        "0821 3437654;12",
        "tel:+49-821-3437654;ext=12",
        "0821 3437654 Durchwahl 12",
        "0821 3437654 wew. 12",
        "0821 3437654 доб. 12",
    ] {
        assert_eq!(verdict(input, "DE"), Verdict::Extension, "{input:?}");
    }
}

#[test]
fn a_ukrainian_number_is_recognized_in_every_spelling() {
    for (input, country) in [
        ("+380 50 123 45 67", ""),
        ("+38 (050) 123-45-67", "DE"),
        ("00380501234567", "PL"),
        ("011 380 50 1234567", "US"),
        ("380501234567", ""),
        ("380501234567", "DE"),
        ("380501234567", "IT"),
        ("050 123 45 67", "UA"),
        ("50 123 45 67", "UA"),
        ("+380 50 123 45 67 ext. 5", ""),
    ] {
        assert_eq!(verdict(input, country), Verdict::Ukraine, "{input} with {country:?}");
    }
}

#[test]
fn a_ukrainian_number_is_recognized_before_it_is_complete() {
    for (input, country) in [
        ("+380", ""),
        ("+380 5", "DE"),
        ("00380 50 12", ""),
        ("050 12", "UA"),
        ("+380 00 0000000", ""),
    ] {
        assert_eq!(verdict(input, country), Verdict::Ukraine, "{input} with {country:?}");
    }
}

#[test]
fn with_ukraine_chosen_a_full_foreign_number_stays_foreign() {
    assert_eq!(ready_digits("498213437654", "UA"), "498213437654");
    assert_eq!(ready_digits("+48 600 123 456", "UA"), "48600123456");
}

#[test]
fn all_countries_are_listed_in_order_also_those_that_share_a_code() {
    let countries = countries();
    assert!(countries.is_sorted_by(|a, b| a.region.as_str() < b.region.as_str()));

    let code = |name: &str| {
        countries.iter().find(|country| country.region == region(name)).map(|c| c.calling_code)
    };
    for (name, calling_code) in [
        ("DE", 49),
        ("UA", 380),
        ("US", 1),
        ("CA", 1),
        ("BS", 1),
        ("RU", 7),
        ("KZ", 7),
        ("GB", 44),
        ("JE", 44),
        ("IT", 39),
        ("VA", 39),
        ("XK", 383),
    ] {
        assert_eq!(code(name), Some(calling_code), "{name}");
    }
    assert!(countries.len() > 240);
}
