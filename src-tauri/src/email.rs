//! Emails to Nova Post, which the person sends from a mail program: handed over as a `mailto:` address,
//! or saved as an `.eml` file.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use mail_builder::MessageBuilder;
use mail_builder::headers::raw::Raw;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use keydesk_core::email::{self, EmailVerdict};
use keydesk_core::model::Failure;

/// An email that the window has written from the catalogs.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EmailDraft {
    /// The recipient.
    pub to: Addressee,
    /// The subject line, not encoded.
    pub subject: String,
    /// Plain text. Lines end with `\n`.
    pub body: String,
}

/// The recipient of an email.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(tag = "who", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum Addressee {
    /// Nova Post's support for the API [NP-spec: contact].
    ServiceDesk,
    /// The company's sales manager at Nova Post.
    Manager {
        /// As it was typed. If it is not a valid address, the email has no recipient, and the mail
        /// program asks for one.
        address: String,
    },
}

/// How much of an email the mail program got.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum EmailHandoff {
    /// Recipient, subject and text.
    Whole,
    /// Recipient and subject. The text is too long for a `mailto:` address and was copied to the
    /// clipboard.
    WithoutText,
}

/// An email that was saved as a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SavedEmail {
    /// The full path of the folder.
    pub folder: String,
    /// The name of the file, with its extension.
    pub file: String,
}

const SERVICE_DESK: &str = "servicedesk@novapost.com";

/// The longest `mailto:` address that the app uses, in bytes. Windows passes on 2,083 characters at
/// most. Other systems and mail programs take more, but document no limit.
const MAILTO_LIMIT: usize = if cfg!(windows) { 2_000 } else { 8_000 };

/// The longest file name without its extension, in characters: every file system takes it.
const NAME_LIMIT: usize = 60;

impl EmailDraft {
    /// The `mailto:` address (RFC 6068), and whether it includes the text.
    #[must_use]
    pub fn mailto(&self) -> (String, EmailHandoff) {
        let to = self.to.address().map(|address| encode(&address)).unwrap_or_default();
        let short = format!("mailto:{to}?subject={}", encode(&self.subject));
        let body = self.body.replace("\r\n", "\n").replace('\n', "\r\n");
        let whole = format!("{short}&body={}", encode(&body));
        if whole.len() <= MAILTO_LIMIT {
            (whole, EmailHandoff::Whole)
        } else {
            (short, EmailHandoff::WithoutText)
        }
    }

    /// The email as a message (RFC 5322) that is marked as not sent, so that a mail program opens it for
    /// editing. A sender that is not a valid address is left out.
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
        // Writing to memory does not fail.
        message.write_to_vec().unwrap_or_default()
    }
}

impl Addressee {
    /// The address, if it is valid. A valid address can't contain a second recipient.
    fn address(&self) -> Option<String> {
        match self {
            Self::ServiceDesk => Some(SERVICE_DESK.to_owned()),
            Self::Manager { address: typed } => address(typed),
        }
    }
}

/// The folder in which emails are saved, and the one that was saved last.
pub(crate) struct EmailFiles {
    folder: PathBuf,
    last_saved: Mutex<Option<PathBuf>>,
}

impl EmailFiles {
    pub(crate) fn in_folder(folder: PathBuf) -> Self {
        Self { folder, last_saved: Mutex::default() }
    }

    /// Saves an email under this name, or with a number after it if the name is taken.
    pub(crate) async fn save(
        &self,
        email: &EmailDraft,
        sender: &str,
        name: String,
    ) -> Result<SavedEmail, Failure> {
        let (folder, message) = (self.folder.clone(), email.message(Some(sender)));
        let saved = tauri::async_runtime::spawn_blocking(move || save(&folder, &name, &message));
        let saved = saved.await.map_err(|error| Failure::internal("join", &error))?;
        let path = saved.map_err(|error| {
            tracing::error!(kind = ?error.kind(), "an email can't be saved");
            Failure::StoreUnwritable
        })?;
        let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        *self.last_saved.lock().unwrap_or_else(PoisonError::into_inner) = Some(path);
        Ok(SavedEmail { folder: self.folder.display().to_string(), file })
    }

    /// The email that was saved last. `None` if none was saved since the app started.
    pub(crate) fn last_saved(&self) -> Option<PathBuf> {
        self.last_saved.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// Writes a message to a new file in the folder. Blocks.
fn save(folder: &Path, name: &str, message: &[u8]) -> io::Result<PathBuf> {
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

/// A name with only letters, digits, spaces, dashes and underscores, which every file system takes.
fn file_name(wanted: &str) -> String {
    let plain: String = wanted
        .chars()
        .map(|c| if c.is_alphanumeric() || " -_".contains(c) { c } else { ' ' })
        .collect();
    let words: Vec<&str> = plain.split_whitespace().collect();
    let name: String = words.join(" ").chars().take(NAME_LIMIT).collect();
    if name.is_empty() { "letter".to_owned() } else { name.trim_end().to_owned() }
}

/// What was typed, if it is a valid address.
fn address(typed: &str) -> Option<String> {
    match email::check(typed) {
        EmailVerdict::Ready { address } => Some(address),
        _ => None,
    }
}

/// Percent-encodes a part of a `mailto:` address (RFC 6068).
fn encode(text: &str) -> String {
    use std::fmt::Write;
    text.bytes().fold(String::with_capacity(text.len()), |mut encoded, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~@".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            // Writing to a string does not fail.
            let _ = write!(encoded, "%{byte:02X}");
        }
        encoded
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn to_manager(address: &str, subject: &str, body: &str) -> EmailDraft {
        let to = Addressee::Manager { address: address.to_owned() };
        EmailDraft { to, subject: subject.to_owned(), body: body.to_owned() }
    }

    #[test]
    fn an_email_goes_to_its_recipient_and_to_nobody_else() {
        let body = "Line one\nsecond?cc=x@y.example&bcc=é";
        let email =
            EmailDraft { to: Addressee::ServiceDesk, ..to_manager("", "Key & account", body) };
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
    fn a_message_does_not_name_this_computer() {
        let message = to_manager("m@novapost.example", "s", "b").message(None);
        let message = String::from_utf8(message).unwrap();
        let id = message.lines().find(|line| line.starts_with("Message-ID: ")).unwrap();
        assert!(id.ends_with("@localhost>"), "{id}");
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
            let path = save(folder.path(), "Zoë / “Firma” & Co.", text.as_bytes()).unwrap();
            assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
            path.file_name().unwrap().to_string_lossy().into_owned()
        });
        assert_eq!(names, ["Zoë Firma Co.eml", "Zoë Firma Co (2).eml"]);
    }

    #[test]
    fn a_file_name_cannot_leave_the_folder() {
        assert_eq!(file_name("../../etc/passwd"), "etc passwd");
        assert_eq!(file_name("…"), "letter");
    }
}
