//! Finds all forms of all keys in bytes, as fast for many keys as for one.
//!
//! Eight bytes are looked up at every `stride`-th position. The stride is so short that each occurrence of a needle
//! contains eight of these bytes. Almost all positions are dismissed by a bit set; what is left is compared byte by
//! byte, so nothing is found that is not there. The method is that of Karp and Rabin with sampled positions.

use std::ops::Range;

use super::needles::{Breaks, Needle, needles_of};
use crate::model::KeyForm;
use crate::secret::ApiKey;

/// The number of bytes that are looked up at once.
const GRAM: usize = 8;

/// How many line ends may interrupt a needle.
const MOST_BREAKS: usize = 8;

/// The length of the longest sequence of [`Breaks::sequences`].
const LONGEST_BREAK: usize = 3;

/// Finds keys. Its memory holds parts of them, which the program's allocator wipes.
pub struct Finder {
    needles: Vec<Needle>,
    last_four: Vec<String>,
    /// Parts of the needles, sorted.
    parts: Vec<Part>,
    /// Has a bit for the hash of each part.
    bits: Vec<u64>,
    hash_shift: u32,
    stride: usize,
    longest: usize,
}

/// Eight bytes of a needle.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Part {
    gram: u64,
    needle: u32,
    offset: u32,
}

/// A place where a key is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Match {
    /// Which of the keys.
    pub(super) key: usize,
    pub(super) form: KeyForm,
    pub(super) range: Range<usize>,
}

impl Finder {
    /// A finder for all forms of these keys.
    #[must_use]
    pub fn new(keys: &[ApiKey]) -> Self {
        let needles: Vec<Needle> =
            keys.iter().enumerate().flat_map(|(number, key)| needles_of(number, key)).collect();
        let unbroken = needles.iter().map(Needle::unbroken).min().unwrap_or(GRAM);
        let stride = (unbroken + 1).saturating_sub(GRAM).max(1);
        let mut parts: Vec<Part> = (0..)
            .zip(&needles)
            .flat_map(|(number, needle)| parts_of(number, needle, stride))
            .collect();
        parts.sort_unstable();
        // 64 bits for each part: about one position in 64 is looked up among the parts.
        let log_bits = (parts.len() * 64).next_power_of_two().ilog2().max(12);
        let hash_shift = u64::BITS - log_bits;
        let mut bits = vec![0_u64; 1 << (log_bits - 6)];
        for part in &parts {
            let hash = hash(part.gram, hash_shift);
            bits[hash / 64] |= 1 << (hash % 64);
        }
        let longest = needles.iter().map(|needle| needle.bytes.len()).max().unwrap_or_default()
            + MOST_BREAKS * LONGEST_BREAK;
        let last_four = keys.iter().map(|key| key.last_four().to_owned()).collect();
        Self { needles, last_four, parts, bits, hash_shift, stride, longest }
    }

    /// The greatest number of bytes that an occurrence can have.
    pub(super) fn longest(&self) -> usize {
        self.longest
    }

    /// Calls `found` for each occurrence. It may call it several times for one occurrence, and for overlapping ones of
    /// the same key.
    pub(super) fn find(&self, text: &[u8], mut found: impl FnMut(Match)) {
        let mut at = 0;
        while let Some(gram) = text.get(at..).and_then(<[u8]>::first_chunk::<GRAM>) {
            let gram = u64::from_le_bytes(*gram);
            let hash = hash(gram, self.hash_shift);
            if self.bits[hash / 64] & (1 << (hash % 64)) != 0 {
                self.compare(text, at, gram, &mut found);
            }
            at += self.stride;
        }
    }

    /// Whether a key is in this text.
    pub(super) fn is_in(&self, text: &[u8]) -> bool {
        let mut is_in = false;
        self.find(text, |_| is_in = true);
        is_in
    }

    /// The text with dots and the last four characters in place of each key.
    pub(super) fn mask(&self, text: &str) -> String {
        let mut matches: Vec<Match> = Vec::new();
        self.find(text.as_bytes(), |found| matches.push(found));
        matches.sort_by_key(|found| found.range.start);
        let mut masked = String::with_capacity(text.len());
        let mut done = 0;
        for Match { key, range, .. } in matches {
            if range.start >= done
                && let Some(before) = text.get(done..range.start)
            {
                masked.push_str(before);
                masked.push_str("••••");
                masked.push_str(&self.last_four[key]);
            }
            done = done.max(range.end);
        }
        masked.push_str(text.get(done..).unwrap_or_default());
        masked
    }

    #[cold]
    fn compare(&self, text: &[u8], at: usize, gram: u64, found: &mut impl FnMut(Match)) {
        let first = self.parts.partition_point(|part| part.gram < gram);
        for part in self.parts[first..].iter().take_while(|part| part.gram == gram) {
            let needle = &self.needles[part.needle as usize];
            if let Some(range) = occurrence(text, at, needle, part.offset as usize) {
                found(Match { key: needle.key, form: needle.form, range });
            }
        }
    }
}

/// The parts of a needle that a search can meet first. A break is after at least as many bytes as they need, or else
/// what is after it is met.
fn parts_of(number: u32, needle: &Needle, stride: usize) -> impl Iterator<Item = Part> {
    let offsets = match needle.breaks {
        Breaks::None => stride,
        Breaks::QuotedPrintable | Breaks::Lines => 2 * stride + GRAM,
    };
    let grams = (0..).zip(needle.bytes.windows(GRAM)).take(offsets);
    grams.filter_map(move |(offset, bytes)| {
        let gram = u64::from_le_bytes(*bytes.first_chunk()?);
        Some(Part { gram, needle: number, offset })
    })
}

fn hash(gram: u64, shift: u32) -> usize {
    // The upper bits of a product with an odd number that has no pattern (2^64 divided by the golden ratio).
    #[expect(clippy::cast_possible_truncation, reason = "the shift leaves few bits")]
    let hash = (gram.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> shift) as usize;
    hash
}

/// Where the needle is whose part with this offset is at this position, if it is there.
fn occurrence(text: &[u8], at: usize, needle: &Needle, offset: usize) -> Option<Range<usize>> {
    let (bytes, breaks) = (&*needle.bytes, needle.breaks.sequences());
    let mut breaks_left = MOST_BREAKS;
    let mut start = at;
    for byte in bytes[..offset].iter().rev() {
        while text[..start].last() != Some(byte) {
            let skipped = breaks.iter().find(|it| text[..start].ends_with(it))?;
            breaks_left = breaks_left.checked_sub(1)?;
            start -= skipped.len();
        }
        start -= 1;
    }
    let mut end = at + GRAM;
    for byte in &bytes[offset + GRAM..] {
        while text[end..].first() != Some(byte) {
            let skipped = breaks.iter().find(|it| text[end..].starts_with(it))?;
            breaks_left = breaks_left.checked_sub(1)?;
            end += skipped.len();
        }
        end += 1;
    }
    Some(start..end)
}
