//! The closed list of what can go wrong (product: "Failure cards").
//!
//! A failure crosses to the window as a code and the data its card needs, never as a sentence. A
//! variant exists only if the window acts on it: each has a card in the catalogs.

use chrono::{DateTime, Utc};
use serde::Serialize;
use ts_rs::TS;

use crate::model::KeyId;

/// Why a use case did not succeed. Holds no secret, no phone number and no text of an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "code", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum Failure {
    /// Nova Post answers 400 to the number, or the number can't be sent at all.
    PhoneInvalid,
    /// A number of Ukraine (+380): refused before sending (spec: not supported).
    PhoneUkraine,
    /// 404: the number is not registered at my.novapost.com.
    ClientNotFound,
    /// 409: several accounts carry this number.
    SeveralClients,
    /// 429 on the request of a test key: one a day and person.
    DailyLimit {
        /// When asking again is surely allowed: the later of the next midnight UTC and in Kyiv.
        again_at: DateTime<Utc>,
        /// The key for this number that the service already has.
        key: Option<KeyId>,
    },
    /// 401 on authorization: unknown, expired or deactivated key.
    KeyRefused,
    /// 422 on authorization: not the form of a key.
    KeyMalformed,
    /// 403: this account may not do that.
    AccessForbidden,
    /// 429 on authorization: too many live tokens, or too many requests.
    TooManyTokens {
        /// Seconds to wait, where the answer said so (`Retry-After`).
        retry_after: Option<u32>,
    },
    /// 502, 503, 504.
    ServiceUnavailable {
        /// HTTP status.
        status: u16,
        /// Seconds to wait: `Retry-After` of the answer, or our own careful number.
        retry_after: u32,
    },
    /// Any other 5xx.
    ServiceError {
        /// HTTP status.
        status: u16,
    },
    /// HTML, broken or oversized JSON, missing or mistyped members, an unexpected status.
    AnswerUnreadable {
        /// HTTP status.
        status: u16,
    },
    /// An HTML page or another foreign answer, with any status: a portal that asks for a sign-in, a
    /// web filter. Something between this computer and Nova Post has answered.
    NetworkPage {
        /// HTTP status.
        status: u16,
    },
    /// Any 3xx: nothing of Nova Post redirects, so something in between does.
    RedirectRefused,
    /// No name resolution, no route: this computer is not online.
    Offline,
    /// Refused or reset.
    Unreachable,
    /// The certificate is not trusted by this computer.
    TlsUntrusted,
    /// 407: a proxy wants a name and a password.
    ProxyNeeded,
    /// No answer in time. Whether Nova Post has acted is unknown.
    TimedOut,
    /// The keychain is locked and was not unlocked.
    KeychainLocked,
    /// No keychain service runs here.
    KeychainMissing,
    /// The keychain has not answered; it may still do so.
    KeychainSlow,
    /// The person closed the keychain's password prompt.
    KeychainCancelled,
    /// A keychain service runs, but it has no default keychain yet.
    KeychainNoDefault,
    /// The keychain answered with a refusal, or gave back something else than was saved.
    KeychainRefused,
    /// A key arrived from Nova Post and the keychain did not take it. It is held in memory.
    SecretNotSaved {
        /// The key that waits to be saved again.
        key: KeyId,
        /// What the keychain did.
        cause: KeychainTrouble,
    },
    /// The data folder can't be written: disk full, or rights.
    StoreUnwritable,
    /// The store can't be read: damaged, or from a newer version.
    StoreUnreadable,
    /// This computer's clock is more than five minutes off the server's.
    ClockWrong {
        /// How far this computer is behind (positive) or ahead (negative), in minutes.
        minutes_behind: i64,
    },
    /// The token has expired, or there is none for this key.
    TokenExpired,
    /// There is no key that waits to be added: it was added, cancelled or replaced.
    NothingPending,
    /// What the window asked about no longer exists.
    NotFound,
    /// The mode changed, or the small window was used already, so the answer would be for a state
    /// that has ended.
    Superseded,
    /// An error of the program itself. The log has its cause.
    Internal {
        /// The operation that failed, as a name from the code: `join`, `random`, `seal`.
        what: String,
    },
    /// The clipboard of this computer did not take what was copied.
    ClipboardRefused,
    /// A second copy of the app was started; the first one's window comes to the front.
    AlreadyRunning,
}

/// The ways in which a keychain fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum KeychainTrouble {
    /// Locked, and not unlocked.
    Locked,
    /// No keychain service runs here.
    Missing,
    /// No answer yet.
    Slow,
    /// A refusal, or something else came back than was saved.
    Refused,
    /// The person closed the password prompt.
    Cancelled,
    /// The service has no default keychain yet.
    NoDefault,
}

impl Failure {
    /// An error of the program itself. Logs its cause, which must hold no secret.
    #[must_use]
    pub fn internal(what: &str, cause: &dyn std::fmt::Display) -> Self {
        tracing::error!(what, %cause, "internal error");
        Self::Internal { what: what.to_owned() }
    }
}

impl From<KeychainTrouble> for Failure {
    fn from(trouble: KeychainTrouble) -> Self {
        match trouble {
            KeychainTrouble::Locked => Self::KeychainLocked,
            KeychainTrouble::Missing => Self::KeychainMissing,
            KeychainTrouble::Slow => Self::KeychainSlow,
            KeychainTrouble::Refused => Self::KeychainRefused,
            KeychainTrouble::Cancelled => Self::KeychainCancelled,
            KeychainTrouble::NoDefault => Self::KeychainNoDefault,
        }
    }
}
