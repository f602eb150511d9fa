//! Letters to Nova Post, ready to be sent from the person's own mail program: as an address that
//! opens it (`mailto:`), or as a file that it opens (`.eml`).

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use mail_builder::MessageBuilder;
use mail_builder::headers::raw::Raw;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use keydesk_core::email::{self, EmailVerdict};

/// A letter, in the words of the catalogs.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Letter {
    /// Who gets it.
    pub to: Addressee,
    /// Its subject.
    pub subject: String,
    /// Its text, lines ended by `\n`.
    pub body: String,
}

/// Who gets a letter.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(tag = "who", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum Addressee {
    /// Who answers questions about the API (spec).
    ServiceDesk,
    /// The sales manager of the company. What is no address is left to the mail program to ask for.
    Manager {
        /// As it was typed.
        address: String,
    },
}

/// How a letter reached the mail program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Handed {
    /// All of it.
    Whole,
    /// Address and subject; the text is too long for an address, and was put on the clipboard.
    WithoutText,
}

/// A letter that was saved as a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SavedLetter {
    /// The folder, as the person knows it: its full path.
    pub folder: String,
    /// The file's name.
    pub file: String,
}

const SERVICE_DESK: &str = "servicedesk@novapost.com";

/// The longest address that opens a mail program: Windows hands on 2,083 characters at most; other
/// systems and mail programs take more, but how much nobody invariants.
const MAILTO_LIMIT: usize = if cfg!(windows) { 2_000 } else { 8_000 };

/// The longest name of a file without its ending that every file system takes.
const NAME_LIMIT: usize = 60;

impl Letter {
    /// The `mailto:` address (RFC 6068), and whether the text has found room in it.
    #[must_use]
    pub fn mailto(&self) -> (String, Handed) {
        let to = self.to.address().map(|address| encode(&address)).unwrap_or_default();
        let short = format!("mailto:{to}?subject={}", encode(&self.subject));
        let body = self.body.replace("\r\n", "\n").replace('\n', "\r\n");
        let whole = format!("{short}&body={}", encode(&body));
        if whole.len() <= MAILTO_LIMIT {
            (whole, Handed::Whole)
        } else {
            (short, Handed::WithoutText)
        }
    }

    /// The letter as a message that is not sent yet (RFC 5322): a mail program opens it to be sent.
    #[must_use]
    pub fn message(&self, from: Option<&str>) -> Vec<u8> {
        let mut message = MessageBuilder::new()
            .header("X-Unsent", Raw::new("1"))
            .subject(self.subject.as_str())
            .text_body(self.body.as_str());
        if let Some(from) = from.and_then(address) {
            message = message.from(from);
        }
        if let Some(to) = self.to.address() {
            message = message.to(to);
        }
        message.write_to_vec().unwrap_or_default()
    }
}

impl Addressee {
    /// The address without anything that could add another addressee.
    fn address(&self) -> Option<String> {
        match self {
            Self::ServiceDesk => Some(SERVICE_DESK.to_owned()),
            Self::Manager { address: typed } => address(typed),
        }
    }
}

/// Writes a letter into the folder under this name, or under the next that is free. Blocks.
pub(crate) fn save(folder: &Path, name: &str, message: &[u8]) -> io::Result<PathBuf> {
    std::fs::create_dir_all(folder)?;
    let name = file_name(name);
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(message)?;
    file.as_file().sync_all()?;
    for attempt in 1.. {
        let number = if attempt == 1 { String::new() } else { format!(" ({attempt})") };
        let path = folder.join(format!("{name}{number}.eml"));
        match file.persist_noclobber(&path) {
            Ok(_) => return Ok(path),
            Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => file = error.file,
            Err(error) => return Err(error.error),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

/// What every file system takes: letters, digits, spaces and dashes.
fn file_name(wanted: &str) -> String {
    let plain: String = wanted
        .chars()
        .map(|sign| if sign.is_alphanumeric() || " -_".contains(sign) { sign } else { ' ' })
        .collect();
    let words: Vec<&str> = plain.split_whitespace().collect();
    let name: String = words.join(" ").chars().take(NAME_LIMIT).collect();
    if name.is_empty() { "letter".to_owned() } else { name.trim_end().to_owned() }
}

fn address(typed: &str) -> Option<String> {
    match email::check(typed) {
        EmailVerdict::Ready { address } => Some(address),
        _ => None,
    }
}

fn encode(text: &str) -> String {
    use std::fmt::Write;
    text.bytes().fold(String::with_capacity(text.len()), |mut encoded, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~@".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            let _ = write!(encoded, "%{byte:02X}");
        }
        encoded
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn to_manager(address: &str, subject: &str, body: &str) -> Letter {
        let to = Addressee::Manager { address: address.to_owned() };
        Letter { to, subject: subject.to_owned(), body: body.to_owned() }
    }

    #[test]
    fn a_letter_goes_to_its_addressee_and_nowhere_else() {
        let body = "Line one\nsecond?cc=x@y.example&bcc=é";
        let letter = Letter { to: Addressee::ServiceDesk, ..to_manager("", "Key & account", body) };
        assert_eq!(
            letter.mailto(),
            (
                "mailto:servicedesk@novapost.com?subject=Key%20%26%20account&body=Line%20one%0D%0Asecond%3Fcc%3Dx@y.example%26bcc%3D%C3%A9".to_owned(),
                Handed::Whole
            )
        );
    }

    #[test]
    fn what_is_no_address_is_left_out() {
        for typed in ["", "manager", "a@b.example?cc=x@y.example", "a@b.example,x@y.example"] {
            let (mailto, _) = to_manager(typed, "s", "b").mailto();
            assert!(mailto.starts_with("mailto:?subject="), "{mailto}");
        }
    }

    #[test]
    fn a_text_that_is_too_long_for_an_address_is_left_out_whole() {
        let letter = to_manager("m@novapost.example", "s", &"ї".repeat(5000));
        let expected = "mailto:m@novapost.example?subject=s".to_owned();
        assert_eq!(letter.mailto(), (expected, Handed::WithoutText));
    }

    #[test]
    fn a_message_is_unsent_and_says_what_the_letter_says() {
        let letter = to_manager("m@novapost.example", "Прив’язка", "Добрий день\nДо побачення");
        let message = String::from_utf8(letter.message(Some("o@firma.example"))).unwrap();
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
    fn a_message_does_not_name_this_computer() {
        let message = to_manager("m@novapost.example", "s", "b").message(None);
        let message = String::from_utf8(message).unwrap();
        let id = message.lines().find(|line| line.starts_with("Message-ID: ")).unwrap();
        assert!(id.ends_with("@localhost>"), "{id}");
    }

    #[test]
    fn a_subject_cannot_add_a_header() {
        let letter = to_manager("m@novapost.example", "a\r\nBcc: x@y.example", "b");
        let message = String::from_utf8(letter.message(None)).unwrap();
        assert!(!message.contains("\nBcc:"), "{message}");
    }

    #[test]
    fn no_letter_takes_the_place_of_another() {
        let folder = tempfile::tempdir().unwrap();
        let names = ["first", "second"].map(|text| {
            let path = save(folder.path(), "Zoë / “Firma” & Co.", text.as_bytes()).unwrap();
            assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
            path.file_name().unwrap().to_string_lossy().into_owned()
        });
        assert_eq!(names, ["Zoë Firma Co.eml", "Zoë Firma Co (2).eml"]);
    }

    #[test]
    fn a_name_never_leaves_the_folder() {
        assert_eq!(file_name("../../etc/passwd"), "etc passwd");
        assert_eq!(file_name("…"), "letter");
    }
}
