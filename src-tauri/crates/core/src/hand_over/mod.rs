//! Giving a key to the person whose system needs it: what each system needs, the files for it, sealing the key to one
//! person, and the code that shows that it arrived; a developer's request for a key; and documents as PDF. Pure: it knows neither the store nor the
//! keychain.

mod files;
mod four_words;
mod look_alikes;
mod pdf;
mod receipt;
mod receivers;
mod recipient_key;
mod request;
mod seal;

pub use files::{FileRequest, RenderedFile};
pub use four_words::four_words;
pub use look_alikes::look_alike;
pub use pdf::{PdfDocument, PdfError, PdfPart, PdfSection};
pub use receipt::{ReceiptCode, receipt_commands, receipt_word};
pub use receivers::{InvalidReceiver, receiver_info};
pub use recipient_key::RecipientKey;
pub use request::{
    LONGEST_KEY_REQUEST_TEXT, read_key_request, read_key_request_file, write_key_request,
    write_key_request_for_email,
};
pub use seal::{NotSealed, SealedWithPassphrase, seal, seal_with_passphrase};

use aws_lc_rs::rand;

/// The system gave no random numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoRandomNumbers;

/// `length` random letters of an alphabet of at most 256 ASCII letters. Each is equally likely.
fn random_letters(
    alphabet: &[u8],
    length: usize,
) -> Result<zeroize::Zeroizing<String>, NoRandomNumbers> {
    // Bytes from here on would make the first letters more likely.
    let limit = 256 - 256 % alphabet.len();
    let mut text = zeroize::Zeroizing::new(String::with_capacity(length));
    let mut bytes = zeroize::Zeroizing::new([0_u8; 64]);
    while text.len() < length {
        rand::fill(&mut *bytes).map_err(|_| NoRandomNumbers)?;
        for byte in bytes.iter().map(|byte| usize::from(*byte)).filter(|byte| *byte < limit) {
            if text.len() < length {
                text.push(char::from(alphabet[byte % alphabet.len()]));
            }
        }
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::random_letters;

    #[test]
    fn every_letter_is_about_equally_likely() {
        let text = random_letters(b"abcde", 50_000).unwrap();
        for letter in ["a", "b", "c", "d", "e"] {
            let count = text.matches(letter).count();
            // Ten standard deviations.
            assert!((9_100..10_900).contains(&count), "{letter}: {count}");
        }
    }
}
