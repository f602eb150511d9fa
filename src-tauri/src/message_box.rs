//! A message box of the system, for messages that the window can't show.

use tauri::{AppHandle, Runtime};

/// Shows an error beside the windows of the app, which go on.
#[cfg(target_os = "linux")]
pub(crate) fn show<R: Runtime>(app: &AppHandle<R>, text: String) {
    if let Err(error) = app.run_on_main_thread(move || show_on_main_thread(&text)) {
        tracing::warn!(%error, "a message box can't be shown");
    }
}

#[cfg(target_os = "linux")]
fn show_on_main_thread(text: &str) {
    use gtk::prelude::{DialogExt, GtkWindowExt, WidgetExt};
    use gtk::{ButtonsType, DialogFlags, MessageDialog, MessageType, ResponseType, Window};

    // There is none on the mock runtime of tests.
    if !gtk::is_initialized_main_thread() {
        return;
    }
    let flags = DialogFlags::empty();
    let (kind, buttons) = (MessageType::Error, ButtonsType::Close);
    let dialog = MessageDialog::new(None::<&Window>, flags, kind, buttons, text);
    dialog.set_title("Key Desk");
    dialog.connect_response(|dialog, response| {
        // GTK itself destroys a dialog whose close button is pressed.
        if response != ResponseType::DeleteEvent {
            dialog.close();
        }
    });
    dialog.show_all();
}

/// Shows an error beside the windows of the app, which go on: rfd waits for the box on a thread of its
/// own.
#[cfg(not(target_os = "linux"))]
pub(crate) fn show<R: Runtime>(_: &AppHandle<R>, text: String) {
    use rfd::{AsyncMessageDialog, MessageLevel};

    let dialog = AsyncMessageDialog::new().set_level(MessageLevel::Error).set_title("Key Desk");
    let closed = dialog.set_description(text).show();
    tauri::async_runtime::spawn(async move {
        closed.await;
    });
}
