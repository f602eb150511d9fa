//! The receipt code: shows which key a recipient has.

use super::{HandOvers, ReceiptCheck};
use crate::hand_over::{ReceiptCode, receipt_commands};
use crate::model::{
    Failure, HandOver, HandOverId, KeyRecord, Progress, Receipt, ReceiptCommand, ReceiptResult,
    no_progress,
};
use crate::secret::ApiKey;
use crate::service::replacements::can_be_named;

impl HandOvers {
    /// The lines with which the recipient computes the receipt code.
    ///
    /// Fails with `not_found` if there is no such hand-over.
    pub async fn receipt_commands(&self, id: HandOverId) -> Result<Vec<ReceiptCommand>, Failure> {
        Ok(receipt_commands(&self.get(id).await?.word))
    }

    /// Compares a receipt code, as it was typed, with the key of a hand-over, and then with all other keys whose secret
    /// can be read without a password. After a code that was right no other is compared: its word is used once.
    ///
    /// Fails with `not_found` if there is no such hand-over, and as [`Keys::secret_of`] does. Then nothing is noted.
    ///
    /// [`Keys::secret_of`]: crate::service::Keys::secret_of
    pub async fn check_receipt(
        &self,
        id: HandOverId,
        typed: &str,
        progress: &Progress,
    ) -> Result<ReceiptCheck, Failure> {
        let Some(code) = ReceiptCode::parse(typed) else { return Ok(ReceiptCheck::NotACode) };
        let before = self.get(id).await?;
        if before.is_complete() {
            return Ok(ReceiptCheck::Checked { hand_over: before });
        }
        let key = self.keys.secret_of(&before.key, progress).await?;
        let result = if code.matches(&before.word, &key) {
            ReceiptResult::Complete
        } else {
            self.other_key(&before, code).await?.map_or(ReceiptResult::Unknown, |other| {
                ReceiptResult::OtherKey { key: other.id, last_four: other.last_four }
            })
        };
        let receipt = Receipt { at: self.clock.now(), result };
        let noted = self.store.get().await?.note_receipt(id, receipt, can_be_named).await?;
        Ok(ReceiptCheck::Checked { hand_over: noted.ok_or(Failure::NotFound)? })
    }

    /// The other key to which a code belongs. Keys that the keychain does not give now are left out.
    async fn other_key(
        &self,
        hand_over: &HandOver,
        code: ReceiptCode,
    ) -> Result<Option<KeyRecord>, Failure> {
        let unsaved = self.reconciler.state().all_unsaved();
        let is_it = |key: &ApiKey| code.matches(&hand_over.word, key);
        if let Some(found) = unsaved.into_iter().find(|unsaved| is_it(&unsaved.key)) {
            return Ok(Some(found.record));
        }
        let keychain = self.keychain.non_interactive();
        let records = self.store.get().await?.keys().await?;
        for record in records.into_iter().filter(|it| it.had_secret && it.id != hand_over.key) {
            match keychain.read(&record.id, &no_progress()).await {
                Ok(Some(key)) if is_it(&key) => return Ok(Some(record)),
                Ok(_) => {}
                Err(trouble) => {
                    tracing::warn!(?trouble, "a key is not compared with a receipt code");
                }
            }
        }
        Ok(None)
    }
}
