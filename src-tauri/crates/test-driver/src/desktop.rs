//! A separate desktop: a virtual screen, a message bus and an unlocked keychain. Nobody sees it, and it uses
//! nothing of the desktop of the person who runs the tests.

use std::ffi::OsString;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

use crate::bus::Bus;
use crate::error::{Context, Error};
use crate::fonts::{self, Font};
use crate::process::{self, Running};
use crate::programs::start_bus;
use crate::screen::Screen;
use crate::wait::wait_until_blocking;

/// The password of the keychain.
pub(crate) const PASSWORD: &[u8] = b"a keychain that lives for minutes";

/// The folders in which systems have the launcher of AT-SPI.
const ACCESSIBILITY: [&str; 3] = ["/usr/libexec", "/usr/lib/at-spi2-core", "/usr/lib"];
const LAUNCHER: &str = "at-spi-bus-launcher";

/// A screen, a bus and a keychain, which end when this is dropped.
#[derive(Debug)]
pub struct Desktop {
    bus: Bus,
    // Dropped from the top: the keychain before its bus, the folder last.
    keychain: Option<Running>,
    accessibility: Option<Running>,
    _bus_daemon: Running,
    screen: Screen,
    fonts: PathBuf,
    folder: TempDir,
}

impl Desktop {
    /// Starts all three and waits until they are ready, about a quarter of a second. Fails with the name of the
    /// package if a program is missing.
    pub fn start() -> Result<Self, Error> {
        Self::with_font(Font::default())
    }

    /// As [`Desktop::start`], with this as its only font.
    pub fn with_font(font: Font) -> Result<Self, Error> {
        Self::bare(font, |_| Screen::x11())?.with_keychain()
    }

    /// Starts a desktop without a keychain.
    pub fn without_keychain() -> Result<Self, Error> {
        Self::bare(Font::default(), |_| Screen::x11())
    }

    /// Starts a desktop with a keychain service that has no default keychain, as before its first use. No prompt
    /// can be shown that would create one.
    pub fn without_default_keychain() -> Result<Self, Error> {
        let mut desktop = Self::without_keychain()?;
        desktop.keychain = Some(desktop.start_keychain(None)?);
        Ok(desktop)
    }

    /// Starts a desktop on Wayland without X. It has no keyboard, no pointer and no clipboard.
    pub fn on_wayland() -> Result<Self, Error> {
        Self::bare(Font::default(), Screen::wayland)?.with_keychain()
    }

    /// Starts a desktop on Wayland whose programs have a clipboard, and no X.
    pub fn on_wayland_with_seat() -> Result<Self, Error> {
        Self::bare(Font::default(), Screen::wayland_with_seat)?.with_keychain()
    }

    fn bare(
        font: Font,
        start_screen: impl FnOnce(&Path) -> Result<Screen, Error>,
    ) -> Result<Self, Error> {
        process::must_be_installed(&["dbus-daemon", "dbus-send", "gnome-keyring-daemon"])?;
        let folder = tempfile::Builder::new().prefix("keydesk-desktop-").tempdir()?;
        let runtime = folder.path().join("runtime");
        create_private(&runtime)?;
        let fonts = fonts::write_config(folder.path(), font)?;
        let screen = start_screen(&runtime)?;
        let (bus_daemon, bus_address) = start_bus(folder.path())?;
        Ok(Self {
            bus: Bus::at(bus_address),
            keychain: None,
            accessibility: None,
            _bus_daemon: bus_daemon,
            screen,
            fonts,
            folder,
        })
    }

    fn with_keychain(mut self) -> Result<Self, Error> {
        self.keychain = Some(self.start_keychain(Some(PASSWORD))?);
        Ok(self)
    }

    /// Starts a desktop on which programs build their accessibility trees.
    pub fn with_screen_reader() -> Result<Self, Error> {
        let mut desktop = Self::start()?;
        desktop.accessibility = Some(desktop.start_accessibility()?);
        Ok(desktop)
    }

    /// Its message bus.
    #[must_use]
    pub fn bus(&self) -> &Bus {
        &self.bus
    }

    /// The value of `DISPLAY`. Empty on Wayland.
    #[cfg(target_os = "linux")]
    pub(crate) fn display(&self) -> &str {
        self.screen.display()
    }

    /// The environment variables of a program on this desktop. `home` is its home folder.
    #[must_use]
    pub fn environment(&self, home: &Path) -> Vec<(&'static str, OsString)> {
        let inside = |name: &str| home.join(name).into_os_string();
        let mute = if self.accessibility.is_some() { "0" } else { "1" };
        let mut environment = vec![
            ("DBUS_SESSION_BUS_ADDRESS", self.bus.address().into()),
            ("XDG_RUNTIME_DIR", self.runtime().into_os_string()),
            ("HOME", home.into()),
            ("FONTCONFIG_FILE", self.fonts.clone().into_os_string()),
            ("XDG_CACHE_HOME", inside("cache")),
            ("XDG_CONFIG_HOME", inside("config")),
            ("XDG_DATA_HOME", inside("data")),
            ("XDG_STATE_HOME", inside("state")),
            // The bus starts no programs, so there is no settings service to look for.
            ("GSETTINGS_BACKEND", "memory".into()),
            ("NO_AT_BRIDGE", mute.into()),
            // The threads with which Mesa draws without a graphics card sometimes crash the page's process.
            ("LP_NUM_THREADS", "0".into()),
            ("LANG", "C.UTF-8".into()),
            ("LC_ALL", "C.UTF-8".into()),
        ];
        environment.extend(self.screen.environment());
        environment
    }

    /// Puts a text on the clipboard, as another program does.
    pub fn copy(&self, text: &str) -> Result<(), Error> {
        let command = self.screen.copy_command();
        process::must_be_installed(&command[..1])?;
        let mut program = Command::new(command[0])
            .args(&command[1..])
            .envs(self.environment(self.folder.path()))
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .context(command[0])?;
        if let Some(mut input) = program.stdin.take() {
            input.write_all(text.as_bytes())?;
        }
        // A child of the program goes on serving the clipboard, and ends with the screen.
        let copied = program.wait().context("copying")?;
        if copied.success() { Ok(()) } else { Err(Error::new("nothing was copied")) }
    }

    /// Stops the keychain's process. It stays on the bus and answers nothing.
    #[cfg(target_os = "linux")]
    pub fn hold_keychain(&self) -> Result<(), Error> {
        self.keychain()?.signal(rustix::process::Signal::STOP)
    }

    /// Continues the keychain's process. It then answers everything that it was asked meanwhile.
    #[cfg(target_os = "linux")]
    pub fn release_keychain(&self) -> Result<(), Error> {
        self.keychain()?.signal(rustix::process::Signal::CONT)
    }

    /// Unlocks the keychain with its password.
    #[cfg(target_os = "linux")]
    pub fn unlock_keychain(&self) -> Result<(), Error> {
        self.bus.unlock_keychain()
    }

    /// Ends the keychain's daemon. Its entries stay on the disk.
    pub fn end_keychain(&mut self) {
        self.keychain = None;
    }

    /// Starts the keychain's daemon again.
    pub fn restart_keychain(&mut self) -> Result<(), Error> {
        self.end_keychain();
        self.keychain = Some(self.start_keychain(Some(PASSWORD))?);
        Ok(())
    }

    #[cfg(target_os = "linux")]
    fn keychain(&self) -> Result<&Running, Error> {
        self.keychain.as_ref().ok_or_else(|| Error::new("no keychain runs on this desktop"))
    }

    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    fn runtime(&self) -> PathBuf {
        self.folder.path().join("runtime")
    }

    /// Starts the daemon. A password makes or unlocks the default keychain; without one there is none.
    fn start_keychain(&self, password: Option<&[u8]>) -> Result<Running, Error> {
        let mut keychain = Running::start(
            Command::new("gnome-keyring-daemon")
                .args(["--foreground", "--components=secrets"])
                .args(password.map(|_| "--unlock"))
                .arg("--control-directory")
                .arg(self.runtime().join("keyring"))
                .envs(self.environment(self.folder.path()))
                .stdin(Stdio::piped())
                .stdout(Stdio::null())
                .stderr(Stdio::null()),
        )?;
        if let (Some(mut input), Some(password)) = (keychain.child().stdin.take(), password) {
            input.write_all(password)?;
        }
        self.wait_for_keychain(&mut keychain)?;
        Ok(keychain)
    }

    /// The launcher starts the bus of AT-SPI and announces a screen reader, so that programs build their
    /// accessibility trees.
    fn start_accessibility(&self) -> Result<Running, Error> {
        let folder = ACCESSIBILITY.iter().find(|folder| Path::new(folder).join(LAUNCHER).exists());
        let folder = folder
            .ok_or_else(|| Error::new(format!("{LAUNCHER} is missing (package at-spi2-core)")))?;
        let mut launcher = Running::start(
            Command::new(Path::new(folder).join(LAUNCHER))
                .args(["--launch-immediately", "--a11y=1", "--screen-reader=1"])
                .envs(self.environment(self.folder.path()))
                .stdin(Stdio::null())
                .stdout(Stdio::null())
                .stderr(Stdio::null()),
        )?;
        wait_until_blocking("the accessibility bus", || {
            must_run(&mut launcher, LAUNCHER)?;
            Ok(self.bus.accessibility_bus().is_ok().then_some(()))
        })?;
        Ok(launcher)
    }

    fn wait_for_keychain(&self, keychain: &mut Running) -> Result<(), Error> {
        wait_until_blocking("the keychain on the bus", || {
            must_run(keychain, "gnome-keyring-daemon")?;
            Ok(self.bus.has_keychain()?.then_some(()))
        })
    }
}

/// Makes a folder that is the person's alone, as programs expect of a runtime folder.
fn create_private(folder: &Path) -> Result<(), Error> {
    fs::create_dir(folder)?;
    #[cfg(unix)]
    fs::set_permissions(folder, std::os::unix::fs::PermissionsExt::from_mode(0o700))?;
    Ok(())
}

fn must_run(running: &mut Running, program: &str) -> Result<(), Error> {
    if running.runs() { Ok(()) } else { Err(Error::new(format!("{program} has ended"))) }
}

#[cfg(test)]
#[cfg(target_os = "linux")]
mod tests {
    use super::*;

    #[test]
    fn the_keychain_is_open_until_it_is_locked() {
        let desktop = Desktop::start().unwrap();
        assert!(!desktop.bus().is_keychain_locked().unwrap());
        desktop.bus().lock_keychain().unwrap();
        assert!(desktop.bus().is_keychain_locked().unwrap());
        desktop.unlock_keychain().unwrap();
        assert!(!desktop.bus().is_keychain_locked().unwrap());
    }

    #[test]
    fn a_desktop_without_a_keychain_has_none() {
        let desktop = Desktop::without_keychain().unwrap();
        assert!(!desktop.bus().has_keychain().unwrap());
    }

    #[test]
    fn two_desktops_share_nothing() {
        let (one, other) = (Desktop::start().unwrap(), Desktop::start().unwrap());
        assert_ne!(one.screen.display(), other.screen.display());
        assert_ne!(one.bus().address(), other.bus().address());
    }
}
