//! The window takes the time from its clock, which practice can set.

use super::Violation;
use super::source::{Source, line_at};

const CLOCK: &str = "/clock.svelte.ts";
/// The fake of Rust for development in a browser has its own time, as Rust has.
const FAKE: &str = "/fake";

pub(super) fn check(sources: &[Source]) -> Vec<Violation> {
    let asks = |source: &Source| {
        source.path.starts_with("ui/src/")
            && source.has_extension(&["ts", "svelte"])
            && !source.path.ends_with(CLOCK)
            && !source.path.contains(FAKE)
            && !source.path.ends_with(".test.ts")
    };
    let mut violations = Vec::new();
    for source in sources.iter().filter(|source| asks(source)) {
        for call in ["Date.now()", "new Date()"] {
            violations.extend(source.text.match_indices(call).map(|(at, _)| {
                let what = format!("{call}: call now() of the window's clock");
                Violation::new(&source.path, line_at(&source.text, at), what)
            }));
        }
    }
    violations
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_clock_asks_the_computer_for_the_time() {
        let text = "a();\nconst now = new Date();\nconst then = new Date(text);";
        let file = |path: &str| Source { path: path.to_owned(), text: text.to_owned() };
        let files = [
            file("ui/src/state/clock.svelte.ts"),
            file("ui/src/ipc/fake-data.ts"),
            file("ui/src/home/home.test.ts"),
            file("ui/src/home/Home.svelte"),
        ];
        let found = check(&files);
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].file.as_str(), found[0].line), ("ui/src/home/Home.svelte", 2));
    }
}
