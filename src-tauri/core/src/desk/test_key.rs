//! Asking for a test key: intent, call, keychain, read-back, register.

use chrono::{DateTime, Utc};

use super::held::{HeldKey, Stage};
use super::outcome::outcome;
use super::{Desk, Environment, KeyId, KeyStatus, Progress, RequestedKey, Step};
use crate::failure::Failure;
use crate::nova_post::{TestKey, clock_off};
use crate::phone::{self, PhoneNumber, Region, Verdict};
use crate::register::{Answer, KeyRow, NewAttempt};

impl Desk {
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
        let _one_at_a_time = self.arriving.lock().await;

        progress(Step::NotingDown);
        let sandbox = self.sandbox().await?;
        let register = self.register().await?;
        let id = KeyId::random();
        let attempt = register.intend(intent(&id, &number, self.clock.now())).await?;

        progress(Step::AskingNovaPost);
        let answered = match sandbox.create_test_key(&number.digits).await {
            Ok(answered) => answered,
            Err(failure) => return Err(self.refused(attempt, &number, failure).await),
        };

        let local = self.clock.now();
        let now = answered.server_time.unwrap_or(local);
        let warning = answered
            .server_time
            .and_then(|server| clock_off(server, local))
            .map(|minutes_behind| Failure::ClockWrong { minutes_behind });
        let answer = answered.value;

        let known = self.held_key_same_as(&answer.key).map(|held| held.row);
        let new = new_row(id, &number, &answer, local);
        let held =
            HeldKey { key: answer.key.clone(), row: new.clone(), run: None, stage: Stage::Saving };
        self.hold(held);
        // A courtesy to a start after a crash: without it the key is still safe and asked for
        // again, so a failure here must not stand between the key and the keychain.
        let _ = register.note_answer(attempt, note(&answer)).await;

        let known = match known {
            Some(row) => Some(row),
            None => self.same_key_in_register(&number, &answer, progress).await,
        };
        let known_until = known.as_ref().and_then(|row| row.valid_until);
        let outcome = outcome(&answer, known_until, now);
        let row = if let Some(row) = known {
            self.let_go(&new.id);
            renewed(row, &answer)
        } else {
            let id = self.name_of_earlier_attempt(&number, &answer, progress).await;
            self.let_go(&new.id);
            KeyRow { id: id.unwrap_or(new.id), ..new }
        };
        let key = self.make_safe(answer.key, row, None, progress).await?;
        Ok(RequestedKey { key, outcome, warning })
    }

    /// Puts "ask again" on the Home page, from the moment on when it is surely allowed.
    pub async fn remind_tomorrow(
        &self,
        input: &str,
        country: Option<Region>,
    ) -> Result<(), Failure> {
        let number = sendable(input, country, true)?;
        let from = crate::nova_post::allowed_again(self.clock.now());
        self.register().await?.remind(number.digits.as_str(), from).await
    }

    /// Takes an attempt off the Home page.
    pub async fn dismiss_to_do(&self, attempt: i64) -> Result<(), Failure> {
        self.register().await?.dismiss(attempt).await
    }

    /// Completes a failure with what the desk knows, and ends the attempt if nothing can have
    /// been made.
    async fn refused(&self, attempt: i64, number: &PhoneNumber, failure: Failure) -> Failure {
        let Ok(register) = self.register().await else { return failure };
        if !nova_post_may_have_acted(&failure) {
            // The card shows the failure itself; an attempt left open is only asked about again.
            let _ = register.end_refused(attempt).await;
        }
        match failure {
            Failure::DailyLimit { again_at, .. } => {
                let digits = number.digits.as_str();
                let recorded = register.test_key_of(digits).await.ok().flatten();
                let key = self.held_key_of(digits).or(recorded.map(|row| row.id));
                Failure::DailyLimit { again_at, key }
            }
            other => other,
        }
    }

    /// The row of the key that Nova Post has just given, if the register has it. A keychain that
    /// can't be asked is no reason to take it for another key: then its dates and end tell.
    async fn same_key_in_register(
        &self,
        number: &PhoneNumber,
        answer: &TestKey,
        progress: &Progress,
    ) -> Option<KeyRow> {
        let register = self.register().await.ok()?;
        let Some(row) = register.test_key_of(number.digits.as_str()).await.ok()? else {
            return self.brought_in_before(number, answer).await;
        };
        let same = match self.vault.read(&row.id, progress).await {
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
        let register = self.register().await.ok()?;
        for attempt in register.unfinished_attempts_of(number.digits.as_str()).await.ok()? {
            let is_of_this_key = if let Some(noted) = &attempt.answer {
                noted.created_at == answer.created_at && noted.last_four == answer.key.last_four()
            } else {
                // A full disk took no note, and the key may be in the keychain all the same.
                let kept = self.vault.read(&attempt.key, progress).await.ok()?;
                kept.is_some_and(|kept| kept.same_as(&answer.key))
            };
            if is_of_this_key {
                return Some(attempt.key);
            }
        }
        None
    }

    /// The row of this key, where it came from the clipboard and nobody knew its number.
    async fn brought_in_before(&self, number: &PhoneNumber, answer: &TestKey) -> Option<KeyRow> {
        let row = self.listed_as(&answer.key).await.ok()??;
        let by_hand = row.environment == Environment::Sandbox && row.digits.is_none();
        by_hand.then(|| KeyRow {
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

fn new_row(id: KeyId, number: &PhoneNumber, answer: &TestKey, now: DateTime<Utc>) -> KeyRow {
    let row = KeyRow {
        id,
        name: String::new(),
        environment: Environment::Sandbox,
        last_four: answer.key.last_four().to_owned(),
        digits: Some(number.digits.as_str().to_owned()),
        phone: Some(number.international.clone()),
        created_at: None,
        valid_until: None,
        status: KeyStatus::Active,
        last_proven_at: None,
        added_at: now,
        organizations: Vec::new(),
    };
    renewed(row, answer)
}

fn renewed(row: KeyRow, answer: &TestKey) -> KeyRow {
    KeyRow {
        created_at: Some(answer.created_at),
        valid_until: Some(answer.valid_until),
        status: if answer.active { KeyStatus::Active } else { KeyStatus::Expired },
        ..row
    }
}
