//! What the connection check finds. Data only: the window has the words.

use chrono::{DateTime, Utc};
use serde::Serialize;
use ts_rs::TS;

use super::Failure;

/// A line of the connection check. Holds no secret, no phone number and no user name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ConnectionLine {
    /// What was checked.
    pub topic: ConnectionTopic,
    /// How it is.
    pub verdict: ConnectionVerdict,
    /// What was found.
    pub found: ConnectionFinding,
}

/// What a line of the connection check is about, in the order of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ConnectionTopic {
    /// Resolving the names of Nova Post's servers.
    Names,
    /// A connection to the servers, or to the proxy.
    Route,
    /// The proxy, and whether it lets the app through.
    Proxy,
    /// The certificates of the servers.
    Certificates,
    /// This computer's clock.
    Clock,
    /// The answer of the sandbox.
    Sandbox,
    /// The answer of the production environment.
    Production,
    /// The answer of the API of Ukraine.
    Ukraine,
    /// The keychain.
    Keychain,
    /// Writing into the data folder.
    DataFolder,
    /// The free space of its disk.
    Disk,
    /// The web engine that shows the window.
    WebEngine,
}

/// How a line of the connection check is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ConnectionVerdict {
    /// Nothing is to do.
    Good,
    /// It works, or may work; the person should have a look.
    Look,
    /// It does not work.
    Bad,
}

/// What was found about a topic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "is", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum ConnectionFinding {
    /// The servers are on this computer, so it does not matter.
    OnThisComputer,
    /// There was no result in time.
    NoResult,
    /// It failed as a use case would.
    Failed {
        /// Why.
        failure: Failure,
    },
    /// All names were resolved.
    NamesFound,
    /// Names could not be resolved.
    NamesMissing {
        /// The hosts.
        hosts: Vec<String>,
    },
    /// The proxy resolves the names.
    NamesByProxy,
    /// All servers can be reached.
    RouteOpen,
    /// The proxy can be reached.
    RouteToProxy {
        /// Its host and port.
        proxy: String,
    },
    /// Servers, or the proxy, can't be reached.
    RouteClosed {
        /// Their hosts, with the port if that is not the usual one.
        hosts: Vec<String>,
        /// Why the first of them can't be reached: `offline`, `unreachable` or `timed_out`.
        failure: Failure,
    },
    /// No proxy is set.
    ProxyNone,
    /// A proxy is set, and lets the app through, as far as it can be asked.
    ProxyUsed {
        /// Its scheme, host and port.
        proxy: String,
        /// Where it is set.
        source: ProxySource,
    },
    /// A proxy is set, and refuses the connection.
    ProxyRefuses {
        /// Its scheme, host and port.
        proxy: String,
        /// Where it is set.
        source: ProxySource,
        /// What it needs.
        failure: Failure,
    },
    /// The system chooses a proxy by a script (PAC) or by automatic detection, which the app does not do.
    ProxyScript,
    /// The certificates that were shown.
    Certificates {
        /// One for each server.
        hosts: Vec<HostCertificate>,
    },
    /// The proxy is of a kind through which the check can't look at certificates.
    CertificatesUnseen,
    /// The clock is right, within five minutes.
    ClockRight,
    /// No server told its time.
    ClockUnknown,
    /// Nova Post answered.
    Answers,
    /// The keychain can be read.
    KeychainWorks,
    /// The data folder can be written.
    FolderWritable,
    /// The free space.
    DiskSpace {
        /// In megabytes (10⁶ bytes).
        megabytes: u64,
    },
    /// The version of the web engine.
    WebEngineVersion {
        /// As it calls itself.
        version: String,
    },
}

/// The certificate that a server showed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HostCertificate {
    /// The server's host.
    pub host: String,
    /// The organization that issued it, or its common name. `None` if the certificate can't be read.
    pub issuer: Option<String>,
    /// When it expires. `None` if the certificate can't be read.
    pub valid_until: Option<DateTime<Utc>>,
    /// Whether it is trusted.
    pub trust: CertificateTrust,
}

/// Whether a certificate is trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CertificateTrust {
    /// This computer trusts it, and so does the list of public authorities of Mozilla.
    Public,
    /// This computer trusts it because someone added the authority: an organization or a security program that opens
    /// encrypted connections.
    Added,
    /// It has expired by this computer's clock.
    Expired,
    /// It is not valid yet by this computer's clock.
    NotYetValid,
    /// It is for another host.
    OtherHost,
    /// This computer does not trust its issuer.
    UnknownIssuer,
    /// It is not trusted for another reason.
    Refused,
}

/// Where a proxy is set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ProxySource {
    /// The environment variables `HTTPS_PROXY` or `ALL_PROXY`.
    #[default]
    Variables,
    /// The settings of GNOME, or of a desktop that uses them.
    Gnome,
    /// The settings of KDE.
    Kde,
    /// The settings of Windows.
    Windows,
    /// The settings of macOS.
    Macos,
    /// The organization's policy.
    Policy,
}

impl ConnectionLine {
    /// A line.
    #[must_use]
    pub const fn new(
        topic: ConnectionTopic,
        verdict: ConnectionVerdict,
        found: ConnectionFinding,
    ) -> Self {
        Self { topic, verdict, found }
    }
}

impl HostCertificate {
    /// How the line of the certificates is because of this one.
    #[must_use]
    pub const fn verdict(&self) -> ConnectionVerdict {
        match self.trust {
            CertificateTrust::Public => ConnectionVerdict::Good,
            CertificateTrust::Added => ConnectionVerdict::Look,
            _ => ConnectionVerdict::Bad,
        }
    }
}
