//! What `keydesk token` and the app say to each other: one line of JSON in each direction.

use std::io;
use std::time::Duration;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use tokio::io::{AsyncBufReadExt, AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, BufReader};

/// The longest line, in bytes. A token has up to 8192 characters.
const LONGEST_LINE: u64 = 16 * 1024;

/// The version of the lines.
const VERSION: u32 = 1;

/// How long the app waits for the line of a program that has connected.
pub(super) const REQUEST_WITHIN: Duration = Duration::from_secs(10);

/// The request for a token.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct TokenRequest {
    version: u32,
    /// The name of the key, or its last four characters.
    pub(crate) key: String,
}

/// The answer to it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub(crate) enum TokenResponse {
    /// The token.
    Given {
        /// The token itself.
        token: String,
        /// When it expires, by this computer's clock: RFC 3339, UTC.
        expiration: String,
        /// It is of practice, and Nova Post does not know it.
        is_practice: bool,
    },
    /// The person did not allow it, or did not answer.
    NotAllowed,
    /// No key has this name or this ending.
    NoSuchKey,
    /// Several keys have it.
    SeveralKeys,
    /// Nova Poshta gives no tokens for this key of Ukraine.
    NoTokens,
    /// Too many programs ask at the same time.
    Busy,
    /// The request can't be read: another version of Key Desk has sent it.
    NotUnderstood,
    /// It failed.
    Failed {
        /// The code of the failure.
        code: String,
    },
}

impl TokenRequest {
    /// Asks for a token of the key with this name or these last four characters.
    pub(crate) fn of(key: String) -> Self {
        Self { version: VERSION, key }
    }

    /// Whether this version can answer it.
    pub(super) fn is_understood(&self) -> bool {
        self.version == VERSION
    }
}

/// Reads one line. `None` if the other side has closed the connection without one.
///
/// Fails with `InvalidData` if the line is too long or is not what it should be.
pub(crate) async fn read<T: DeserializeOwned>(
    stream: impl AsyncRead + Unpin,
) -> io::Result<Option<T>> {
    let mut line = Vec::new();
    BufReader::new(stream.take(LONGEST_LINE)).read_until(b'\n', &mut line).await?;
    if line.is_empty() {
        return Ok(None);
    }
    if line.pop() != Some(b'\n') {
        return Err(io::ErrorKind::InvalidData.into());
    }
    // The error of serde_json could quote the line.
    serde_json::from_slice(&line).map(Some).map_err(|_| io::ErrorKind::InvalidData.into())
}

/// Writes one line.
pub(crate) async fn write(
    mut stream: impl AsyncWrite + Unpin,
    value: &impl Serialize,
) -> io::Result<()> {
    let mut line = serde_json::to_vec(value)?;
    line.push(b'\n');
    stream.write_all(&line).await?;
    stream.flush().await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_request_is_read_as_it_was_written() {
        let request = TokenRequest::of("Інтернет-магазин \"1\"\n".to_owned());
        let mut line = Vec::new();
        write(&mut line, &request).await.unwrap();
        assert_eq!(line.iter().position(|byte| *byte == b'\n'), Some(line.len() - 1));
        assert_eq!(read(&*line).await.unwrap(), Some(request));
        assert_eq!(read::<TokenRequest>(&b""[..]).await.unwrap(), None);
    }

    #[tokio::test]
    async fn a_hostile_line_is_refused() {
        let long = format!("{{\"version\":1,\"key\":\"{}\"}}\n", "x".repeat(20_000));
        let deep = "[".repeat(10_000) + "\n";
        for line in [
            "{",
            "\n",
            "{}\n",
            "GET / HTTP/1.1\r\n",
            "{\"version\":1,\"key\":\"Shop\"}",
            "{\"version\":1,\"key\":null}\n",
            "{\"version\":1,\"key\":\"Shop\",\"program\":\"/usr/bin/php\"}\n",
            &long,
            &deep,
        ] {
            let read = read::<TokenRequest>(line.as_bytes()).await;
            assert_eq!(read.unwrap_err().kind(), io::ErrorKind::InvalidData, "{line:.60}");
        }
        let newer = read::<TokenRequest>(&b"{\"version\":2,\"key\":\"Shop\"}\n"[..]).await;
        assert!(!newer.unwrap().unwrap().is_understood());
    }
}
