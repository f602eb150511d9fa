//! Sending a `WebDriver` command again when the connection to the driver breaks.
//!
//! tauri-driver keeps its connection to `WebKitWebDriver` open for the next command. When that connection was
//! closed in between, tauri-driver drops the command and closes its own connection without an answer.

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use fantoccini::Client;
use fantoccini::error::{CmdError, NewSessionError};

/// How often a command is sent before its failure is the test's failure.
const ATTEMPTS: usize = 5;

/// Long enough for tauri-driver to write down why it has closed the connection.
const PAUSE: Duration = Duration::from_millis(200);

/// What tauri-driver's log says of a command that was not sent to `WebKitWebDriver`.
const NOT_SENT: &str = "Canceled";

/// A `WebDriver` session, and the log of the driver that it goes through.
#[derive(Debug)]
pub(crate) struct Connection {
    client: Client,
    log: PathBuf,
}

impl Connection {
    pub(crate) fn new(client: Client, log: PathBuf) -> Self {
        Self { client, log }
    }

    pub(crate) fn client(&self) -> &Client {
        &self.client
    }

    /// Sends a command that can be repeated without harm, such as reading a text: again whenever the
    /// connection breaks.
    pub(crate) async fn read<T>(
        &self,
        mut command: impl AsyncFnMut() -> Result<T, CmdError>,
    ) -> Result<T, CmdError> {
        for _ in 1..ATTEMPTS {
            match command().await {
                Err(error) if is_broken(&error) => tokio::time::sleep(PAUSE).await,
                answer => return answer,
            }
        }
        command().await
    }

    /// Sends a command that must not be carried out twice, such as a click: again only if it was never sent
    /// to the window.
    pub(crate) async fn act<T>(
        &self,
        mut command: impl AsyncFnMut() -> Result<T, CmdError>,
    ) -> Result<T, CmdError> {
        for _ in 1..ATTEMPTS {
            let before = self.log().len();
            let answer = command().await;
            let Err(error) = &answer else { return answer };
            if !is_broken(error) {
                return answer;
            }
            tokio::time::sleep(PAUSE).await;
            let is_sent = !self.log().get(before..).unwrap_or_default().contains(NOT_SENT);
            if is_sent && !is_refused(error) {
                return answer;
            }
        }
        command().await
    }

    fn log(&self) -> String {
        fs::read_to_string(&self.log).unwrap_or_default()
    }
}

/// Whether the window itself has given no answer.
fn is_broken(error: &CmdError) -> bool {
    matches!(error, CmdError::Failed(_) | CmdError::FailedC(_) | CmdError::Lost(_))
}

/// Whether no connection was made at all.
fn is_refused(error: &CmdError) -> bool {
    matches!(error, CmdError::FailedC(cause) if cause.is_connect())
}

/// Whether the connection broke while a session was created. An empty answer says nothing about the
/// program either: a driver that could not start it says why.
pub(crate) fn is_broken_start(error: &NewSessionError) -> bool {
    match error {
        NewSessionError::Failed(_) | NewSessionError::FailedC(_) | NewSessionError::Lost(_) => true,
        NewSessionError::NotW3C(answer) => answer.as_str().is_some_and(str::is_empty),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;
    use std::net::SocketAddr;
    use std::path::Path;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use fantoccini::ClientBuilder;
    use hyper_util::client::legacy::connect::HttpConnector;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    use tokio::net::{TcpListener, TcpStream};

    use super::*;

    #[test]
    fn a_start_without_an_answer_is_broken_and_one_with_another_answer_is_not() {
        assert!(is_broken_start(&NewSessionError::NotW3C("".into())));
        assert!(!is_broken_start(&NewSessionError::NotW3C("no program".into())));
        assert!(!is_broken_start(&NewSessionError::NotW3C(serde_json::json!({}))));
    }

    /// A driver that closes the connection instead of answering the first command of each connection after
    /// the session was created.
    struct BrokenDriver {
        address: SocketAddr,
        commands: Arc<AtomicUsize>,
    }

    impl BrokenDriver {
        /// `said`: what it writes into its log when it closes a connection.
        async fn start(log: &Path, said: &'static str) -> Self {
            let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
            let address = listener.local_addr().unwrap();
            let commands = Arc::new(AtomicUsize::new(0));
            let (count, log) = (Arc::clone(&commands), log.to_owned());
            tokio::spawn(async move {
                while let Ok((mut stream, _)) = listener.accept().await {
                    while let Some(request) = read(&mut stream).await {
                        if request.contains("/title") && count.fetch_add(1, Ordering::SeqCst) == 0 {
                            let mut log = fs::File::options().append(true).open(&log).unwrap();
                            log.write_all(said.as_bytes()).unwrap();
                            break;
                        }
                        let value = if request.contains("/title") {
                            r#"{"value":"Key Desk"}"#
                        } else {
                            r#"{"value":{"sessionId":"1","capabilities":{}}}"#
                        };
                        let length = value.len();
                        let answer = format!(
                            "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\
                             content-length: {length}\r\n\r\n{value}"
                        );
                        stream.write_all(answer.as_bytes()).await.unwrap();
                    }
                }
            });
            Self { address, commands }
        }

        async fn connect(&self, log: &Path) -> Connection {
            let builder = ClientBuilder::new(HttpConnector::new());
            let client = builder.connect(&format!("http://{}", self.address)).await.unwrap();
            Connection::new(client, log.to_owned())
        }
    }

    /// The next request, if the connection has one.
    async fn read(stream: &mut TcpStream) -> Option<String> {
        let mut bytes = vec![0; 64 * 1024];
        let length = stream.read(&mut bytes).await.ok().filter(|length| *length > 0)?;
        Some(String::from_utf8_lossy(&bytes[..length]).into_owned())
    }

    #[tokio::test]
    async fn what_only_reads_is_sent_again_when_the_connection_breaks() {
        let log = tempfile::NamedTempFile::new().unwrap();
        let driver = BrokenDriver::start(log.path(), "IncompleteMessage").await;
        let connection = driver.connect(log.path()).await;
        let title = connection.read(async || connection.client().title().await).await;
        assert_eq!(title.unwrap(), "Key Desk");
        assert_eq!(driver.commands.load(Ordering::SeqCst), 2);
    }

    #[tokio::test]
    async fn what_may_have_been_done_is_not_sent_again() {
        let log = tempfile::NamedTempFile::new().unwrap();
        let driver = BrokenDriver::start(log.path(), "IncompleteMessage").await;
        let connection = driver.connect(log.path()).await;
        assert!(connection.act(async || connection.client().title().await).await.is_err());
        assert_eq!(driver.commands.load(Ordering::SeqCst), 1);
    }

    #[tokio::test]
    async fn what_was_never_sent_is_sent_again() {
        let log = tempfile::NamedTempFile::new().unwrap();
        let driver = BrokenDriver::start(log.path(), "Canceled").await;
        let connection = driver.connect(log.path()).await;
        let title = connection.act(async || connection.client().title().await).await;
        assert_eq!(title.unwrap(), "Key Desk");
    }
}
