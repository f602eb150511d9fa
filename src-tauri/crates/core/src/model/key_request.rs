//! A developer's request for a key, as it comes in a file or an email. Anybody can write one.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{ApiEnvironment, KeyRequestId, Receiver, RecipientKeyProblem};

/// A request for a key. Its texts are what somebody wrote: they are shown as plain text, and nothing follows from them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KeyRequest {
    /// The system that needs the key.
    pub system: Receiver,
    /// The environment that the key is for.
    pub environment: ApiEnvironment,
    /// What is needed besides the key.
    pub needs: Vec<RequestedDetail>,
    /// The name of the person who asks, in their own words.
    pub name: String,
    /// The person's public key, in the form in which `RecipientKey` writes it.
    pub public_key: String,
    /// What the person adds; may be empty, and may have line breaks.
    pub note: String,
}

/// What a developer asks for besides the key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RequestedDetail {
    /// The name of the company.
    CompanyName,
    /// The tax code of the company.
    TaxCode,
    /// The number of the contract under which Nova Post is paid.
    PayerContract,
    /// The name of the sender.
    SenderName,
    /// The sender's phone number.
    SenderPhone,
    /// The sender's email address.
    SenderEmail,
    /// The country from which parcels are sent.
    SenderCountry,
    /// The city from which parcels are sent.
    SenderCity,
    /// The division of Nova Post where parcels are dropped off.
    SenderDivision,
    /// The street address from which parcels are sent.
    SenderAddress,
}

/// A member of a request, under its name in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum RequestMember {
    /// The version of the format.
    KeyRequest,
    /// The system that needs the key.
    System,
    /// The environment that the key is for.
    Environment,
    /// What is needed besides the key.
    Needs,
    /// The name of the person who asks.
    Name,
    /// The person's public key.
    PublicKey,
    /// What the person adds.
    Note,
}

/// Why a text is not taken as a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum KeyRequestProblem {
    /// There is no text.
    Empty,
    /// The text is longer than any request.
    TooLong,
    /// The file has no text, or can't be read.
    NotText,
    /// It has a private key in it. Its owner must not give it to anybody.
    PrivateKey,
    /// It has a key of Nova Post or a token in it.
    HoldsSecret,
    /// It is no request.
    NotARequest,
    /// There are several different requests.
    Several,
    /// It is cut off or has a mistake in it.
    Damaged,
    /// It has the format of a newer version of the app.
    NewerVersion,
    /// It has a member that no request has.
    UnknownMember {
        /// The beginning of the member's name, of letters, digits and a few signs.
        name: String,
    },
    /// A member is missing or empty.
    Missing {
        /// Which one.
        member: RequestMember,
    },
    /// A member is of a wrong kind, such as a number instead of a text.
    WrongType {
        /// Which one.
        member: RequestMember,
    },
    /// A member is too long.
    MemberTooLong {
        /// Which one.
        member: RequestMember,
    },
    /// A text has characters that are not shown, or that change how others are shown.
    UnsafeText {
        /// Which one.
        member: RequestMember,
    },
    /// A member has a value that this version does not know.
    UnknownValue {
        /// Which one.
        member: RequestMember,
    },
    /// The system has no use for a key of this environment.
    NotForSystem {
        /// The system.
        system: Receiver,
        /// The environment.
        environment: ApiEnvironment,
    },
    /// The public key can't be used.
    PublicKey {
        /// Why not.
        problem: RecipientKeyProblem,
    },
}

/// What is known of the person whose name a request has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum RequesterStanding {
    /// Nobody with this name got a key before.
    Unknown,
    /// A person with this name and this public key is known.
    Known {
        /// The name under which the person is known.
        name: String,
        /// When the words of the public key were compared; `None` if that was not done.
        compared_at: Option<DateTime<Utc>>,
    },
    /// A person with this name is known, without a public key.
    KnownWithoutKey,
    /// A person with this name is known, with another public key. Somebody may be using the name.
    OtherKey {
        /// The fingerprint of the known key.
        known: String,
        /// Whether the words of the known key were compared.
        was_compared: bool,
    },
    /// A person with another name that looks alike is known. Somebody may be imitating the name.
    LooksLike {
        /// The known name.
        name: String,
    },
}

/// A request that waits for its key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KeptKeyRequest {
    /// Its id in the store.
    pub id: KeyRequestId,
    /// The request.
    pub request: KeyRequest,
    /// Since when it is kept, UTC.
    pub kept_at: DateTime<Utc>,
}
