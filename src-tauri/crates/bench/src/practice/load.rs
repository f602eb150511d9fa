//! Load: connections that send the next request as soon as they get an answer.

use std::io;
use std::time::{Duration, Instant};

use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;
use tokio::task::JoinSet;

const CONNECTIONS: usize = 64;

/// The throughput and latency of a server under load.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Load {
    /// Answers per second.
    pub(crate) per_second: f64,
    /// The 99th percentile of the latency, in milliseconds.
    pub(crate) p99_ms: f64,
}

/// The bytes of a request to a path below `url`.
pub(crate) fn request(method: &str, url: &str, path: &str, body: &str) -> String {
    let host_and_base = url.trim_start_matches("http://");
    let (host, base) = host_and_base.split_once('/').unwrap_or((host_and_base, ""));
    let head = format!("{method} /{base}{path} HTTP/1.1\r\nHost: {host}\r\n");
    let length = body.len();
    format!("{head}Content-Type: application/json\r\nContent-Length: {length}\r\n\r\n{body}")
}

/// Puts a server under load for a time. It doesn't use an HTTP client: a client with a high processor
/// load would hide the differences between servers.
pub(crate) async fn run(port: u16, request: &str, time: Duration) -> io::Result<Load> {
    let started = Instant::now();
    let mut clients = JoinSet::new();
    for _ in 0..CONNECTIONS {
        clients.spawn(send_repeatedly(port, request.to_owned(), started + time));
    }
    let mut times: Vec<Duration> = Vec::new();
    for client in clients.join_all().await {
        times.extend(client?);
    }
    let taken = started.elapsed();
    times.sort_unstable();
    let p99 = times.get(times.len() * 99 / 100).copied().unwrap_or_default();
    let answers = u32::try_from(times.len()).unwrap_or(u32::MAX);
    Ok(Load {
        per_second: f64::from(answers) / taken.as_secs_f64(),
        p99_ms: p99.as_secs_f64() * 1_000.0,
    })
}

async fn send_repeatedly(port: u16, request: String, until: Instant) -> io::Result<Vec<Duration>> {
    let stream = TcpStream::connect(("127.0.0.1", port)).await?;
    stream.set_nodelay(true)?;
    let mut stream = BufReader::new(stream);
    let (mut line, mut body) = (String::new(), Vec::new());
    let mut times = Vec::new();
    while Instant::now() < until {
        let started = Instant::now();
        stream.write_all(request.as_bytes()).await?;
        let length = read_head(&mut stream, &mut line).await?;
        body.resize(length, 0);
        stream.read_exact(&mut body).await?;
        times.push(started.elapsed());
    }
    Ok(times)
}

/// Reads the head of an answer and returns the length of its body. Fails if the status isn't 200.
async fn read_head(stream: &mut BufReader<TcpStream>, line: &mut String) -> io::Result<usize> {
    let mut length = None;
    line.clear();
    stream.read_line(line).await?;
    if !line.starts_with("HTTP/1.1 200 ") {
        return Err(io::Error::other(format!("answered {}", line.trim_end())));
    }
    loop {
        line.clear();
        stream.read_line(line).await?;
        match line.trim_end().split_once(':') {
            Some((name, value)) if name.eq_ignore_ascii_case("content-length") => {
                length = value.trim().parse().ok();
            }
            Some(_) => {}
            None => return length.ok_or_else(|| io::Error::other("an answer without a length")),
        }
    }
}
