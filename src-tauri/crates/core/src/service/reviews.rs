//! The yearly review: each key in use in turn, the list of the account, and a signature. The store has the state, so
//! it goes on where it was after a restart.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use serde::Serialize;
use ts_rs::TS;

use super::deletions::Deletions;
use super::deps::{Deps, LazyStore};
use super::parse_key::refuse_secrets;
use super::replacements::can_be_named;
use crate::clock::Clock;
use crate::model::{
    AccountAnswers, Failure, KeyAnswers, KeyId, Review, ReviewFacts, ReviewId, SignedReview,
};
use crate::phone;
use crate::store::ReviewDates;

/// How long after the last review, or after the first key was added, the next one is due.
const REVIEW_EVERY: TimeDelta = TimeDelta::days(365);

/// What the page of the review shows first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Reviewing {
    /// The review that is not signed yet; `None` if there is none.
    pub open: Option<Review>,
    /// The keys in use, in the order in which they are reviewed.
    pub in_use: Vec<KeyId>,
    /// From when the next review is due, UTC; `None` if no key is in use.
    pub due_from: Option<DateTime<Utc>>,
    /// The signed reviews, the newest first.
    pub signed: Vec<SignedReview>,
}

/// Reviews keys.
pub struct Reviews {
    store: Arc<LazyStore>,
    clock: Arc<dyn Clock>,
    deletions: Arc<Deletions>,
}

impl Reviews {
    pub(super) fn new(deps: &Deps) -> Self {
        Self {
            store: Arc::clone(&deps.store),
            clock: Arc::clone(&deps.clock),
            deletions: Arc::clone(&deps.deletions),
        }
    }

    /// The open review, the keys in use and the signed reviews.
    pub async fn overview(&self) -> Result<Reviewing, Failure> {
        let store = self.store.get().await?;
        let mut in_use = store.keys_in_use().await?;
        in_use.retain(|key| !self.deletions.is_pending(key));
        Ok(Reviewing {
            open: store.open_review().await?,
            due_from: due_from(store.review_dates().await?),
            signed: store.signed_reviews().await?,
            in_use,
        })
    }

    /// Starts a review. If one was started before and not signed, returns it.
    pub async fn start(&self) -> Result<Review, Failure> {
        let started = self.store.get().await?.start_review(self.clock.now()).await?;
        started.ok_or(Failure::NotFound)
    }

    /// What a review says of a key besides the answers, with all texts.
    ///
    /// Fails with `not_found` if the key is not recorded.
    pub async fn facts(&self, key: &KeyId) -> Result<ReviewFacts, Failure> {
        self.refuse_deleted(key)?;
        self.store.get().await?.review_facts(key).await?.ok_or(Failure::NotFound)
    }

    /// Notes the answers about a key, in place of earlier ones.
    ///
    /// Fails with `not_found` if the key is not recorded, or the review is signed or gone.
    pub async fn answer_key(
        &self,
        id: ReviewId,
        key: &KeyId,
        answers: KeyAnswers,
    ) -> Result<Review, Failure> {
        self.refuse_deleted(key)?;
        let (store, now) = (self.store.get().await?, self.clock.now());
        let noted = store.answer_review_key(id, key, answers, now, can_be_named).await?;
        noted.ok_or(Failure::NotFound)
    }

    /// Notes the answers about the account, in place of earlier ones.
    ///
    /// Fails with `not_found` if the review is signed or gone.
    pub async fn answer(&self, id: ReviewId, answers: AccountAnswers) -> Result<Review, Failure> {
        self.store.get().await?.answer_review(id, answers).await?.ok_or(Failure::NotFound)
    }

    /// Signs a review. Keys without an answer are noted as not reviewed. Digits that may be a phone number are left out
    /// of the name.
    ///
    /// Fails with `not_found` if the review is signed or gone, with `looks_like_key` if the name has a key in it, and
    /// with `internal` if it is empty: the window does not send that.
    pub async fn sign(&self, id: ReviewId, by: &str) -> Result<Review, Failure> {
        refuse_secrets([by])?;
        let mut by = by.trim().to_owned();
        if phone::may_hold_number(&by) {
            by.retain(|sign| !sign.is_numeric());
        }
        if by.trim().is_empty() {
            return Err(Failure::internal("sign_review", &"the name is empty"));
        }
        let (store, now) = (self.store.get().await?, self.clock.now());
        store.sign_review(id, by, now, can_be_named).await?.ok_or(Failure::NotFound)
    }

    /// Deletes a review that is not signed. What the person did with the keys stays.
    pub async fn discard(&self, id: ReviewId) -> Result<(), Failure> {
        self.store.get().await?.discard_review(id).await
    }

    /// One review, for its report. Fails with `not_found` if there is no such one.
    pub async fn get(&self, id: ReviewId) -> Result<Review, Failure> {
        self.store.get().await?.review(id).await?.ok_or(Failure::NotFound)
    }

    fn refuse_deleted(&self, key: &KeyId) -> Result<(), Failure> {
        if self.deletions.is_pending(key) { Err(Failure::NotFound) } else { Ok(()) }
    }
}

/// From when the next review is due. Without a key in use none is.
pub(super) fn due_from(dates: ReviewDates) -> Option<DateTime<Utc>> {
    let first = dates.first_key?;
    dates.last_signed.unwrap_or(first).checked_add_signed(REVIEW_EVERY)
}
