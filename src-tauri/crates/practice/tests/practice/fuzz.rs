//! Random bytes, and valid requests with random changes.

use std::time::Duration;

use crate::test_server::{TestServer, phone};
use keydesk_practice::{Options, Plays, Timeouts};
use rand::rngs::StdRng;
use rand::seq::IndexedRandom;
use rand::{Rng, SeedableRng};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::task::JoinSet;

const ROUNDS: u64 = 4_000;
const TASKS: u64 = 32;

/// Valid requests. `HOST` is replaced by the server's own.
const REQUESTS: [&str; 9] = [
    "POST /v.1.0/test-api-keys HTTP/1.1\r\nHost: HOST\r\nContent-Type: application/json\r\n\
     Content-Length: 24\r\n\r\n{\"phone\":\"498213437654\"}",
    "POST /v.1.0/test-api-keys HTTP/1.1\r\nHost: HOST\r\nContent-Type: application/json\r\n\
     Transfer-Encoding: chunked\r\n\r\n18\r\n{\"phone\":\"491713920010\"}\r\n0\r\n\r\n",
    "GET /v.1.0/clients/authorization?apiKey=0123456789abcdef0123456789abcdef HTTP/1.1\r\n\
     Host: HOST\r\n\r\n",
    "GET /production/v.1.0/clients/authorization?apiKey=%30%31 HTTP/1.1\r\nHost: HOST\r\n\r\n",
    "GET /v.1.0/dictionary/currencies?limit=1&page=2 HTTP/1.1\r\nHost: HOST\r\n\
     Authorization: eyJhbGciOiJIUzI1NiJ9.e30.AAAA\r\n\r\n",
    "GET /openapi.json HTTP/1.1\r\nHost: HOST\r\nAccept: */*\r\n\r\n",
    "PUT /practice/clock HTTP/1.1\r\nHost: HOST\r\nContent-Type: application/json\r\n\
     Content-Length: 16\r\n\r\n{\"ahead\":\"P40D\"}",
    "PUT /practice/clients/4915123456789 HTTP/1.1\r\nHost: HOST\r\n\
     Content-Type: application/json\r\nContent-Length: 19\r\n\r\n{\"plays\":\"new_key\"}",
    "GET /my-nova-post?lang=uk HTTP/1.1\r\nHost: HOST\r\nAccept-Language: uk\r\n\r\n",
];

/// Texts that parsers often handle badly.
const FRAGMENTS: [&[u8]; 16] = [
    b"\r\n",
    b"\n",
    b"\0",
    b"\r\n\r\n",
    b" HTTP/1.1\r\n",
    b"HTTP/9.9",
    b"Host: HOST\r\n",
    b"Content-Length: -1\r\n",
    b"Content-Length: 99999999999999999999\r\n",
    b"Transfer-Encoding: chunked\r\n",
    b"Expect: 100-continue\r\n",
    b"Connection: upgrade\r\nUpgrade: h2c\r\n",
    b"%00%ff%2e%2e%2f",
    b"\xff\xfe\xc3\x28",
    b"FFFFFFFFFFFFFFFFF\r\n",
    b"{\"phone\":[[[[[[[[{}",
];

fn bytes(rng: &mut StdRng, host: &str) -> Vec<u8> {
    if rng.random_ratio(1, 5) {
        let length = rng.random_range(0..2_000);
        return (0..length).map(|_| rng.random()).collect();
    }
    let mut bytes = REQUESTS.choose(rng).unwrap().replace("HOST", host).into_bytes();
    for _ in 0..rng.random_range(1..6) {
        let place = rng.random_range(0..=bytes.len());
        let end = (place + rng.random_range(0..40)).min(bytes.len());
        match rng.random_range(0..6) {
            0 => bytes.truncate(place),
            1 => drop(bytes.drain(place..end)),
            2 => drop(bytes.splice(place..place, FRAGMENTS.choose(rng).unwrap().iter().copied())),
            3 => {
                let again = bytes[place..end].to_vec();
                drop(bytes.splice(place..place, again.repeat(rng.random_range(1..50))));
            }
            4 => bytes.extend(REQUESTS.choose(rng).unwrap().replace("HOST", host).bytes()),
            _ => {
                if let Some(byte) = bytes.get_mut(place) {
                    *byte = rng.random();
                }
            }
        }
    }
    bytes
}

/// Sends the bytes in pieces and reads the answer. The server can close the connection at any time.
async fn send(port: u16, bytes: Vec<u8>, pieces: usize) {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).await.unwrap();
    for piece in bytes.chunks(bytes.len().div_ceil(pieces).max(1)) {
        if stream.write_all(piece).await.is_err() {
            return;
        }
    }
    let _ = stream.shutdown().await;
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer).await;
    let is_http = answer.is_empty() || answer.starts_with(b"HTTP/1.1 ");
    assert!(is_http, "{}", String::from_utf8_lossy(&answer));
    assert!(!answer.starts_with(b"HTTP/1.1 500 "), "{}", String::from_utf8_lossy(&bytes));
}

#[tokio::test]
async fn thousands_of_broken_requests_do_not_harm_the_server() {
    let brief = Duration::from_millis(500);
    let timeouts = Timeouts { head: brief, body: brief };
    let server = TestServer::with(Options { timeouts, control: true, ..Options::default() }).await;
    let port = server.port();
    let mut tasks = JoinSet::new();
    for seed in 0..TASKS {
        tasks.spawn(async move {
            let mut rng = StdRng::seed_from_u64(seed);
            for _ in 0..ROUNDS / TASKS {
                let bytes = bytes(&mut rng, &format!("127.0.0.1:{port}"));
                let pieces = rng.random_range(1..4);
                send(port, bytes, pieces).await;
            }
        });
    }
    tasks.join_all().await;
    server.practice.reset_all().await.unwrap();
    let key = server.key(phone(Plays::NewKey)).await;
    let token = server.token(&key).await;
    assert_eq!(server.currencies(&token, "?limit=1").await.status(), 200);
}
