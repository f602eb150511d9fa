//! The receipt code: eight characters that the recipient computes from the key and reads back. They show that the key
//! arrived whole, and reveal nothing about it that helps to guess it.
//!
//! The code is the first four bytes of HMAC-SHA-256 [RFC 2104] with the key as the key and the word of the hand-over as
//! the message. Because each hand-over has its own word, an old code shows nothing about a new hand-over.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use super::{NoRandomNumbers, random_letters};
use crate::model::{ReceiptCommand, ReceiptTool};
use crate::secret::ApiKey;

const WORD_LENGTH: usize = 8;

/// Letters that are hard to confuse on the phone.
const CONSONANTS: &[u8] = b"bdfgklmnprstvz";
const VOWELS: &[u8] = b"aeiou";

/// A random word for one hand-over: eight letters that can be pronounced.
pub fn receipt_word() -> Result<String, NoRandomNumbers> {
    let consonants = random_letters(CONSONANTS, WORD_LENGTH / 2)?;
    let vowels = random_letters(VOWELS, WORD_LENGTH / 2)?;
    Ok(consonants.chars().zip(vowels.chars()).flat_map(|(one, two)| [one, two]).collect())
}

/// The first four bytes of an HMAC, which are told as eight hexadecimal digits.
#[derive(Clone, Copy, Debug)]
pub struct ReceiptCode([u8; Self::BYTES]);

impl ReceiptCode {
    const BYTES: usize = 4;

    /// How many hexadecimal digits an HMAC has. Somebody may send all of them.
    const WHOLE_HMAC: usize = 64;

    /// The code that a person types or pastes: eight hexadecimal digits. Capital letters, spaces, hyphens and quotes do
    /// not matter, nor letters that look like a digit or like the Latin letter. `None` if it is no code.
    #[must_use]
    pub fn parse(typed: &str) -> Option<Self> {
        let mut digits = String::with_capacity(Self::WHOLE_HMAC);
        for character in typed.chars().filter(|character| !is_ignored(*character)) {
            if digits.len() == Self::WHOLE_HMAC {
                return None;
            }
            digits.push(hex_digit(character)?);
        }
        if ![2 * Self::BYTES, Self::WHOLE_HMAC].contains(&digits.len()) {
            return None;
        }
        let code = u32::from_str_radix(&digits[..2 * Self::BYTES], 16).ok()?;
        Some(Self(code.to_be_bytes()))
    }

    /// Whether it is the code of this key for this word. Takes the same time whatever the code is.
    #[must_use]
    pub fn matches(&self, word: &str, key: &ApiKey) -> bool {
        hmac_of(word, key).is_some_and(|hmac| hmac.verify_truncated_left(&self.0).is_ok())
    }
}

/// HMAC takes keys of any length, so this is never `None`.
fn hmac_of(word: &str, key: &ApiKey) -> Option<Hmac<Sha256>> {
    let hmac = Hmac::<Sha256>::new_from_slice(key.expose().as_bytes()).ok()?;
    Some(hmac.chain_update(word.as_bytes()))
}

fn is_ignored(character: char) -> bool {
    character.is_whitespace()
        || matches!(
            character,
            '-' | '\u{2010}'..='\u{2015}' | '.' | ',' | ':' | '_'
                | '"' | '\'' | '`' | '\u{2018}'..='\u{201f}' | '«' | '»' | '\u{200b}' | '\u{feff}'
        )
}

/// The hexadecimal digit that a character stands for. A person who types on a Ukrainian keyboard may type Cyrillic
/// letters that look the same.
fn hex_digit(character: char) -> Option<char> {
    match character {
        '0'..='9' | 'a'..='f' => Some(character),
        'A'..='F' => Some(character.to_ascii_lowercase()),
        'o' | 'O' | 'о' | 'О' => Some('0'),
        'l' | 'I' | 'і' | 'І' => Some('1'),
        'а' | 'А' => Some('a'),
        'В' => Some('b'),
        'с' | 'С' => Some('c'),
        'е' | 'Е' => Some('e'),
        _ => None,
    }
}

/// The lines with which the recipient computes the code for a word, for all tools. They ask for the key, so that it is
/// not in the shell's history, and print the code.
#[must_use]
pub fn receipt_commands(word: &str) -> Vec<ReceiptCommand> {
    LINES
        .iter()
        .map(|(tool, line)| ReceiptCommand { tool: *tool, line: line.replace("WORD", word) })
        .collect()
}

/// The lines for bash and zsh read the key without showing it. `printf` is built into both, so that no other user sees the
/// key in the list of processes; openssl alone takes it as an argument.
const LINES: [(ReceiptTool, &str); 5] = [
    (
        ReceiptTool::Openssl,
        r#"printf 'API key: '; read -rs K; echo; printf %s WORD | openssl dgst -sha256 -hmac "$K" | sed 's/.*= *//' | cut -c1-8; unset K"#,
    ),
    (
        ReceiptTool::PowerShell,
        "$k = [Net.NetworkCredential]::new('', (Read-Host 'API key' -AsSecureString)).Password.Trim(); \
         $h = [Security.Cryptography.HMACSHA256]::new([Text.Encoding]::UTF8.GetBytes($k)); \
         (-join ($h.ComputeHash([Text.Encoding]::UTF8.GetBytes('WORD')) | ForEach-Object { $_.ToString('x2') }))\
         .Substring(0, 8); Remove-Variable k; Remove-Variable h",
    ),
    (
        ReceiptTool::Python,
        r#"python3 -c "import getpass, hashlib, hmac; print(hmac.new(getpass.getpass('API key: ').strip().encode(), b'WORD', hashlib.sha256).hexdigest()[:8])""#,
    ),
    (
        ReceiptTool::Php,
        r#"printf 'API key: '; read -rs K; echo; printf %s "$K" | php -r 'echo substr(hash_hmac("sha256", "WORD", stream_get_contents(STDIN)), 0, 8), "\n";'; unset K"#,
    ),
    (
        ReceiptTool::Node,
        r#"printf 'API key: '; read -rs K; echo; printf %s "$K" | node -e 'console.log(require("crypto").createHmac("sha256", require("fs").readFileSync(0)).update("WORD").digest("hex").slice(0, 8))'; unset K"#,
    ),
];
