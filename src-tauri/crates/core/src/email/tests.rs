use super::*;

/// What people paste, and the address in it.
const PASTED: &[(&str, &str)] = &[
    ("office@firma.example", "office@firma.example"),
    (" o.k+api@mail.firma.com.ua \n", "o.k+api@mail.firma.com.ua"),
    ("\u{200B}office@firma.example", "office@firma.example"),
    ("\u{FEFF}office@firma.example\u{200E}", "office@firma.example"),
    ("off\u{AD}ice@firma.example", "office@firma.example"),
    ("office@\u{2060}firma.example", "office@firma.example"),
    ("office@firma\u{3164}.example", "office@firma.example"),
    ("office@firma.example\u{FFFC}", "office@firma.example"),
    ("\u{A0}office@firma.example\u{202F}", "office@firma.example"),
    ("office@firma.example\0", "office@firma.example"),
    ("ｏｆｆｉｃｅ＠ｆｉｒｍａ．ｅｘａｍｐｌｅ", "office@firma.example"),
    ("oﬃce@firma.example", "office@firma.example"),
    ("office@firma.example;", "office@firma.example"),
    ("office@firma.example,", "office@firma.example"),
    ("office@firma.example.", "office@firma.example"),
    ("office@firma.example!", "office@firma.example"),
    ("office@firma.example. Please answer", "office@firma.example"),
    ("<office@firma.example>", "office@firma.example"),
    ("<office@firma.example>;", "office@firma.example"),
    ("\"office@firma.example\"", "office@firma.example"),
    ("'office@firma.example'", "office@firma.example"),
    ("„office@firma.example“", "office@firma.example"),
    ("«office@firma.example»", "office@firma.example"),
    ("(office@firma.example)", "office@firma.example"),
    ("[office@firma.example]", "office@firma.example"),
    ("`office@firma.example`", "office@firma.example"),
    ("**office@firma.example**", "office@firma.example"),
    ("Office <office@firma.example>", "office@firma.example"),
    ("Office<office@firma.example>", "office@firma.example"),
    ("\"Office, Firma\" <office@firma.example>", "office@firma.example"),
    ("\"Олена Коваль\" <o.koval@firma.example>", "o.koval@firma.example"),
    ("office@firma.example <office@firma.example>", "office@firma.example"),
    ("office@firma.example <mailto:office@firma.example>", "office@firma.example"),
    ("[office@firma.example](mailto:office@firma.example)", "office@firma.example"),
    ("office@firma.example (Anna Kowalska)", "office@firma.example"),
    ("(Anna) office@firma.example", "office@firma.example"),
    ("Anna Kowalska, office@firma.example", "office@firma.example"),
    ("office@firma.example, Anna Kowalska", "office@firma.example"),
    ("office@firma.example – Anna Kowalska", "office@firma.example"),
    ("Anna Kowalska\toffice@firma.example\t+49 821 3437654", "office@firma.example"),
    ("Anna Kowalska\r\noffice@firma.example\r\nAugsburg", "office@firma.example"),
    ("• office@firma.example", "office@firma.example"),
    ("- office@firma.example", "office@firma.example"),
    ("mailto:office@firma.example", "office@firma.example"),
    ("MAILTO:office@firma.example", "office@firma.example"),
    ("mailto://office@firma.example", "office@firma.example"),
    ("<mailto:office@firma.example>", "office@firma.example"),
    ("mailto:office@firma.example?subject=Key%20%26%20account", "office@firma.example"),
    ("mailto:office@firma.example?cc=anna@firma.example", "office@firma.example"),
    ("mailto:office%40firma.example?subject=Key", "office@firma.example"),
    ("mailto:?to=office@firma.example&subject=Key", "office@firma.example"),
    ("E-Mail: office@firma.example", "office@firma.example"),
    ("E-Mail:office@firma.example", "office@firma.example"),
    ("e-mail office@firma.example", "office@firma.example"),
    ("E-mail (work): office@firma.example", "office@firma.example"),
    ("Електронна пошта: office@firma.example", "office@firma.example"),
    ("ел. пошта office@firma.example", "office@firma.example"),
    ("Adres e-mail: office@firma.example;", "office@firma.example"),
    ("email=office@firma.example", "office@firma.example"),
    ("SMTP:office@firma.example", "office@firma.example"),
    ("office(at)firma.example", "office@firma.example"),
    ("office [at] firma [dot] example", "office@firma.example"),
    ("Office &lt;office@firma.example&gt;", "office@firma.example"),
    ("E-Mail-Adresse: office@firma.example; Telefon: 0821 3437654", "office@firma.example"),
    ("office@firma.example\u{2028}", "office@firma.example"),
    ("o'brien@firma.example", "o'brien@firma.example"),
    ("Office@Firma.Example", "Office@Firma.Example"),
    ("adres e-mail office@firma.example", "office@firma.example"),
    ("Indirizzo email office@firma.example", "office@firma.example"),
    ("name=Office&email=office@firma.example", "office@firma.example"),
    ("✉ office@firma.example", "office@firma.example"),
    ("📧office@firma.example", "office@firma.example"),
    ("office&#64;firma.example", "office@firma.example"),
    ("office@firma.example?subject=Hi", "office@firma.example"),
    ("mailto:Office%20%3Coffice@firma.example%3E", "office@firma.example"),
    ("mailto:office@firma.example?body=ask%20anna@firma.example", "office@firma.example"),
    // Addresses in one alphabet, whichever it is.
    ("office@сосна.com", "office@сосна.com"),
    ("zoë@café.fr", "zoë@café.fr"),
    ("office@müller.example", "office@müller.example"),
    ("office@xn--mller-kva.example", "office@xn--mller-kva.example"),
    ("olena@пошта.example", "olena@пошта.example"),
    ("олена@пошта.укр", "олена@пошта.укр"),
    ("роса@роса.укр", "роса@роса.укр"),
    ("office@пошта-24.укр", "office@пошта-24.укр"),
    ("γραφείο@εταιρεία.example", "γραφείο@εταιρεία.example"),
    ("office@日本tokyo.example", "office@日本tokyo.example"),
    ("jõgi@õhk.ee", "jõgi@õhk.ee"),
];

#[test]
fn the_address_in_a_pasted_text_is_found() {
    for (pasted, address) in PASTED {
        assert_eq!(
            check(pasted),
            EmailVerdict::Ready { address: (*address).to_owned() },
            "{pasted:?}"
        );
    }
}

#[test]
fn several_addresses_are_named() {
    for pasted in [
        "office@firma.example, anna@firma.example",
        "office@firma.example;anna@firma.example",
        "office@firma.example anna@firma.example",
        "office@firma.example\nanna@firma.example",
        "office@firma.example / anna@firma.example",
        "office@firma.example/anna@firma.example",
        "Office <office@firma.example>, Anna <anna@firma.example>",
        "mailto:office@firma.example,anna@firma.example",
        "mailto:office@firma.example%2Canna@firma.example",
        "office@firma.example oder anna@firma.example",
        "\"anna@firma.example\" <office@firma.example>",
        "office@firma.example | anna@firma.example",
    ] {
        assert_eq!(check(pasted), EmailVerdict::SeveralAddresses, "{pasted:?}");
    }
}

#[test]
fn a_letter_of_another_alphabet_is_named_with_its_place() {
    for (typed, letter, alphabet, part) in [
        ("offіce@firma.example", 'і', Alphabet::Cyrillic, "offіce"),
        ("оffice@firma.example", 'о', Alphabet::Cyrillic, "оffice"),
        ("Оffice@firma.example", 'О', Alphabet::Cyrillic, "Оffice"),
        ("Office <offісe@firma.example>", 'і', Alphabet::Cyrillic, "offісe"),
        ("mailto:office@fіrma.example?subject=x", 'і', Alphabet::Cyrillic, "fіrma"),
        ("office@firmа.example", 'а', Alphabet::Cyrillic, "firmа"),
        ("office@mail.firma.exаmple", 'а', Alphabet::Cyrillic, "exаmple"),
        ("office@firma.соm", 'с', Alphabet::Cyrillic, "соm"),
        ("office@firma.со", 'с', Alphabet::Cyrillic, "со"),
        ("office@аррӏе.com", 'а', Alphabet::Cyrillic, "аррӏе"),
        ("о@firma.example", 'о', Alphabet::Cyrillic, "о"),
        ("соса@firma.example", 'с', Alphabet::Cyrillic, "соса"),
        ("οffice@firma.example", 'ο', Alphabet::Greek, "οffice"),
        ("anna.kоwalska@firma.example", 'о', Alphabet::Cyrillic, "anna.kоwalska"),
        ("оlena@пошта.укр", 'о', Alphabet::Cyrillic, "оlena"),
        ("олена@пoшта.укр", 'o', Alphabet::Latin, "пoшта"),
        ("ab@firma.exampլe", 'լ', Alphabet::Other, "exampլe"),
        // The same in punycode.
        ("office@xn--frma-l9d.example", 'і', Alphabet::Cyrillic, "fіrma"),
    ] {
        let part = part.to_owned();
        let expected = EmailVerdict::MixedAlphabets { letter, alphabet, part };
        assert_eq!(check(typed), expected, "{typed}");
    }
}

#[test]
fn the_problem_of_a_wrong_address_is_named() {
    for (typed, verdict) in [
        ("  ", EmailVerdict::Empty),
        ("\u{200B}\u{FEFF}", EmailVerdict::Empty),
        ("<>", EmailVerdict::Empty),
        ("office.firma.example", EmailVerdict::NoAt),
        ("E-Mail: office.firma.example", EmailVerdict::NoAt),
        ("@firma.example", EmailVerdict::NoName),
        ("<@firma.example>", EmailVerdict::NoName),
        ("office@", EmailVerdict::NoDomain),
        ("mailto:office@", EmailVerdict::NoDomain),
        ("office@firma", EmailVerdict::NoDomain),
        ("office@firma.", EmailVerdict::NoDomain),
        ("office@127.0.0.1", EmailVerdict::NoDomain),
        ("office@firma.c", EmailVerdict::NoDomain),
        ("office@fir_ma.example", EmailVerdict::NotAnAddress),
        ("office@firma.example&x", EmailVerdict::NotAnAddress),
        ("office@firma.example#x", EmailVerdict::NotAnAddress),
        ("office@firma.ex$mple", EmailVerdict::NotAnAddress),
        ("office @firma.example", EmailVerdict::SpaceInside),
        ("office@ firma.example", EmailVerdict::SpaceInside),
        ("off ice@firma.example", EmailVerdict::SpaceInside),
        ("Anna office@firma.example", EmailVerdict::SpaceInside),
        ("office@firma.example Anna", EmailVerdict::SpaceInside),
        ("a,b@firma.example", EmailVerdict::NotAnAddress),
        ("office@firma.co,uk", EmailVerdict::NotAnAddress),
        ("office@firma;example", EmailVerdict::NotAnAddress),
        ("a@b@firma.example", EmailVerdict::NotAnAddress),
        ("office@@firma.example", EmailVerdict::NotAnAddress),
        ("a@b.example?cc=x@y.example", EmailVerdict::NotAnAddress),
        ("https://office@firma.example", EmailVerdict::NotAnAddress),
    ] {
        assert_eq!(check(typed), verdict, "{typed:?}");
    }
}

#[test]
fn an_address_that_was_found_is_found_again() {
    for (_, address) in PASTED {
        assert_eq!(check(address), EmailVerdict::Ready { address: (*address).to_owned() });
    }
}

proptest::proptest! {
    #[test]
    fn an_address_in_any_text_is_found_again_by_itself(
        before in "[\\PC]{0,8}", name in "[a-z.,<>:;=а-я]{0,8}", domain in "[a-z.,>?а-я]{0,12}", after in "[\\PC]{0,8}",
    ) {
        if let EmailVerdict::Ready { address } = check(&format!("{before}{name}@{domain}{after}")) {
            proptest::prop_assert_eq!(check(&address), EmailVerdict::Ready { address });
        }
    }
}

#[test]
fn the_domain_of_a_message_is_written_in_ascii() {
    assert_eq!(with_ascii_domain("zoë@café.fr"), "zoë@xn--caf-dma.fr");
    assert_eq!(with_ascii_domain("o@firma.example"), "o@firma.example");
}
