//! The Ukrainian cabinet, Settings → Security: its keys serve another API, which knows no token, so
//! here they can only be made, looked at and deactivated.

use chrono::{DateTime, Utc};
use rand::CryptoRng;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::World;
use super::key::to_the_second;
use super::production::MOST_KEYS;
use super::secret::Secret;
use super::tokens::random_id;

/// A key of the cabinet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CabinetKey {
    /// 32 hex digits.
    pub(crate) code: Secret,
    /// Names the key on pages, without giving it away.
    pub(crate) reference: Uuid,
    /// To the second.
    pub(crate) created_at: DateTime<Utc>,
    /// To the second; none while it isn't.
    pub(crate) deactivated_at: Option<DateTime<Utc>>,
}

impl World {
    /// The keys of the cabinet, in the order in which they were made.
    pub(crate) fn cabinet_keys(&self) -> &[CabinetKey] {
        &self.cabinet
    }

    /// Makes a key as the cabinet does. Its reference; none if there are too many.
    pub(crate) fn create_cabinet_key(
        &mut self,
        now: DateTime<Utc>,
        rng: &mut impl CryptoRng,
    ) -> Option<Uuid> {
        if self.cabinet.len() >= MOST_KEYS {
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

    /// Deactivates a key; false if there is none of this reference. The first time stays.
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
