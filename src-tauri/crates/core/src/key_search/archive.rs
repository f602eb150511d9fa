//! Searches the files inside zip files and office documents, which are zip files.
//!
//! The entries are read one after the other, as they lie in the file, not by the directory at its end. So nothing is
//! read twice, an inner zip file needs no copy, and a file that is cut is searched as far as it goes. What is inflated
//! is limited, see [`Budget`].

use std::cell::Cell;
use std::io::{self, BufRead, Read};

use flate2::bufread::DeflateDecoder;

use super::finder::Finder;
use super::names;
use super::source::{Count, Meter, Source, Tally};

/// How each entry begins, <https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT> 4.3.7.
pub(super) const SIGNATURE: &[u8] = b"PK\x03\x04";

/// What may be inflated from any file, however small.
const ALWAYS_ALLOWED: u64 = 16 << 20;

/// What may be inflated for each byte of the file. Documents and logs have about a twentieth of it.
const MOST_PER_BYTE: u64 = 200;

/// What may be inflated from one file at most.
const MOST: u64 = 4 << 30;

/// Limits how much is inflated from one file with all that is inside it.
pub(super) struct Budget<'a> {
    meter: &'a Meter,
    left: Cell<u64>,
}

impl<'a> Budget<'a> {
    pub(super) fn new(meter: &'a Meter, file_length: u64) -> Self {
        let allowed = file_length.saturating_mul(MOST_PER_BYTE).saturating_add(ALWAYS_ALLOWED);
        Self { meter, left: Cell::new(allowed.min(MOST)) }
    }

    fn is_used_up(&self) -> bool {
        self.left.get() == 0
    }
}

impl Count for Budget<'_> {
    fn count(&self, bytes: usize) -> io::Result<()> {
        self.left.set(self.left.get().saturating_sub(bytes as u64));
        let ends = self.is_used_up() || self.meter.is_cancelled();
        if ends { Err(io::Error::other("the search of this file ends")) } else { Ok(()) }
    }
}

/// The search of one zip file.
pub(super) struct ZipSearch<'a> {
    pub(super) finder: &'a Finder,
    pub(super) budget: &'a Budget<'a>,
    /// What was found in each entry, by its name.
    pub(super) found: Vec<(String, Tally)>,
    /// Whether a part of it could not be searched: it is encrypted, damaged, compressed in an unusual way, in a third
    /// zip file, or too large.
    pub(super) is_incomplete: bool,
}

/// The header of an entry.
struct Entry {
    flags: u16,
    method: u16,
    compressed: u32,
    name: Vec<u8>,
}

const ENCRYPTED: u16 = 1;
const LENGTH_IS_LATER: u16 = 1 << 3;
const STORED: u16 = 0;
const DEFLATED: u16 = 8;

impl ZipSearch<'_> {
    /// Searches all entries. There is a buffer for each zip file that may be inside another.
    pub(super) fn entries(
        &mut self,
        zip: &mut dyn BufRead,
        buffers: &mut [Vec<u8>],
        outer: Option<&str>,
    ) -> io::Result<()> {
        while let Some(entry) = next_entry(zip)? {
            let name = names::of_entry(self.finder, outer, &entry.name);
            let searched = match (entry.flags & ENCRYPTED, entry.method) {
                (0, DEFLATED) => {
                    self.entry(DeflateDecoder::new(&mut *zip), &name, &entry.name, buffers)
                }
                // Without a length its bytes are searched as those of the whole file only.
                (0, STORED) if entry.flags & LENGTH_IS_LATER == 0 => {
                    let content = (&mut *zip).take(entry.compressed.into());
                    self.entry(content, &name, &entry.name, buffers)
                }
                (0, STORED) => Ok(()),
                _ => {
                    self.is_incomplete = true;
                    Ok(())
                }
            };
            if let Err(error) = searched {
                self.is_incomplete = true;
                let is_damaged = matches!(
                    error.kind(),
                    io::ErrorKind::InvalidData | io::ErrorKind::InvalidInput
                );
                if !is_damaged {
                    return Err(error);
                }
            }
        }
        Ok(())
    }

    fn entry(
        &mut self,
        content: impl Read,
        name: &str,
        raw_name: &[u8],
        buffers: &mut [Vec<u8>],
    ) -> io::Result<()> {
        let Some((buffer, inner_buffers)) = buffers.split_first_mut() else {
            self.is_incomplete = true;
            return Ok(());
        };
        let mut source = Source::new(content, self.finder, self.budget, buffer);
        source.note_in_name(raw_name);
        let known = self.found.len();
        let searched = self.content(&mut source, name, inner_buffers);
        let mut tally = source.into_tally();
        // What is in an entry of an inner zip file may also be seen in that file's own bytes.
        tally.retain(|which, _| self.found[known..].iter().all(|(_, it)| !it.contains_key(which)));
        if !tally.is_empty() {
            self.found.push((name.to_owned(), tally));
        }
        searched
    }

    fn content<R: Read>(
        &mut self,
        source: &mut Source<'_, R>,
        name: &str,
        inner_buffers: &mut [Vec<u8>],
    ) -> io::Result<()> {
        if source.fill_buf()?.starts_with(SIGNATURE) {
            self.entries(source, inner_buffers, Some(name))?;
        }
        source.drain()
    }
}

/// Reads up to the end of the next header. `None` if there is none.
fn next_entry(zip: &mut dyn BufRead) -> io::Result<Option<Entry>> {
    if !skip_signature(zip)? {
        return Ok(None);
    }
    let mut header = [0; 26];
    let Some(()) = or_end(zip.read_exact(&mut header))? else { return Ok(None) };
    let number = |at: usize| u16::from_le_bytes([header[at], header[at + 1]]);
    let mut name = vec![0; number(22).into()];
    let Some(()) = or_end(zip.read_exact(&mut name))? else { return Ok(None) };
    io::copy(&mut zip.take(number(24).into()), &mut io::sink())?;
    let compressed = u32::from(number(14)) | u32::from(number(16)) << 16;
    Ok(Some(Entry { flags: number(2), method: number(4), compressed, name }))
}

/// `None` if the file has ended.
fn or_end<T>(read: io::Result<T>) -> io::Result<Option<T>> {
    match read {
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Ok(None),
        other => other.map(Some),
    }
}

/// Reads up to the end of the next [`SIGNATURE`]. Returns whether there is one.
fn skip_signature(zip: &mut dyn BufRead) -> io::Result<bool> {
    let mut matched = 0;
    loop {
        let chunk = zip.fill_buf()?;
        let length = chunk.len();
        if length == 0 {
            return Ok(false);
        }
        for (at, byte) in chunk.iter().enumerate() {
            matched = match *byte {
                byte if byte == SIGNATURE[matched] => matched + 1,
                byte if byte == SIGNATURE[0] => 1,
                _ => 0,
            };
            if matched == SIGNATURE.len() {
                zip.consume(at + 1);
                return Ok(true);
            }
        }
        zip.consume(length);
    }
}
