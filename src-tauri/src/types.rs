//! The types that `list.rs` names, imported once for the handler, the events and the bindings.

pub(crate) use keydesk_core::email::EmailVerdict;
pub(crate) use keydesk_core::hand_over::PdfDocument;
pub(crate) use keydesk_core::model::ConnectionLine;
pub(crate) use keydesk_core::model::{AccountAnswers, KeyAnswers, Review, ReviewFacts, ReviewId};
pub(crate) use keydesk_core::model::{
    Affiliation, ApiEnvironment, AttemptId, BackupId, BackupList, BackupPreview, EmailForm,
    Failure, GuideName, GuideRun, HandOver, HandOverFile, HandOverId, HistoryEntry, KeyDates,
    KeyDetails, KeyId, KeyQuery, KeysView, Leak, LeakCause, LeakId, Mode, Place, ReceiptCommand,
    Receiver, ReceiverInfo, Recipient, Replacement, ReplacementId, ReplacementPlaceId,
    RestoredBackup, RunId, SenderFacts, Step, TokenPermission,
};
pub(crate) use keydesk_core::model::{KeptKeyRequest, KeyRequest, KeyRequestId};
pub(crate) use keydesk_core::phone::{Country, Region, Verdict};
pub(crate) use keydesk_core::service::KeyRequestCheck;
pub(crate) use keydesk_core::service::{
    CheckProgress, CheckedKey, CheckedKeys, ClipboardCheck, FilePreview, Home, KeyCard, KeyPage,
    ListCheck, ListForm, ListImported, NewKey, NewestShipment, ReadAs, ReceiptCheck,
    RecipientKeyCheck, ReplacementStep, RequestedKey, SealedKey, TokenCard,
};
pub(crate) use keydesk_core::service::{KeySearchProgress, KeySearchResult};
pub(crate) use keydesk_core::service::{Reviewing, WebhookList};

pub(crate) use crate::connection_check::ConnectionReport;
pub(crate) use crate::email::{EmailDraft, EmailHandoff, SavedEmail};
pub(crate) use crate::hand_over_files::HandOverSaved;
pub(crate) use crate::links::Link;
pub(crate) use crate::practice::{
    NumberAdded, PracticeNumber, PracticeTime, SimulatedOutcome, TimeMove,
};
pub(crate) use crate::saved_lists::SavedList;
pub(crate) use crate::sealed::Sealed;
pub(crate) use crate::search_folders::SearchFolder;
pub(crate) use crate::token_question::{TokenAnswer, TokenQuestion};
pub(crate) use crate::update_view::UpdateState;
pub(crate) use crate::view::{
    ClipboardState, Copied, ImportedKey, Presenter, Revealed, Settings, StartInfo, StorageLocations,
};
