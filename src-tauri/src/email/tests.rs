use super::*;

fn to_manager(address: &str, subject: &str, body: &str) -> EmailDraft {
    let to = Addressee::Manager { address: address.to_owned() };
    EmailDraft { to, subject: subject.to_owned(), body: body.to_owned() }
}

#[test]
fn an_email_goes_to_its_recipient_and_to_nobody_else() {
    let body = "Line one\nsecond?cc=x@y.example&bcc=é";
    let email = EmailDraft { to: Addressee::ServiceDesk, ..to_manager("", "Key & account", body) };
    assert_eq!(
        email.mailto(),
        (
            "mailto:servicedesk@novapost.com?subject=Key%20%26%20account&body=Line%20one%0D%0Asecond%3Fcc%3Dx@y.example%26bcc%3D%C3%A9".to_owned(),
            EmailHandoff::Whole
        )
    );
}

#[test]
fn an_invalid_address_is_left_out() {
    for typed in ["", "manager", "a@b.example?cc=x@y.example", "a@b.example,x@y.example"] {
        let (mailto, _) = to_manager(typed, "s", "b").mailto();
        assert!(mailto.starts_with("mailto:?subject="), "{mailto}");
    }
}

#[test]
fn a_text_that_is_too_long_for_mailto_is_left_out_completely() {
    let email = to_manager("m@novapost.example", "s", &"ї".repeat(5000));
    let expected = "mailto:m@novapost.example?subject=s".to_owned();
    assert_eq!(email.mailto(), (expected, EmailHandoff::WithoutText));
}

#[test]
fn a_message_is_marked_as_unsent_and_has_the_content_of_the_email() {
    let email = to_manager("m@novapost.example", "Прив’язка", "Добрий день\nДо побачення");
    let message = String::from_utf8(email.message(Some("o@firma.example"))).unwrap();
    for expected in [
        "X-Unsent: 1\r\n",
        "To: <m@novapost.example>\r\n",
        "From: <o@firma.example>\r\n",
        "Subject: =?utf-8?",
        "Content-Type: text/plain; charset=\"utf-8\"\r\n",
    ] {
        assert!(message.contains(expected), "{expected} in {message}");
    }
}

#[test]
fn a_draft_has_no_date_and_no_message_id() {
    let body = "Date: today\nMessage-ID: <a@b>\n\nDate: never";
    let message =
        to_manager("m@novapost.example", "Date: now", body).message(Some("o@firma.example"));
    let message = String::from_utf8(message).unwrap();
    let (head, sent) = message.split_once("\r\n\r\n").unwrap();
    assert!(head.lines().count() > 4, "{head}");
    for name in ["Date:", "Message-ID:"] {
        assert!(head.lines().all(|line| !line.starts_with(name)), "{head}");
    }
    assert!(head.contains("Subject: Date: now"), "{head}");
    assert!(sent.contains("Date: today"), "the text stays: {sent}");
}

#[test]
fn the_address_in_a_pasted_text_is_the_recipient() {
    let email = to_manager("Manager <m@novapost.example>;", "s", "b");
    assert_eq!(email.mailto().0, "mailto:m@novapost.example?subject=s&body=b");
    let email = to_manager("m@пошта.example", "s", "b");
    let message = String::from_utf8(email.message(None)).unwrap();
    assert!(message.contains("To: <m@xn--80a1acn3a.example>\r\n"), "{message}");
}

#[test]
fn a_subject_cannot_add_a_header() {
    let email = to_manager("m@novapost.example", "a\r\nBcc: x@y.example", "b");
    let message = String::from_utf8(email.message(None)).unwrap();
    assert!(!message.contains("\nBcc:"), "{message}");
}

#[test]
fn an_email_never_overwrites_another() {
    let folder = tempfile::tempdir().unwrap();
    let names = ["first", "second"].map(|text| {
        let path = save(folder.path(), "Zoë / “Firma” & Co.", "eml", text.as_bytes()).unwrap();
        assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
        path.file_name().unwrap().to_string_lossy().into_owned()
    });
    assert_eq!(names, ["Zoë Firma Co.eml", "Zoë Firma Co (2).eml"]);
}

#[test]
fn a_file_name_cannot_leave_the_folder() {
    assert_eq!(file_name("../../etc/passwd"), "etc passwd");
    assert_eq!(file_name("…"), "email");
}
