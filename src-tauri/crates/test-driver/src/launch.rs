//! Starting Key Desk under `WebDriver`.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::Duration;

use crate::desktop::Desktop;
use crate::error::{Context, Error};
use crate::home::Home;
use crate::process;
use crate::process_tree;
use crate::session::Session;
use crate::wait::wait_until;
use crate::window::Window;

/// How the program is started.
#[derive(Clone, Debug)]
pub struct Launch {
    program: PathBuf,
    environment: Vec<(String, OsString)>,
    watched: Option<String>,
    files: Vec<(String, Vec<u8>)>,
}

/// The running program with its window, its own desktop and its own home folder. Dropping it ends
/// everything that was started for it.
#[derive(Debug)]
pub struct App {
    launch: Launch,
    // Dropped from the top: the window before its desktop, the home last.
    session: Option<Session>,
    desktop: Desktop,
    home: Home,
}

impl Launch {
    /// Starts this program, as on its first start.
    #[must_use]
    pub fn of(program: impl Into<PathBuf>) -> Self {
        let (environment, watched, files) = Default::default();
        Self { program: program.into(), environment, watched, files }
    }

    /// Adds an environment variable.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<OsString>) -> Self {
        self.environment.push((name.to_owned(), value.into()));
        self
    }

    /// Puts a file into `KEYDESK_HOME` before the start; `name` may have folders.
    #[must_use]
    pub fn with_file(mut self, name: &str, content: impl Into<Vec<u8>>) -> Self {
        self.files.push((name.to_owned(), content.into()));
        self
    }

    /// Starts the program through another one, given with its arguments: `strace -f`.
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
    /// The window. Fails if it was closed.
    pub fn window(&self) -> Result<&Window, Error> {
        self.session.as_ref().map(Session::window).ok_or_else(|| Error::new("the window is closed"))
    }

    /// The desktop that the window is on.
    #[must_use]
    pub fn desktop(&self) -> &Desktop {
        &self.desktop
    }

    /// The desktop, to change what runs on it.
    pub fn desktop_mut(&mut self) -> &mut Desktop {
        &mut self.desktop
    }

    /// Waits until the program has ended by itself.
    pub async fn until_it_has_ended(&self) -> Result<(), Error> {
        let process = self.main_process()?;
        wait_until("the program to end", || Ok(process_tree::has_ended(process).then_some(())))
            .await
    }

    /// `HOME` of the program. Everything that the program writes is below it.
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

    /// Waits until the program has handed an address to the browser or the mail program, and gives the
    /// latest one.
    pub async fn opened_address(&self) -> Result<String, Error> {
        self.home.opened_address().await
    }

    /// The process ids of the program and of all that it has started.
    pub fn processes(&self) -> Result<Vec<u32>, Error> {
        let main = self.main_process()?;
        Ok(std::iter::once(main).chain(process_tree::descendants(main)).collect())
    }

    /// The process id of the program itself.
    pub fn main_process(&self) -> Result<u32, Error> {
        self.home.process()
    }

    /// When the program was started, as the time since 1970 (UTC).
    pub fn started_at(&self) -> Result<Duration, Error> {
        self.home.started_at()
    }

    /// Closes the window through `WebDriver`. Desktop and home folder stay.
    pub async fn close(&mut self) -> Result<(), Error> {
        match self.session.take() {
            Some(session) => session.close().await,
            None => Ok(()),
        }
    }

    /// Presses the window's close button and does not wait. The window can't be driven any more.
    #[cfg(target_os = "linux")]
    pub fn press_close(&self) -> Result<(), Error> {
        crate::linux::close_button::press(self.desktop.display(), self.main_process()?)
    }

    /// How many windows the program has on the screen, as the screen says and not `WebDriver`.
    #[cfg(target_os = "linux")]
    pub fn windows_on_screen(&self) -> Result<usize, Error> {
        crate::linux::focus::count(self.desktop.display(), self.main_process()?)
    }

    /// Gives the focus to the uppermost window, as a click into it does.
    #[cfg(target_os = "linux")]
    pub fn focus_uppermost(&self) -> Result<(), Error> {
        crate::linux::focus::give(self.desktop.display(), self.main_process()?)
    }

    /// Takes the focus from every window, as a click into another program does.
    #[cfg(target_os = "linux")]
    pub fn take_focus(&self) -> Result<(), Error> {
        crate::linux::focus::take(self.desktop.display())
    }

    /// Closes the window and opens it again, in the same home folder.
    pub async fn restart(&mut self) -> Result<(), Error> {
        self.close().await?;
        self.start().await
    }

    /// Kills the program, as a crash or a power cut does, and opens it again.
    pub async fn restart_after_crash(&mut self) -> Result<(), Error> {
        self.session = None;
        self.start().await
    }

    /// Starts the program a second time on the same desktop, and waits until that process has ended.
    pub fn start_second(&self) -> Result<ExitStatus, Error> {
        self.start_second_with(&[])
    }

    /// As [`Self::start_second`], with these arguments.
    pub fn start_second_with(&self, arguments: &[&str]) -> Result<ExitStatus, Error> {
        Command::new(&self.launch.program)
            .args(arguments)
            .envs(self.environment()?)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .context("the second start")
    }

    /// Starts the program with a command, such as `token`, beside the app or without it. What it prints goes to pipes.
    pub fn start_command(&self, arguments: &[&str]) -> Result<Child, Error> {
        Command::new(&self.launch.program)
            .args(arguments)
            .envs(self.environment()?)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .context("a command of the program")
    }

    /// Waits until a process shows a window, and presses its close button.
    #[cfg(target_os = "linux")]
    pub async fn close_window_of(&self, process: u32) -> Result<(), Error> {
        let display = self.desktop.display();
        wait_until("a window to close", || {
            let is_shown = crate::linux::focus::count(display, process)? > 0;
            Ok(is_shown.then_some(()))
        })
        .await?;
        crate::linux::close_button::press(display, process)
    }

    async fn start(&mut self) -> Result<(), Error> {
        let program =
            self.home.write_starter(&self.launch.program, self.launch.watched.as_deref())?;
        let environment = self.environment()?;
        let session = Session::start(&program, &environment, &self.home).await;
        self.session = Some(session.map_err(|cause| {
            let printed = self.output().unwrap_or_default();
            Error::new(format!("the program did not open its window: {cause}\n{printed}"))
        })?);
        Ok(())
    }

    /// The environment of the program: the desktop's variables, the home folder, a `PATH` that keeps browsers
    /// closed, and what the launch adds.
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
