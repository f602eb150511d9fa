//! What a person is notified of while the app runs: each due thing once at each of its stages.

use super::{Keys, ToDo};
use crate::clock::Clock;
use crate::model::{Failure, KeyId, KeyRecord};

/// The greatest number of keys that a look for new notices reads for each reason to be due.
const READ: u32 = 1_000;

/// A due thing at a stage of which the person was not notified.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    thing: String,
    stage: u8,
    /// What to say about it.
    pub text: NoticeText,
}

/// What a notification says. A key is named by its name, or by its last four characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoticeText {
    /// The key expires within thirty days.
    ExpiresWithinMonth(String),
    /// The key expires within seven days.
    ExpiresWithinWeek(String),
    /// The key expires tomorrow.
    ExpiresTomorrow(String),
    /// The key expires today.
    ExpiresToday(String),
    /// The key has expired.
    Expired(String),
    /// The key worked after the date of its expiry.
    ExpiryPassed(String),
    /// The test key has expired, and can be extended for a few more days.
    ExtendSoon(String),
    /// Nova Post did not accept the key.
    Refused(String),
    /// The person can ask for a test key again.
    AskAgain,
    /// Nova Post has not answered for two weeks.
    NoAnswer,
    /// The review of all keys is due.
    ReviewDue,
    /// Home says what it is.
    Other,
}

impl Keys {
    /// The due things at stages of which the person was not notified, the most urgent first.
    pub async fn new_notices(&self) -> Result<Vec<Notice>, Failure> {
        self.reconciler.finish_due_attempts().await?;
        let store = self.store.get().await?;
        let due = self.due_now(store, READ).await?;
        let unsaved = self.reconciler.state().all_unsaved();
        let mut keys = due.named;
        keys.extend(unsaved.into_iter().map(|key| key.record));
        let mut notices: Vec<Notice> =
            due.to_do.iter().filter_map(|to_do| notice(to_do, &keys, &*self.clock)).collect();
        if due.more == 0 {
            let things: Vec<String> = notices.iter().map(|notice| notice.thing.clone()).collect();
            store.forget_notified_except(&things).await?;
        }
        let notified = store.notified().await?;
        notices.retain(|new| notified.get(&new.thing).is_none_or(|stage| *stage < new.stage));
        Ok(notices)
    }

    /// Records that the person was notified. They are not notified of the same again.
    pub async fn note_notified(&self, notices: &[Notice]) -> Result<(), Failure> {
        let stages = notices.iter().map(|notice| (notice.thing.clone(), notice.stage)).collect();
        self.store.get().await?.note_notified(stages).await
    }
}

/// The notice of a thing at its present stage. `None` if the person can only wait, or is in the middle of it.
fn notice(to_do: &ToDo, keys: &[KeyRecord], clock: &dyn Clock) -> Option<Notice> {
    let other = |thing: String| (thing, 1, NoticeText::Other);
    let (thing, stage, text) = match to_do {
        ToDo::KeyEnds { key, at, extend_until } => {
            let name = name(key, keys);
            let (stage, text) = match extend_until {
                Some(last) => extend(clock.days_until(*last), name),
                None => ends(*at < clock.now(), clock.days_until(*at), name),
            };
            // A key that was extended ends on another day, and is another thing.
            (format!("ends {key} {}", clock.day_of(*at)), stage, text)
        }
        ToDo::KeyRefused { key } => {
            (format!("refused {key}"), 1, NoticeText::Refused(name(key, keys)))
        }
        ToDo::KeyExpired { key } => {
            (format!("expired {key}"), 1, NoticeText::Expired(name(key, keys)))
        }
        ToDo::ExpiryPassed { key, at } => (
            format!("expiry passed {key} {}", clock.day_of(*at)),
            1,
            NoticeText::ExpiryPassed(name(key, keys)),
        ),
        ToDo::Review { open_since: None, last_signed, is_due: true } => {
            // The review of the next year is another thing.
            let after = last_signed.map(|at| clock.day_of(at).to_string()).unwrap_or_default();
            (format!("review {after}"), 1, NoticeText::ReviewDue)
        }
        ToDo::AskAgain { due: false, .. }
        | ToDo::Guide { waiting_since: None, .. }
        | ToDo::KeyRequest { .. }
        | ToDo::Leak { .. }
        | ToDo::Replacement { .. }
        | ToDo::Review { .. } => return None,
        ToDo::AskAgain { attempt, from, .. } => (
            format!("ask again {} {}", attempt.to_stored(), clock.day_of(*from)),
            1,
            NoticeText::AskAgain,
        ),
        ToDo::Guide { run, waiting_since: Some(since) } => (
            format!("guide {} {}", run.id.to_stored(), clock.day_of(*since)),
            1,
            NoticeText::NoAnswer,
        ),
        ToDo::Unfinished { attempt, .. } => other(format!("unfinished {}", attempt.to_stored())),
        ToDo::NotRegistered { attempt, .. } => {
            other(format!("not registered {}", attempt.to_stored()))
        }
        ToDo::SaveAgain { key, .. } => other(format!("unsaved {key}")),
        ToDo::KeyLost { key } => other(format!("lost {key}")),
        ToDo::KeyUnlisted { key, .. } => other(format!("unlisted {key}")),
        ToDo::ImportLost { key, .. } => other(format!("not imported {key}")),
        ToDo::ExpiryUnknown { key } => other(format!("expiry unknown {key}")),
        ToDo::KeyUnverified { key } => other(format!("never checked {key}")),
    };
    Some(Notice { thing, stage, text })
}

/// The stages of a key on its way to its end: 1 to 5.
fn ends(is_over: bool, days: i64, name: String) -> (u8, NoticeText) {
    match days {
        _ if is_over => (5, NoticeText::Expired(name)),
        ..=0 => (4, NoticeText::ExpiresToday(name)),
        1 => (3, NoticeText::ExpiresTomorrow(name)),
        2..=7 => (2, NoticeText::ExpiresWithinWeek(name)),
        _ => (1, NoticeText::ExpiresWithinMonth(name)),
    }
}

/// The stages of an expired test key that Nova Post deletes soon: 6 to 9, after those of [`ends`].
fn extend(days: i64, name: String) -> (u8, NoticeText) {
    let stage = match days {
        ..=0 => 9,
        1 => 8,
        2..=7 => 7,
        _ => 6,
    };
    (stage, NoticeText::ExtendSoon(name))
}

/// The name that the person gave a key, or its last four characters.
fn name(id: &KeyId, keys: &[KeyRecord]) -> String {
    let Some(key) = keys.iter().find(|key| key.id == *id) else { return String::new() };
    if key.name.is_empty() { format!("…{}", key.last_four) } else { key.name.clone() }
}

#[cfg(test)]
mod tests;
