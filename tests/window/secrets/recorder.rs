//! A proxy between the app and its practice server that keeps the answers: so a test learns the secrets that the
//! app never shows.

use std::io;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use test_driver::{Context, Error};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

type Answers = Arc<Mutex<Vec<u8>>>;

/// In bytes. More than any head or body of these calls, so that one read has all of it.
const CHUNK: usize = 64 * 1024;

/// Listens on loopback until its runtime ends.
pub(crate) struct Recorder {
    base_url: String,
    answers: Answers,
}

impl Recorder {
    /// Starts to listen and forwards to `base_url`.
    pub(crate) async fn before(base_url: &str) -> Result<Self, Error> {
        let address = base_url.trim_start_matches("http://").split('/').next().unwrap_or_default();
        let nova_post: SocketAddr = address.parse().context("the practice server's address")?;
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let own = listener.local_addr()?;
        let answers = Arc::new(Mutex::new(Vec::new()));
        let recorded = Arc::clone(&answers);
        tokio::spawn(async move {
            while let Ok((app, _)) = listener.accept().await {
                tokio::spawn(forward(app, own, nova_post, Arc::clone(&recorded)));
            }
        });
        Ok(Self { base_url: base_url.replace(address, &own.to_string()), answers })
    }

    pub(crate) fn base_url(&self) -> String {
        self.base_url.clone()
    }

    /// The value of this member in the last answer that had it. Fails if there is none.
    pub(crate) fn secret(&self, member: &str) -> Result<String, Error> {
        let answers = self.answers.lock().unwrap();
        let answers = String::from_utf8_lossy(&answers);
        let text = answers.rsplit_once(&format!("\"{member}\":\"")).map(|(_, rest)| rest);
        let text = text.and_then(|rest| rest.split('"').next()).unwrap_or_default();
        if text.len() < 16 {
            return Err(Error::new(format!("no answer had the member {member}")));
        }
        Ok(text.to_owned())
    }
}

async fn forward(app: TcpStream, own: SocketAddr, nova_post: SocketAddr, answers: Answers) {
    let Ok(stream) = TcpStream::connect(nova_post).await else { return };
    let (mut from_app, mut to_app) = app.into_split();
    let (mut from_nova_post, mut to_nova_post) = stream.into_split();
    // The practice server answers only requests whose host is its own address.
    let (own, nova_post) = (own.to_string(), nova_post.to_string());
    let asking = async {
        let mut buffer = vec![0; CHUNK];
        while let Ok(length @ 1..) = from_app.read(&mut buffer).await {
            let asked = String::from_utf8_lossy(&buffer[..length]).replace(&own, &nova_post);
            to_nova_post.write_all(asked.as_bytes()).await?;
        }
        to_nova_post.shutdown().await
    };
    let answering = async {
        let mut buffer = vec![0; CHUNK];
        while let Ok(length @ 1..) = from_nova_post.read(&mut buffer).await {
            answers.lock().unwrap().extend(&buffer[..length]);
            to_app.write_all(&buffer[..length]).await?;
        }
        to_app.shutdown().await
    };
    let _: (io::Result<()>, io::Result<()>) = tokio::join!(asking, answering);
}
