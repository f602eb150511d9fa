//! The app on Tauri's mock runtime, with the real commands and capabilities.

use std::path::PathBuf;
use std::sync::mpsc;

use serde_json::Value;
use tauri::ipc::{CallbackFn, InvokeBody};
use tauri::test::{INVOKE_KEY, MockRuntime, get_ipc_response, mock_builder};
use tauri::webview::InvokeRequest;
use tauri::{Listener, Manager, WebviewWindow};

use keydesk::environment::Environment;

/// The channel on which steps would arrive; nobody listens.
pub const STEPS: &str = "__CHANNEL__:7";

/// The app in practice mode, with its main window.
pub struct Opened {
    main: WebviewWindow<MockRuntime>,
    _app: tauri::App<MockRuntime>,
    _home: tempfile::TempDir,
}

impl Opened {
    pub fn new() -> Self {
        let home = tempfile::tempdir().unwrap();
        let variables =
            [("KEYDESK_HOME", home.path().as_os_str()), ("KEYDESK_START", "practice".as_ref())];
        let environment = Environment::read(
            |name| {
                variables.iter().find(|(known, _)| *known == name).map(|(_, value)| value.into())
            },
            PathBuf::new,
        )
        .unwrap();
        let app = keydesk::with_commands(mock_builder()).build(tauri::generate_context!()).unwrap();
        keydesk::set_up(app.handle(), environment).unwrap();
        let main = app.get_webview_window("main").unwrap();
        Self { main, _app: app, _home: home }
    }

    pub fn call(&self, command: &str, arguments: Value) -> Result<Value, Value> {
        self.call_from("main", command, arguments)
    }

    /// As the window with this label would.
    pub fn call_from(&self, label: &str, command: &str, arguments: Value) -> Result<Value, Value> {
        let window = self.main.get_webview_window(label).unwrap();
        let request = InvokeRequest {
            cmd: command.to_owned(),
            callback: CallbackFn(0),
            error: CallbackFn(1),
            url: "tauri://localhost".parse().unwrap(),
            body: InvokeBody::Json(arguments),
            headers: tauri::http::HeaderMap::default(),
            invoke_key: INVOKE_KEY.to_owned(),
        };
        get_ipc_response(&window, request).map(|body| body.deserialize().unwrap())
    }

    /// What the app does last before it ends.
    pub fn quit(&self) {
        keydesk::tidy_up(self.main.app_handle());
    }

    /// Hears when an event with this payload reaches the main window.
    pub fn hear_once(&self, event: &str, payload: &'static str) -> mpsc::Receiver<()> {
        let (heard, hearing) = mpsc::channel();
        self.main.listen(event, move |event| {
            if event.payload() == payload {
                let _ = heard.send(());
            }
        });
        hearing
    }
}
