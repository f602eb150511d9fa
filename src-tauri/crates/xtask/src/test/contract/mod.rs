//! Whether practice answers what it describes. schemathesis reads `openapi.json` from a server that
//! was just started, sends what it can think of, and judges every answer with all its checks.

mod covered;

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use test_driver::{Context, Error};

use crate::build::{self, Profile};
use crate::{program, setup};

use covered::covered;

/// Tries both environments. They share one description, but production makes no test keys.
pub(crate) fn check() -> Result<(), Error> {
    let server = Server::start(&build::package("keydesk-practice", Profile::Debug)?)?;
    try_environment(&server, "/v.1.0", &[])?;
    // Without that call none of the links between calls is left to follow.
    let fewer = ["--exclude-path", "/test-api-keys", "--phases", "examples,coverage,fuzzing"];
    try_environment(&server, "/production/v.1.0", &fewer)
}

fn try_environment(server: &Server, base: &str, fewer: &[&str]) -> Result<(), Error> {
    let origin = &server.origin;
    // What it learns it leaves where it runs; the next run is not to know it.
    let folder = tempfile::tempdir()?;
    let mut schemathesis = Command::new(setup::schemathesis())
        .arg("--config-file")
        .arg(beside_this("schemathesis.toml"))
        .args(["run", &format!("{origin}/openapi.json"), "--checks", "all"])
        .args(["--url", &format!("{origin}{base}")])
        .args(fewer)
        .env("NO_PROXY", "127.0.0.1")
        // A secret that is broken over two lines could not be told from other words.
        .env("COLUMNS", "1000")
        .current_dir(folder.path())
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .context("schemathesis")?;
    if let Some(out) = schemathesis.stdout.take() {
        for line in BufReader::new(out).lines() {
            let line = covered(&line.context("schemathesis")?);
            writeln!(std::io::stdout(), "{line}").context("schemathesis")?;
        }
    }
    let status = schemathesis.wait().context("schemathesis")?;
    if status.success() { Ok(()) } else { Err(Error::new(format!("schemathesis: {status}"))) }
}

/// A practice server with a key in each environment; it ends with this.
struct Server {
    child: Child,
    /// `http://127.0.0.1:PORT`.
    origin: String,
}

impl Server {
    fn start(practice: &Path) -> Result<Self, Error> {
        let child = Command::new(practice)
            .args(["--port", "0", "--seed"])
            .arg(beside_this("seed.json"))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .context("keydesk-practice")?;
        let mut server = Self { child, origin: String::new() };
        let mut line = String::new();
        if let Some(out) = server.child.stdout.take() {
            BufReader::new(out).read_line(&mut line).context("keydesk-practice")?;
        }
        server.origin = origin_in(&line)
            .ok_or_else(|| Error::new("keydesk-practice didn't say where it listens"))?;
        Ok(server)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Either fails only if it is gone already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn origin_in(line: &str) -> Option<String> {
    let (origin, _) = line.strip_prefix("listening on ")?.split_once("/v.1.0/")?;
    Some(origin.to_owned())
}

fn beside_this(file: &str) -> PathBuf {
    program::root().join("src-tauri/crates/xtask/src/test/contract").join(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_start_line_tells_the_origin() {
        let line = "listening on http://127.0.0.1:8080/v.1.0/\n";
        assert_eq!(origin_in(line).as_deref(), Some("http://127.0.0.1:8080"));
        assert_eq!(origin_in("error: port 8080 is in use\n"), None);
    }
}
