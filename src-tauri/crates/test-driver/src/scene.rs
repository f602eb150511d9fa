//! Playing one test in the window: opens it, plays, and leaves a picture if the test fails.

use std::any::type_name;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::Path;

use tokio::runtime::{Builder, Runtime};

use crate::desktop::Desktop;
use crate::error::Error;
use crate::launch::{App, Launch};

/// Opens the window, plays `scene` in it and closes it. If the scene fails, by an error or by an
/// assertion, target/pictures keeps a picture of the window as it was then, and what the program
/// has printed, both under the name of the test.
pub fn play<S>(launch: Launch, scene: S) -> Result<(), Error>
where
    S: AsyncFnOnce(&mut App) -> Result<(), Error>,
{
    play_on(Desktop::start()?, launch, scene)
}

/// As [`play`], on this desktop.
pub fn play_on<S>(desktop: Desktop, launch: Launch, scene: S) -> Result<(), Error>
where
    S: AsyncFnOnce(&mut App) -> Result<(), Error>,
{
    let evidence = launch.pictures().join(name_of::<S>());
    let runtime = Builder::new_current_thread().enable_all().build()?;
    let mut app = runtime.block_on(launch.open_on(desktop))?;
    match catch_unwind(AssertUnwindSafe(|| runtime.block_on(scene(&mut app)))) {
        Ok(Ok(())) => runtime.block_on(app.close()),
        Ok(Err(trouble)) => {
            let kept = keep(&runtime, &app, &evidence);
            Err(Error::new(format!("{trouble}\n{kept}")))
        }
        Err(panic) => {
            keep(&runtime, &app, &evidence);
            resume_unwind(panic)
        }
    }
}

/// `journeys-a_lost_answer` of the closure in that test, also where a helper stands between.
fn name_of<S>() -> String {
    let name = type_name::<S>().split("::{{closure}}").next().unwrap_or_default();
    let name = name.rsplit(['<', ' ']).next().unwrap_or(name);
    name.replace("::", "-")
}

/// Says what was kept. Failing to keep it never hides the failure itself.
fn keep(runtime: &Runtime, app: &App, evidence: &Path) -> String {
    let (picture, printed) = (evidence.with_extension("png"), evidence.with_extension("txt"));
    let photographed = runtime.block_on(async { app.window()?.save_picture(&picture).await });
    let written = app.output().and_then(|text| Ok(fs::write(&printed, text)?));
    [(picture, photographed), (printed, written)]
        .map(|(file, outcome)| match outcome {
            Ok(()) => format!("kept {}", file.display()),
            Err(trouble) => format!("could not keep {}: {trouble}", file.display()),
        })
        .join("\n")
}
