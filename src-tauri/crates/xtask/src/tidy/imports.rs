//! What the folders of the window may import.

use super::Violation;
use super::source::{Source, line_at};

/// The only folders that import Tauri. The second one is the name before it was moved.
const IPC: &[&str] = &["ui/src/ipc/", "ui/src/platform/"];
const TAURI: &str = "@tauri-apps/";

pub(super) fn check(sources: &[Source]) -> Vec<Violation> {
    let files = sources.iter().filter(|source| source.path.starts_with("ui/src/"));
    files.filter(|source| source.has_extension(&["ts", "svelte"])).flat_map(check_file).collect()
}

fn check_file(source: &Source) -> Vec<Violation> {
    let path = &source.path;
    let may_import_tauri = IPC.iter().any(|folder| path.starts_with(folder));
    let mut violations = Vec::new();
    for (line, imported) in imports(&source.text) {
        if imported.starts_with(TAURI) && !may_import_tauri {
            let what = format!("imports {imported}: call it through ui/src/ipc");
            violations.push(Violation::new(path, line, what));
        }
        let target = resolve(path, imported);
        if path.starts_with("ui/src/features/") && target.starts_with("ui/src/windows/") {
            let what = "a feature must not import a window: move the shared part into ui/src/state or ui/src/design";
            violations.push(Violation::new(path, line, what));
        }
    }
    violations
}

/// What a script imports, statically or dynamically, with the line.
fn imports(text: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    for before in ["from \"", "import \"", "import(\""] {
        for (at, _) in text.match_indices(before) {
            let begin = at + before.len();
            if let Some(length) = text[begin..].find('"') {
                found.push((line_at(text, begin), &text[begin..begin + length]));
            }
        }
    }
    found
}

/// The path from the project's root of what a file imports by a relative path.
fn resolve(file: &str, imported: &str) -> String {
    let mut parts: Vec<&str> = file.split('/').collect();
    parts.pop();
    if !imported.starts_with('.') {
        return imported.to_owned();
    }
    for part in imported.split('/') {
        match part {
            "." => {}
            ".." => drop(parts.pop()),
            name => parts.push(name),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_text(path: &str, text: &str) -> Vec<String> {
        let source = Source { path: path.to_owned(), text: text.to_owned() };
        check(&[source]).iter().map(Violation::to_string).collect()
    }

    #[test]
    fn only_ipc_imports_tauri() {
        let text = "import a from \"./a\";\nimport { invoke } from \"@tauri-apps/api/core\";";
        assert_eq!(check_text("ui/src/ipc/tauri.ts", text).len(), 0);
        let found = check_text("ui/src/state/session.ts", text);
        assert_eq!(found.len(), 1);
        assert!(found[0].starts_with("ui/src/state/session.ts:2: imports @tauri-apps/api/core"));
        assert_eq!(check_text("ui/src/a.ts", "await import(\"@tauri-apps/api/event\")").len(), 1);
    }

    #[test]
    fn a_feature_imports_no_window() {
        let text = "import Sidebar from \"../../windows/main/Sidebar.svelte\";";
        assert_eq!(check_text("ui/src/features/home/Home.svelte", text).len(), 1);
        assert_eq!(check_text("ui/src/windows/main/App.svelte", text).len(), 0);
        let other = "import { home } from \"../home/home\";";
        assert_eq!(check_text("ui/src/features/keys/list/Keys.svelte", other).len(), 0);
    }
}
