//! Load: connections that ask again as soon as they are answered.

use std::io;
use std::time::{Duration, Instant};

use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;
use tokio::task::JoinSet;

const CONNECTIONS: usize = 64;

/// What a server took.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Load {
    pub(crate) per_second: f64,
    /// 99 of 100 requests were answered in this time.
    pub(crate) p99_ms: f64,
}

/// A request as it travels, to a path below `url`.
pub(crate) fn request(method: &str, url: &str, path: &str, body: &str) -> String {
    let host_and_base = url.trim_start_matches("http://");
    let (host, base) = host_and_base.split_once('/').unwrap_or((host_and_base, ""));
    let head = format!("{method} /{base}{path} HTTP/1.1\r\nHost: {host}\r\n");
    let length = body.len();
    format!("{head}Content-Type: application/json\r\nContent-Length: {length}\r\n\r\n{body}")
}

/// Puts a server under load for a time. Written by hand: a client that takes much of the processors
/// itself would make all servers look alike.
pub(crate) async fn run(port: u16, request: &str, time: Duration) -> io::Result<Load> {
    let begun = Instant::now();
    let mut asking = JoinSet::new();
    for _ in 0..CONNECTIONS {
        asking.spawn(ask(port, request.to_owned(), begun + time));
    }
    let mut times: Vec<Duration> = Vec::new();
    for asked in asking.join_all().await {
        times.extend(asked?);
    }
    let taken = begun.elapsed();
    times.sort_unstable();
    let p99 = times.get(times.len() * 99 / 100).copied().unwrap_or_default();
    let answers = u32::try_from(times.len()).unwrap_or(u32::MAX);
    Ok(Load {
        per_second: f64::from(answers) / taken.as_secs_f64(),
        p99_ms: p99.as_secs_f64() * 1_000.0,
    })
}

async fn ask(port: u16, request: String, until: Instant) -> io::Result<Vec<Duration>> {
    let stream = TcpStream::connect(("127.0.0.1", port)).await?;
    stream.set_nodelay(true)?;
    let mut stream = BufReader::new(stream);
    let (mut line, mut body) = (String::new(), Vec::new());
    let mut times = Vec::new();
    while Instant::now() < until {
        let begun = Instant::now();
        stream.write_all(request.as_bytes()).await?;
        let length = head(&mut stream, &mut line).await?;
        body.resize(length, 0);
        stream.read_exact(&mut body).await?;
        times.push(begun.elapsed());
    }
    Ok(times)
}

/// Reads the head of an answer that has to be 200; the length of its body.
async fn head(stream: &mut BufReader<TcpStream>, line: &mut String) -> io::Result<usize> {
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
