//! The menu bar of macOS. On Linux and Windows the app has none.

use tauri::menu::{IsMenuItem, Menu, MenuEvent, MenuItem, PredefinedMenuItem, Submenu};
use tauri::{AppHandle, Manager, Runtime};

use keydesk_core::model::Mode;

use crate::events;
use crate::sentences::Sentences;
use crate::settings::SettingsFile;

/// A menu: the id of the message with its title, and its items.
type MenuItems = (&'static str, &'static [Item]);

#[derive(Clone, Copy, Debug)]
enum Item {
    /// The window acts: the id of a shortcut in the window's shortcuts.ts, the id of the message with
    /// its title, and its keys.
    Shortcut(&'static str, &'static str, &'static str),
    /// The system acts: the action, and the id of the message with its title.
    System(SystemAction, &'static str),
    Separator,
}

/// An action that macOS has itself, so that it works in every text field.
#[derive(Clone, Copy, Debug)]
enum SystemAction {
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

use Item::{Separator, Shortcut, System};

const BAR: [MenuItems; 6] = [
    (
        "app-name",
        &[
            System(SystemAction::About, "help-about"),
            Separator,
            Shortcut("settings", "nav-settings", "Mod+Comma"),
            Separator,
            System(SystemAction::Services, "menu-services"),
            Separator,
            System(SystemAction::Hide, "menu-hide"),
            System(SystemAction::HideOthers, "menu-hide-others"),
            System(SystemAction::ShowAll, "menu-show-all"),
            Separator,
            System(SystemAction::Quit, "menu-quit"),
        ],
    ),
    (
        "menu-edit",
        &[
            System(SystemAction::Undo, "menu-undo"),
            System(SystemAction::Redo, "menu-redo"),
            Separator,
            System(SystemAction::Cut, "menu-cut"),
            System(SystemAction::Copy, "menu-copy"),
            System(SystemAction::Paste, "menu-paste"),
            System(SystemAction::SelectAll, "menu-select-all"),
        ],
    ),
    (
        "menu-view",
        &[
            Shortcut("text-larger", "shortcut-text-larger", "Mod+Plus"),
            Shortcut("text-smaller", "shortcut-text-smaller", "Mod+Minus"),
            Shortcut("text-usual", "shortcut-text-usual", "Mod+0"),
            Separator,
            System(SystemAction::FullScreen, "menu-full-screen"),
        ],
    ),
    (
        "menu-go",
        &[
            Shortcut("back", "back", "Mod+BracketLeft"),
            Separator,
            Shortcut("home", "nav-home", "Mod+1"),
            Shortcut("keys", "nav-keys", "Mod+2"),
            Shortcut("guides", "nav-guides", "Mod+3"),
            Shortcut(IN_PRACTICE, "nav-practice", "Mod+5"),
            Separator,
            Shortcut("new-test-key", "shortcut-new-test-key", "Mod+N"),
            Shortcut("add-key", "keys-add", "Mod+B"),
        ],
    ),
    (
        "menu-window",
        &[
            System(SystemAction::Minimize, "menu-minimize"),
            System(SystemAction::Zoom, "menu-zoom"),
            Separator,
            System(SystemAction::Close, "menu-close"),
        ],
    ),
    ("nav-help", &[Shortcut("help", "nav-help", "Mod+4")]),
];

/// The item that exists in practice only.
const IN_PRACTICE: &str = "practice";

/// Shows the menu bar for the language and the mode of the settings. Does nothing on Linux and Windows.
pub(crate) fn show<R: Runtime>(app: &AppHandle<R>) {
    if !cfg!(target_os = "macos") {
        return;
    }
    if let Err(error) = bar(app).and_then(|menu| app.set_menu(menu)) {
        tracing::error!(%error, "the menu bar can't be shown");
    }
}

/// Sends the chosen item to the window.
pub(crate) fn on_menu_event<R: Runtime>(app: &AppHandle<R>, chosen: &MenuEvent) {
    events::menu_action(app, chosen.id().as_ref().to_owned());
}

fn bar<R: Runtime>(app: &AppHandle<R>) -> tauri::Result<Menu<R>> {
    let settings = app.state::<SettingsFile>();
    let sentences = Sentences::of(&settings.settings());
    let mode = settings.mode();
    let bar = Menu::new(app)?;
    for (title, items) in BAR {
        let menu = Submenu::new(app, sentences.say(title), true)?;
        for item in items.iter().filter(|item| exists_in(item, mode)) {
            menu.append(&*menu_item(app, &sentences, *item)?)?;
        }
        bar.append(&menu)?;
    }
    Ok(bar)
}

fn exists_in(item: &Item, mode: Option<Mode>) -> bool {
    !matches!(item, Shortcut(IN_PRACTICE, ..)) || mode == Some(Mode::Practice)
}

fn menu_item<R: Runtime>(
    app: &AppHandle<R>,
    sentences: &Sentences,
    item: Item,
) -> tauri::Result<Box<dyn IsMenuItem<R>>> {
    Ok(match item {
        Separator => Box::new(PredefinedMenuItem::separator(app)?),
        Shortcut(id, title, keys) => {
            let keys = Some(accelerator(keys));
            Box::new(MenuItem::with_id(app, id, sentences.say(title), true, keys)?)
        }
        System(action, title) => Box::new(system_item(app, action, &sentences.say(title))?),
    })
}

fn system_item<R: Runtime>(
    app: &AppHandle<R>,
    action: SystemAction,
    title: &str,
) -> tauri::Result<PredefinedMenuItem<R>> {
    let title = Some(title);
    match action {
        SystemAction::About => PredefinedMenuItem::about(app, title, None),
        SystemAction::Services => PredefinedMenuItem::services(app, title),
        SystemAction::Hide => PredefinedMenuItem::hide(app, title),
        SystemAction::HideOthers => PredefinedMenuItem::hide_others(app, title),
        SystemAction::ShowAll => PredefinedMenuItem::show_all(app, title),
        SystemAction::Quit => PredefinedMenuItem::quit(app, title),
        SystemAction::Undo => PredefinedMenuItem::undo(app, title),
        SystemAction::Redo => PredefinedMenuItem::redo(app, title),
        SystemAction::Cut => PredefinedMenuItem::cut(app, title),
        SystemAction::Copy => PredefinedMenuItem::copy(app, title),
        SystemAction::Paste => PredefinedMenuItem::paste(app, title),
        SystemAction::SelectAll => PredefinedMenuItem::select_all(app, title),
        SystemAction::FullScreen => PredefinedMenuItem::fullscreen(app, title),
        SystemAction::Minimize => PredefinedMenuItem::minimize(app, title),
        SystemAction::Zoom => PredefinedMenuItem::maximize(app, title),
        SystemAction::Close => PredefinedMenuItem::close_window(app, title),
    }
}

/// The keys in Tauri's notation, which names the plus key by its other character.
fn accelerator(keys: &str) -> String {
    keys.replace("Mod", "CmdOrCtrl").replace("Plus", "Equal")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::Settings;

    const SHORTCUTS: &str = include_str!("../../ui/src/state/shortcuts.ts");

    fn items() -> impl Iterator<Item = Item> {
        BAR.into_iter().flat_map(|(_, items)| items.iter().copied())
    }

    #[test]
    fn every_shortcut_of_the_menu_is_a_shortcut_of_the_window() {
        for item in items() {
            let Shortcut(id, title, keys) = item else { continue };
            let row = format!("{{ id: \"{id}\", says: \"{title}\", keys: [");
            let row = SHORTCUTS.lines().find(|line| line.contains(&row)).unwrap_or_default();
            assert!(row.contains(&format!("\"{keys}\"")), "{id}: {keys} is not in {row:?}");
        }
    }

    #[test]
    fn tauri_can_parse_the_keys_of_every_item() {
        for item in items() {
            let Shortcut(_, _, keys) = item else { continue };
            assert!(accelerator(keys).parse::<muda::accelerator::Accelerator>().is_ok(), "{keys}");
        }
    }

    #[test]
    fn every_title_is_in_every_catalog() {
        for language in ["en", "uk"] {
            let language = Some(language.to_owned());
            let sentences = Sentences::of(&Settings { language, ..Settings::default() });
            let menus = BAR.into_iter().map(|(title, _)| title);
            let items = items().filter_map(|item| match item {
                Shortcut(_, title, _) | System(_, title) => Some(title),
                Separator => None,
            });
            for id in menus.chain(items) {
                assert_ne!(sentences.say(id), id);
            }
        }
    }

    #[test]
    fn the_practice_item_exists_in_practice_only() {
        let practice = Shortcut(IN_PRACTICE, "nav-practice", "Mod+5");
        assert!(exists_in(&practice, Some(Mode::Practice)));
        assert!(!exists_in(&practice, Some(Mode::Live)) && !exists_in(&practice, None));
        assert_eq!(items().filter(|item| !exists_in(item, None)).count(), 1);
    }
}
