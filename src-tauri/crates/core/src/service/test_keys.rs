//! Requests a test key: record the intent, call Nova Post, save the key in the keychain, read it back,
//! record it in the store.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::deps::{Deps, KeyChangeLock, LazyStore, NovaPostClients};
use super::outcome::outcome;
use super::reconcile::{Reconciler, Stage, UnsavedKey};
use super::{KeyCard, Keys, RequestedKey};
use crate::clock::Clock;
use crate::keychain::Keychain;
use crate::model::{
    ApiEnvironment, AttemptId, Failure, KeyId, KeyRecord, KeyStatus, Progress, Step,
};
use crate::nova_post::{TestKey, clock_off};
use crate::phone::{self, PhoneNumber, Region, Verdict};
use crate::store::{Answer, NewAttempt, Refusal, Store};

/// Requests test keys by phone number.
pub struct TestKeys {
    store: Arc<LazyStore>,
    keychain: Keychain,
    nova_post: Arc<NovaPostClients>,
    clock: Arc<dyn Clock>,
    key_change: Arc<KeyChangeLock>,
    reconciler: Arc<Reconciler>,
    keys: Arc<Keys>,
}

impl TestKeys {
    pub(super) fn new(deps: &Deps, reconciler: Arc<Reconciler>, keys: Arc<Keys>) -> Self {
        Self {
            store: Arc::clone(&deps.store),
            keychain: deps.keychain.clone(),
            nova_post: Arc::clone(&deps.nova_post),
            clock: Arc::clone(&deps.clock),
            key_change: Arc::clone(&deps.key_change),
            reconciler,
            keys,
        }
    }

    /// Requests the test key of the person with this phone number and saves it.
    ///
    /// `second_look`: the person has confirmed a number that needs a second look.
    ///
    /// Fails with `secret_not_saved` if Nova Post gave a key that the keychain did not take. The key
    /// is in memory then.
    pub async fn request(
        &self,
        input: &str,
        country: Option<Region>,
        second_look: bool,
        progress: &Progress,
    ) -> Result<RequestedKey, Failure> {
        let number = sendable(input, country, second_look)?;
        let _no_other_change = self.key_change.lock().await;

        progress(Step::NotingDown);
        let sandbox = self.nova_post.sandbox().await?;
        let store = self.store.get().await?;
        let id = KeyId::random();
        let attempt = store.intend(intent(&id, &number, self.clock.now())).await?;

        progress(Step::AskingNovaPost);
        let answered = match sandbox.create_test_key(&number.digits).await {
            Ok(answered) => answered,
            Err(failure) => return Err(self.refused(store, attempt, &number, failure).await),
        };

        let local = self.clock.now();
        let now = answered.server_time.unwrap_or(local);
        let warning = answered
            .server_time
            .and_then(|server| clock_off(server, local))
            .map(|minutes_behind| Failure::ClockWrong { minutes_behind });
        let answer = answered.value;

        let known = self.reconciler.state().unsaved_same_as(&answer.key);
        let unsaved = |record| {
            let key = answer.key.clone();
            let attempt = Some(attempt);
            UnsavedKey { key, record, attempt, run: None, stage: Stage::Saving }
        };
        let new = new_record(id.clone(), &number, &answer, local);
        self.reconciler.state().add_unsaved(unsaved(new.clone()));
        // The next start needs the answer if this one crashes before the record. Without it the key is
        // safe too, and requesting it again brings it back, so a failure here must not stop the saving.
        if let Err(failure) = store.note_answer(attempt, note(&answer)).await {
            tracing::warn!(?failure, "the answer to a request is not noted");
        }

        let known = match known {
            Some(record) => Some(record),
            None => self.find_same_key(store, &number, &answer, progress).await,
        };
        let known_until = known.as_ref().and_then(|record| record.valid_until);
        let outcome = outcome(&answer, known_until, now);
        let other = match known {
            Some(_) => None,
            None => logged(store.test_key_of(number.digits.as_str()).await).flatten(),
        };
        let record = match known {
            Some(record) => renewed(record, &answer),
            None => match self.id_of_earlier_attempt(store, &number, &answer, progress).await {
                Some(earlier) => KeyRecord { id: earlier, ..new },
                None => new,
            },
        };
        let saved_as = record.id.clone();
        self.reconciler.state().rename_unsaved(&id, unsaved(record));
        let recorded = self.reconciler.save(&saved_as, progress).await?;
        let replaced = self.replaced(store, other).await;
        Ok(RequestedKey { key: self.keys.recorded_card(recorded), outcome, replaced, warning })
    }

    /// Adds "ask again" to the Home page, from the moment when Nova Post surely allows it.
    pub async fn remind_tomorrow(
        &self,
        input: &str,
        country: Option<Region>,
    ) -> Result<(), Failure> {
        let number = sendable(input, country, true)?;
        let from = crate::nova_post::allowed_again(self.clock.now());
        self.store.get().await?.remind(number.digits.as_str(), from).await
    }

    /// Removes an attempt from the Home page.
    pub async fn dismiss_to_do(&self, attempt: AttemptId) -> Result<(), Failure> {
        self.store.get().await?.dismiss(attempt).await
    }

    /// Ends the attempt if no key can have been made, and adds to the failure what the app knows.
    async fn refused(
        &self,
        store: &Store,
        attempt: AttemptId,
        number: &PhoneNumber,
        failure: Failure,
    ) -> Failure {
        // The window shows the failure itself. An attempt that stays open is only shown on Home.
        if !may_have_made_a_key(&failure)
            && let Err(not_ended) = store.end_refused(attempt, refusal(&failure)).await
        {
            tracing::warn!(failure = ?not_ended, "a refused attempt stays open");
        }
        match failure {
            Failure::DailyLimit { again_at, .. } => {
                let digits = number.digits.as_str();
                let unsaved = self.reconciler.state().unsaved_with_digits(digits);
                let recorded = logged(store.test_key_of(digits).await).flatten();
                let key = unsaved.or(recorded.map(|record| record.id));
                Failure::DailyLimit { again_at, key }
            }
            other => other,
        }
    }

    /// The row of the key that Nova Post has just given, if the store has it. If the keychain can't be
    /// read, the key's last characters and its date decide.
    async fn find_same_key(
        &self,
        store: &Store,
        number: &PhoneNumber,
        answer: &TestKey,
        progress: &Progress,
    ) -> Option<KeyRecord> {
        let Some(row) = logged(store.test_key_of(number.digits.as_str()).await)? else {
            return self.find_imported(number, answer).await;
        };
        let is_same = match self.keychain.read(&row.id, progress).await {
            Ok(Some(kept)) => kept.same_as(&answer.key),
            Ok(None) | Err(_) => {
                row.last_four == answer.key.last_four() && row.created_at == Some(answer.created_at)
            }
        };
        is_same.then_some(row)
    }

    /// The card of this row, if the key of the request has just replaced it.
    async fn replaced(&self, store: &Store, other: Option<KeyRecord>) -> Option<KeyCard> {
        let row = logged(store.key(&other?.id).await)??;
        (row.status == KeyStatus::Replaced).then(|| self.keys.recorded_card(row))
    }

    /// The row of this key if the person added it without its phone number.
    async fn find_imported(&self, number: &PhoneNumber, answer: &TestKey) -> Option<KeyRecord> {
        let row = logged(self.keys.find_recorded(&answer.key).await)??;
        let has_no_number = row.environment == ApiEnvironment::Sandbox && row.digits.is_none();
        has_no_number.then(|| KeyRecord {
            digits: Some(number.digits.as_str().to_owned()),
            phone: Some(number.international.clone()),
            ..row
        })
    }

    /// The id under which an earlier attempt, whose end is not known, may have saved this key. Saving
    /// it under the same id leaves one entry in the keychain.
    async fn id_of_earlier_attempt(
        &self,
        store: &Store,
        number: &PhoneNumber,
        answer: &TestKey,
        progress: &Progress,
    ) -> Option<KeyId> {
        for attempt in logged(store.unfinished_attempts_of(number.digits.as_str()).await)? {
            let is_same = if let Some(noted) = &attempt.answer {
                noted.created_at == answer.created_at && noted.last_four == answer.key.last_four()
            } else {
                // If the answer could not be noted, the key may be in the keychain all the same.
                let kept = self.keychain.read(&attempt.key, progress).await.ok()?;
                kept.is_some_and(|kept| kept.same_as(&answer.key))
            };
            if is_same {
                return Some(attempt.key);
            }
        }
        None
    }
}

/// A look-up whose failure must not stop the saving of a key.
fn logged<T>(found: Result<T, Failure>) -> Option<T> {
    found
        .inspect_err(|failure| tracing::warn!(?failure, "what is known about a key can't be read"))
        .ok()
}

fn sendable(
    input: &str,
    country: Option<Region>,
    second_look: bool,
) -> Result<PhoneNumber, Failure> {
    match phone::check(input, country) {
        Verdict::Ukraine => Err(Failure::PhoneUkraine),
        verdict => verdict.sendable(second_look).ok_or(Failure::PhoneInvalid),
    }
}

fn refusal(failure: &Failure) -> Refusal {
    match failure {
        Failure::ClientNotFound => Refusal::NotRegistered,
        _ => Refusal::Other,
    }
}

/// Whether Nova Post may have made a key although this is the answer.
fn may_have_made_a_key(failure: &Failure) -> bool {
    matches!(
        failure,
        Failure::TimedOut
            | Failure::Unreachable
            | Failure::AnswerUnreadable { .. }
            | Failure::NetworkPage { .. }
            | Failure::ServiceUnavailable { .. }
            | Failure::ServiceError { .. }
    )
}

fn intent(id: &KeyId, number: &PhoneNumber, now: DateTime<Utc>) -> NewAttempt {
    NewAttempt {
        key: id.clone(),
        digits: number.digits.as_str().to_owned(),
        phone: number.international.clone(),
        started_at: now,
    }
}

fn note(answer: &TestKey) -> Answer {
    Answer {
        created_at: answer.created_at,
        valid_until: answer.valid_until,
        last_four: answer.key.last_four().to_owned(),
        active: answer.active,
    }
}

fn new_record(id: KeyId, number: &PhoneNumber, answer: &TestKey, now: DateTime<Utc>) -> KeyRecord {
    let last_four = answer.key.last_four().to_owned();
    let record = KeyRecord {
        digits: Some(number.digits.as_str().to_owned()),
        phone: Some(number.international.clone()),
        ..KeyRecord::new(id, ApiEnvironment::Sandbox, last_four, now)
    };
    renewed(record, answer)
}

fn renewed(row: KeyRecord, answer: &TestKey) -> KeyRecord {
    KeyRecord {
        created_at: Some(answer.created_at),
        valid_until: Some(answer.valid_until),
        status: if answer.active { KeyStatus::Active } else { KeyStatus::Expired },
        ..row
    }
}
