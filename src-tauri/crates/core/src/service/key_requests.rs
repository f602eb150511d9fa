//! Developers' requests for a key: who asks, what is known of that person, and the hand-over that follows.
//!
//! Anybody can write a request, so nothing in it is believed. What is known of a person comes from earlier hand-overs, and
//! that a public key is the person's own only from four words that were compared by phone.

use std::sync::Arc;

use serde::Serialize;
use ts_rs::TS;

use super::deps::{Deps, LazyStore, on_blocking_thread};
use super::{HandOvers, refuse_secrets};
use crate::clock::Clock;
use crate::hand_over::{
    RecipientKey, four_words, look_alike, read_key_request, read_key_request_file,
    write_key_request,
};
use crate::model::{
    Failure, HandOver, KeptKeyRequest, KeyId, KeyRequest, KeyRequestId, KeyRequestProblem,
    RecipientKeyKind, RequesterStanding,
};

/// More requests are not kept.
const MOST_KEPT: u32 = 20;

/// What a text or a file is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum KeyRequestCheck {
    /// It is a request.
    Readable {
        /// The request, and what is known of the person.
        found: Box<CheckedKeyRequest>,
    },
    /// It is none, or not one that can be used.
    NotReadable {
        /// Why not.
        problem: KeyRequestProblem,
    },
}

/// A request, and what is known of the person who asks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CheckedKeyRequest {
    /// The request. Everything in it is what somebody wrote.
    pub request: KeyRequest,
    /// What is known of a person with this name.
    pub standing: RequesterStanding,
    /// The kind of the public key.
    pub kind: RecipientKeyKind,
    /// The fingerprint of the public key.
    pub fingerprint: String,
    /// The four words of the public key.
    pub words: Vec<String>,
    /// Whether the request is kept.
    pub is_kept: bool,
}

/// Reads developers' requests.
pub struct KeyRequests {
    store: Arc<LazyStore>,
    clock: Arc<dyn Clock>,
    hand_overs: Arc<HandOvers>,
}

impl KeyRequests {
    pub(super) fn new(deps: &Deps, hand_overs: Arc<HandOvers>) -> Self {
        let (store, clock) = (Arc::clone(&deps.store), Arc::clone(&deps.clock));
        Self { store, clock, hand_overs }
    }

    /// What a pasted text is.
    pub async fn check_text(&self, text: &str) -> Result<KeyRequestCheck, Failure> {
        self.check(read_key_request(text)).await
    }

    /// What a file is.
    pub async fn check_file(&self, bytes: &[u8]) -> Result<KeyRequestCheck, Failure> {
        self.check(read_key_request_file(bytes)).await
    }

    /// What is known now of the person of a request that was read before.
    pub async fn check_again(&self, request: &KeyRequest) -> Result<KeyRequestCheck, Failure> {
        // The window sends it back: it is validated as if it came from outside.
        self.check(read_key_request(&write_key_request(request))).await
    }

    /// Notes that the person compared the four words by phone, and remembers the public key for the name. Returns what is
    /// known then.
    pub async fn note_words_compared(
        &self,
        request: &KeyRequest,
    ) -> Result<KeyRequestCheck, Failure> {
        let checked = self.check_again(request).await?;
        if let KeyRequestCheck::Readable { found } = &checked {
            let name = name_of(found).to_owned();
            let (key, now) = (found.request.public_key.clone(), self.clock.now());
            self.store.get().await?.note_words_compared(name, key, now).await?;
        }
        self.check_again(request).await
    }

    /// Keeps a request until its key exists.
    pub async fn keep(&self, request: &KeyRequest) -> Result<KeyRequestCheck, Failure> {
        let checked = self.check_again(request).await?;
        if let KeyRequestCheck::Readable { found } = &checked {
            let store = self.store.get().await?;
            store.keep_key_request(&found.request, MOST_KEPT, self.clock.now()).await?;
        }
        self.check_again(request).await
    }

    /// The requests that are kept, the newest first.
    pub async fn kept(&self) -> Result<Vec<KeptKeyRequest>, Failure> {
        self.store.get().await?.key_requests().await
    }

    /// Deletes a kept request.
    pub async fn delete(&self, id: KeyRequestId) -> Result<(), Failure> {
        self.store.get().await?.delete_key_request(id).await
    }

    /// Deletes a request if it is kept.
    pub async fn forget(&self, request: &KeyRequest) -> Result<(), Failure> {
        self.store.get().await?.forget_key_request(request).await
    }

    /// Starts to hand a key over to the person who asks, with the public key of the request. The request is no longer kept
    /// then. Returns `None` if the name is known with another public key, or looks like a known name, and the words were
    /// not compared.
    ///
    /// Fails as [`HandOvers::start`] does.
    pub async fn start(
        &self,
        request: &KeyRequest,
        key: &KeyId,
    ) -> Result<Option<HandOver>, Failure> {
        let KeyRequestCheck::Readable { found } = self.check_again(request).await? else {
            return Ok(None);
        };
        if must_be_compared(&found.standing) {
            return Ok(None);
        }
        let store = self.store.get().await?;
        let record = store.key(key).await?.ok_or(Failure::NotFound)?;
        if record.environment != found.request.environment {
            return Err(Failure::internal("key_request", &"a key of another environment"));
        }
        let (system, public_key) = (found.request.system, found.request.public_key.clone());
        let name = name_of(&found);
        let started = self.hand_overs.start_with(key, system, name, Some(public_key)).await?;
        store.forget_key_request(&found.request).await?;
        Ok(Some(started))
    }

    async fn check(
        &self,
        read: Result<KeyRequest, KeyRequestProblem>,
    ) -> Result<KeyRequestCheck, Failure> {
        let request = match read {
            Ok(request) if refuse_secrets([&request.name, &request.note]).is_err() => {
                return Ok(KeyRequestCheck::NotReadable {
                    problem: KeyRequestProblem::HoldsSecret,
                });
            }
            Ok(request) => request,
            Err(problem) => return Ok(KeyRequestCheck::NotReadable { problem }),
        };
        let key = match RecipientKey::parse(&request.public_key) {
            Ok(key) => key,
            Err(problem) => {
                let problem = KeyRequestProblem::PublicKey { problem };
                return Ok(KeyRequestCheck::NotReadable { problem });
            }
        };
        let (kind, fingerprint) = (key.kind(), key.fingerprint());
        let words = on_blocking_thread(move || Ok(four_words(&key))).await?;
        let standing = self.standing(&request).await?;
        let is_kept = self.kept().await?.iter().any(|kept| kept.request == request);
        let words = words.map(str::to_owned).to_vec();
        let found = CheckedKeyRequest { request, standing, kind, fingerprint, words, is_kept };
        Ok(KeyRequestCheck::Readable { found: Box::new(found) })
    }

    async fn standing(&self, request: &KeyRequest) -> Result<RequesterStanding, Failure> {
        let known = self.store.get().await?.recipients().await?;
        let owners = known.iter().filter(|person| person.public_key == request.public_key);
        let exact = owners.clone().find(|person| person.name == request.name);
        // Somebody who writes their own name in another way is the same person.
        let looks_like = |name: &str| look_alike(&request.name, [name]).is_some();
        if let Some(person) = exact.or_else(|| owners.clone().find(|it| looks_like(&it.name))) {
            let (name, compared_at) = (person.name.clone(), person.compared_at);
            return Ok(RequesterStanding::Known { name, compared_at });
        }
        if let Some(person) = known.iter().find(|person| person.name == request.name) {
            let Ok(key) = RecipientKey::parse(&person.public_key) else {
                return Ok(RequesterStanding::KnownWithoutKey);
            };
            let was_compared = person.compared_at.is_some();
            return Ok(RequesterStanding::OtherKey { known: key.fingerprint(), was_compared });
        }
        let names = known.iter().map(|person| person.name.as_str());
        Ok(match look_alike(&request.name, names) {
            Some(name) => RequesterStanding::LooksLike { name: name.to_owned() },
            None => RequesterStanding::Unknown,
        })
    }
}

/// The name under which the person is known, else the one of the request.
fn name_of(found: &CheckedKeyRequest) -> &str {
    match &found.standing {
        RequesterStanding::Known { name, .. } => name,
        _ => &found.request.name,
    }
}

/// Whether a hand-over waits until the words were compared.
const fn must_be_compared(standing: &RequesterStanding) -> bool {
    matches!(standing, RequesterStanding::OtherKey { .. } | RequesterStanding::LooksLike { .. })
}
