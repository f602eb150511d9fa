//! Handing a key over.

use tauri::{AppHandle, Manager, Runtime};

use keydesk_core::model::Progress;
use keydesk_core::service::{HandOvers, RegisterFile, refuse_secrets};

use super::pdf::save_pdf;
use super::{mode, service};
use crate::hand_over_files::{HandOverSaved, synchronized_by};
use crate::saved_lists::SavedLists;
use crate::services::Services;
use crate::types::{
    Failure, FilePreview, HandOver, HandOverFile, HandOverId, KeyId, PdfDocument, ReceiptCheck,
    ReceiptCommand, Receiver, ReceiverInfo, Recipient, RecipientKeyCheck, SavedList, SealedKey,
    SenderFacts,
};
use crate::windows::popup;
use crate::windows::shown::{Passphrase, Shown};

pub(super) async fn receivers<R: Runtime>(
    _app: &AppHandle<R>,
) -> Result<Vec<ReceiverInfo>, Failure> {
    HandOvers::receivers()
}

pub(super) async fn hand_overs<R: Runtime>(
    app: &AppHandle<R>,
    key: KeyId,
) -> Result<Vec<HandOver>, Failure> {
    service(app).await?.hand_overs.of(&key).await
}

pub(super) async fn hand_over_recipients<R: Runtime>(
    app: &AppHandle<R>,
) -> Result<Vec<Recipient>, Failure> {
    service(app).await?.hand_overs.recipients().await
}

pub(super) async fn start_hand_over<R: Runtime>(
    app: &AppHandle<R>,
    key: KeyId,
    receiver: Receiver,
    recipient: String,
) -> Result<HandOver, Failure> {
    service(app).await?.hand_overs.start(&key, receiver, &recipient).await
}

pub(super) async fn delete_hand_over<R: Runtime>(
    app: &AppHandle<R>,
    hand_over: HandOverId,
) -> Result<(), Failure> {
    service(app).await?.hand_overs.delete(hand_over).await
}

pub(super) async fn sender_facts<R: Runtime>(
    app: &AppHandle<R>,
    key: KeyId,
) -> Result<SenderFacts, Failure> {
    service(app).await?.hand_overs.sender_facts(&key).await
}

pub(super) async fn save_sender_facts<R: Runtime>(
    app: &AppHandle<R>,
    key: KeyId,
    facts: SenderFacts,
) -> Result<(), Failure> {
    service(app).await?.hand_overs.save_sender_facts(&key, facts).await
}

pub(super) async fn preview_hand_over_file<R: Runtime>(
    app: &AppHandle<R>,
    hand_over: HandOverId,
    file: HandOverFile,
    comments: Vec<String>,
) -> Result<FilePreview, Failure> {
    service(app).await?.hand_overs.preview(hand_over, file, &comments).await
}

/// Nothing is noted if the person has to agree to a synchronized folder first.
#[expect(clippy::too_many_arguments, reason = "the window passes each by its name")]
pub(super) async fn save_hand_over_file<R: Runtime>(
    app: &AppHandle<R>,
    hand_over: HandOverId,
    file: HandOverFile,
    comments: Vec<String>,
    name: String,
    with_value: bool,
    in_synchronized_folder: bool,
    progress: Progress,
) -> Result<HandOverSaved, Failure> {
    refuse_secrets([&name])?;
    let lists = app.state::<SavedLists>();
    if with_value
        && !in_synchronized_folder
        && let Some(service) = synchronized_by(lists.folder(), |name| std::env::var_os(name))
    {
        return Ok(HandOverSaved::SynchronizedFolder { service: service.to_owned() });
    }
    let service = service(app).await?;
    let made = service.hand_overs.file(hand_over, file, &comments, with_value, &progress).await?;
    match made {
        Ok(parts) => {
            let SavedList { folder, file, .. } = lists.save_parts(name, parts).await?;
            Ok(HandOverSaved::Saved { folder, file })
        }
        Err(problem) => Ok(HandOverSaved::NotMade { problem }),
    }
}

pub(super) async fn check_recipient_key<R: Runtime>(
    _app: &AppHandle<R>,
    text: String,
) -> Result<RecipientKeyCheck, Failure> {
    Ok(HandOvers::check_recipient_key(&text))
}

pub(super) async fn seal_key<R: Runtime>(
    app: &AppHandle<R>,
    hand_over: HandOverId,
    public_key: String,
    progress: Progress,
) -> Result<SealedKey, Failure> {
    service(app).await?.hand_overs.seal(hand_over, &public_key, &progress).await
}

/// The passphrase goes to the popup window only. Fails with `Superseded` if the mode has changed meanwhile.
pub(super) async fn seal_key_with_passphrase<R: Runtime>(
    app: &AppHandle<R>,
    hand_over: HandOverId,
    progress: Progress,
) -> Result<SealedKey, Failure> {
    let before = mode(app);
    let service = app.state::<Services>().open(before).await?;
    let (sealed, passphrase) =
        service.hand_overs.seal_with_passphrase(hand_over, &progress).await?;
    if mode(app) != before {
        return Err(Failure::Superseded);
    }
    let shown = Shown::Passphrase(Passphrase::new(passphrase));
    if !popup::open_reveal(app, before, shown) {
        return Err(Failure::internal("open_reveal", &"nobody can read the passphrase"));
    }
    Ok(sealed)
}

/// Fails with `not_found` if there is no such hand-over, and with `looks_like_key` if the text is no sealed key.
pub(super) async fn save_sealed_key<R: Runtime>(
    app: &AppHandle<R>,
    hand_over: HandOverId,
    text: String,
    name: String,
) -> Result<SavedList, Failure> {
    refuse_secrets([&name])?;
    service(app).await?.hand_overs.get(hand_over).await?;
    if !HandOvers::is_sealed(&text) {
        return Err(Failure::LooksLikeKey);
    }
    let file = RegisterFile { content: text, left_out: 0 };
    app.state::<SavedLists>().save(name, "age", file).await
}

pub(super) async fn note_handed_in_person<R: Runtime>(
    app: &AppHandle<R>,
    hand_over: HandOverId,
) -> Result<HandOver, Failure> {
    service(app).await?.hand_overs.note_in_person(hand_over).await
}

pub(super) async fn save_hand_over_sheet<R: Runtime>(
    app: &AppHandle<R>,
    name: String,
    text: String,
) -> Result<SavedList, Failure> {
    refuse_secrets([&name, &text])?;
    let file = RegisterFile { content: text, left_out: 0 };
    app.state::<SavedLists>().save(name, "txt", file).await
}

pub(super) async fn save_hand_over_sheet_pdf<R: Runtime>(
    app: &AppHandle<R>,
    name: String,
    document: PdfDocument,
) -> Result<SavedList, Failure> {
    save_pdf(app, name, document).await
}

pub(super) async fn hand_over_address<R: Runtime>(
    app: &AppHandle<R>,
    hand_over: HandOverId,
) -> Result<String, Failure> {
    service(app).await?.hand_overs.address(hand_over).await
}

pub(super) async fn receipt_commands<R: Runtime>(
    app: &AppHandle<R>,
    hand_over: HandOverId,
) -> Result<Vec<ReceiptCommand>, Failure> {
    service(app).await?.hand_overs.receipt_commands(hand_over).await
}

pub(super) async fn check_receipt<R: Runtime>(
    app: &AppHandle<R>,
    hand_over: HandOverId,
    code: String,
    progress: Progress,
) -> Result<ReceiptCheck, Failure> {
    service(app).await?.hand_overs.check_receipt(hand_over, &code, &progress).await
}
