//! Stands between the app and its Nova Post, passes everything on and remembers the answers: how a
//! test learns secrets that the app never tells.

use std::io;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use test_driver::{Context, Error};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

type Heard = Arc<Mutex<Vec<u8>>>;

/// More than any head or body of these calls, so that none is cut between two reads.
const CHUNK: usize = 64 * 1024;

/// Listens on loopback until its runtime ends.
pub(crate) struct Recorder {
    base_url: String,
    answers: Heard,
}

impl Recorder {
    /// Begins to listen, and passes on to `base_url`.
    pub(crate) async fn before(base_url: &str) -> Result<Self, Error> {
        let address = base_url.trim_start_matches("http://").split('/').next().unwrap_or_default();
        let nova_post: SocketAddr = address.parse().context("the practice server's address")?;
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let own = listener.local_addr()?;
        let answers = Arc::new(Mutex::new(Vec::new()));
        let heard = Arc::clone(&answers);
        tokio::spawn(async move {
            while let Ok((app, _)) = listener.accept().await {
                tokio::spawn(pass_on(app, own, nova_post, Arc::clone(&heard)));
            }
        });
        Ok(Self { base_url: base_url.replace(address, &own.to_string()), answers })
    }

    pub(crate) fn base_url(&self) -> String {
        self.base_url.clone()
    }

    /// The text that the last answer with this member had in it.
    pub(crate) fn heard(&self, member: &str) -> Result<String, Error> {
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

async fn pass_on(app: TcpStream, own: SocketAddr, nova_post: SocketAddr, heard: Heard) {
    let Ok(stream) = TcpStream::connect(nova_post).await else { return };
    let (mut from_app, mut to_app) = app.into_split();
    let (mut from_nova_post, mut to_nova_post) = stream.into_split();
    // The practice server takes only calls that name its own address as their host.
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
            heard.lock().unwrap().extend(&buffer[..length]);
            to_app.write_all(&buffer[..length]).await?;
        }
        to_app.shutdown().await
    };
    let _: (io::Result<()>, io::Result<()>) = tokio::join!(asking, answering);
}
