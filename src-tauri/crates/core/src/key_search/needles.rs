//! The forms in which a key is searched for.

use base64::Engine;
use base64::engine::general_purpose::{STANDARD_NO_PAD, URL_SAFE_NO_PAD};
use zeroize::Zeroizing;

use crate::model::KeyForm;
use crate::secret::ApiKey;

/// A sequence of bytes that shows that a key is there.
pub(super) struct Needle {
    /// Which of the keys it belongs to.
    pub(super) key: usize,
    pub(super) form: KeyForm,
    pub(super) bytes: Zeroizing<Vec<u8>>,
    pub(super) breaks: Breaks,
}

/// What may interrupt the bytes, because an email wraps its lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Breaks {
    None,
    /// `=` at the end of the line, <https://www.rfc-editor.org/rfc/rfc2045#section-6.7>.
    QuotedPrintable,
    /// The end of the line, <https://www.rfc-editor.org/rfc/rfc2045#section-6.8>.
    Lines,
}

/// A line of an email that is wrapped has at least this many characters, so the bytes up to the break or those after it
/// are at least half of a needle.
const SHORTEST_WITH_BREAKS: usize = 32;

impl Breaks {
    pub(super) const fn sequences(self) -> &'static [&'static [u8]] {
        match self {
            Self::None => &[],
            Self::QuotedPrintable => &[b"=\r\n", b"=\n"],
            Self::Lines => &[b"\r\n", b"\n"],
        }
    }
}

impl Needle {
    /// How many bytes are there without a break at the least.
    pub(super) fn unbroken(&self) -> usize {
        match self.breaks {
            Breaks::None => self.bytes.len(),
            Breaks::QuotedPrintable | Breaks::Lines => self.bytes.len().div_ceil(2),
        }
    }
}

/// All forms of one key.
pub(super) fn needles_of(key: usize, secret: &ApiKey) -> Vec<Needle> {
    let text = secret.expose().as_bytes();
    let little: Zeroizing<Vec<u8>> = Zeroizing::new(text.iter().flat_map(|b| [*b, 0]).collect());
    let big: Zeroizing<Vec<u8>> = Zeroizing::new(text.iter().flat_map(|b| [0, *b]).collect());

    let mut all: Vec<Needle> = Vec::new();
    let mut add = |form, bytes: Zeroizing<Vec<u8>>, breaks| {
        let is_long = bytes.len() >= SHORTEST_WITH_BREAKS;
        let breaks = if is_long { breaks } else { Breaks::None };
        if all.iter().all(|known| known.bytes != bytes) {
            all.push(Needle { key, form, bytes, breaks });
        }
    };
    add(KeyForm::Text, Zeroizing::new(text.to_vec()), Breaks::QuotedPrintable);
    for plain in [text, &little] {
        for before in 0..3 {
            for is_url_safe in [false, true] {
                add(KeyForm::Base64, base64_after(before, plain, is_url_safe), Breaks::Lines);
            }
        }
    }
    add(KeyForm::Utf16, little, Breaks::None);
    add(KeyForm::Utf16, big, Breaks::None);
    all
}

/// The Base64 characters that depend on `plain` alone when this many bytes, modulo 3, are before it.
fn base64_after(before: usize, plain: &[u8], is_url_safe: bool) -> Zeroizing<Vec<u8>> {
    let mut padded = Zeroizing::new(vec![0_u8; before]);
    padded.extend_from_slice(plain);
    let engine = if is_url_safe { &URL_SAFE_NO_PAD } else { &STANDARD_NO_PAD };
    let encoded = Zeroizing::new(engine.encode(&*padded));
    let first = (before * 8).div_ceil(6);
    let end = padded.len() * 8 / 6;
    Zeroizing::new(encoded.as_bytes()[first..end].to_vec())
}
