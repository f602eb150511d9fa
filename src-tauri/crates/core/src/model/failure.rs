//! The closed list of failures.
//!
//! A failure crosses to the window as a code and the data that its card needs, never as a sentence.
//! A variant exists only if the window acts on it: each has a card in the catalogs. No variant is
//! used for something else than its name says.

use chrono::{DateTime, Utc};
use serde::Serialize;
use ts_rs::TS;

use crate::model::{ApiEnvironment, KeyId};

/// Why a use case failed. Holds no secret, no phone number and no text of an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "code", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum Failure {
    /// Nova Post answers 400 to the phone number, or the number can't be sent at all.
    PhoneInvalid,
    /// A Ukrainian number (+380). The app refuses it before sending, because the sandbox doesn't
    /// support it [NP-spec: POST /test-api-keys].
    PhoneUkraine,
    /// 404: the phone number is not registered at my.novapost.com.
    ClientNotFound,
    /// 409: several accounts have this phone number.
    SeveralClients,
    /// 429 to the request for a test key. The limit is one request per person and day.
    DailyLimit {
        /// When a new request is allowed: the later of the next midnights in UTC and in Kyiv.
        again_at: DateTime<Utc>,
        /// The key for this number that the app already has.
        key: Option<KeyId>,
    },
    /// 401 on authorization: the key is unknown, expired or deactivated.
    KeyRefused,
    /// The API of Ukraine says that the key has expired.
    KeyExpired,
    /// Its own environment has refused the key, and the other one accepts it.
    WrongEnvironment {
        /// The environment that accepts it.
        accepted_by: ApiEnvironment,
    },
    /// 422 on authorization: the text does not have the form of a key.
    KeyMalformed,
    /// 403 with Nova Post's JSON or without a body: the account is not allowed to do this.
    AccessForbidden,
    /// 429 on authorization: too many live tokens, or too many requests.
    TooManyTokens {
        /// Seconds to wait, if the answer has a `Retry-After` header.
        retry_after: Option<u32>,
    },
    /// 429 on a call of the API of Ukraine.
    TooManyRequests {
        /// Seconds to wait, if the answer has a `Retry-After` header.
        retry_after: Option<u32>,
    },
    /// The API of Ukraine answered `success: false` with an error that says nothing about the key.
    CallRefused {
        /// The first of its error codes, for support: up to 12 digits.
        error_code: Option<String>,
    },
    /// 502, 503 or 504, with Nova Post's JSON, with plain text or without a body.
    ServiceUnavailable {
        /// HTTP status.
        status: u16,
        /// Seconds to wait: the answer's `Retry-After` header, or a default.
        retry_after: u32,
    },
    /// Any other 5xx status, with Nova Post's JSON or without a body.
    ServiceError {
        /// HTTP status.
        status: u16,
    },
    /// Broken or oversized JSON, JSON in another form than Nova Post's, or an unexpected status.
    AnswerUnreadable {
        /// HTTP status.
        status: u16,
    },
    /// A page or a text that Nova Post does not send, with any status, or status 511. It comes from
    /// something between this computer and Nova Post, such as a sign-in portal or a web filter. Whether Nova Post has processed the
    /// request is unknown.
    NetworkPage {
        /// HTTP status.
        status: u16,
    },
    /// Any 3xx status. Nova Post doesn't redirect, so something in between does.
    RedirectRefused,
    /// The name can't be resolved, or there is no route: this computer is not online.
    Offline,
    /// The connection was refused, reset or lost. Whether Nova Post has processed the request is unknown.
    Unreachable,
    /// This computer does not trust the server's certificate, or has no trusted certificates.
    TlsUntrusted,
    /// The network lets requests out only through a proxy, which the app can't use as things are.
    ProxyNeeded {
        /// What the proxy needs.
        reason: ProxyReason,
    },
    /// No answer within the timeout. Whether Nova Post has processed the request is unknown.
    TimedOut,
    /// The keychain is locked, and no password prompt could unlock it.
    KeychainLocked,
    /// No keychain service runs on this computer.
    KeychainMissing,
    /// The keychain has not answered within the timeout. It may still do so.
    KeychainSlow,
    /// The person closed the keychain's password prompt.
    KeychainCancelled,
    /// A keychain service runs, but it has no default keychain yet.
    KeychainNoDefault,
    /// Windows lets this session save no credentials: an administrator's policy forbids it.
    KeychainBlockedByPolicy,
    /// The keychain refused the operation, or returned something else than was saved.
    KeychainRefused,
    /// The app has received a key and the keychain did not save it. The app keeps it in memory.
    SecretNotSaved {
        /// The key to save again.
        key: KeyId,
        /// Why the keychain did not save it.
        cause: KeychainTrouble,
    },
    /// The data folder can't be written: the disk is full, or rights are missing.
    StoreUnwritable,
    /// The store can't be read: its file is damaged, empty although it had data, or another program's.
    StoreUnreadable,
    /// A newer version of the app has written the store. Nothing is written to it.
    StoreNewer,
    /// This computer's clock differs from the server's by more than five minutes.
    ClockWrong {
        /// Minutes by which this computer's clock is behind (positive) or ahead (negative).
        minutes_behind: i64,
    },
    /// The token has expired, or there is none for this key.
    TokenExpired,
    /// There is no pending import: it was completed, cancelled or replaced.
    NothingPending,
    /// The key does not have the form of the chosen environment's keys, and the person was not asked
    /// about that.
    KeyFormUnusual {
        /// Its length in characters.
        length: usize,
    },
    /// A text that would be stored in clear has a key or a token in it.
    LooksLikeKey,
    /// The policy of the organization does not allow it.
    ForbiddenByPolicy {
        /// What it forbids.
        forbidden: Forbidden,
    },
    /// What the window refers to no longer exists.
    NotFound,
    /// The mode has changed, or the popup window was already used, so the answer would belong to a
    /// state that has ended.
    Superseded,
    /// An error of the program itself. The log has its cause.
    Internal {
        /// The name of the operation in the code: `join`, `random`, `seal`.
        what: String,
    },
    /// This computer's clipboard did not accept the copied text.
    ClipboardRefused,
    /// The desktop gives programs no clipboard.
    ClipboardMissing,
    /// The app was started a second time. The window of the first instance comes to the front.
    AlreadyRunning,
    /// The address for updates, one that it redirects to, or that of the new version's file is not https.
    UpdateAddressInsecure,
    /// The address for updates can't be reached, does not answer in time, or its server reports an error.
    UpdateUnreachable,
    /// This computer does not trust the certificate of the address for updates.
    UpdateUntrusted,
    /// The address for updates sends something that does not describe a new version, or a file that is too large.
    UpdateAnswerUnreadable {
        /// HTTP status.
        status: u16,
    },
    /// The address for updates offers no file for this kind of computer and installation.
    UpdateNoPackage,
    /// The version that is offered is older than the running one.
    UpdateOlder {
        /// The offered version, such as `0.1.0`.
        version: String,
    },
    /// The file of the new version ended early.
    UpdateIncomplete,
    /// The file of the new version has no signature, or one that the key in this copy did not make.
    UpdateSignatureWrong,
    /// A key is not saved yet, or a request is under way, so the app must not end now.
    UpdateNotNow,
    /// The person closed the system's question whether the file may be installed.
    UpdateNotAllowed,
    /// The system's package manager refused the file, or the installation did not end. The version before is still
    /// there.
    UpdateNotInstalled,
}

/// What a policy of the organization can forbid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Forbidden {
    /// The mode: practice, or the real account.
    Mode,
    /// Handing a key over in readable form.
    Values,
}

/// Why the app can't use the proxy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ProxyReason {
    /// It asks for a name and a password, and its address has none.
    SignIn,
    /// It does not accept the name and the password in its address.
    SignInRefused,
    /// It asks for a sign-in that the app can't do: NTLM, Negotiate (Kerberos), Digest.
    SignInUnsupported,
    /// There was no connection, and the system chooses its proxy with a script (PAC) or by automatic
    /// detection, which the app does not do.
    Script,
}

/// The ways in which a keychain fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum KeychainTrouble {
    /// It is locked, and no password prompt could unlock it.
    Locked,
    /// No keychain service runs on this computer.
    Missing,
    /// It has not answered within the timeout. It may still do so.
    Slow,
    /// It refused the operation, failed in an unknown way, or returned something else than was saved.
    Refused,
    /// The person closed the password prompt.
    Cancelled,
    /// The service has no default keychain yet.
    NoDefault,
    /// An administrator's policy forbids saving.
    BlockedByPolicy,
}

impl Failure {
    /// Makes a [`Failure::Internal`] and logs its cause, which must hold no secret.
    #[must_use]
    pub fn internal(what: &str, cause: &dyn std::fmt::Display) -> Self {
        tracing::error!(what, %cause, "internal error");
        Self::Internal { what: what.to_owned() }
    }
}

impl From<KeychainTrouble> for Failure {
    fn from(error: KeychainTrouble) -> Self {
        match error {
            KeychainTrouble::Locked => Self::KeychainLocked,
            KeychainTrouble::Missing => Self::KeychainMissing,
            KeychainTrouble::Slow => Self::KeychainSlow,
            KeychainTrouble::Refused => Self::KeychainRefused,
            KeychainTrouble::Cancelled => Self::KeychainCancelled,
            KeychainTrouble::NoDefault => Self::KeychainNoDefault,
            KeychainTrouble::BlockedByPolicy => Self::KeychainBlockedByPolicy,
        }
    }
}
