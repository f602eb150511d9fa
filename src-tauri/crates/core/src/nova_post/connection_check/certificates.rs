//! The certificates that the servers show.
//!
//! A handshake is begun with a verifier that records the certificates and refuses each of them. So no connection is
//! ever made by it, and nothing is sent. Then two lists judge what was recorded: this computer's, and that of the
//! public authorities of Mozilla. A certificate that only the first one accepts is of an authority that
//! someone added to this computer.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, Utc};
use rustls::client::WebPkiServerVerifier;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::{CryptoProvider, aws_lc_rs};
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{
    CertificateError, ClientConfig, DigitallySignedStruct, RootCertStore, SignatureScheme,
};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use x509_cert::Certificate;
use x509_cert::der::asn1::{PrintableStringRef, TeletexStringRef, Utf8StringRef};
use x509_cert::der::oid::ObjectIdentifier;
use x509_cert::der::{Any, Decode};
use x509_cert::name::Name;

use super::Target;
use super::route::{all, place};
use crate::model::ConnectionFinding as Found;
use crate::model::ConnectionVerdict::{self, Bad, Good, Look};
use crate::model::{CertificateTrust, HostCertificate};
use crate::nova_post::proxy::open_tunnel;

/// Whom this computer trusts, and who is a public authority.
#[derive(Clone)]
pub struct Trust {
    system: Arc<dyn ServerCertVerifier>,
    public: Arc<dyn ServerCertVerifier>,
}

impl Trust {
    /// The system's trusted certificates. `None` if it has none. Blocks.
    pub(super) fn of_this_computer() -> Option<Self> {
        let system = rustls_platform_verifier::Verifier::new(provider())
            .inspect_err(|error| tracing::error!(%error, "no trusted certificates"))
            .ok()?;
        let public = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
        Some(Self { system: Arc::new(system), public: verifier(public)? })
    }

    /// For tests: the authorities that this computer trusts, and which of them are public. `None` if a list is empty.
    #[cfg(feature = "testing")]
    #[must_use]
    pub fn of(
        system: &[CertificateDer<'static>],
        public: &[CertificateDer<'static>],
    ) -> Option<Self> {
        let verifier_of = |authorities: &[CertificateDer<'static>]| {
            let mut roots = RootCertStore::empty();
            roots.add_parsable_certificates(authorities.iter().cloned());
            verifier(roots)
        };
        Some(Self { system: verifier_of(system)?, public: verifier_of(public)? })
    }

    fn judge(&self, chain: &Chain, host: &ServerName<'_>) -> CertificateTrust {
        let Some((server, others)) = chain.split_first() else { return CertificateTrust::Refused };
        let verify = |verifier: &dyn ServerCertVerifier| {
            verifier.verify_server_cert(server, others, host, &[], UnixTime::now())
        };
        match verify(&*self.system) {
            Ok(_) if verify(&*self.public).is_ok() => CertificateTrust::Public,
            Ok(_) => CertificateTrust::Added,
            Err(rustls::Error::InvalidCertificate(error)) => trust_of(&error),
            Err(_) => CertificateTrust::Refused,
        }
    }
}

fn verifier(roots: RootCertStore) -> Option<Arc<dyn ServerCertVerifier>> {
    let builder = WebPkiServerVerifier::builder_with_provider(Arc::new(roots), provider());
    builder.build().ok().map(|verifier| verifier as Arc<dyn ServerCertVerifier>)
}

fn trust_of(error: &CertificateError) -> CertificateTrust {
    match error {
        CertificateError::Expired | CertificateError::ExpiredContext { .. } => {
            CertificateTrust::Expired
        }
        CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. } => {
            CertificateTrust::NotYetValid
        }
        CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
            CertificateTrust::OtherHost
        }
        CertificateError::UnknownIssuer => CertificateTrust::UnknownIssuer,
        _ => CertificateTrust::Refused,
    }
}

/// The certificates of all servers with https.
pub(super) async fn certificates(targets: &[Target], trust: &Trust) -> (ConnectionVerdict, Found) {
    let secure: Vec<&Target> =
        targets.iter().filter(|target| target.url.scheme() == "https").collect();
    if secure.is_empty() {
        return (Good, Found::OnThisComputer);
    }
    let through_http =
        |target: &&Target| target.proxy.as_ref().is_none_or(|proxy| proxy.url().scheme() == "http");
    if !secure.iter().all(through_http) {
        return (Look, Found::CertificatesUnseen);
    }
    let seen = all(secure.iter().map(|target| {
        let (url, proxy) = (target.url.clone(), target.proxy.clone());
        async move {
            let stream = match &proxy {
                Some(proxy) => open_tunnel(proxy, &url).await?,
                None => TcpStream::connect(place(&url)).await.ok()?,
            };
            let host = ServerName::try_from(place(&url).0).ok()?;
            let chain = chain_of(stream, host.clone()).await?;
            Some((host, chain))
        }
    }));
    let hosts: Vec<HostCertificate> = secure
        .iter()
        .zip(seen.await)
        .filter_map(|(target, seen)| {
            let (host, chain) = seen?;
            Some(described(&target.host, &chain, trust.judge(&chain, &host)))
        })
        .collect();
    match hosts.iter().map(HostCertificate::verdict).max() {
        Some(verdict) => (verdict, Found::Certificates { hosts }),
        None => (Bad, Found::NoResult),
    }
}

fn described(host: &str, chain: &Chain, trust: CertificateTrust) -> HostCertificate {
    let certificate = chain.first().and_then(|der| Certificate::from_der(der).ok());
    let content = certificate.map(|certificate| certificate.tbs_certificate);
    HostCertificate {
        host: host.to_owned(),
        issuer: content.as_ref().and_then(|content| organization_of(&content.issuer)),
        valid_until: content.and_then(|content| {
            let since_1970 = content.validity.not_after.to_unix_duration();
            DateTime::<Utc>::from_timestamp(i64::try_from(since_1970.as_secs()).ok()?, 0)
        }),
        trust,
    }
}

/// The organization in a name, or else its common name (RFC 5280, 4.1.2.4).
fn organization_of(name: &Name) -> Option<String> {
    const ORGANIZATION: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.4.10");
    const COMMON_NAME: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.4.3");

    let attributes = || name.0.iter().flat_map(|part| part.0.iter());
    let text = |wanted| attributes().find(|it| it.oid == wanted).and_then(|it| text_of(&it.value));
    text(ORGANIZATION).or_else(|| text(COMMON_NAME)).filter(|text| !text.trim().is_empty())
}

fn text_of(value: &Any) -> Option<String> {
    let text = value
        .decode_as::<Utf8StringRef<'_>>()
        .map(|text| text.as_str().to_owned())
        .or_else(|_| value.decode_as::<PrintableStringRef<'_>>().map(|text| text.to_string()))
        .or_else(|_| value.decode_as::<TeletexStringRef<'_>>().map(|text| text.to_string()))
        .ok()?;
    // A name is shown in one line.
    Some(text.chars().filter(|it| !it.is_control()).take(64).collect())
}

/// A server's certificate, and those that it sent with it.
type Chain = Vec<CertificateDer<'static>>;

/// The certificates that a server shows. `None` if there is no answer in TLS.
async fn chain_of(stream: TcpStream, host: ServerName<'static>) -> Option<Chain> {
    let recorder = Arc::new(Recorder { provider: provider(), chain: Mutex::default() });
    let config = ClientConfig::builder_with_provider(provider())
        .with_safe_default_protocol_versions()
        .ok()?
        .dangerous()
        .with_custom_certificate_verifier(Arc::clone(&recorder) as Arc<dyn ServerCertVerifier>)
        .with_no_client_auth();
    // It always fails, because the recorder refuses every certificate.
    drop(TlsConnector::from(Arc::new(config)).connect(host, stream).await);
    recorder.chain.lock().unwrap_or_else(PoisonError::into_inner).take()
}

fn provider() -> Arc<CryptoProvider> {
    Arc::new(aws_lc_rs::default_provider())
}

/// Records the certificates of a handshake and refuses them.
struct Recorder {
    provider: Arc<CryptoProvider>,
    chain: Mutex<Option<Chain>>,
}

impl fmt::Debug for Recorder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Recorder")
    }
}

impl ServerCertVerifier for Recorder {
    fn verify_server_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        _: &[u8],
        _: UnixTime,
    ) -> Result<ServerCertVerified, rustls::Error> {
        let all = std::iter::once(end_entity).chain(intermediates);
        let chain = all.map(|certificate| certificate.clone().into_owned()).collect();
        *self.chain.lock().unwrap_or_else(PoisonError::into_inner) = Some(chain);
        Err(refused())
    }

    fn verify_tls12_signature(
        &self,
        _: &[u8],
        _: &CertificateDer<'_>,
        _: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        Err(refused())
    }

    fn verify_tls13_signature(
        &self,
        _: &[u8],
        _: &CertificateDer<'_>,
        _: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        Err(refused())
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.provider.signature_verification_algorithms.supported_schemes()
    }
}

fn refused() -> rustls::Error {
    rustls::Error::InvalidCertificate(CertificateError::ApplicationVerificationFailure)
}
