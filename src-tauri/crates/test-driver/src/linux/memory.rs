//! Searching the memory, the command line and the environment of a process. It needs the right to trace that
//! process, which root has.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io;
use std::os::unix::fs::FileExt;

use crate::search::Forms;

/// How many pages are read at once.
const AT_ONCE: usize = 256;
/// The bits of a word in `/proc/<pid>/pagemap`: the page is in memory, or swapped out.
const HAS_CONTENT: u64 = 0b11 << 62;

/// Where a text was found, without the text itself: `text in [heap]`.
pub type Sightings = BTreeSet<String>;

/// Where the memory, the command line and the environment of a process have the text. Fails if the process
/// can't be traced.
pub fn sightings_in(process: u32, forms: &Forms) -> io::Result<Sightings> {
    let mut found = Sightings::new();
    for file in ["cmdline", "environ"] {
        let bytes = fs::read(format!("/proc/{process}/{file}"))?;
        found.extend(forms.within(&bytes).iter().map(|form| format!("{form} in {file}")));
    }
    let memory = Memory::of(process)?;
    for line in fs::read_to_string(format!("/proc/{process}/maps"))?.lines() {
        let Some(region) = Region::read(line) else { continue };
        for form in memory.forms_in(&region, forms)? {
            found.insert(format!("{form} in {}", region.name));
        }
    }
    Ok(found)
}

/// The name of the program that a process runs, cut off after 15 bytes. Empty if the process has ended.
#[must_use]
pub fn program_of(process: u32) -> String {
    let name = fs::read_to_string(format!("/proc/{process}/comm")).unwrap_or_default();
    name.trim().to_owned()
}

struct Memory {
    content: File,
    pages: File,
    page_size: usize,
}

struct Region<'a> {
    begin: usize,
    end: usize,
    name: &'a str,
}

impl Memory {
    fn of(process: u32) -> io::Result<Self> {
        Ok(Self {
            content: File::open(format!("/proc/{process}/mem"))?,
            pages: File::open(format!("/proc/{process}/pagemap"))?,
            page_size: rustix::param::page_size(),
        })
    }

    fn forms_in(&self, region: &Region<'_>, forms: &Forms) -> io::Result<BTreeSet<&'static str>> {
        let mut found = BTreeSet::new();
        let step = AT_ONCE * self.page_size;
        for begin in (region.begin..region.end).step_by(step) {
            let end = region.end.min(begin + step);
            if self.has_content(begin, end)? {
                // A text may begin in the piece before this one.
                let begin = region.begin.max(begin.saturating_sub(forms.longest()));
                found.extend(forms.within(&self.piece(begin, end)?));
            }
        }
        Ok(found)
    }

    /// Without the pages that the process has freed meanwhile.
    fn piece(&self, begin: usize, end: usize) -> io::Result<Vec<u8>> {
        let whole = read(&self.content, begin, end - begin);
        if !whole.as_ref().is_err_and(has_gone) {
            return whole;
        }
        let mut left = Vec::new();
        let mut at = begin;
        while at < end {
            let next = end.min((at / self.page_size + 1) * self.page_size);
            match read(&self.content, at, next - at) {
                Err(error) if has_gone(&error) => {}
                page => left.extend(page?),
            }
            at = next;
        }
        Ok(left)
    }

    /// Whether the range has any page to read. Most of what a web engine reserves was never used.
    fn has_content(&self, begin: usize, end: usize) -> io::Result<bool> {
        let (word, [begin, end]) = (size_of::<u64>(), [begin, end].map(|at| at / self.page_size));
        let words = read(&self.pages, begin * word, (end - begin) * word)?;
        let (words, _) = words.as_chunks();
        Ok(words.iter().any(|word| u64::from_ne_bytes(*word) & HAS_CONTENT != 0))
    }
}

impl<'a> Region<'a> {
    /// A region from a line of `/proc/<pid>/maps`; `None` if it can't be read, or belongs to the kernel or a
    /// device.
    fn read(line: &'a str) -> Option<Self> {
        let mut fields = line.splitn(6, ' ');
        let (begin, end) = fields.next()?.split_once('-')?;
        let readable = fields.next()?.starts_with('r');
        let name = fields.nth(3).unwrap_or_default().trim();
        let is_special = name.starts_with("[v") || name.starts_with("/dev/dri");
        let [begin, end] = [begin, end].map(|at| usize::from_str_radix(at, 16).ok());
        (readable && !is_special).then_some(Self { begin: begin?, end: end?, name })
    }
}

fn has_gone(error: &io::Error) -> bool {
    error.raw_os_error() == Some(rustix::io::Errno::IO.raw_os_error())
}

fn read(file: &File, begin: usize, length: usize) -> io::Result<Vec<u8>> {
    let mut bytes = vec![0; length];
    file.read_exact_at(&mut bytes, u64::try_from(begin).map_err(io::Error::other)?)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use std::process::{Command, Stdio};

    use super::*;

    #[test]
    fn a_text_is_found_in_memory_command_line_and_environment() {
        let text = format!("canary-{}-in-a-process", std::process::id());
        let mut shell = Command::new("sh")
            .args(["-c", "CANARY=$CANARY$CANARY; echo; read end", &text])
            .env("CANARY", &text)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        // The shell prints a line when its variable is set.
        let mut line = String::new();
        let stdout = shell.stdout.take().unwrap();
        io::BufRead::read_line(&mut io::BufReader::new(stdout), &mut line).unwrap();

        let found = sightings_in(shell.id(), &Forms::of(&text).unwrap()).unwrap();
        let absent =
            sightings_in(shell.id(), &Forms::of("a text that nobody has").unwrap()).unwrap();
        drop(shell.stdin.take());
        shell.wait().unwrap();
        for place in ["text in cmdline", "text in environ", "text in [heap]"] {
            assert!(found.contains(place), "{place} is missing in {found:?}");
        }
        assert_eq!(absent, Sightings::new());
    }
}
