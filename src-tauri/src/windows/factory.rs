//! What all windows share: how they are built, what their pages know at the start, and their titles.

use fluent_bundle::FluentArgs;
use tauri::webview::WebviewWindowBuilder;
use tauri::{AppHandle, Manager, Runtime, Url, WebviewUrl, WebviewWindow};

use keydesk_core::model::Mode;

use super::theme;
use super::web_data::WebData;
use crate::policy::Policy;
use crate::sentences::Sentences;
use crate::settings::SettingsFile;
use crate::start_config::StartConfig;
use crate::view::StartInfo;

/// Builds a window with one of the app's pages in a separate web process. The window is invisible at
/// first.
pub(super) fn builder<'a, R: Runtime>(
    app: &'a AppHandle<R>,
    label: &str,
    page: &str,
) -> WebviewWindowBuilder<'a, R, AppHandle<R>> {
    let start_info = start_info(app);
    let origin = Origin::of(app);
    WebviewWindowBuilder::new(app, label, WebviewUrl::App(page.into()))
        .visible(false)
        .theme(theme::to_set(app))
        .background_color(theme::surface(theme::current(app)))
        .data_directory(app.state::<WebData>().folder().to_owned())
        .initialization_script(format!("window.__KEYDESK_START__ = {start_info};"))
        // It would store what is typed into fields, and suggest it later, in presenter view too.
        .general_autofill_enabled(false)
        .on_navigation(move |url| origin.has(url))
}

/// Calls `on_end` when the web process of the window ends before the window: the page has crashed, or
/// the system was short of memory.
///
/// Does nothing on macOS and Windows. On macOS the app's builder has a hook for all windows; on Windows
/// `WebView2` shows an error page, from which the person can load the app's page again.
#[cfg_attr(
    not(target_os = "linux"),
    expect(unused_variables, reason = "only WebKitGTK has a signal")
)]
pub(super) fn on_web_process_end<R: Runtime>(
    window: &WebviewWindow<R>,
    on_end: fn(&WebviewWindow<R>),
) {
    #[cfg(target_os = "linux")]
    {
        use webkit2gtk::WebViewExt;
        let watched = window.clone();
        let connected = window.with_webview(move |webview| {
            webview.inner().connect_web_process_terminated(move |_, reason| {
                tracing::error!(window = watched.label(), ?reason, "a web process has ended");
                on_end(&watched);
            });
        });
        log_failure("watch the web process", connected);
    }
}

/// Logs that a window did not do what it was told. Nothing else can be done about it: the window has
/// been destroyed meanwhile, or the desktop does not support the operation.
pub(super) fn log_failure(operation: &'static str, result: tauri::Result<()>) {
    if let Err(error) = result {
        tracing::warn!(operation, %error, "a window operation failed");
    }
}

/// The origin of the app's pages: scheme, host and port.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Origin {
    scheme: String,
    host: String,
    port: Option<u16>,
}

impl Origin {
    /// The address of the bundled pages, or of the development server in builds without them.
    fn of<R: Runtime>(app: &AppHandle<R>) -> Self {
        let server = app.config().build.dev_url.as_ref();
        match server.filter(|_| cfg!(not(feature = "bundled-window"))) {
            Some(server) => Self {
                scheme: server.scheme().to_owned(),
                host: server.host_str().unwrap_or_default().to_owned(),
                port: server.port(),
            },
            None => Self::bundled(cfg!(windows)),
        }
    }

    /// `WebView2` knows no schemes of apps.
    fn bundled(on_windows: bool) -> Self {
        let (scheme, host) =
            if on_windows { ("http", "tauri.localhost") } else { ("tauri", "localhost") };
        Self { scheme: scheme.to_owned(), host: host.to_owned(), port: None }
    }

    fn has(&self, url: &Url) -> bool {
        url.scheme() == self.scheme
            && url.host_str() == Some(&self.host)
            && url.port() == self.port
            && url.username().is_empty()
            && url.password().is_none()
    }
}

/// [`StartInfo`] as JSON. Every page gets it before it runs, so the first paint waits for no command.
pub(super) fn start_info<R: Runtime>(app: &AppHandle<R>) -> String {
    let settings = app.state::<SettingsFile>();
    let languages: Vec<String> = sys_locale::get_locales().collect();
    let start = StartInfo {
        mode: settings.mode(),
        version: app.package_info().version.to_string(),
        system: std::env::consts::OS.to_owned(),
        region: languages.iter().find_map(|language| region(language)),
        languages,
        settings: settings.settings(),
        settings_kept_aside: settings.kept_aside(),
        presenter: settings.presenter(),
        other_addresses: app.state::<StartConfig>().other_addresses(),
        other_update_address: app.state::<StartConfig>().other_update_address(),
        policy: app.state::<Policy>().info(),
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
pub(super) fn title(settings: &SettingsFile, id: &str) -> String {
    let sentences = Sentences::of(&settings.settings());
    let title = sentences.say(id);
    if settings.mode() != Some(Mode::Practice) {
        return title;
    }
    let mut arguments = FluentArgs::new();
    arguments.set("title", title);
    sentences.say_with("window-title-practice", &arguments)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::Settings;

    #[test]
    fn a_window_shows_the_pages_of_the_apps_origin_on_this_system_and_no_others() {
        let (linux, windows) = (Origin::bundled(false), Origin::bundled(true));
        for (page, on_linux, on_windows) in [
            ("tauri://localhost/index.html", true, false),
            ("tauri://localhost", true, false),
            ("tauri://localhost/reveal.html?start=1#key", true, false),
            ("tauri://localhost:1420/", false, false),
            ("tauri://tauri.localhost/", false, false),
            ("tauri://name@localhost/", false, false),
            ("tauri://other/", false, false),
            ("http://tauri.localhost/index.html", false, true),
            ("http://tauri.localhost:80/", false, true),
            ("http://TAURI.localhost/", false, true),
            ("http://tauri.localhost:8080/", false, false),
            ("http://tauri.localhost:443/", false, false),
            ("http://name:word@tauri.localhost/", false, false),
            ("http://tauri.localhost.example/", false, false),
            ("http://x.tauri.localhost/", false, false),
            ("https://tauri.localhost/", false, false),
            ("https://tauri.localhost:8443/", false, false),
            ("http://localhost/", false, false),
            ("http://localhost:1420/", false, false),
            ("https://my.novapost.com/", false, false),
            ("http://localhost.example/", false, false),
            ("file:///etc/passwd", false, false),
            ("data:text/html,x", false, false),
            ("about:blank", false, false),
        ] {
            let url: Url = page.parse().unwrap();
            assert_eq!((linux.has(&url), windows.has(&url)), (on_linux, on_windows), "{page}");
        }
    }

    #[test]
    fn a_title_says_practice_in_practice_and_not_in_live() {
        let folder = tempfile::tempdir().unwrap();
        let file = SettingsFile::open(folder.path().join("settings.json"), None);
        for (mode, says_so) in [(Mode::Practice, true), (Mode::Live, false)] {
            file.choose_mode(mode).unwrap();
            for language in ["en", "uk"] {
                let settings = Settings { language: Some(language.into()), ..Settings::default() };
                file.save(settings).unwrap();
                let word = Sentences::of(&file.settings()).say("practice-banner-word");
                for id in ["window-title", "window-title-reveal", "window-title-enter"] {
                    assert_eq!(title(&file, id).contains(&word), says_so, "{id} in {language}");
                }
            }
        }
    }

    #[test]
    fn the_region_is_read_from_the_language_tag() {
        assert_eq!(region("de-AT").as_deref(), Some("AT"));
        assert_eq!(region("sr-Latn-RS").as_deref(), Some("RS"));
        assert_eq!(region("uk"), None);
    }
}
