//! What shows a notification: the desktop, or a recording in tests.

use std::sync::Arc;

/// Called when the person presses a notification.
pub(super) type OnPress = Arc<dyn Fn() + Send + Sync>;

/// A notification.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Shown {
    /// Plain text: no desktop reads markup in it. It may have the name of a key.
    pub(super) title: String,
    /// Some desktops read markup in it, so it has no text of a person.
    pub(super) body: String,
    /// The label of what a press does, where the desktop shows one.
    pub(super) open: String,
}

/// Shows notifications.
pub(super) trait Sender: Send + Sync {
    /// Shows one. Blocks until the system has taken it. Fails with the system's reason.
    fn show(&self, shown: &Shown, on_press: OnPress) -> Result<(), String>;
}

/// The notifications of this desktop.
pub(super) struct SystemSender {
    #[cfg_attr(target_os = "linux", expect(dead_code, reason = "Linux goes by the program"))]
    identifier: String,
}

impl SystemSender {
    pub(super) fn new(identifier: &str) -> Self {
        Self { identifier: identifier.to_owned() }
    }
}

impl Sender for SystemSender {
    fn show(&self, shown: &Shown, on_press: OnPress) -> Result<(), String> {
        let mut notification = notify_rust::Notification::new();
        notification.summary(&shown.title).body(&shown.body);
        #[cfg(target_os = "linux")]
        notification
            .appname(&shown.body)
            .hint(notify_rust::Hint::DesktopEntry(DESKTOP_ENTRY.to_owned()))
            .action(PRESSED, &shown.open);
        #[cfg(windows)]
        notification.app_id(&self.identifier);
        #[cfg(target_os = "macos")]
        if let Err(error) = notify_rust::set_application(&self.identifier) {
            // It is set once for the whole run.
            tracing::debug!(%error, "the application of the notifications was not set");
        }
        let handle = notification.show().map_err(|error| error.to_string())?;
        // The handle keeps the connection to the desktop open, without which GNOME removes the notification. The
        // thread ends with the notification. There are no more than a few a day.
        let waiting =
            std::thread::Builder::new().name("notification".to_owned()).spawn(move || {
                let waited =
                    handle.wait_for_response(|response: &notify_rust::NotificationResponse| {
                        if matches!(response, notify_rust::NotificationResponse::Default) {
                            on_press();
                        }
                    });
                if let Err(error) = waited {
                    tracing::warn!(%error, "whether a notification was pressed is not known");
                }
            });
        waiting.map(drop).map_err(|error| error.to_string())
    }
}

/// The name of the app's desktop file, without its ending.
#[cfg(target_os = "linux")]
const DESKTOP_ENTRY: &str = "Key Desk";

/// The action of a press on the notification itself [Desktop Notifications Specification].
#[cfg(target_os = "linux")]
const PRESSED: &str = "default";
