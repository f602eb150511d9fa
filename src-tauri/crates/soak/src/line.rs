//! The line between a process and Nova Post: it passes everything on, tells what has come through,
//! and can hold a request or an answer back.

use std::io;
use std::net::SocketAddr;
use std::sync::mpsc::Sender;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

use crate::moment::{Moment, News};

/// More than any head or body of these calls, so that none is cut between two reads.
const CHUNK: usize = 64 * 1024;

/// Listens on loopback until it is dropped.
pub(crate) struct Line {
    base_url: String,
    listening: JoinHandle<()>,
}

#[derive(Clone)]
struct Watch {
    own: SocketAddr,
    nova_post: SocketAddr,
    hold: Option<Moment>,
    news: Sender<News>,
}

impl Line {
    /// A line to the Nova Post at this address, which holds back what `hold` names.
    pub(crate) async fn to(
        nova_post: &str,
        hold: Option<Moment>,
        news: Sender<News>,
    ) -> io::Result<Self> {
        let address = nova_post.trim_start_matches("http://").split('/').next().unwrap_or_default();
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let watch = Watch {
            own: listener.local_addr()?,
            nova_post: address.parse().map_err(io::Error::other)?,
            hold,
            news,
        };
        let base_url = nova_post.replace(address, &watch.own.to_string());
        let listening = tokio::spawn(async move {
            while let Ok((process, _)) = listener.accept().await {
                // A process that is killed breaks its connection: that is what this is for.
                let _ = watch.clone().pass_on(process).await;
            }
        });
        Ok(Self { base_url, listening })
    }

    pub(crate) fn base_url(&self) -> String {
        self.base_url.clone()
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        self.listening.abort();
    }
}

impl Watch {
    async fn pass_on(self, mut process: TcpStream) -> io::Result<()> {
        let mut nova_post = TcpStream::connect(self.nova_post).await?;
        let (mut asked, mut answered) = (vec![0; CHUNK], vec![0; CHUNK]);
        // The practice server takes only calls that name its own address as their host.
        let (own, theirs) = (self.own.to_string(), self.nova_post.to_string());
        loop {
            tokio::select! {
                read = process.read(&mut asked) => {
                    let length = read?;
                    if length == 0 {
                        return Ok(());
                    }
                    self.tell(Moment::RequestArrived).await;
                    let text = String::from_utf8_lossy(&asked[..length]).replace(&own, &theirs);
                    nova_post.write_all(text.as_bytes()).await?;
                }
                read = nova_post.read(&mut answered) => {
                    let length = read?;
                    if length == 0 {
                        return Ok(());
                    }
                    self.tell(Moment::AnswerSent).await;
                    process.write_all(&answered[..length]).await?;
                }
            }
        }
    }

    async fn tell(&self, moment: Moment) {
        // Whoever no longer listens has killed already.
        let _ = self.news.send(News::Reached(moment));
        if self.hold == Some(moment) {
            std::future::pending::<()>().await;
        }
    }
}
