//! The menu bar of macOS. Linux and Windows have none: there the window's navigation is all.

use tauri::menu::{IsMenuItem, Menu, MenuEvent, MenuItem, PredefinedMenuItem, Submenu};
use tauri::{AppHandle, Emitter, Manager, Runtime};

use keydesk_core::model::Mode;

use crate::sentences::Sentences;
use crate::shell::Shell;
use crate::windows::MAIN;

/// A menu: the message that names it, and its lines.
type Column = (&'static str, &'static [Line]);

/// A line of a menu. Messages are named by their ids.
#[derive(Clone, Copy, Debug)]
enum Line {
    /// The window does it: the id of a shortcut in ui/src/windows/main/shortcuts.ts, its message, its keys.
    Ours(&'static str, &'static str, &'static str),
    /// The system does it.
    Systems(Deed, &'static str),
    /// Parts two groups.
    Rule,
}

/// What the system does itself, so that it works in every text field.
#[derive(Clone, Copy, Debug)]
enum Deed {
    About,
    Services,
    Hide,
    HideOthers,
    ShowAll,
    Quit,
    Undo,
    Redo,
    Cut,
    Copy,
    Paste,
    SelectAll,
    FullScreen,
    Minimize,
    Zoom,
    Close,
}

use Line::{Ours, Rule, Systems};

const BAR: [Column; 6] = [
    (
        "app-name",
        &[
            Systems(Deed::About, "help-about"),
            Rule,
            Ours("settings", "nav-settings", "Mod+Comma"),
            Rule,
            Systems(Deed::Services, "menu-services"),
            Rule,
            Systems(Deed::Hide, "menu-hide"),
            Systems(Deed::HideOthers, "menu-hide-others"),
            Systems(Deed::ShowAll, "menu-show-all"),
            Rule,
            Systems(Deed::Quit, "menu-quit"),
        ],
    ),
    (
        "menu-edit",
        &[
            Systems(Deed::Undo, "menu-undo"),
            Systems(Deed::Redo, "menu-redo"),
            Rule,
            Systems(Deed::Cut, "menu-cut"),
            Systems(Deed::Copy, "menu-copy"),
            Systems(Deed::Paste, "menu-paste"),
            Systems(Deed::SelectAll, "menu-select-all"),
        ],
    ),
    (
        "menu-view",
        &[
            Ours("text-larger", "shortcut-text-larger", "Mod+Plus"),
            Ours("text-smaller", "shortcut-text-smaller", "Mod+Minus"),
            Ours("text-usual", "shortcut-text-usual", "Mod+0"),
            Rule,
            Systems(Deed::FullScreen, "menu-full-screen"),
        ],
    ),
    (
        "menu-go",
        &[
            Ours("back", "back", "Mod+BracketLeft"),
            Rule,
            Ours("home", "nav-home", "Mod+1"),
            Ours("keys", "nav-keys", "Mod+2"),
            Ours("guides", "nav-guides", "Mod+3"),
            Ours(IN_PRACTICE, "nav-practice", "Mod+5"),
            Rule,
            Ours("new-test-key", "shortcut-new-test-key", "Mod+N"),
            Ours("bring-in", "keys-bring-in", "Mod+B"),
        ],
    ),
    (
        "menu-window",
        &[
            Systems(Deed::Minimize, "menu-minimize"),
            Systems(Deed::Zoom, "menu-zoom"),
            Rule,
            Systems(Deed::Close, "menu-close"),
        ],
    ),
    ("nav-help", &[Ours("help", "nav-help", "Mod+4")]),
];

/// The only line that is not there in every mode.
const IN_PRACTICE: &str = "practice";

/// Hangs the menu bar, in the language and the mode of the settings, where the system has one.
pub(crate) fn hang<R: Runtime>(app: &AppHandle<R>) {
    if !cfg!(target_os = "macos") {
        return;
    }
    if let Err(error) = bar(app).and_then(|menu| app.set_menu(menu)) {
        tracing::error!(%error, "the menu bar can't be hung");
    }
}

/// Tells the window which of our lines was chosen.
pub(crate) fn tell_window<R: Runtime>(app: &AppHandle<R>, chosen: &MenuEvent) {
    let _ = app.emit_to(MAIN, "menu", chosen.id().as_ref());
}

fn bar<R: Runtime>(app: &AppHandle<R>) -> tauri::Result<Menu<R>> {
    let shell = app.state::<Shell>();
    let sentences = Sentences::of(&shell.settings.settings());
    let mode = shell.settings.mode();
    let menu = Menu::new(app)?;
    for (words, lines) in BAR {
        let column = Submenu::new(app, sentences.say(words), true)?;
        for line in lines.iter().filter(|line| is_there(line, mode)) {
            column.append(&*item(app, &sentences, *line)?)?;
        }
        menu.append(&column)?;
    }
    Ok(menu)
}

fn is_there(line: &Line, mode: Option<Mode>) -> bool {
    !matches!(line, Ours(IN_PRACTICE, ..)) || mode == Some(Mode::Practice)
}

fn item<R: Runtime>(
    app: &AppHandle<R>,
    sentences: &Sentences,
    line: Line,
) -> tauri::Result<Box<dyn IsMenuItem<R>>> {
    Ok(match line {
        Rule => Box::new(PredefinedMenuItem::separator(app)?),
        Ours(id, words, keys) => {
            Box::new(MenuItem::with_id(app, id, sentences.say(words), true, Some(native(keys)))?)
        }
        Systems(deed, words) => Box::new(systems(app, deed, &sentences.say(words))?),
    })
}

fn systems<R: Runtime>(
    app: &AppHandle<R>,
    deed: Deed,
    words: &str,
) -> tauri::Result<PredefinedMenuItem<R>> {
    let words = Some(words);
    match deed {
        Deed::About => PredefinedMenuItem::about(app, words, None),
        Deed::Services => PredefinedMenuItem::services(app, words),
        Deed::Hide => PredefinedMenuItem::hide(app, words),
        Deed::HideOthers => PredefinedMenuItem::hide_others(app, words),
        Deed::ShowAll => PredefinedMenuItem::show_all(app, words),
        Deed::Quit => PredefinedMenuItem::quit(app, words),
        Deed::Undo => PredefinedMenuItem::undo(app, words),
        Deed::Redo => PredefinedMenuItem::redo(app, words),
        Deed::Cut => PredefinedMenuItem::cut(app, words),
        Deed::Copy => PredefinedMenuItem::copy(app, words),
        Deed::Paste => PredefinedMenuItem::paste(app, words),
        Deed::SelectAll => PredefinedMenuItem::select_all(app, words),
        Deed::FullScreen => PredefinedMenuItem::fullscreen(app, words),
        Deed::Minimize => PredefinedMenuItem::minimize(app, words),
        Deed::Zoom => PredefinedMenuItem::maximize(app, words),
        Deed::Close => PredefinedMenuItem::close_window(app, words),
    }
}

/// Keys as Tauri writes them, which names the key with the plus by its other character.
fn native(keys: &str) -> String {
    keys.replace("Mod", "CmdOrCtrl").replace("Plus", "Equal")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::Settings;

    const SHORTCUTS: &str = include_str!("../../ui/src/windows/main/shortcuts.ts");

    fn lines() -> impl Iterator<Item = Line> {
        BAR.into_iter().flat_map(|(_, lines)| lines.iter().copied())
    }

    #[test]
    fn every_line_of_ours_is_a_shortcut_of_the_window() {
        for line in lines() {
            let Ours(id, words, keys) = line else { continue };
            let row = format!("{{ id: \"{id}\", says: \"{words}\", keys: [");
            let row = SHORTCUTS.lines().find(|line| line.contains(&row)).unwrap_or_default();
            assert!(row.contains(&format!("\"{keys}\"")), "{id}: {keys} is not in {row:?}");
        }
    }

    #[test]
    fn tauri_can_read_all_keys() {
        for line in lines() {
            let Ours(_, _, keys) = line else { continue };
            assert!(native(keys).parse::<muda::accelerator::Accelerator>().is_ok(), "{keys}");
        }
    }

    #[test]
    fn every_word_is_in_every_language() {
        for language in ["en", "uk"] {
            let language = Some(language.to_owned());
            let sentences = Sentences::of(&Settings { language, ..Settings::default() });
            let titles = BAR.into_iter().map(|(words, _)| words);
            let words = lines().filter_map(|line| match line {
                Ours(_, words, _) | Systems(_, words) => Some(words),
                Rule => None,
            });
            for id in titles.chain(words) {
                assert_ne!(sentences.say(id), id);
            }
        }
    }

    #[test]
    fn the_phone_book_is_there_in_practice_only() {
        let practice = Ours(IN_PRACTICE, "nav-practice", "Mod+5");
        assert!(is_there(&practice, Some(Mode::Practice)));
        assert!(!is_there(&practice, Some(Mode::Live)) && !is_there(&practice, None));
        assert!(lines().filter(|line| !is_there(line, None)).count() == 1);
    }
}
