//! Runs one test with the window, and keeps a picture of the window if the test fails.

use std::fs;
use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::Path;

use tokio::runtime::{Builder, Runtime};

use crate::desktop::Desktop;
use crate::error::Error;
use crate::launch::{App, Launch};
use crate::redact::redact;
use crate::test_process::test_name;

/// How much of what the program has printed and logged is in the message of a failed test.
const LAST_LINES: usize = 15;

/// Opens the window, calls `test` and closes the window. If the test fails, by an error or by an assertion,
/// target/pictures keeps a picture of the window and what the program has printed and logged, both under the name
/// of the test, and the test prints the last lines. Keys and tokens are redacted in both texts.
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
            let kept = keep(&runtime, &app, &evidence);
            // If nothing can be printed, the assertion still fails the test.
            let _ = writeln!(std::io::stderr(), "{kept}");
            resume_unwind(panic)
        }
    }
}

/// Saves the evidence, and gives where it is and the last lines that the program has printed or logged. An error here never
/// hides the failure of the test.
fn keep(runtime: &Runtime, app: &App, evidence: &Path) -> String {
    let (picture, printed) = (evidence.with_extension("png"), evidence.with_extension("txt"));
    let pictured = runtime.block_on(async { app.window()?.save_picture(&picture).await });
    let output = app.output().unwrap_or_else(|error| error.to_string());
    // Another program than Key Desk has no log.
    let log = fs::read_to_string(app.data_folder().join("logs/keydesk.log")).unwrap_or_default();
    let output = redact(&format!("{output}{log}"));
    let written = fs::write(&printed, &output).map_err(Error::from);
    let [picture, printed] =
        [(picture, pictured), (printed, written)].map(|(file, outcome)| match outcome {
            Ok(()) => format!("kept {}", file.display()),
            Err(error) => format!("could not keep {}: {error}", file.display()),
        });
    format!("{picture}\n{printed}\nthe program's last lines:\n{}", last_lines(&output))
}

fn last_lines(output: &str) -> &str {
    let begin = output.rmatch_indices('\n').nth(LAST_LINES).map_or(0, |(end, _)| end + 1);
    &output[begin..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_lines_are_whole() {
        let output = format!("left out\n{}", "a line\n".repeat(LAST_LINES));
        assert_eq!(last_lines(&output), "a line\n".repeat(LAST_LINES));
        assert_eq!(last_lines("one\ntwo"), "one\ntwo");
    }
}
