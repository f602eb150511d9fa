//! Searches one file.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek};
use std::path::Path;
use std::sync::atomic::Ordering;

use super::archive::{Budget, SIGNATURE, ZipSearch};
use super::finder::Finder;
use super::source::{Count, Meter, Source, Tally};
use crate::model::{FoundAt, KeyForm};

/// A file is text if there is no zero byte in this many bytes at its begin.
const HEAD: usize = 8 * 1024;

/// A zip file may be in another one.
const MOST_ZIPS: usize = 2;

/// Searches files, one after the other. Each thread has one.
pub(super) struct FileSearch<'a> {
    finder: &'a Finder,
    meter: &'a Meter,
    /// For the file itself, and for each zip file around an entry.
    buffers: Vec<Vec<u8>>,
}

/// What was found in a file.
#[derive(Default)]
pub(super) struct InFile {
    pub(super) places: Vec<InFilePlace>,
    /// Whether a part of it could not be searched.
    pub(super) is_incomplete: bool,
}

/// The first place of a key in a form.
pub(super) struct InFilePlace {
    pub(super) key: usize,
    pub(super) form: KeyForm,
    pub(super) at: FoundAt,
    /// How many others there are.
    pub(super) more: u32,
}

impl Count for Meter {
    fn count(&self, bytes: usize) -> io::Result<()> {
        self.bytes.fetch_add(bytes as u64, Ordering::Relaxed);
        if self.is_cancelled() { Err(io::Error::other("cancelled")) } else { Ok(()) }
    }
}

impl<'a> FileSearch<'a> {
    pub(super) fn new(finder: &'a Finder, meter: &'a Meter) -> Self {
        Self { finder, meter, buffers: vec![Vec::new(); 1 + MOST_ZIPS] }
    }

    /// Searches a file, also inside it if it is a zip file.
    pub(super) fn file(&mut self, path: &Path) -> io::Result<InFile> {
        let file = File::open(path)?;
        let Self { finder, meter, buffers } = self;
        let Some((buffer, inner_buffers)) = buffers.split_first_mut() else {
            return Ok(InFile::default());
        };
        let mut source = Source::new(&file, finder, *meter, buffer);
        let mut found = InFile::default();
        if source.fill_buf()?.starts_with(SIGNATURE) {
            let budget = Budget::new(meter, file.metadata()?.len());
            let mut zip =
                ZipSearch { finder, budget: &budget, found: Vec::new(), is_incomplete: false };
            // Whatever ended the search of the entries, the file itself is searched to its end.
            let searched = zip.entries(&mut source, inner_buffers, None);
            found.is_incomplete = zip.is_incomplete || searched.is_err();
            found
                .places
                .extend(zip.found.into_iter().flat_map(|(entry, tally)| inside(entry, tally)));
        }
        source.drain()?;
        for ((key, form), places) in source.into_tally() {
            let is_known = |place: &InFilePlace| place.key == key && place.form == form;
            if !found.places.iter().any(is_known) {
                let at = place_of(&file, form, places.first)?;
                found.places.push(InFilePlace { key, form, at, more: places.more });
            }
        }
        self.meter.files.fetch_add(1, Ordering::Relaxed);
        Ok(found)
    }
}

fn inside(entry: String, tally: Tally) -> impl Iterator<Item = InFilePlace> {
    tally.into_iter().map(move |((key, form), places)| InFilePlace {
        key,
        form,
        at: FoundAt::Inside { entry: entry.clone() },
        more: places.more,
    })
}

/// The line of a position, if the file is text.
fn place_of(mut file: &File, form: KeyForm, position: u64) -> io::Result<FoundAt> {
    file.rewind()?;
    let mut reader = BufReader::with_capacity(HEAD, file);
    let head = reader.fill_buf()?;
    let two_bytes = head.starts_with(b"\xFF\xFE") || head.starts_with(b"\xFE\xFF");
    let is_big_endian = head.starts_with(b"\xFE\xFF");
    let is_text = match form {
        KeyForm::Utf16 => two_bytes,
        KeyForm::Text | KeyForm::Base64 => !head.contains(&0),
    };
    if !is_text {
        return Ok(FoundAt::Byte { position });
    }
    let before = reader.take(position);
    let ends = match form {
        KeyForm::Utf16 => {
            line_ends_of_pairs(before, if is_big_endian { *b"\0\n" } else { *b"\n\0" })
        }
        KeyForm::Text | KeyForm::Base64 => line_ends(before),
    };
    Ok(FoundAt::Line { line: ends? + 1 })
}

fn line_ends(mut text: impl BufRead) -> io::Result<u64> {
    let mut ends = 0;
    loop {
        let chunk = text.fill_buf()?;
        if chunk.is_empty() {
            return Ok(ends);
        }
        ends += chunk.split(|byte| *byte == b'\n').skip(1).count() as u64;
        let length = chunk.len();
        text.consume(length);
    }
}

fn line_ends_of_pairs(mut text: impl Read, end: [u8; 2]) -> io::Result<u64> {
    let mut ends = 0;
    let mut pair = [0; 2];
    loop {
        match text.read_exact(&mut pair) {
            Ok(()) if pair == end => ends += 1,
            Ok(()) => {}
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(ends),
            Err(error) => return Err(error),
        }
    }
}
