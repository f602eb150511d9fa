//! The text of the files in `src-tauri/capabilities`, which say what each window may do. The build
//! script compiles this file too, so it uses the standard library only.

/// The label of the main window.
pub(crate) const MAIN: &str = "main";

/// A kind of window, and what it may do besides calling its commands.
struct Window {
    name: &'static str,
    /// The labels of such windows: a pattern.
    labels: &'static str,
    description: &'static str,
    permissions: &'static [&'static str],
}

const WINDOWS: [Window; 4] = [
    Window {
        name: MAIN,
        labels: MAIN,
        description: "The main window: no command here returns a secret",
        permissions: &["core:event:allow-listen", "core:event:allow-unlisten"],
    },
    Window {
        name: "reveal",
        labels: "reveal-*",
        description: "The popup window that shows one secret: only it may ask for the secret",
        permissions: &[],
    },
    Window {
        name: "enter",
        labels: "enter-*",
        description: "The popup window in which a key is typed: the key goes to Rust and nowhere else",
        permissions: &[],
    },
    Window {
        name: "ask",
        labels: "ask-*",
        description: "The popup window in which a program asks for a token: it gets no secret",
        permissions: &[],
    },
];

/// The capability files: name and text of each. `commands` has the name of every command and the
/// windows that may call it.
pub(crate) fn files(commands: &[(&str, &[&str])]) -> Vec<(String, String)> {
    WINDOWS.iter().map(|window| (format!("{}.json", window.name), text(window, commands))).collect()
}

fn text(window: &Window, commands: &[(&str, &[&str])]) -> String {
    let Window { name, labels, description, permissions } = window;
    let own = commands.iter().filter(|(_, windows)| windows.contains(name));
    let allowed = own.map(|(command, _)| format!("allow-{}", command.replace('_', "-")));
    let permissions = permissions.iter().map(|&permission| permission.to_owned()).chain(allowed);
    let permissions: Vec<_> =
        permissions.map(|permission| format!("    \"{permission}\"")).collect();
    format!(
        "{{\n  \"identifier\": \"{name}\",\n  \"description\": \"{description}\",\n  \
         \"windows\": [\"{labels}\"],\n  \"permissions\": [\n{}\n  ]\n}}\n",
        permissions.join(",\n")
    )
}
