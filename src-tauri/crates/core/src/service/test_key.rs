//! Asking for a test key: intent, call, keychain, read-back, store.

use chrono::{DateTime, Utc};

use super::outcome::outcome;
use super::reconcile::{Stage, UnsavedKey};
use super::{RequestedKey, Service};
use crate::model::{
    ApiEnvironment, AttemptId, Failure, KeyId, KeyRecord, KeyStatus, Progress, Step,
};
use crate::nova_post::{TestKey, clock_off};
use crate::phone::{self, PhoneNumber, Region, Verdict};
use crate::store::{Answer, NewAttempt};

impl Service {
    /// Asks for the test key of the person with this number, and keeps it.
    ///
    /// `second_look`: the person has confirmed a number that the numbering plan doesn't know.
    pub async fn request_test_key(
        &self,
        input: &str,
        country: Option<Region>,
        second_look: bool,
        progress: &Progress,
    ) -> Result<RequestedKey, Failure> {
        let number = sendable(input, country, second_look)?;
        let _one_at_a_time = self.deps.key_change.lock().await;

        progress(Step::NotingDown);
        let sandbox = self.deps.nova_post.sandbox().await?;
        let store = self.store().await?;
        let id = KeyId::random();
        let attempt = store.intend(intent(&id, &number, self.deps.clock.now())).await?;

        progress(Step::AskingNovaPost);
        let answered = match sandbox.create_test_key(&number.digits).await {
            Ok(answered) => answered,
            Err(failure) => return Err(self.refused(attempt, &number, failure).await),
        };

        let local = self.deps.clock.now();
        let now = answered.server_time.unwrap_or(local);
        let warning = answered
            .server_time
            .and_then(|server| clock_off(server, local))
            .map(|minutes_behind| Failure::ClockWrong { minutes_behind });
        let answer = answered.value;

        let known = self.reconciler.state().unsaved_same_as(&answer.key);
        let new = new_record(id, &number, &answer, local);
        let unsaved = |record| UnsavedKey {
            key: answer.key.clone(),
            record,
            run: None,
            stage: Stage::Saving,
        };
        self.reconciler.state().add_unsaved(unsaved(new.clone()));
        // A courtesy to a start after a crash: without it the key is still safe and asked for
        // again, so a failure here must not stand between the key and the keychain.
        let _ = store.note_answer(attempt, note(&answer)).await;

        let known = match known {
            Some(row) => Some(row),
            None => self.same_key_in_register(&number, &answer, progress).await,
        };
        let known_until = known.as_ref().and_then(|row| row.valid_until);
        let outcome = outcome(&answer, known_until, now);
        let new_id = new.id.clone();
        let record = match known {
            Some(row) => renewed(row, &answer),
            None => match self.name_of_earlier_attempt(&number, &answer, progress).await {
                Some(id) => KeyRecord { id, ..new },
                None => new,
            },
        };
        let id = record.id.clone();
        self.reconciler.state().rename_unsaved(&new_id, unsaved(record));
        let recorded = self.reconciler.save(&id, progress).await?;
        Ok(RequestedKey { key: self.recorded_card(recorded), outcome, warning })
    }

    /// Puts "ask again" on the Home page, from the moment on when it is surely allowed.
    pub async fn remind_tomorrow(
        &self,
        input: &str,
        country: Option<Region>,
    ) -> Result<(), Failure> {
        let number = sendable(input, country, true)?;
        let from = crate::nova_post::allowed_again(self.deps.clock.now());
        self.store().await?.remind(number.digits.as_str(), from).await
    }

    /// Takes an attempt off the Home page.
    pub async fn dismiss_to_do(&self, attempt: AttemptId) -> Result<(), Failure> {
        self.store().await?.dismiss(attempt).await
    }

    /// Completes a failure with what the service knows, and ends the attempt if nothing can have
    /// been made.
    async fn refused(&self, attempt: AttemptId, number: &PhoneNumber, failure: Failure) -> Failure {
        let Ok(store) = self.store().await else { return failure };
        if !nova_post_may_have_acted(&failure) {
            // The card shows the failure itself; an attempt left open is only asked about again.
            let _ = store.end_refused(attempt).await;
        }
        match failure {
            Failure::DailyLimit { again_at, .. } => {
                let digits = number.digits.as_str();
                let recorded = store.test_key_of(digits).await.ok().flatten();
                let unsaved = self.reconciler.state().unsaved_with_digits(digits);
                let key = unsaved.or(recorded.map(|row| row.id));
                Failure::DailyLimit { again_at, key }
            }
            other => other,
        }
    }

    /// The row of the key that Nova Post has just given, if the store has it. A keychain that
    /// can't be asked is no reason to take it for another key: then its dates and end tell.
    async fn same_key_in_register(
        &self,
        number: &PhoneNumber,
        answer: &TestKey,
        progress: &Progress,
    ) -> Option<KeyRecord> {
        let store = self.store().await.ok()?;
        let Some(row) = store.test_key_of(number.digits.as_str()).await.ok()? else {
            return self.brought_in_before(number, answer).await;
        };
        let same = match self.deps.keychain.read(&row.id, progress).await {
            Ok(Some(kept)) => kept.same_as(&answer.key),
            Ok(None) | Err(_) => {
                row.last_four == answer.key.last_four() && row.created_at == Some(answer.created_at)
            }
        };
        same.then_some(row)
    }

    /// The name under which an earlier attempt, whose end is not known, may have put this very key
    /// into the keychain: saved there again it is kept once.
    async fn name_of_earlier_attempt(
        &self,
        number: &PhoneNumber,
        answer: &TestKey,
        progress: &Progress,
    ) -> Option<KeyId> {
        let store = self.store().await.ok()?;
        for attempt in store.unfinished_attempts_of(number.digits.as_str()).await.ok()? {
            let is_of_this_key = if let Some(noted) = &attempt.answer {
                noted.created_at == answer.created_at && noted.last_four == answer.key.last_four()
            } else {
                // A full disk took no note, and the key may be in the keychain all the same.
                let kept = self.deps.keychain.read(&attempt.key, progress).await.ok()?;
                kept.is_some_and(|kept| kept.same_as(&answer.key))
            };
            if is_of_this_key {
                return Some(attempt.key);
            }
        }
        None
    }

    /// The row of this key, where it came from the clipboard and nobody knew its number.
    async fn brought_in_before(&self, number: &PhoneNumber, answer: &TestKey) -> Option<KeyRecord> {
        let row = self.listed_as(&answer.key).await.ok()??;
        let by_hand = row.environment == ApiEnvironment::Sandbox && row.digits.is_none();
        by_hand.then(|| KeyRecord {
            digits: Some(number.digits.as_str().to_owned()),
            phone: Some(number.international.clone()),
            ..row
        })
    }
}

fn sendable(
    input: &str,
    country: Option<Region>,
    second_look: bool,
) -> Result<PhoneNumber, Failure> {
    match phone::check(input, country) {
        Verdict::Ready { number } => Ok(number),
        Verdict::Unassigned { number } if second_look => Ok(number),
        Verdict::Ukraine => Err(Failure::PhoneUkraine),
        _ => Err(Failure::PhoneInvalid),
    }
}

/// Whether a key may have been made although no good answer came.
fn nova_post_may_have_acted(failure: &Failure) -> bool {
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
