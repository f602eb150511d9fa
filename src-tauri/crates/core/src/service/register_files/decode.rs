//! The bytes of a file as text: which encoding it has, and how certain that is.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1251, WINDOWS_1252};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The encodings in which spreadsheets save lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TextEncoding {
    /// UTF-8.
    Utf8,
    /// UTF-16, either byte order. Excel calls it "Unicode text".
    Utf16,
    /// Windows' code page for Cyrillic.
    #[serde(rename = "windows_1251")]
    Windows1251,
    /// Windows' code page for Western Europe.
    #[serde(rename = "windows_1252")]
    Windows1252,
}

/// A text, and how its encoding was found.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Decoded {
    pub(super) text: String,
    pub(super) encoding: TextEncoding,
    /// Whether the encoding is likely but not certain.
    pub(super) is_guess: bool,
}

/// The text of a file. `wanted` is the encoding that the person chose after a guess; it counts only for a
/// file that is neither UTF-8 nor UTF-16.
///
/// Returns `None` if the bytes are no text, or if their encoding can't be guessed.
pub(super) fn decode(bytes: &[u8], wanted: Option<TextEncoding>) -> Option<Decoded> {
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        return certain(&bytes[length..], encoding);
    }
    if let Some(encoding) = utf_16_without_mark(bytes) {
        return certain(bytes, encoding);
    }
    if std::str::from_utf8(bytes).is_ok() {
        return certain(bytes, UTF_8);
    }
    let guess = |encoding| {
        let code_page =
            if encoding == TextEncoding::Windows1251 { WINDOWS_1251 } else { WINDOWS_1252 };
        let (text, _) = code_page.decode_without_bom_handling(bytes);
        is_text(&text).then(|| Decoded { text: text.into_owned(), encoding, is_guess: true })
    };
    match wanted {
        Some(chosen @ (TextEncoding::Windows1251 | TextEncoding::Windows1252)) => guess(chosen),
        _ => guess(likely_code_page(bytes)?),
    }
}

fn certain(bytes: &[u8], encoding: &'static Encoding) -> Option<Decoded> {
    let (text, had_errors) = encoding.decode_without_bom_handling(bytes);
    let named = if encoding == UTF_8 { TextEncoding::Utf8 } else { TextEncoding::Utf16 };
    let is_good = !had_errors && is_text(&text);
    is_good.then(|| Decoded { text: text.into_owned(), encoding: named, is_guess: false })
}

/// A file of a program, such as a spreadsheet's own format, has zero bytes.
fn is_text(text: &str) -> bool {
    !text.contains('\0')
}

/// Every other byte of Latin text in UTF-16 is zero, and no byte of other text is.
fn utf_16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    if !bytes.len().is_multiple_of(2) || !bytes.contains(&0) {
        return None;
    }
    let zeros =
        |offset: usize| bytes.iter().skip(offset).step_by(2).filter(|byte| **byte == 0).count();
    match (zeros(0), zeros(1)) {
        (0, _) => Some(UTF_16LE),
        (_, 0) => Some(UTF_16BE),
        _ => None,
    }
}

/// In a Cyrillic text the letters beyond ASCII stand beside each other. In a Western European one they
/// stand alone between ASCII letters. Returns `None` if neither is clear.
fn likely_code_page(bytes: &[u8]) -> Option<TextEncoding> {
    let is_letter = |byte: u8| {
        byte >= 0xC0 || matches!(byte, 0xA5 | 0xA8 | 0xAA | 0xAF | 0xB2..=0xB4 | 0xB8 | 0xBA | 0xBF)
    };
    let (mut beside, mut alone) = (0_usize, 0_usize);
    for (place, &byte) in bytes.iter().enumerate() {
        if !is_letter(byte) {
            continue;
        }
        let before = place.checked_sub(1).map(|place| bytes[place]);
        let after = bytes.get(place + 1).copied();
        let touches = |is: fn(&u8) -> bool| before.iter().chain(&after).any(is);
        if before.is_some_and(is_letter) || after.is_some_and(is_letter) {
            beside += 1;
        } else if touches(u8::is_ascii_alphabetic) {
            alone += 1;
        }
    }
    match (beside, alone) {
        (beside, alone) if beside >= 4 && beside >= alone * 10 => Some(TextEncoding::Windows1251),
        (beside, alone) if alone >= 1 && alone >= beside * 10 => Some(TextEncoding::Windows1252),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CYRILLIC: &str = "Назва;Діє до\r\nКрамниця;27.08.2026\r\n";
    const WESTERN: &str = "Name;Expires\r\nMüller & Söhne;27.08.2026\r\n";

    fn utf_16(text: &str, write: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(write).collect()
    }

    fn decoded(bytes: &[u8]) -> (String, TextEncoding, bool) {
        let decoded = decode(bytes, None).unwrap();
        (decoded.text, decoded.encoding, decoded.is_guess)
    }

    #[test]
    fn the_unicode_encodings_are_certain() {
        let marked = format!("\u{feff}{CYRILLIC}");
        for (bytes, encoding) in [
            (CYRILLIC.as_bytes().to_vec(), TextEncoding::Utf8),
            (marked.as_bytes().to_vec(), TextEncoding::Utf8),
            (utf_16(&marked, u16::to_le_bytes), TextEncoding::Utf16),
            (utf_16(&marked, u16::to_be_bytes), TextEncoding::Utf16),
            (utf_16(CYRILLIC, u16::to_le_bytes), TextEncoding::Utf16),
            (utf_16(CYRILLIC, u16::to_be_bytes), TextEncoding::Utf16),
        ] {
            assert_eq!(decoded(&bytes), (CYRILLIC.to_owned(), encoding, false));
        }
    }

    #[test]
    fn a_code_page_is_guessed_and_can_be_chosen() {
        let (cyrillic, _, _) = WINDOWS_1251.encode(CYRILLIC);
        assert_eq!(decoded(&cyrillic), (CYRILLIC.to_owned(), TextEncoding::Windows1251, true));
        let (western, _, _) = WINDOWS_1252.encode(WESTERN);
        assert_eq!(decoded(&western), (WESTERN.to_owned(), TextEncoding::Windows1252, true));
        let chosen = decode(&western, Some(TextEncoding::Windows1251)).unwrap();
        assert!(chosen.text.contains("Mьller") && chosen.is_guess, "{chosen:?}");
    }

    #[test]
    fn what_is_no_text_or_could_be_either_is_not_guessed() {
        for bytes in
            [&b"PK\x03\x04\x00\x00\x00\x08\x00"[..], b"\xd0\xcf\x11\xe0\x00", b"a;\xff\xfe\xfd;b"]
        {
            assert_eq!(decode(bytes, None), None, "{bytes:?}");
        }
    }

    #[test]
    fn the_choice_of_a_code_page_does_not_change_a_unicode_file() {
        let chosen = decode(CYRILLIC.as_bytes(), Some(TextEncoding::Windows1252)).unwrap();
        assert_eq!((chosen.encoding, chosen.is_guess), (TextEncoding::Utf8, false));
    }
}
