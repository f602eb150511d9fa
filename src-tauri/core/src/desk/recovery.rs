//! What a start after a crash finishes by itself: a key that reached the keychain and not the
//! register. What it can't finish, the Home page tells of (`ToDo::Unfinished`).

use std::time::Duration;

use super::{Desk, Environment, KeyStatus, quietly};
use crate::failure::{Failure, KeychainTrouble};
use crate::register::{Answer, Attempt, KeyRow};

/// How long the first look at the register may wait for the keychain.
const PATIENCE: Duration = Duration::from_secs(2);

impl Desk {
    /// Done before the register is first shown, and again as long as the keychain was in the way.
    /// Until then such an attempt is told of like any other that did not finish.
    pub(super) async fn recover(&self) -> Result<(), Failure> {
        if self.recovered.initialized() {
            return Ok(());
        }
        let finished = self.finish_answered_attempts().await?;
        if finished {
            let _ = self.recovered.set(());
        }
        Ok(())
    }

    async fn finish_answered_attempts(&self) -> Result<bool, Failure> {
        let register = self.register().await?;
        let mut finished = true;
        for attempt in register.answered_attempts().await? {
            match self.in_keychain(&attempt).await {
                Ok(true) => {
                    if let Some(row) = row_of(&attempt) {
                        register.record(row).await?;
                        tracing::info!("a key that was under way is recorded");
                    }
                }
                Ok(false) => {}
                Err(_) => finished = false,
            }
        }
        Ok(finished)
    }

    async fn in_keychain(&self, attempt: &Attempt) -> Result<bool, KeychainTrouble> {
        let progress = quietly();
        match tokio::time::timeout(PATIENCE, self.vault.read(&attempt.key, &progress)).await {
            Ok(read) => read.map(|key| key.is_some()),
            Err(_) => Err(KeychainTrouble::Slow),
        }
    }
}

fn row_of(attempt: &Attempt) -> Option<KeyRow> {
    let Answer { created_at, valid_until, last_four, active } = attempt.answer.clone()?;
    Some(KeyRow {
        id: attempt.key.clone(),
        name: String::new(),
        environment: Environment::Sandbox,
        last_four,
        digits: Some(attempt.digits.clone()),
        phone: Some(attempt.phone.clone()),
        created_at: Some(created_at),
        valid_until: Some(valid_until),
        status: if active { KeyStatus::Active } else { KeyStatus::Expired },
        last_proven_at: None,
        added_at: attempt.started_at,
    })
}
