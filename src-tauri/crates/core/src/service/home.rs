//! The store as cards, and what to do next.

use chrono::{DateTime, TimeDelta, Utc};

use super::held::Stage;
use super::{Home, Kept, KeyCard, Service, ToDo};
use crate::model::{ApiEnvironment, Failure, KeyId, KeyRecord, KeyStatus};
use crate::store::Attempt;

/// How long before its end a key asks for attention.
const ENDS_SOON: TimeDelta = TimeDelta::days(30);

impl Service {
    /// What the Home page shows.
    pub async fn home(&self) -> Result<Home, Failure> {
        let keys = self.keys().await?;
        let attempts = self.store().await?.open_attempts().await?;
        let runs = self.store().await?.guide_runs().await?;
        let now = self.clock.now();

        let mut to_do: Vec<ToDo> = self
            .held_cards()
            .into_iter()
            .filter_map(|(card, stage)| match stage {
                Stage::Saving => None,
                Stage::Stuck(cause) => Some(ToDo::SaveAgain { key: card.id, cause: Some(cause) }),
                Stage::Unrecorded => Some(ToDo::SaveAgain { key: card.id, cause: None }),
            })
            .collect();
        to_do.extend(
            attempts
                .into_iter()
                .filter(|attempt| self.held_key_of(&attempt.digits).is_none())
                .map(|attempt| told(attempt, now)),
        );
        to_do.extend(self.orphans_to_do(&keys));
        to_do.extend(keys.iter().filter_map(|key| ending(key, now)));
        to_do.extend(runs.into_iter().map(|run| ToDo::Guide { run }));
        to_do.extend(
            keys.iter()
                .filter(|key| unproven(key))
                .map(|key| ToDo::KeyUnproven { key: key.id.clone() }),
        );
        Ok(Home { to_do, keys })
    }

    /// All keys, the newest first, with those that are only in memory before them.
    pub async fn keys(&self) -> Result<Vec<KeyCard>, Failure> {
        self.recover().await?;
        if self.waits_for_keychain() {
            self.care_is_due();
        }
        let rows = self.store().await?.keys().await?;
        let held = self.held_cards().into_iter().map(|(card, _)| card);
        let recorded = rows
            .into_iter()
            .filter(|row| self.held_key(&row.id).is_none())
            .map(|row| self.recorded_card(row));
        Ok(held.chain(recorded).collect())
    }

    pub(super) async fn key_card(&self, id: &KeyId) -> Result<KeyCard, Failure> {
        if let Some((card, _)) = self.held_cards().into_iter().find(|(card, _)| card.id == *id) {
            return Ok(card);
        }
        let row = self.store().await?.key(id).await?.ok_or(Failure::StoreUnreadable)?;
        Ok(self.recorded_card(row))
    }

    fn recorded_card(&self, row: KeyRecord) -> KeyCard {
        let kept = if self.is_lost(&row.id) { Kept::Nowhere } else { Kept::Keychain };
        self.card(row, kept)
    }

    pub(super) fn card(&self, row: KeyRecord, kept: Kept) -> KeyCard {
        let past = row.valid_until.is_some_and(|end| end < self.clock.now());
        let status =
            if past && row.status == KeyStatus::Active { KeyStatus::Expired } else { row.status };
        KeyCard {
            id: row.id,
            name: row.name,
            environment: row.environment,
            last_four: row.last_four,
            phone: row.phone,
            created_at: row.created_at,
            valid_until: row.valid_until,
            status,
            last_proven_at: row.last_proven_at,
            kept,
            added_at: row.added_at,
            organizations: row.organizations,
        }
    }
}

fn told(attempt: Attempt, now: DateTime<Utc>) -> ToDo {
    let Attempt { id: attempt, phone, started_at, ask_again_from, .. } = attempt;
    match ask_again_from {
        Some(from) => ToDo::AskAgain { attempt, phone, from, due: from <= now },
        None => ToDo::Unfinished {
            attempt,
            phone,
            started_at,
            same_day: started_at.date_naive() == now.date_naive(),
        },
    }
}

fn ending(key: &KeyCard, now: DateTime<Utc>) -> Option<ToDo> {
    let at = key.valid_until?;
    let concerned = matches!(key.status, KeyStatus::Active | KeyStatus::Expired)
        // What is to be done about it says a thing to do of its own.
        && key.kept != Kept::Nowhere;
    (concerned && at < now + ENDS_SOON).then(|| ToDo::KeyEnds { key: key.id.clone(), at })
}

fn unproven(key: &KeyCard) -> bool {
    // The Ukrainian API knows no tokens (seed): there is nothing to prove a key of it with.
    key.environment != ApiEnvironment::Ukraine
        && key.status == KeyStatus::Active
        && key.last_proven_at.is_none()
        && key.kept != Kept::Nowhere
}
