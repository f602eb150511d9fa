//! The public key of the person who gets a secret: a key of age, or an SSH key, as people paste it.

use age::{ssh, x25519};
use base64::Engine;
use base64::prelude::{BASE64_STANDARD, BASE64_STANDARD_NO_PAD};
use sha2::{Digest, Sha256};

use crate::model::{RecipientKeyKind, RecipientKeyProblem};

/// A public key to which a secret can be sealed.
#[derive(Clone, Debug)]
pub struct RecipientKey(Key);

#[derive(Clone, Debug)]
enum Key {
    Age(x25519::Recipient),
    Ssh(ssh::Recipient),
}

/// No text with one key is longer.
const LONGEST_TEXT: usize = 16 * 1024;

/// Texts that only a private key contains, in capital letters.
const PRIVATE: [&str; 4] =
    ["AGE-SECRET-KEY-", "PRIVATE KEY-----", "PRIVATE KEY BLOCK-----", "PUTTY-USER-KEY-FILE"];

/// Texts that only a public key of another kind contains, and what it is called.
const OTHER_KINDS: [(&str, &str); 3] = [
    ("-----BEGIN PGP ", "PGP"),
    ("---- BEGIN SSH2 PUBLIC KEY", "SSH2"),
    (" PUBLIC KEY-----", "PEM"),
];

/// `ssh-keygen` makes no shorter keys any more, and age takes none [age: the ssh-rsa recipient type].
const SHORTEST_RSA: u32 = 2048;

/// What age supports.
const LONGEST_RSA: u32 = 4096;

impl RecipientKey {
    /// Reads one public key from a text, such as a whole line of `authorized_keys` or an email with the key in it.
    pub fn parse(text: &str) -> Result<Self, RecipientKeyProblem> {
        if text.len() > LONGEST_TEXT {
            return Err(RecipientKeyProblem::TooLong);
        }
        let text: String = text.chars().filter(|letter| !is_invisible(*letter)).collect();
        if text.trim().is_empty() {
            return Err(RecipientKeyProblem::Empty);
        }
        if has_private_key(&text) {
            return Err(RecipientKeyProblem::PrivateKey);
        }
        let capitals = text.to_ascii_uppercase();
        if let Some((_, name)) = OTHER_KINDS.iter().find(|(sign, _)| capitals.contains(sign)) {
            return Err(RecipientKeyProblem::OtherKind { name: (*name).to_owned() });
        }
        let words: Vec<&str> = text.split_whitespace().map(without_quotes).collect();
        let mut starts = (0..words.len()).filter(|at| is_start(&words[*at..]));
        match (starts.next(), starts.next()) {
            (Some(start), None) => read(&words[start..]),
            (Some(_), Some(_)) => Err(RecipientKeyProblem::Several),
            (None, _) if words.iter().any(|word| is_supported_ssh(word)) => {
                Err(RecipientKeyProblem::Damaged)
            }
            (None, _) => Err(RecipientKeyProblem::NotAKey),
        }
    }

    /// The kind of the key.
    #[must_use]
    pub const fn kind(&self) -> RecipientKeyKind {
        match &self.0 {
            Key::Age(_) => RecipientKeyKind::Age,
            Key::Ssh(ssh::Recipient::SshEd25519(..)) => RecipientKeyKind::SshEd25519,
            Key::Ssh(ssh::Recipient::SshRsa(..)) => RecipientKeyKind::SshRsa,
        }
    }

    /// The key as one line without a comment.
    #[must_use]
    pub fn line(&self) -> String {
        match &self.0 {
            Key::Age(key) => key.to_string(),
            Key::Ssh(key) => key.to_string(),
        }
    }

    /// A short text by which two people compare the key: `SHA256:…` for an SSH key, as `ssh-keygen -l` prints it, and
    /// the beginning and the last eight characters of a key of age, which is short itself.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        match &self.0 {
            Key::Age(key) => {
                let line = key.to_string();
                format!("age1…{}", &line[line.len() - 8..])
            }
            Key::Ssh(ssh::Recipient::SshEd25519(bytes, _) | ssh::Recipient::SshRsa(bytes, _)) => {
                format!("SHA256:{}", BASE64_STANDARD_NO_PAD.encode(Sha256::digest(bytes)))
            }
        }
    }

    /// What age seals to.
    pub(super) fn as_age(&self) -> &dyn age::Recipient {
        match &self.0 {
            Key::Age(key) => key,
            Key::Ssh(key) => key,
        }
    }
}

/// Whether a text has a private key in it.
pub(super) fn has_private_key(text: &str) -> bool {
    let visible = text.chars().filter(|letter| !is_invisible(*letter));
    let capitals: String = visible.map(|letter| letter.to_ascii_uppercase()).collect();
    PRIVATE.iter().any(|sign| capitals.contains(sign))
}

/// Characters that a chat or a mail program adds and nobody sees.
fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

/// A word without what people put around a key.
fn without_quotes(word: &str) -> &str {
    word.trim_matches(|letter: char| {
        matches!(letter, '"' | '\'' | '`' | '<' | '>' | '(' | ')' | ',' | ';' | '.' | '«' | '»')
            || matches!(letter, '\u{2018}'..='\u{201f}')
    })
}

fn is_supported_ssh(word: &str) -> bool {
    matches!(word, "ssh-ed25519" | "ssh-rsa")
}

/// Whether a key begins with the first of these words. An SSH key has a second one, which begins with the length of the
/// first in base64 [RFC 4253: section 6.6].
fn is_start(words: &[&str]) -> bool {
    let is_ssh_name = |word: &str| {
        ["ssh-", "ecdsa-", "sk-"].iter().any(|prefix| word.starts_with(prefix)) && word.len() <= 64
    };
    match words {
        [word, ..] if human_readable_part(word).is_some() => true,
        [word, data, ..] => is_ssh_name(word) && data.starts_with("AAAA"),
        _ => false,
    }
}

/// What comes before the last `1` of a key of age or of one of its plug-ins, such as `age` or `age1yubikey`, in small
/// letters [BIP 173].
fn human_readable_part(word: &str) -> Option<String> {
    let is_age = word.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("age1"));
    if !is_age || word.len() < 12 || !word.bytes().all(|byte| byte.is_ascii_graphic()) {
        return None;
    }
    word.rsplit_once('1').map(|(name, _)| name.to_ascii_lowercase())
}

fn read(words: &[&str]) -> Result<RecipientKey, RecipientKeyProblem> {
    let Some(word) = words.first() else { return Err(RecipientKeyProblem::NotAKey) };
    match human_readable_part(word) {
        Some(name) if name == "age" => {
            // All letters may be capital, but age itself writes and takes small ones.
            let is_all_capital = !word.bytes().any(|byte| byte.is_ascii_lowercase());
            let line = if is_all_capital { word.to_ascii_lowercase() } else { (*word).to_owned() };
            let key = line.parse().map_err(|_| RecipientKeyProblem::Damaged)?;
            Ok(RecipientKey(Key::Age(key)))
        }
        // A plug-in's name has letters, digits and a few signs; anything else is a key of age with a mistake.
        Some(name) if name.len() <= 32 && name.starts_with("age1") => {
            Err(RecipientKeyProblem::OtherKind { name })
        }
        Some(_) => Err(RecipientKeyProblem::Damaged),
        None if is_supported_ssh(word) => read_ssh(word, &words[1..]),
        None => Err(RecipientKeyProblem::OtherKind { name: (*word).to_owned() }),
    }
}

/// Reads an SSH key. A mail program may have broken its long line.
fn read_ssh(name: &str, words: &[&str]) -> Result<RecipientKey, RecipientKeyProblem> {
    let mut encoded = String::new();
    for word in words {
        encoded.push_str(word);
        let Ok(bytes) =
            BASE64_STANDARD.decode(&encoded).or_else(|_| BASE64_STANDARD_NO_PAD.decode(&encoded))
        else {
            continue;
        };
        let Some(parts) = parts_of(&bytes) else { continue };
        if parts.first() != Some(&name.as_bytes()) {
            return Err(RecipientKeyProblem::Damaged);
        }
        if name == "ssh-rsa" {
            check_rsa(&parts)?;
        }
        // age wants something behind the key.
        let line = format!("{name} {} key", BASE64_STANDARD.encode(&bytes));
        let key = line.parse().map_err(|_| RecipientKeyProblem::Damaged)?;
        return Ok(RecipientKey(Key::Ssh(key)));
    }
    Err(RecipientKeyProblem::Damaged)
}

/// The parts of an SSH key: each has its length in four bytes before it. `None` if the bytes end before or after the last
/// part.
fn parts_of(mut bytes: &[u8]) -> Option<Vec<&[u8]>> {
    let mut parts = Vec::new();
    while !bytes.is_empty() {
        let (length, rest) = bytes.split_first_chunk::<4>()?;
        let (part, rest) = rest.split_at_checked(u32::from_be_bytes(*length) as usize)?;
        parts.push(part);
        bytes = rest;
    }
    // All supported keys have two or three.
    (2..=3).contains(&parts.len()).then_some(parts)
}

/// Checks the length of the modulus, and that it is odd as the product of two primes.
fn check_rsa(parts: &[&[u8]]) -> Result<(), RecipientKeyProblem> {
    let [_, _, modulus] = parts else { return Err(RecipientKeyProblem::Damaged) };
    let zeros = modulus.iter().take_while(|byte| **byte == 0).count();
    let digits = &modulus[zeros..];
    let Some((first, last)) = digits.first().zip(digits.last()) else {
        return Err(RecipientKeyProblem::Damaged);
    };
    let bits = u32::try_from(digits.len() * 8).unwrap_or(u32::MAX) - first.leading_zeros();
    match bits {
        ..SHORTEST_RSA => Err(RecipientKeyProblem::RsaTooShort { bits }),
        SHORTEST_RSA..=LONGEST_RSA if last % 2 == 1 => Ok(()),
        SHORTEST_RSA..=LONGEST_RSA => Err(RecipientKeyProblem::Damaged),
        _ => Err(RecipientKeyProblem::RsaTooLong),
    }
}
