//! The project's chores. `cargo xtask help` lists them.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "telling a person is its job")]

mod bench;
mod bindings;
mod build;
mod dist;
mod icons;
mod program;
mod run;
mod say;
mod setup;
mod shots;
mod soak;
mod test;

use std::process::ExitCode;

use test_driver::Error;

const HELP: &str = "\
cargo xtask CHORE

  run        open Key Desk in practice mode; without a display, do its main job
             on a virtual one and leave pictures in target/pictures
  test       everything that must hold before a change is taken
  bench      speed, size, start and memory, beside what they are measured against
  soak       kill the once-a-day call at every moment and count what is lost;
             --kills N, --seed S
  shots      a picture of every page, light and dark, in every language, in target/shots
  dist       the .deb
  icons      the app's icon in all sizes and formats, from its drawings
  bindings   write the window's types anew from Rust
  help       this text

Each chore first installs what it lacks (Debian and its relatives) and says so.";

fn main() -> ExitCode {
    let chore = std::env::args().nth(1).unwrap_or_else(|| "help".to_owned());
    let done = match chore.as_str() {
        "run" => run::run(),
        "test" => test::test(),
        "bench" => bench::bench(),
        "soak" => soak::soak(std::env::args().skip(2)),
        "shots" => shots::shots(),
        "dist" => dist::dist().map(|file| say::done(&file.display().to_string())),
        "icons" => icons::icons(),
        "bindings" => bindings::write(),
        "help" | "--help" | "-h" => {
            println!("{HELP}");
            Ok(())
        }
        unknown => Err(Error::new(format!("there is no chore {unknown:?}\n\n{HELP}"))),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            say::error(&trouble);
            ExitCode::FAILURE
        }
    }
}
