//! Asks a proxy once more for a tunnel to Nova Post, to learn why it opened none: the HTTP client does
//! not tell. The request holds the name of Nova Post's host and nothing else that is sent there.

use std::time::Duration;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use percent_encoding::percent_decode_str;
use reqwest::header::{CONTENT_LENGTH, HeaderMap, HeaderName, HeaderValue, TRANSFER_ENCODING};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;
use url::Url;

use super::{ProxyAddress, reason_of_challenges};
use crate::model::{Failure, ProxyReason};
use crate::nova_post::Limits;
use crate::nova_post::who_answered::{
    Content, NETWORK_AUTHENTICATION_REQUIRED, begins_with_markup,
};

/// The time in which a proxy that claims to have opened a tunnel sends something on its own. A server
/// waits for the client to speak first.
const OWN_WORDS: Duration = Duration::from_secs(1);

/// The most headers and the most bytes that are read.
const MOST_HEADERS: usize = 100;
const MOST_BYTES: usize = 16 * 1024;

/// What a proxy answered.
struct Answer {
    status: u16,
    headers: HeaderMap,
    body: Vec<u8>,
}

/// The failure that the proxy's answer shows. `None` if it shows none: it gives no reason, it is not
/// asked over plain http, or it opens the tunnel this time. `sends_sign_in`: whether the request has the
/// name and the password of the proxy's address.
pub(in crate::nova_post) async fn refusal_of_tunnel(
    proxy: &ProxyAddress,
    target: &Url,
    limits: &Limits,
    sends_sign_in: bool,
) -> Option<Failure> {
    if proxy.url().scheme() != "http" {
        return None;
    }
    let asked = timeout(
        limits.connect + limits.body_start,
        answer_of(proxy, target, limits.body_start, sends_sign_in),
    );
    refusal(&asked.await.ok()??, proxy.has_sign_in())
}

fn refusal(answer: &Answer, had_sign_in: bool) -> Option<Failure> {
    let status = answer.status;
    let has_content = Content::of(&answer.headers, &answer.body) != Content::Nothing;
    match status {
        407 => match reason_of_challenges(&answer.headers, had_sign_in) {
            Some(reason) => Some(Failure::ProxyNeeded { reason }),
            None if has_content => Some(Failure::NetworkPage { status }),
            None if had_sign_in => {
                Some(Failure::ProxyNeeded { reason: ProxyReason::SignInRefused })
            }
            None => Some(Failure::ProxyNeeded { reason: ProxyReason::SignIn }),
        },
        300..=399 => Some(Failure::RedirectRefused),
        NETWORK_AUTHENTICATION_REQUIRED => Some(Failure::NetworkPage { status }),
        _ => has_content.then_some(Failure::NetworkPage { status }),
    }
}

/// A tunnel through a proxy for http. `None` if it opens none, or is of another kind.
pub(in crate::nova_post) async fn open_tunnel(
    proxy: &ProxyAddress,
    target: &Url,
) -> Option<TcpStream> {
    if proxy.url().scheme() != "http" {
        return None;
    }
    let Asked { stream, answer, .. } = ask(proxy, target, true).await?;
    (answer.status == 200).then_some(stream)
}

/// A proxy that has answered the request for a tunnel.
struct Asked {
    stream: TcpStream,
    answer: Answer,
    /// What was read, and where the body begins in it.
    bytes: Vec<u8>,
    body_at: usize,
}

/// Sends the request and reads the answer as far as it comes.
async fn answer_of(
    proxy: &ProxyAddress,
    target: &Url,
    wait: Duration,
    sends_sign_in: bool,
) -> Option<Answer> {
    let Asked { mut stream, mut answer, mut bytes, body_at } =
        ask(proxy, target, sends_sign_in).await?;
    let wait = if answer.status == 200 { OWN_WORDS.min(wait) } else { wait };
    // What came until then is enough to judge.
    let _: Result<(), _> = timeout(wait, async {
        while !is_enough(&answer.headers, &bytes[body_at..])
            && read_more(&mut stream, &mut bytes).await
        {}
    })
    .await;
    answer.body = body(&answer.headers, &bytes[body_at..]).to_vec();
    Some(answer)
}

/// Sends the request and reads the head of the answer.
async fn ask(proxy: &ProxyAddress, target: &Url, sends_sign_in: bool) -> Option<Asked> {
    let host = proxy.url().host_str()?.trim_start_matches('[').trim_end_matches(']');
    let mut stream = TcpStream::connect((host, proxy.url().port_or_known_default()?)).await.ok()?;
    let place = format!("{}:{}", target.host_str()?, target.port_or_known_default()?);
    let sign_in = if sends_sign_in { sign_in(proxy.url()) } else { String::new() };
    let request = format!("CONNECT {place} HTTP/1.1\r\nHost: {place}\r\n{sign_in}\r\n");
    stream.write_all(request.as_bytes()).await.ok()?;

    let mut bytes = Vec::new();
    let (answer, body_at) = loop {
        if !read_more(&mut stream, &mut bytes).await {
            return None;
        }
        match head(&bytes).ok()? {
            Some(parsed) => break parsed,
            None if bytes.len() > MOST_BYTES => return None,
            None => {}
        }
    };
    Some(Asked { stream, answer, bytes, body_at })
}

/// The `Proxy-Authorization` header, with its line end. Empty if the address has no name.
fn sign_in(proxy: &Url) -> String {
    if proxy.username().is_empty() {
        return String::new();
    }
    let decoded = |text| percent_decode_str(text).decode_utf8_lossy();
    let (name, password) = (proxy.username(), proxy.password().unwrap_or_default());
    let text = BASE64_STANDARD.encode(format!("{}:{}", decoded(name), decoded(password)));
    format!("Proxy-Authorization: Basic {text}\r\n")
}

/// Whether more bytes came.
async fn read_more(stream: &mut TcpStream, bytes: &mut Vec<u8>) -> bool {
    let mut piece = [0; 4096];
    match stream.read(&mut piece).await {
        Ok(read) if read > 0 => {
            bytes.extend_from_slice(&piece[..read]);
            true
        }
        _ => false,
    }
}

/// The head of an answer, and where its body begins. `None` if it is incomplete. Fails if it is no
/// answer in HTTP.
fn head(bytes: &[u8]) -> Result<Option<(Answer, usize)>, httparse::Error> {
    let mut headers = [httparse::EMPTY_HEADER; MOST_HEADERS];
    let mut parsed = httparse::Response::new(&mut headers);
    let httparse::Status::Complete(body_at) = parsed.parse(bytes)? else { return Ok(None) };
    let status = parsed.code.ok_or(httparse::Error::Status)?;
    let headers = parsed.headers.iter().filter_map(|header| {
        let name = HeaderName::from_bytes(header.name.as_bytes()).ok()?;
        Some((name, HeaderValue::from_bytes(header.value).ok()?))
    });
    let mut map = HeaderMap::new();
    for (name, value) in headers {
        map.append(name, value);
    }
    Ok(Some((Answer { status, headers: map, body: Vec::new() }, body_at)))
}

fn is_enough(headers: &HeaderMap, bytes: &[u8]) -> bool {
    let length = headers.get(CONTENT_LENGTH).and_then(|value| value.to_str().ok()?.parse().ok());
    begins_with_markup(body(headers, bytes))
        || bytes.len() > MOST_BYTES
        || length.is_some_and(|length: usize| bytes.len() >= length)
}

/// The body without the size of its first chunk.
fn body<'a>(headers: &HeaderMap, bytes: &'a [u8]) -> &'a [u8] {
    if !headers.contains_key(TRANSFER_ENCODING) {
        return bytes;
    }
    let end = bytes.iter().position(|&byte| byte == b'\n').map_or(bytes.len(), |end| end + 1);
    // The last chunk has size 0.
    let is_last = bytes[..end].trim_ascii().iter().all(|&byte| byte == b'0');
    if is_last { &[] } else { &bytes[end..] }
}
