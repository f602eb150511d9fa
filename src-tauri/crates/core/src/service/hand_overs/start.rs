//! Starting to hand a key over.

use super::HandOvers;
use crate::hand_over::receipt_word;
use crate::model::{Failure, HandOver, KeyId, Receiver};
use crate::service::parse_key::refuse_secrets;
use crate::store::NewHandOver;

impl HandOvers {
    /// Starts to hand a key over. This gives nothing to anybody yet. The name of the recipient may be empty.
    ///
    /// Fails with `not_found` if the key is not recorded, and with `looks_like_key` if the name has a key in it.
    pub async fn start(
        &self,
        key: &KeyId,
        receiver: Receiver,
        recipient: &str,
    ) -> Result<HandOver, Failure> {
        self.start_with(key, receiver, recipient, None).await
    }

    /// As [`HandOvers::start`], and remembers this public key for the recipient.
    pub(in crate::service) async fn start_with(
        &self,
        key: &KeyId,
        receiver: Receiver,
        recipient: &str,
        public_key: Option<String>,
    ) -> Result<HandOver, Failure> {
        refuse_secrets([recipient])?;
        if self.deletions.is_pending(key) {
            return Err(Failure::NotFound);
        }
        let word = receipt_word().map_err(|_| Failure::internal("random", &"no random numbers"))?;
        let (key, recipient) = (key.clone(), recipient.trim().to_owned());
        let new = NewHandOver { key, receiver, recipient, public_key, word };
        let started = self.store.get().await?.start_hand_over(new, self.clock.now()).await?;
        started.ok_or(Failure::NotFound)
    }
}
