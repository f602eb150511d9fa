//! A TLS server on loopback for any host name, with certificates of the tests' own authority.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::ops::Range;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, ready};

use rcgen::{
    BasicConstraints, CertificateParams, CertifiedIssuer, DnType, IsCa, KeyPair, date_time_ymd,
};
use reqwest::ClientBuilder;
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};
use rustls::{ServerConfig, SupportedProtocolVersion};
use tokio::io::{AsyncRead, AsyncWrite, AsyncWriteExt, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;
use tokio_rustls::TlsAcceptor;

use super::fault_server::{Act, read_request};

/// A certificate authority.
pub(super) struct Authority(CertifiedIssuer<'static, KeyPair>);

/// A server's certificate and private key.
pub(super) struct Certificate(CertificateDer<'static>, PrivateKeyDer<'static>);

/// A server that stops when dropped.
pub(super) struct SecureServer {
    pub(super) port: u16,
    requests: Arc<Mutex<Vec<Request>>>,
    wire: Arc<Mutex<Vec<u8>>>,
    task: JoinHandle<()>,
}

/// A request, and the server name (SNI) that the client sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Request {
    pub(super) server_name: Option<String>,
    pub(super) text: String,
}

/// Resolves every name to a port of this computer, and records the names.
#[derive(Clone, Default)]
pub(super) struct Resolver {
    port: u16,
    names: Arc<Mutex<Vec<String>>>,
}

impl Authority {
    pub(super) fn new() -> Self {
        Self::named("Test Authority")
    }

    /// An authority of this organization.
    pub(super) fn named(organization: &str) -> Self {
        let mut params = CertificateParams::default();
        params.distinguished_name.push(DnType::OrganizationName, organization);
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        Self(CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap())
    }

    /// Its own certificate.
    pub(super) fn certificate(&self) -> CertificateDer<'static> {
        self.0.der().clone()
    }

    /// Makes a client trust this authority in addition to the system's.
    pub(super) fn trusted(&self, client: ClientBuilder) -> ClientBuilder {
        client.tls_certs_merge([reqwest::Certificate::from_der(self.0.der()).unwrap()])
    }

    /// A certificate for these names that is valid in these years.
    pub(super) fn issue(&self, names: &[&str], years: Range<i32>) -> Certificate {
        let names: Vec<_> = names.iter().map(|&name| name.to_owned()).collect();
        let mut params = CertificateParams::new(names).unwrap();
        params.not_before = date_time_ymd(years.start, 1, 1);
        params.not_after = date_time_ymd(years.end, 1, 1);
        let private = KeyPair::generate().unwrap();
        let certificate = params.signed_by(&private, &self.0).unwrap();
        Certificate::new(certificate.der().clone(), &private)
    }
}

impl Certificate {
    /// A self-signed certificate.
    pub(super) fn self_signed(name: &str) -> Self {
        let generated = rcgen::generate_simple_self_signed([name.to_owned()]).unwrap();
        Self::new(generated.cert.der().clone(), &generated.signing_key)
    }

    fn new(certificate: CertificateDer<'static>, private: &KeyPair) -> Self {
        Self(certificate, PrivatePkcs8KeyDer::from(private.serialize_der()).into())
    }
}

impl SecureServer {
    /// Sends every client the same answer, over any version of TLS.
    pub(super) async fn start(certificate: Certificate, act: Act) -> Self {
        Self::with_versions(rustls::ALL_VERSIONS, certificate, act).await
    }

    /// Like [`SecureServer::start`], with these versions of TLS only.
    pub(super) async fn with_versions(
        versions: &[&'static SupportedProtocolVersion],
        Certificate(certificate, private): Certificate,
        act: Act,
    ) -> Self {
        let Act::Write(answer) = act else { panic!("a secure server only sends complete answers") };
        let config = ServerConfig::builder_with_protocol_versions(versions)
            .with_no_client_auth()
            .with_single_cert(vec![certificate], private)
            .unwrap();
        let acceptor = TlsAcceptor::from(Arc::new(config));
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let (requests, wire) = (Arc::new(Mutex::new(Vec::new())), Arc::default());
        let (received, bytes) = (Arc::clone(&requests), Arc::clone(&wire));
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let recorded = Recorded { stream, wire: Arc::clone(&bytes) };
                let (accepting, received) = (acceptor.accept(recorded), Arc::clone(&received));
                let answer = answer.clone();
                // A client that sends nothing, such as one of another test, does not delay the others.
                tokio::spawn(async move {
                    // A client that doesn't trust the certificate closes the connection.
                    let Ok(mut stream) = accepting.await else { return };
                    let server_name = stream.get_ref().1.server_name().map(str::to_owned);
                    let text = read_request(&mut stream).await;
                    received.lock().unwrap().push(Request { server_name, text });
                    // Errors are ignored: the client may have closed the connection.
                    let _ = stream.write_all(&answer).await;
                    let _ = stream.shutdown().await;
                });
            }
        });
        Self { port, requests, wire, task }
    }

    /// All requests so far.
    pub(super) fn requests(&self) -> Vec<Request> {
        self.requests.lock().unwrap().clone()
    }

    /// All bytes that came over the network, as an eavesdropper sees them.
    pub(super) fn wire(&self) -> Vec<u8> {
        self.wire.lock().unwrap().clone()
    }

    /// A resolver that resolves every name to this server.
    pub(super) fn resolver(&self) -> Resolver {
        Resolver { port: self.port, names: Arc::default() }
    }
}

impl Drop for SecureServer {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Resolver {
    pub(super) fn names(&self) -> Vec<String> {
        self.names.lock().unwrap().clone()
    }
}

impl Resolve for Resolver {
    fn resolve(&self, name: Name) -> Resolving {
        self.names.lock().unwrap().push(name.as_str().to_owned());
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, self.port));
        let addresses: Addrs = Box::new(std::iter::once(address));
        Box::pin(async { Ok(addresses) })
    }
}

/// A connection whose incoming bytes are recorded.
struct Recorded {
    stream: TcpStream,
    wire: Arc<Mutex<Vec<u8>>>,
}

impl AsyncRead for Recorded {
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

impl AsyncWrite for Recorded {
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
