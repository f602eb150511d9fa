//! The main window, which never sees a secret, and what it has in common with the small ones.

use fluent_bundle::FluentArgs;
use tauri::webview::{Color, PageLoadEvent, WebviewWindowBuilder};
use tauri::{AppHandle, Emitter, Manager, Runtime, Url, WebviewUrl, WindowEvent};

use keydesk_core::model::Mode;

use crate::sentences::Sentences;
use crate::shell::Shell;
use crate::view::{StartInfo, Theme};
use crate::{clipboard, menu, small_windows, web_process};

pub(crate) const MAIN: &str = "main";

/// Makes the main window, invisible until its first page is drawn.
pub(crate) fn open_main<R: Runtime>(app: &AppHandle<R>) -> tauri::Result<()> {
    let window = builder(app, MAIN, "index.html")
        .inner_size(1080.0, 760.0)
        .min_inner_size(880.0, 600.0)
        .on_page_load(|window, payload| match payload.event() {
            PageLoadEvent::Started => web_process::on_loading(window.app_handle(), payload.url()),
            // If the page could not say that it is drawn, an empty window still beats none.
            PageLoadEvent::Finished => drop(window.show()),
        })
        .build()?;
    if let Ok(theme) = window.theme() {
        app.state::<Shell>().desktop_is(theme);
    }
    web_process::watch(&window);
    dress_main(app);
    let app = app.clone();
    window.on_window_event(move |event| match event {
        WindowEvent::Destroyed => small_windows::close_all(&app),
        WindowEvent::ThemeChanged(theme) => follow(&app, *theme),
        _ => (),
    });
    Ok(())
}

/// The page of the main window is drawn. One that is drawn again says so, and is told what is on the
/// clipboard: it has forgotten.
pub(crate) fn main_is_drawn<R: Runtime>(app: &AppHandle<R>) {
    show_main(app);
    if app.state::<Shell>().page.note_drawn() {
        let _ = app.emit_to(MAIN, "drawn_again", ());
        clipboard::tell_again(app);
    }
}

fn show_main<R: Runtime>(app: &AppHandle<R>) {
    if let Some(window) = app.get_webview_window(MAIN) {
        let _ = window.show();
        let _ = window.set_focus();
    }
}

/// Brings the main window to the front: somebody started the app a second time.
pub(crate) fn raise_main<R: Runtime>(app: &AppHandle<R>) {
    if let Some(window) = app.get_webview_window(MAIN) {
        let _ = window.unminimize();
        show_main(app);
    }
}

/// Gives the main window the title, the theme, the text size and the menu of the settings.
pub(crate) fn dress_main<R: Runtime>(app: &AppHandle<R>) {
    if let Some(window) = app.get_webview_window(MAIN) {
        let shell = app.state::<Shell>();
        let _ = window.set_title(&title(&shell, "window-title"));
        let _ = window.set_theme(wished(app));
        let _ = window.set_zoom(shell.settings.text_size().factor());
        paint_main(app, theme_of(app));
        menu::hang(app);
    }
}

/// A change of the theme comes from the desktop, or from the settings where they have chosen one.
fn follow<R: Runtime>(app: &AppHandle<R>, theme: tauri::Theme) {
    let shell = app.state::<Shell>();
    if shell.settings.settings().theme == Theme::System {
        shell.desktop_is(theme);
    }
    paint_main(app, theme);
}

/// Gives the main window the page's own colour, for wherever the page is not drawn yet.
fn paint_main<R: Runtime>(app: &AppHandle<R>, theme: tauri::Theme) {
    if let Some(window) = app.get_webview_window(MAIN) {
        let _ = window.set_background_color(Some(surface(theme)));
    }
}

/// A window with one of our pages, in a web process of its own; invisible at first.
pub(crate) fn builder<'a, R: Runtime>(
    app: &'a AppHandle<R>,
    label: &str,
    page: &str,
) -> WebviewWindowBuilder<'a, R, AppHandle<R>> {
    let shell = app.state::<Shell>();
    WebviewWindowBuilder::new(app, label, WebviewUrl::App(page.into()))
        .visible(false)
        .theme(wished(app))
        .background_color(surface(theme_of(app)))
        .data_directory(shell.web_data.folder().to_owned())
        .initialization_script(start_script(&shell))
        .on_navigation(is_our_page)
}

/// Only the app's own pages: `tauri://localhost`, on Windows `http://tauri.localhost`, and Vite's
/// development server in builds without the bundled window.
fn is_our_page(url: &Url) -> bool {
    match (url.scheme(), url.host_str()) {
        ("tauri", Some("localhost")) | ("http" | "https", Some("tauri.localhost")) => true,
        ("http", Some("localhost")) => cfg!(not(feature = "bundled-window")),
        _ => false,
    }
}

fn start_script(shell: &Shell) -> String {
    format!("window.__KEYDESK_START__ = {};", start_info(shell))
}

/// What the page knows before it runs, in JSON, so that nothing has to be asked before the first
/// paint.
pub(crate) fn start_info(shell: &Shell) -> String {
    let languages: Vec<String> = sys_locale::get_locales().collect();
    let start = StartInfo {
        mode: shell.settings.mode(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        system: std::env::consts::OS.to_owned(),
        region: languages.iter().find_map(|language| region(language)),
        languages,
        settings: shell.settings.settings(),
        presenter: shell.settings.presenter(),
    };
    serde_json::to_string(&start).unwrap_or_else(|_| "null".to_owned())
}

/// The region in a language tag (BCP 47): the two capital letters in `de-AT` or `sr-Latn-RS`.
fn region(language: &str) -> Option<String> {
    language
        .split('-')
        .skip(1)
        .find(|part| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_uppercase()))
        .map(str::to_owned)
}

/// The title of a window: the message `id`, with the word PRACTICE before it in practice.
pub(crate) fn title(shell: &Shell, id: &str) -> String {
    let sentences = Sentences::of(&shell.settings.settings());
    let title = sentences.say(id);
    if shell.settings.mode() != Some(Mode::Practice) {
        return title;
    }
    let mut arguments = FluentArgs::new();
    arguments.set("title", title);
    sentences.say_with("window-title-practice", &arguments)
}

/// Light or dark, as the window is or will be: the settings', else the desktop's.
fn theme_of<R: Runtime>(app: &AppHandle<R>) -> tauri::Theme {
    let shell = app.state::<Shell>();
    let chosen = native(shell.settings.settings().theme);
    chosen.or_else(|| shell.desktop_theme()).unwrap_or(tauri::Theme::Light)
}

/// What a window is told to be; none: what the desktop is. On Linux a window that is told nothing is
/// light once it stands, so it is told what the desktop has said.
fn wished<R: Runtime>(app: &AppHandle<R>) -> Option<tauri::Theme> {
    let shell = app.state::<Shell>();
    let chosen = native(shell.settings.settings().theme);
    if cfg!(target_os = "linux") { chosen.or_else(|| shell.desktop_theme()) } else { chosen }
}

/// `--surface-window` of the page's design.
fn surface(theme: tauri::Theme) -> Color {
    match theme {
        tauri::Theme::Dark => Color(0x18, 0x1d, 0x1a, 0xff),
        _ => Color(0xfa, 0xf9, 0xf6, 0xff),
    }
}

fn native(theme: Theme) -> Option<tauri::Theme> {
    match theme {
        Theme::System => None,
        Theme::Light => Some(tauri::Theme::Light),
        Theme::Dark => Some(tauri::Theme::Dark),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::settings::SettingsFile;
    use crate::start_config::StartConfig;
    use crate::view::Settings;

    #[test]
    fn no_page_but_our_own_is_ever_shown() {
        for foreign in
            ["https://my.novapost.com/", "http://localhost.example/", "file:///etc/passwd"]
        {
            assert!(!is_our_page(&foreign.parse().unwrap()), "{foreign}");
        }
        assert!(is_our_page(&"tauri://localhost/index.html".parse().unwrap()));
    }

    #[test]
    fn every_title_in_practice_says_so_and_no_other_does() {
        let folder = tempfile::tempdir().unwrap();
        let home = folder.path().to_owned();
        let start_config = StartConfig::read(|_| None, || home).unwrap();
        let settings = SettingsFile::open(start_config.home.join("settings.json"), None);
        let shell = Shell::new(start_config, settings, Arc::new(|| {}));
        for (mode, says_so) in [(Mode::Practice, true), (Mode::Live, false)] {
            shell.settings.choose_mode(mode).unwrap();
            for language in ["en", "uk"] {
                let settings = Settings { language: Some(language.into()), ..Settings::default() };
                shell.settings.save(settings).unwrap();
                let word = Sentences::of(&shell.settings.settings()).say("practice-banner-word");
                for id in ["window-title", "window-title-reveal", "window-title-enter"] {
                    assert_eq!(title(&shell, id).contains(&word), says_so, "{id} in {language}");
                }
            }
        }
    }

    #[test]
    fn the_region_is_read_from_the_language() {
        assert_eq!(region("de-AT").as_deref(), Some("AT"));
        assert_eq!(region("sr-Latn-RS").as_deref(), Some("RS"));
        assert_eq!(region("uk"), None);
    }
}
