//! Sealing a secret, so that only one person can open it: with age [age], to the person's public key or with a passphrase
//! that is told by phone. The sealed text is armored, so that it survives an email.

use std::io::{self, Write};
use std::iter;

use age::armor::{ArmoredWriter, Format};
use age::{Encryptor, Recipient, scrypt};
use secrecy::SecretString;
use zeroize::Zeroizing;

use super::{NoRandomNumbers, RecipientKey, random_letters};

/// Sealing did not work.
#[derive(Debug)]
pub enum NotSealed {
    /// The system gave no random numbers.
    NoRandomNumbers,
    /// age refused.
    Age(age::EncryptError),
    /// Writing to memory failed.
    Io(io::Error),
}

/// A text that was sealed with a passphrase.
pub struct SealedWithPassphrase {
    /// The sealed text. It is no secret.
    pub sealed: String,
    /// The passphrase, which opens it.
    pub passphrase: SecretString,
}

/// Letters and digits that are hard to confuse, in writing or on the phone: no `0 1 i l o`, and not both of `5 s`, `2 z`,
/// `8 b`, `u v` or `m n`.
const PASSPHRASE_ALPHABET: &[u8] = b"acehkmqrtwxy23456789";

/// Six groups of four letters are 103 bits.
const PASSPHRASE_GROUPS: usize = 6;
const LETTERS_IN_GROUP: usize = 4;

/// The exponent of the work to try one passphrase: about a second and 256 MiB. The `age` program uses the same, so that
/// every program opens it.
const WORK_FACTOR: u8 = 18;

/// Seals a secret to a public key.
pub fn seal(secret: &str, to: &RecipientKey) -> Result<String, NotSealed> {
    seal_to(secret, to.as_age())
}

/// Seals a secret with a random passphrase. Takes about a second.
pub fn seal_with_passphrase(secret: &str) -> Result<SealedWithPassphrase, NotSealed> {
    let letters = random_letters(PASSPHRASE_ALPHABET, PASSPHRASE_GROUPS * LETTERS_IN_GROUP)?;
    let mut text = Zeroizing::new(String::with_capacity(letters.len() + PASSPHRASE_GROUPS));
    for (at, letter) in letters.chars().enumerate() {
        if at > 0 && at % LETTERS_IN_GROUP == 0 {
            text.push('-');
        }
        text.push(letter);
    }
    let passphrase = SecretString::from(text.as_str());
    let mut recipient = scrypt::Recipient::new(passphrase.clone());
    recipient.set_work_factor(WORK_FACTOR);
    Ok(SealedWithPassphrase { sealed: seal_to(secret, &recipient)?, passphrase })
}

fn seal_to(secret: &str, recipient: &dyn Recipient) -> Result<String, NotSealed> {
    let encryptor = Encryptor::with_recipients(iter::once(recipient))?;
    let armored = ArmoredWriter::wrap_output(Vec::new(), Format::AsciiArmor)?;
    let mut writer = encryptor.wrap_output(armored)?;
    writer.write_all(secret.as_bytes())?;
    let armored = writer.finish()?.finish()?;
    String::from_utf8(armored).map_err(|error| NotSealed::Io(io::Error::other(error)))
}

impl From<NoRandomNumbers> for NotSealed {
    fn from(NoRandomNumbers: NoRandomNumbers) -> Self {
        Self::NoRandomNumbers
    }
}

impl From<age::EncryptError> for NotSealed {
    fn from(error: age::EncryptError) -> Self {
        Self::Age(error)
    }
}

impl From<io::Error> for NotSealed {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}
