//! No answer at all: what stopped the call → the one [`Failure`] it stands for.
//!
//! An error of reqwest carries the address, and with it the key. It ends here: nothing of it is
//! formatted or handed on.

use std::error::Error;
use std::io::{self, ErrorKind};

use crate::model::Failure;

/// What stopped a call before its answer began.
pub(super) fn fault(error: reqwest::Error) -> Failure {
    let error = error.without_url();
    if let Some(failure) = causes(&error).find_map(named) {
        failure
    } else if error.is_dns() {
        Failure::Offline
    } else if error.is_timeout() {
        Failure::TimedOut
    } else {
        Failure::Unreachable
    }
}

/// Whether the connection never came about, for a reason that may have passed a moment later.
pub(super) fn may_pass(error: &reqwest::Error) -> bool {
    error.is_connect()
        && !causes(error)
            .filter_map(named)
            .any(|failure| matches!(failure, Failure::TlsUntrusted | Failure::ProxyNeeded))
}

/// What stopped an answer after its status: it came too late, or is not whole.
pub(super) fn broken_off(error: &reqwest::Error, status: u16) -> Failure {
    if error.is_timeout() { Failure::TimedOut } else { Failure::AnswerUnreadable { status } }
}

/// The failure that a single cause names, if it does.
fn named(cause: &(dyn Error + 'static)) -> Option<Failure> {
    if let Some(tls) = cause.downcast_ref::<rustls::Error>() {
        return distrust(tls).then_some(Failure::TlsUntrusted);
    }
    if let Some(io) = cause.downcast_ref::<io::Error>() {
        return no_route(io.kind()).then_some(Failure::Offline);
    }
    wants_login(cause).then_some(Failure::ProxyNeeded)
}

/// The system's verifier reports its own troubles as `General` and `Other`: it could not trust.
fn distrust(error: &rustls::Error) -> bool {
    matches!(
        error,
        rustls::Error::InvalidCertificate(_)
            | rustls::Error::NoCertificatesPresented
            | rustls::Error::General(_)
            | rustls::Error::Other(_)
    )
}

fn no_route(kind: ErrorKind) -> bool {
    matches!(
        kind,
        ErrorKind::NetworkUnreachable | ErrorKind::HostUnreachable | ErrorKind::NetworkDown
    )
}

/// hyper-util does not export the error of a refused tunnel, so only its variant's name tells. A
/// test with a real proxy notices if the name changes.
fn wants_login(cause: &(dyn Error + 'static)) -> bool {
    cause.source().is_none() && format!("{cause:?}") == "ProxyAuthRequired"
}

/// An error and all its causes. An `io::Error` names the source of what it wraps and leaves out
/// the wrapped error itself, which is the one that matters here.
fn causes<'a>(error: &'a (dyn Error + 'static)) -> impl Iterator<Item = &'a (dyn Error + 'static)> {
    std::iter::successors(Some(error), |&cause: &&'a (dyn Error + 'static)| {
        match cause.downcast_ref::<io::Error>().and_then(io::Error::get_ref) {
            Some(wrapped) => Some(wrapped),
            None => cause.source(),
        }
    })
}

#[cfg(test)]
mod tests {
    use rustls::{AlertDescription, CertificateError};

    use super::*;

    /// What a cause says when it lies as deep as in a connection over TLS.
    fn named_within(cause: impl Into<Box<dyn Error + Send + Sync>>) -> Option<Failure> {
        let outermost = io::Error::other(io::Error::other(io::Error::other(cause)));
        causes(&outermost).find_map(named)
    }

    #[test]
    fn a_computer_without_a_route_is_offline() {
        for kind in
            [ErrorKind::NetworkUnreachable, ErrorKind::HostUnreachable, ErrorKind::NetworkDown]
        {
            assert_eq!(named_within(io::Error::from(kind)), Some(Failure::Offline), "{kind:?}");
        }
        assert_eq!(named_within(io::Error::from(ErrorKind::ConnectionRefused)), None);
    }

    #[test]
    fn a_certificate_that_is_not_trusted_says_so() {
        for error in [
            rustls::Error::InvalidCertificate(CertificateError::UnknownIssuer),
            rustls::Error::InvalidCertificate(CertificateError::Expired),
            rustls::Error::NoCertificatesPresented,
        ] {
            assert_eq!(named_within(error), Some(Failure::TlsUntrusted));
        }
    }

    #[test]
    fn a_handshake_that_fails_for_another_reason_is_not_a_matter_of_trust() {
        let error = rustls::Error::AlertReceived(AlertDescription::HandshakeFailure);
        assert_eq!(named_within(error), None);
    }
}
