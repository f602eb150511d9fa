//! The installer: built with NSIS, then tried in a fresh prefix of Wine.

use std::ffi::OsString;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use test_driver::{Context, Error, wait_until_blocking};

use super::{LOADER, Programs, Wine};
use crate::{cross, program, terminal};

/// For one person, and for all persons of a computer.
const SCOPES: [&str; 2] = ["user", "machine"];

/// What an installation leaves: the folder of the person's data, from `C:\users\<name>\AppData\Local`.
const DATA: &str = "app.keydesk";

/// The environment variable with a command that signs the file that is appended to it. Without it nothing is
/// signed.
const SIGN: &str = "KEYDESK_SIGN_COMMAND";

/// The environment variable with the file of Microsoft's evergreen bootstrapper for `WebView2`. Without it the
/// installer offers to open the download page where `WebView2` is missing.
const WEBVIEW_SETUP: &str = "KEYDESK_WEBVIEW2_SETUP";

/// The person's settings, which every installation must leave as they are.
const SETTINGS: &str = "{}";

const UNINSTALL_KEY: &str = r"Software\Microsoft\Windows\CurrentVersion\Uninstall\app.keydesk";

pub(super) fn build_and_try(programs: &Programs) -> Result<(), Error> {
    terminal::heading("Building the installer");
    sign(&[&programs.app, &programs.practice])?;
    for scope in SCOPES {
        let installer = build(programs, scope, env!("CARGO_PKG_VERSION"), "installer")?;
        let bytes = fs::metadata(&installer)?.len();
        terminal::note(&format!("{}: {}", program::from_root(&installer), terminal::size(bytes)));
    }
    if std::env::var_os(SIGN).is_none() {
        terminal::note(&format!("not signed: {SIGN} names no command"));
    }
    for scope in SCOPES {
        terminal::heading(&format!("Trying the installer for the {scope}"));
        try_out(programs, scope)?;
    }
    Ok(())
}

/// Builds an installer into this folder below `target/windows`.
fn build(programs: &Programs, scope: &str, version: &str, folder: &str) -> Result<PathBuf, Error> {
    let folder = cross::windows::folder().join(folder);
    fs::create_dir_all(&folder).context(folder.display())?;
    let output = folder.join(format!("key-desk-{version}-{scope}-setup.exe"));
    let root = program::root();
    let define = |name: &str, value: &Path| {
        let mut define = OsString::from(format!("-D{name}="));
        define.push(value);
        define
    };
    let mut nsis = Command::new("makensis");
    nsis.args(["-V2", "-WX", &format!("-DSCOPE={scope}"), &format!("-DVERSION={version}")])
        .arg(define("APP", &programs.app))
        .arg(define("PRACTICE", &programs.practice))
        .arg(define("LOADER", &programs.loader))
        .arg(define("ICON", &root.join("icons/icon.ico")))
        .arg(define("LICENSE", &root.join("LICENSE-MIT")))
        .arg(define("OUTPUT", &output));
    for (name, variable) in [("SIGN", SIGN), ("WEBVIEW_SETUP", WEBVIEW_SETUP)] {
        if let Ok(value) = std::env::var(variable) {
            nsis.arg(format!("-D{name}={value}"));
        }
    }
    program::run(nsis.arg(root.join("src-tauri/windows/installer.nsi")))?;
    Ok(output)
}

fn sign(files: &[&Path]) -> Result<(), Error> {
    let Ok(command) = std::env::var(SIGN) else { return Ok(()) };
    files.iter().try_for_each(|file| {
        program::run(Command::new("sh").arg("-c").arg(format!("{command} \"$0\"")).arg(file))
    })
}

/// Installs silently, installs again over it while the app is open, refuses an older version, uses the installed
/// practice server, uninstalls, and checks that only the data is left.
fn try_out(programs: &Programs, scope: &str) -> Result<(), Error> {
    let prefix = cross::windows::folder().join("fresh");
    if prefix.exists() {
        fs::remove_dir_all(&prefix).context(prefix.display())?;
    }
    let wine = Wine::start(&prefix)?;
    let before = files(&wine.drive())?;
    let installer = build(programs, scope, env!("CARGO_PKG_VERSION"), "installer")?;
    // Apart from the installers that are given to people.
    let older = build(programs, scope, "0.0.1", "older-installer")?;

    run(&wine, &older, 0)?;
    terminal::success("installs");
    let folder = installed_folder(&wine)?;
    let data = data_folder(&wine)?;
    fs::create_dir_all(&data)?;
    fs::write(data.join("settings.json"), SETTINGS)?;
    // Without WebView2 the app shows a message box, which keeps it open.
    let mut app = wine.command(&folder.join("keydesk.exe")).stderr(Stdio::null()).spawn()?;
    wait_until("the app to start", || Ok((files(&data)?.len() > 1).then_some(())))?;
    run(&wine, &installer, 0)?;
    wait_until("the app to be closed", || Ok(app.try_wait()?.map(drop)))?;
    terminal::success("closes the app and installs over an older version");
    run(&wine, &older, 4)?;
    terminal::success("refuses to replace a newer version");

    for file in ["keydesk.exe", "keydesk-practice.exe", LOADER, "LICENSE.txt", "uninstall.exe"] {
        if !folder.join(file).exists() {
            return Err(Error::new(format!("{file} is not installed")));
        }
    }
    if !files(&wine.drive())?.iter().any(|file| file.ends_with("Programs/Key Desk.lnk")) {
        return Err(Error::new("the start menu has no Key Desk"));
    }
    use_practice(&wine, &folder.join("keydesk-practice.exe"))?;
    terminal::success("the installed practice server answers");

    // The uninstaller starts a copy of itself, which works on when this returns.
    program::run(wine.command(&folder.join("uninstall.exe")).arg("/S"))?;
    wait_until("the folder to be removed", || Ok((!folder.exists()).then_some(())))?;
    let left: Vec<String> = files(&wine.drive())?
        .into_iter()
        .filter(|file| !before.contains(file) && is_ours(file))
        .collect();
    if left.iter().any(|file| !wine.drive().join(file).starts_with(&data)) {
        return Err(Error::new(format!("the uninstaller leaves {left:?}")));
    }
    if fs::read_to_string(data.join("settings.json"))? != SETTINGS {
        return Err(Error::new("the person's settings have changed"));
    }
    for root in ["HKCU", "HKLM"] {
        let mut query = wine.command(Path::new("reg"));
        query.args(["query", &format!(r"{root}\{UNINSTALL_KEY}")]);
        if query.stdout(Stdio::null()).stderr(Stdio::null()).status()?.success() {
            return Err(Error::new(format!("the uninstaller leaves its key in {root}")));
        }
    }
    terminal::success("uninstalls, and leaves the person's data");
    Ok(())
}

fn run(wine: &Wine, installer: &Path, expected: i32) -> Result<(), Error> {
    let status = wine.command(installer).arg("/S").stdin(Stdio::null()).status()?;
    if status.code() == Some(expected) {
        return Ok(());
    }
    Err(Error::new(format!("{}: {status}, not {expected}", installer.display())))
}

/// Requests a test key from the practice server in the installed program.
fn use_practice(wine: &Wine, program: &Path) -> Result<(), Error> {
    let mut child = wine
        .command(program)
        .args(["--port", "0"])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .context("keydesk-practice.exe")?;
    let answer = ask(&mut child);
    child.kill()?;
    child.wait()?;
    let answer = answer?;
    if answer.contains("200 OK") && answer.contains("\"apiKey\"") {
        return Ok(());
    }
    Err(Error::new(format!("the installed practice server answers {answer}")))
}

fn ask(child: &mut Child) -> Result<String, Error> {
    let output = child.stdout.take().ok_or_else(|| Error::new("no output"))?;
    let mut line = String::new();
    BufReader::new(output).read_line(&mut line)?;
    let address = line
        .split("http://")
        .nth(1)
        .and_then(|rest| rest.split('/').next())
        .ok_or_else(|| Error::new(format!("practice begins with {line:?}")))?;
    let mut stream = TcpStream::connect(address.trim()).context(address)?;
    let body = r#"{"phone":"498213437654"}"#;
    write!(
        stream,
        "POST /v.1.0/test-api-keys HTTP/1.1\r\nHost: {}\r\nContent-Type: application/json\r\n\
         Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
        address.trim(),
        body.len()
    )?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    Ok(answer)
}

#[expect(clippy::disallowed_methods, reason = "Wine's programs and files send no events to Linux")]
fn wait_until(
    awaited: &str,
    mut check: impl FnMut() -> Result<Option<()>, Error>,
) -> Result<(), Error> {
    wait_until_blocking(awaited, || {
        std::thread::sleep(Duration::from_millis(50));
        check()
    })
}

/// The folder with the installed app.
fn installed_folder(wine: &Wine) -> Result<PathBuf, Error> {
    let files = files(&wine.drive())?;
    let app = files.iter().find(|file| file.ends_with("Key Desk/keydesk.exe"));
    let app = app.ok_or_else(|| Error::new("keydesk.exe is not installed"))?;
    Ok(wine.drive().join(app).parent().map(Path::to_owned).unwrap_or_default())
}

fn data_folder(wine: &Wine) -> Result<PathBuf, Error> {
    let users = wine.drive().join("users");
    let folders = fs::read_dir(&users).context(users.display())?.flatten();
    let local = folders
        .map(|user| user.path().join("AppData/Local"))
        .find(|local| local.exists() && !local.to_string_lossy().contains("Public"));
    Ok(local.ok_or_else(|| Error::new("no user in the prefix"))?.join(DATA))
}

/// All files below a folder, relative to it.
fn files(folder: &Path) -> Result<Vec<String>, Error> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).context(next.display())? {
            let entry = entry?;
            let path = entry.path();
            if entry.file_type()?.is_dir() {
                folders.push(path);
            } else {
                let relative = path.strip_prefix(folder).unwrap_or(&path);
                found.push(relative.to_string_lossy().into_owned());
            }
        }
    }
    Ok(found)
}

/// Whether a file was made by the installer or by the app, and not by Wine.
fn is_ours(file: &str) -> bool {
    ["Key Desk", DATA, "keydesk"].iter().any(|name| file.contains(name))
}
