//! `cargo xtask run`: opens Key Desk in practice mode. Without a display it gets a test key and a
//! token on a virtual one.

use std::path::PathBuf;
use std::process::Command;

use test_driver::{App, Error, Launch, Window, flows};

use crate::build::{self, Profile};
use crate::{program, setup, terminal};

pub(crate) fn run() -> Result<(), Error> {
    if has_display() {
        setup::for_building()?;
        let program = build::app(Profile::Debug)?;
        terminal::heading("Key Desk in practice mode");
        return program::run(Command::new(program).env("KEYDESK_START", "practice"));
    }
    setup::for_driving()?;
    let program = build::app(Profile::Debug)?;
    terminal::heading("No display found: getting a test key and a token on a virtual one");
    main_job_with(program)
}

/// Gets a test key and a token with this program on a virtual display.
pub(crate) fn main_job_with(program: impl Into<PathBuf>) -> Result<(), Error> {
    tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(async {
        let mut app = Launch::of(program).open().await?;
        let result = main_job(&app).await;
        app.close().await?;
        result
    })
}

fn has_display() -> bool {
    ["DISPLAY", "WAYLAND_DISPLAY"]
        .iter()
        .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}

/// Goes from the first start to a verified token. Prints the result of each step and saves a
/// picture.
async fn main_job(app: &App) -> Result<(), Error> {
    let mut steps = Steps { window: app.window()?, count: 0 };
    let window = steps.window;

    let welcome = window.wait_for("welcome-practice").await;
    steps.finish("the first start asks how to begin", welcome).await?;
    let practice = flows::choose_practice(window).await;
    steps.finish("practice mode shows its banner", practice).await?;
    let number = flows::enter_number(window, flows::NEW_CLIENT).await;
    steps.finish(&format!("{} will be sent", flows::NEW_CLIENT), number).await?;
    let key = flows::send(window).await;
    steps.finish("the test key is in the keychain", key).await?;
    let token = flows::get_token(window).await;
    steps.finish("Nova Post returned a token for it", token).await?;
    let verified = flows::verify_token(window).await;
    steps.finish("Nova Post accepts the token", verified).await
}

struct Steps<'a> {
    window: &'a Window,
    count: u32,
}

impl Steps<'_> {
    async fn finish(&mut self, step: &str, result: Result<(), Error>) -> Result<(), Error> {
        self.count += 1;
        match &result {
            Ok(()) => terminal::success(step),
            Err(_) => terminal::failure(step),
        }
        let picture = self.picture();
        self.window.save_picture(&picture).await?;
        terminal::note(&program::from_root(&picture));
        result
    }

    fn picture(&self) -> PathBuf {
        program::target().join(format!("pictures/run-{}.png", self.count))
    }
}
