//! Remembers the size and the place of the main window from one start to the next.
//!
//! On Wayland GTK draws decorations around a window. The size in GTK's events includes them, and a window
//! that is opened with this size grows at each start. So on Linux the app reads GTK's size without the
//! decorations, which is also the size that it sets.

use std::time::Duration;

use tauri::{
    AppHandle, LogicalSize, Manager, PhysicalPosition, Runtime, WebviewWindow, WindowEvent,
};

use super::factory::log_failure;
use super::placement_file::{Placement, PlacementFile, Screen};
use crate::capabilities::MAIN;

/// How long the window must not change before its placement is written.
const SETTLED_AFTER: Duration = Duration::from_millis(500);

/// Moves the window, which was built with its size, to the place of the last time, and makes it no larger than its
/// screen. From now on its placement is remembered.
pub(super) fn restore<R: Runtime>(window: &WebviewWindow<R>) {
    let placement = window.state::<PlacementFile>().placement();
    if let Some(placement) = placement {
        let screens = window.available_monitors().unwrap_or_default();
        let screens: Vec<Screen> = screens.iter().map(Screen::of).collect();
        // Without a screen that had it, the desktop chooses a place.
        if let Some(fitting) = placement.on(&screens) {
            let size = LogicalSize::new(fitting.width, fitting.height);
            let place = PhysicalPosition::new(fitting.x, fitting.y);
            log_failure("size the main window", window.set_size(size));
            log_failure("place the main window", window.set_position(place));
        }
        if placement.maximized {
            log_failure("maximize the main window", window.maximize());
        }
    }
    let watched = window.clone();
    window.on_window_event(move |event| match event {
        WindowEvent::Moved(_) | WindowEvent::Resized(_) => note_when_settled(watched.app_handle()),
        WindowEvent::CloseRequested { .. } => note(&watched),
        _ => (),
    });
}

/// Notes the placement when the window has not changed for [`SETTLED_AFTER`]. Before that it can be
/// incomplete: a window that is being maximized moves first and is maximized afterwards.
fn note_when_settled<R: Runtime>(app: &AppHandle<R>) {
    let change = app.state::<PlacementFile>().begin_change();
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        tokio::time::sleep(SETTLED_AFTER).await;
        if !app.state::<PlacementFile>().is_latest(change) {
            return;
        }
        let on_main = app.clone();
        let sent = app.run_on_main_thread(move || {
            if let Some(window) = on_main.get_webview_window(MAIN) {
                note(&window);
            }
        });
        log_failure("look where the main window is", sent);
    });
}

/// Must be called on the main thread.
fn note<R: Runtime>(window: &WebviewWindow<R>) {
    let file = window.state::<PlacementFile>();
    if window.is_maximized().unwrap_or(false) {
        file.note_maximized();
    } else if !window.is_minimized().unwrap_or(true)
        && window.is_visible().unwrap_or(false)
        && let Some(placement) = placement_of(window)
    {
        file.note(placement);
    }
}

#[cfg(target_os = "linux")]
fn placement_of<R: Runtime>(window: &WebviewWindow<R>) -> Option<Placement> {
    use gtk::prelude::{GtkWindowExt, WidgetExt};

    let window = window.gtk_window().ok()?;
    let ((width, height), (x, y)) = (window.size(), window.position());
    let scale = window.scale_factor();
    Placement::new(f64::from(width), f64::from(height), x * scale, y * scale)
}

#[cfg(not(target_os = "linux"))]
fn placement_of<R: Runtime>(window: &WebviewWindow<R>) -> Option<Placement> {
    let scale = window.scale_factor().ok()?;
    let size = window.inner_size().ok()?.to_logical::<f64>(scale);
    let place = window.outer_position().ok()?;
    Placement::new(size.width, size.height, place.x, place.y)
}
