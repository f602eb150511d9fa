//! A server in a child process that prints its address.

use std::error::Error;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// A running server. Dropping it kills the process.
pub(crate) struct Server {
    process: Child,
    /// The base address, with a trailing slash.
    pub(crate) url: String,
    pub(crate) port: u16,
}

impl Server {
    /// Starts a server and waits for its line `listening on http://127.0.0.1:PORT/…`.
    pub(crate) fn start(program: &Path, arguments: &[&str]) -> Result<Self, Box<dyn Error>> {
        let mut command = Command::new(program);
        command.args(arguments).stdin(Stdio::null()).stdout(Stdio::piped());
        let mut process = command.spawn()?;
        let mut line = String::new();
        if let Some(out) = process.stdout.take() {
            BufReader::new(out).read_line(&mut line)?;
        }
        let url = line
            .trim_end()
            .strip_prefix("listening on ")
            .ok_or("the server didn't print its address")?;
        let port = url.split([':', '/']).find_map(|part| part.parse().ok());
        Ok(Self { process, url: url.to_owned(), port: port.ok_or("no port")? })
    }

    /// The resident memory in MiB.
    pub(crate) fn memory_mib(&self) -> Result<f64, Box<dyn Error>> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.process.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let kibibytes = line.and_then(|line| line.trim().strip_suffix(" kB")).ok_or("no VmRSS")?;
        Ok(kibibytes.parse::<f64>()? / 1_024.0)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Both fail only if the process has ended already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
