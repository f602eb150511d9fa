//! Which sign-in a proxy asks for.

use reqwest::header::{HeaderMap, HeaderValue, PROXY_AUTHENTICATE};

use crate::model::ProxyReason;

/// What the `Proxy-Authenticate` headers (RFC 9110) ask for. `None` if there are none.
///
/// Of all kinds of sign-in the app can do Basic only: the person has put a name and a password into the
/// proxy's address (`had_sign_in`), or can do so.
pub(in crate::nova_post) fn reason_of_challenges(
    headers: &HeaderMap,
    had_sign_in: bool,
) -> Option<ProxyReason> {
    let challenges = headers.get_all(PROXY_AUTHENTICATE);
    let schemes: Vec<String> = challenges
        .iter()
        .filter_map(|value| HeaderValue::to_str(value).ok())
        .flat_map(schemes)
        .collect();
    if schemes.is_empty() {
        None
    } else if !schemes.iter().any(|scheme| scheme.eq_ignore_ascii_case("basic")) {
        Some(ProxyReason::SignInUnsupported)
    } else if had_sign_in {
        Some(ProxyReason::SignInRefused)
    } else {
        Some(ProxyReason::SignIn)
    }
}

/// The names of the schemes in a header. Each challenge has a scheme and perhaps parameters, which are
/// separated by commas like the challenges themselves.
fn schemes(header: &str) -> Vec<String> {
    let mut is_quoted = false;
    let parts = header.split(|character: char| {
        is_quoted ^= character == '"';
        character == ',' && !is_quoted
    });
    parts
        .filter_map(|part| part.split_whitespace().next())
        .filter(|word| word.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-'))
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_in_that_the_app_cannot_do_is_recognized() {
        use ProxyReason::{SignIn, SignInUnsupported};

        for (challenges, reason) in [
            (&["Basic realm=\"proxy\""][..], Some(SignIn)),
            (&["basic"], Some(SignIn)),
            (&["NTLM"], Some(SignInUnsupported)),
            (&["Negotiate"], Some(SignInUnsupported)),
            (&["Negotiate TlRMTVNTUAAB"], Some(SignInUnsupported)),
            (&["Kerberos"], Some(SignInUnsupported)),
            (&["Digest realm=\"Basic\", nonce=\"a\", qop=\"auth\""], Some(SignInUnsupported)),
            (&["Digest realm=\"x, Basic y\", nonce=\"a\""], Some(SignInUnsupported)),
            (&["Bearer"], Some(SignInUnsupported)),
            (&["Negotiate", "NTLM"], Some(SignInUnsupported)),
            (&["Negotiate, NTLM"], Some(SignInUnsupported)),
            (&["Negotiate", "NTLM", "Basic realm=\"Firma\""], Some(SignIn)),
            (&["Negotiate, NTLM, Basic realm=\"Firma, Berlin\""], Some(SignIn)),
            (&["Digest realm=\"a\", nonce=\"b\", BASIC realm=\"c\""], Some(SignIn)),
            (&[], None),
            (&[""], None),
        ] {
            let headers = challenges.iter().map(|text| (PROXY_AUTHENTICATE, text.parse().unwrap()));
            let headers: HeaderMap = headers.fold(HeaderMap::new(), |mut map, (name, value)| {
                map.append(name, value);
                map
            });
            assert_eq!(reason_of_challenges(&headers, false), reason, "{challenges:?}");
            let refused = reason.map(|reason| match reason {
                SignIn => ProxyReason::SignInRefused,
                other => other,
            });
            assert_eq!(reason_of_challenges(&headers, true), refused, "{challenges:?}");
        }
    }
}
