//! Reads bytes in chunks and searches each before it gives it on. Memory is bounded: a chunk, and the end of the one
//! before.

use std::collections::BTreeMap;
use std::io::{self, BufRead, Read};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use super::finder::Finder;
use crate::model::KeyForm;

/// How many bytes are read at once.
pub(super) const CHUNK: usize = 256 * 1024;

/// What was found in one file, or in one file inside another: for each key and form the first place, and how many more.
pub(super) type Tally = BTreeMap<(usize, KeyForm), Places>;

/// The places of one key in one form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Places {
    /// The position of the first one's first byte.
    pub(super) first: u64,
    /// How many others there are.
    pub(super) more: u32,
    /// Where the last one ends. What begins before that is the same place.
    end: u64,
}

/// How far a search is, and whether it goes on. Shared with the one who watches it.
#[derive(Debug, Default)]
pub struct Meter {
    /// Set to cancel the search.
    pub is_cancelled: AtomicBool,
    /// How many files were searched.
    pub files: AtomicU64,
    /// How many bytes were read.
    pub bytes: AtomicU64,
}

impl Meter {
    pub(super) fn is_cancelled(&self) -> bool {
        self.is_cancelled.load(Ordering::Relaxed)
    }
}

/// Limits what is read, and counts it.
pub(super) trait Count {
    /// Counts bytes that were read. Fails if no more may be read.
    fn count(&self, bytes: usize) -> io::Result<()>;
}

/// A reader whose bytes are searched.
pub(super) struct Source<'a, R> {
    reader: R,
    finder: &'a Finder,
    counter: &'a dyn Count,
    buffer: &'a mut Vec<u8>,
    /// The part of the buffer that was not given on yet.
    unread: std::ops::Range<usize>,
    /// The position of the buffer's first byte.
    position: u64,
    tally: Tally,
}

impl<'a, R: Read> Source<'a, R> {
    /// The buffer gets the size that it needs, and keeps it.
    pub(super) fn new(
        reader: R,
        finder: &'a Finder,
        counter: &'a dyn Count,
        buffer: &'a mut Vec<u8>,
    ) -> Self {
        buffer.resize(CHUNK + finder.longest(), 0);
        Self { reader, finder, counter, buffer, unread: 0..0, position: 0, tally: Tally::new() }
    }

    /// Reads to the end.
    pub(super) fn drain(&mut self) -> io::Result<()> {
        loop {
            let length = self.fill_buf()?.len();
            if length == 0 {
                return Ok(());
            }
            self.consume(length);
        }
    }

    /// Searches the name of what is read.
    pub(super) fn note_in_name(&mut self, name: &[u8]) {
        let tally = &mut self.tally;
        self.finder.find(name, |found| {
            tally.entry((found.key, found.form)).or_insert(Places { first: 0, more: 0, end: 0 });
        });
    }

    /// What was found until now.
    pub(super) fn into_tally(self) -> Tally {
        self.tally
    }

    /// Reads the next chunk behind the end of the one before.
    fn refill(&mut self) -> io::Result<()> {
        let end = self.unread.end;
        let kept = end.min(self.finder.longest());
        self.buffer.copy_within(end - kept..end, 0);
        self.position += (end - kept) as u64;
        self.unread = kept..kept;
        let length = loop {
            match self.reader.read(&mut self.buffer[kept..]) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                other => break other?,
            }
        };
        self.unread.end = kept + length;
        if length > 0 {
            self.counter.count(length)?;
            self.search();
        }
        Ok(())
    }

    fn search(&mut self) {
        let Self { finder, buffer, unread, position, tally, .. } = self;
        finder.find(&buffer[..unread.end], |found| {
            let (start, end) =
                (*position + found.range.start as u64, *position + found.range.end as u64);
            add(tally, (found.key, found.form), Places { first: start, more: 0, end });
        });
    }
}

fn add(tally: &mut Tally, which: (usize, KeyForm), found: Places) {
    let Some(places) = tally.get_mut(&which) else {
        tally.insert(which, found);
        return;
    };
    if found.first >= places.end {
        places.more = places.more.saturating_add(1);
        places.end = found.end;
    }
}

impl<R: Read> BufRead for Source<'_, R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.unread.is_empty() {
            self.refill()?;
        }
        Ok(&self.buffer[self.unread.clone()])
    }

    fn consume(&mut self, amount: usize) {
        self.unread.start = self.unread.end.min(self.unread.start + amount);
    }
}

impl<R: Read> Read for Source<'_, R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let length = self.fill_buf()?.read(into)?;
        self.consume(length);
        Ok(length)
    }
}
