//! Runs one test with the window, and keeps a picture of the window if the test fails.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::Path;

use tokio::runtime::{Builder, Runtime};

use crate::desktop::Desktop;
use crate::error::Error;
use crate::launch::{App, Launch};
use crate::test_process::test_name;

/// Opens the window, calls `test` and closes the window. If the test fails, by an error or by an assertion,
/// target/pictures keeps a picture of the window and what the program has printed, both under the name of the
/// test.
pub fn with_app<S>(launch: Launch, test: S) -> Result<(), Error>
where
    S: AsyncFnOnce(&mut App) -> Result<(), Error>,
{
    with_app_on(Desktop::start()?, launch, test)
}

/// As [`with_app`], on this desktop.
pub fn with_app_on<S>(desktop: Desktop, launch: Launch, test: S) -> Result<(), Error>
where
    S: AsyncFnOnce(&mut App) -> Result<(), Error>,
{
    let evidence = launch.pictures().join(test_name()?.replace("::", "-"));
    let runtime = Builder::new_current_thread().enable_all().build()?;
    let mut app = runtime.block_on(launch.open_on(desktop))?;
    match catch_unwind(AssertUnwindSafe(|| runtime.block_on(test(&mut app)))) {
        Ok(Ok(())) => runtime.block_on(app.close()),
        Ok(Err(error)) => {
            let kept = keep(&runtime, &app, &evidence);
            Err(Error::new(format!("{error}\n{kept}")))
        }
        Err(panic) => {
            keep(&runtime, &app, &evidence);
            resume_unwind(panic)
        }
    }
}

/// Saves the evidence and says where. An error here never hides the failure of the test.
fn keep(runtime: &Runtime, app: &App, evidence: &Path) -> String {
    let (picture, printed) = (evidence.with_extension("png"), evidence.with_extension("txt"));
    let pictured = runtime.block_on(async { app.window()?.save_picture(&picture).await });
    let written = app.output().and_then(|text| Ok(fs::write(&printed, text)?));
    [(picture, pictured), (printed, written)]
        .map(|(file, outcome)| match outcome {
            Ok(()) => format!("kept {}", file.display()),
            Err(error) => format!("could not keep {}: {error}", file.display()),
        })
        .join("\n")
}
