//! Key Desk with a leak of each kind that the search has to find. Only that test uses it.
#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::zombie_processes,
    reason = "a program that does everything wrong"
)]

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitCode, Stdio};
use std::sync::Mutex;
use std::time::Duration;

/// Is never wiped.
static KEPT: Mutex<Option<String>> = Mutex::new(None);

fn main() -> ExitCode {
    std::thread::spawn(|| {
        let key = copied_key();
        let home = PathBuf::from(std::env::var_os("KEYDESK_HOME").unwrap());
        let _child = leak(&key, &home);
        *KEPT.lock().unwrap() = Some(key);
        std::fs::write(home.join("all-leaked"), "").unwrap();
        // The child ends with this thread, which ends with the app.
        std::thread::park();
    });
    keydesk::run()
}

/// The key, once the person has copied it.
fn copied_key() -> String {
    let mut clipboard = arboard::Clipboard::new().unwrap();
    loop {
        match clipboard.get_text() {
            Ok(text) if text.len() >= 32 => return text,
            _ => std::thread::sleep(Duration::from_millis(20)),
        }
    }
}

fn leak(key: &str, home: &Path) -> Child {
    println!("{key}");
    let mut encoded = url::form_urlencoded::Serializer::new(String::new());
    std::fs::write(home.join("leaked-file"), encoded.append_pair("of", key).finish()).unwrap();
    let wide: Vec<u8> = key.encode_utf16().flat_map(u16::to_le_bytes).collect();
    std::fs::create_dir_all(keydesk::diagnostics::logs(home)).unwrap();
    let log = keydesk::diagnostics::logs(home).join("leaked-line.log");
    std::fs::File::create(log).unwrap().write_all(&wide).unwrap();
    // `cat` reads its input before the file of that name, so it waits.
    let child =
        Command::new("cat").args(["-", key]).env("LEAKED", key).stdin(Stdio::piped()).spawn();
    child.unwrap()
}
