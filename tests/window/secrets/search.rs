//! Searching everything where the app could have left a secret. The results never contain the secret, so that a
//! failed test does not print it.

use std::io::{self, ErrorKind};

use test_driver::{App, Context, Error, Forms, Sightings, files_with, program_of, sightings_in};

/// Searches the files of the app and of its web engine, what the app has printed, and the memory, command lines
/// and environments of the processes that it has started.
pub(crate) fn around(app: &App, secret: &str) -> Result<Sightings, Error> {
    let mut found = Sightings::new();
    for file in files_with(secret, app.home())? {
        found.insert(format!("file {}", file.display()));
    }
    let main = app.main_process()?;
    let forms = Forms::of(secret)?;
    for process in app.processes()?.into_iter().filter(|process| *process != main) {
        match sightings_in(process, &forms) {
            // The process has ended meanwhile.
            Err(error) if error.kind() == ErrorKind::NotFound || is_gone(&error) => {}
            seen => found.extend(named(process, seen)?),
        }
    }
    Ok(found)
}

/// Whether the process has ended while it was read.
fn is_gone(error: &io::Error) -> bool {
    error.raw_os_error() == Some(rustix::io::Errno::SRCH.raw_os_error())
}

/// Searches the memory, command line and environment of the app's own process.
pub(crate) fn in_app(app: &App, secret: &str) -> Result<Sightings, Error> {
    let main = app.main_process()?;
    named(main, sightings_in(main, &Forms::of(secret)?))
}

/// Searches the document of the page and its storage.
pub(crate) async fn in_page(app: &App, secret: &str) -> Result<Sightings, Error> {
    let window = app.window()?;
    let kept = "return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state, location.href])";
    let kept = window.read(kept).await?.to_string();
    let forms = Forms::of(secret)?;
    let found = [("document", window.document().await?), ("storage", kept)].into_iter();
    let found = found.filter(|(_, text)| !forms.within(text.as_bytes()).is_empty());
    Ok(found.map(|(place, _)| place.to_owned()).collect())
}

fn named(process: u32, seen: io::Result<Sightings>) -> Result<Sightings, Error> {
    let program = program_of(process);
    let seen = seen.context(format!("looking into {program}"))?;
    Ok(seen.iter().map(|place| format!("{program}: {place}")).collect())
}
