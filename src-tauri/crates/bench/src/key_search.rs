//! The search of a tree of files for keys, beside ripgrep's search for one of them, with as many threads. Both read the
//! files from the system's memory: what is measured is their work, not the disk.

use std::error::Error;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use keydesk_core::key_search::{Finder, Meter, search};
use keydesk_core::secret::ApiKey;

use crate::timing::Pair;

const ROUNDS: usize = 7;

const KEYS: u64 = 10;

/// The files of the tree: how many of which size. As in the folders of a person: many small ones, some large ones.
const FILES: [(u32, usize); 4] =
    [(8_000, 4 * 1024), (2_000, 64 * 1024), (60, 4 << 20), (2, 256 << 20)];

/// Prints how the times compare, and the time for a gigabyte.
pub(crate) fn measure() -> Result<(), Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    fill(folder.path())?;
    let texts: Vec<String> = (0..KEYS).map(key).collect();
    let keys = texts.iter().map(|text| ApiKey::new(text.clone()));
    let finder =
        Finder::new(&keys.collect::<Result<Vec<_>, _>>().map_err(|_| "the key is refused")?);
    // Both find the same one key.
    fs::write(folder.path().join("key.txt"), &texts[0])?;

    let mut times = Pair::default();
    let mut gigabytes = 0.0;
    for round in 0..=ROUNDS {
        let plain = ripgrep(folder.path(), &texts[0])?;
        let (ours, bytes) = search_with(&finder, folder.path())?;
        gigabytes = bytes;
        // The first round brings the files into the system's memory.
        if round > 0 {
            times.add((ours, plain));
        }
    }
    println!("key_search_ratio {:.3}", times.ratio());
    println!("key_search_s_per_gb {:.3}", times.ours_ms() / 1_000.0 / gigabytes);
    Ok(())
}

/// The time, and how many gigabytes were read.
fn search_with(finder: &Finder, folder: &Path) -> Result<(Duration, f64), Box<dyn Error>> {
    let meter = Meter::default();
    let started = Instant::now();
    let found = search(finder, &[folder.to_owned()], &[], &meter, &|_| {});
    let time = started.elapsed();
    if found.places.len() != 1 {
        return Err("the search has not found the key".into());
    }
    #[expect(clippy::cast_precision_loss, reason = "it is printed with three digits")]
    let bytes = meter.bytes.load(Ordering::Relaxed) as f64;
    Ok((time, bytes / 1e9))
}

fn ripgrep(folder: &Path, text: &str) -> Result<Duration, Box<dyn Error>> {
    let mut search = Command::new("rg");
    search.args(["--fixed-strings", "-uuu", "--threads", "2", "--count", text]).arg(folder);
    let started = Instant::now();
    let status = search.stdout(Stdio::null()).status()?;
    let time = started.elapsed();
    if status.success() { Ok(time) } else { Err("ripgrep has not found the key".into()) }
}

/// Half of the files have lines of text, the others bytes of any kind.
fn fill(folder: &Path) -> io::Result<()> {
    let mut random = Random(1);
    for (kind, (count, size)) in FILES.into_iter().enumerate() {
        for number in 0..count {
            let inside = folder.join(format!("{kind}/{}", number / 100));
            fs::create_dir_all(&inside)?;
            let mut file = BufWriter::new(File::create(inside.join(number.to_string()))?);
            let is_text = number % 2 == 0;
            for _ in 0..size / 64 {
                file.write_all(&if is_text { random.line() } else { random.bytes() })?;
            }
            file.flush()?;
        }
    }
    Ok(())
}

/// 40 hexadecimal digits.
fn key(number: u64) -> String {
    let mut random = Random(1_000 + number);
    (0..40).map(|_| char::from(b"0123456789abcdef"[usize::from(random.byte() & 15)])).collect()
}

/// Numbers that look random and are the same in each run (xorshift64*).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    fn byte(&mut self) -> u8 {
        self.next().to_be_bytes()[0]
    }

    fn bytes(&mut self) -> [u8; 64] {
        let mut bytes = [0; 64];
        bytes.chunks_exact_mut(8).for_each(|part| part.copy_from_slice(&self.next().to_ne_bytes()));
        bytes
    }

    /// A line of 63 letters, digits and spaces, with its end.
    fn line(&mut self) -> [u8; 64] {
        let mut line = self.bytes();
        let letters = b"abcdefghijklmnopqrstuvwxyz0123456789 eatonishrdlu 0123456789abcdef";
        for byte in &mut line {
            *byte = letters[usize::from(*byte) % letters.len()];
        }
        line[63] = b'\n';
        line
    }
}
