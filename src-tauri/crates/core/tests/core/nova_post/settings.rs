//! The proxy that the system names is used for Nova Post, but not for this computer. A test can't change
//! the variables of the process in which it runs, so it starts itself again.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener};
#[cfg(target_os = "linux")]
use std::path::Path;
use std::process::Command;

use keydesk_core::model::{Failure, ProxyReason};
use keydesk_core::nova_post::{BaseUrl, NovaPost};

use super::{TOKEN, clock, key};

/// Set in the process that runs with other settings: the failure to expect.
const EXPECTED: &str = "KEYDESK_TEST_BEHIND_A_PROXY";

/// What names a proxy.
const VARIABLES: [&str; 11] = [
    "ALL_PROXY",
    "all_proxy",
    "HTTP_PROXY",
    "http_proxy",
    "HTTPS_PROXY",
    "https_proxy",
    "NO_PROXY",
    "no_proxy",
    "XDG_CURRENT_DESKTOP",
    "XDG_CONFIG_HOME",
    "XDG_CONFIG_DIRS",
];

#[tokio::test]
async fn the_proxy_of_the_variables_is_used_but_not_for_this_computer() {
    if std::env::var_os(EXPECTED).is_some() {
        return with_these_settings().await;
    }
    let proxy = format!("http://{}", proxy());
    for name in ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"] {
        run_again("sign_in_unsupported", &[(name, &proxy)]);
    }
    let proxies = ["ALL_PROXY", "HTTP_PROXY", "HTTPS_PROXY"].map(|name| (name, proxy.as_str()));
    run_again("sign_in_unsupported", &proxies);
    run_again("offline", &[("HTTPS_PROXY", &proxy), ("NO_PROXY", "nova-post.invalid")]);
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn the_proxy_of_gnomes_settings_is_used_on_its_desktop_only() {
    if std::env::var_os(EXPECTED).is_some() {
        return with_these_settings().await;
    }
    let (proxy, port) = (proxy(), proxy().port());
    let manual = format!(
        "[system/proxy]\nmode='manual'\n[system/proxy/https]\nhost='127.0.0.1'\nport={port}\n"
    );
    let ignored = manual.replace("mode", "ignore-hosts=['*.invalid']\nmode");
    let other = format!("http://{proxy}");
    for (settings, desktop, variable, expected) in [
        (&*manual, "GNOME", "", "sign_in_unsupported"),
        (&*manual, "ubuntu:GNOME", "http://127.0.0.1:1", "sign_in_unsupported"),
        (&*manual, "XFCE", "", "offline"),
        (&*ignored, "GNOME", "", "offline"),
        ("[system/proxy]\nmode='auto'\n", "GNOME", "", "script"),
        ("[system/proxy]\nmode='auto'\n", "GNOME", &*other, "sign_in_unsupported"),
        ("[system/proxy]\nmode='none'\n", "GNOME", &*other, "sign_in_unsupported"),
        ("", "GNOME", "", "offline"),
    ] {
        let config = tempfile::tempdir().unwrap();
        write(&config.path().join("glib-2.0/settings/keyfile"), settings);
        let variables = [
            ("GSETTINGS_BACKEND", "keyfile"),
            ("XDG_CONFIG_HOME", config.path().to_str().unwrap()),
            ("XDG_CURRENT_DESKTOP", desktop),
            ("HTTPS_PROXY", variable),
        ];
        run_again(expected, &variables);
    }
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn without_gnomes_schemas_its_settings_are_not_read() {
    if std::env::var_os(EXPECTED).is_some() {
        return with_these_settings().await;
    }
    let proxy = format!("http://{}", proxy());
    let variables = [("XDG_DATA_DIRS", "/nowhere"), ("XDG_CURRENT_DESKTOP", "GNOME")];
    run_again("sign_in_unsupported", &[&variables[..], &[("HTTPS_PROXY", &proxy)]].concat());
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn the_proxy_of_kdes_file_is_used_on_its_desktop_only() {
    if std::env::var_os(EXPECTED).is_some() {
        return with_these_settings().await;
    }
    let port = proxy().port();
    let manual =
        format!("[Proxy Settings]\nProxyType=1\nhttpsProxy=http://127.0.0.1 {port}\nNoProxyFor=");
    for (file, desktop, expected) in [
        (&*format!("{manual}\n"), "KDE", "sign_in_unsupported"),
        (&*format!("{manual}\n"), "XFCE", "offline"),
        (&*format!("{manual}nova-post.invalid\n"), "KDE", "offline"),
        ("[Proxy Settings]\nProxyType=2\n", "KDE", "script"),
    ] {
        let config = tempfile::tempdir().unwrap();
        write(&config.path().join("kioslaverc"), file);
        let folder = config.path().to_str().unwrap();
        run_again(expected, &[("XDG_CONFIG_HOME", folder), ("XDG_CURRENT_DESKTOP", desktop)]);
        if desktop == "KDE" {
            // An administrator writes it for everybody.
            let folders = format!("/nowhere:{folder}");
            run_again(expected, &[("XDG_CONFIG_DIRS", &folders), ("XDG_CURRENT_DESKTOP", desktop)]);
        }
    }
}

/// Runs the same test in a process with these variables.
fn run_again(expected: &str, variables: &[(&str, &str)]) {
    let thread = std::thread::current();
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", thread.name().unwrap(), "--nocapture"]).env(EXPECTED, expected);
    for name in VARIABLES {
        command.env_remove(name);
    }
    command.envs(variables.iter().copied().filter(|(_, value)| !value.is_empty()));
    let ended = command.output().unwrap();
    let error = String::from_utf8_lossy(&ended.stderr);
    assert!(ended.status.success(), "{expected} {variables:?}: {error}");
    assert!(String::from_utf8_lossy(&ended.stdout).contains("1 passed"));
}

async fn with_these_settings() {
    let expected = match std::env::var(EXPECTED).unwrap().as_str() {
        "sign_in_unsupported" => Failure::ProxyNeeded { reason: ProxyReason::SignInUnsupported },
        "script" => Failure::ProxyNeeded { reason: ProxyReason::Script },
        _ => Failure::Offline,
    };
    // No such name exists (RFC 6761), so without a proxy this computer seems to be offline.
    let remote = BaseUrl::parse("https://nova-post.invalid/").unwrap();
    let remote = NovaPost::new(remote, clock()).unwrap();
    assert_eq!(remote.authorize(&key()).await.unwrap_err(), expected);

    let local = serve("200 OK", "", &format!(r#"{{"jwt":"{TOKEN}"}}"#));
    for host in ["127.0.0.1", "localhost"] {
        let address = format!("http://{host}:{}/v.1.0/", local.port());
        let near = NovaPost::new(BaseUrl::parse(&address).unwrap(), clock()).unwrap();
        assert_eq!(near.authorize(&key()).await.unwrap().value.expose(), TOKEN, "{host}");
    }
}

/// A proxy that asks for a sign-in, so that a call through it has a failure that nothing else has.
fn proxy() -> SocketAddr {
    serve("407 Proxy Authentication Required", "proxy-authenticate: NTLM\r\n", "")
}

/// Starts a thread that sends the same answer on every connection.
fn serve(status: &str, headers: &str, body: &str) -> SocketAddr {
    let length = body.len();
    let answer = format!(
        "HTTP/1.1 {status}\r\n{headers}content-length: {length}\r\nconnection: close\r\n\r\n{body}"
    );
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let mut request = Vec::new();
            while !request.ends_with(b"\r\n\r\n") {
                let mut byte = [0];
                stream.read_exact(&mut byte).unwrap();
                request.extend(byte);
            }
            stream.write_all(answer.as_bytes()).unwrap();
        }
    });
    address
}

#[cfg(target_os = "linux")]
fn write(file: &Path, text: &str) {
    std::fs::create_dir_all(file.parent().unwrap()).unwrap();
    std::fs::write(file, text).unwrap();
}
