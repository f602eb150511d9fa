//! A text file as editors write it: UTF-8, or UTF-16 with a byte order mark. Both kinds are common on
//! Windows.

use std::borrow::Cow;

/// The text as UTF-8 without a byte order mark, or why it isn't text.
pub(super) fn decode(bytes: &[u8]) -> Result<Cow<'_, [u8]>, &'static str> {
    match bytes {
        [0xFF, 0xFE, text @ ..] => utf16(text, u16::from_le_bytes),
        [0xFE, 0xFF, text @ ..] => utf16(text, u16::from_be_bytes),
        [0xEF, 0xBB, 0xBF, text @ ..] | text => utf8(text),
    }
}

fn utf8(text: &[u8]) -> Result<Cow<'_, [u8]>, &'static str> {
    if text.contains(&0) || str::from_utf8(text).is_err() { Err(NOT_TEXT) } else { Ok(text.into()) }
}

fn utf16(text: &[u8], unit: fn([u8; 2]) -> u16) -> Result<Cow<'_, [u8]>, &'static str> {
    let (pairs, []) = text.as_chunks::<2>() else { return Err(NOT_TEXT) };
    let units: Vec<u16> = pairs.iter().copied().map(unit).collect();
    let text = String::from_utf16(&units).map_err(|_| NOT_TEXT)?;
    Ok(text.into_bytes().into())
}

const NOT_TEXT: &str = "it is not text in UTF-8, nor in UTF-16 with a byte order mark";

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn utf_8_and_utf_16_are_read_with_a_byte_order_mark() {
        let text = "{\"name\":\"Київ 🔑\"}";
        let utf16 = |mark: [u8; 2], bytes: fn(u16) -> [u8; 2]| {
            mark.into_iter().chain(text.encode_utf16().flat_map(bytes)).collect::<Vec<_>>()
        };
        for bytes in [
            text.as_bytes().to_vec(),
            [b"\xEF\xBB\xBF", text.as_bytes()].concat(),
            utf16([0xFF, 0xFE], u16::to_le_bytes),
            utf16([0xFE, 0xFF], u16::to_be_bytes),
        ] {
            assert_eq!(decode(&bytes).unwrap().as_ref(), text.as_bytes());
        }
        for empty in [&b""[..], b"\xEF\xBB\xBF", b"\xFF\xFE"] {
            assert_eq!(decode(empty).unwrap().as_ref(), b"");
        }
    }

    #[test]
    fn other_encodings_are_reported() {
        for bytes in [
            &b"\xCA\xE8\xBF\xE2"[..],
            b"{\0}\0",
            b"\0{\0}",
            b"\xFF\xFE{",
            b"\xFF\xFE\x00\xD8",
            b"\xEF\xBB\xBF\xFF",
            b"\x1F\x8B\x08\x00",
        ] {
            assert!(decode(bytes).is_err(), "{bytes:?}");
        }
    }
}
