//! Handing a key over. Answers `not_found` until the use cases are there.

use tauri::{AppHandle, Runtime};

use keydesk_core::model::Progress;

use crate::types::*;

pub(super) async fn receivers<R: Runtime>(
    _app: &AppHandle<R>,
) -> Result<Vec<ReceiverInfo>, Failure> {
    Err(Failure::NotFound)
}

pub(super) async fn hand_overs<R: Runtime>(
    _app: &AppHandle<R>,
    _key: KeyId,
) -> Result<Vec<HandOver>, Failure> {
    Err(Failure::NotFound)
}

pub(super) async fn hand_over_recipients<R: Runtime>(
    _app: &AppHandle<R>,
) -> Result<Vec<Recipient>, Failure> {
    Err(Failure::NotFound)
}

pub(super) async fn start_hand_over<R: Runtime>(
    _app: &AppHandle<R>,
    _key: KeyId,
    _receiver: Receiver,
    _recipient: String,
) -> Result<HandOver, Failure> {
    Err(Failure::NotFound)
}

pub(super) async fn delete_hand_over<R: Runtime>(
    _app: &AppHandle<R>,
    _hand_over: HandOverId,
) -> Result<(), Failure> {
    Err(Failure::NotFound)
}

pub(super) async fn sender_facts<R: Runtime>(
    _app: &AppHandle<R>,
    _key: KeyId,
) -> Result<SenderFacts, Failure> {
    Err(Failure::NotFound)
}

pub(super) async fn save_sender_facts<R: Runtime>(
    _app: &AppHandle<R>,
    _key: KeyId,
    _facts: SenderFacts,
) -> Result<(), Failure> {
    Err(Failure::NotFound)
}

pub(super) async fn preview_hand_over_file<R: Runtime>(
    _app: &AppHandle<R>,
    _hand_over: HandOverId,
    _file: HandOverFile,
    _comments: Vec<String>,
) -> Result<FilePreview, Failure> {
    Err(Failure::NotFound)
}

pub(super) async fn save_hand_over_file<R: Runtime>(
    _app: &AppHandle<R>,
    _hand_over: HandOverId,
    _file: HandOverFile,
    _comments: Vec<String>,
    _name: String,
    _with_value: bool,
    _in_synchronized_folder: bool,
    _progress: Progress,
) -> Result<HandOverSaved, Failure> {
    Err(Failure::NotFound)
}

pub(super) async fn check_recipient_key<R: Runtime>(
    _app: &AppHandle<R>,
    _text: String,
) -> Result<RecipientKeyCheck, Failure> {
    Err(Failure::NotFound)
}

pub(super) async fn seal_key<R: Runtime>(
    _app: &AppHandle<R>,
    _hand_over: HandOverId,
    _public_key: String,
    _progress: Progress,
) -> Result<SealedKey, Failure> {
    Err(Failure::NotFound)
}

pub(super) async fn seal_key_with_passphrase<R: Runtime>(
    _app: &AppHandle<R>,
    _hand_over: HandOverId,
    _progress: Progress,
) -> Result<SealedKey, Failure> {
    Err(Failure::NotFound)
}

pub(super) async fn save_sealed_key<R: Runtime>(
    _app: &AppHandle<R>,
    _hand_over: HandOverId,
    _text: String,
    _name: String,
) -> Result<SavedList, Failure> {
    Err(Failure::NotFound)
}

pub(super) async fn note_handed_in_person<R: Runtime>(
    _app: &AppHandle<R>,
    _hand_over: HandOverId,
) -> Result<HandOver, Failure> {
    Err(Failure::NotFound)
}

pub(super) async fn save_hand_over_sheet<R: Runtime>(
    _app: &AppHandle<R>,
    _name: String,
    _text: String,
) -> Result<SavedList, Failure> {
    Err(Failure::NotFound)
}

pub(super) async fn receipt_commands<R: Runtime>(
    _app: &AppHandle<R>,
    _hand_over: HandOverId,
) -> Result<Vec<ReceiptCommand>, Failure> {
    Err(Failure::NotFound)
}

pub(super) async fn check_receipt<R: Runtime>(
    _app: &AppHandle<R>,
    _hand_over: HandOverId,
    _code: String,
    _progress: Progress,
) -> Result<ReceiptCheck, Failure> {
    Err(Failure::NotFound)
}
