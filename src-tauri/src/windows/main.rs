//! The main window. It never receives a secret.

use tauri::webview::PageLoadEvent;
use tauri::{AppHandle, DragDropEvent, LogicalSize, Manager, Runtime, WindowEvent};

use super::factory::{self, builder, log_failure};
use super::page_state::PageState;
use super::placement_file::PlacementFile;
use super::theme::{self, DesktopTheme};
use super::{crash, placement, popup};
use crate::capabilities::MAIN;
use crate::settings::SettingsFile;
use crate::view::Theme;
use crate::{clipboard, events, key_request_inbox, menu, updates};

/// The size on the first start.
const USUAL_SIZE: LogicalSize<f64> = LogicalSize::new(1080.0, 760.0);

/// Makes the main window, invisible until its first page is painted.
pub(crate) fn open<R: Runtime>(app: &AppHandle<R>) -> tauri::Result<()> {
    let size = app.state::<PlacementFile>().size_or(USUAL_SIZE);
    let window = builder(app, MAIN, "index.html")
        .inner_size(size.width, size.height)
        .min_inner_size(880.0, 600.0)
        .on_page_load(|window, payload| match payload.event() {
            PageLoadEvent::Started => crash::on_page_load(window.app_handle(), payload.url()),
            // If the page fails and can't report that it is painted, an empty window is better than
            // none.
            PageLoadEvent::Finished => log_failure("show the main window", window.show()),
        })
        .build()?;
    placement::restore(&window);
    if let Ok(theme) = window.theme() {
        app.state::<DesktopTheme>().set(theme);
    }
    factory::on_web_process_end(&window, |window| crash::on_end(window.app_handle(), MAIN));
    apply_settings(app);
    let app = app.clone();
    window.on_window_event(move |event| match event {
        // Otherwise the app would not start again after the installation, and nobody would hear how it ended.
        WindowEvent::CloseRequested { api, .. } if updates::is_installing(&app) => {
            api.prevent_close();
        }
        WindowEvent::Destroyed => popup::close_all(&app),
        WindowEvent::ThemeChanged(theme) => theme_changed(&app, *theme),
        // The web engine gets no files: they open no page.
        WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) => {
            key_request_inbox::receive(&app, paths.clone());
        }
        _ => (),
    });
    Ok(())
}

/// Shows the main window, because its page is painted. A page that was reloaded after a crash hears
/// that, and what is on the clipboard: it has lost its state.
pub(crate) fn page_painted<R: Runtime>(app: &AppHandle<R>) {
    show(app);
    if app.state::<PageState>().note_painted() {
        events::page_reloaded(app);
        clipboard::announce_again(app);
    }
}

/// Brings the main window to the front, because the app was started a second time.
pub(crate) fn raise<R: Runtime>(app: &AppHandle<R>) {
    if let Some(window) = app.get_webview_window(MAIN) {
        log_failure("unminimize the main window", window.unminimize());
        show(app);
    }
}

/// Sets title, theme, text size and menu of the main window as the settings say.
pub(crate) fn apply_settings<R: Runtime>(app: &AppHandle<R>) {
    if let Some(window) = app.get_webview_window(MAIN) {
        let settings = app.state::<SettingsFile>();
        let title = factory::title(&settings, "window-title");
        log_failure("set the title", window.set_title(&title));
        log_failure("set the theme", window.set_theme(theme::to_set(app)));
        log_failure("set the zoom", window.set_zoom(settings.text_size().factor()));
        set_background(app, theme::current(app));
        menu::show(app);
    }
}

fn show<R: Runtime>(app: &AppHandle<R>) {
    if let Some(window) = app.get_webview_window(MAIN) {
        log_failure("show the main window", window.show());
        log_failure("focus the main window", window.set_focus());
    }
}

/// The window reports every change of its theme: those of the desktop, and those that
/// [`apply_settings`] makes.
fn theme_changed<R: Runtime>(app: &AppHandle<R>, theme: tauri::Theme) {
    if app.state::<SettingsFile>().settings().theme == Theme::System {
        app.state::<DesktopTheme>().set(theme);
    }
    set_background(app, theme);
}

/// Sets the colour that the window shows where its page is not painted yet.
fn set_background<R: Runtime>(app: &AppHandle<R>, theme: tauri::Theme) {
    if let Some(window) = app.get_webview_window(MAIN) {
        let colour = Some(theme::surface(theme));
        log_failure("set the background", window.set_background_color(colour));
    }
}
