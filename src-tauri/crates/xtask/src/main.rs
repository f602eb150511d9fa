//! The project's tasks. `cargo xtask help` lists them.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a task reports on the terminal")]

mod bench;
mod bindings;
mod build;
mod cross;
mod dist;
mod drift;
mod icons;
mod program;
mod release;
mod reproducible;
mod run;
mod setup;
mod shots;
mod soak;
mod terminal;
mod test;
mod tidy;
mod windows;

use std::process::ExitCode;

use test_driver::Error;

const HELP: &str = "\
cargo xtask TASK

  run        open Key Desk in practice mode; without a display, get a test key and
             a token on a virtual one and save pictures in target/pictures
  test       run every check that a change must pass
  tidy       run only the checks of the source text: order of layers, file sizes,
             colours, sentences, words
  bench      measure speed, size, start time and memory, and compare them with
             their limits
  soak       kill the process that requests a test key, at every moment and at
             random times, and check that no key is lost; --kills N, --seed S
  shots      save a picture of every page and every component in target/shots, in
             light and dark and in every language
  dist       build and check the .deb and the .rpm with their bills of materials,
             and write checksums, all in target/packages
  dist reproduce
             build the packages twice, in two folders, and compare their bytes
  dist install
             install the .deb of target/packages on a fresh Debian in a folder,
             do the main job with it, and remove it; needs root
  dist checksums FOLDER, dist sign FOLDER KEY, dist verify FOLDER SIGNERS
             write the checksums of a folder, sign them with an SSH key, and check
             both as a person does who has downloaded the files
  dist latest FOLDER https://ADDRESS/ [NOTES]
             sign the packages in a folder and write latest.json for updates
  dist update
             build an old and a new package, and let the old one update itself
  windows    build the programs for Windows, run the tests under Wine, and build
             and try the installers in target/windows/installer
  release    check that the versions agree with a tag, and write the release's notes;
             cargo xtask release v0.1.0
  drift      compare saved pages and the OpenAPI file of Nova Post with the facts that
             the project has from them; without a file, list the pages
  icons      make the app's icon in all sizes and formats from the drawings
  bindings   generate the window's types and permissions from Rust
  help       print this text

On Debian and its derivatives, a task first installs the programs that it needs.
On other systems it lists what is missing.";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let task = arguments.next().unwrap_or_else(|| "help".to_owned());
    let result = match task.as_str() {
        "drift" => return drift::drift(arguments),
        "run" => run::run(),
        "test" => test::test(),
        "tidy" => tidy::tidy(),
        "bench" => bench::bench(),
        "soak" => soak::soak(arguments),
        "shots" => shots::shots(),
        "windows" => windows::windows(),
        "dist" => dist::task(arguments),
        "release" => release::release(arguments),
        "icons" => icons::icons(),
        "bindings" => bindings::write(),
        "help" | "--help" | "-h" => {
            println!("{HELP}");
            Ok(())
        }
        unknown => Err(Error::new(format!("there is no task {unknown:?}\n\n{HELP}"))),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            terminal::error(&error);
            ExitCode::FAILURE
        }
    }
}
