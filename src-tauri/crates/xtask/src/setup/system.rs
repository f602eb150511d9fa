//! Packages of Debian, which apt installs. Elsewhere the person gets a list of what is missing.

use std::process::Command;

use test_driver::Error;

use crate::{program, terminal};

/// A package of Debian, and how to find out on another system whether its content is installed.
pub(crate) struct Package {
    pub(crate) debian: &'static str,
    sign: Sign,
}

enum Sign {
    /// A program in `PATH`.
    Program(&'static str),
    /// A library that pkg-config knows.
    Library(&'static str),
    PythonModule(&'static str),
    /// A font family that fontconfig knows.
    Font(&'static str),
    /// It can't be found out.
    Unknown,
}

/// Packages for compiling and linking the app.
pub(crate) const BUILDING: &[Package] = &[
    Package { debian: "build-essential", sign: Sign::Program("cc") },
    Package { debian: "pkg-config", sign: Sign::Program("pkg-config") },
    Package { debian: "libwebkit2gtk-4.1-dev", sign: Sign::Library("webkit2gtk-4.1") },
    Package { debian: "libdbus-1-dev", sign: Sign::Library("dbus-1") },
];

/// Packages for driving the window on a virtual display with a keychain. The fonts are those that
/// tests and pictures name.
pub(crate) const DRIVING: &[Package] = &[
    Package { debian: "xvfb", sign: Sign::Program("Xvfb") },
    Package { debian: "dbus", sign: Sign::Program("dbus-daemon") },
    Package { debian: "gnome-keyring", sign: Sign::Program("gnome-keyring-daemon") },
    Package { debian: "webkit2gtk-driver", sign: Sign::Program("WebKitWebDriver") },
    Package { debian: "at-spi2-core", sign: Sign::Unknown },
    Package { debian: "xclip", sign: Sign::Program("xclip") },
    Package { debian: "weston", sign: Sign::Program("weston") },
    Package { debian: "wl-clipboard", sign: Sign::Program("wl-paste") },
    Package { debian: "strace", sign: Sign::Program("strace") },
    Package { debian: "fontconfig", sign: Sign::Program("fc-list") },
    Package { debian: "fonts-dejavu-core", sign: Sign::Font("DejaVu Sans") },
    Package { debian: "fonts-liberation", sign: Sign::Font("Liberation Sans") },
];

/// Packages for building the packages for Linux, and for checking them.
pub(crate) const PACKAGES: &[Package] = &[
    Package { debian: "dpkg-dev", sign: Sign::Program("dpkg-shlibdeps") },
    Package { debian: "lintian", sign: Sign::Program("lintian") },
    Package { debian: "rpm", sign: Sign::Program("rpmbuild") },
    Package { debian: "libarchive-tools", sign: Sign::Program("bsdtar") },
    Package { debian: "rpmlint", sign: Sign::Program("rpmlint") },
    Package { debian: "desktop-file-utils", sign: Sign::Program("desktop-file-validate") },
    Package { debian: "appstream", sign: Sign::Program("appstreamcli") },
    Package { debian: "python3-venv", sign: Sign::PythonModule("ensurepip") },
];

/// Packages for comparing two builds of a package.
pub(crate) const COMPARING: &[Package] =
    &[Package { debian: "diffoscope-minimal", sign: Sign::Program("diffoscope") }];

/// Packages for making a fresh system in a folder.
pub(crate) const INSTALLING: &[Package] =
    &[Package { debian: "debootstrap", sign: Sign::Program("debootstrap") }];

/// Packages for checking practice against its `OpenAPI` description with schemathesis, and for trying the
/// commands of its documentation. Python must be 3.11 or newer. Some open what the app exports: the calendar and the
/// list of keys. The last ones do what a developer does who gets a key: open what was sealed, compute the receipt code, and read `.env`.
pub(crate) const TESTING: &[Package] = &[
    Package { debian: "curl", sign: Sign::Program("curl") },
    Package { debian: "python3", sign: Sign::Program("python3") },
    Package { debian: "python3-venv", sign: Sign::PythonModule("ensurepip") },
    Package { debian: "khal", sign: Sign::Program("khal") },
    Package { debian: "libical3", sign: Sign::Unknown },
    Package { debian: "libreoffice-calc-nogui", sign: Sign::Program("soffice") },
    Package { debian: "age", sign: Sign::Program("age") },
    Package { debian: "openssh-client", sign: Sign::Program("ssh-keygen") },
    Package { debian: "openssl", sign: Sign::Program("openssl") },
    Package { debian: "php-cli", sign: Sign::Program("php") },
    Package { debian: "php-vlucas-phpdotenv", sign: Sign::Unknown },
    Package { debian: "poppler-utils", sign: Sign::Program("pdftotext") },
];

/// Packages for measuring: what the app is compared with.
pub(crate) const MEASURING: &[Package] =
    &[Package { debian: "ripgrep", sign: Sign::Program("rg") }];

/// Packages for compiling C code for Windows and linking its programs.
pub(crate) const FOR_WINDOWS: &[Package] = &[Package {
    debian: "gcc-mingw-w64-x86-64-posix",
    sign: Sign::Program("x86_64-w64-mingw32-gcc"),
}];

/// Packages for running programs of Windows, and for building their installer.
pub(crate) const WINDOWS: &[Package] = &[
    Package { debian: "wine64", sign: Sign::Program("wine") },
    Package { debian: "wine", sign: Sign::Program("wine") },
    Package { debian: "nsis", sign: Sign::Program("makensis") },
];

/// Installs what is missing. Without apt it fails with a list of what is missing.
pub(crate) fn install(packages: &[Package]) -> Result<(), Error> {
    if program::is_installed("apt-get") { with_apt(packages) } else { look_for(packages) }
}

/// Loads apt's lists of packages.
pub(crate) fn update() -> Result<(), Error> {
    program::run(&mut as_root("apt-get", &["update", "-qq"])?)
}

fn with_apt(packages: &[Package]) -> Result<(), Error> {
    let missing: Vec<&str> =
        packages.iter().map(|package| package.debian).filter(|name| !is_installed(name)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    terminal::note(&format!("installing Debian packages: {}", missing.join(" ")));
    update()?;
    let mut arguments = vec!["install", "-y", "-qq", "--no-install-recommends"];
    arguments.extend(&missing);
    program::run(&mut as_root("apt-get", &arguments)?)
}

fn is_installed(name: &str) -> bool {
    let query = ["--show", "--showformat=${db:Status-Status}", name];
    program::output(Command::new("dpkg-query").args(query))
        .is_ok_and(|status| status == "installed")
}

fn as_root(command: &str, arguments: &[&str]) -> Result<Command, Error> {
    let is_root = program::output(Command::new("id").arg("-u"))?.trim() == "0";
    let mut root = Command::new(if is_root { "env" } else { "sudo" });
    if !is_root && !program::is_installed("sudo") {
        let line = arguments.join(" ");
        return Err(Error::new(format!("sudo is not installed; run as root: {command} {line}")));
    }
    root.arg("DEBIAN_FRONTEND=noninteractive").arg(command).args(arguments);
    Ok(root)
}

fn look_for(packages: &[Package]) -> Result<(), Error> {
    let missing: Vec<&str> = packages
        .iter()
        .filter(|package| !package.sign.is_present())
        .map(|package| package.debian)
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    Err(Error::new(format!(
        "this system has no apt-get. Install these packages (names as in Debian): {}",
        missing.join(", ")
    )))
}

impl Sign {
    fn is_present(&self) -> bool {
        match self {
            Self::Program(name) => program::is_installed(name),
            Self::Library(name) => {
                program::output(Command::new("pkg-config").args(["--exists", name])).is_ok()
            }
            Self::PythonModule(name) => {
                let import = format!("import {name}");
                program::output(Command::new("python3").args(["-c", &import])).is_ok()
            }
            Self::Font(name) => program::output(Command::new("fc-list").args([name, "family"]))
                .is_ok_and(|families| !families.trim().is_empty()),
            Self::Unknown => true,
        }
    }
}
