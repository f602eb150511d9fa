//! Opening Key Desk's window under `WebDriver`: the program, and tauri-driver beside it.

use std::ffi::OsString;
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use fantoccini::ClientBuilder;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;

use crate::desktop::Desktop;
use crate::error::{Context, Error};
use crate::family;
use crate::home::Home;
use crate::process::{self, Running};
use crate::window::Window;

/// Far more than the slowest machine needs to start the drivers, or to open the window.
const PATIENCE: Duration = Duration::from_mins(1);

/// How the program is to be opened.
#[derive(Clone, Debug)]
pub struct Launch {
    program: PathBuf,
    environment: Vec<(String, OsString)>,
    watched: Option<String>,
    files: Vec<(String, String)>,
}

/// The program with its window, on a desktop and in a home of its own. Ends when it is dropped,
/// with everything that was started for it.
#[derive(Debug)]
pub struct App {
    launch: Launch,
    // Dropped from the top: the window before its desktop, the home last.
    session: Option<Session>,
    desktop: Desktop,
    home: Home,
}

#[derive(Debug)]
struct Session {
    window: Window,
    _driver: Running,
}

impl Launch {
    /// Opens this program, as on its first start.
    #[must_use]
    pub fn of(program: impl Into<PathBuf>) -> Self {
        let (environment, watched, files) = Default::default();
        Self { program: program.into(), environment, watched, files }
    }

    /// With this in its environment.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<OsString>) -> Self {
        self.environment.push((name.to_owned(), value.into()));
        self
    }

    /// With this file in `KEYDESK_HOME` beforehand.
    #[must_use]
    pub fn with_file(mut self, name: &str, text: &str) -> Self {
        self.files.push((name.to_owned(), text.to_owned()));
        self
    }

    /// Under a program that watches it, with its arguments: `strace -f`.
    #[must_use]
    pub fn watched_by(mut self, watcher: &str) -> Self {
        self.watched = Some(watcher.to_owned());
        self
    }

    /// Where pictures of failures go: target/pictures, beside target/debug with the program.
    pub(crate) fn pictures(&self) -> PathBuf {
        self.program.ancestors().nth(2).unwrap_or(&self.program).join("pictures")
    }

    /// Opens the window on a new desktop.
    pub async fn open(self) -> Result<App, Error> {
        self.open_on(Desktop::start()?).await
    }

    /// Opens the window on this desktop.
    pub async fn open_on(self, desktop: Desktop) -> Result<App, Error> {
        process::must_be_installed(&["tauri-driver", "WebKitWebDriver"])?;
        let home = Home::with(&self.files)?;
        let mut app = App { launch: self, session: None, desktop, home };
        app.start().await?;
        Ok(app)
    }
}

impl App {
    /// The window.
    pub fn window(&self) -> Result<&Window, Error> {
        self.session
            .as_ref()
            .map(|session| &session.window)
            .ok_or_else(|| Error::new("the window is closed"))
    }

    /// The desktop on which the window stands.
    #[must_use]
    pub fn desktop(&self) -> &Desktop {
        &self.desktop
    }

    /// The desktop, to change what runs on it.
    pub fn desktop_mut(&mut self) -> &mut Desktop {
        &mut self.desktop
    }

    /// Waits until the program has ended of its own accord.
    pub async fn until_it_has_ended(&self) -> Result<(), Error> {
        let process = self.main_process()?;
        let begun = Instant::now();
        while !family::has_ended(process) {
            if begun.elapsed() > PATIENCE {
                return Err(Error::new("the program does not end"));
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        Ok(())
    }

    /// The folder that the program takes for the person's own. All that it writes lies in there,
    /// and what it has printed, in [`App::output`].
    #[must_use]
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// `KEYDESK_HOME`.
    #[must_use]
    pub fn data_folder(&self) -> PathBuf {
        self.home.data_folder()
    }

    /// All that the program has printed, on both streams.
    pub fn output(&self) -> Result<String, Error> {
        self.home.output()
    }

    /// Waits until the program has handed an address to the browser or the mail program, and gives
    /// the last one.
    pub async fn opened_address(&self) -> Result<String, Error> {
        self.home.opened_address().await
    }

    /// The process of the program, and all that it has started.
    pub fn processes(&self) -> Result<Vec<u32>, Error> {
        let main = self.main_process()?;
        Ok(std::iter::once(main).chain(family::descendants(main)).collect())
    }

    /// The process of the program itself.
    pub fn main_process(&self) -> Result<u32, Error> {
        self.home.process()
    }

    /// When the program was started, as the system's clock showed it.
    pub fn started_at(&self) -> Result<Duration, Error> {
        self.home.started_at()
    }

    /// Closes the window, as the person does; desktop and home stay.
    pub async fn close(&mut self) -> Result<(), Error> {
        match self.session.take() {
            Some(session) => session.window.close().await,
            None => Ok(()),
        }
    }

    /// Presses the window's close button, as the person does, and waits for nothing: the program may
    /// take its time. Nothing drives the window any more.
    #[cfg(target_os = "linux")]
    pub fn press_close(&self) -> Result<(), Error> {
        crate::close_button::press(self.desktop.display(), self.main_process()?)
    }

    /// How many windows stand on the screen, whether the driver knows of them or not.
    #[cfg(target_os = "linux")]
    pub fn windows_on_screen(&self) -> Result<usize, Error> {
        crate::focus::count(self.desktop.display(), self.main_process()?)
    }

    /// Clicks into the uppermost window: it has the focus.
    #[cfg(target_os = "linux")]
    pub fn look_at_uppermost(&self) -> Result<(), Error> {
        crate::focus::give(self.desktop.display(), self.main_process()?)
    }

    /// Turns to another program: no window of this one has the focus any more.
    #[cfg(target_os = "linux")]
    pub fn look_elsewhere(&self) -> Result<(), Error> {
        crate::focus::take(self.desktop.display())
    }

    /// Closes the window and opens it again, with what was written before.
    pub async fn restart(&mut self) -> Result<(), Error> {
        self.close().await?;
        self.start().await
    }

    /// Ends the program at once, as a crash or a power cut does, and opens it again.
    pub async fn restart_after_crash(&mut self) -> Result<(), Error> {
        self.session = None;
        self.start().await
    }

    /// Starts the program a second time on the same desktop, and waits until that start has ended.
    pub fn start_second(&self) -> Result<ExitStatus, Error> {
        Command::new(&self.launch.program)
            .envs(self.environment()?)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .context("the second start")
    }

    async fn start(&mut self) -> Result<(), Error> {
        let (driver, address) = self.start_driver().await?;
        let program =
            self.home.write_starter(&self.launch.program, self.launch.watched.as_deref())?;
        let options = json!({ "tauri:options": { "application": program } });
        let capabilities = options.as_object().cloned().unwrap_or_default();
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(capabilities);
        let address = format!("http://{address}");
        let opening = builder.connect(&address);
        let client = match tokio::time::timeout(PATIENCE, opening).await {
            Ok(opened) => opened.map_err(|error| self.not_opened(error))?,
            Err(silence) => return Err(self.not_opened(silence)),
        };
        self.session = Some(Session { window: Window::new(client), _driver: driver });
        Ok(())
    }

    fn not_opened(&self, cause: impl std::fmt::Display) -> Error {
        let printed = self.output().unwrap_or_default();
        Error::new(format!("the program did not open its window: {cause}\n{printed}"))
    }

    async fn start_driver(&self) -> Result<(Running, SocketAddr), Error> {
        let (own, native) = free_ports()?;
        let log = self.home.driver_output()?;
        let mut driver = Running::start(
            Command::new("tauri-driver")
                .args(["--port", &own.port().to_string()])
                .args(["--native-port", &native.port().to_string()])
                .envs(self.environment()?)
                .stdin(Stdio::null())
                .stdout(log.try_clone()?)
                .stderr(log),
        )?;
        let begun = Instant::now();
        while TcpStream::connect(own).is_err() || TcpStream::connect(native).is_err() {
            if begun.elapsed() > PATIENCE || !driver.runs() {
                return Err(Error::new("tauri-driver did not begin to listen"));
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        Ok((driver, own))
    }

    /// The environment of the program: its desktop's, its own, and what keeps browsers closed.
    fn environment(&self) -> Result<Vec<(String, OsString)>, Error> {
        let mut path = self.home.write_opener()?.into_os_string();
        path.push(":");
        path.push(std::env::var_os("PATH").unwrap_or_default());
        let desktop = self.desktop.environment(self.home.path());
        let desktop = desktop.into_iter().map(|(name, value)| (name.to_owned(), value));
        let home = ("KEYDESK_HOME".to_owned(), self.data_folder().into_os_string());
        let own = [home, ("PATH".to_owned(), path)];
        Ok(desktop.chain(own).chain(self.launch.environment.iter().cloned()).collect())
    }
}

fn free_ports() -> Result<(SocketAddr, SocketAddr), Error> {
    let one = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    let other = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    Ok((one.local_addr()?, other.local_addr()?))
}
