//! The keys of the Ukrainian cabinet, Settings → Security. They belong to another API without tokens,
//! which practice simulates with one call (`ukraine`).

use chrono::{DateTime, Utc};
use rand::CryptoRng;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::World;
use super::key::to_the_second;
use super::production::MAX_KEYS;
use super::secret::Secret;
use super::tokens::random_id;

/// A key of the cabinet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CabinetKey {
    /// 32 hex digits.
    pub(crate) code: Secret,
    /// Identifies the key on pages without revealing it.
    pub(crate) reference: Uuid,
    /// To the second.
    pub(crate) created_at: DateTime<Utc>,
    /// To the second; `None` while the key is active.
    pub(crate) deactivated_at: Option<DateTime<Utc>>,
}

impl World {
    /// The keys of the cabinet, the oldest first.
    pub(crate) fn cabinet_keys(&self) -> &[CabinetKey] {
        &self.cabinet
    }

    /// Creates a key and returns its reference; `None` if there are too many keys.
    pub(crate) fn create_cabinet_key(
        &mut self,
        now: DateTime<Utc>,
        rng: &mut impl CryptoRng,
    ) -> Option<Uuid> {
        if self.cabinet.len() >= MAX_KEYS {
            return None;
        }
        let reference = random_id(rng);
        self.cabinet.push(CabinetKey {
            code: Secret::random::<16>(rng),
            reference,
            created_at: to_the_second(now),
            deactivated_at: None,
        });
        self.revision += 1;
        Some(reference)
    }

    /// Deactivates a key; `false` if the reference is unknown. A second call changes nothing.
    pub(crate) fn deactivate_cabinet_key(&mut self, now: DateTime<Utc>, reference: Uuid) -> bool {
        let Some(key) = self.cabinet.iter_mut().find(|key| key.reference == reference) else {
            return false;
        };
        if key.deactivated_at.is_none() {
            key.deactivated_at = Some(to_the_second(now));
            self.revision += 1;
        }
        true
    }
}
