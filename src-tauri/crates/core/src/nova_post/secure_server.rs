//! A server on loopback that speaks TLS under any name, with papers of an authority of the tests.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::ops::Range;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, ready};

use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair, date_time_ymd};
use reqwest::ClientBuilder;
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};
use rustls::{ServerConfig, SupportedProtocolVersion};
use tokio::io::{AsyncRead, AsyncWrite, AsyncWriteExt, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;
use tokio_rustls::TlsAcceptor;

use super::fault_server::{Act, read_request};

/// Vouches for servers.
pub(super) struct Authority(CertifiedIssuer<'static, KeyPair>);

/// What a server shows to prove who it is.
pub(super) struct Papers(CertificateDer<'static>, PrivateKeyDer<'static>);

/// The server. Ends when dropped.
pub(super) struct SecureServer {
    pub(super) port: u16,
    heard: Arc<Mutex<Vec<Heard>>>,
    wire: Arc<Mutex<Vec<u8>>>,
    task: JoinHandle<()>,
}

/// A request, and the name that the client called the server by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Heard {
    pub(super) name: Option<String>,
    pub(super) request: String,
}

/// Says that every name is a port of this computer, and notes what it was asked for.
#[derive(Clone, Default)]
pub(super) struct Names {
    port: u16,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Authority {
    pub(super) fn new() -> Self {
        let mut params = CertificateParams::default();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        Self(CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap())
    }

    /// Lets a client trust this authority beside those that the system trusts.
    pub(super) fn trusted(&self, client: ClientBuilder) -> ClientBuilder {
        client.tls_certs_merge([reqwest::Certificate::from_der(self.0.der()).unwrap()])
    }

    /// Papers for a server of these names, from the first of these years to the last.
    pub(super) fn vouch(&self, names: &[&str], years: Range<i32>) -> Papers {
        let names: Vec<_> = names.iter().map(|&name| name.to_owned()).collect();
        let mut params = CertificateParams::new(names).unwrap();
        params.not_before = date_time_ymd(years.start, 1, 1);
        params.not_after = date_time_ymd(years.end, 1, 1);
        let private = KeyPair::generate().unwrap();
        let certificate = params.signed_by(&private, &self.0).unwrap();
        Papers::new(certificate.der().clone(), &private)
    }
}

impl Papers {
    /// Papers that a server has made for itself.
    pub(super) fn of_its_own(name: &str) -> Self {
        let made = rcgen::generate_simple_self_signed([name.to_owned()]).unwrap();
        Self::new(made.cert.der().clone(), &made.signing_key)
    }

    fn new(certificate: CertificateDer<'static>, private: &KeyPair) -> Self {
        Self(certificate, PrivatePkcs8KeyDer::from(private.serialize_der()).into())
    }
}

impl SecureServer {
    /// Answers everybody in the same way, over any version of TLS there is.
    pub(super) async fn start(papers: Papers, act: Act) -> Self {
        Self::speaking(rustls::ALL_VERSIONS, papers, act).await
    }

    /// Speaks only these versions of TLS.
    pub(super) async fn speaking(
        versions: &[&'static SupportedProtocolVersion],
        Papers(certificate, private): Papers,
        act: Act,
    ) -> Self {
        let Act::Write(answer) = act else { panic!("it can only answer") };
        let config = ServerConfig::builder_with_protocol_versions(versions)
            .with_no_client_auth()
            .with_single_cert(vec![certificate], private)
            .unwrap();
        let acceptor = TlsAcceptor::from(Arc::new(config));
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let (heard, wire) = (Arc::new(Mutex::new(Vec::new())), Arc::default());
        let (noted, tapped) = (Arc::clone(&heard), Arc::clone(&wire));
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let tapped = Tapped { stream, wire: Arc::clone(&tapped) };
                // Whoever doesn't trust the papers hangs up.
                let Ok(mut stream) = acceptor.accept(tapped).await else { continue };
                let name = stream.get_ref().1.server_name().map(str::to_owned);
                let request = read_request(&mut stream).await;
                noted.lock().unwrap().push(Heard { name, request });
                let _ = stream.write_all(&answer).await;
                let _ = stream.shutdown().await;
            }
        });
        Self { port, heard, wire, task }
    }

    /// Everything that has been asked.
    pub(super) fn heard(&self) -> Vec<Heard> {
        self.heard.lock().unwrap().clone()
    }

    /// What somebody sees who listens on the way.
    pub(super) fn wire(&self) -> Vec<u8> {
        self.wire.lock().unwrap().clone()
    }

    /// A directory in which every name is this server's.
    pub(super) fn under_any_name(&self) -> Names {
        Names { port: self.port, asked: Arc::default() }
    }
}

impl Drop for SecureServer {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Names {
    pub(super) fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }
}

impl Resolve for Names {
    fn resolve(&self, name: Name) -> Resolving {
        self.asked.lock().unwrap().push(name.as_str().to_owned());
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, self.port));
        let addresses: Addrs = Box::new(std::iter::once(address));
        Box::pin(async { Ok(addresses) })
    }
}

/// A connection of which everything that comes in is noted.
struct Tapped {
    stream: TcpStream,
    wire: Arc<Mutex<Vec<u8>>>,
}

impl AsyncRead for Tapped {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        read: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let before = read.filled().len();
        ready!(Pin::new(&mut self.stream).poll_read(context, read))?;
        self.wire.lock().unwrap().extend_from_slice(&read.filled()[before..]);
        Poll::Ready(Ok(()))
    }
}

impl AsyncWrite for Tapped {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write(context, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
