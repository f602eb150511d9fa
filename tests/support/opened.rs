//! The app on Tauri's mock runtime, with the real commands and capabilities.

use std::path::{Path, PathBuf};
use std::sync::mpsc;

use serde_json::Value;
use tauri::ipc::{CallbackFn, InvokeBody};
use tauri::test::{INVOKE_KEY, MockRuntime, get_ipc_response, mock_builder};
use tauri::webview::InvokeRequest;
use tauri::{Listener, Manager, WebviewWindow};

use keydesk::start_config::StartConfig;

/// The channel on which steps would arrive; nobody listens.
pub const STEPS: &str = "__CHANNEL__:7";

/// The app in practice mode, with its main window.
pub struct Opened {
    main: WebviewWindow<MockRuntime>,
    _app: tauri::App<MockRuntime>,
    _home: Option<tempfile::TempDir>,
}

impl Opened {
    /// As on the first start.
    pub fn new() -> Self {
        let home = tempfile::tempdir().unwrap();
        let opened = Self::at(home.path());
        Self { _home: Some(home), ..opened }
    }

    /// With what lies in this folder already.
    pub fn at(home: &Path) -> Self {
        let variables =
            [("KEYDESK_HOME", home.as_os_str()), ("KEYDESK_START", "practice".as_ref())];
        let start_config = StartConfig::read(
            |name| {
                variables.iter().find(|(known, _)| *known == name).map(|(_, value)| value.into())
            },
            PathBuf::new,
        )
        .unwrap();
        let app = keydesk::with_commands(mock_builder()).build(tauri::generate_context!()).unwrap();
        keydesk::set_up(app.handle(), start_config).unwrap();
        let main = app.get_webview_window("main").unwrap();
        Self { main, _app: app, _home: None }
    }

    pub fn call(&self, command: &str, arguments: Value) -> Result<Value, Value> {
        self.call_from("main", command, arguments)
    }

    /// As the window with this label would.
    pub fn call_from(&self, label: &str, command: &str, arguments: Value) -> Result<Value, Value> {
        answer(&self.main.get_webview_window(label).unwrap(), command, arguments)
    }

    /// Whether a window with this label is open.
    pub fn has(&self, label: &str) -> bool {
        self.main.get_webview_window(label).is_some()
    }

    /// Has the main window ask, and doesn't wait for the answer.
    pub fn send(
        &self,
        command: &'static str,
        arguments: Value,
    ) -> mpsc::Receiver<Result<Value, Value>> {
        let (answered, waiting) = mpsc::channel();
        let main = self.main.clone();
        std::thread::spawn(move || answered.send(answer(&main, command, arguments)));
        waiting
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

fn answer(
    window: &WebviewWindow<MockRuntime>,
    command: &str,
    arguments: Value,
) -> Result<Value, Value> {
    let request = InvokeRequest {
        cmd: command.to_owned(),
        callback: CallbackFn(0),
        error: CallbackFn(1),
        url: "tauri://localhost".parse().unwrap(),
        body: InvokeBody::Json(arguments),
        headers: tauri::http::HeaderMap::default(),
        invoke_key: INVOKE_KEY.to_owned(),
    };
    get_ipc_response(window, request).map(|body| body.deserialize().unwrap())
}
