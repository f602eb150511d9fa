//! The system's proxy is used for Nova Post, but not for this computer. Its settings are environment
//! variables, which a test can't change in its own process, so the test starts itself again.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener};
use std::process::Command;

use keydesk_core::model::{Failure, ProxyReason};
use keydesk_core::nova_post::{BaseUrl, NovaPost};

use super::{TOKEN, clock, key};

/// Set in the process that runs behind the proxy.
const BEHIND_A_PROXY: &str = "KEYDESK_TEST_BEHIND_A_PROXY";

#[tokio::test]
async fn the_systems_proxy_is_used_but_not_for_this_computer() {
    if std::env::var_os(BEHIND_A_PROXY).is_some() {
        return behind_a_proxy().await;
    }
    let proxy = format!("http://{}", serve("407 Proxy Authentication Required", ""));
    let program = std::env::current_exe().unwrap();
    let thread = std::thread::current();
    let test = thread.name().unwrap();
    let mut command = Command::new(program);
    command.args(["--exact", test, "--nocapture"]).env(BEHIND_A_PROXY, "1");
    for name in ["NO_PROXY", "no_proxy", "REQUEST_METHOD"] {
        command.env_remove(name);
    }
    for name in ["ALL_PROXY", "all_proxy", "HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy"]
    {
        command.env(name, &proxy);
    }
    let ended = command.output().unwrap();
    assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));
    assert!(String::from_utf8_lossy(&ended.stdout).contains("1 passed"));
}

async fn behind_a_proxy() {
    let remote = BaseUrl::parse("https://nova-post.example/").unwrap();
    let remote = NovaPost::new(remote, clock()).unwrap();
    assert_eq!(
        remote.authorize(&key()).await.unwrap_err(),
        Failure::ProxyNeeded { reason: ProxyReason::SignIn }
    );

    let local = serve("200 OK", &format!(r#"{{"jwt":"{TOKEN}"}}"#));
    for host in ["127.0.0.1", "localhost"] {
        let address = format!("http://{host}:{}/v.1.0/", local.port());
        let near = NovaPost::new(BaseUrl::parse(&address).unwrap(), clock()).unwrap();
        assert_eq!(near.authorize(&key()).await.unwrap().value.expose(), TOKEN, "{host}");
    }
}

/// Starts a thread that sends the same answer on every connection.
fn serve(status: &str, body: &str) -> SocketAddr {
    let length = body.len();
    let answer =
        format!("HTTP/1.1 {status}\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n{body}");
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
