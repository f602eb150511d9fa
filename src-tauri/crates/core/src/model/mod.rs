//! The data types that every other module shares. Imports nothing from the rest of the crate.

mod affiliation;
mod backup;
mod connection;
mod failure;
mod guide;
mod hand_over;
mod history;
mod ids;
mod key;
mod key_request;
mod key_search;
mod leak;
mod mode;
mod progress;
mod receiver;
mod region;
mod register;
mod replacement;
mod review;
mod search;
mod token_permission;

pub use affiliation::{Affiliation, EmailForm, FormState};
pub use backup::{
    Backup, BackupId, BackupKey, BackupKind, BackupList, BackupPreview, MissingInBackup,
    RestoredBackup,
};
pub use connection::{
    CertificateTrust, ConnectionFinding, ConnectionLine, ConnectionTopic, ConnectionVerdict,
    HostCertificate, ProxySource,
};
pub use failure::{Failure, Forbidden, KeychainTrouble, ProxyReason};
pub use guide::{GuideName, GuideRun};
pub use hand_over::{
    FileProblem, HandOver, HandOverFile, HandOverMethod, Receipt, ReceiptCommand, ReceiptResult,
    ReceiptTool, Recipient, RecipientKeyKind, RecipientKeyProblem,
};
pub use history::{Actor, DetailField, HistoryEntry, HistoryEvent, SavedFile};
pub use ids::{
    AttemptId, HandOverId, KeyRequestId, LeakId, ReplacementId, ReplacementPlaceId, ReviewId, RunId,
};
pub use key::{
    ApiEnvironment, CheckResult, Company, KeyCheck, KeyId, KeyRecord, KeyStatus, Place, PlaceKind,
};
pub use key_request::{
    KeptKeyRequest, KeyRequest, KeyRequestProblem, RequestMember, RequestedDetail,
    RequesterStanding,
};
pub use key_search::{FoundAt, KeyForm};
pub use leak::{Leak, LeakCause};
pub use mode::Mode;
pub use progress::{Progress, Step, no_progress};
pub use receiver::{FieldValue, Receiver, ReceiverField, ReceiverInfo, SenderFacts};
pub use region::Region;
pub use register::{
    CHECK_COUNTS_FOR, DueTimes, ENDS_SOON, KeyDates, KeyDetails, KeyQuery, KeySort, KeyStanding,
    KeysView, StatusFilter,
};
pub use replacement::{Replacement, ReplacementPlace, ReplacementRefusal};
pub use review::{
    AccountAnswers, GivenKey, KeyAnswers, KeyHolder, KeyNeed, OrganizationsAnswer, PeopleAnswer,
    PortalAnswer, Review, ReviewAction, ReviewFacts, ReviewedKey, Signature, SignedReview,
    WebhooksAnswer,
};
pub use search::{KeyRemark, Period, SearchWord};
pub use token_permission::TokenPermission;
