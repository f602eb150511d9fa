//! Packages of the operating system.

use std::process::Command;

use test_driver::Error;

use crate::{program, say};

/// A package of Debian, and how to see on another system that what it brings is there.
pub(crate) struct Package {
    debian: &'static str,
    sign: Sign,
}

enum Sign {
    Program(&'static str),
    Library(&'static str),
    /// Of Python.
    Module(&'static str),
    /// Nothing fails without it, it only looks wrong.
    None,
}

/// For compiling and linking the app.
pub(crate) const BUILDING: &[Package] = &[
    Package { debian: "build-essential", sign: Sign::Program("cc") },
    Package { debian: "pkg-config", sign: Sign::Program("pkg-config") },
    Package { debian: "libwebkit2gtk-4.1-dev", sign: Sign::Library("webkit2gtk-4.1") },
    Package { debian: "libdbus-1-dev", sign: Sign::Library("dbus-1") },
];

/// For driving the window on a virtual screen with a keychain.
pub(crate) const DRIVING: &[Package] = &[
    Package { debian: "xvfb", sign: Sign::Program("Xvfb") },
    Package { debian: "dbus", sign: Sign::Program("dbus-daemon") },
    Package { debian: "gnome-keyring", sign: Sign::Program("gnome-keyring-daemon") },
    Package { debian: "webkit2gtk-driver", sign: Sign::Program("WebKitWebDriver") },
    Package { debian: "at-spi2-core", sign: Sign::None },
    Package { debian: "xclip", sign: Sign::Program("xclip") },
    Package { debian: "strace", sign: Sign::Program("strace") },
    Package { debian: "fontconfig", sign: Sign::Program("fc-list") },
    Package { debian: "fonts-dejavu-core", sign: Sign::None },
    Package { debian: "fonts-liberation", sign: Sign::None },
];

/// For trying practice against its description with a tool in Python, 3.11 or newer.
pub(crate) const TESTING: &[Package] = &[
    Package { debian: "python3", sign: Sign::Program("python3") },
    Package { debian: "python3-venv", sign: Sign::Module("ensurepip") },
];

/// Installs what is missing, or says what to install where there is no apt.
pub(crate) fn install(packages: &[Package]) -> Result<(), Error> {
    if program::is_there("apt-get") { with_apt(packages) } else { by_advice(packages) }
}

fn with_apt(packages: &[Package]) -> Result<(), Error> {
    let missing: Vec<&str> =
        packages.iter().map(|package| package.debian).filter(|name| !is_installed(name)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    say::note(&format!("installing from Debian: {}", missing.join(" ")));
    program::run(&mut as_root("apt-get", &["update", "-qq"])?)?;
    let mut arguments = vec!["install", "-y", "-qq", "--no-install-recommends"];
    arguments.extend(&missing);
    program::run(&mut as_root("apt-get", &arguments)?)
}

fn is_installed(name: &str) -> bool {
    let query = ["--show", "--showformat=${db:Status-Status}", name];
    program::output(Command::new("dpkg-query").args(query)).is_ok_and(|said| said == "installed")
}

fn as_root(command: &str, arguments: &[&str]) -> Result<Command, Error> {
    let is_root = program::output(Command::new("id").arg("-u"))?.trim() == "0";
    let mut root = Command::new(if is_root { "env" } else { "sudo" });
    if !is_root && !program::is_there("sudo") {
        let line = arguments.join(" ");
        return Err(Error::new(format!("needs root, and there is no sudo: {command} {line}")));
    }
    root.arg("DEBIAN_FRONTEND=noninteractive").arg(command).args(arguments);
    Ok(root)
}

fn by_advice(packages: &[Package]) -> Result<(), Error> {
    let missing: Vec<&str> = packages
        .iter()
        .filter(|package| !package.sign.is_seen())
        .map(|package| package.debian)
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    Err(Error::new(format!(
        "install what Debian calls {}; this system has no apt-get to do it with",
        missing.join(", ")
    )))
}

impl Sign {
    fn is_seen(&self) -> bool {
        match self {
            Self::Program(name) => program::is_there(name),
            Self::Library(name) => {
                program::output(Command::new("pkg-config").args(["--exists", name])).is_ok()
            }
            Self::Module(name) => {
                let import = format!("import {name}");
                program::output(Command::new("python3").args(["-c", &import])).is_ok()
            }
            Self::None => true,
        }
    }
}
