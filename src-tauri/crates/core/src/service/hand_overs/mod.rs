//! Giving a key to the person whose system needs it: the files, the sealed key, and the receipt code that shows that it
//! arrived.
//!
//! How a key was given is noted before the key leaves. After a crash or a full disk the list may say that somebody has a
//! key who never got it. That is safe: the person is told too early when the key is replaced. A key that left without a
//! note would be forgotten then.

mod receipts;
mod sender;
mod start;
mod view;

use std::sync::Arc;

use secrecy::ExposeSecret;
use zeroize::Zeroizing;

use super::deletions::Deletions;
use super::deps::{Deps, LazyStore, NovaPostClients, on_blocking_thread};
use super::parse_key::refuse_secrets;
use super::reconcile::Reconciler;
use super::replacements::can_be_named;
use super::{Keys, Rules};
use crate::clock::Clock;
use crate::hand_over::{
    FileRequest, NotSealed, RecipientKey, RenderedFile, receiver_info, seal, seal_with_passphrase,
};
use crate::keychain::Keychain;
use crate::model::{
    ApiEnvironment, Failure, FileProblem, HandOver, HandOverFile, HandOverId, HandOverMethod,
    KeyId, KeyRecord, Progress, Receiver, ReceiverInfo, Recipient,
};
use crate::nova_post::UKRAINE_CALLS;
use crate::secret::ApiKey;

pub use view::{FilePart, FilePreview, ReceiptCheck, RecipientKeyCheck, SealedKey};

/// Hands keys over.
pub struct HandOvers {
    store: Arc<LazyStore>,
    keychain: Keychain,
    clock: Arc<dyn Clock>,
    nova_post: Arc<NovaPostClients>,
    deletions: Arc<Deletions>,
    reconciler: Arc<Reconciler>,
    keys: Arc<Keys>,
    rules: Rules,
}

impl HandOvers {
    pub(super) fn new(deps: &Deps, reconciler: Arc<Reconciler>, keys: Arc<Keys>) -> Self {
        Self {
            store: Arc::clone(&deps.store),
            keychain: deps.keychain.clone(),
            clock: Arc::clone(&deps.clock),
            nova_post: Arc::clone(&deps.nova_post),
            deletions: Arc::clone(&deps.deletions),
            reconciler,
            keys,
            rules: deps.rules.clone(),
        }
    }

    /// The systems that need a key, and what each needs besides it.
    pub fn receivers() -> Result<Vec<ReceiverInfo>, Failure> {
        Receiver::ALL.into_iter().map(info_of).collect()
    }

    /// The hand-overs of a key, the newest first.
    pub async fn of(&self, key: &KeyId) -> Result<Vec<HandOver>, Failure> {
        self.store.get().await?.hand_overs(key).await
    }

    /// The people to whom keys were handed over, the latest first.
    pub async fn recipients(&self) -> Result<Vec<Recipient>, Failure> {
        self.store.get().await?.recipients().await
    }

    /// Deletes a hand-over with which the key was not given yet. Does nothing to another one: the list must say who has
    /// the key.
    pub async fn delete(&self, id: HandOverId) -> Result<(), Failure> {
        self.store.get().await?.delete_hand_over(id).await
    }

    /// What a file says, without the key.
    ///
    /// Fails with `not_found` if there is no such hand-over, and with `looks_like_key` if a comment has a key in it.
    pub async fn preview(
        &self,
        id: HandOverId,
        file: HandOverFile,
        comments: &[String],
    ) -> Result<FilePreview, Failure> {
        let made = self.render(id, file, comments, None).await?;
        Ok(match made {
            Ok(parts) => {
                let part = |part: RenderedFile| {
                    let text = part.expose().to_owned();
                    FilePart { name: part.path, text }
                };
                FilePreview::Made { parts: parts.into_iter().map(part).collect() }
            }
            Err(problem) => FilePreview::NotMade { problem },
        })
    }

    /// A file, with the key for `with_value`. This is noted before the file is returned.
    ///
    /// Fails as [`HandOvers::preview`] and [`Keys::secret_of`] do, and for `with_value` with `forbidden_by_policy` if
    /// the organization does not allow it. Then, and if the file can't be made, nothing is noted.
    pub async fn file(
        &self,
        id: HandOverId,
        file: HandOverFile,
        comments: &[String],
        with_value: bool,
        progress: &Progress,
    ) -> Result<Result<Vec<RenderedFile>, FileProblem>, Failure> {
        if with_value && !file.can_have_value() {
            return Ok(Err(FileProblem::NeverHasValue));
        }
        let without_key = self.render(id, file, comments, None).await?;
        if !with_value || without_key.is_err() {
            return Ok(without_key);
        }
        self.rules.check_values()?;
        let key = self.secret_for(id, progress).await?;
        let made = self.render(id, file, comments, Some(&key)).await?;
        if made.is_ok() {
            self.note(id, HandOverMethod::FileWithValue { file }, None).await?;
        }
        Ok(made)
    }

    /// What a text is that was pasted as a public key.
    #[must_use]
    pub fn check_recipient_key(text: &str) -> RecipientKeyCheck {
        match RecipientKey::parse(text) {
            Ok(key) => RecipientKeyCheck::Usable {
                kind: key.kind(),
                public_key: key.line(),
                fingerprint: key.fingerprint(),
            },
            Err(problem) => RecipientKeyCheck::NotUsable { problem },
        }
    }

    /// Seals the key to a public key, which is remembered for the recipient. This is noted before the sealed key is
    /// returned.
    ///
    /// Fails with `not_found` if there is no such hand-over, as [`Keys::secret_of`] does, and with `internal` if it is no
    /// public key: the window checks that before.
    pub async fn seal(
        &self,
        id: HandOverId,
        public_key: &str,
        progress: &Progress,
    ) -> Result<SealedKey, Failure> {
        let to = RecipientKey::parse(public_key)
            .map_err(|_| Failure::internal("recipient_key", &"not a public key"))?;
        let key = self.secret_for(id, progress).await?;
        let (method, line) = (HandOverMethod::Sealed { to: to.fingerprint() }, to.line());
        let text =
            on_blocking_thread(move || seal(key.expose(), &to).map_err(|error| not_sealed(&error)))
                .await?;
        let hand_over = self.note(id, method, Some(line)).await?;
        Ok(SealedKey { text, hand_over })
    }

    /// Seals the key with a new passphrase, and returns both. This is noted before. Takes about a second.
    ///
    /// Fails as [`HandOvers::seal`] does.
    pub async fn seal_with_passphrase(
        &self,
        id: HandOverId,
        progress: &Progress,
    ) -> Result<(SealedKey, Zeroizing<String>), Failure> {
        let key = self.secret_for(id, progress).await?;
        let sealed = on_blocking_thread(move || {
            seal_with_passphrase(key.expose()).map_err(|error| not_sealed(&error))
        })
        .await?;
        let hand_over = self.note(id, HandOverMethod::Passphrase, None).await?;
        let passphrase = Zeroizing::new(sealed.passphrase.expose_secret().to_owned());
        Ok((SealedKey { text: sealed.sealed, hand_over }, passphrase))
    }

    /// Whether a text is one sealed key as [`HandOvers::seal`] returns it.
    #[must_use]
    pub fn is_sealed(text: &str) -> bool {
        let mut lines = text.trim_end().lines();
        let is_armor = |line: &str| {
            line.len() <= 64
                && line.bytes().all(|b| b.is_ascii_alphanumeric() || b"+/=".contains(&b))
        };
        lines.next() == Some("-----BEGIN AGE ENCRYPTED FILE-----")
            && lines.next_back() == Some("-----END AGE ENCRYPTED FILE-----")
            && lines.all(is_armor)
    }

    /// Notes that the key was given in person.
    ///
    /// Fails with `forbidden_by_policy` if the organization does not allow it, and with `not_found` if there is no such
    /// hand-over.
    pub async fn note_in_person(&self, id: HandOverId) -> Result<HandOver, Failure> {
        self.rules.check_values()?;
        self.note(id, HandOverMethod::InPerson, None).await
    }

    /// The address of the API for the recipient: the one that the files have, and in Ukraine the one of all calls.
    ///
    /// Fails with `not_found` if there is no such hand-over.
    pub async fn address(&self, id: HandOverId) -> Result<String, Failure> {
        let environment = self.record(&self.get(id).await?.key).await?.environment;
        let base = self.nova_post.base_url(environment).as_str();
        Ok(match environment {
            ApiEnvironment::Sandbox | ApiEnvironment::Production => base.to_owned(),
            ApiEnvironment::Ukraine => format!("{base}{UKRAINE_CALLS}"),
        })
    }

    /// One hand-over. Fails with `not_found` if there is no such one.
    pub async fn get(&self, id: HandOverId) -> Result<HandOver, Failure> {
        let found = self.store.get().await?.hand_over(id).await?.ok_or(Failure::NotFound)?;
        if self.deletions.is_pending(&found.key) {
            return Err(Failure::NotFound);
        }
        Ok(found)
    }

    async fn note(
        &self,
        id: HandOverId,
        method: HandOverMethod,
        public_key: Option<String>,
    ) -> Result<HandOver, Failure> {
        let (store, now) = (self.store.get().await?, self.clock.now());
        let noted = store.note_handed_over(id, method, public_key, now, can_be_named).await?;
        noted.ok_or(Failure::NotFound)
    }

    /// The key of a hand-over.
    async fn secret_for(&self, id: HandOverId, progress: &Progress) -> Result<ApiKey, Failure> {
        let hand_over = self.get(id).await?;
        self.keys.secret_of(&hand_over.key, progress).await
    }

    async fn render(
        &self,
        id: HandOverId,
        file: HandOverFile,
        comments: &[String],
        key: Option<&ApiKey>,
    ) -> Result<Result<Vec<RenderedFile>, FileProblem>, Failure> {
        refuse_secrets(comments)?;
        let hand_over = self.get(id).await?;
        let record = self.record(&hand_over.key).await?;
        let request = FileRequest {
            receiver: &info_of(hand_over.receiver)?,
            environment: record.environment,
            base_url: self.nova_post.base_url(record.environment).as_str(),
            facts: &self.facts_of(&record).await?,
            comments,
        };
        Ok(request.render(file, key))
    }

    async fn record(&self, key: &KeyId) -> Result<KeyRecord, Failure> {
        self.store.get().await?.key(key).await?.ok_or(Failure::NotFound)
    }
}

fn info_of(receiver: Receiver) -> Result<ReceiverInfo, Failure> {
    receiver_info(receiver).map_err(|error| Failure::internal("receiver", &error.cause))
}

/// age names what failed, never the text.
fn not_sealed(error: &NotSealed) -> Failure {
    Failure::internal("seal_key", &format_args!("{error:?}"))
}
