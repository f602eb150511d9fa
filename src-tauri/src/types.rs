//! The types that `list.rs` names, imported once for the handler, the events and the bindings.

pub(crate) use keydesk_core::email::EmailVerdict;
pub(crate) use keydesk_core::model::{
    Affiliation, AttemptId, EmailForm, Failure, GuideName, GuideRun, KeyId, Mode, RunId, Step,
};
pub(crate) use keydesk_core::phone::{Country, Region, Verdict};
pub(crate) use keydesk_core::service::{
    ClipboardCheck, Home, KeyCard, NewKey, RequestedKey, TokenCard,
};

pub(crate) use crate::email::{EmailDraft, EmailHandoff, SavedEmail};
pub(crate) use crate::links::Link;
pub(crate) use crate::practice::{
    NumberAdded, PracticeNumber, PracticeTime, SimulatedOutcome, TimeMove,
};
pub(crate) use crate::sealed::Sealed;
pub(crate) use crate::view::{
    ClipboardState, Copied, ImportedKey, Presenter, Revealed, Settings, StartInfo, StorageLocations,
};
