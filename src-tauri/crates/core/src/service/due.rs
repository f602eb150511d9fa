//! What is due: everything that calls for the person, the most urgent first.
//!
//! Days are those of the person's calendar: the [`Clock`] knows the offset of this computer's time zone at each
//! moment. A key that ends at 23:59 UTC ends on the next day in Kyiv, where the window shows that day too.

use chrono::{DateTime, TimeDelta, Utc};

use super::ToDo;
use super::reconcile::{Stage as Saving, UnlistedKey, UnsavedKey};
use super::reviews::due_from;
use crate::clock::Clock;
use crate::model::{ApiEnvironment, DueTimes, GuideName, GuideRun, KeyRecord, KeyStatus, Leak};
use crate::store::{Attempt, ImportNote, ReviewDates};

/// How many days before its end a key is due.
pub(super) const ENDS_WITHIN_DAYS: i64 = 30;

/// How long a test key surely can be extended after its end. Nova Post deletes it when it expired more than
/// ninety days ago [NP-spec: POST /test-api-keys], and does not say where its days begin: one day less is safe.
const EXTENDABLE_FOR: TimeDelta = TimeDelta::days(89);

/// How long Nova Post may take to answer before a guide is due again.
const ANSWER_WITHIN_DAYS: i64 = 14;

/// What is known that may be due.
#[derive(Default)]
pub(super) struct Found {
    /// Keys with a secret. Those that are not due are left out.
    pub(super) keys: Vec<KeyRecord>,
    /// Keys of the store without an entry in the keychain.
    pub(super) lost: Vec<KeyRecord>,
    /// Cases of keys that others may have seen, if they are not closed.
    pub(super) leaks: Vec<Leak>,
    /// Keys that are not saved yet.
    pub(super) unsaved: Vec<UnsavedKey>,
    /// Entries of the keychain without a record.
    pub(super) unlisted: Vec<UnlistedKey>,
    /// Keys that were added and were lost before they were saved.
    pub(super) notes: Vec<ImportNote>,
    /// Requests for test keys without an end.
    pub(super) attempts: Vec<Attempt>,
    /// Guides that were started and not ended.
    pub(super) runs: Vec<GuideRun>,
    /// What decides whether the review of all keys is due.
    pub(super) review: ReviewDates,
}

/// The kinds of due things, the most urgent first. Only an unsaved key can be lost within this session.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Unsaved,
    Leak,
    Unusable,
    Ends,
    Lost,
    Unlisted,
    Request,
    ExpiryPassed,
    ExpiryUnknown,
    NeverChecked,
    Review,
    Guide,
    Later,
}

/// Within a kind: first by the number, then by environment, then the earliest.
type Urgency = (Kind, i64, u8, Option<DateTime<Utc>>);

/// Everything that is due, the most urgent first, and then what the person can only wait for. A deactivated or
/// replaced key is never due.
pub(super) fn due(found: Found, clock: &dyn Clock) -> Vec<ToDo> {
    let now = clock.now();
    let mut due: Vec<(Urgency, ToDo)> = Vec::new();
    for key in &found.unsaved {
        due.extend(save_again(key));
    }
    // Also of a key that is no longer in use: it may still work at Nova Post.
    due.extend(found.leaks.into_iter().map(|leak| ((Kind::Leak, 0, 0, None), ToDo::Leak { leak })));
    let unsaved = found.unsaved.iter().map(|key| &key.record);
    for key in found.keys.iter().chain(unsaved).filter(|key| !key.status.is_retired()) {
        due.extend(of_key(key, clock));
    }
    for key in found.lost.iter().filter(|key| !key.status.is_retired()) {
        due.push(((Kind::Lost, 0, order(key), None), ToDo::KeyLost { key: key.id.clone() }));
    }
    let unlisted = |at| (Kind::Unlisted, 0, 0, at);
    for note in found.notes {
        due.push((unlisted(Some(note.started_at)), import_lost(note)));
    }
    for UnlistedKey { id: key, last_four } in found.unlisted {
        due.push((unlisted(None), ToDo::KeyUnlisted { key, last_four }));
    }
    due.extend(found.attempts.into_iter().map(|attempt| request(attempt, now)));
    due.extend(found.runs.into_iter().map(|run| guide(run, clock)));
    due.extend(review(found.review, clock));
    // Stable: things of equal urgency stay in the order of the store, the latest first.
    due.sort_by_key(|(urgency, _)| *urgency);
    due.into_iter().map(|(_, to_do)| to_do).collect()
}

/// The times for the store's rule of what is due.
pub(super) fn due_times(clock: &dyn Clock) -> DueTimes {
    let days = u32::try_from(ENDS_WITHIN_DAYS + 1).unwrap_or_default();
    DueTimes { now: clock.now(), soon: clock.midnight_in(days) }
}

/// What is due of a key with a secret.
fn of_key(key: &KeyRecord, clock: &dyn Clock) -> Vec<(Urgency, ToDo)> {
    if let Some(unusable) = unusable(key, clock) {
        return vec![unusable];
    }
    let unknown = key.valid_until.is_none() && key.environment != ApiEnvironment::Sandbox;
    let id = || key.id.clone();
    let urgency = |kind| (kind, 0, order(key), None);
    [
        ends(key, clock),
        unknown.then(|| (urgency(Kind::ExpiryUnknown), ToDo::ExpiryUnknown { key: id() })),
        (key.had_secret && key.was_never_checked())
            .then(|| (urgency(Kind::NeverChecked), ToDo::KeyUnverified { key: id() })),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// A key that Nova Post did not accept, or that has expired: production, then Ukraine, then test keys, and of
/// these first the ones that Nova Post deletes soon.
fn unusable(key: &KeyRecord, clock: &dyn Clock) -> Option<(Urgency, ToDo)> {
    let now = clock.now();
    let id = || key.id.clone();
    let ended = key.valid_until.filter(|_| key.has_ended(now));
    let urgency = |days| (Kind::Unusable, i64::from(order(key)), days, ended);
    match (key.status, ended) {
        (KeyStatus::Active | KeyStatus::Expired, Some(at)) => {
            let last = at.checked_add_signed(EXTENDABLE_FOR);
            let extend_until = last.filter(|last| {
                key.environment == ApiEnvironment::Sandbox
                    && (0..=ENDS_WITHIN_DAYS).contains(&clock.days_until(*last))
            });
            let end = ToDo::KeyEnds { key: id(), at, extend_until };
            Some((urgency(u8::from(extend_until.is_none())), end))
        }
        (KeyStatus::Expired, None) => Some((urgency(1), ToDo::KeyExpired { key: id() })),
        (KeyStatus::Refused, _) => Some((urgency(1), ToDo::KeyRefused { key: id() })),
        (KeyStatus::Active | KeyStatus::Deactivated | KeyStatus::Replaced, _) => None,
    }
}

/// A key whose date is near, or has passed although the key works.
fn ends(key: &KeyRecord, clock: &dyn Clock) -> Option<(Urgency, ToDo)> {
    let at = key.valid_until?;
    if at < clock.now() {
        let passed = ToDo::ExpiryPassed { key: key.id.clone(), at };
        return Some(((Kind::ExpiryPassed, 0, order(key), Some(at)), passed));
    }
    let step = match clock.days_until(at) {
        ..=0 => 0,
        1 => 1,
        2..=7 => 7,
        8..=ENDS_WITHIN_DAYS => ENDS_WITHIN_DAYS,
        _ => return None,
    };
    let end = ToDo::KeyEnds { key: key.id.clone(), at, extend_until: None };
    Some(((Kind::Ends, step, order(key), Some(at)), end))
}

fn save_again(unsaved: &UnsavedKey) -> Option<(Urgency, ToDo)> {
    let cause = match unsaved.stage {
        Saving::Saving => return None,
        Saving::NotInKeychain(cause) => Some(cause),
        Saving::NotRecorded => None,
    };
    let key = unsaved.record.id.clone();
    Some(((Kind::Unsaved, 0, order(&unsaved.record), None), ToDo::SaveAgain { key, cause }))
}

fn import_lost(note: ImportNote) -> ToDo {
    ToDo::ImportLost {
        key: note.key,
        last_four: note.last_four,
        environment: note.environment,
        organization: note.organization,
        at: note.started_at,
    }
}

fn request(attempt: Attempt, now: DateTime<Utc>) -> (Urgency, ToDo) {
    let Attempt { id: attempt, phone, started_at, ask_again_from, is_unregistered, .. } = attempt;
    let to_do = match ask_again_from {
        None if is_unregistered => ToDo::NotRegistered { attempt, phone },
        Some(from) => ToDo::AskAgain { attempt, phone, from, due: from <= now },
        // Nova Post's day is not documented; the store counts those of UTC [NP-spec: POST /test-api-keys].
        None => ToDo::Unfinished {
            attempt,
            phone,
            started_at,
            same_day: started_at.date_naive() == now.date_naive(),
        },
    };
    let waits = matches!(to_do, ToDo::AskAgain { due: false, .. });
    ((if waits { Kind::Later } else { Kind::Request }, 0, 0, None), to_do)
}

/// A run of a guide. One that has waited for Nova Post for two weeks comes before the others. The window knows the
/// steps, and shows a run that waits for less as something for later.
fn guide(run: GuideRun, clock: &dyn Clock) -> (Urgency, ToDo) {
    let waiting_since =
        asked_at(&run).filter(|asked| -clock.days_until(*asked) >= ANSWER_WITHIN_DAYS);
    let urgency = (Kind::Guide, i64::from(waiting_since.is_none()), 0, None);
    (urgency, ToDo::Guide { run, waiting_since })
}

/// When the person wrote to Nova Post in this run, if there is no answer yet. The names are those of
/// `ui/guides/europe.json`; a test of the window compares them.
fn asked_at(run: &GuideRun) -> Option<DateTime<Utc>> {
    let is_done = |step: &str| run.done.iter().any(|done| done == step);
    let waits = run.guide == GuideName::Europe && is_done("affiliate") && !is_done("answer");
    run.stepped_at.filter(|_| waits)
}

/// A review that was started, or is due.
fn review(dates: ReviewDates, clock: &dyn Clock) -> Option<(Urgency, ToDo)> {
    let since = due_from(dates)?;
    let is_due = clock.days_until(since) < 0;
    let to_do =
        ToDo::Review { open_since: dates.open_since, last_signed: dates.last_signed, is_due };
    (is_due || dates.open_since.is_some()).then_some(((Kind::Review, 0, 0, None), to_do))
}

/// Production keys stop real parcels; those of Ukraine have no test environment; test keys stop nobody's.
fn order(key: &KeyRecord) -> u8 {
    match key.environment {
        ApiEnvironment::Production => 0,
        ApiEnvironment::Ukraine => 1,
        ApiEnvironment::Sandbox => 2,
    }
}

#[cfg(test)]
mod tests;
