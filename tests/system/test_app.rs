//! The app on Tauri's mock runtime, with the real commands and capabilities.

use std::path::{Path, PathBuf};
use std::sync::mpsc;

use serde_json::Value;
use tauri::ipc::{CallbackFn, InvokeBody, InvokeError, InvokeResponse};
use tauri::test::{INVOKE_KEY, MockRuntime, mock_builder};
use tauri::webview::InvokeRequest;
use tauri::{Listener, Manager, Webview, WebviewWindow};

use keydesk::policy::Policy;
use keydesk::start_config::StartConfig;

/// The channel argument of commands that report steps. Nothing receives from it.
pub(crate) const STEPS: &str = "__CHANNEL__:7";

/// The address of the app's pages.
const PAGE: &str = if cfg!(windows) { "http://tauri.localhost" } else { "tauri://localhost" };

/// The app in practice mode, with its main window.
pub(crate) struct TestApp {
    main: WebviewWindow<MockRuntime>,
    _app: tauri::App<MockRuntime>,
    home: PathBuf,
    _folder: Option<tempfile::TempDir>,
}

impl TestApp {
    /// As on the first start.
    pub(crate) fn new() -> Self {
        let home = tempfile::tempdir().unwrap();
        let app = Self::at(home.path());
        Self { _folder: Some(home), ..app }
    }

    /// With this data folder, as at a later start.
    pub(crate) fn at(home: &Path) -> Self {
        Self::under(Policy::none(), home, "practice")
    }

    /// With this policy and data folder. `start`: the mode that `KEYDESK_START` names.
    pub(crate) fn under(policy: Policy, home: &Path, start: &str) -> Self {
        let variables = [("KEYDESK_HOME", home.as_os_str()), ("KEYDESK_START", start.as_ref())];
        let start_config = StartConfig::read(
            |name| {
                variables.iter().find(|(known, _)| *known == name).map(|(_, value)| value.into())
            },
            PathBuf::new,
        )
        .unwrap()
        .under(policy);
        let app = keydesk::with_commands(mock_builder()).build(tauri::generate_context!()).unwrap();
        keydesk::set_up(app.handle(), start_config).unwrap();
        let main = app.get_webview_window("main").unwrap();
        Self { main, _app: app, home: home.to_owned(), _folder: None }
    }

    /// The data folder.
    pub(crate) fn home(&self) -> &Path {
        &self.home
    }

    /// Calls a command from the main window.
    pub(crate) fn call(&self, command: &str, arguments: Value) -> Result<Value, Value> {
        self.call_from("main", command, arguments)
    }

    /// Calls a command from the window with this label.
    pub(crate) fn call_from(
        &self,
        label: &str,
        command: &str,
        arguments: Value,
    ) -> Result<Value, Value> {
        send(&self.main.get_webview_window(label).unwrap(), command, arguments).recv().unwrap()
    }

    /// Whether a window with this label is open.
    #[cfg(target_os = "linux")]
    pub(crate) fn has(&self, label: &str) -> bool {
        self.main.get_webview_window(label).is_some()
    }

    /// Calls a command from the main window and does not wait for its result. The app has the call before any
    /// later one.
    pub(crate) fn send(
        &self,
        command: &str,
        arguments: Value,
    ) -> mpsc::Receiver<Result<Value, Value>> {
        send(&self.main, command, arguments)
    }

    /// Does what the app does last before it ends.
    pub(crate) fn quit(&self) {
        keydesk::tidy_up(self.main.app_handle());
    }

    /// Receives when an event with this payload reaches the main window.
    pub(crate) fn receive(&self, event: &str, payload: &'static str) -> mpsc::Receiver<()> {
        let (sender, receiver) = mpsc::channel();
        self.main.listen(event, move |event| {
            if event.payload() == payload {
                // The test has ended if nobody receives any more.
                let _ = sender.send(());
            }
        });
        receiver
    }
}

fn send(
    window: &WebviewWindow<MockRuntime>,
    command: &str,
    arguments: Value,
) -> mpsc::Receiver<Result<Value, Value>> {
    let request = InvokeRequest {
        cmd: command.to_owned(),
        callback: CallbackFn(0),
        error: CallbackFn(1),
        url: PAGE.parse().unwrap(),
        body: InvokeBody::Json(arguments),
        headers: tauri::http::HeaderMap::default(),
        invoke_key: INVOKE_KEY.to_owned(),
    };
    let (sender, receiver) = mpsc::channel();
    let answer = move |_, _, response, _, _| {
        // The test has ended if nobody receives any more.
        let _ = sender.send(match response {
            InvokeResponse::Ok(body) => Ok(body.deserialize().unwrap()),
            InvokeResponse::Err(InvokeError(failure)) => Err(failure),
        });
    };
    let webview: &Webview<MockRuntime> = window.as_ref();
    webview.clone().on_message(request, Box::new(answer));
    receiver
}
