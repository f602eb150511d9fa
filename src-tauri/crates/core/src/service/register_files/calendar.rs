//! The calendar file: one event per key that expires, with alarms before it (RFC 5545).
//!
//! An event has the same UID in every file, and a greater SEQUENCE once it has changed, so that a calendar
//! updates it. The event of a key that was deleted, replaced or deactivated, or whose expiry is no longer
//! known, is in the next files as cancelled until its day has passed.

use std::collections::HashMap;

use chrono::{DateTime, Days, Duration, NaiveDate, Utc};
use icalendar::{Alarm, Calendar, Class, Component, Event, EventLike, EventStatus, Property};

use super::dates::local_day;
use crate::model::{ApiEnvironment, KeyId};
use crate::store::CalendarEntry;

/// How many days before the day of the event an alarm is.
const ALARMS: [i64; 3] = [30, 7, 1];

/// How many days after its day a cancelled event is still written.
const KEPT: u64 = 30;

const PRODUCT: &str = "-//Key Desk//Key Desk//EN";

/// A key whose expiry becomes an event: what its text may name. Neither secret nor phone number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarKey {
    /// The key.
    pub key: KeyId,
    /// Its name, or else its organizations; empty if it has neither, or if that looks like a phone number.
    pub name: String,
    /// Its environment.
    pub environment: ApiEnvironment,
    /// Its last four characters; may be empty.
    pub last_four: String,
    /// The day on which it expires, in this computer's time zone.
    pub day: NaiveDate,
}

/// The texts of an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventText {
    /// The key.
    pub key: CalendarKey,
    /// The title of the event and of its alarms.
    pub title: String,
    /// More about it.
    pub description: String,
}

/// The texts of a calendar file, in the language of the window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarTexts {
    /// The name of the calendar.
    pub name: String,
    /// The title of every cancelled event.
    pub cancelled: String,
    /// A text for each key of [`super::RegisterFiles::calendar_keys`].
    pub events: Vec<EventText>,
}

/// A name that may be in a calendar. A text with as many digits as a phone number is left out.
pub(super) fn calendar_name(name: &str, organizations: &[String]) -> String {
    let name =
        if name.trim().is_empty() { organizations.join(", ") } else { name.trim().to_owned() };
    let is_bad =
        crate::phone::may_hold_number(&name) || crate::service::parse_key::holds_secret(&name);
    if is_bad { String::new() } else { name.chars().filter(|sign| !sign.is_control()).collect() }
}

/// The entries after this file, from those of the file before.
pub(super) fn update(
    before: Vec<CalendarEntry>,
    events: &[EventText],
    now: DateTime<Utc>,
) -> Vec<CalendarEntry> {
    let mut before: HashMap<KeyId, CalendarEntry> =
        before.into_iter().map(|entry| (entry.key.clone(), entry)).collect();
    let mut entries: Vec<CalendarEntry> = Vec::new();
    for event in events {
        let content = format!("{}\n{}", event.title, event.description);
        let earlier = before.remove(&event.key.key);
        let is_same = |entry: &CalendarEntry| {
            !entry.is_cancelled && entry.day == event.key.day && entry.content == content
        };
        entries.push(match earlier {
            Some(entry) if is_same(&entry) => entry,
            earlier => CalendarEntry {
                key: event.key.key.clone(),
                day: event.key.day,
                content,
                sequence: earlier.map_or(0, |entry| entry.sequence.saturating_add(1)),
                changed_at: now,
                is_cancelled: false,
            },
        });
    }
    let is_due = |entry: &CalendarEntry| {
        let end = entry.day.checked_add_days(Days::new(KEPT));
        end.is_some_and(|end| end >= local_day(now))
    };
    let mut gone: Vec<_> = before.into_values().filter(is_due).collect();
    gone.sort_by(|a, b| a.key.as_str().cmp(b.key.as_str()));
    entries.extend(gone.into_iter().map(|entry| {
        if entry.is_cancelled {
            return entry;
        }
        let sequence = entry.sequence.saturating_add(1);
        let content = String::new();
        CalendarEntry { content, sequence, changed_at: now, is_cancelled: true, ..entry }
    }));
    entries
}

/// The file. It has no METHOD: with one, each event would need an organizer (RFC 5546, 3.2.1).
pub(super) fn written(
    texts: &CalendarTexts,
    entries: &[CalendarEntry],
    now: DateTime<Utc>,
) -> String {
    let mut calendar = Calendar::empty();
    calendar
        .append_property(("VERSION", "2.0"))
        .append_property(("PRODID", PRODUCT))
        .append_property(("CALSCALE", "GREGORIAN"))
        .name(&texts.name);
    let events: HashMap<&KeyId, &EventText> =
        texts.events.iter().map(|event| (&event.key.key, event)).collect();
    for entry in entries {
        calendar.push(event(entry, events.get(&entry.key).copied(), &texts.cancelled, now));
    }
    allowed_in_alarms(&calendar.done().to_string())
}

/// The crate writes a DTSTAMP and a random UID into each alarm. The first is not allowed there (RFC 5545,
/// 3.6.6), and the second would make each file differ.
fn allowed_in_alarms(calendar: &str) -> String {
    let mut is_in_alarm = false;
    let is_allowed = |line: &&str| {
        match line.trim_end() {
            "BEGIN:VALARM" => is_in_alarm = true,
            "END:VALARM" => is_in_alarm = false,
            _ => {}
        }
        !(is_in_alarm && (line.starts_with("DTSTAMP:") || line.starts_with("UID:")))
    };
    calendar.split_inclusive('\n').filter(is_allowed).collect()
}

fn event(
    entry: &CalendarEntry,
    text: Option<&EventText>,
    cancelled: &str,
    now: DateTime<Utc>,
) -> Event {
    let mut event = Event::with_uid(&format!("{}@keydesk", entry.key));
    event
        .timestamp(now)
        .last_modified(entry.changed_at)
        .sequence(entry.sequence)
        .class(Class::Private)
        .append_property(Property::new("TRANSP", "TRANSPARENT"))
        // Without DTEND it lasts one day (RFC 5545, 3.6.1).
        .starts(entry.day);
    match text.filter(|_| !entry.is_cancelled) {
        Some(text) => {
            event
                .status(EventStatus::Confirmed)
                .summary(&text.title)
                .description(&text.description);
            for days in ALARMS {
                let mut alarm = Alarm::display(&text.title, -Duration::days(days));
                // The crate writes days as seconds, which calendars show as such.
                event.alarm(alarm.add_property("TRIGGER", format!("-P{days}D")).done());
            }
        }
        None => {
            event.status(EventStatus::Cancelled).summary(cancelled);
        }
    }
    event.done()
}
