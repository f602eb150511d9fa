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
    /// editing. A sender that is not a valid address is left out. Date and Message-ID are missing: the mail
    /// program adds them when it sends the draft, and some take a message that has them for a received one.
    #[must_use]
    pub fn message(&self, from: Option<&str>) -> Vec<u8> {
        let mut message = MessageBuilder::new()
            .header("X-Unsent", Raw::new("1"))
            .subject(self.subject.as_str())
            .text_body(self.body.as_str());
        if let Some(from) = from.and_then(address) {
            message = message.from(email::with_ascii_domain(&from));
        }
        if let Some(to) = self.to.address() {
            message = message.to(email::with_ascii_domain(&to));
        }
        // Writing to memory does not fail.
        without_headers(&message.write_to_vec().unwrap_or_default(), &["Date", "Message-ID"])
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
        let saved =
            tauri::async_runtime::spawn_blocking(move || save(&folder, &name, "eml", &message));
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

/// Writes to a new file in the folder, with a number after its name if the name is taken. Blocks.
pub(crate) fn save(
    folder: &Path,
    name: &str,
    extension: &str,
    content: &[u8],
) -> io::Result<PathBuf> {
    std::fs::create_dir_all(folder)?;
    let name = file_name(name);
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(content)?;
    file.as_file().sync_all()?;
    for attempt in 1.. {
        let number = if attempt == 1 { String::new() } else { format!(" ({attempt})") };
        let path = folder.join(format!("{name}{number}.{extension}"));
        match file.persist_noclobber(&path) {
            Ok(_) => return Ok(path),
            Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => file = error.file,
            Err(error) => return Err(error.error),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

/// A name with only letters, digits, spaces, dashes and underscores, which every file system takes.
pub(crate) fn file_name(wanted: &str) -> String {
    let plain: String = wanted
        .chars()
        .map(|c| if c.is_alphanumeric() || " -_".contains(c) { c } else { ' ' })
        .collect();
    let words: Vec<&str> = plain.split_whitespace().collect();
    let name: String = words.join(" ").chars().take(NAME_LIMIT).collect();
    if name.is_empty() { "email".to_owned() } else { name.trim_end().to_owned() }
}

/// A message without these headers, which the crate always writes, each on one line.
fn without_headers(message: &[u8], names: &[&str]) -> Vec<u8> {
    let is_header = |line: &[u8], name: &str| {
        line.strip_prefix(name.as_bytes()).is_some_and(|value| value.starts_with(b":"))
    };
    let end = message
        .windows(4)
        .position(|bytes| bytes == b"\r\n\r\n")
        .map_or(message.len(), |end| end + 2);
    let (head, body) = message.split_at(end);
    let lines = head.split_inclusive(|&byte| byte == b'\n');
    let kept = lines.filter(|line| !names.iter().any(|name| is_header(line, name)));
    kept.flatten().chain(body).copied().collect()
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
mod language_tests;
#[cfg(test)]
mod tests;
