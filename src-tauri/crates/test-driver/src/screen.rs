//! The screen of a desktop: X11, or Wayland without X.

use std::ffi::OsString;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::error::{Context, Error};
use crate::process::{self, Running};
use crate::programs::start_and_read_line;
use crate::wait::wait_until_blocking;

/// Larger than the window in its first size, so that no part of it is cut off. WCAG 2.2, 1.4.10 counts
/// 400 % in a window of this width.
const WIDTH: u32 = 1280;
const HEIGHT: u32 = 1024;

/// The name of Weston's socket in the runtime folder.
const SOCKET: &str = "wayland-keydesk";

/// A screen, which ends when this is dropped.
#[derive(Debug)]
pub(crate) struct Screen {
    /// The value of `DISPLAY` for programs on this screen. Empty on Wayland.
    display: String,
    /// The value of `WAYLAND_DISPLAY`. Empty on X11.
    wayland: &'static str,
    // Dropped from the left: Weston before the screen that it draws on.
    _programs: Vec<Running>,
}

impl Screen {
    /// Starts a virtual screen of X11.
    pub(crate) fn x11() -> Result<Self, Error> {
        let (screen, display) = start_x11()?;
        Ok(Self { display, wayland: "", _programs: vec![screen] })
    }

    /// Starts Weston without X, in this runtime folder. It has no seat, that is neither keyboard nor pointer,
    /// and so no clipboard.
    pub(crate) fn wayland(runtime: &Path) -> Result<Self, Error> {
        let weston = start_weston(runtime, "headless-backend.so", "")?;
        Ok(Self { display: String::new(), wayland: SOCKET, _programs: vec![weston] })
    }

    /// Starts Weston with a seat. It draws on a virtual screen of X11, which its programs don't know.
    pub(crate) fn wayland_with_seat(runtime: &Path) -> Result<Self, Error> {
        let (screen, display) = start_x11()?;
        let weston = start_weston(runtime, "x11-backend.so", &display)?;
        Ok(Self { display: String::new(), wayland: SOCKET, _programs: vec![weston, screen] })
    }

    /// The value of `DISPLAY` for programs on this screen. Empty on Wayland.
    #[cfg(target_os = "linux")]
    pub(crate) fn display(&self) -> &str {
        &self.display
    }

    /// The program that copies its input, with its arguments.
    pub(crate) fn copy_command(&self) -> &'static [&'static str] {
        if self.wayland.is_empty() { &["xclip", "-selection", "clipboard"] } else { &["wl-copy"] }
    }

    /// The environment variables with which a program finds this screen, and no other one.
    pub(crate) fn environment(&self) -> [(&'static str, OsString); 4] {
        let kind = if self.wayland.is_empty() { "x11" } else { "wayland" };
        [
            ("DISPLAY", self.display.clone().into()),
            ("WAYLAND_DISPLAY", self.wayland.into()),
            ("XDG_SESSION_TYPE", kind.into()),
            ("GDK_BACKEND", kind.into()),
        ]
    }
}

/// Starts a virtual screen and gives its display.
fn start_x11() -> Result<(Running, String), Error> {
    process::must_be_installed(&["Xvfb"])?;
    let size = format!("{WIDTH}x{HEIGHT}x24");
    let (screen, number) = start_and_read_line(
        Command::new("Xvfb").args(["-displayfd", "1", "-screen", "0", &size]).args([
            "-nolisten",
            "tcp",
            "-noreset",
        ]),
    )?;
    let number: u32 = number.parse().context("Xvfb's display number")?;
    Ok((screen, format!(":{number}")))
}

/// Starts Weston and waits for its socket.
fn start_weston(runtime: &Path, backend: &str, display: &str) -> Result<Running, Error> {
    process::must_be_installed(&["weston"])?;
    let mut weston = Running::start(
        Command::new("weston")
            .arg(format!("--backend={backend}"))
            .arg(format!("--socket={SOCKET}"))
            .args([format!("--width={WIDTH}"), format!("--height={HEIGHT}")])
            .args(["--use-pixman", "--no-config", "--idle-time=0"])
            .env("XDG_RUNTIME_DIR", runtime)
            .env("DISPLAY", display)
            .env_remove("WAYLAND_DISPLAY")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null()),
    )?;
    wait_until_blocking("Weston's socket", || {
        if !weston.runs() {
            return Err(Error::new("weston has ended"));
        }
        Ok(runtime.join(SOCKET).exists().then_some(()))
    })?;
    Ok(weston)
}
