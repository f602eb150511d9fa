//! `cargo xtask run`: Key Desk in practice mode, or, where nobody sees a window, its main job
//! done by itself.

use std::path::{Path, PathBuf};
use std::process::Command;

use test_driver::{App, Error, Launch, Window, flows as journey};

use crate::build::{self, Profile};
use crate::{program, say, setup};

/// Opens the window in practice mode, or does the main job on a virtual screen.
pub(crate) fn run() -> Result<(), Error> {
    if has_display() {
        setup::for_building()?;
        let program = build::app(Profile::Debug)?;
        say::heading("Key Desk, in practice mode");
        return program::run(Command::new(program).env("KEYDESK_START", "practice"));
    }
    setup::for_driving()?;
    let program = build::app(Profile::Debug)?;
    say::heading("No display: the main job, on a virtual one");
    tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(async {
        let mut app = Launch::of(program).open().await?;
        let outcome = main_job(&app).await;
        app.close().await?;
        outcome
    })
}

fn has_display() -> bool {
    ["DISPLAY", "WAYLAND_DISPLAY"]
        .iter()
        .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}

/// From the first start to a proven token. Each step is told with its outcome and leaves a picture.
async fn main_job(app: &App) -> Result<(), Error> {
    let mut steps = Steps { window: app.window()?, taken: 0 };
    let window = steps.window;

    steps
        .took("the first start asks how to begin", window.wait_for("welcome-practice").await)
        .await?;
    steps.took("practice mode, with its banner", journey::choose_practice(window).await).await?;
    let number = journey::enter_number(window, journey::NEW_CLIENT).await;
    steps.took(&format!("{} is what will be sent", journey::NEW_CLIENT), number).await?;
    steps.took("the test key is in the keychain", journey::send(window).await).await?;
    steps.took("Nova Post gave a token for it", journey::get_token(window).await).await?;
    steps.took("the token is proven to work", journey::verify_token(window).await).await
}

struct Steps<'a> {
    window: &'a Window,
    taken: u32,
}

impl Steps<'_> {
    async fn took(&mut self, step: &str, outcome: Result<(), Error>) -> Result<(), Error> {
        self.taken += 1;
        match &outcome {
            Ok(()) => say::done(step),
            Err(_) => say::failed(step),
        }
        let picture = self.picture();
        self.window.save_picture(&picture).await?;
        say::note(&shown(&picture));
        outcome
    }

    fn picture(&self) -> PathBuf {
        program::target().join(format!("pictures/run-{}.png", self.taken))
    }
}

fn shown(file: &Path) -> String {
    file.strip_prefix(program::root()).unwrap_or(file).display().to_string()
}
