//! Maps a request without a complete answer to its [`Failure`].
//!
//! An error of reqwest holds the URL, and with it the key. It is neither formatted nor passed on.

use std::error::Error;
use std::io::{self, ErrorKind};

use super::NovaPost;
use super::proxy::{ProxySettings, refusal_of_tunnel};
use crate::model::{Failure, ProxyReason};

/// The failure of a request that got no answer.
pub(super) async fn request_failure(error: reqwest::Error, nova_post: &NovaPost) -> Failure {
    let error = error.without_url();
    let known = failure_before_sending(&error, error.is_connect());
    if known == Some(Failure::TlsUntrusted) {
        return Failure::TlsUntrusted;
    }
    let settings = nova_post.proxy_settings();
    if error.is_connect()
        && let Some(failure) = refusal_of_proxy(&error, &settings, nova_post).await
    {
        return failure;
    }
    if let Some(failure) = known {
        failure
    } else if error.is_connect() && settings.script {
        Failure::ProxyNeeded { reason: ProxyReason::Script }
    } else if error.is_dns() {
        Failure::Offline
    } else if error.is_timeout() {
        Failure::TimedOut
    } else {
        Failure::Unreachable
    }
}

/// What the proxy said, if one was asked.
async fn refusal_of_proxy(
    error: &reqwest::Error,
    settings: &ProxySettings,
    nova_post: &NovaPost,
) -> Option<Failure> {
    let target = nova_post.base.call("");
    let proxy = settings.proxy_for(&target)?;
    let socks_reason = causes(error).find_map(socks_sign_in);
    // A password that was refused is not sent again: a few wrong ones can lock a person's account.
    let sends_sign_in = !causes(error).any(is_proxy_sign_in);
    match socks_reason {
        Some(reason) if proxy.has_sign_in() => Some(Failure::ProxyNeeded { reason }),
        Some(_) => Some(Failure::ProxyNeeded { reason: ProxyReason::SignIn }),
        None => refusal_of_tunnel(proxy, &target, &nova_post.limits, sends_sign_in).await,
    }
}

/// The failure that says that nothing was sent, or `None`. Only a connection that was not made is certain
/// not to have carried the request: if the network goes away later, Nova Post may have processed it.
fn failure_before_sending(error: &(dyn Error + 'static), is_connect: bool) -> Option<Failure> {
    causes(error).filter(|_| is_connect).find_map(failure_of_cause)
}

/// Whether no connection was made, for a reason that may be gone shortly afterwards.
pub(super) fn is_transient(error: &reqwest::Error) -> bool {
    error.is_connect()
        && !causes(error)
            .filter_map(failure_of_cause)
            .any(|failure| matches!(failure, Failure::TlsUntrusted | Failure::ProxyNeeded { .. }))
}

/// Whether no connection was made because this computer does not trust the server's certificate.
pub(crate) fn is_untrusted(error: &reqwest::Error) -> bool {
    failure_before_sending(error, error.is_connect()) == Some(Failure::TlsUntrusted)
}

/// The failure of an answer whose body is late or incomplete.
pub(super) fn body_failure(error: &reqwest::Error, status: u16) -> Failure {
    if error.is_timeout() { Failure::TimedOut } else { Failure::AnswerUnreadable { status } }
}

/// The failure that a single cause shows, or `None`.
fn failure_of_cause(cause: &(dyn Error + 'static)) -> Option<Failure> {
    if let Some(tls) = cause.downcast_ref::<rustls::Error>() {
        return is_certificate_error(tls).then_some(Failure::TlsUntrusted);
    }
    if let Some(io) = cause.downcast_ref::<io::Error>() {
        return is_offline(io.kind()).then_some(Failure::Offline);
    }
    is_proxy_sign_in(cause).then_some(Failure::ProxyNeeded { reason: ProxyReason::SignIn })
}

/// The system's certificate verifier reports its own errors as `General` and `Other`. In both cases
/// the certificate was not verified.
fn is_certificate_error(error: &rustls::Error) -> bool {
    matches!(
        error,
        rustls::Error::InvalidCertificate(_)
            | rustls::Error::NoCertificatesPresented
            | rustls::Error::General(_)
            | rustls::Error::Other(_)
    )
}

fn is_offline(kind: ErrorKind) -> bool {
    matches!(
        kind,
        ErrorKind::NetworkUnreachable | ErrorKind::HostUnreachable | ErrorKind::NetworkDown
    )
}

/// hyper-util does not export the error of a refused tunnel, so its variant is recognized by name. A
/// test with a real proxy fails if the name changes.
fn is_proxy_sign_in(cause: &(dyn Error + 'static)) -> bool {
    cause.source().is_none() && format!("{cause:?}") == "ProxyAuthRequired"
}

/// Why a SOCKS proxy did not accept the name and the password. Like [`is_proxy_sign_in`], by name.
fn socks_sign_in(cause: &(dyn Error + 'static)) -> Option<ProxyReason> {
    match format!("{cause:?}").as_str() {
        "V5(Auth(Failed))" => Some(ProxyReason::SignInRefused),
        "V5(Auth(Unsupported))" | "V5(Auth(MethodMismatch))" => {
            Some(ProxyReason::SignInUnsupported)
        }
        _ => None,
    }
}

/// An error and all its causes. The `source` of an `io::Error` skips the error that it wraps, which
/// is the one that matters here.
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

    /// The failure of a cause that is wrapped as deeply as in a connection over TLS.
    fn failure_within(cause: impl Into<Box<dyn Error + Send + Sync>>) -> Option<Failure> {
        let outermost = io::Error::other(io::Error::other(io::Error::other(cause)));
        causes(&outermost).find_map(failure_of_cause)
    }

    #[test]
    fn a_computer_without_a_route_is_offline() {
        for kind in
            [ErrorKind::NetworkUnreachable, ErrorKind::HostUnreachable, ErrorKind::NetworkDown]
        {
            assert_eq!(failure_within(io::Error::from(kind)), Some(Failure::Offline), "{kind:?}");
        }
        assert_eq!(failure_within(io::Error::from(ErrorKind::ConnectionRefused)), None);
    }

    #[test]
    fn a_network_that_goes_away_after_the_request_was_sent_does_not_mean_that_nothing_was_sent() {
        for cause in [
            io::Error::from(ErrorKind::NetworkUnreachable),
            io::Error::from(ErrorKind::HostUnreachable),
            io::Error::from(ErrorKind::NetworkDown),
            io::Error::other(rustls::Error::General("broken record".to_owned())),
        ] {
            let error = io::Error::other(cause);
            assert_eq!(failure_before_sending(&error, false), None, "{error:?}");
            assert!(failure_before_sending(&error, true).is_some(), "{error:?}");
        }
    }

    #[test]
    fn an_untrusted_certificate_is_reported_as_such() {
        for error in [
            rustls::Error::InvalidCertificate(CertificateError::UnknownIssuer),
            rustls::Error::InvalidCertificate(CertificateError::Expired),
            rustls::Error::NoCertificatesPresented,
        ] {
            assert_eq!(failure_within(error), Some(Failure::TlsUntrusted));
        }
    }

    #[test]
    fn another_handshake_error_is_not_reported_as_an_untrusted_certificate() {
        let error = rustls::Error::AlertReceived(AlertDescription::HandshakeFailure);
        assert_eq!(failure_within(error), None);
    }
}
