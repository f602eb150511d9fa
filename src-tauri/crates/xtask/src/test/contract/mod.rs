//! Checks that practice answers as its description says. schemathesis reads `openapi.json` from a new
//! server, generates requests and checks every answer with all its checks.

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use test_driver::{Context, Error, redact};

use crate::setup::SCHEMATHESIS;
use crate::{build, program};

/// Checks both environments and both addresses of Ukraine. They have one description, but production makes no
/// test keys, and the addresses of Ukraine have one call each.
pub(crate) fn check() -> Result<(), Error> {
    let server = Server::start(&build::with_tests("keydesk-practice")?)?;
    check_environment(&server, "/v.1.0", &["--exclude-path", UKRAINE])?;
    // Only that call has links to other calls. Without it the phase that follows links has nothing to do.
    let phases = ["--phases", "examples,coverage,fuzzing"];
    let others = ["--exclude-path", "/test-api-keys", "--exclude-path", UKRAINE];
    check_environment(&server, "/production/v.1.0", &[&others[..], &phases].concat())?;
    for (base, path) in [("/ukraine/v2.0", UKRAINE), ("/ukraine/v.1.0", "/clients/authorization")] {
        check_environment(&server, base, &[&["--include-path", path][..], &phases].concat())?;
    }
    Ok(())
}

/// The path of the call of the API of Ukraine that checks a key.
const UKRAINE: &str = "/json";

fn check_environment(server: &Server, base: &str, options: &[&str]) -> Result<(), Error> {
    let origin = &server.origin;
    // schemathesis saves what it learns in its working folder. The next run must not find it.
    let folder = tempfile::tempdir()?;
    let mut schemathesis = Command::new(SCHEMATHESIS.file("bin/schemathesis"))
        .arg("--config-file")
        .arg(file("schemathesis.toml"))
        .args(["run", &format!("{origin}/openapi.json"), "--checks", "all"])
        .args(["--url", &format!("{origin}{base}")])
        .args(options)
        .env("NO_PROXY", "127.0.0.1")
        // A secret that is broken into two lines could not be recognized.
        .env("COLUMNS", "1000")
        .current_dir(folder.path())
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .context("schemathesis")?;
    if let Some(out) = schemathesis.stdout.take() {
        for line in BufReader::new(out).lines() {
            let line = redact(&line.context("schemathesis")?);
            writeln!(std::io::stdout(), "{line}").context("schemathesis")?;
        }
    }
    let status = schemathesis.wait().context("schemathesis")?;
    if status.success() { Ok(()) } else { Err(Error::new(format!("schemathesis: {status}"))) }
}

/// A practice server with a key in each environment. Ends when it is dropped.
struct Server {
    child: Child,
    /// `http://127.0.0.1:PORT`.
    origin: String,
}

impl Server {
    fn start(practice: &Path) -> Result<Self, Error> {
        let child = Command::new(practice)
            .args(["--port", "0", "--seed"])
            .arg(file("seed.json"))
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
            .ok_or_else(|| Error::new("keydesk-practice did not print its address"))?;
        Ok(server)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Both fail only if the process has already ended.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn origin_in(line: &str) -> Option<String> {
    let (origin, _) = line.strip_prefix("listening on ")?.split_once("/v.1.0/")?;
    Some(origin.to_owned())
}

fn file(name: &str) -> PathBuf {
    program::root().join("src-tauri/crates/xtask/src/test/contract").join(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_origin_is_read_from_the_first_line() {
        let line = "listening on http://127.0.0.1:8080/v.1.0/\n";
        assert_eq!(origin_in(line).as_deref(), Some("http://127.0.0.1:8080"));
        assert_eq!(origin_in("error: port 8080 is in use\n"), None);
    }
}
