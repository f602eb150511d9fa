//! Playing one test in the window: opens it, plays, and leaves a picture if the test fails.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::{Path, PathBuf};

use tokio::runtime::{Builder, Runtime};

use crate::launch::{App, Launch};
use crate::trouble::Trouble;

/// Opens the window, plays `scene` in it and closes it. If the scene fails, by an error or by an
/// assertion, `<pictures>/<name>.png` shows the window as it was then, and `<name>.txt` what the
/// program has printed.
pub fn play(
    name: &str,
    pictures: &Path,
    launch: Launch,
    scene: impl AsyncFnOnce(&mut App) -> Result<(), Trouble>,
) -> Result<(), Trouble> {
    let runtime = Builder::new_current_thread().enable_all().build()?;
    let mut app = runtime.block_on(launch.open())?;
    let played = catch_unwind(AssertUnwindSafe(|| runtime.block_on(scene(&mut app))));
    match played {
        Ok(Ok(())) => runtime.block_on(app.close()),
        Ok(Err(trouble)) => {
            let kept = keep_evidence(&runtime, &app, pictures, name);
            Err(Trouble::new(format!("{trouble}\n{kept}")))
        }
        Err(panic) => {
            keep_evidence(&runtime, &app, pictures, name);
            resume_unwind(panic)
        }
    }
}

/// Says what was kept. Keeping evidence never hides the failure itself.
fn keep_evidence(runtime: &Runtime, app: &App, pictures: &Path, name: &str) -> String {
    let picture = pictures.join(format!("{name}.png"));
    let printed = pictures.join(format!("{name}.txt"));
    let kept: [(PathBuf, Result<(), Trouble>); 2] = [
        (picture.clone(), runtime.block_on(async { app.window()?.save_picture(&picture).await })),
        (printed.clone(), app.output().and_then(|text| Ok(std::fs::write(printed, text)?))),
    ];
    kept.map(|(file, outcome)| match outcome {
        Ok(()) => format!("kept {}", file.display()),
        Err(trouble) => format!("could not keep {}: {trouble}", file.display()),
    })
    .join("\n")
}
