//! The system's proxy stands between the app and Nova Post, but never between the app and this
//! computer. What the system says is read from the environment, which a test can't change for
//! itself: so it starts itself once more.

#![expect(clippy::unwrap_used, reason = "a test says what went wrong by falling over")]

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener};
use std::process::Command;

use keydesk_core::model::Failure;
use keydesk_core::nova_post::{BaseUrl, NovaPost};
use keydesk_core::secret::ApiKey;

const TEST: &str = "the_systems_proxy_is_used_but_not_for_this_computer";
const WITHIN: &str = "KEYDESK_TEST_BEHIND_A_PROXY";

#[tokio::test]
async fn the_systems_proxy_is_used_but_not_for_this_computer() {
    if std::env::var_os(WITHIN).is_some() {
        return behind_a_proxy().await;
    }
    let proxy = format!("http://{}", serve("407 Proxy Authentication Required", ""));
    let program = std::env::current_exe().unwrap();
    let mut command = Command::new(program);
    command.args(["--exact", TEST, "--nocapture"]).env(WITHIN, "1");
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
    let key = ApiKey::new("99dde7bdce11414efc2f1c10ddbfd42da8ce4bf2".to_owned()).unwrap();
    let token = "eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmF0dXJl";

    let far = NovaPost::new(BaseUrl::parse("https://nova-post.example/").unwrap()).unwrap();
    assert_eq!(far.authorize(&key).await.unwrap_err(), Failure::ProxyNeeded);

    let here = serve("200 OK", &format!(r#"{{"jwt":"{token}"}}"#));
    for host in ["127.0.0.1", "localhost"] {
        let address = format!("http://{host}:{}/v.1.0/", here.port());
        let near = NovaPost::new(BaseUrl::parse(&address).unwrap()).unwrap();
        assert_eq!(near.authorize(&key).await.unwrap().value.expose(), token, "{host}");
    }
}

/// Answers every connection in the same way, from a thread of its own.
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
