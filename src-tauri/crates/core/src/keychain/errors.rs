//! What the errors of a credential store mean.

use std::time::Duration;

use keyring_core::Error;
use zeroize::Zeroize;

use crate::model::KeychainTrouble;

/// A service that can't show its password prompt reports it as dismissed at once. A person who
/// dismisses one has to see it first, and takes longer than this.
const PROMPT_WAS_SHOWN_AFTER: Duration = Duration::from_secs(1);

/// What `windows-native-keyring-store` 1.1 says, which does not export its error: this session has no
/// place for credentials, as where a policy forbids to store them.
const NO_SUCH_LOGON_SESSION: &str = "Windows ERROR_NO_SUCH_LOGON_SESSION";

/// What an error of an open store means, `took` after the operation began.
pub(super) fn meaning(error: &Error, took: Duration) -> KeychainTrouble {
    match error {
        Error::NoStorageAccess(cause) if has_no_default(cause.as_ref()) => {
            KeychainTrouble::NoDefault
        }
        Error::NoStorageAccess(cause)
            if is_dismissed_prompt(cause.as_ref()) && took >= PROMPT_WAS_SHOWN_AFTER =>
        {
            KeychainTrouble::Cancelled
        }
        Error::NoStorageAccess(cause) if cause.to_string() == NO_SUCH_LOGON_SESSION => {
            KeychainTrouble::BlockedByPolicy
        }
        Error::NoStorageAccess(_) => KeychainTrouble::Locked,
        Error::PlatformFailure(cause) => of_security_framework(cause.as_ref()),
        Error::NoDefaultStore => KeychainTrouble::Missing,
        _ => KeychainTrouble::Refused,
    }
}

/// A Secret Service without a default collection, as before its first use. There is nothing to
/// unlock; a collection has to be created.
#[cfg(target_os = "linux")]
fn has_no_default(cause: &(dyn std::error::Error + 'static)) -> bool {
    matches!(cause.downcast_ref(), Some(secret_service::Error::NoResult))
}

/// The Secret Service's password prompt ended without the password.
#[cfg(target_os = "linux")]
fn is_dismissed_prompt(cause: &(dyn std::error::Error + 'static)) -> bool {
    matches!(cause.downcast_ref(), Some(secret_service::Error::Prompt))
}

#[cfg(not(target_os = "linux"))]
fn has_no_default(_cause: &(dyn std::error::Error + 'static)) -> bool {
    false
}

#[cfg(not(target_os = "linux"))]
fn is_dismissed_prompt(_cause: &(dyn std::error::Error + 'static)) -> bool {
    false
}

/// What macOS says about a prompt: "Security Framework Result Codes" in Apple's documentation.
#[cfg(target_os = "macos")]
fn of_security_framework(cause: &(dyn std::error::Error + 'static)) -> KeychainTrouble {
    const USER_CANCELED: i32 = -128;
    const AUTH_FAILED: i32 = -25293;
    const INTERACTION_NOT_ALLOWED: i32 = -25308;
    match cause.downcast_ref().map(|error: &security_framework::base::Error| error.code()) {
        Some(USER_CANCELED) => KeychainTrouble::Cancelled,
        Some(AUTH_FAILED | INTERACTION_NOT_ALLOWED) => KeychainTrouble::Locked,
        _ => KeychainTrouble::Refused,
    }
}

#[cfg(not(target_os = "macos"))]
fn of_security_framework(_cause: &(dyn std::error::Error + 'static)) -> KeychainTrouble {
    KeychainTrouble::Refused
}

/// macOS has no connection to lose, and reports a prompt that the person has cancelled as this variant.
pub(super) fn may_be_a_lost_connection(error: &Error) -> bool {
    cfg!(not(target_os = "macos")) && matches!(error, Error::PlatformFailure(_))
}

/// The name of the error's variant, for the log.
pub(super) fn variant(error: &Error) -> &'static str {
    match error {
        Error::PlatformFailure(_) => "PlatformFailure",
        Error::NoStorageAccess(_) => "NoStorageAccess",
        Error::NoEntry => "NoEntry",
        Error::BadEncoding(_) => "BadEncoding",
        Error::BadDataFormat(..) => "BadDataFormat",
        Error::BadStoreFormat(_) => "BadStoreFormat",
        Error::TooLong(..) => "TooLong",
        Error::Invalid(..) => "Invalid",
        Error::Ambiguous(_) => "Ambiguous",
        Error::NoDefaultStore => "NoDefaultStore",
        Error::NotSupportedByStore(_) => "NotSupportedByStore",
        _ => "other",
    }
}

/// Wipes the bytes of the secret, which two variants hold.
pub(super) fn wipe(error: Error) {
    if let Error::BadEncoding(mut bytes) | Error::BadDataFormat(mut bytes, _) = error {
        bytes.zeroize();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_without_a_place_for_credentials_means_blocked_by_policy() {
        let error = Error::NoStorageAccess(NO_SUCH_LOGON_SESSION.into());
        assert_eq!(meaning(&error, Duration::ZERO), KeychainTrouble::BlockedByPolicy);
    }

    #[cfg(target_os = "linux")]
    mod secret_service_errors {
        use super::*;

        fn no_access(cause: secret_service::Error) -> Error {
            Error::NoStorageAccess(Box::new(cause))
        }

        #[test]
        fn a_prompt_that_the_person_closes_means_cancelled() {
            let dismissed = no_access(secret_service::Error::Prompt);
            assert_eq!(meaning(&dismissed, PROMPT_WAS_SHOWN_AFTER), KeychainTrouble::Cancelled);
        }

        #[test]
        fn a_prompt_that_could_not_be_shown_means_locked() {
            let dismissed = no_access(secret_service::Error::Prompt);
            assert_eq!(meaning(&dismissed, Duration::from_millis(20)), KeychainTrouble::Locked);
        }

        #[test]
        fn a_service_without_a_default_collection_has_no_default() {
            let none = no_access(secret_service::Error::NoResult);
            assert_eq!(meaning(&none, Duration::ZERO), KeychainTrouble::NoDefault);
        }

        #[test]
        fn a_locked_item_means_locked() {
            let locked = no_access(secret_service::Error::Locked);
            assert_eq!(meaning(&locked, PROMPT_WAS_SHOWN_AFTER), KeychainTrouble::Locked);
        }
    }
}
